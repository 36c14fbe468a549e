/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-models"

#include "config.h"

#include "zg-list-query.h"

#include <string.h>

/* A list is asked for on the store's reading thread. */

/* As many rows as most windows show: what they are is asked for with the ids, not in the main thread. */
#define N_FIRST 32

typedef struct {
  const ZgListSource *source;
  ZgListQuery query;
  GArray *ids;
  GPtrArray *values;            /* of the first ids */
  ZgClock *clock;
} RunJob;

typedef struct {
  const ZgListSource *source;
  ZgClock *clock;
  gint64 counts[ZG_LIST_MAX_FILTERS];
} CountJob;

static void
run_job_free (gpointer data)
{
  RunJob *job = data;

  zg_list_query_clear (&job->query);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->values, g_ptr_array_unref);
  g_clear_pointer (&job->clock, zg_clock_unref);
  g_free (job);
}

/**
 * zg_list_query_clear:
 * @query: a query
 */
void
zg_list_query_clear (ZgListQuery *query)
{
  g_clear_pointer (&query->text, g_free);
  g_clear_pointer (&query->segment, g_free);
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  RunJob *job = data;

  job->ids = job->source->load_ids (db, &job->query, job->clock, error);
  if (job->ids == NULL)
    return FALSE;

  job->values = job->source->load_rows (db, (const gint64 *) (void *) job->ids->data, MIN (job->ids->len, N_FIRST),
                                        job->clock, error);
  return job->values != NULL;
}

/**
 * zg_list_query_run_async:
 * @query: which rows; copied
 * @source: of what
 * @store: the shop
 * @clock: what time it is
 * @cancellable: cancelled by the next keystroke, which stops the search at once
 *
 * Asks for the ids of the list.
 */
void
zg_list_query_run_async (const ZgListQuery   *query,
                         const ZgListSource  *source,
                         ZgStore             *store,
                         ZgClock             *clock,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  RunJob *job = g_new0 (RunJob, 1);

  job->source = source;
  job->query = *query;
  job->query.text = g_strstrip (g_strdup (query->text != NULL ? query->text : ""));
  job->query.segment = g_strdup (query->segment);
  job->clock = zg_clock_ref (clock);
  zg_store_read_async (store, run, job, run_job_free, cancellable, callback, user_data);
}

/**
 * zg_list_query_run_finish:
 * @values_out: (out) (transfer full): what the first rows show, for zg_row_list_take_values()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids in the order of the list
 */
GArray *
zg_list_query_run_finish (GAsyncResult  *result,
                           GPtrArray    **values_out,
                           GError       **error)
{
  g_autoptr(GObject) store = g_async_result_get_source_object (result);
  RunJob *job = zg_store_finish (ZG_STORE (store), result, error);
  GArray *ids;

  if (job == NULL)
    return NULL;

  ids = g_steal_pointer (&job->ids);
  *values_out = g_steal_pointer (&job->values);
  run_job_free (job);
  return ids;
}

static void
count_job_free (gpointer data)
{
  CountJob *job = data;

  zg_clock_unref (job->clock);
  g_free (job);
}

static gboolean
count (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  CountJob *job = data;

  return job->source->count (db, job->clock, job->counts, error);
}

/**
 * zg_list_query_count_async:
 * @source: of what
 * @store: the shop
 * @clock: what time it is
 *
 * Asks how many rows each filter lets through. Of a million rows this takes longer than the list itself: ask for the list
 * first.
 */
void
zg_list_query_count_async (const ZgListSource  *source,
                           ZgStore             *store,
                           ZgClock             *clock,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  CountJob *job = g_new0 (CountJob, 1);

  job->source = source;
  job->clock = zg_clock_ref (clock);
  zg_store_read_async (store, count, job, count_job_free, cancellable, callback, user_data);
}

/**
 * zg_list_query_count_finish:
 * @counts: (out): how many rows each filter lets through
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
zg_list_query_count_finish (GAsyncResult  *result,
                            gint64         counts[ZG_LIST_MAX_FILTERS],
                            GError       **error)
{
  g_autoptr(GObject) store = g_async_result_get_source_object (result);
  CountJob *job = zg_store_finish (ZG_STORE (store), result, error);

  if (job == NULL)
    return FALSE;
  memcpy (counts, job->counts, sizeof job->counts);
  count_job_free (job);
  return TRUE;
}
