/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-mock-portal.h"

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"
#define SHORTCUTS_INTERFACE "org.freedesktop.portal.GlobalShortcuts"

static const char xml[] =
  "<node>"
  "<interface name='org.freedesktop.host.portal.Registry'>"
  "<method name='Register'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/></method>"
  "</interface>"
  "<interface name='" SHORTCUTS_INTERFACE "'>"
  "<method name='CreateSession'><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
  "<method name='BindShortcuts'><arg type='o' direction='in'/><arg type='a(sa{sv})' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
  "<signal name='Activated'><arg type='o'/><arg type='s'/><arg type='t'/><arg type='a{sv}'/></signal>"
  "<signal name='ShortcutsChanged'><arg type='o'/><arg type='a(sa{sv})'/></signal>"
  "<property name='version' type='u' access='read'/>"
  "</interface>"
  "<interface name='org.freedesktop.portal.Request'>"
  "<method name='Close'/><signal name='Response'><arg type='u'/><arg type='a{sv}'/></signal>"
  "</interface>"
  "<interface name='org.freedesktop.portal.Session'>"
  "<method name='Close'/><signal name='Closed'><arg type='a{sv}'/></signal>"
  "</interface>"
  "</node>";

static GDBusInterfaceInfo *
get_interface (const char *name)
{
  static GDBusNodeInfo *node = NULL;

  if (node == NULL)
    node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_assert_nonnull (node);

  return g_dbus_node_info_lookup_interface (node, name);
}

static void
emit (ZgMockPortal *portal,
      const char   *path,
      const char   *interface,
      const char   *signal,
      GVariant     *parameters)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (portal->connection, NULL, path, interface, signal, parameters, &error);
  g_assert_no_error (error);
}

/* The one that a call or a signal of now is about. */
static const char *
get_session (ZgMockPortal *portal)
{
  g_assert_cmpint (portal->sessions->len, >, 0);

  return g_ptr_array_index (portal->sessions, portal->sessions->len - 1);
}

static void
close_cb (GDBusConnection       *connection,
          const char            *sender,
          const char            *object_path,
          const char            *interface_name,
          const char            *method_name,
          GVariant              *parameters,
          GDBusMethodInvocation *invocation,
          gpointer               user_data)
{
  ZgMockPortal *portal = user_data;

  if (g_str_has_suffix (interface_name, "Session"))
    {
      guint index;

      g_assert_true (g_ptr_array_find_with_equal_func (portal->sessions, object_path, g_str_equal, &index));
      g_ptr_array_remove_index (portal->sessions, index);
      portal->n_closed_sessions++;
    }
  else
    {
      portal->n_closed_requests++;
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* Puts a request or session of the caller's on the bus, where the caller expects it. */
static char *
add_object (ZgMockPortal *portal,
            const char   *interface,
            const char   *kind,
            const char   *token)
{
  static const GDBusInterfaceVTable vtable = { .method_call = close_cb };
  g_autofree char *sender = g_strdelimit (g_strdup (portal->client + 1), ".", '_');
  g_autofree char *path = g_strconcat (PATH "/", kind, "/", sender, "/", token, NULL);
  g_autoptr (GError) error = NULL;
  guint id = g_dbus_connection_register_object (portal->connection, path, get_interface (interface), &vtable, portal, NULL,
                                                &error);

  g_assert_no_error (error);
  g_array_append_val (portal->object_ids, id);

  return g_steal_pointer (&path);
}

static GVariant *
list_shortcuts (ZgMockPortal *portal)
{
  GVariantBuilder shortcuts;

  g_variant_builder_init (&shortcuts, G_VARIANT_TYPE ("a(sa{sv})"));
  if (portal->answer != ZG_MOCK_GRANTS_NOTHING)
    g_variant_builder_add_parsed (&shortcuts, "(%s, {'description': <%s>, 'trigger_description': <%s>})", portal->shortcut_id,
                                  portal->description, portal->trigger);

  return g_variant_builder_end (&shortcuts);
}

static GVariant *
make_response (ZgMockPortal *portal)
{
  GVariantBuilder results;
  guint response = portal->answer == ZG_MOCK_REFUSES ? 1 : portal->answer == ZG_MOCK_FAILS ? 2 : 0;

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  if (response == 0)
    g_variant_builder_add (&results, "{sv}", "shortcuts", list_shortcuts (portal));

  return g_variant_new ("(ua{sv})", response, &results);
}

static void
create_session (ZgMockPortal          *portal,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 0);
  g_autofree char *request = NULL;
  GVariantBuilder results;
  const char *token;
  const char *session_token;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "session_handle_token", "&s", &session_token));
  request = add_object (portal, "org.freedesktop.portal.Request", "request", token);
  g_ptr_array_add (portal->sessions, add_object (portal, "org.freedesktop.portal.Session", "session", session_token));
  portal->bound = FALSE;

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "session_handle", g_variant_new_string (get_session (portal)));
  emit (portal, request, "org.freedesktop.portal.Request", "Response", g_variant_new ("(ua{sv})", 0, &results));
}

