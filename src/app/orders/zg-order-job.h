/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-checklist.h"
#include "zg-order.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

typedef enum {
  ZG_ORDER_JOB_TICK,
  ZG_ORDER_JOB_UNTICK,
  ZG_ORDER_JOB_CONFIRM,
  ZG_ORDER_JOB_RESTORE_TICKS,
  ZG_ORDER_JOB_MOVE,
  ZG_ORDER_JOB_UNDO_MOVE,
  ZG_ORDER_JOB_SAVE,
  ZG_ORDER_JOB_SET_FLAG,
} ZgOrderJobKind;

/**
 * ZgOrderJob:
 * @order_id: what it is about
 * @check: the row to tick
 * @label: (nullable): what that row is called
 * @ticks: (nullable) (element-type ZgTick): the ticks that were there before, or that come back
 * @to: where to move
 * @flag: which flag to put up
 * @order: (nullable): what to save
 * @before: (nullable): what a saved order was
 *
 * One write of the Orders screen, which knows how to be taken back.
 */
typedef struct {
  ZgOrderJobKind kind;
  ZgSession *session;
  ZgClock *clock;
  gint64 staff_id;
  gint64 order_id;
  ZgCheck check;
  char *label;
  GPtrArray *ticks;
  ZgOrderState to;
  int flag;
  ZgOrder *order;
  ZgOrder *before;
} ZgOrderJob;

ZgOrderJob *zg_order_job_new (ZgOrderJobKind  kind,
                              ZgSession      *session,
                              gint64          order_id) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_job_free (ZgOrderJob *job);
void zg_order_job_run_async (ZgOrderJob          *job,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
ZgOrderJob *zg_order_job_run_finish (GAsyncResult  *result,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_job_run (ZgOrderJob  *job,
                       ZgToastArea *toasts);
char *zg_order_job_describe (const ZgOrderJob *job);
void zg_order_job_offer_undo (ZgOrderJob  *job,
                              ZgToastArea *toasts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderJob, zg_order_job_free)

G_END_DECLS
