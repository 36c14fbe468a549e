/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-load"

#include "config.h"

#include "zg-customer-load.h"

/* Reading all about a customer, or more of their timeline, on the store's reading thread. */

typedef struct {
  gint64 customer_id;
  ZgTimelineSpan span;
  ZgCustomerFile *file;
  ZgTimeline *timeline;
} LoadJob;

static void
load_job_free (LoadJob *job)
{
  zg_customer_file_free (job->file);
  zg_timeline_free (job->timeline);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoadJob, load_job_free)

static gboolean
load_file (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  LoadJob *job = data;

  job->file = zg_customer_desk_open (db, job->customer_id, &job->span, error);
  return job->file != NULL;
}

static gboolean
load_timeline (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  LoadJob *job = data;

  job->timeline = zg_timeline_load (db, job->customer_id, &job->span, error);
  return job->timeline != NULL;
}

static LoadJob *
load_job_new (gint64                customer_id,
              const ZgTimelineSpan *span)
{
  LoadJob *job = g_new0 (LoadJob, 1);

  job->customer_id = customer_id;
  job->span = *span;
  return job;
}

static LoadJob *
finish (GAsyncResult  *result,
        GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

/**
 * zg_customer_load_async:
 * @session: the shop
 * @customer_id: a customer
 * @span: which part of their timeline to read with them
 *
 * Asks for a customer with all that belongs to them.
 */
void
zg_customer_load_async (ZgSession            *session,
                        gint64                customer_id,
                        const ZgTimelineSpan *span,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  zg_store_read_async (zg_session_get_store (session), load_file, load_job_new (customer_id, span),
                       (GDestroyNotify) load_job_free, cancellable, callback, user_data);
}

/**
 * zg_customer_load_finish:
 * @span_out: (out): which part of the timeline was asked for
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the customer with all that belongs to them
 */
ZgCustomerFile *
zg_customer_load_finish (GAsyncResult    *result,
                         ZgTimelineSpan  *span_out,
                         GError         **error)
{
  g_autoptr (LoadJob) job = finish (result, error);

  if (job == NULL)
    return NULL;
  *span_out = job->span;
  return g_steal_pointer (&job->file);
}

/**
 * zg_timeline_load_async:
 * @session: the shop
 * @customer_id: a customer
 * @span: which part of their timeline
 *
 * Asks for a part of a timeline.
 */
void
zg_timeline_load_async (ZgSession            *session,
                        gint64                customer_id,
                        const ZgTimelineSpan *span,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  zg_store_read_async (zg_session_get_store (session), load_timeline, load_job_new (customer_id, span),
                       (GDestroyNotify) load_job_free, cancellable, callback, user_data);
}

/**
 * zg_timeline_load_finish:
 * @span_out: (out): which part was asked for
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what happened
 */
ZgTimeline *
zg_timeline_load_finish (GAsyncResult    *result,
                         ZgTimelineSpan  *span_out,
                         GError         **error)
{
  g_autoptr (LoadJob) job = finish (result, error);

  if (job == NULL)
    return NULL;
  *span_out = job->span;
  return g_steal_pointer (&job->timeline);
}
