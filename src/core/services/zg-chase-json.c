/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-chase-json.h"

#include "zg-record-json.h"

/* Steps are counted from 1 for people. */

static void
set_cause (JsonObject   *object,
           ZgChaseCause  cause)
{
  zg_json_set_text (object, "cause", cause != ZG_CHASE_CAUSE_NONE ? zg_chase_cause_to_word (cause) : NULL);
}

/**
 * zg_chase_json_new:
 * @plan: the reminders of an order
 * @zone: where times are told
 *
 * Returns: (transfer full): the same as JSON
 */
JsonObject *
zg_chase_json_new (const ZgChasePlan *plan,
                   GTimeZone         *zone)
{
  JsonObject *object = json_object_new ();
  JsonArray *steps = json_array_new ();

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const ZgChaseStep *step = g_ptr_array_index (plan->steps, i);
      JsonObject *one = json_object_new ();

      json_object_set_int_member (one, "step", step->number + 1);
      zg_json_set_time (one, "at", step->at, zone);
      zg_json_set_text (one, "state", zg_chase_state_to_word (step->state));
      zg_json_set_text (one, "by", step->by);
      json_array_add_object_element (steps, one);
    }
  json_object_set_array_member (object, "steps", steps);
  if (plan->next != NULL)
    json_object_set_int_member (object, "next", plan->next->number + 1);
  else
    json_object_set_null_member (object, "next");
  json_object_set_boolean_member (object, "capped", plan->capped);
  zg_json_set_text (object, "reason", plan->stop != ZG_CHASE_GOES_ON ? zg_chase_stop_to_label (plan->stop) : NULL);
  set_cause (object, plan->cause);
  return object;
}

/**
 * zg_chase_json_new_entry:
 * @entry: a line of the board
 * @now: what time it is
 * @zone: where times are told
 *
 * Returns: (transfer full): the same as JSON
 */
JsonObject *
zg_chase_json_new_entry (const ZgChaseEntry *entry,
                         ZgTime              now,
                         GTimeZone          *zone)
{
  JsonObject *object = json_object_new ();

  zg_json_set_text (object, "number", entry->order->number);
  zg_json_set_text (object, "customer_name", entry->customer);
  zg_json_set_money (object, "total", entry->order->total, entry->order->currency);
  json_object_set_int_member (object, "step", entry->plan->next->number + 1);
  zg_json_set_time (object, "at", entry->plan->next->at, zone);
  json_object_set_boolean_member (object, "due", zg_chase_plan_is_due (entry->plan, now));
  set_cause (object, entry->plan->cause);
  return object;
}

/**
 * zg_chase_json_new_recovery:
 * @recovery: an order that was paid after a reminder
 * @zone: where times are told
 *
 * Returns: (transfer full): the same as JSON
 */
JsonObject *
zg_chase_json_new_recovery (const ZgChaseRecovery *recovery,
                            GTimeZone             *zone)
{
  JsonObject *object = json_object_new ();

  zg_json_set_text (object, "number", recovery->number);
  zg_json_set_text (object, "customer_name", recovery->customer);
  zg_json_set_money (object, "amount", recovery->amount, recovery->currency);
  json_object_set_int_member (object, "step", recovery->step + 1);
  zg_json_set_time (object, "reminded_at", recovery->reminded_at, zone);
  zg_json_set_time (object, "paid_at", recovery->paid_at, zone);
  set_cause (object, recovery->cause);
  return object;
}
