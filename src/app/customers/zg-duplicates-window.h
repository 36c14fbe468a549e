/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_DUPLICATES_WINDOW (zg_duplicates_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgDuplicatesWindow, zg_duplicates_window, ZG, DUPLICATES_WINDOW, AdwWindow)

GtkWindow *zg_duplicates_window_new (GtkWindow *parent,
                                     ZgSession *session);

G_END_DECLS
