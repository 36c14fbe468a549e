/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-shell"

#include "config.h"

#include <gtk/gtk.h>

/*
 * A desktop's search for tests, in a window that has the keyboard as GNOME Shell's overview has it. Enter asks zhanggui for
 * the words and chooses the first result, as remoteSearch.js of GNOME Shell 43 does: with the time of the key and nothing
 * else. Ctrl+Enter asks for the quick panel as a launcher does: with an activation token among the platform data.
 */

#define PROVIDER_PATH "/io/github/zhanggui/Zhanggui"
#define PROVIDER "org.gnome.Shell.SearchProvider2"

static GVariant *
call (const char *path,
      const char *interface,
      const char *method,
      GVariant   *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  GVariant *answer = g_dbus_connection_call_sync (bus, APPLICATION_ID, path, interface, method, arguments, NULL,
                                                  G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  if (answer == NULL)
    g_error ("%s: %s", method, error->message);

  return answer;
}

static void
choose_first (const char *words,
              guint32     time)
{
  const char *terms[] = { words, NULL };
  g_autoptr (GVariant) answer =
    call (PROVIDER_PATH "/SearchProvider", PROVIDER, "GetInitialResultSet", g_variant_new ("(^as)", terms));
  g_autoptr (GVariant) results = g_variant_get_child_value (answer, 0);
  g_autoptr (GVariant) done = NULL;
  const char *first;

  if (g_variant_n_children (results) == 0)
    {
      g_printerr ("Nothing found for “%s”\n", words);
      return;
    }

  g_variant_get_child (results, 0, "&s", &first);
  done = call (PROVIDER_PATH "/SearchProvider", PROVIDER, "ActivateResult",
               g_variant_new ("(s^asu)", first, terms, time));
}

static void
open_panel (GtkWidget *entry)
{
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (entry));
  g_autoptr (GAppInfo) program = g_app_info_create_from_commandline ("zhanggui", NULL,
                                                                     G_APP_INFO_CREATE_SUPPORTS_STARTUP_NOTIFICATION, NULL);
  g_autofree char *token = g_app_launch_context_get_startup_notify_id (G_APP_LAUNCH_CONTEXT (context), program, NULL);
  g_autoptr (GVariant) done = NULL;
  GVariantBuilder data;

  g_variant_builder_init (&data, G_VARIANT_TYPE_VARDICT);
  /* For who wants to see it arrive. */
  g_printerr ("token %s\n", token != NULL ? token : "");
  if (token != NULL)
    g_variant_builder_add (&data, "{sv}", "desktop-startup-id", g_variant_new_string (token));
  done = call (PROVIDER_PATH, "org.freedesktop.Application", "ActivateAction",
               g_variant_new ("(s@ava{sv})", "quick-reply", g_variant_new_array (G_VARIANT_TYPE_VARIANT, NULL, 0), &data));
}

static gboolean
key_cb (GtkEventController *controller,
        guint               keyval,
        guint               keycode,
        GdkModifierType     state,
        gpointer            user_data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (controller);

  if (keyval != GDK_KEY_Return)
    return GDK_EVENT_PROPAGATE;

  if ((state & GDK_CONTROL_MASK) != 0)
    open_panel (entry);
  else
    choose_first (gtk_editable_get_text (GTK_EDITABLE (entry)), gtk_event_controller_get_current_event_time (controller));
  return GDK_EVENT_STOP;
}

int
main (void)
{
  GtkWidget *window;
  GtkWidget *entry;
  GtkEventController *keys;

  gtk_init ();
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "shell");
  entry = gtk_entry_new ();
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), NULL);
  gtk_widget_add_controller (entry, keys);
  gtk_window_set_child (GTK_WINDOW (window), entry);
  gtk_window_present (GTK_WINDOW (window));

  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);

  return 0;
}
