/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*ZgChangeWindows) (GtkApplication *application,
                                 GVariant       *parameter);

void zg_change_windows (GtkApplication  *application,
                        ZgChangeWindows  func,
                        GVariant        *parameter);

G_END_DECLS
