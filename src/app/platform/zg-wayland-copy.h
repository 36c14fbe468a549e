/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#ifdef GDK_WINDOWING_WAYLAND

G_BEGIN_DECLS

void zg_wayland_copy_async (GdkDisplay          *display,
                            GdkContentProvider  *content,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
gboolean zg_wayland_copy_finish (GdkDisplay    *display,
                                 GAsyncResult  *result,
                                 GError       **error);
gboolean zg_wayland_copy_is_there (GdkDisplay *display);

G_END_DECLS

#endif