static void
bind_shortcuts (ZgMockPortal          *portal,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 3);
  g_autoptr (GVariant) values = NULL;
  g_autofree char *request = NULL;
  const char *token;
  const char *session;

  portal->n_binds++;
  g_variant_get_child (parameters, 0, "&o", &session);
  g_assert_cmpstr (session, ==, get_session (portal));
  g_assert_false (portal->bound);
  portal->bound = TRUE;
  g_free (portal->shortcut_id);
  g_free (portal->description);
  g_free (portal->preferred_trigger);
  g_free (portal->parent_window);
  g_variant_get (parameters, "(&oa(sa{sv})sa{sv})", NULL, NULL, &portal->parent_window, NULL);
  {
    g_autoptr (GVariant) shortcuts = g_variant_get_child_value (parameters, 1);

    g_assert_cmpint (g_variant_n_children (shortcuts), ==, 1);
    g_variant_get_child (shortcuts, 0, "(s@a{sv})", &portal->shortcut_id, &values);
  }
  g_assert_true (g_variant_lookup (values, "description", "s", &portal->description));
  g_assert_true (g_variant_lookup (values, "preferred_trigger", "s", &portal->preferred_trigger));

  if (portal->answer == ZG_MOCK_THROWS)
    {
      g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_FAILED, "Not implemented");
      return;
    }
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  request = add_object (portal, "org.freedesktop.portal.Request", "request", token);
  if (portal->answer == ZG_MOCK_GRANTS_AT_ONCE)
    emit (portal, request, "org.freedesktop.portal.Request", "Response", make_response (portal));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  if (portal->answer != ZG_MOCK_GRANTS_AT_ONCE && portal->answer != ZG_MOCK_NEVER_ANSWERS)
    emit (portal, request, "org.freedesktop.portal.Request", "Response", make_response (portal));
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method_name,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  ZgMockPortal *portal = user_data;

  portal->n_calls++;
  if (g_str_equal (method_name, "Register"))
    {
      g_free (portal->client);
      portal->client = g_strdup (sender);
      g_free (portal->app_id);
      g_variant_get (parameters, "(sa{sv})", &portal->app_id, NULL);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else if (g_strcmp0 (sender, portal->client) != 0)
    {
      g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED, "An app id is required");
    }
  else if (g_str_equal (method_name, "CreateSession"))
    {
      create_session (portal, parameters, invocation);
    }
  else
    {
      bind_shortcuts (portal, parameters, invocation);
    }
}

static GVariant *
get_property_cb (GDBusConnection  *connection,
                 const char       *sender,
                 const char       *object_path,
                 const char       *interface_name,
                 const char       *property_name,
                 GError          **error,
                 gpointer          user_data)
{
  return g_variant_new_uint32 (2);
}

/* On a connection of its own, as another program is. */
ZgMockPortal *
zg_mock_portal_new (gboolean has_shortcuts)
{
  static const GDBusInterfaceVTable vtable = { method_call_cb, get_property_cb, NULL, { NULL } };
  static const char * const interfaces[] = { "org.freedesktop.host.portal.Registry", SHORTCUTS_INTERFACE };
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  ZgMockPortal *portal = g_new0 (ZgMockPortal, 1);

  portal->trigger = "Ctrl+Alt+Space";
  portal->sessions = g_ptr_array_new_with_free_func (g_free);
  portal->object_ids = g_array_new (FALSE, FALSE, sizeof (guint));
  portal->connection = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                               | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                               NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < (has_shortcuts ? 2 : 1); i++)
    {
      portal->portal_ids[i] = g_dbus_connection_register_object (portal->connection, PATH, get_interface (interfaces[i]),
                                                                 &vtable, portal, NULL, &error);
      g_assert_no_error (error);
    }
  reply = g_dbus_connection_call_sync (portal->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", NAME, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  return portal;
}

/* As when its service ends. */
void
zg_mock_portal_free (ZgMockPortal *portal)
{
  for (guint i = 0; i < G_N_ELEMENTS (portal->portal_ids); i++)
    if (portal->portal_ids[i] != 0)
      g_dbus_connection_unregister_object (portal->connection, portal->portal_ids[i]);
  for (guint i = 0; i < portal->object_ids->len; i++)
    g_dbus_connection_unregister_object (portal->connection, g_array_index (portal->object_ids, guint, i));
  g_dbus_connection_close_sync (portal->connection, NULL, NULL);
  g_object_unref (portal->connection);
  g_array_unref (portal->object_ids);
  g_free (portal->app_id);
  g_free (portal->shortcut_id);
  g_free (portal->description);
  g_free (portal->preferred_trigger);
  g_free (portal->parent_window);
  g_free (portal->client);
  g_ptr_array_unref (portal->sessions);
  g_free (portal);
}

/* The key is pressed. Without a token as by the first version. */
void
zg_mock_portal_activate (ZgMockPortal *portal,
                         const char   *shortcut_id,
                         const char   *token)
{
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  if (token != NULL)
    g_variant_builder_add (&options, "{sv}", "activation_token", g_variant_new_string (token));
  emit (portal, PATH, SHORTCUTS_INTERFACE, "Activated",
        g_variant_new ("(osta{sv})", get_session (portal), shortcut_id, G_GUINT64_CONSTANT (4711), &options));
}

/* In the settings of the desktop. */
void
zg_mock_portal_change_trigger (ZgMockPortal *portal,
                               const char   *trigger)
{
  portal->answer = ZG_MOCK_GRANTS;
  portal->trigger = trigger;
  emit (portal, PATH, SHORTCUTS_INTERFACE, "ShortcutsChanged",
        g_variant_new ("(o@a(sa{sv}))", get_session (portal), list_shortcuts (portal)));
}

void
zg_mock_portal_close_session (ZgMockPortal *portal)
{
  g_autofree char *session = g_strdup (get_session (portal));
  GVariantBuilder details;

  g_ptr_array_remove_index (portal->sessions, portal->sessions->len - 1);
  g_variant_builder_init (&details, G_VARIANT_TYPE_VARDICT);
  emit (portal, session, "org.freedesktop.portal.Session", "Closed", g_variant_new ("(a{sv})", &details));
}
