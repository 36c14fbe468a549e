/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-job"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-desk.h"
#include "zg-order-flag.h"
#include "zg-order-gate.h"
#include "zg-order-job.h"
#include "zg-order-ship.h"
#include "zg-order-state-table.h"
#include "zg-order-table.h"
#include "zg-session-write.h"

/* The writes of the Orders screen: each runs on the store's writing thread, and all can be taken back. */

/**
 * zg_order_job_new:
 * @kind: what to do
 * @session: the shop
 * @order_id: what it is about
 *
 * Returns: (transfer full): a job; fill in what its kind needs, then zg_order_job_run_async()
 */
ZgOrderJob *
zg_order_job_new (ZgOrderJobKind  kind,
                  ZgSession      *session,
                  gint64          order_id)
{
  ZgOrderJob *job = g_new0 (ZgOrderJob, 1);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->staff_id = zg_session_get_clerk_id (session);
  job->order_id = order_id;
  return job;
}

/**
 * zg_order_job_free:
 * @job: (transfer full) (nullable): a job
 */
void
zg_order_job_free (ZgOrderJob *job)
{
  if (job == NULL)
    return;

  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  g_clear_pointer (&job->ticks, g_ptr_array_unref);
  g_clear_pointer (&job->order, zg_order_free);
  g_clear_pointer (&job->before, zg_order_free);
  g_free (job->label);
  g_free (job);
}

static gboolean
tick (ZgDatabase  *db,
      ZgOrderJob  *job,
      GError     **error)
{
  job->ticks = zg_order_state_table_load_ticks (db, job->order_id, error);
  if (job->ticks == NULL)
    return FALSE;
  if (job->kind == ZG_ORDER_JOB_CONFIRM)
    return zg_order_desk_confirm_read_back (db, job->order_id, job->staff_id, job->clock, error);
  return zg_order_desk_tick (db, job->order_id, &job->check, 1, job->kind == ZG_ORDER_JOB_TICK, job->staff_id,
                             job->clock, error);
}

static gboolean
move (ZgDatabase  *db,
      ZgOrderJob  *job,
      GError     **error)
{
  g_autoptr (ZgOrder) order = zg_order_table_load (db, job->order_id, error);
  ZgOrderMoveRequest request = {
    .to = job->to,
    .at = zg_clock_now (job->clock),
    .actor = ZG_ACTOR_DESK,
    .staff_id = job->staff_id,
  };

  if (order == NULL)
    return FALSE;
  if (job->kind == ZG_ORDER_JOB_UNDO_MOVE)
    return zg_order_gate_undo (db, order, zg_clock_now (job->clock), error);
  if (request.to == ZG_ORDER_SHIPPED)
    {
      ZgShipRequest ship = { .order_id = order->id, .at = request.at, .staff_id = job->staff_id };

      return zg_order_ship (db, &ship, job->clock, error);
    }
  return zg_order_gate_move (db, order, &request, error);
}

static gboolean
save (ZgDatabase  *db,
      ZgOrderJob  *job,
      GError     **error)
{
  job->before = zg_order_table_load (db, job->order_id, error);
  return job->before != NULL && zg_order_desk_save (db, job->order, job->staff_id, job->clock, error);
}

