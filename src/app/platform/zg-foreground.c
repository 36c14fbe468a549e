/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-foreground"

#include "config.h"

#include "zg-foreground.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif
#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif

/**
 * zg_foreground_present:
 * @window: a window
 * @timestamp: when a person asked for it, in the display's time, or %GDK_CURRENT_TIME for just now
 *
 * Brings a window to the front that somebody asked for outside of this program, by a system shortcut or a search. On X11
 * a window manager lets that happen only when the request is newer than what was typed last in another window, and who
 * asks over D-Bus often does not say when that was. On Wayland an activation token does this; GTK has taken it from the
 * request, if there was one. But GNOME Shell's search gives none, and sway only marks a window as urgent whatever the
 * token: so a window that stands behind others is shown anew, because a new one gets the keyboard everywhere.
 */
void
zg_foreground_present (GtkWindow *window,
                       guint32    timestamp)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

#ifdef GDK_WINDOWING_X11
  if (timestamp == GDK_CURRENT_TIME && GDK_IS_X11_DISPLAY (gtk_widget_get_display (GTK_WIDGET (window))))
    {
      if (!gtk_widget_get_realized (GTK_WIDGET (window)))
        gtk_widget_realize (GTK_WIDGET (window));
      timestamp = gdk_x11_get_server_time (gtk_native_get_surface (GTK_NATIVE (window)));
    }
#endif
#ifdef GDK_WINDOWING_WAYLAND
  if (GDK_IS_WAYLAND_DISPLAY (gtk_widget_get_display (GTK_WIDGET (window))) && !gtk_window_is_active (window))
    gtk_widget_hide (GTK_WIDGET (window));
#endif
  gtk_window_present_with_time (window, timestamp);
}
