/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include "zg-chase.h"

/*
 * When the buyer of an unpaid order is reminded. The times of the steps follow from the order; then the quiet hours move them:
 * to their end, or, where the order closes before that, to half an hour before they begin. Of the steps whose time has come and
 * that nobody did, the last one counts and the others are past: nobody gets several reminders at once, not after a late import
 * and not after a long lunch. Last, the cap of 24 hours moves what comes next.
 */

#define MINUTE ZG_TIME_MINUTE
#define CAP_SPAN (24 * ZG_TIME_HOUR)
/* Somebody has to be there to do it. */
#define BEFORE_QUIET (30 * MINUTE)

/**
 * zg_chase_done_new:
 * @step: which step, from 0
 * @at: when it was done
 *
 * Returns: (transfer full): a step that was done
 */
ZgChaseDone *
zg_chase_done_new (int    step,
                   ZgTime at)
{
  ZgChaseDone *done = g_new0 (ZgChaseDone, 1);

  done->step = step;
  done->at = at;
  return done;
}

/**
 * zg_chase_done_free:
 * @done: (transfer full) (nullable): a step that was done
 */
void
zg_chase_done_free (ZgChaseDone *done)
{
  if (done == NULL)
    return;

  g_free (done->by);
  g_free (done);
}

static void
step_free (gpointer data)
{
  ZgChaseStep *step = data;

  g_free (step->by);
  g_free (step);
}

/**
 * zg_chase_plan_free:
 * @plan: (transfer full) (nullable): a plan
 */
void
zg_chase_plan_free (ZgChasePlan *plan)
{
  if (plan == NULL)
    return;

  g_ptr_array_unref (plan->steps);
  g_free (plan);
}

/* Quiet hours ******************************************************************************************************/

static ZgTime
at_minute_of_day (GDateTime *day,
                  int        days_later,
                  int        minutes,
                  GTimeZone *zone)
{
  g_autoptr(GDateTime) start = g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                                                g_date_time_get_day_of_month (day), 0, 0, 0);
  g_autoptr(GDateTime) moved = g_date_time_add_days (start, days_later);
  g_autoptr(GDateTime) at = g_date_time_new (zone, g_date_time_get_year (moved), g_date_time_get_month (moved),
                                             g_date_time_get_day_of_month (moved), minutes / 60, minutes % 60, 0);

  return g_date_time_to_unix (at) * ZG_TIME_SECOND;
}

/* The quiet hours around @time. */
static gboolean
find_quiet (const ZgChaseLadder *ladder,
            ZgTime               time,
            GTimeZone           *zone,
            ZgTime              *from_out,
            ZgTime              *to_out)
{
  g_autoptr(GDateTime) day = zg_time_to_date_time (time, zone);
  int minute = g_date_time_get_hour (day) * 60 + g_date_time_get_minute (day);
  gboolean over_midnight = ladder->quiet_from > ladder->quiet_to;
  gboolean in_evening = minute >= ladder->quiet_from && (over_midnight || minute < ladder->quiet_to);
  gboolean in_morning = over_midnight && minute < ladder->quiet_to;

  if (!in_evening && !in_morning)
    return FALSE;
  *from_out = at_minute_of_day (day, in_morning ? -1 : 0, ladder->quiet_from, zone);
  *to_out = at_minute_of_day (day, over_midnight && in_evening ? 1 : 0, ladder->quiet_to, zone);
  return TRUE;
}

/* %ZG_TIME_NONE when there is no time for it any more: it closes while it is quiet, and it is quiet already. */
static ZgTime
move_out_of_quiet (const ZgChaseLadder *ladder,
                   const ZgChaseFacts  *facts,
                   ZgTime               time,
                   gboolean             is_last)
{
  ZgTime closes_at = facts->order->closes_at;
  ZgTime from, to;

  if (!find_quiet (ladder, time, facts->zone, &from, &to))
    return time;
  if (!is_last && (closes_at == ZG_TIME_NONE || to < closes_at))
    return to;
  if (from - BEFORE_QUIET >= facts->order->ordered_at && from > facts->now)
    return from - BEFORE_QUIET;
  return closes_at == ZG_TIME_NONE || to < closes_at ? to : ZG_TIME_NONE;
}