static gboolean
set_flag (ZgDatabase  *db,
          ZgOrderJob  *job,
          GError     **error)
{
  int flag = job->flag;

  job->order = zg_order_table_load (db, job->order_id, error);
  if (job->order == NULL)
    return FALSE;
  job->flag = job->order->flag;
  job->order->flag = flag;
  return zg_order_desk_save (db, job->order, job->staff_id, job->clock, error);
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgOrderJob *job = data;

  switch (job->kind)
    {
    case ZG_ORDER_JOB_TICK:
    case ZG_ORDER_JOB_UNTICK:
    case ZG_ORDER_JOB_CONFIRM:
      return tick (db, job, error);
    case ZG_ORDER_JOB_RESTORE_TICKS:
      return zg_order_desk_restore_ticks (db, job->order_id, job->ticks, job->clock, error);
    case ZG_ORDER_JOB_MOVE:
    case ZG_ORDER_JOB_UNDO_MOVE:
      return move (db, job, error);
    case ZG_ORDER_JOB_SAVE:
      return save (db, job, error);
    case ZG_ORDER_JOB_SET_FLAG:
      return set_flag (db, job, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * zg_order_job_run_async:
 * @job: (transfer full): a job
 *
 * Runs it on the store's writing thread. When it fails, nothing was written.
 */
void
zg_order_job_run_async (ZgOrderJob          *job,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_order_job_free, NULL,
                        callback, user_data);
}

/**
 * zg_order_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done, with what it needs to be taken back
 */
ZgOrderJob *
zg_order_job_run_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

/**
 * zg_order_job_describe:
 * @job: a job that was done
 *
 * Returns: (transfer full) (nullable): what to tell of it; %NULL for what is seen anyway and has no undo
 */
char *
zg_order_job_describe (const ZgOrderJob *job)
{
  switch (job->kind)
    {
    case ZG_ORDER_JOB_TICK:
      return g_strdup_printf (_("Ticked “%s”"), job->label);
    case ZG_ORDER_JOB_UNTICK:
      return g_strdup_printf (_("Took the tick off “%s”"), job->label);
    case ZG_ORDER_JOB_CONFIRM:
      return g_strdup (_("Confirmed by the customer"));
    case ZG_ORDER_JOB_MOVE:
      /* TRANSLATORS: %s is where an order stands now, "Shipped" */
      return g_strdup_printf (_("The order is now “%s”"), zg_order_state_to_label (job->to));
    case ZG_ORDER_JOB_SAVE:
      return g_strdup (_("Saved"));
    case ZG_ORDER_JOB_SET_FLAG:
      return g_strdup (zg_order_flag_to_label (job->order->flag));
    case ZG_ORDER_JOB_RESTORE_TICKS:
    case ZG_ORDER_JOB_UNDO_MOVE:
    default:
      return NULL;
    }
}

static ZgOrderJob *
reverse (const ZgOrderJob *job)
{
  static const ZgOrderJobKind opposites[] = {
    [ZG_ORDER_JOB_TICK] = ZG_ORDER_JOB_RESTORE_TICKS,
    [ZG_ORDER_JOB_UNTICK] = ZG_ORDER_JOB_RESTORE_TICKS,
    [ZG_ORDER_JOB_CONFIRM] = ZG_ORDER_JOB_RESTORE_TICKS,
    [ZG_ORDER_JOB_MOVE] = ZG_ORDER_JOB_UNDO_MOVE,
    [ZG_ORDER_JOB_SAVE] = ZG_ORDER_JOB_SAVE,
    [ZG_ORDER_JOB_SET_FLAG] = ZG_ORDER_JOB_SET_FLAG,
  };
  ZgOrderJob *opposite = zg_order_job_new (opposites[job->kind], job->session, job->order_id);

  opposite->ticks = job->ticks != NULL ? g_ptr_array_ref (job->ticks) : NULL;
  opposite->flag = job->flag;
  if (job->kind == ZG_ORDER_JOB_SAVE)
    {
      opposite->order = zg_order_copy (job->before);
      opposite->order->version = job->order->version;
    }
  return opposite;
}

static void
undo (gpointer data)
{
  ZgOrderJob *job = data;

  zg_session_write (job->session, run, reverse (job), (GDestroyNotify) zg_order_job_free);
}

/**
 * zg_order_job_offer_undo:
 * @job: (transfer full): a job that was done
 * @toasts: where to say so
 *
 * Tells what was done and offers to take it back.
 */
void
zg_order_job_offer_undo (ZgOrderJob  *job,
                         ZgToastArea *toasts)
{
  g_autofree char *text = zg_order_job_describe (job);

  if (text != NULL)
    zg_toast_area_show_undo (toasts, text, NULL, undo, job, (GDestroyNotify) zg_order_job_free);
  else
    zg_order_job_free (job);
}

typedef struct {
  ZgSession *session;
  ZgToastArea *toasts;
} Run;

static void
run_free (Run *data)
{
  g_object_unref (data->session);
  g_object_unref (data->toasts);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
done_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Run) data = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgOrderJob) job = zg_order_job_run_finish (result, &error);

  if (job == NULL)
    zg_session_fail (data->session, error);
  else if (gtk_widget_get_root (GTK_WIDGET (data->toasts)) != NULL)
    zg_order_job_offer_undo (g_steal_pointer (&job), data->toasts);
}

/**
 * zg_order_job_run:
 * @job: (transfer full): a job
 * @toasts: where to tell what was done
 *
 * Runs a job whose outcome needs nothing but to be told.
 */
void
zg_order_job_run (ZgOrderJob  *job,
                  ZgToastArea *toasts)
{
  Run *data = g_new0 (Run, 1);

  data->session = g_object_ref (job->session);
  data->toasts = g_object_ref (toasts);
  zg_order_job_run_async (job, done_cb, data);
}
