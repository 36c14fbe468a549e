/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-clipboard"

#include "config.h"

#include "zg-clipboard.h"

#include <glib/gi18n.h>

#include "zg-wayland-copy.h"
#include "zg-wayland-seat.h"

/* The clipboard tells the truth: "copied" is said only after a focused window has set it. On Wayland a window without
 * the focus may call gdk_clipboard_set_text() and be told that the clipboard is its own while the old text is still
 * there (measured on sway); X11 hides this. So the copy on Wayland is one of its own, zg-wayland-copy.c. */

/* How long a window may take to come to the front, in milliseconds. */
#define FOCUS_TIMEOUT 2000

G_DEFINE_QUARK (zg-clipboard-error-quark, zg_clipboard_error)

typedef struct {
  GdkContentProvider *content;
  gulong active_id;
  guint timeout_id;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->content);
  g_free (copy);
}

static void
stop_waiting (GTask *task)
{
  Copy *copy = g_task_get_task_data (task);

  g_clear_signal_handler (&copy->active_id, g_task_get_source_object (task));
  g_clear_handle_id (&copy->timeout_id, g_source_remove);
}

static gboolean
verify_cb (gpointer user_data)
{
  GTask *task = user_data;
  GtkWidget *window = g_task_get_source_object (task);

  if (gdk_clipboard_is_local (gtk_widget_get_clipboard (window)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, ZG_CLIPBOARD_ERROR, ZG_CLIPBOARD_ERROR_LOST,
                             _("Another program took the clipboard at the same moment. Copy again."));

  return G_SOURCE_REMOVE;
}

#ifdef GDK_WINDOWING_WAYLAND
static void
wayland_copied_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (zg_wayland_copy_finish (GDK_DISPLAY (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}
#endif

static void
set_content (GTask *task)
{
  Copy *copy = g_task_get_task_data (task);
  GtkWidget *window = g_task_get_source_object (task);

#ifdef GDK_WINDOWING_WAYLAND
  if (GDK_IS_WAYLAND_DISPLAY (gtk_widget_get_display (window)))
    {
      zg_wayland_copy_async (gtk_widget_get_display (window), copy->content, wayland_copied_cb, g_object_ref (task));
      return;
    }
#endif
  gdk_clipboard_set_content (gtk_widget_get_clipboard (window), copy->content);
  /* Lets the display say no before we say yes. */
  gdk_display_sync (gtk_widget_get_display (window));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, verify_cb, g_object_ref (task), g_object_unref);
}

static void
active_cb (GtkWindow  *window,
           GParamSpec *pspec,
           gpointer    user_data)
{
  g_autoptr (GTask) task = user_data;

  if (!gtk_window_is_active (window))
    {
      g_steal_pointer (&task);
      return;
    }
  stop_waiting (task);
  set_content (task);
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
copy_content (GtkWindow           *window,
              GdkContentProvider  *content,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  GTask *task;
  Copy *copy;

  task = g_task_new (window, cancellable, callback, user_data);
  g_task_set_source_tag (task, copy_content);
  copy = g_new0 (Copy, 1);
  copy->content = content;
  g_task_set_task_data (task, copy, copy_free);

  if (gtk_window_is_active (window))
    {
      set_content (task);
      g_object_unref (task);
      return;
    }

  /* From here one of the two owns the task. */
  copy->active_id = g_signal_connect (window, "notify::is-active", G_CALLBACK (active_cb), task);
  copy->timeout_id = g_timeout_add (FOCUS_TIMEOUT, timeout_cb, task);
  gtk_window_present (window);
}

static GdkContentProvider *
offer_text (GdkDisplay *display,
            const char *text)
{
#ifdef GDK_WINDOWING_WAYLAND
  if (GDK_IS_WAYLAND_DISPLAY (display))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      GdkContentProvider *offers[] = {
        gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes),
        gdk_content_provider_new_for_bytes ("text/plain", bytes),
      };

      return gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
    }
#endif
  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

/**
 * zg_clipboard_copy_async:
 * @window: the window that copies; comes to the front when it is not there
 * @text: what to copy
 * @cancellable: (nullable):
 *
 * Puts @text on the clipboard. Say "copied" only in @callback, after zg_clipboard_copy_finish() returned %TRUE.
 */
void
zg_clipboard_copy_async (GtkWindow           *window,
                         const char          *text,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (text != NULL);

  copy_content (window, offer_text (gtk_widget_get_display (GTK_WIDGET (window)), text), cancellable, callback, user_data);
}

/* The bytes as they are; and as PNG, which every chat program takes. */
static GdkContentProvider *
offer_picture (const ZgPicture *picture)
{
  GdkContentProvider *offers[2];
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GBytes) png = NULL;

  offers[0] = gdk_content_provider_new_for_bytes (picture->media_type, picture->bytes);
  if (g_str_equal (picture->media_type, "image/png"))
    return offers[0];
  texture = gdk_texture_new_from_bytes (picture->bytes, NULL);
  if (texture == NULL)
    return offers[0];

  png = gdk_texture_save_to_png_bytes (texture);
  offers[1] = gdk_content_provider_new_for_bytes ("image/png", png);
  return gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
}

/**
 * zg_clipboard_copy_picture_async:
 * @window: the window that copies; comes to the front when it is not there
 * @picture: what to copy
 * @cancellable: (nullable):
 *
 * Puts a picture on the clipboard as an image, as zg_clipboard_copy_async() does a text.
 */
void
zg_clipboard_copy_picture_async (GtkWindow           *window,
                                 const ZgPicture     *picture,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (picture != NULL);

  copy_content (window, offer_picture (picture), cancellable, callback, user_data);
}

/**
 * zg_clipboard_copy_image_async:
 * @window: the window that copies; comes to the front when it is not there
 * @media_type: what @bytes are
 * @bytes: a picture as it is
 * @png: the same as PNG, made on another thread: for a photo that takes a while
 * @cancellable: (nullable):
 *
 * Does what zg_clipboard_copy_picture_async() does, without decoding anything.
 */
void
zg_clipboard_copy_image_async (GtkWindow           *window,
                               const char          *media_type,
                               GBytes              *bytes,
                               GBytes              *png,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GdkContentProvider *offers[2];

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (media_type != NULL && bytes != NULL && png != NULL);

  offers[0] = gdk_content_provider_new_for_bytes (media_type, bytes);
  if (!g_str_equal (media_type, "image/png"))
    {
      offers[1] = gdk_content_provider_new_for_bytes ("image/png", png);
      offers[0] = gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
    }
  copy_content (window, offers[0], cancellable, callback, user_data);
}

/**
 * zg_clipboard_copy_finish:
 * @error: return location, #ZG_CLIPBOARD_ERROR
 *
 * Returns: whether the clipboard holds what was to be copied
 */
gboolean
zg_clipboard_copy_finish (GtkWindow     *window,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, window), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * zg_clipboard_prepare:
 * @display: the display
 *
 * To be called before the first window comes: on Wayland a copy has to name the key or click that it answers.
 */
void
zg_clipboard_prepare (GdkDisplay *display)
{
#ifdef GDK_WINDOWING_WAYLAND
  if (GDK_IS_WAYLAND_DISPLAY (display))
    zg_wayland_seat_get (display);
#endif
}

/**
 * zg_clipboard_is_ours:
 * @display: a display
 *
 * Follow #GdkClipboard::changed to learn when that ends.
 *
 * Returns: whether this program copied what is on the clipboard, and has to be there for it to be pasted
 */
gboolean
zg_clipboard_is_ours (GdkDisplay *display)
{
#ifdef GDK_WINDOWING_WAYLAND
  if (GDK_IS_WAYLAND_DISPLAY (display) && zg_wayland_copy_is_there (display))
    return TRUE;
#endif
  return gdk_clipboard_is_local (gdk_display_get_clipboard (display));
}
