/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-application"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-application.h"
#include "zg-resources.h"
#include "zg-window.h"

struct _ZgApplication
{
  AdwApplication parent_instance;

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

static void
zg_application_startup (GApplication *application)
{
  static const struct {
    const char *action;
    const char *accels[2];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "win.import", { "<Control>i" } },
    { "win.preferences", { "<Control>comma" } },
  };

  G_APPLICATION_CLASS (zg_application_parent_class)->startup (application);

  g_set_application_name (_("Zhanggui"));
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action,
                                           (const char *[]) { keys[i].accels[0], NULL });
}

static void
zg_application_activate (GApplication *application)
{
  ZgApplication *self = ZG_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (self->session == NULL)
    self->session = zg_session_new (NULL, NULL);
  if (window == NULL)
    window = GTK_WINDOW (zg_window_new (GTK_APPLICATION (application), self->session));
  gtk_window_present (window);
}

static void
zg_application_dispose (GObject *object)
{
  ZgApplication *self = ZG_APPLICATION (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_application_parent_class)->dispose (object);
}

static void
zg_application_class_init (ZgApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_application_dispose;
  application_class->startup = zg_application_startup;
  application_class->activate = zg_application_activate;

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
