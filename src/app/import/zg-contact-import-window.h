/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_CONTACT_IMPORT_WINDOW (zg_contact_import_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgContactImportWindow, zg_contact_import_window, ZG, CONTACT_IMPORT_WINDOW, AdwWindow)

GtkWindow *zg_contact_import_window_new (GtkWindow  *parent,
                                         ZgSession  *session,
                                         const char *path) G_GNUC_WARN_UNUSED_RESULT;
void zg_contact_import_window_choose (GtkWindow *parent,
                                      ZgSession *session);

G_END_DECLS
