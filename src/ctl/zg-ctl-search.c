/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-find-table.h"
#include "zg-integer.h"
#include "zg-list-table.h"
#include "zg-money.h"
#include "zg-record-json.h"
#include "zg-reply-desk.h"
#include "zg-reply-table.h"

/* `search`, and what finds the row that other commands are told by an id or a query. */

#define DEFAULT_LIMIT 50

typedef struct {
  const char *query;
  int limit;
  ZgCtl *ctl;
  ZgClock *clock;
  GPtrArray *rows;
} SearchJob;

static gboolean
is_id (const char *text)
{
  return text[0] != '\0' && strlen (text) < 10 && text[strspn (text, "0123456789")] == '\0';
}

/* An id of an existing customer wins over a query for the same digits. */
gint64
zg_ctl_find_customer (ZgDatabase  *db,
                      const char  *id_or_query,
                      GError     **error)
{
  g_autoptr(GArray) ids = NULL;

  if (is_id (id_or_query))
    {
      gint64 id = g_ascii_strtoll (id_or_query, NULL, 10);
      g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, id, NULL);

      if (customer != NULL)
        return id;
    }

  /* An empty search lists everybody, and that is nobody. */
  ids = id_or_query[strspn (id_or_query, " ")] != '\0' ? zg_find_table_customers (db, id_or_query, 2, error)
                                                       : g_array_new (FALSE, FALSE, sizeof (gint64));
  if (ids == NULL)
    return 0;
  /* Nobody is guessed: one buyer's data must never go to another. */
  if (ids->len > 1)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   _("“%s” fits more than one customer. Say the id that “search customers” gives."), id_or_query);
      return 0;
    }
  if (ids->len == 0)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no customer “%s”."), id_or_query);
      return 0;
    }
  return g_array_index (ids, gint64, 0);
}

gint64
zg_ctl_find_reply (ZgDatabase  *db,
                   const char  *id_or_shortcode,
                   GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  gint64 id = zg_reply_table_find_by_shortcode (db, id_or_shortcode, &local_error);

  if (id != 0)
    return id;
  if (is_id (id_or_shortcode) && g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
    return g_ascii_strtoll (id_or_shortcode, NULL, 10);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return 0;
}

static gboolean
search_customers (ZgDatabase    *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  SearchJob *job = data;
  g_autoptr(GArray) ids = zg_find_table_customers (db, job->query, job->limit, error);

  if (ids == NULL)
    return FALSE;
  job->rows = zg_list_table_customer_rows (db, (gint64 *) ids->data, ids->len, zg_clock_now (job->clock), error);
  return job->rows != NULL;
}

static gboolean
search_orders (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  SearchJob *job = data;
  g_autoptr(GArray) ids = zg_find_table_orders (db, job->query, job->limit, error);

  if (ids == NULL)
    return FALSE;
  job->rows = zg_list_table_order_rows (db, (gint64 *) ids->data, ids->len, error);
  return job->rows != NULL;
}

static gboolean
search_replies (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  SearchJob *job = data;

  job->rows = zg_reply_search (db, job->query, job->limit, job->ctl->staff_id, zg_clock_now (job->clock), error);
  return job->rows != NULL;
}

static JsonObject *
make_hit (gint64      id,
          const char *title,
          const char *detail)
{
  JsonObject *object = json_object_new ();

  zg_json_set_id (object, "id", id);
  zg_json_set_text (object, "title", title);
  zg_json_set_text (object, "detail", detail);
  return object;
}

/* A customer as a search tells of them; (transfer full). */
JsonObject *
zg_ctl_customer_to_json (const ZgCustomerRow *row)
{
  const char *name = row->name.text != NULL ? row->name.text : "";
  g_autofree char *city = g_strdelimit (g_strdup (row->city != NULL ? row->city : ""), "\n", ' ');
  g_autofree char *detail = g_strjoin (" · ", row->phone.text != NULL ? row->phone.text : "", city, NULL);
  JsonObject *object = make_hit (row->id, row->call_name != NULL && row->call_name[0] != '\0' ? row->call_name : name,
                                 detail);

  zg_json_set_text (object, "name", name);
  zg_json_set_text (object, "phone", row->phone.text);
  return object;
}

static JsonObject *
make_order_hit (const ZgOrderRow *row)
{
  g_autofree char *total = zg_money_to_text (row->total, row->currency);
  g_autofree char *detail = g_strjoin (" · ", row->first_item != NULL ? row->first_item : "", total, NULL);
  JsonObject *object = make_hit (row->id, row->call_name, detail);

  zg_json_set_text (object, "number", row->number);
  zg_json_set_text (object, "status", zg_order_state_to_word (row->state));
  return object;
}

static JsonObject *
make_reply_hit (const ZgReply *reply)
{
  JsonObject *object = make_hit (reply->id, reply->title, reply->group_name);

  zg_json_set_text (object, "shortcode", reply->shortcode);
  return object;
}

static const struct {
  const char *table;
  ZgStoreFunc search;
  JsonObject *(*make_hit) (gconstpointer row);
} searches[] = {
  { "customers", search_customers, (gpointer) zg_ctl_customer_to_json },
  { "orders", search_orders, (gpointer) make_order_hit },
  { "replies", search_replies, (gpointer) make_reply_hit },
};

static void
print_hits (ZgCtl     *ctl,
            JsonArray *hits)
{
  if (ctl->json)
    {
      JsonNode *node = json_node_new (JSON_NODE_ARRAY);

      json_node_set_array (node, hits);
      zg_ctl_print_json (node);
      return;
    }

  for (guint i = 0; i < json_array_get_length (hits); i++)
    {
      JsonObject *hit = json_array_get_object_element (hits, i);

      zg_ctl_print ("%s  %s  %s", json_object_get_string_member_with_default (hit, "number",
                                    json_object_get_string_member_with_default (hit, "id", "")),
                    json_object_get_string_member_with_default (hit, "title", ""),
                    json_object_get_string_member_with_default (hit, "detail", ""));
    }
}

ZgCtlStatus
zg_ctl_search (ZgCtl  *ctl,
               int     n_arguments,
               char  **arguments)
{
  const char *limit = zg_ctl_options_get (ctl->options, "--limit");
  SearchJob job = { .limit = DEFAULT_LIMIT, .ctl = ctl, .clock = ctl->clock };
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonArray) hits = json_array_new ();
  gint64 number = DEFAULT_LIMIT;

  if (limit != NULL && !zg_integer_parse (limit, 1, 1000000, &number))
    return zg_ctl_usage (_("“%s” is no number of rows."), limit);
  job.limit = (int) number;
  job.query = n_arguments > 1 ? arguments[1] : "";

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      if (strcmp (searches[i].table, arguments[0]) != 0)
        continue;

      if (!zg_ctl_read (ctl, searches[i].search, &job, &error))
        return zg_ctl_fail (error);
      for (guint k = 0; k < job.rows->len; k++)
        {
          gconstpointer row = g_ptr_array_index (job.rows, k);

          if (row != NULL)
            json_array_add_object_element (hits, searches[i].make_hit (row));
        }
      g_ptr_array_unref (job.rows);
      print_hits (ctl, hits);
      return ZG_CTL_DONE;
    }

  return zg_ctl_usage (_("“%s” can't be searched; say customers, orders or replies."), arguments[0]);
}
