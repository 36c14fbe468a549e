/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-wayland-seat"

#include "config.h"

#include "zg-wayland-seat.h"

#ifdef GDK_WINDOWING_WAYLAND

#include <unistd.h>

/* The first version in which a keyboard and a pointer can be given back. */
#define SEAT_VERSION 3
/* The first version in which a data device can be given back. */
#define DATA_VERSION 2

/**
 * ZgWaylandSeat:
 *
 * The number of the last thing that a person did to one of our windows, which a request for the clipboard has to carry on
 * Wayland. The toolkit keeps one, too, and uses it for its own copies; but that is the number of the last key or click,
 * and not of the moment at which a window got the keyboard. A window that somebody else's request has opened has had no
 * key yet: the toolkit then says 0, or a number that is older than the last copy elsewhere, and the compositor drops the
 * copy without a word (seen with WAYLAND_DEBUG=1, GTK 4.8 on sway 1.7; mutter compares the numbers in the same way).
 */
struct _ZgWaylandSeat
{
  GObject parent_instance;

  struct wl_registry *registry;
  struct wl_seat *seat;         /* the first one, as the toolkit's default seat */
  struct wl_data_device_manager *data_manager;
  struct wl_keyboard *keyboard; /* as the following, NULL while nothing like that is plugged in */
  struct wl_pointer *pointer;
  struct wl_touch *touch;
  guint32 serial;
  gboolean has_keyboard;        /* one of our windows has it */
};

enum {
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgWaylandSeat, zg_wayland_seat, G_TYPE_OBJECT)

static void
take_serial (ZgWaylandSeat *seat,
             guint32        serial)
{
  seat->serial = serial;
}

static void
keymap_cb (void               *data,
           struct wl_keyboard *keyboard,
           uint32_t            format,
           int32_t             fd,
           uint32_t            size)
{
  close (fd);
}

static void
keyboard_enter_cb (void               *data,
                   struct wl_keyboard *keyboard,
                   uint32_t            serial,
                   struct wl_surface  *surface,
                   struct wl_array    *keys)
{
  ZgWaylandSeat *seat = data;

  seat->has_keyboard = TRUE;
  take_serial (seat, serial);
  g_signal_emit (seat, signals[ENTERED], 0);
}

static void
keyboard_leave_cb (void               *data,
                   struct wl_keyboard *keyboard,
                   uint32_t            serial,
                   struct wl_surface  *surface)
{
  ZgWaylandSeat *seat = data;

  seat->has_keyboard = FALSE;
}

static void
key_cb (void               *data,
        struct wl_keyboard *keyboard,
        uint32_t            serial,
        uint32_t            time,
        uint32_t            key,
        uint32_t            state)
{
  take_serial (data, serial);
}

static void
modifiers_cb (void               *data,
              struct wl_keyboard *keyboard,
              uint32_t            serial,
              uint32_t            depressed,
              uint32_t            latched,
              uint32_t            locked,
              uint32_t            group)
{
}

static const struct wl_keyboard_listener keyboard_listener = {
  .keymap = keymap_cb,
  .enter = keyboard_enter_cb,
  .leave = keyboard_leave_cb,
  .key = key_cb,
  .modifiers = modifiers_cb,
};

static void
pointer_enter_cb (void              *data,
                  struct wl_pointer *pointer,
                  uint32_t           serial,
                  struct wl_surface *surface,
                  wl_fixed_t         x,
                  wl_fixed_t         y)
{
}

static void
pointer_leave_cb (void              *data,
                  struct wl_pointer *pointer,
                  uint32_t           serial,
                  struct wl_surface *surface)
{
}

static void
pointer_motion_cb (void              *data,
                   struct wl_pointer *pointer,
                   uint32_t           time,
                   wl_fixed_t         x,
                   wl_fixed_t         y)
{
}

static void
button_cb (void              *data,
           struct wl_pointer *pointer,
           uint32_t           serial,
           uint32_t           time,
           uint32_t           button,
           uint32_t           state)
{
  take_serial (data, serial);
}

static void
axis_cb (void              *data,
         struct wl_pointer *pointer,
         uint32_t           time,
         uint32_t           axis,
         wl_fixed_t         value)
{
}

static const struct wl_pointer_listener pointer_listener = {
  .enter = pointer_enter_cb,
  .leave = pointer_leave_cb,
  .motion = pointer_motion_cb,
  .button = button_cb,
  .axis = axis_cb,
};

static void
touch_down_cb (void              *data,
               struct wl_touch   *touch,
               uint32_t           serial,
               uint32_t           time,
               struct wl_surface *surface,
               int32_t            id,
               wl_fixed_t         x,
               wl_fixed_t         y)
{
  take_serial (data, serial);
}

static void
touch_up_cb (void            *data,
             struct wl_touch *touch,
             uint32_t         serial,
             uint32_t         time,
             int32_t          id)
{
  take_serial (data, serial);
}

static void
touch_motion_cb (void            *data,
                 struct wl_touch *touch,
                 uint32_t         time,
                 int32_t          id,
                 wl_fixed_t       x,
                 wl_fixed_t       y)
{
}

static void
touch_frame_cb (void            *data,
                struct wl_touch *touch)
{
}

static const struct wl_touch_listener touch_listener = {
  .down = touch_down_cb,
  .up = touch_up_cb,
  .motion = touch_motion_cb,
  .frame = touch_frame_cb,
  .cancel = touch_frame_cb,
};

