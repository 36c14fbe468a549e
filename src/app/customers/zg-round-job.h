/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-reply-book.h"
#include "zg-round.h"
#include "zg-session.h"
#include "zg-timeline.h"

G_BEGIN_DECLS

/**
 * ZgRoundJobKind:
 * @ZG_ROUND_JOB_START: starts a round
 * @ZG_ROUND_JOB_LOOK: only looks where it stands
 * @ZG_ROUND_JOB_COPIED: logs that the text was copied
 * @ZG_ROUND_JOB_NEXT_MESSAGE: logs a further message of the same text
 * @ZG_ROUND_JOB_SKIP: skips whose turn it is
 * @ZG_ROUND_JOB_TAKE_BACK: takes the last step back
 * @ZG_ROUND_JOB_STOP: ends the round before its end
 */
typedef enum {
  ZG_ROUND_JOB_START,
  ZG_ROUND_JOB_LOOK,
  ZG_ROUND_JOB_COPIED,
  ZG_ROUND_JOB_NEXT_MESSAGE,
  ZG_ROUND_JOB_SKIP,
  ZG_ROUND_JOB_TAKE_BACK,
  ZG_ROUND_JOB_STOP,
} ZgRoundJobKind;

/**
 * ZgRoundJob:
 * @round_id: the round; set by a start
 * @position: whose turn it was
 * @customer_id: of a further message, with @order_id and @reply
 * @text: (nullable): what was copied, or why somebody is skipped
 * @stays: whether there are more messages for the same customer, so that it does not look on
 * @name: (nullable): of a new round, with @filter or @customer_ids, @reply_id and @marketing
 * @step: (nullable): where the round stands then
 * @sum: (nullable): what came of it so far
 * @item: (nullable): the reply for whose turn it is
 * @customer: (nullable): who that is
 * @timeline: (nullable): the last that happened between them and the shop
 *
 * One step of a round in the window: what was done, and where the round stands then.
 */
typedef struct {
  ZgRoundJobKind kind;
  ZgSession *session;
  ZgClock *clock;
  gint64 staff_id;
  gint64 round_id;
  gint64 position;
  gint64 customer_id;
  gint64 order_id;
  ZgReply *reply;
  char *text;
  gboolean stays;
  char *name;
  char *filter;
  GArray *customer_ids;
  gint64 reply_id;
  gboolean marketing;
  ZgRoundStep *step;
  ZgRoundSum *sum;
  ZgReplyItem *item;
  ZgCustomer *customer;
  ZgTimeline *timeline;
} ZgRoundJob;

ZgRoundJob *zg_round_job_new (ZgRoundJobKind  kind,
                              ZgSession      *session,
                              gint64          round_id) G_GNUC_WARN_UNUSED_RESULT;
void zg_round_job_free (ZgRoundJob *job);
void zg_round_job_run_async (ZgRoundJob          *job,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
ZgRoundJob *zg_round_job_run_finish (GAsyncResult  *result,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgRoundJob, zg_round_job_free)

G_END_DECLS
