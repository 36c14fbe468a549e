/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-interest-job"

#include "config.h"

#include "zg-interest-job.h"
#include "zg-session-write.h"

/* The writes of what customers asked for and did not buy: each runs on the store's writing thread, and can be taken back. */

/**
 * zg_interest_job_new:
 * @kind: what to do
 * @session: the shop
 * @before: (nullable): what was shown; a removal needs its id
 * @after: (nullable): what to add, or what it should be
 *
 * Returns: (transfer full): a job
 */
ZgInterestJob *
zg_interest_job_new (ZgInterestJobKind  kind,
                     ZgSession         *session,
                     const ZgInterest  *before,
                     const ZgInterest  *after)
{
  ZgInterestJob *job = g_new0 (ZgInterestJob, 1);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->before = before != NULL ? zg_interest_copy (before) : NULL;
  job->after = after != NULL ? zg_interest_copy (after) : NULL;
  return job;
}

/**
 * zg_interest_job_free:
 * @job: (transfer full) (nullable): a job
 */
void
zg_interest_job_free (ZgInterestJob *job)
{
  if (job == NULL)
    return;

  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  zg_interest_free (job->before);
  zg_interest_free (job->after);
  g_free (job);
}

/* Keeps what was removed, to put it back. */
static gboolean
remove_interest (ZgDatabase     *db,
                 ZgInterestJob  *job,
                 gint64          id,
                 GError        **error)
{
  ZgInterest *removed = zg_customer_interest_remove (db, id, error);

  if (removed == NULL)
    return FALSE;
  zg_interest_free (job->before);
  job->before = removed;
  return TRUE;
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgInterestJob *job = data;

  switch (job->kind)
    {
    case ZG_INTEREST_JOB_ADD:
      return zg_customer_interest_add (db, job->after, job->clock, error);
    case ZG_INTEREST_JOB_CHANGE:
      return zg_customer_interest_change (db, job->before, job->after, job->clock, error);
    case ZG_INTEREST_JOB_REMOVE:
      return remove_interest (db, job, job->before->id, error);
    case ZG_INTEREST_JOB_TAKE_BACK:
      return zg_customer_interest_take_back (db, job->before, job->after, job->clock, error);
    case ZG_INTEREST_JOB_PUT_BACK:
      return zg_customer_interest_put_back (db, job->before, job->clock, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * zg_interest_job_run_async:
 * @job: (transfer full): a job
 *
 * Runs it on the store's writing thread. When it fails, nothing was written.
 */
void
zg_interest_job_run_async (ZgInterestJob       *job,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_interest_job_free, NULL, callback,
                        user_data);
}

/**
 * zg_interest_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done
 */
ZgInterestJob *
zg_interest_job_run_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

static ZgInterestJob *
reverse (const ZgInterestJob *job)
{
  switch (job->kind)
    {
    case ZG_INTEREST_JOB_ADD:
      return zg_interest_job_new (ZG_INTEREST_JOB_REMOVE, job->session, job->after, NULL);
    case ZG_INTEREST_JOB_CHANGE:
      return zg_interest_job_new (ZG_INTEREST_JOB_TAKE_BACK, job->session, job->before, job->after);
    case ZG_INTEREST_JOB_REMOVE:
    case ZG_INTEREST_JOB_TAKE_BACK:
    case ZG_INTEREST_JOB_PUT_BACK:
    default:
      return zg_interest_job_new (ZG_INTEREST_JOB_PUT_BACK, job->session, job->before, NULL);
    }
}

static void
undo (gpointer data)
{
  ZgInterestJob *job = data;

  zg_session_write (job->session, run, reverse (job), (GDestroyNotify) zg_interest_job_free);
}

/**
 * zg_interest_job_offer_undo:
 * @job: (transfer full): a job that was done
 * @toasts: where to say so
 * @text: what was done
 *
 * Tells what was done and offers to take it back.
 */
void
zg_interest_job_offer_undo (ZgInterestJob *job,
                            ZgToastArea   *toasts,
                            const char    *text)
{
  zg_toast_area_show_undo (toasts, text, NULL, undo, job, (GDestroyNotify) zg_interest_job_free);
}
