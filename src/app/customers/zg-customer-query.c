/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-query"

#include "config.h"

#include "zg-customer-query.h"
#include "zg-find-table.h"

/* As many rows as most windows show: what they are is asked for with the ids, not in the main thread. */
#define N_FIRST 32

typedef struct {
  ZgCustomerQuery query;
  ZgTime now;
  GArray *ids;
  GPtrArray *values;            /* of the first ids */
} RunJob;

typedef struct {
  ZgTime now;
  gint64 counts[ZG_N_CUSTOMER_FILTERS];
} CountJob;

static void
run_job_free (gpointer data)
{
  RunJob *job = data;

  zg_customer_query_clear (&job->query);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->values, g_ptr_array_unref);
  g_free (job);
}

/**
 * zg_customer_query_clear:
 * @query: a query
 */
void
zg_customer_query_clear (ZgCustomerQuery *query)
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
  ZgCustomerQuery *query = &job->query;

  if (*query->text != '\0')
    job->ids = zg_find_table_customers (db, query->text, ZG_CUSTOMER_QUERY_MAX_HITS, error);
  else
    job->ids = zg_list_table_customer_ids (db, query->filter, query->sort, query->descending, job->now, error);
  if (job->ids == NULL)
    return FALSE;

  job->values = zg_list_table_customer_rows (db, (const gint64 *) (void *) job->ids->data, MIN (job->ids->len, N_FIRST),
                                             job->now, error);
  return job->values != NULL;
}

/**
 * zg_customer_query_run_async:
 * @query: which customers; copied
 * @session: the shop
 * @cancellable: cancelled by the next keystroke, which stops the search at once
 *
 * Asks for the ids of the list on the store's reading thread.
 */
void
zg_customer_query_run_async (const ZgCustomerQuery *query,
                             ZgSession             *session,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  RunJob *job = g_new0 (RunJob, 1);

  job->query = *query;
  job->query.text = g_strstrip (g_strdup (query->text != NULL ? query->text : ""));
  job->now = zg_clock_now (zg_session_get_clock (session));
  zg_store_read_async (zg_session_get_store (session), run, job, run_job_free, cancellable, callback, user_data);
}

/**
 * zg_customer_query_run_finish:
 * @values_out: (out) (transfer full): what the first rows show, for zg_row_list_take_values()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids in the order of the list
 */
GArray *
zg_customer_query_run_finish (GAsyncResult  *result,
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

  return zg_list_table_count_customers (db, job->now, job->counts, error);
}

/**
 * zg_customer_query_count_async:
 * @session: the shop
 *
 * Asks how many customers each filter lets through. At a million customers this takes longer than the list itself: ask
 * for the list first.
 */
void
zg_customer_query_count_async (ZgSession           *session,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  CountJob *job = g_new0 (CountJob, 1);

  job->now = zg_clock_now (zg_session_get_clock (session));
  zg_store_read_async (zg_session_get_store (session), count, job, g_free, cancellable, callback, user_data);
}

/**
 * zg_customer_query_count_finish:
 * @counts: (out): how many customers each filter lets through
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
zg_customer_query_count_finish (GAsyncResult  *result,
                                gint64         counts[ZG_N_CUSTOMER_FILTERS],
                                GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  g_autofree CountJob *job = zg_store_finish (ZG_STORE (store), result, error);

  if (job == NULL)
    return FALSE;
  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    counts[i] = job->counts[i];
  return TRUE;
}
