/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-portal-request"

#include "config.h"

#include "zg-portal-request.h"

#include <glib/gi18n.h>

#include "zg-portal.h"

#define REQUEST_INTERFACE "org.freedesktop.portal.Request"

/* What org.freedesktop.portal.Request::Response calls it. */
#define RESPONSE_SUCCESS 0
#define RESPONSE_CANCELLED 1

/*
 * One question to a portal. The method returns at once, with a handle, and the answer comes as a signal of that handle's,
 * after however long a person takes. It can come before the method has returned, so it is listened to before it is asked:
 * where the handle is follows from the bus name and a token that goes along.
 */
struct _ZgPortalRequest
{
  GDBusConnection *connection;
  ZgPortalAnswer answer;
  gpointer user_data;
  GCancellable *cancellable;    /* of the method call */
  char *token;
  char *path;
  guint response_id;            /* 0 when nothing is asked */
};

static void
stop_listening (ZgPortalRequest *request)
{
  if (request->response_id != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->response_id);
  request->response_id = 0;
}

static void
fail (ZgPortalRequest *request,
      const GError    *error)
{
  stop_listening (request);
  request->answer (NULL, error, request->user_data);
}

static void
response_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *object_path,
             const char      *interface_name,
             const char      *signal_name,
             GVariant        *parameters,
             gpointer         user_data)
{
  ZgPortalRequest *request = user_data;
  g_autoptr (GVariant) results = NULL;
  g_autoptr (GError) error = NULL;
  guint32 response;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (response == RESPONSE_CANCELLED)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _("The desktop was told not to."));
  else if (response != RESPONSE_SUCCESS)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, _("The desktop could not do it."));

  if (error != NULL)
    {
      fail (request, error);
    }
  else
    {
      stop_listening (request);
      request->answer (results, NULL, request->user_data);
    }
}

static void
listen (ZgPortalRequest *request,
        const char      *path)
{
  stop_listening (request);
  g_free (request->path);
  request->path = g_strdup (path);
  request->response_id =
    g_dbus_connection_signal_subscribe (request->connection, ZG_PORTAL_NAME, REQUEST_INTERFACE, "Response", path, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, response_cb, request, NULL);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ZgPortalRequest *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *path;

  /* Freed meanwhile, or answered before. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (request->response_id == 0)
    return;
  if (reply == NULL)
    {
      fail (request, error);
      return;
    }

  /* A portal older than 0.9 makes up a handle of its own. */
  g_variant_get (reply, "(&o)", &path);
  if (!g_str_equal (path, request->path))
    listen (request, path);
}

/**
 * zg_portal_request_new:
 * @connection: a session's bus
 * @answer: called once with the answer; it may free the request
 * @user_data: for @answer
 *
 * Returns: (transfer full): a question that is not asked yet
 */
ZgPortalRequest *
zg_portal_request_new (GDBusConnection *connection,
                       ZgPortalAnswer   answer,
                       gpointer         user_data)
{
  ZgPortalRequest *request = g_new0 (ZgPortalRequest, 1);

  request->connection = g_object_ref (connection);
  request->answer = answer;
  request->user_data = user_data;
  request->cancellable = g_cancellable_new ();
  request->token = g_strdup_printf ("zhanggui%u", g_random_int ());

  return request;
}

/**
 * zg_portal_request_free:
 * @request: (transfer full): a question
 *
 * Takes the question back, if it is not answered: a dialog that stands open for it goes.
 */
void
zg_portal_request_free (ZgPortalRequest *request)
{
  g_cancellable_cancel (request->cancellable);
  if (request->response_id != 0 && !g_dbus_connection_is_closed (request->connection))
    g_dbus_connection_call (request->connection, ZG_PORTAL_NAME, request->path, REQUEST_INTERFACE, "Close", NULL, NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  stop_listening (request);
  g_object_unref (request->cancellable);
  g_object_unref (request->connection);
  g_free (request->token);
  g_free (request->path);
  g_free (request);
}

/**
 * zg_portal_request_get_token:
 * @request: a question
 *
 * Returns: (transfer none): what has to stand as `handle_token` in the options of the method
 */
const char *
zg_portal_request_get_token (ZgPortalRequest *request)
{
  return request->token;
}

/**
 * zg_portal_request_call:
 * @request: a question that was not asked before
 * @interface: the portal's interface
 * @method: a method that returns the handle of a request
 * @parameters: its parameters, with the token in them
 *
 * Asks.
 */
void
zg_portal_request_call (ZgPortalRequest *request,
                        const char      *interface,
                        const char      *method,
                        GVariant        *parameters)
{
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (request->connection) + 1), ".", '_');
  g_autofree char *path = g_strconcat (ZG_PORTAL_PATH "/request/", sender, "/", request->token, NULL);

  listen (request, path);
  g_dbus_connection_call (request->connection, ZG_PORTAL_NAME, ZG_PORTAL_PATH, interface, method, parameters,
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, request->cancellable, called_cb, request);
}
