/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-search-provider"

#include "config.h"

#include "zg-search-provider.h"

#include <glib/gi18n.h>

#include "zg-reply-catalogue.h"

/*
 * The replies in the search of the GNOME desktop, org.gnome.Shell.SearchProvider2. Others may look at that screen, so it
 * gives titles and unfilled texts, and never anything of a customer. What is chosen there is copied by the quick panel: on
 * Wayland only a window that has the focus can copy.
 */

struct _ZgSearchProvider
{
  GApplication *application;    /* not owned: it owns this */
  ZgSearchCalls calls;
  GDBusConnection *connection;
  guint registration_id;
  ZgStore *store;               /* whose changes are listened to, or NULL */
  ZgReplyCatalogue *catalogue;  /* NULL until it is read, and after a change */
  GCancellable *loading;        /* NULL while nothing is read */
  GPtrArray *waiting;           /* calls that came meanwhile */
};

typedef GVariant *(*Answer) (ZgSearchProvider *provider,
                             GVariant         *parameters);

static GVariant *
find (ZgSearchProvider *provider,
      GVariant         *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_auto (GStrv) uids = provider->catalogue != NULL ? zg_reply_catalogue_find (provider->catalogue, words)
                                                    : g_new0 (char *, 1);

  return g_variant_new ("(^as)", uids);
}

static GVariant *
get_initial_result_set (ZgSearchProvider *provider,
                        GVariant         *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 0);

  return find (provider, terms);
}

/* Searching anew takes no longer than looking through the previous results. */
static GVariant *
get_subsearch_result_set (ZgSearchProvider *provider,
                          GVariant         *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 1);

  return find (provider, terms);
}

static const ZgReply *
look_up (ZgSearchProvider *provider,
         const char       *uid)
{
  return provider->catalogue != NULL ? zg_reply_catalogue_lookup (provider->catalogue, uid) : NULL;
}

static GVariant *
get_result_metas (ZgSearchProvider *provider,
                  GVariant         *parameters)
{
  g_autoptr (GVariant) identifiers = g_variant_get_child_value (parameters, 0);
  g_autofree const char **uids = g_variant_get_strv (identifiers, NULL);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; uids[i] != NULL; i++)
    {
      const ZgReply *reply = look_up (provider, uids[i]);
      g_autofree char *description = reply != NULL ? zg_reply_catalogue_describe (reply) : NULL;

      if (reply == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (reply->uid));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (reply->title));
      g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (description));
      g_variant_builder_add (&metas, "{sv}", "gicon", g_variant_new_string (APPLICATION_ID));
      g_variant_builder_close (&metas);
    }

  return g_variant_new ("(aa{sv})", &metas);
}

static GVariant *
activate_result (ZgSearchProvider *provider,
                 GVariant         *parameters)
{
  const char *uid;
  guint32 timestamp;
  const ZgReply *reply;

  g_variant_get (parameters, "(&s@asu)", &uid, NULL, &timestamp);
  reply = look_up (provider, uid);
  /* Without it the panel opens all the same: it is not there to be copied any more, and one sees what is. */
  if (reply != NULL)
    provider->calls.copy_reply (reply->id, timestamp, provider->calls.user_data);
  else
    provider->calls.search ("", timestamp, provider->calls.user_data);

  return NULL;
}

static GVariant *
launch_search (ZgSearchProvider *provider,
               GVariant         *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 0);
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_autofree char *query = g_strjoinv (" ", (char **) words);
  guint32 timestamp;

  g_variant_get_child (parameters, 1, "u", &timestamp);
  provider->calls.search (query, timestamp, provider->calls.user_data);

  return NULL;
}

static const struct {
  const char *method;
  Answer answer;
} answers[] = {
  { "GetInitialResultSet", get_initial_result_set },
  { "GetSubsearchResultSet", get_subsearch_result_set },
  { "GetResultMetas", get_result_metas },
  { "ActivateResult", activate_result },
  { "LaunchSearch", launch_search },
};

static void
answer (ZgSearchProvider      *provider,
        GDBusMethodInvocation *invocation)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].method, g_dbus_method_invocation_get_method_name (invocation)))
      g_dbus_method_invocation_return_value (g_object_ref (invocation),
                                             answers[i].answer (provider,
                                                                g_dbus_method_invocation_get_parameters (invocation)));
}

static void
answer_waiting (ZgSearchProvider *provider)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&provider->waiting);

  provider->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      answer (provider, g_ptr_array_index (waiting, i));
      g_application_release (provider->application);
    }
}

/* Who asked a shop that is being closed. */
static void
refuse_waiting (ZgSearchProvider *provider)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&provider->waiting);

  provider->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      g_dbus_method_invocation_return_error (g_object_ref (g_ptr_array_index (waiting, i)), G_IO_ERROR, G_IO_ERROR_CLOSED,
                                             _("The shop was closed."));
      g_application_release (provider->application);
    }
}

