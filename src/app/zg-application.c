/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-application"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "zg-application.h"
#include "zg-error-window.h"
#include "zg-resources.h"
#include "zg-window.h"

struct _ZgApplication
{
  AdwApplication parent_instance;

  ZgClock *clock;
  char *path;
  gboolean demo;
  ZgStore *store;
  ZgSession *session;
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
  adw_show_about_window (gtk_application_get_active_window (user_data),
                         "application-name", _("Zhanggui"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "comments", _("The desk that the owner of a small online shop works at."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_application_quit (user_data);
}

static const GActionEntry entries[] = {
  { "about", about_cb },
  { "quit", quit_cb },
};

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
  };

  G_APPLICATION_CLASS (zg_application_parent_class)->startup (application);

  g_set_application_name (_("Zhanggui"));
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action,
                                           (const char *[]) { keys[i].accel, NULL });
}

static gboolean
choose_path (ZgApplication  *self,
             GError        **error)
{
  g_autofree char *folder = NULL;

  if (self->path != NULL)
    return TRUE;

  if (self->demo)
    folder = g_dir_make_tmp ("zhanggui-demo-XXXXXX", error);
  else
    folder = g_build_filename (g_get_user_data_dir (), "zhanggui", NULL);
  if (folder == NULL)
    return FALSE;

  self->path = g_build_filename (folder, "shop.db", NULL);
  return TRUE;
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

  zg_store_watch (self->store);
  self->session = zg_session_new (self->store, self->clock);

  return TRUE;
}

static void
zg_application_activate (GApplication *application)
{
  ZgApplication *self = ZG_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GError) error = NULL;

  if (window == NULL)
    {
      if (self->session != NULL || open_shop (self, &error))
        window = GTK_WINDOW (zg_window_new (GTK_APPLICATION (application), self->session));
      else
        window = GTK_WINDOW (zg_error_window_new (GTK_APPLICATION (application), error));
    }
  gtk_window_present (window);
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

  g_clear_object (&self->session);
  if (self->store != NULL)
    zg_store_close (self->store);
  g_clear_object (&self->store);
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
