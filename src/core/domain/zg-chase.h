/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"

G_BEGIN_DECLS

/* So many reminders at the most in 24 hours to one customer, over all their orders. */
#define ZG_CHASE_CAP 3

/**
 * ZgChaseCause:
 *
 * Why an order was not paid yet, as far as the buyer said it.
 */
typedef enum {
  ZG_CHASE_CAUSE_NONE,
  ZG_CHASE_CAUSE_FORGOT,
  ZG_CHASE_CAUSE_HESITATING,
  ZG_CHASE_CAUSE_PRICE,
  ZG_CHASE_CAUSE_PAYMENT,
  ZG_CHASE_CAUSE_MISTAKE,
} ZgChaseCause;

#define ZG_N_CHASE_CAUSES 6

/**
 * ZgChaseRule:
 * @after: minutes after the order, 0 for the other kind
 * @before_close: minutes before the platform closes the order, 0 for the other kind
 *
 * When a step of the ladder is due.
 */
typedef struct {
  int after;
  int before_close;
} ZgChaseRule;

/**
 * ZgChaseLadder:
 * @rules: (element-type ZgChaseRule): the steps, from the first
 * @quiet_from: minutes of the day from which nobody is reminded
 * @quiet_to: minutes of the day up to which nobody is reminded; the same as @quiet_from for no quiet hours
 */
typedef struct {
  GArray *rules;
  int quiet_from;
  int quiet_to;
} ZgChaseLadder;

/**
 * ZgChaseDone:
 * @step: which one, from 0
 * @at: when it was done
 * @skipped: whether it was left out
 * @by: (nullable): who did it
 */
typedef struct {
  int step;
  ZgTime at;
  gboolean skipped;
  char *by;
} ZgChaseDone;

/**
 * ZgChaseFacts:
 * @order: the order
 * @done: (nullable) (element-type ZgChaseDone): what was done of the ladder
 * @reminded: (nullable) (element-type gint64): when its customer was reminded of any order, in any order
 * @now: what time it is
 * @zone: where the quiet hours are
 *
 * All that the chase of an order depends on.
 */
typedef struct {
  const ZgOrder *order;
  GPtrArray *done;
  GArray *reminded;
  ZgTime now;
  GTimeZone *zone;
} ZgChaseFacts;

/**
 * ZgChaseState:
 * @ZG_CHASE_DONE: was done
 * @ZG_CHASE_SKIPPED: was left out by somebody
 * @ZG_CHASE_PASSED: its time went by, and a later one counts for it
 * @ZG_CHASE_NEXT: comes next; due when its time has come
 * @ZG_CHASE_LATER: comes after that
 */
typedef enum {
  ZG_CHASE_DONE,
  ZG_CHASE_SKIPPED,
  ZG_CHASE_PASSED,
  ZG_CHASE_NEXT,
  ZG_CHASE_LATER,
} ZgChaseState;

/**
 * ZgChaseStep:
 * @number: which one, from 0
 * @at: when it was done, or when it is due
 * @by: (nullable): who did it
 */
typedef struct {
  int number;
  ZgTime at;
  ZgChaseState state;
  char *by;
} ZgChaseStep;

/**
 * ZgChaseStop:
 * @ZG_CHASE_GOES_ON: there is a next step
 * @ZG_CHASE_STOP_PAID: it is paid
 * @ZG_CHASE_STOP_CLOSED: it is closed, or closes before another step
 * @ZG_CHASE_STOP_CASH: it is paid at the door
 * @ZG_CHASE_STOP_PRESALE: its balance cannot be paid yet
 * @ZG_CHASE_STOP_BY_HAND: somebody wants the buyer left alone
 * @ZG_CHASE_STOP_FINISHED: all steps are done
 *
 * Why there is no next step.
 */
typedef enum {
  ZG_CHASE_GOES_ON,
  ZG_CHASE_STOP_PAID,
  ZG_CHASE_STOP_CLOSED,
  ZG_CHASE_STOP_CASH,
  ZG_CHASE_STOP_PRESALE,
  ZG_CHASE_STOP_BY_HAND,
  ZG_CHASE_STOP_FINISHED,
} ZgChaseStop;

/**
 * ZgChasePlan:
 * @steps: (element-type ZgChaseStep): the ladder, in time
 * @stop: why there is no next step
 * @next: (nullable): the step that comes next; one of @steps
 * @capped: whether it waits because the customer was reminded %ZG_CHASE_CAP times in 24 hours
 * @cause: why it was not paid yet
 */
typedef struct {
  GPtrArray *steps;
  ZgChaseStop stop;
  ZgChaseStep *next;
  gboolean capped;
  ZgChaseCause cause;
} ZgChasePlan;

const char *zg_chase_cause_to_word (ZgChaseCause cause);
gboolean zg_chase_cause_from_word (const char   *word,
                                   ZgChaseCause *cause_out);
const char *zg_chase_cause_to_label (ZgChaseCause cause);
const char *zg_chase_stop_to_label (ZgChaseStop stop);
const char *zg_chase_state_to_word (ZgChaseState state);

ZgChaseLadder *zg_chase_ladder_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgChaseLadder *zg_chase_ladder_new_standard (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_chase_ladder_free (ZgChaseLadder *ladder);
void zg_chase_ladder_add (ZgChaseLadder *ladder,
                          int            after,
                          int            before_close);
gboolean zg_chase_ladder_parse (ZgChaseLadder  *ladder,
                                const char     *text,
                                GError        **error);
char *zg_chase_ladder_to_text (const ZgChaseLadder *ladder) G_GNUC_WARN_UNUSED_RESULT;

ZgChaseDone *zg_chase_done_new (int    step,
                                ZgTime at) G_GNUC_WARN_UNUSED_RESULT;
void zg_chase_done_free (ZgChaseDone *done);
ZgChasePlan *zg_chase_plan (const ZgChaseLadder *ladder,
                            const ZgChaseFacts  *facts) G_GNUC_WARN_UNUSED_RESULT;
void zg_chase_plan_free (ZgChasePlan *plan);
gboolean zg_chase_plan_is_due (const ZgChasePlan *plan,
                               ZgTime             now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgChaseLadder, zg_chase_ladder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgChaseDone, zg_chase_done_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgChasePlan, zg_chase_plan_free)

G_END_DECLS
