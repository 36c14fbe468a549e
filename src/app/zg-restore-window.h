/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-time.h"

G_BEGIN_DECLS

#define ZG_TYPE_RESTORE_WINDOW (zg_restore_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgRestoreWindow, zg_restore_window, ZG, RESTORE_WINDOW, AdwWindow)

ZgRestoreWindow *zg_restore_window_new (GtkWindow  *parent,
                                        const char *shop_path,
                                        ZgClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
