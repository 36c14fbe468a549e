/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-portal"

#include "config.h"

#include "zg-portal.h"

#define REGISTRY_INTERFACE "org.freedesktop.host.portal.Registry"

/*
 * Whether the desktop has a portal, that is an interface of xdg-desktop-portal. Nothing here waits: a desktop that has no
 * portals, or never answers, costs nothing.
 *
 * It has a connection of its own. A program outside of a sandbox has to tell the portal who it is before anything else
 * goes over the connection (xdg-desktop-portal 1.19.4 on), and GTK uses the shared one before us. Some portals serve
 * nobody whom they don't know.
 */
struct _ZgPortal
{
  const char *interface;
  ZgPortalFunc func;
  gpointer user_data;
  GCancellable *cancellable;    /* of everything that is asked, until it is freed */
  GDBusConnection *connection;  /* NULL until somebody looks */
  gboolean looking;
  guint watch_id;
};

static void
version_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ZgPortal *portal = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  portal->func (reply != NULL ? portal->connection : NULL, portal->user_data);
}

/* Where nobody takes names, as in a sandbox, whose name the portal knows already, there is an error and no harm. */
static void
registered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  ZgPortal *portal = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_dbus_connection_call (portal->connection, ZG_PORTAL_NAME, ZG_PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", portal->interface, "version"), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, portal->cancellable, version_cb, portal);
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *name_owner,
             gpointer         user_data)
{
  ZgPortal *portal = user_data;
  GVariant *options = g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0);

  g_dbus_connection_call (portal->connection, ZG_PORTAL_NAME, ZG_PORTAL_PATH, REGISTRY_INTERFACE, "Register",
                          g_variant_new ("(s@a{sv})", APPLICATION_ID, options), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          portal->cancellable, registered_cb, portal);
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  ZgPortal *portal = user_data;

  portal->func (NULL, portal->user_data);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  ZgPortal *portal = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_dbus_connection_new_for_address_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (connection == NULL)
    {
      portal->looking = FALSE;
      portal->func (NULL, portal->user_data);
      return;
    }

  portal->connection = g_steal_pointer (&connection);
  portal->watch_id = g_bus_watch_name_on_connection (portal->connection, ZG_PORTAL_NAME,
                                                     G_BUS_NAME_WATCHER_FLAGS_AUTO_START, appeared_cb, vanished_cb,
                                                     portal, NULL);
}

/**
 * zg_portal_new:
 * @interface: (not nullable): one of org.freedesktop.portal's, a literal
 * @func: called whenever the portal is found or lost, first after zg_portal_look()
 * @user_data: for @func
 *
 * Returns: (transfer full): a portal that nobody has looked for yet
 */
ZgPortal *
zg_portal_new (const char   *interface,
               ZgPortalFunc  func,
               gpointer      user_data)
{
  ZgPortal *portal = g_new0 (ZgPortal, 1);

  portal->interface = interface;
  portal->func = func;
  portal->user_data = user_data;
  portal->cancellable = g_cancellable_new ();

  return portal;
}

/**
 * zg_portal_free:
 * @portal: (transfer full): a portal
 */
void
zg_portal_free (ZgPortal *portal)
{
  g_cancellable_cancel (portal->cancellable);
  if (portal->watch_id != 0)
    g_bus_unwatch_name (portal->watch_id);
  g_object_unref (portal->cancellable);
  g_clear_object (&portal->connection);
  g_free (portal);
}

/**
 * zg_portal_look:
 * @portal: a portal
 *
 * Looks whether it is there, and starts the desktop's service if need be. Who has looked is told of each change.
 */
void
zg_portal_look (ZgPortal *portal)
{
  g_autofree char *address = NULL;

  if (portal->looking)
    return;

  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (address == NULL)
    {
      portal->func (NULL, portal->user_data);
      return;
    }

  portal->looking = TRUE;
  g_dbus_connection_new_for_address (address,
                                     G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                     | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                     NULL, portal->cancellable, connected_cb, portal);
}
