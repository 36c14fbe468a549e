/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-residence"

#include "config.h"

#include "zg-residence.h"

#include <glib/gi18n.h>

#include "zg-clipboard.h"
#include "zg-computer-settings.h"

/*
 * Why the program goes on without a window: because that was asked for, or because what was copied would be gone from the
 * clipboard with it. The clipboard of X11 and Wayland is served by the program that was copied from; where no clipboard
 * manager takes the text over, the program waits in the background until something else is copied.
 */

struct _ZgResidence
{
  GtkApplication *application;  /* not owned: it owns this */
  ZgResidenceRest rest;
  gpointer user_data;
  GSettings *settings;          /* or NULL */
  GCancellable *cancellable;
  gboolean stays;               /* from the beginning, without a window */
  gboolean holds;
  gboolean quitting;
  gulong clipboard_id;          /* until something else is copied, or 0 */
};

static gboolean
keeps_running (ZgResidence *residence)
{
  return residence->stays || (residence->settings != NULL && g_settings_get_boolean (residence->settings, "keep-running"));
}

static void
update_hold (ZgResidence *residence)
{
  gboolean hold = keeps_running (residence) && !residence->quitting;

  if (hold == residence->holds)
    return;

  residence->holds = hold;
  if (hold)
    g_application_hold (G_APPLICATION (residence->application));
  else
    g_application_release (G_APPLICATION (residence->application));
}

static gboolean
is_clipboard_ours (void)
{
  return zg_clipboard_is_ours (gdk_display_get_default ());
}

static GdkClipboard *
get_clipboard (void)
{
  return gdk_display_get_clipboard (gdk_display_get_default ());
}

static void
clipboard_changed_cb (ZgResidence  *residence,
                      GdkClipboard *clipboard)
{
  if (is_clipboard_ours ())
    return;

  g_clear_signal_handler (&residence->clipboard_id, clipboard);
  g_application_release (G_APPLICATION (residence->application));
}

/* Once: who has read it knows. */
static void
tell (ZgResidence *residence)
{
  g_autoptr (GNotification) notification = NULL;

  if (residence->settings == NULL || g_settings_get_boolean (residence->settings, "told-of-waiting"))
    return;

  notification = g_notification_new (_("Zhanggui waits in the background"));
  g_notification_set_body (notification, _("What you copied can be pasted until you copy something else. Then Zhanggui ends "
                                           "by itself."));
  g_application_send_notification (G_APPLICATION (residence->application), "waiting", notification);
  g_settings_set_boolean (residence->settings, "told-of-waiting", TRUE);
}

/* Until something else is copied. */
static void
wait_for_other_copy (ZgResidence *residence)
{
  g_application_hold (G_APPLICATION (residence->application));
  residence->clipboard_id =
    g_signal_connect_swapped (get_clipboard (), "changed", G_CALLBACK (clipboard_changed_cb), residence);
  tell (residence);
  if (!residence->holds)
    residence->rest (residence->user_data);
}

typedef struct {
  ZgResidence *residence;       /* gone when @cancellable is cancelled */
  GtkApplication *application;
  GCancellable *cancellable;
} Storing;

static void
storing_free (Storing *storing)
{
  g_application_release (G_APPLICATION (storing->application));
  g_object_unref (storing->application);
  g_object_unref (storing->cancellable);
  g_free (storing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Storing, storing_free)

/* Unless a window has come meanwhile, or the program is told to end. */
static void
wait_if_needed (Storing *storing)
{
  if (!g_cancellable_is_cancelled (storing->cancellable) && is_clipboard_ours ()
      && gtk_application_get_windows (storing->application) == NULL)
    wait_for_other_copy (storing->residence);
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Storing) storing = user_data;

  if (!gdk_clipboard_store_finish (GDK_CLIPBOARD (object), result, NULL))
    wait_if_needed (storing);
}

/* On Wayland nobody takes over what the toolkit does not know of. */
static gboolean
not_stored_cb (gpointer user_data)
{
  wait_if_needed (user_data);

  return G_SOURCE_REMOVE;
}

