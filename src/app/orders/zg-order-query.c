/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-query"

#include "config.h"

#include "zg-order-query.h"
#include "zg-find-table.h"
#include "zg-order-lines.h"

/* As many rows as most windows show: what they are is asked for with the ids, not in the main thread. */
#define N_FIRST 32

typedef struct {
  ZgOrderQuery query;
  GArray *ids;
  GPtrArray *values;            /* of the first ids */
  ZgClock *clock;
} RunJob;

typedef struct {
  gint64 counts[ZG_N_ORDER_FILTERS];
} CountJob;

static void
run_job_free (gpointer data)
{
  RunJob *job = data;

  zg_order_query_clear (&job->query);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->values, g_ptr_array_unref);
  g_clear_pointer (&job->clock, zg_clock_unref);
  g_free (job);
}

/**
 * zg_order_query_clear:
 * @query: a query
 */
void
zg_order_query_clear (ZgOrderQuery *query)
{
  g_clear_pointer (&query->text, g_free);
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  RunJob *job = data;
  ZgOrderQuery *query = &job->query;

  if (*query->text != '\0')
    job->ids = zg_find_table_orders (db, query->text, ZG_ORDER_QUERY_MAX_HITS, error);
  else
    job->ids = zg_list_table_order_ids (db, query->filter, query->sort, query->descending, error);
  if (job->ids == NULL)
    return FALSE;

  job->values = zg_order_lines_load (db, (const gint64 *) (void *) job->ids->data, MIN (job->ids->len, N_FIRST),
                                     job->clock, error);
  return job->values != NULL;
}

/**
 * zg_order_query_run_async:
 * @query: which orders; copied
 * @session: the shop
 * @cancellable: cancelled by the next keystroke, which stops the search at once
 *
 * Asks for the ids of the list on the store's reading thread.
 */
void
zg_order_query_run_async (const ZgOrderQuery  *query,
                          ZgSession           *session,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  RunJob *job = g_new0 (RunJob, 1);

  job->query = *query;
  job->query.text = g_strstrip (g_strdup (query->text != NULL ? query->text : ""));
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  zg_store_read_async (zg_session_get_store (session), run, job, run_job_free, cancellable, callback, user_data);
}

/**
 * zg_order_query_run_finish:
 * @values_out: (out) (transfer full): what the first rows show, for zg_row_list_take_values()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids in the order of the list
 */
GArray *
zg_order_query_run_finish (GAsyncResult  *result,
                           GPtrArray    **values_out,
                           GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  RunJob *job = zg_store_finish (ZG_STORE (store), result, error);
  GArray *ids;

  if (job == NULL)
    return NULL;

  ids = g_steal_pointer (&job->ids);
  *values_out = g_steal_pointer (&job->values);
  run_job_free (job);
  return ids;
}

static gboolean
count (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  CountJob *job = data;

  return zg_list_table_count_orders (db, job->counts, error);
}

/**
 * zg_order_query_count_async:
 * @session: the shop
 *
 * Asks how many orders each filter lets through. At a million orders this takes longer than the list itself: ask
 * for the list first.
 */
void
zg_order_query_count_async (ZgSession           *session,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  CountJob *job = g_new0 (CountJob, 1);

  zg_store_read_async (zg_session_get_store (session), count, job, g_free, cancellable, callback, user_data);
}

/**
 * zg_order_query_count_finish:
 * @counts: (out): how many orders each filter lets through
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
zg_order_query_count_finish (GAsyncResult  *result,
                                gint64         counts[ZG_N_ORDER_FILTERS],
                                GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  g_autofree CountJob *job = zg_store_finish (ZG_STORE (store), result, error);

  if (job == NULL)
    return FALSE;
  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
    counts[i] = job->counts[i];
  return TRUE;
}
