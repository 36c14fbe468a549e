/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-shortcut-session"

#include "config.h"

#include "zg-shortcut-session.h"

#include <glib/gi18n.h>

#include "zg-portal.h"
#include "zg-portal-request.h"

#define SESSION_INTERFACE "org.freedesktop.portal.Session"

/*
 * A session of the portal org.freedesktop.portal.GlobalShortcuts, and the one key in it: created, bound once, which is all
 * that a session allows, listened to, and closed, upon which the portal takes the key back.
 */
struct _ZgShortcutSession
{
  GDBusConnection *connection;
  ZgShortcutWish wish;
  char *parent_window;          /* where the portal's dialog goes, may be empty */
  const ZgShortcutSessionFuncs *funcs;  /* NULL once it is closed and only waits to know where it is */
  gpointer user_data;

  ZgPortalRequest *request;     /* the question that is open, or NULL */
  char *path;                   /* NULL until the portal has created it */
  guint signal_ids[3];
};

/* What the portal lists under our id: how it describes the key. Returns: (nullable) (transfer full) */
static char *
find_trigger (ZgShortcutSession *session,
              GVariant          *shortcuts)
{
  g_autofree char *trigger = NULL;
  GVariantIter iter;
  const char *id;
  GVariant *values;

  g_variant_iter_init (&iter, shortcuts);
  while (g_variant_iter_loop (&iter, "(&s@a{sv})", &id, &values))
    if (g_str_equal (id, session->wish.id))
      {
        g_clear_pointer (&trigger, g_free);
        if (!g_variant_lookup (values, "trigger_description", "s", &trigger))
          trigger = g_strdup ("");
      }

  return g_steal_pointer (&trigger);
}

static void
activated_cb (GDBusConnection *connection,
              const char      *sender,
              const char      *object_path,
              const char      *interface_name,
              const char      *signal_name,
              GVariant        *parameters,
              gpointer         user_data)
{
  ZgShortcutSession *session = user_data;
  g_autoptr (GVariant) options = NULL;
  const char *path;
  const char *id;
  const char *token = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(osta{sv})")))
    return;

  g_variant_get (parameters, "(&o&st@a{sv})", &path, &id, NULL, &options);
  if (!g_str_equal (path, session->path) || !g_str_equal (id, session->wish.id))
    return;

  g_variant_lookup (options, "activation_token", "&s", &token);
  session->funcs->activated (token, session->user_data);
}

static void
shortcuts_changed_cb (GDBusConnection *connection,
                      const char      *sender,
                      const char      *object_path,
                      const char      *interface_name,
                      const char      *signal_name,
                      GVariant        *parameters,
                      gpointer         user_data)
{
  ZgShortcutSession *session = user_data;
  g_autoptr (GVariant) shortcuts = NULL;
  g_autofree char *trigger = NULL;
  const char *path;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(oa(sa{sv}))")))
    return;

  g_variant_get (parameters, "(&o@a(sa{sv}))", &path, &shortcuts);
  if (!g_str_equal (path, session->path))
    return;

  trigger = find_trigger (session, shortcuts);
  if (trigger != NULL)
    session->funcs->bound (trigger, session->user_data);
}

static void
closed_cb (GDBusConnection *connection,
           const char      *sender,
           const char      *object_path,
           const char      *interface_name,
           const char      *signal_name,
           GVariant        *parameters,
           gpointer         user_data)
{
  ZgShortcutSession *session = user_data;

  session->funcs->closed (session->user_data);
}

static void
listen (ZgShortcutSession *session)
{
  const struct {
    const char *interface;
    const char *name;
    const char *path;
    GDBusSignalCallback callback;
  } heard[] = {
    { ZG_SHORTCUTS_INTERFACE, "Activated", ZG_PORTAL_PATH, activated_cb },
    { ZG_SHORTCUTS_INTERFACE, "ShortcutsChanged", ZG_PORTAL_PATH, shortcuts_changed_cb },
    { SESSION_INTERFACE, "Closed", session->path, closed_cb },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (heard) == G_N_ELEMENTS (session->signal_ids));
  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    session->signal_ids[i] =
      g_dbus_connection_signal_subscribe (session->connection, ZG_PORTAL_NAME, heard[i].interface, heard[i].name,
                                          heard[i].path, NULL, G_DBUS_SIGNAL_FLAGS_NONE, heard[i].callback, session, NULL);
}

static void
bound_cb (GVariant     *results,
          const GError *error,
          gpointer      user_data)
{
  ZgShortcutSession *session = user_data;
  g_autoptr (ZgPortalRequest) request = g_steal_pointer (&session->request);
  g_autoptr (GVariant) shortcuts = NULL;
  g_autofree char *trigger = NULL;

  if (error != NULL)
    {
      session->funcs->failed (error, session->user_data);
      return;
    }

  /* One that was not bound is not listed. The session stays: a desktop that lists it later says so. */
  shortcuts = g_variant_lookup_value (results, "shortcuts", G_VARIANT_TYPE ("a(sa{sv})"));
  if (shortcuts != NULL)
    trigger = find_trigger (session, shortcuts);
  session->funcs->bound (trigger, session->user_data);
}