/* Steps ************************************************************************************************************/

/* From when on the buyer can pay what is open: of a pre-sale first the deposit. */
static ZgTime
get_start (const ZgOrder *order)
{
  if (order->presale && order->paid > 0 && order->balance_from != ZG_TIME_NONE)
    return MAX (order->balance_from, order->ordered_at);
  return order->ordered_at;
}

static const ZgChaseDone *
find_done (const ZgChaseFacts *facts,
           int                 number)
{
  for (guint i = 0; facts->done != NULL && i < facts->done->len; i++)
    {
      const ZgChaseDone *done = g_ptr_array_index (facts->done, i);

      if (done->step == number)
        return done;
    }
  return NULL;
}

static void
add_step (ZgChasePlan         *plan,
          const ZgChaseLadder *ladder,
          const ZgChaseFacts  *facts,
          int                  number)
{
  const ZgChaseRule *rule = &g_array_index (ladder->rules, ZgChaseRule, number);
  const ZgChaseDone *done = find_done (facts, number);
  ZgTime closes_at = facts->order->closes_at;
  ZgChaseStep *step;
  ZgTime at;

  if (done != NULL)
    at = done->at;
  else if (rule->before_close > 0 && closes_at == ZG_TIME_NONE)
    return;
  else
    {
      at = rule->before_close > 0 ? closes_at - rule->before_close * MINUTE : get_start (facts->order) + rule->after * MINUTE;
      at = move_out_of_quiet (ladder, facts, at, rule->before_close > 0);
      if (at == ZG_TIME_NONE || (closes_at != ZG_TIME_NONE && at >= closes_at) || at < get_start (facts->order))
        return;
    }

  step = g_new0 (ZgChaseStep, 1);
  step->number = number;
  step->at = at;
  step->by = done != NULL ? g_strdup (done->by) : NULL;
  step->state = done == NULL ? ZG_CHASE_LATER : done->skipped ? ZG_CHASE_SKIPPED : ZG_CHASE_DONE;
  g_ptr_array_add (plan->steps, step);
}

static gint
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const ZgChaseStep *first = *(const ZgChaseStep * const *) a;
  const ZgChaseStep *second = *(const ZgChaseStep * const *) b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return first->number - second->number;
}

static gboolean
is_open (const ZgChaseStep *step)
{
  return step->state == ZG_CHASE_LATER || step->state == ZG_CHASE_NEXT;
}

/* What comes next, when nothing stands against it; what should have been done before it is past. */
static ZgChaseStep *
choose_next (ZgChasePlan *plan,
             ZgTime       now)
{
  ZgChaseStep *next = NULL;

  for (guint i = 0; i < plan->steps->len; i++)
    {
      ZgChaseStep *step = g_ptr_array_index (plan->steps, i);

      if (!is_open (step) || (next != NULL && step->at > now))
        continue;
      if (next != NULL)
        next->state = ZG_CHASE_PASSED;
      next = step;
    }
  if (next != NULL)
    next->state = ZG_CHASE_NEXT;
  return next;
}

/* A reminder that was missed before a later one was done is past. */
static void
pass_missed (ZgChasePlan *plan)
{
  gboolean later_done = FALSE;

  for (guint i = plan->steps->len; i > 0; i--)
    {
      ZgChaseStep *step = g_ptr_array_index (plan->steps, i - 1);

      if (!is_open (step))
        later_done = TRUE;
      else if (later_done)
        step->state = ZG_CHASE_PASSED;
    }
}

/* The cap ***********************************************************************************************************/

static gint
compare_times (gconstpointer a,
               gconstpointer b)
{
  ZgTime first = *(const ZgTime *) a;
  ZgTime second = *(const ZgTime *) b;

  return (first > second) - (first < second);
}

/* The first moment from @time at which fewer than the cap lie within the 24 hours before it. */
static ZgTime
find_room (const ZgChaseFacts *facts,
           ZgTime              time)
{
  g_autoptr(GArray) times = NULL;
  guint n;

  if (facts->reminded == NULL || facts->reminded->len < ZG_CHASE_CAP)
    return time;
  times = g_array_copy (facts->reminded);
  g_array_sort (times, compare_times);
  n = times->len;
  return MAX (time, g_array_index (times, ZgTime, n - ZG_CHASE_CAP) + CAP_SPAN);
}

