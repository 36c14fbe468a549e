/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-application"

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "quick/zg-quick-panel.h"
#include "quick/zg-quick-service.h"
#include "zg-about-window.h"
#include "zg-change-windows.h"
#include "zg-application.h"
#include "zg-backup.h"
#include "zg-composition.h"
#include "zg-error-window.h"
#include "zg-message.h"
#include "zg-open-shop.h"
#include "zg-residence.h"
#include "zg-resources.h"
#include "zg-window.h"

/* What it was started for. */
typedef enum {
  START_WINDOW,
  START_PANEL,
  START_BACKGROUND,
} Start;

struct _ZgApplication
{
  AdwApplication parent_instance;

  Start start;
  ZgQuickService *quick;
  ZgResidence *residence;
  ZgOpenShop *shop;
  guint term_source;
  guint int_source;
};

G_DEFINE_FINAL_TYPE (ZgApplication, zg_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a throw-away shop with invented data"), NULL },
  { "quick-reply", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the quick panel: find a reply and copy it"), NULL },
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Start without a window, ready for the quick panel"), NULL },
  { "db", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, N_("Use this shop file"), N_("FILE") },
  { "now", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, N_("What the clock says"), N_("TIME") },
  { NULL }
};

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_window_present (zg_about_window_new (gtk_application_get_active_window (user_data)));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  zg_residence_quit (ZG_APPLICATION (user_data)->residence);
}

static ZgClock *
make_clock (const char  *now,
            GError     **error)
{
  ZgTime time;

  if (now == NULL)
    return zg_clock_new_system ();

  return zg_time_parse_iso (now, NULL, &time, error) ? zg_clock_new_fixed (time, NULL) : NULL;
}

/* One program for one shop: who comes second only asks the first. */
static int
start_for (ZgApplication *self,
           Start          start)
{
  GApplication *application = G_APPLICATION (self);
  g_autoptr (GError) error = NULL;

  self->start = start;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (!g_application_get_is_remote (application))
    return -1;

  if (start == START_PANEL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "quick-reply", NULL);
  return 0;
}

static int
zg_application_handle_local_options (GApplication *application,
                                     GVariantDict *dict)
{
  ZgApplication *self = ZG_APPLICATION (application);
  gboolean demo = g_variant_dict_contains (dict, "demo");
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgClock) clock = NULL;
  g_autofree char *path = NULL;
  const char *now = NULL;

  g_variant_dict_lookup (dict, "db", "^ay", &path);
  g_variant_dict_lookup (dict, "now", "&s", &now);
  clock = make_clock (now, &error);
  if (clock == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  self->shop = zg_open_shop_new (clock, path, demo);

  /* A shop of one's own stands beside the real one instead of raising its window. */
  if (demo || path != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  if (g_variant_dict_contains (dict, "quick-reply"))
    return start_for (self, START_PANEL);
  if (g_variant_dict_contains (dict, "background"))
    return start_for (self, START_BACKGROUND);
  return -1;
}

/* The one that was used last; the quick panel goes beside it. */
static GtkWindow *
find_window (ZgApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (!ZG_IS_QUICK_PANEL (item->data))
      return item->data;

  return NULL;
}

static gboolean
is_set_up (ZgApplication *self)
{
  ZgSession *session = zg_open_shop_get_session (self->shop);

  return session != NULL && zg_shop_profile_get_set_up (zg_session_get_profile (session));
}

static ZgSession *
find_shop_cb (gpointer user_data)
{
  ZgApplication *self = user_data;

  if (!zg_open_shop_exists (self->shop) || !zg_open_shop_open (self->shop, NULL) || !is_set_up (self))
    return NULL;

  return zg_open_shop_get_session (self->shop);
}

static gboolean
prepare_cb (gpointer user_data)
{
  ZgApplication *self = user_data;
  ZgSession *session = self->quick != NULL ? find_shop_cb (self) : NULL;

  if (session != NULL)
    zg_quick_service_prepare (self->quick, session);

  return G_SOURCE_REMOVE;
}

/* When there is nothing else to do: the window that one waits for comes first. */
static void
prepare_panel (ZgApplication *self)
{
  g_idle_add_full (G_PRIORITY_LOW, prepare_cb, g_object_ref (self), g_object_unref);
}

static void
show_window (ZgApplication *self)
{
  GtkApplication *application = GTK_APPLICATION (self);
  GtkWindow *window = find_window (self);
  g_autoptr (GError) error = NULL;

  if (window == NULL && zg_open_shop_open (self->shop, &error))
    {
      window = GTK_WINDOW (zg_window_new (application, zg_open_shop_get_session (self->shop)));
      zg_residence_adopt (self->residence, window);
      prepare_panel (self);
    }
  else if (window == NULL)
    {
      window = GTK_WINDOW (zg_error_window_new (application, zg_open_shop_get_path (self->shop),
                                                zg_open_shop_get_clock (self->shop), error));
    }
  gtk_window_present (window);
}

/* Without a shop, or before its first questions are answered, there is nothing to copy: the window tells. */
static ZgSession *
open_shop_cb (gpointer user_data)
{
  ZgApplication *self = user_data;

  if (zg_open_shop_open (self->shop, NULL) && is_set_up (self))
    return zg_open_shop_get_session (self->shop);

  show_window (self);
  return NULL;
}

static void
open_window_cb (const char *action,
                GVariant   *parameter,
                gpointer    user_data)
{
  show_window (user_data);
  g_action_group_activate_action (G_ACTION_GROUP (find_window (user_data)), action, parameter);
}

static void
quick_reply_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  zg_quick_service_open (ZG_APPLICATION (user_data)->quick, NULL, GDK_CURRENT_TIME);
}

