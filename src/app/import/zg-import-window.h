/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_IMPORT_WINDOW (zg_import_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgImportWindow, zg_import_window, ZG, IMPORT_WINDOW, AdwWindow)

void zg_import_window_choose (GtkWindow *parent,
                              ZgSession *session);
GtkWindow *zg_import_window_new (GtkWindow  *parent,
                                 ZgSession  *session,
                                 const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
