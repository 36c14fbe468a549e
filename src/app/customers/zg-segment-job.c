/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-segment-job"

#include "config.h"

#include "zg-segment-job.h"

#include <glib/gi18n.h>

#include "zg-session-write.h"

/* Segments read with their counts, and written so that it can be taken back. */

typedef struct {
  ZgClock *clock;
  GPtrArray *counts;
} CountJob;

/**
 * zg_segment_count_free:
 * @count: (transfer full): a segment with its count
 */
void
zg_segment_count_free (ZgSegmentCount *count)
{
  zg_segment_free (count->segment);
  g_free (count);
}

static void
count_job_free (gpointer data)
{
  CountJob *job = data;

  zg_clock_unref (job->clock);
  g_clear_pointer (&job->counts, g_ptr_array_unref);
  g_free (job);
}

/* A filter that a newer program saved has no count; the others have theirs. */
static gboolean
count_all (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  CountJob *job = data;
  g_autoptr (GPtrArray) segments = zg_segment_load_all (db, error);

  if (segments == NULL)
    return FALSE;

  job->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_segment_count_free);
  for (guint i = 0; i < segments->len; i++)
    {
      ZgSegmentCount *count = g_new0 (ZgSegmentCount, 1);

      count->segment = zg_segment_copy (segments->pdata[i]);
      g_ptr_array_add (job->counts, count);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!zg_segment_count (db, count->segment, job->clock, &count->n, NULL))
        count->n = -1;
    }
  return TRUE;
}

/**
 * zg_segment_counts_load_async:
 * @session: the shop
 * @cancellable: (nullable): cancel it before whatever somebody waits for
 * @callback: called with what zg_segment_counts_load_finish() takes
 * @user_data: for @callback
 *
 * Reads all segments, and how many customers each has.
 */
void
zg_segment_counts_load_async (ZgSession           *session,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  CountJob *job = g_new0 (CountJob, 1);

  job->clock = zg_clock_ref (zg_session_get_clock (session));
  zg_store_read_async (zg_session_get_store (session), count_all, job, count_job_free, cancellable, callback, user_data);
}

/**
 * zg_segment_counts_load_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgSegmentCount): the ready ones, then the saved ones in their order
 */
GPtrArray *
zg_segment_counts_load_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  CountJob *job = zg_store_finish (ZG_STORE (store), result, error);
  GPtrArray *counts;

  if (job == NULL)
    return NULL;
  counts = g_steal_pointer (&job->counts);
  count_job_free (job);
  return counts;
}

/* Writing **********************************************************************************************************/

/**
 * zg_segment_job_new:
 * @kind: what to do
 * @session: the shop
 * @segment: the segment as it is to be
 *
 * Returns: (transfer full): a job; fill in @before or @place where there is one, then zg_segment_job_run_async()
 */
ZgSegmentJob *
zg_segment_job_new (ZgSegmentJobKind  kind,
                    ZgSession        *session,
                    const ZgSegment  *segment)
{
  ZgSegmentJob *job = g_new0 (ZgSegmentJob, 1);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->segment = zg_segment_copy (segment);
  return job;
}

/**
 * zg_segment_job_free:
 * @job: (transfer full): a job
 */
void
zg_segment_job_free (ZgSegmentJob *job)
{
  g_object_unref (job->session);
  zg_segment_free (job->segment);
  g_clear_pointer (&job->before, zg_segment_free);
  g_free (job);
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgSegmentJob *job = data;

  switch (job->kind)
    {
    case ZG_SEGMENT_JOB_SAVE:
      return zg_segment_save (db, job->segment, error);
    case ZG_SEGMENT_JOB_MOVE:
      return zg_segment_move (db, job->segment->id, job->place, &job->place_before, error);
    case ZG_SEGMENT_JOB_DELETE:
    default:
      return zg_segment_delete (db, job->segment->id, error);
    }
}

static gboolean
take_back (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  ZgSegmentJob *job = data;
  guint place;

  switch (job->kind)
    {
    case ZG_SEGMENT_JOB_SAVE:
      return job->before != NULL ? zg_segment_restore (db, job->before, error)
                                 : zg_segment_delete (db, job->segment->id, error);
    case ZG_SEGMENT_JOB_MOVE:
      return zg_segment_move (db, job->segment->id, job->place_before, &place, error);
    case ZG_SEGMENT_JOB_DELETE:
    default:
      return zg_segment_restore (db, job->segment, error);
    }
}

/**
 * zg_segment_job_run_async:
 * @job: (transfer full): a job
 * @callback: called with what zg_segment_job_run_finish() takes
 * @user_data: for @callback
 *
 * Writes it. When it fails, nothing was written.
 */
void
zg_segment_job_run_async (ZgSegmentJob        *job,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_segment_job_free, NULL,
                        callback, user_data);
}

/**
 * zg_segment_job_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done
 */
ZgSegmentJob *
zg_segment_job_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

static void
undo (gpointer data)
{
  ZgSegmentJob *job = data;
  ZgSegmentJob *back = zg_segment_job_new (job->kind, job->session, job->segment);

  back->before = job->before != NULL ? zg_segment_copy (job->before) : NULL;
  back->place_before = job->place_before;
  zg_session_write (job->session, take_back, back, (GDestroyNotify) zg_segment_job_free);
}

/**
 * zg_segment_job_offer_undo:
 * @job: (transfer full): a job that was done
 * @toasts: where to say so
 *
 * Tells what was done and offers to take it back.
 */
void
zg_segment_job_offer_undo (ZgSegmentJob *job,
                           ZgToastArea  *toasts)
{
  static const char * const texts[] = {
    [ZG_SEGMENT_JOB_SAVE] = N_("“%s” saved"),
    [ZG_SEGMENT_JOB_MOVE] = N_("“%s” moved"),
    [ZG_SEGMENT_JOB_DELETE] = N_("“%s” deleted"),
  };
  g_autoptr (GString) text = g_string_new (_(texts[job->kind]));

  g_string_replace (text, "%s", job->segment->name, 1);
  zg_toast_area_show_undo (toasts, text->str, NULL, undo, job, (GDestroyNotify) zg_segment_job_free);
}
