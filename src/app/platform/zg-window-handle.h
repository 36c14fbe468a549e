/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*ZgWindowHandleFunc) (const char *handle,
                                    gpointer    user_data);

void zg_window_handle_export (GtkWindow          *window,
                              ZgWindowHandleFunc  func,
                              gpointer            user_data,
                              GDestroyNotify      destroy);
void zg_window_handle_unexport (GtkWindow *window);

G_END_DECLS
