/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>

G_BEGIN_DECLS

#define ZG_TYPE_WAYLAND_SEAT (zg_wayland_seat_get_type ())
G_DECLARE_FINAL_TYPE (ZgWaylandSeat, zg_wayland_seat, ZG, WAYLAND_SEAT, GObject)

ZgWaylandSeat *zg_wayland_seat_get (GdkDisplay *display);
gboolean zg_wayland_seat_has_keyboard (ZgWaylandSeat *seat);
guint32 zg_wayland_seat_get_serial (ZgWaylandSeat *seat);
struct wl_data_device_manager *zg_wayland_seat_get_data_manager (ZgWaylandSeat *seat);
struct wl_data_device *zg_wayland_seat_make_data_device (ZgWaylandSeat *seat) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

#endif