static void
close_shop (ZgApplication *self)
{
  zg_quick_service_forget (self->quick);
  zg_open_shop_close (self->shop);
}

/* Only what was copied is still needed. */
static void
rest_cb (gpointer user_data)
{
  ZgApplication *self = user_data;

  if (!zg_open_shop_is_demo (self->shop))
    close_shop (self);
}

static void
restore_backup (GtkApplication *application,
                GVariant       *parameter)
{
  ZgApplication *self = ZG_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  g_autofree char *replaced = NULL;
  GtkWindow *window;

  close_shop (self);
  replaced = zg_backup_restore (zg_open_shop_get_path (self->shop), g_variant_get_bytestring (parameter),
                                zg_open_shop_get_clock (self->shop), &error);
  show_window (self);

  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (replaced == NULL)
    zg_message_show_error (window, error);
  else if (ZG_IS_WINDOW (window))
    zg_window_toast (ZG_WINDOW (window), _("Restored. The replaced file is kept beside the shop file."));
}

/* Nobody may have the shop file open while it is replaced, so the window goes and comes back. */
static void
restore_backup_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  zg_change_windows (user_data, restore_backup, parameter);
}

static void
try_again (GtkApplication *application,
           GVariant       *parameter)
{
  show_window (ZG_APPLICATION (application));
}

/* From the error window: what was in the way may be gone. */
static void
try_again_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  if (ZG_IS_ERROR_WINDOW (gtk_application_get_active_window (user_data)))
    zg_change_windows (user_data, try_again, NULL);
}

static void
open_demo (GtkApplication *application,
           GVariant       *parameter)
{
  ZgApplication *self = ZG_APPLICATION (application);

  close_shop (self);
  zg_open_shop_become_demo (self->shop);
  show_window (self);
}

/* From the first start: the demo takes the place of the window until it is closed. */
static void
demo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  zg_change_windows (user_data, open_demo, NULL);
}

static const GActionEntry entries[] = {
  { "demo", demo_cb },
  { "try-again", try_again_cb },
  { "about", about_cb },
  { "restore-backup", restore_backup_cb, "ay" },
  { "quick-reply", quick_reply_cb },
  { "quit", quit_cb },
};

/* So that the end of a session or Ctrl+C in a terminal closes the shop properly and takes a demo away. */
static gboolean
terminated_cb (gpointer user_data)
{
  g_application_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static void
zg_application_startup (GApplication *application)
{
  static const struct {
    const char *action;
    const char *accel;
  } keys[] = {
    { "app.quit", "<Control>q" },
    { "win.import", "<Control>i" },
    { "win.mask-phones", "<Control>h" },
    { "win.preferences", "<Control>comma" },
    { "win.shortcuts", "<Control>question" },
  };

  G_APPLICATION_CLASS (zg_application_parent_class)->startup (application);

  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    prepare_panel (ZG_APPLICATION (application));
  /* A shop of one's own stands beside the real one, whose key it is. */
  if ((g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE) == 0)
    zg_global_shortcut_resume (zg_application_get_shortcut (ZG_APPLICATION (application)));
  ZG_APPLICATION (application)->residence = zg_residence_new (GTK_APPLICATION (application), rest_cb, application);
  ZG_APPLICATION (application)->term_source = g_unix_signal_add (SIGTERM, terminated_cb, application);
  ZG_APPLICATION (application)->int_source = g_unix_signal_add (SIGINT, terminated_cb, application);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action,
                                           (const char *[]) { keys[i].accel, NULL });
}

