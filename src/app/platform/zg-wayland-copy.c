/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-wayland-copy"

#include "config.h"

#include "zg-wayland-copy.h"

#ifdef GDK_WINDOWING_WAYLAND

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>

#include "zg-clipboard.h"
#include "zg-wayland-seat.h"

/*
 * A copy on Wayland that knows whether it arrived. The toolkit's own does not: it takes a refused copy for a good one, and
 * from then on pastes that instead of what is really on the clipboard. So this puts up a source of its own, with the number
 * that the compositor wants to see (zg-wayland-seat.c), and then looks at what the compositor says of the clipboard: who
 * has the keyboard is told at once when it has changed. The rest of the program sees it as another program's.
 * Tried on sway 1.7 and in the search of GNOME Shell 43.
 */

/* How long one of our windows may take to get the keyboard, in milliseconds. */
#define KEYBOARD_TIMEOUT 2000

/* What can be pasted, until something else is copied. */
typedef struct {
  GdkDisplay *display;          /* not owned: it lives as long as the program */
  GdkContentProvider *content;
  struct wl_data_source *source;
  gboolean cancelled;
  gboolean arrived;             /* if not, the copy that waits for it owns it */
} Source;

typedef struct {
  GdkDisplay *display;          /* not owned, as above */
  GdkContentProvider *content;
  Source *source;               /* or NULL */
  struct wl_data_device *device;
  gulong entered_id;            /* while no window of ours has the keyboard, or 0 */
  guint timeout_id;             /* as long */
  gulong changed_id;            /* from sending the copy to the answer */
  guint n_changes;              /* of the clipboard, since the copy was sent */
} Copy;

/* The source that arrived last and is still there. */
static Source *current;

static void
source_free (Source *source)
{
  wl_data_source_destroy (source->source);
  g_object_unref (source->content);
  g_free (source);
}

static void
released_cb (void               *data,
             struct wl_callback *callback,
             uint32_t            time)
{
  wl_callback_destroy (callback);
  wl_data_device_destroy (data);
}

static const struct wl_callback_listener release_listener = {
  .done = released_cb,
};

/* Not with wl_data_device_release(), which forgets the device at once: what the compositor offers to it until it has heard
 * of that, as when another copy is under way, is an object whose number the library then does not learn. The next number
 * makes a gap, upon which the library gives up the connection and the toolkit ends the program. */
static void
release_device (GdkDisplay            *display,
                struct wl_data_device *device)
{
  wl_data_device_set_user_data (device, NULL);
  wl_proxy_marshal ((struct wl_proxy *) device, WL_DATA_DEVICE_RELEASE);
  wl_callback_add_listener (wl_display_sync (gdk_wayland_display_get_wl_display (display)), &release_listener, device);
}

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_clear_pointer (&copy->source, source_free);
  if (copy->device != NULL)
    release_device (copy->display, copy->device);
  g_object_unref (copy->content);
  g_free (copy);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* Who pasted may have gone away. */
  if (!gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (object), result, &error))
    g_debug ("Nobody took all of it: %s", error->message);
}

static void
send_cb (void                  *data,
         struct wl_data_source *wl_source,
         const char            *media_type,
         int32_t                fd)
{
  Source *source = data;
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (fd, TRUE);

  gdk_content_provider_write_mime_type_async (source->content, media_type, stream, G_PRIORITY_DEFAULT, NULL, written_cb,
                                              NULL);
}

static void
cancelled_cb (void                  *data,
              struct wl_data_source *wl_source)
{
  Source *source = data;

  source->cancelled = TRUE;
  if (!source->arrived)
    return;

  if (current == source)
    {
      current = NULL;
      /* The toolkit has not heard of it as long as another program has the keyboard. */
      g_signal_emit_by_name (gdk_display_get_clipboard (source->display), "changed");
    }
  source_free (source);
}

static void
target_cb (void                  *data,
           struct wl_data_source *wl_source,
           const char            *media_type)
{
}