static void
window_added_cb (ZgResidence *residence)
{
  residence->quitting = FALSE;
  update_hold (residence);
  if (residence->clipboard_id == 0)
    return;

  g_clear_signal_handler (&residence->clipboard_id, get_clipboard ());
  g_application_release (G_APPLICATION (residence->application));
}

static void
window_removed_cb (ZgResidence *residence)
{
  Storing *storing;

  if (gtk_application_get_windows (residence->application) != NULL || residence->clipboard_id != 0
      || residence->holds || !is_clipboard_ours ())
    return;


  storing = g_new0 (Storing, 1);
  storing->residence = residence;
  storing->application = g_object_ref (residence->application);
  storing->cancellable = g_object_ref (residence->cancellable);
  g_application_hold (G_APPLICATION (residence->application));
  if (gdk_clipboard_is_local (get_clipboard ()))
    gdk_clipboard_store_async (get_clipboard (), G_PRIORITY_DEFAULT, NULL, stored_cb, storing);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, not_stored_cb, storing, (GDestroyNotify) storing_free);
}

/**
 * zg_residence_new:
 * @application: the application, which owns it
 * @rest: called when only the clipboard keeps the program, so that the shop can be closed
 * @user_data: for @rest
 *
 * Returns: (transfer full): what keeps the application running without a window
 */
ZgResidence *
zg_residence_new (GtkApplication  *application,
                  ZgResidenceRest  rest,
                  gpointer         user_data)
{
  ZgResidence *residence = g_new0 (ZgResidence, 1);

  residence->application = application;
  residence->rest = rest;
  residence->user_data = user_data;
  residence->settings = zg_computer_settings_new ();
  residence->cancellable = g_cancellable_new ();
  zg_clipboard_prepare (gdk_display_get_default ());
  if (residence->settings != NULL)
    g_signal_connect_swapped (residence->settings, "changed::keep-running", G_CALLBACK (update_hold), residence);
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (window_added_cb), residence);
  g_signal_connect_swapped (application, "window-removed", G_CALLBACK (window_removed_cb), residence);
  update_hold (residence);

  return residence;
}

/**
 * zg_residence_free:
 * @residence: what keeps the application running
 */
void
zg_residence_free (ZgResidence *residence)
{
  g_cancellable_cancel (residence->cancellable);
  g_signal_handlers_disconnect_by_data (residence->application, residence);
  if (residence->settings != NULL)
    g_signal_handlers_disconnect_by_data (residence->settings, residence);
  if (residence->clipboard_id != 0)
    g_clear_signal_handler (&residence->clipboard_id, get_clipboard ());
  g_object_unref (residence->cancellable);
  g_clear_object (&residence->settings);
  g_free (residence);
}

/**
 * zg_residence_stay:
 * @residence: what keeps the application running
 *
 * From now on the application runs until it is told to quit.
 */
void
zg_residence_stay (ZgResidence *residence)
{
  residence->stays = TRUE;
  update_hold (residence);
}

/* With all that was typed in it: it comes back as it was. */
static gboolean
close_request_cb (ZgResidence *residence,
                  GtkWindow   *window)
{
  if (residence->quitting || !keeps_running (residence))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_hide (GTK_WIDGET (window));
  return GDK_EVENT_STOP;
}

/**
 * zg_residence_adopt:
 * @residence: what keeps the application running
 * @window: the shop's window
 *
 * Lets the window hide instead of being closed while the program keeps running.
 */
void
zg_residence_adopt (ZgResidence *residence,
                    GtkWindow   *window)
{
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (close_request_cb), residence);
}

/**
 * zg_residence_quit:
 * @residence: what keeps the application running
 *
 * Closes all windows, one by one, because one may have something to say about it. When all are closed nothing but the
 * clipboard keeps the program.
 */
void
zg_residence_quit (ZgResidence *residence)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (residence->application));
  g_autoptr (GtkApplication) application = g_object_ref (residence->application);

  residence->quitting = TRUE;
  g_application_set_inactivity_timeout (G_APPLICATION (application), 0);
  update_hold (residence);
  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
  /* One stays. */
  if (gtk_application_get_windows (application) != NULL)
    {
      residence->quitting = FALSE;
      update_hold (residence);
    }
}