static void
zg_application_activate (GApplication *application)
{
  ZgApplication *self = ZG_APPLICATION (application);
  Start start = self->start;

  self->start = START_WINDOW;
  if (start == START_WINDOW)
    {
      show_window (self);
    }
  else if (start == START_PANEL)
    {
      zg_quick_service_open (self->quick, NULL, GDK_CURRENT_TIME);
    }
  else
    {
      zg_residence_stay (self->residence);
      prepare_panel (self);
    }
}

/* Also those that stand over another window: they come to its application. */
static void
zg_application_window_added (GtkApplication *application,
                             GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (zg_application_parent_class)->window_added (application, window);
  zg_composition_guard (GTK_WIDGET (window));
}

static gboolean
zg_application_dbus_register (GApplication     *application,
                              GDBusConnection  *connection,
                              const char       *object_path,
                              GError          **error)
{
  return G_APPLICATION_CLASS (zg_application_parent_class)->dbus_register (application, connection, object_path, error)
         && zg_quick_service_export (ZG_APPLICATION (application)->quick, connection, object_path, error);
}

static void
zg_application_dbus_unregister (GApplication    *application,
                                GDBusConnection *connection,
                                const char      *object_path)
{
  if (ZG_APPLICATION (application)->quick != NULL)
    zg_quick_service_unexport (ZG_APPLICATION (application)->quick);

  G_APPLICATION_CLASS (zg_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
zg_application_shutdown (GApplication *application)
{
  ZgApplication *self = ZG_APPLICATION (application);

  /* The windows go first: they use the session. */
  g_clear_pointer (&self->residence, zg_residence_free);
  g_clear_pointer (&self->quick, zg_quick_service_free);
  G_APPLICATION_CLASS (zg_application_parent_class)->shutdown (application);

  g_clear_handle_id (&self->term_source, g_source_remove);
  g_clear_handle_id (&self->int_source, g_source_remove);
  g_clear_pointer (&self->shop, zg_open_shop_free);
}

static void
zg_application_finalize (GObject *object)
{
  ZgApplication *self = ZG_APPLICATION (object);

  /* Where there was no start, as with a wrong option. */
  g_clear_pointer (&self->quick, zg_quick_service_free);
  g_clear_pointer (&self->shop, zg_open_shop_free);

  G_OBJECT_CLASS (zg_application_parent_class)->finalize (object);
}

static void
zg_application_class_init (ZgApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = zg_application_finalize;
  application_class->handle_local_options = zg_application_handle_local_options;
  application_class->startup = zg_application_startup;
  application_class->activate = zg_application_activate;
  application_class->dbus_register = zg_application_dbus_register;
  application_class->dbus_unregister = zg_application_dbus_unregister;
  application_class->shutdown = zg_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_added = zg_application_window_added;

  /* The linker drops a static library's constructors, so the resources are registered by name. */
  zg_app_register_resource ();
}

static void
zg_application_init (ZgApplication *self)
{
  const ZgQuickCalls calls = { open_shop_cb, find_shop_cb, open_window_cb, self };

  /* On the bus before anything else is: others may ask at once. */
  self->quick = zg_quick_service_new (GTK_APPLICATION (self), &calls);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * zg_application_new:
 *
 * Returns: (transfer full): the application
 */
ZgApplication *
zg_application_new (void)
{
  return g_object_new (ZG_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", RESOURCE_BASE,
                       NULL);
}

/**
 * zg_application_get_shortcut:
 *
 * Returns: (transfer none): the key of the desktop that opens the quick panel
 */
ZgGlobalShortcut *
zg_application_get_shortcut (ZgApplication *self)
{
  g_return_val_if_fail (ZG_IS_APPLICATION (self), NULL);

  return zg_quick_service_get_shortcut (self->quick);
}