typedef struct {
  gint64 staff_id;
  ZgTime now;
  ZgReplyCatalogue *catalogue;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->catalogue, zg_reply_catalogue_free);
  g_free (load);
}

static gboolean
read_catalogue (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Load *load = data;

  load->catalogue = zg_reply_catalogue_load (db, load->staff_id, load->now, error);

  return load->catalogue != NULL;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ZgSearchProvider *provider = user_data;
  g_autoptr (GError) error = NULL;
  Load *load = zg_store_finish (ZG_STORE (source), result, &error);

  /* Forgotten meanwhile: the provider may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&provider->loading);
  if (load != NULL)
    {
      provider->catalogue = g_steal_pointer (&load->catalogue);
      load_free (load);
    }
  else
    {
      g_warning ("The replies can't be read: %s", error->message);
    }
  answer_waiting (provider);
}

static void
changed_cb (ZgSearchProvider *provider,
            guint             tables)
{
  if ((tables & (ZG_TABLE_REPLY | ZG_TABLE_SETTING)) != 0)
    g_clear_pointer (&provider->catalogue, zg_reply_catalogue_free);
}

/* Reads the replies; those who wait are answered then. */
static void
load (ZgSearchProvider *provider,
      ZgSession        *session)
{
  Load *job;

  if (provider->loading != NULL)
    return;

  if (g_set_object (&provider->store, zg_session_get_store (session)))
    g_signal_connect_swapped (provider->store, "changed", G_CALLBACK (changed_cb), provider);
  provider->loading = g_cancellable_new ();
  job = g_new0 (Load, 1);
  job->staff_id = zg_session_get_clerk_id (session);
  job->now = zg_clock_now (zg_session_get_clock (session));
  zg_store_read_async (provider->store, read_catalogue, job, load_free, provider->loading, loaded_cb, provider);
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
  ZgSearchProvider *provider = user_data;
  ZgSession *session = provider->calls.find_shop (provider->calls.user_data);

  /* Whoever is asked stays until the next key may have been pressed. */
  g_application_hold (provider->application);
  g_ptr_array_add (provider->waiting, invocation);
  if (session != NULL && provider->catalogue == NULL)
    load (provider, session);
  else
    answer_waiting (provider);
}

/**
 * zg_search_provider_new:
 * @application: the application, which owns it
 * @calls: what it needs of the program
 *
 * Returns: (transfer full): a provider that nobody can ask yet
 */
ZgSearchProvider *
zg_search_provider_new (GApplication        *application,
                        const ZgSearchCalls *calls)
{
  ZgSearchProvider *provider = g_new0 (ZgSearchProvider, 1);

  provider->application = application;
  provider->calls = *calls;
  provider->waiting = g_ptr_array_new_with_free_func (g_object_unref);

  return provider;
}

/**
 * zg_search_provider_free:
 * @provider: (transfer full): a provider
 */
void
zg_search_provider_free (ZgSearchProvider *provider)
{
  zg_search_provider_forget (provider);
  zg_search_provider_unexport (provider);
  g_ptr_array_unref (provider->waiting);
  g_free (provider);
}

/**
 * zg_search_provider_export:
 * @provider: a provider
 * @connection: the session's bus
 * @object_path: the application's own path; the provider is below it
 * @error: return location
 *
 * Returns: whether it can be asked now
 */
gboolean
zg_search_provider_export (ZgSearchProvider  *provider,
                           GDBusConnection   *connection,
                           const char        *object_path,
                           GError           **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);
  g_autoptr (GBytes) xml = g_resources_lookup_data (RESOURCE_BASE "/dbus/search-provider.xml", G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                    error);
  g_autoptr (GDBusNodeInfo) node = xml != NULL ? g_dbus_node_info_new_for_xml (g_bytes_get_data (xml, NULL), error) : NULL;

  if (node == NULL)
    return FALSE;

  provider->registration_id =
    g_dbus_connection_register_object (connection, path, node->interfaces[0], &vtable, provider, NULL, error);
  if (provider->registration_id == 0)
    return FALSE;

  provider->connection = g_object_ref (connection);
  return TRUE;
}

/**
 * zg_search_provider_unexport:
 * @provider: a provider
 *
 * Takes it from the bus.
 */
void
zg_search_provider_unexport (ZgSearchProvider *provider)
{
  if (provider->registration_id != 0)
    g_dbus_connection_unregister_object (provider->connection, provider->registration_id);
  provider->registration_id = 0;
  g_clear_object (&provider->connection);
}

/**
 * zg_search_provider_forget:
 * @provider: a provider
 *
 * Gives up all that belongs to the shop, because that is going to be closed.
 */
void
zg_search_provider_forget (ZgSearchProvider *provider)
{
  g_cancellable_cancel (provider->loading);
  g_clear_object (&provider->loading);
  g_clear_pointer (&provider->catalogue, zg_reply_catalogue_free);
  if (provider->store != NULL)
    g_signal_handlers_disconnect_by_data (provider->store, provider);
  g_clear_object (&provider->store);
  refuse_waiting (provider);
}