static void
bind_shortcut (ZgShortcutSession *session)
{
  GVariantBuilder shortcuts;
  GVariantBuilder options;
  GVariant *token;

  g_variant_builder_init (&shortcuts, G_VARIANT_TYPE ("a(sa{sv})"));
  g_variant_builder_open (&shortcuts, G_VARIANT_TYPE ("(sa{sv})"));
  g_variant_builder_add (&shortcuts, "s", session->wish.id);
  g_variant_builder_open (&shortcuts, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&shortcuts, "{sv}", "description", g_variant_new_string (session->wish.description));
  g_variant_builder_add (&shortcuts, "{sv}", "preferred_trigger", g_variant_new_string (session->wish.preferred_trigger));
  g_variant_builder_close (&shortcuts);
  g_variant_builder_close (&shortcuts);

  session->request = zg_portal_request_new (session->connection, bound_cb, session);
  token = g_variant_new_string (zg_portal_request_get_token (session->request));
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", token);
  zg_portal_request_call (session->request, ZG_SHORTCUTS_INTERFACE, "BindShortcuts",
                          g_variant_new ("(oa(sa{sv})sa{sv})", session->path, &shortcuts, session->parent_window, &options));
}

static void
created_cb (GVariant     *results,
            const GError *error,
            gpointer      user_data)
{
  ZgShortcutSession *session = user_data;
  g_autoptr (ZgPortalRequest) request = g_steal_pointer (&session->request);
  g_autoptr (GError) nowhere = NULL;
  const char *path = NULL;

  /* A string by mistake of the first version, and for ever since. */
  if (error == NULL && (!g_variant_lookup (results, "session_handle", "&s", &path) || !g_variant_is_object_path (path)))
    error = nowhere = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The desktop could not do it."));

  if (error == NULL)
    session->path = g_strdup (path);
  if (session->funcs == NULL)
    {
      zg_shortcut_session_close (session);
    }
  else if (error != NULL)
    {
      session->funcs->failed (error, session->user_data);
    }
  else
    {
      listen (session);
      bind_shortcut (session);
    }
}

static void
create (ZgShortcutSession *session)
{
  GVariantBuilder options;
  GVariant *token;

  session->request = zg_portal_request_new (session->connection, created_cb, session);
  token = g_variant_new_string (zg_portal_request_get_token (session->request));
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", token);
  g_variant_builder_add (&options, "{sv}", "session_handle_token", token);
  zg_portal_request_call (session->request, ZG_SHORTCUTS_INTERFACE, "CreateSession", g_variant_new ("(a{sv})", &options));
}

/**
 * zg_shortcut_session_open:
 * @connection: where the portal is
 * @wish: which key, and what for
 * @parent_window: the window that a dialog of the portal's goes over, see zg_window_handle_export(); may be empty
 * @funcs: (not nullable): what is told, static
 * @user_data: for @funcs
 *
 * Asks the desktop for the key. What comes of it is told later, never before this returns.
 *
 * Returns: (transfer full): a session to be closed or freed
 */
ZgShortcutSession *
zg_shortcut_session_open (GDBusConnection              *connection,
                          const ZgShortcutWish         *wish,
                          const char                   *parent_window,
                          const ZgShortcutSessionFuncs *funcs,
                          gpointer                      user_data)
{
  ZgShortcutSession *session = g_new0 (ZgShortcutSession, 1);

  session->connection = g_object_ref (connection);
  session->wish = *wish;
  session->parent_window = g_strdup (parent_window);
  session->funcs = funcs;
  session->user_data = user_data;
  create (session);

  return session;
}

/**
 * zg_shortcut_session_close:
 * @session: (transfer full): a session
 *
 * Takes the question or the key back, and tells nothing any more.
 */
void
zg_shortcut_session_close (ZgShortcutSession *session)
{
  session->funcs = NULL;
  /* Nobody sees that a session is created, so nothing has to be taken away, and who took the question back would not be
   * told of a session that is there already. */
  if (session->path == NULL && session->request != NULL)
    return;

  g_clear_pointer (&session->request, zg_portal_request_free);
  if (session->path != NULL)
    g_dbus_connection_call (session->connection, ZG_PORTAL_NAME, session->path, SESSION_INTERFACE, "Close", NULL, NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  zg_shortcut_session_free (session);
}

/**
 * zg_shortcut_session_free:
 * @session: (transfer full): a session that the portal has closed, or one of a portal that has gone
 */
void
zg_shortcut_session_free (ZgShortcutSession *session)
{
  for (guint i = 0; i < G_N_ELEMENTS (session->signal_ids); i++)
    if (session->signal_ids[i] != 0)
      g_dbus_connection_signal_unsubscribe (session->connection, session->signal_ids[i]);
  g_clear_pointer (&session->request, zg_portal_request_free);
  g_object_unref (session->connection);
  g_free (session->parent_window);
  g_free (session->path);
  g_free (session);
}