/* Things are plugged in and out. */
static void
capabilities_cb (void           *data,
                 struct wl_seat *wl_seat,
                 uint32_t        capabilities)
{
  ZgWaylandSeat *seat = data;
  gboolean has_keyboard = (capabilities & WL_SEAT_CAPABILITY_KEYBOARD) != 0;
  gboolean has_pointer = (capabilities & WL_SEAT_CAPABILITY_POINTER) != 0;
  gboolean has_touch = (capabilities & WL_SEAT_CAPABILITY_TOUCH) != 0;

  if (has_keyboard && seat->keyboard == NULL)
    {
      seat->keyboard = wl_seat_get_keyboard (wl_seat);
      wl_keyboard_add_listener (seat->keyboard, &keyboard_listener, seat);
    }
  else if (!has_keyboard && seat->keyboard != NULL)
    {
      seat->has_keyboard = FALSE;
      g_clear_pointer (&seat->keyboard, wl_keyboard_release);
    }

  if (has_pointer && seat->pointer == NULL)
    {
      seat->pointer = wl_seat_get_pointer (wl_seat);
      wl_pointer_add_listener (seat->pointer, &pointer_listener, seat);
    }
  else if (!has_pointer)
    {
      g_clear_pointer (&seat->pointer, wl_pointer_release);
    }

  if (has_touch && seat->touch == NULL)
    {
      seat->touch = wl_seat_get_touch (wl_seat);
      wl_touch_add_listener (seat->touch, &touch_listener, seat);
    }
  else if (!has_touch)
    {
      g_clear_pointer (&seat->touch, wl_touch_release);
    }
}

static void
name_cb (void           *data,
         struct wl_seat *wl_seat,
         const char     *name)
{
}

static const struct wl_seat_listener seat_listener = {
  .capabilities = capabilities_cb,
  .name = name_cb,
};

static void
global_cb (void               *data,
           struct wl_registry *registry,
           uint32_t            name,
           const char         *interface,
           uint32_t            version)
{
  ZgWaylandSeat *seat = data;

  if (g_str_equal (interface, wl_seat_interface.name) && version >= SEAT_VERSION && seat->seat == NULL)
    {
      seat->seat = wl_registry_bind (registry, name, &wl_seat_interface, SEAT_VERSION);
      wl_seat_add_listener (seat->seat, &seat_listener, seat);
    }
  else if (g_str_equal (interface, wl_data_device_manager_interface.name) && version >= DATA_VERSION
           && seat->data_manager == NULL)
    {
      seat->data_manager = wl_registry_bind (registry, name, &wl_data_device_manager_interface, DATA_VERSION);
    }
}

static void
global_remove_cb (void               *data,
                  struct wl_registry *registry,
                  uint32_t            name)
{
}

static const struct wl_registry_listener registry_listener = {
  .global = global_cb,
  .global_remove = global_remove_cb,
};

static void
zg_wayland_seat_class_init (ZgWaylandSeatClass *klass)
{
  /**
   * ZgWaylandSeat::entered:
   * @self: the seat
   *
   * The compositor has given the keyboard to one of our windows.
   */
  signals[ENTERED] =
    g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zg_wayland_seat_init (ZgWaylandSeat *self)
{
}

static ZgWaylandSeat *
make_seat (GdkDisplay *display)
{
  ZgWaylandSeat *seat = g_object_new (ZG_TYPE_WAYLAND_SEAT, NULL);

  seat->registry = wl_display_get_registry (gdk_wayland_display_get_wl_display (display));
  wl_registry_add_listener (seat->registry, &registry_listener, seat);

  return seat;
}

/**
 * zg_wayland_seat_get:
 * @display: (type GdkWaylandDisplay): the display
 *
 * Begins to listen when it is called first, which should be before the first window is there: what a person did earlier is
 * not known.
 *
 * Returns: (transfer none): what is known of the display's first keyboard, pointer and touch screen; for as long as the
 *   program runs, because the display lives as long
 */
ZgWaylandSeat *
zg_wayland_seat_get (GdkDisplay *display)
{
  static const char key[] = "zg-wayland-seat";
  ZgWaylandSeat *seat = g_object_get_data (G_OBJECT (display), key);

  g_return_val_if_fail (GDK_IS_WAYLAND_DISPLAY (display), NULL);

  if (seat == NULL)
    {
      seat = make_seat (display);
      g_object_set_data (G_OBJECT (display), key, seat);
    }

  return seat;
}

/**
 * zg_wayland_seat_has_keyboard:
 * @seat: the seat
 *
 * Returns: whether the compositor has given the keyboard to one of our windows
 */
gboolean
zg_wayland_seat_has_keyboard (ZgWaylandSeat *seat)
{
  return seat->has_keyboard;
}

/**
 * zg_wayland_seat_get_serial:
 * @seat: the seat
 *
 * Returns: the number of the last key, click or touch in one of our windows, or of the moment at which it got the keyboard
 */
guint32
zg_wayland_seat_get_serial (ZgWaylandSeat *seat)
{
  return seat->serial;
}

/**
 * zg_wayland_seat_get_data_manager:
 * @seat: the seat
 *
 * Returns: (nullable): what makes a source of data, or %NULL as long as the compositor has not told of it
 */
struct wl_data_device_manager *
zg_wayland_seat_get_data_manager (ZgWaylandSeat *seat)
{
  return seat->data_manager;
}

/**
 * zg_wayland_seat_make_data_device:
 * @seat: a seat that has the keyboard
 *
 * Returns: (transfer full): the clipboard of the seat
 */
struct wl_data_device *
zg_wayland_seat_make_data_device (ZgWaylandSeat *seat)
{
  return wl_data_device_manager_get_data_device (seat->data_manager, seat->seat);
}

#endif