static void
place_next (ZgChasePlan         *plan,
            const ZgChaseLadder *ladder,
            const ZgChaseFacts  *facts)
{
  ZgTime closes_at = facts->order->closes_at;
  ZgTime at = MAX (plan->next->at, facts->now);
  ZgTime room = find_room (facts, at);

  plan->capped = room > at;
  if (plan->capped || plan->next->at < facts->now)
    at = move_out_of_quiet (ladder, facts, room, FALSE);
  if (at == ZG_TIME_NONE || (closes_at != ZG_TIME_NONE && at >= closes_at))
    {
      plan->next->state = ZG_CHASE_PASSED;
      plan->next = NULL;
      plan->stop = ZG_CHASE_STOP_CLOSED;
      return;
    }
  /* What is due stays due since when it was, for whoever sorts by it. */
  if (at > facts->now)
    plan->next->at = at;
}

static ZgChaseStop
find_stop (const ZgChaseFacts *facts)
{
  const ZgOrder *order = facts->order;

  if (order->state == ZG_ORDER_CLOSED)
    return ZG_CHASE_STOP_CLOSED;
  if (order->state != ZG_ORDER_UNPAID)
    return ZG_CHASE_STOP_PAID;
  if (order->cash_on_delivery)
    return ZG_CHASE_STOP_CASH;
  if (order->closes_at != ZG_TIME_NONE && order->closes_at <= facts->now)
    return ZG_CHASE_STOP_CLOSED;
  if (order->presale && order->paid > 0 && (order->balance_from == ZG_TIME_NONE || facts->now < order->balance_from))
    return ZG_CHASE_STOP_PRESALE;
  return order->chase_stopped_at != ZG_TIME_NONE ? ZG_CHASE_STOP_BY_HAND : ZG_CHASE_GOES_ON;
}

/**
 * zg_chase_plan:
 * @ladder: when reminders are due
 * @facts: the order, what was done, what time it is
 *
 * Works out the reminders of an order. A pre-sale whose deposit is paid is not reminded of the balance before it can be paid.
 *
 * Returns: (transfer full): the steps, and which one comes next
 */
ZgChasePlan *
zg_chase_plan (const ZgChaseLadder *ladder,
               const ZgChaseFacts  *facts)
{
  ZgChasePlan *plan = g_new0 (ZgChasePlan, 1);

  plan->steps = g_ptr_array_new_with_free_func (step_free);
  plan->stop = find_stop (facts);
  zg_chase_cause_from_word (facts->order->chase_cause, &plan->cause);
  if (facts->order->ordered_at == ZG_TIME_NONE)
    {
      plan->stop = plan->stop == ZG_CHASE_GOES_ON ? ZG_CHASE_STOP_FINISHED : plan->stop;
      return plan;
    }

  for (guint i = 0; i < ladder->rules->len; i++)
    add_step (plan, ladder, facts, (int) i);
  g_ptr_array_sort (plan->steps, compare_steps);
  pass_missed (plan);
  if (plan->stop != ZG_CHASE_GOES_ON)
    return plan;

  plan->next = choose_next (plan, facts->now);
  /* Where it is known when the order closes, a step is missing only when it closes before. */
  if (plan->next == NULL)
    plan->stop = facts->order->closes_at != ZG_TIME_NONE && plan->steps->len < ladder->rules->len ? ZG_CHASE_STOP_CLOSED
                                                                                                   : ZG_CHASE_STOP_FINISHED;
  else
    place_next (plan, ladder, facts);
  return plan;
}

/**
 * zg_chase_plan_is_due:
 * @plan: a plan
 * @now: what time it is
 *
 * Returns: whether its buyer is to be reminded now
 */
gboolean
zg_chase_plan_is_due (const ZgChasePlan *plan,
                      ZgTime             now)
{
  return plan->next != NULL && plan->next->at <= now;
}