static const struct wl_data_source_listener source_listener = {
  .target = target_cb,
  .send = send_cb,
  .cancelled = cancelled_cb,
};

static void
offer_cb (void                  *data,
          struct wl_data_device *device,
          struct wl_data_offer  *offer)
{
}

static void
selection_cb (void                  *data,
              struct wl_data_device *device,
              struct wl_data_offer  *offer)
{
  Copy *copy = data;

  if (copy != NULL)
    copy->n_changes++;
  g_clear_pointer (&offer, wl_data_offer_destroy);
}

static void
drag_enter_cb (void                  *data,
               struct wl_data_device *device,
               uint32_t               serial,
               struct wl_surface     *surface,
               wl_fixed_t             x,
               wl_fixed_t             y,
               struct wl_data_offer  *offer)
{
  g_clear_pointer (&offer, wl_data_offer_destroy);
}

static void
drag_motion_cb (void                  *data,
                struct wl_data_device *device,
                uint32_t               time,
                wl_fixed_t             x,
                wl_fixed_t             y)
{
}

static void
drag_leave_cb (void                  *data,
               struct wl_data_device *device)
{
}

/* Drag and drop is the toolkit's: it has a device of its own. */
static const struct wl_data_device_listener device_listener = {
  .data_offer = offer_cb,
  .enter = drag_enter_cb,
  .leave = drag_leave_cb,
  .motion = drag_motion_cb,
  .drop = drag_leave_cb,
  .selection = selection_cb,
};

/* mutter tells only those devices that were there when the window got the keyboard: the toolkit's is such a one. */
static void
clipboard_changed_cb (Copy *copy)
{
  copy->n_changes++;
}

static Source *
source_new (GdkDisplay                    *display,
            struct wl_data_device_manager *manager,
            GdkContentProvider            *content)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (content);
  Source *source = g_new0 (Source, 1);
  const char *const *media_types;
  gsize n;

  source->display = display;
  source->content = g_object_ref (content);
  source->source = wl_data_device_manager_create_data_source (manager);
  wl_data_source_add_listener (source->source, &source_listener, source);
  media_types = gdk_content_formats_get_mime_types (formats, &n);
  for (gsize i = 0; i < n; i++)
    wl_data_source_offer (source->source, media_types[i]);

  return source;
}

typedef void (*Step) (GTask *task);

static void ask (GTask *task,
                 Step   next);

typedef struct {
  GTask *task;
  Step next;
} Answer;

/* All that the compositor had to say before it has been told. */
static void
answered_cb (void               *data,
             struct wl_callback *callback,
             uint32_t            time)
{
  g_autofree Answer *answer = data;
  g_autoptr (GTask) task = answer->task;

  wl_callback_destroy (callback);
  answer->next (task);
}

static const struct wl_callback_listener answer_listener = {
  .done = answered_cb,
};

static void
ask (GTask *task,
     Step   next)
{
  struct wl_display *display = gdk_wayland_display_get_wl_display (g_task_get_source_object (task));
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer) { g_object_ref (task), next };
  wl_callback_add_listener (wl_display_sync (display), &answer_listener, answer);
  wl_display_flush (display);
}

static void
judge (GTask *task)
{
  Copy *copy = g_task_get_task_data (task);

  g_clear_signal_handler (&copy->changed_id, gdk_display_get_clipboard (g_task_get_source_object (task)));
  if (copy->source->cancelled)
    {
      g_task_return_new_error (task, ZG_CLIPBOARD_ERROR, ZG_CLIPBOARD_ERROR_LOST,
                               _("Another program took the clipboard at the same moment. Copy again."));
      return;
    }
  if (copy->n_changes == 0)
    {
      g_task_return_new_error (task, ZG_CLIPBOARD_ERROR, ZG_CLIPBOARD_ERROR_REFUSED,
                               _("Not copied yet: this desktop wants a key for it. Press Enter."));
      return;
    }

  current = g_steal_pointer (&copy->source);
  current->arrived = TRUE;
  g_task_return_boolean (task, TRUE);
}

