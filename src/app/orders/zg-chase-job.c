/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-chase-job"

#include "config.h"

#include "zg-chase-job.h"

#include <glib/gi18n.h>

#include "zg-chase-desk.h"

/* The writes of the payment chase, each with what takes it back. */

typedef struct {
  ZgChaseJobKind kind;
  gboolean takes_back;
  ZgSession *session;
  ZgToastArea *toasts;          /* (nullable): where to offer undo */
  ZgClock *clock;
  gint64 staff_id;
  gint64 order_id;
  ZgChaseCause cause;
  ZgChaseCause cause_before;
  int step;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->session);
  g_clear_object (&job->toasts);
  zg_clock_unref (job->clock);
  g_free (job);
}

static gboolean
take_back (ZgDatabase  *db,
           Job         *job,
           GError     **error)
{
  switch (job->kind)
    {
    case ZG_CHASE_JOB_CAUSE:
      return zg_chase_desk_set_cause (db, job->order_id, job->cause_before, NULL, error);
    case ZG_CHASE_JOB_STOP:
    case ZG_CHASE_JOB_RESUME:
      return zg_chase_desk_set_stopped (db, job->order_id, job->kind == ZG_CHASE_JOB_RESUME, job->clock, error);
    case ZG_CHASE_JOB_DONE:
    case ZG_CHASE_JOB_SKIP:
    default:
      return zg_chase_desk_unmark (db, job->order_id, job->step, error);
    }
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  Job *job = data;

  if (job->takes_back)
    return take_back (db, job, error);
  switch (job->kind)
    {
    case ZG_CHASE_JOB_CAUSE:
      return zg_chase_desk_set_cause (db, job->order_id, job->cause, &job->cause_before, error);
    case ZG_CHASE_JOB_STOP:
    case ZG_CHASE_JOB_RESUME:
      return zg_chase_desk_set_stopped (db, job->order_id, job->kind == ZG_CHASE_JOB_STOP, job->clock, error);
    case ZG_CHASE_JOB_DONE:
    case ZG_CHASE_JOB_SKIP:
    default:
      return zg_chase_desk_mark (db, job->order_id, job->kind == ZG_CHASE_JOB_SKIP, job->staff_id, 0, job->clock, &job->step,
                                 error);
    }
}

static char *
describe (const Job *job)
{
  switch (job->kind)
    {
    case ZG_CHASE_JOB_CAUSE:
      return job->cause == ZG_CHASE_CAUSE_NONE ? g_strdup (_("No cause any more"))
                                               : g_strdup_printf (_("Not paid because: %s"), zg_chase_cause_to_label (job->cause));
    case ZG_CHASE_JOB_STOP:
      return g_strdup (_("The buyer is left alone"));
    case ZG_CHASE_JOB_RESUME:
      return g_strdup (_("The buyer is reminded again"));
    case ZG_CHASE_JOB_SKIP:
      return g_strdup_printf (_("Reminder %d left out"), job->step + 1);
    case ZG_CHASE_JOB_DONE:
    default:
      return g_strdup_printf (_("Reminder %d done"), job->step + 1);
    }
}

static void done_cb (GObject      *store,
                     GAsyncResult *result,
                     gpointer      user_data);

static void
start (Job *job)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, job_free, NULL, done_cb, g_object_ref (job->session));
}

static void
undo_cb (gpointer data)
{
  Job *job = data;
  Job *back = g_memdup2 (job, sizeof *job);

  back->takes_back = TRUE;
  g_object_ref (back->session);
  back->toasts = NULL;
  zg_clock_ref (back->clock);
  start (back);
}

static void
done_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ZgSession) session = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = zg_store_finish (ZG_STORE (store), result, &error);
  g_autoptr (ZgToastArea) toasts = NULL;
  g_autofree char *text = NULL;

  if (job == NULL)
    {
      zg_session_fail (session, error);
      return;
    }
  if (job->toasts == NULL)
    {
      job_free (job);
      return;
    }
  text = describe (job);
  /* The toasts keep what takes it back: that must not hold them, or neither ever goes. */
  toasts = g_steal_pointer (&job->toasts);
  zg_toast_area_show_undo (toasts, text, NULL, undo_cb, job, job_free);
}

/**
 * zg_chase_job_run:
 * @kind: what to do
 * @cause: of %ZG_CHASE_JOB_CAUSE
 * @order_id: an unpaid order
 * @session: the shop
 * @toasts: where to tell of it and offer undo
 */
void
zg_chase_job_run (ZgChaseJobKind  kind,
                  ZgChaseCause    cause,
                  gint64          order_id,
                  ZgSession      *session,
                  ZgToastArea    *toasts)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->cause = cause;
  job->order_id = order_id;
  job->session = g_object_ref (session);
  job->toasts = g_object_ref (toasts);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->staff_id = zg_session_get_clerk_id (session);
  start (job);
}
