/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-application"

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "zg-about-window.h"
#include "zg-application.h"
#include "zg-backup-task.h"
#include "zg-backup.h"
#include "zg-demo.h"
#include "zg-error-window.h"
#include "zg-message.h"
#include "zg-resources.h"
#include "zg-search-rebuild.h"
#include "zg-shop-file.h"
#include "zg-starter-library.h"
#include "zg-window.h"

/* How often to look whether a backup is due. Not at once: the first minutes of a day belong to the person. */
#define BACKUP_CHECK_SECONDS (10 * 60)

struct _ZgApplication
{
  AdwApplication parent_instance;

  ZgClock *clock;
  char *path;
  gboolean demo;
  ZgStore *store;
  ZgSession *session;
  guint backup_timeout;
  guint term_source;
  guint int_source;
};

G_DEFINE_FINAL_TYPE (ZgApplication, zg_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a throw-away shop with invented data"), NULL },
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
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* One by one: a window may have something to say about it. */
  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

static gboolean
set_clock (ZgApplication  *self,
           const char     *text,
           GError        **error)
{
  ZgTime now;

  if (text == NULL)
    {
      self->clock = zg_clock_new_system ();
      return TRUE;
    }
  if (!zg_time_parse_iso (text, NULL, &now, error))
    return FALSE;

  self->clock = zg_clock_new_fixed (now, NULL);
  return TRUE;
}

static int
zg_application_handle_local_options (GApplication *application,
                                     GVariantDict *dict)
{
  ZgApplication *self = ZG_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  const char *now = NULL;

  self->demo = g_variant_dict_contains (dict, "demo");
  g_variant_dict_lookup (dict, "db", "^ay", &self->path);
  g_variant_dict_lookup (dict, "now", "&s", &now);
  if (!set_clock (self, now, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  /* A shop of one's own stands beside the real one instead of raising its window. */
  if (self->demo || self->path != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static gboolean
choose_path (ZgApplication  *self,
             GError        **error)
{
  g_autofree char *folder = NULL;

  if (self->path != NULL)
    return TRUE;
  if (!self->demo)
    {
      self->path = zg_shop_file_default_path ();
      return TRUE;
    }

  folder = g_dir_make_tmp ("zhanggui-demo-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  self->path = g_build_filename (folder, "shop.db", NULL);
  return TRUE;
}

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ZgSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!zg_backup_task_run_finish (result, &error))
    zg_session_fail (session, error);
}

static gboolean
daily_backup_cb (gpointer user_data)
{
  ZgApplication *self = user_data;

  zg_backup_task_run_async (self->path, self->clock, TRUE, NULL, backed_up_cb, g_object_ref (self->session));

  return G_SOURCE_CONTINUE;
}

static gboolean
fill_demo (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return zg_demo_fill (db, zg_starter_library_pick_language (g_get_language_names ()), data, error);
}

static gboolean
open_shop (ZgApplication  *self,
           GError        **error)
{
  if (!choose_path (self, error))
    return FALSE;

  self->store = zg_store_open (self->path, error);
  if (self->store == NULL)
    return FALSE;

  if (self->demo && !zg_store_write (self->store, fill_demo, self->clock, error))
    return FALSE;

  zg_store_watch (self->store);
  zg_search_rebuild_start (self->store);
  self->session = zg_session_new (self->store, self->clock);
  if (!self->demo && !zg_store_is_read_only (self->store))
    self->backup_timeout = g_timeout_add_seconds (BACKUP_CHECK_SECONDS, daily_backup_cb, self);

  return TRUE;
}

static void
close_shop (ZgApplication *self)
{
  g_clear_handle_id (&self->backup_timeout, g_source_remove);
  g_clear_object (&self->session);
  if (self->store != NULL)
    zg_store_close (self->store);
  g_clear_object (&self->store);
}

static void
show_window (ZgApplication *self)
{
  GtkApplication *application = GTK_APPLICATION (self);
  GtkWindow *window = gtk_application_get_active_window (application);
  g_autoptr (GError) error = NULL;

  if (window == NULL && (self->session != NULL || open_shop (self, &error)))
    window = GTK_WINDOW (zg_window_new (application, self->session));
  else if (window == NULL)
    window = GTK_WINDOW (zg_error_window_new (application, self->path, self->clock, error));
  gtk_window_present (window);
}

typedef struct {
  ZgApplication *application;
  void (*func) (ZgApplication *self,
                GVariant      *parameter);
  GVariant *parameter;
} Change;

static gboolean
change_cb (gpointer user_data)
{
  Change *change = user_data;
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (GTK_APPLICATION (change->application))) != NULL)
    gtk_window_destroy (window);
  change->func (change->application, change->parameter);

  return G_SOURCE_REMOVE;
}

static void
change_free (gpointer user_data)
{
  Change *change = user_data;

  g_application_release (G_APPLICATION (change->application));
  g_object_unref (change->application);
  g_clear_pointer (&change->parameter, g_variant_unref);
  g_free (change);
}

/* All windows go, and @func brings up the next. Not at once: what was pressed for it is in one of those windows, and has
 * to be done with that first. */
static void
change_windows (ZgApplication *self,
                void         (*func) (ZgApplication *self,
                                      GVariant      *parameter),
                GVariant      *parameter)
{
  Change *change = g_new0 (Change, 1);

  g_application_hold (G_APPLICATION (self));
  change->application = g_object_ref (self);
  change->func = func;
  change->parameter = parameter != NULL ? g_variant_ref (parameter) : NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, change_cb, change, change_free);
}

static void
restore_backup (ZgApplication *self,
                GVariant      *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *replaced = NULL;
  GtkWindow *window;

  close_shop (self);
  replaced = zg_backup_restore (self->path, g_variant_get_bytestring (parameter), self->clock, &error);
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
  change_windows (user_data, restore_backup, parameter);
}

static void
try_again (ZgApplication *self,
           GVariant      *parameter)
{
  show_window (self);
}

/* From the error window: what was in the way may be gone. */
static void
try_again_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  if (ZG_IS_ERROR_WINDOW (gtk_application_get_active_window (user_data)))
    change_windows (user_data, try_again, NULL);
}