static void
send_copy (GTask *task)
{
  GdkDisplay *display = g_task_get_source_object (task);
  ZgWaylandSeat *seat = zg_wayland_seat_get (display);
  Copy *copy = g_task_get_task_data (task);

  copy->source = source_new (display, zg_wayland_seat_get_data_manager (seat), copy->content);
  copy->n_changes = 0;
  copy->changed_id = g_signal_connect_swapped (gdk_display_get_clipboard (display), "changed",
                                               G_CALLBACK (clipboard_changed_cb), copy);
  wl_data_device_set_selection (copy->device, copy->source->source, zg_wayland_seat_get_serial (seat));
  ask (task, judge);
}

/* A new device is told first what is on the clipboard now: that must not be taken for the answer. */
static void
make_device (GTask *task)
{
  Copy *copy = g_task_get_task_data (task);

  copy->device = zg_wayland_seat_make_data_device (zg_wayland_seat_get (g_task_get_source_object (task)));
  wl_data_device_add_listener (copy->device, &device_listener, copy);
  ask (task, send_copy);
}

static void
stop_waiting (GTask *task)
{
  Copy *copy = g_task_get_task_data (task);

  g_clear_signal_handler (&copy->entered_id, zg_wayland_seat_get (g_task_get_source_object (task)));
  g_clear_handle_id (&copy->timeout_id, g_source_remove);
}

static void
entered_cb (ZgWaylandSeat *seat,
            gpointer       user_data)
{
  g_autoptr (GTask) task = user_data;

  stop_waiting (task);
  make_device (task);
}

static gboolean
timeout_cb (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Copy *copy = g_task_get_task_data (task);

  copy->timeout_id = 0;
  stop_waiting (task);
  g_task_return_new_error (task, ZG_CLIPBOARD_ERROR, ZG_CLIPBOARD_ERROR_NOT_FOCUSED,
                           _("Nothing was copied, because the window is not in front. Click into it and copy again."));

  return G_SOURCE_REMOVE;
}

static void
wait_for_keyboard (GTask *task)
{
  ZgWaylandSeat *seat = zg_wayland_seat_get (g_task_get_source_object (task));
  Copy *copy = g_task_get_task_data (task);

  if (zg_wayland_seat_has_keyboard (seat))
    {
      make_device (task);
      return;
    }

  /* From here one of the two owns the task. */
  g_object_ref (task);
  copy->entered_id = g_signal_connect (seat, "entered", G_CALLBACK (entered_cb), task);
  copy->timeout_id = g_timeout_add (KEYBOARD_TIMEOUT, timeout_cb, task);
}

/**
 * zg_wayland_copy_async:
 * @display: (type GdkWaylandDisplay): the display
 * @content: what to copy, in media types; kept until something else is copied
 *
 * Puts @content on the clipboard, for which one of our windows must have the keyboard.
 */
void
zg_wayland_copy_async (GdkDisplay          *display,
                       GdkContentProvider  *content,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (display, NULL, callback, user_data);
  Copy *copy = g_new0 (Copy, 1);

  g_return_if_fail (GDK_IS_WAYLAND_DISPLAY (display));

  g_task_set_source_tag (task, zg_wayland_copy_async);
  copy->display = display;
  copy->content = g_object_ref (content);
  g_task_set_task_data (task, copy, copy_free);
  /* A window that was hidden just now has lost the keyboard, but may not have heard of it yet. */
  ask (task, wait_for_keyboard);
}

/**
 * zg_wayland_copy_finish:
 * @error: return location, #ZG_CLIPBOARD_ERROR
 *
 * Returns: whether the compositor has confirmed that it is on the clipboard
 */
gboolean
zg_wayland_copy_finish (GdkDisplay    *display,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, display), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * zg_wayland_copy_is_there:
 * @display: (type GdkWaylandDisplay): the display
 *
 * Returns: whether what was copied last in this way is still on the clipboard
 */
gboolean
zg_wayland_copy_is_there (GdkDisplay *display)
{
  return current != NULL && current->display == display;
}

#endif
