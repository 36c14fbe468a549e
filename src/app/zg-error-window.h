/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-time.h"

G_BEGIN_DECLS

#define ZG_TYPE_ERROR_WINDOW (zg_error_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgErrorWindow, zg_error_window, ZG, ERROR_WINDOW, AdwApplicationWindow)

ZgErrorWindow *zg_error_window_new (GtkApplication *application,
                                    const char     *shop_path,
                                    ZgClock        *clock,
                                    const GError   *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