static void
open_demo (ZgApplication *self,
           GVariant      *parameter)
{
  close_shop (self);
  self->demo = TRUE;
  g_clear_pointer (&self->path, g_free);
  show_window (self);
}

/* From the first start: the demo takes the place of the window until it is closed. */
static void
demo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  change_windows (user_data, open_demo, NULL);
}

static const GActionEntry entries[] = {
  { "demo", demo_cb },
  { "try-again", try_again_cb },
  { "about", about_cb },
  { "restore-backup", restore_backup_cb, "ay" },
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
    { "win.preferences", "<Control>comma" },
    { "win.shortcuts", "<Control>question" },
  };

  G_APPLICATION_CLASS (zg_application_parent_class)->startup (application);

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
  show_window (ZG_APPLICATION (application));
}

static void
remove_demo (ZgApplication *self)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (self->path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
zg_application_shutdown (GApplication *application)
{
  ZgApplication *self = ZG_APPLICATION (application);

  /* The windows go first: they use the session. */
  G_APPLICATION_CLASS (zg_application_parent_class)->shutdown (application);

  g_clear_handle_id (&self->term_source, g_source_remove);
  g_clear_handle_id (&self->int_source, g_source_remove);
  close_shop (self);
  if (self->demo && self->path != NULL)
    remove_demo (self);
}

static void
zg_application_finalize (GObject *object)
{
  ZgApplication *self = ZG_APPLICATION (object);

  g_clear_pointer (&self->clock, zg_clock_unref);
  g_clear_pointer (&self->path, g_free);

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
  application_class->shutdown = zg_application_shutdown;

  /* The linker drops a static library's constructors, so the resources are registered by name. */
  zg_app_register_resource ();
}

static void
zg_application_init (ZgApplication *self)
{
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
