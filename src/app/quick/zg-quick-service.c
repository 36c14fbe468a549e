/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-quick-service"

#include "config.h"

#include "zg-quick-service.h"

#include <glib/gi18n.h>

#include "zg-quick-panel.h"
#include "zg-search-provider.h"

/*
 * The quick panel for those who ask from outside of the windows: the action `app.quick-reply`, a system shortcut, the
 * search of the desktop. The panel is made ahead of time and kept, so that it comes at once.
 */

/* For so long after it was used last the program goes on without a window, in milliseconds. */
#define LINGER (60 * 1000)

struct _ZgQuickService
{
  GtkApplication *application;  /* not owned: it owns this */
  ZgQuickCalls calls;
  ZgQuickPanel *panel;          /* a weak pointer; GTK owns it */
  ZgSearchProvider *provider;
  ZgGlobalShortcut *shortcut;
};

/* A hidden panel is none of the application's windows, or it would keep the application running for ever. */
static void
visible_cb (ZgQuickService *service,
            GParamSpec     *pspec,
            GtkWindow      *panel)
{
  gboolean visible = gtk_widget_get_visible (GTK_WIDGET (panel));

  if (visible)
    g_application_set_inactivity_timeout (G_APPLICATION (service->application), LINGER);
  gtk_window_set_application (panel, visible ? service->application : NULL);
}

static void
leave_cb (ZgQuickService *service,
          const char     *action,
          GVariant       *parameter)
{
  service->calls.open_window (action, parameter, service->calls.user_data);
}

static ZgQuickPanel *
get_panel (ZgQuickService *service)
{
  ZgSession *session = service->calls.open_shop (service->calls.user_data);

  if (session == NULL)
    return NULL;

  zg_quick_service_prepare (service, session);

  return service->panel;
}

static ZgSession *
find_shop_cb (gpointer user_data)
{
  ZgQuickService *service = user_data;

  return service->calls.find_shop (service->calls.user_data);
}

static void
copy_reply_cb (gint64   reply_id,
               guint32  timestamp,
               gpointer user_data)
{
  ZgQuickPanel *panel = get_panel (user_data);

  if (panel != NULL)
    zg_quick_panel_copy_reply (panel, reply_id, timestamp);
}

static void
search_cb (const char *query,
           guint32     timestamp,
           gpointer    user_data)
{
  zg_quick_service_open (user_data, query, timestamp);
}

/* As when an action is called over the bus: what lets the panel come to the front goes to GTK first. */
static void
shortcut_activated_cb (ZgQuickService *service,
                       const char     *token)
{
  GApplication *application = G_APPLICATION (service->application);
  GApplicationClass *application_class = G_APPLICATION_GET_CLASS (application);
  g_autoptr (GVariant) platform_data = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  if (token != NULL)
    {
      g_variant_dict_insert (&dict, "activation-token", "s", token);
      g_variant_dict_insert (&dict, "desktop-startup-id", "s", token);
    }
  platform_data = g_variant_ref_sink (g_variant_dict_end (&dict));

  application_class->before_emit (application, platform_data);
  zg_quick_service_open (service, NULL, GDK_CURRENT_TIME);
  application_class->after_emit (application, platform_data);
}

/**
 * zg_quick_service_new:
 * @application: the application, which owns it
 * @calls: what the application does for it
 *
 * Returns: (transfer full): the service, without a panel yet
 */
ZgQuickService *
zg_quick_service_new (GtkApplication     *application,
                      const ZgQuickCalls *calls)
{
  ZgQuickService *service = g_new0 (ZgQuickService, 1);
  const ZgSearchCalls search = { find_shop_cb, copy_reply_cb, search_cb, service };

  service->application = application;
  service->calls = *calls;
  service->provider = zg_search_provider_new (G_APPLICATION (application), &search);
  service->shortcut = zg_global_shortcut_new ("quick-reply", _("Open the quick panel: find a reply and copy it"),
                                              "CTRL+ALT+space");
  g_signal_connect_swapped (service->shortcut, "activated", G_CALLBACK (shortcut_activated_cb), service);

  return service;
}

/**
 * zg_quick_service_free:
 * @service: the service
 */
void
zg_quick_service_free (ZgQuickService *service)
{
  zg_quick_service_forget (service);
  g_signal_handlers_disconnect_by_data (service->shortcut, service);
  g_object_unref (service->shortcut);
  zg_search_provider_free (service->provider);
  g_free (service);
}

/**
 * zg_quick_service_prepare:
 * @service: the service
 * @session: what all windows share
 *
 * Makes the panel, if there is none yet, as far as it can be made without being seen.
 */
void
zg_quick_service_prepare (ZgQuickService *service,
                          ZgSession      *session)
{
  if (service->panel != NULL)
    return;

  g_set_weak_pointer (&service->panel, zg_quick_panel_new (session));
  g_signal_connect_swapped (service->panel, "notify::visible", G_CALLBACK (visible_cb), service);
  g_signal_connect_swapped (service->panel, "leave", G_CALLBACK (leave_cb), service);
  gtk_widget_realize (GTK_WIDGET (service->panel));
}

/**
 * zg_quick_service_forget:
 * @service: the service
 *
 * Gives up all that belongs to the shop, because that is going to be closed.
 */
void
zg_quick_service_forget (ZgQuickService *service)
{
  ZgQuickPanel *panel = service->panel;

  zg_search_provider_forget (service->provider);
  if (panel == NULL)
    return;

  g_clear_weak_pointer (&service->panel);
  g_signal_handlers_disconnect_by_data (panel, service);
  gtk_window_destroy (GTK_WINDOW (panel));
}

/**
 * zg_quick_service_export:
 * @service: the service
 * @connection: the session's bus
 * @object_path: the application's own path
 * @error: return location
 *
 * Returns: whether the desktop can search the replies now
 */
gboolean
zg_quick_service_export (ZgQuickService   *service,
                         GDBusConnection  *connection,
                         const char       *object_path,
                         GError          **error)
{
  return zg_search_provider_export (service->provider, connection, object_path, error);
}

/**
 * zg_quick_service_unexport:
 * @service: the service
 *
 * Takes it from the bus.
 */
void
zg_quick_service_unexport (ZgQuickService *service)
{
  zg_search_provider_unexport (service->provider);
}

/**
 * zg_quick_service_open:
 * @service: the service
 * @query: (nullable): what to search for
 * @timestamp: when that was asked for, in the display's time, or %GDK_CURRENT_TIME
 *
 * Opens the panel.
 */
void
zg_quick_service_open (ZgQuickService *service,
                       const char     *query,
                       guint32         timestamp)
{
  ZgQuickPanel *panel = get_panel (service);

  if (panel != NULL)
    zg_quick_panel_open (panel, query, timestamp);
}

/**
 * zg_quick_service_get_shortcut:
 * @service: the service
 *
 * Returns: (transfer none): the key of the desktop that opens the panel
 */
ZgGlobalShortcut *
zg_quick_service_get_shortcut (ZgQuickService *service)
{
  return service->shortcut;
}
