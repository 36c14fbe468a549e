/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-job"

#include "config.h"

#include "zg-round-job.h"

#include "zg-customer-table.h"
#include "zg-reply-desk.h"

/* The steps of a round in the window, on the store's writing thread: what was done is written, and in the same transaction
 * it is read whose turn is next with all that the page shows of them. So what is shown is what the shop file has. */

/* What one glance takes in. */
#define TIMELINE_LENGTH 3

/**
 * zg_round_job_new:
 * @kind: what to do
 * @session: the shop
 * @round_id: in which round, 0 for a new one
 *
 * Returns: (transfer full): a job; fill in what its kind needs, then zg_round_job_run_async()
 */
ZgRoundJob *
zg_round_job_new (ZgRoundJobKind  kind,
                  ZgSession      *session,
                  gint64          round_id)
{
  ZgRoundJob *job = g_new0 (ZgRoundJob, 1);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->staff_id = zg_session_get_clerk_id (session);
  job->round_id = round_id;
  return job;
}

/**
 * zg_round_job_free:
 * @job: (transfer full) (nullable): a job
 */
void
zg_round_job_free (ZgRoundJob *job)
{
  if (job == NULL)
    return;

  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  zg_reply_free (job->reply);
  g_free (job->text);
  g_free (job->name);
  g_free (job->filter);
  g_clear_pointer (&job->customer_ids, g_array_unref);
  zg_round_step_free (job->step);
  zg_round_sum_free (job->sum);
  g_clear_object (&job->item);
  zg_customer_free (job->customer);
  g_clear_pointer (&job->timeline, zg_timeline_free);
  g_free (job);
}

static gboolean
start (ZgDatabase  *db,
       ZgRoundJob  *job,
       GError     **error)
{
  if (job->customer_ids != NULL)
    {
      job->round_id = zg_round_start_for (db, job->name, job->customer_ids, job->reply_id, job->marketing, job->staff_id,
                                          job->clock, error);
    }
  else
    {
      g_autoptr (ZgSegment) segment = zg_segment_new (job->name, job->filter);

      job->round_id = zg_round_start (db, segment, job->reply_id, job->marketing, job->staff_id, job->clock, error);
    }
  return job->round_id != 0;
}

static gboolean
act (ZgDatabase  *db,
     ZgRoundJob  *job,
     GError     **error)
{
  switch (job->kind)
    {
    case ZG_ROUND_JOB_START:
      return start (db, job, error);
    case ZG_ROUND_JOB_COPIED:
      return zg_round_copied (db, job->round_id, job->position, job->text, job->staff_id, job->clock, error) != 0;
    case ZG_ROUND_JOB_NEXT_MESSAGE:
      return zg_reply_desk_log_next_message (db, job->reply, job->customer_id, job->order_id, job->text, job->staff_id,
                                             zg_clock_now (job->clock), error) != 0;
    case ZG_ROUND_JOB_SKIP:
      return zg_round_skip (db, job->round_id, job->position, job->text, job->staff_id, job->clock, error);
    case ZG_ROUND_JOB_TAKE_BACK:
      return zg_round_take_back (db, job->round_id, error);
    case ZG_ROUND_JOB_STOP:
      return zg_round_stop (db, job->round_id, job->clock, error);
    case ZG_ROUND_JOB_LOOK:
    default:
      return TRUE;
    }
}

/* Whose turn it is, with what is shown of them. */
static gboolean
look (ZgDatabase  *db,
      ZgRoundJob  *job,
      GError     **error)
{
  const ZgRoundMember *member;
  const ZgTimelineSpan span = { .kinds = ZG_TIMELINE_ALL, .limit = TIMELINE_LENGTH };
  g_autoptr (ZgReply) reply = NULL;

  job->step = zg_round_next (db, job->round_id, job->clock, error);
  job->sum = job->step != NULL ? zg_round_sum_up (db, job->round_id, error) : NULL;
  if (job->sum == NULL)
    return FALSE;
  member = job->step->member;
  if (member == NULL)
    return TRUE;

  reply = zg_round_load_reply (db, job->step->round, error);
  job->customer = reply != NULL ? zg_customer_table_load (db, member->customer_id, error) : NULL;
  if (job->customer == NULL)
    return FALSE;
  job->timeline = zg_timeline_load (db, member->customer_id, &span, error);
  job->item = job->timeline != NULL ? zg_reply_item_load (db, reply, member->customer_id, member->order_id, job->staff_id,
                                                          job->clock, error)
                                    : NULL;
  return job->item != NULL;
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgRoundJob *job = data;

  return act (db, job, error) && (job->stays || look (db, job, error));
}

/**
 * zg_round_job_run_async:
 * @job: (transfer full): a job
 *
 * Runs it on the store's writing thread. When it fails, nothing was written.
 */
void
zg_round_job_run_async (ZgRoundJob          *job,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_round_job_free, NULL, callback,
                        user_data);
}

/**
 * zg_round_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done
 */
ZgRoundJob *
zg_round_job_run_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}
