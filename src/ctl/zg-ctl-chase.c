/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-chase-desk.h"
#include "zg-chase-json.h"
#include "zg-ctl.h"
#include "zg-money.h"
#include "zg-order-table.h"
#include "zg-platform.h"
#include "zg-record-json.h"

/* `chase …`: reminders of unpaid orders. */

typedef struct _ChaseJob ChaseJob;

struct _ChaseJob {
  ZgCtl *ctl;
  const char *number;
  gboolean (*change) (ZgDatabase  *db,
                      ChaseJob    *job,
                      GError     **error);
  ZgChaseCause cause;
  const char *platform;
  const char *ladder_text;      /* nullable */
  ZgTime from;
  ZgTime until;
  gint64 order_id;
  ZgChasePlan *plan;
  ZgChaseBoard *board;
  ZgChaseLadder *ladder;
};

static void
chase_job_clear (ChaseJob *job)
{
  g_clear_pointer (&job->plan, zg_chase_plan_free);
  g_clear_pointer (&job->board, zg_chase_board_free);
  g_clear_pointer (&job->ladder, zg_chase_ladder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChaseJob, chase_job_clear)

/* One order *********************************************************************************************************/

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ChaseJob *job = data;
  g_autoptr(ZgOrder) order = NULL;

  g_clear_pointer (&job->plan, zg_chase_plan_free);
  job->order_id = zg_order_table_find_by_number (db, job->number, error);
  if (job->order_id == 0 || (job->change != NULL && !job->change (db, job, error)))
    return FALSE;
  order = zg_order_table_load (db, job->order_id, error);
  job->plan = order != NULL ? zg_chase_desk_plan (db, order, job->ctl->clock, error) : NULL;
  return job->plan != NULL;
}

static void
print_plan (ZgCtl             *ctl,
            const ZgChasePlan *plan)
{
  g_autofree char *next = zg_chase_desk_describe_next (plan, ctl->clock);

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const ZgChaseStep *step = g_ptr_array_index (plan->steps, i);
      g_autofree char *at = zg_time_to_text (step->at, zg_clock_now (ctl->clock), zg_clock_get_zone (ctl->clock));

      zg_ctl_print ("[%s] %d  %s  %s", step->state == ZG_CHASE_DONE ? "x" : step->state == ZG_CHASE_SKIPPED ? "-" : " ",
                    step->number + 1, at, step->by != NULL ? step->by : "");
    }
  zg_ctl_print ("%s", next);
  if (plan->cause != ZG_CHASE_CAUSE_NONE)
    zg_ctl_print ("%s", zg_chase_cause_to_label (plan->cause));
}

static ZgCtlStatus
run_order (ChaseJob *job)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = job->change == NULL ? zg_ctl_read (job->ctl, run, job, &error)
                                    : zg_ctl_open (job->ctl, FALSE, &error) && zg_ctl_write (job->ctl, run, job, &error);

  if (!ok)
    return zg_ctl_fail (error);
  if (job->ctl->json)
    {
      JsonNode *node = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (node, zg_chase_json_new (job->plan, zg_clock_get_zone (job->ctl->clock)));
      zg_ctl_print_json (node);
    }
  else
    print_plan (job->ctl, job->plan);
  return ZG_CTL_DONE;
}

static gboolean
mark_done (ZgDatabase  *db,
           ChaseJob    *job,
           GError     **error)
{
  return zg_chase_desk_mark (db, job->order_id, FALSE, job->ctl->staff_id, 0, job->ctl->clock, NULL, error);
}

static gboolean
mark_skipped (ZgDatabase  *db,
              ChaseJob    *job,
              GError     **error)
{
  return zg_chase_desk_mark (db, job->order_id, TRUE, job->ctl->staff_id, 0, job->ctl->clock, NULL, error);
}

static gboolean
stop (ZgDatabase  *db,
      ChaseJob    *job,
      GError     **error)
{
  return zg_chase_desk_set_stopped (db, job->order_id, TRUE, job->ctl->clock, error);
}

static gboolean
resume (ZgDatabase  *db,
        ChaseJob    *job,
        GError     **error)
{
  return zg_chase_desk_set_stopped (db, job->order_id, FALSE, job->ctl->clock, error);
}

static gboolean
set_cause (ZgDatabase  *db,
           ChaseJob    *job,
           GError     **error)
{
  return zg_chase_desk_set_cause (db, job->order_id, job->cause, NULL, error);
}

ZgCtlStatus
zg_ctl_chase_show (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(ChaseJob) job = { .ctl = ctl, .number = arguments[0] };

  return run_order (&job);
}

ZgCtlStatus
zg_ctl_chase_done (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(ChaseJob) job = { .ctl = ctl, .number = arguments[0], .change = mark_done };

  return run_order (&job);
}

ZgCtlStatus
zg_ctl_chase_skip (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(ChaseJob) job = { .ctl = ctl, .number = arguments[0], .change = mark_skipped };

  return run_order (&job);
}

ZgCtlStatus
zg_ctl_chase_stop (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(ChaseJob) job = { .ctl = ctl, .number = arguments[0], .change = stop };

  return run_order (&job);
}

ZgCtlStatus
zg_ctl_chase_resume (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  g_auto(ChaseJob) job = { .ctl = ctl, .number = arguments[0], .change = resume };

  return run_order (&job);
}

ZgCtlStatus
zg_ctl_chase_cause (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(ChaseJob) job = { .ctl = ctl, .number = arguments[0], .change = set_cause };

  if (!zg_chase_cause_from_word (arguments[1], &job.cause) || job.cause == ZG_CHASE_CAUSE_NONE)
    return zg_ctl_usage (_("“%s” is no cause; say forgot, hesitating, price, payment or mistake."), arguments[1]);
  return run_order (&job);
}

/* The board and its sums *******************************************************************************************/

static gboolean
load_board (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  ChaseJob *job = data;

  g_clear_pointer (&job->board, zg_chase_board_free);
  job->board = zg_chase_desk_load_board (db, job->from, job->until, job->ctl->clock, error);
  return job->board != NULL;
}

static void
add_entries (ZgCtl     *ctl,
             GPtrArray *entries,
             JsonArray *array)
{
  ZgTime now = zg_clock_now (ctl->clock);

  for (guint i = 0; i < entries->len; i++)
    {
      const ZgChaseEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *total = zg_money_to_text (entry->order->total, entry->order->currency);
      g_autofree char *next = zg_chase_desk_describe_next (entry->plan, ctl->clock);

      if (ctl->json)
        json_array_add_object_element (array, zg_chase_json_new_entry (entry, now, zg_clock_get_zone (ctl->clock)));
      else
        zg_ctl_print ("%s  %s  %s  %s", entry->order->number, entry->customer != NULL ? entry->customer : "", total, next);
    }
}

ZgCtlStatus
zg_ctl_chase_list (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(ChaseJob) job = { .ctl = ctl, .from = zg_clock_now (ctl->clock), .until = zg_clock_now (ctl->clock) };
  g_autoptr(JsonArray) array = json_array_new ();
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, load_board, &job, &error))
    return zg_ctl_fail (error);
  add_entries (ctl, job.board->due, array);
  if (zg_ctl_options_get (ctl->options, "--all") != NULL)
    add_entries (ctl, job.board->next, array);
  if (ctl->json)
    zg_ctl_print_array (g_steal_pointer (&array));
  return ZG_CTL_DONE;
}

/* What came in by cause, and by step from 1; each in the currency of the first order. */
static void
add_sums (JsonObject *object,
          GPtrArray  *recovered)
{
  const char *currency = recovered->len > 0 ? ((ZgChaseRecovery *) recovered->pdata[0])->currency : "CNY";
  JsonObject *by_cause = json_object_new ();
  JsonObject *by_step = json_object_new ();
  gint64 causes[ZG_N_CHASE_CAUSES] = { 0 };
  gint64 steps[10] = { 0 };
  gint64 sum = 0;

  for (guint i = 0; i < recovered->len; i++)
    {
      const ZgChaseRecovery *one = g_ptr_array_index (recovered, i);

      causes[one->cause] += one->amount;
      steps[CLAMP (one->step, 0, 9)] += one->amount;
      sum += one->amount;
    }
  for (int i = 0; i < ZG_N_CHASE_CAUSES; i++)
    if (causes[i] != 0)
      zg_json_set_money (by_cause, i == ZG_CHASE_CAUSE_NONE ? "none" : zg_chase_cause_to_word (i), causes[i], currency);
  for (int i = 0; i < 10; i++)
    if (steps[i] != 0)
      {
        g_autofree char *step = g_strdup_printf ("%d", i + 1);

        zg_json_set_money (by_step, step, steps[i], currency);
      }
  zg_json_set_money (object, "sum", sum, currency);
  json_object_set_object_member (object, "by_cause", by_cause);
  json_object_set_object_member (object, "by_step", by_step);
}

static void
print_report (ZgCtl     *ctl,
              GPtrArray *recovered)
{
  JsonObject *object = json_object_new ();
  JsonArray *orders = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < recovered->len; i++)
    json_array_add_object_element (orders, zg_chase_json_new_recovery (g_ptr_array_index (recovered, i),
                                                                      zg_clock_get_zone (ctl->clock)));
  json_object_set_array_member (object, "orders", orders);
  add_sums (object, recovered);
  json_node_take_object (node, object);
  if (ctl->json)
    {
      zg_ctl_print_json (node);
      return;
    }
  for (guint i = 0; i < recovered->len; i++)
    {
      const ZgChaseRecovery *one = g_ptr_array_index (recovered, i);
      g_autofree char *amount = zg_money_to_text (one->amount, one->currency);

      zg_ctl_print ("%s  %s  %s  %d  %s", one->number, one->customer != NULL ? one->customer : "", amount, one->step + 1,
                    zg_chase_cause_to_label (one->cause));
    }
  zg_ctl_print ("%s", json_object_get_string_member (object, "sum"));
  json_node_unref (node);
}

ZgCtlStatus
zg_ctl_chase_report (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  const char *from = zg_ctl_options_get (ctl->options, "--from");
  const char *to = zg_ctl_options_get (ctl->options, "--to");
  g_auto(ChaseJob) job = { .ctl = ctl, .from = zg_clock_now (ctl->clock) - 30 * ZG_TIME_DAY, .until = zg_clock_now (ctl->clock) };
  g_autoptr(GError) error = NULL;

  if ((from != NULL && !zg_ctl_parse_time (ctl, from, &job.from, &error))
      || (to != NULL && !zg_ctl_parse_time (ctl, to, &job.until, &error)))
    return zg_ctl_usage ("%s", error->message);
  if (!zg_ctl_read (ctl, load_board, &job, &error))
    return zg_ctl_fail (error);
  print_report (ctl, job.board->recovered);
  return ZG_CTL_DONE;
}

/* Ladders **********************************************************************************************************/

static gboolean
run_ladder (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  ChaseJob *job = data;
  g_autoptr(ZgChaseLadder) wanted = zg_chase_ladder_new ();

  g_clear_pointer (&job->ladder, zg_chase_ladder_free);
  if (job->ladder_text != NULL && g_str_equal (job->ladder_text, "standard"))
    {
      if (!zg_chase_table_save_ladder (db, job->platform, NULL, error))
        return FALSE;
    }
  else if (job->ladder_text != NULL
           && (!zg_chase_ladder_parse (wanted, job->ladder_text, error)
               || !zg_chase_table_save_ladder (db, job->platform, wanted, error)))
    return FALSE;
  job->ladder = zg_chase_table_load_ladder (db, job->platform, error);
  return job->ladder != NULL;
}

ZgCtlStatus
zg_ctl_chase_ladder (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  const char *platform = zg_ctl_options_get (ctl->options, "--platform");
  g_auto(ChaseJob) job = { .ctl = ctl, .platform = platform != NULL ? platform : "",
                           .ladder_text = n_arguments > 0 ? arguments[0] : NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (platform != NULL && !zg_platform_is_known (platform))
    return zg_ctl_usage (_("“%s” is no platform."), platform);
  if (n_arguments == 0 ? !zg_ctl_read (ctl, run_ladder, &job, &error) : !zg_ctl_write (ctl, run_ladder, &job, &error))
    return zg_ctl_fail (error);
  text = zg_chase_ladder_to_text (job.ladder);
  if (ctl->json)
    {
      JsonNode *node = json_node_new (JSON_NODE_OBJECT);
      JsonObject *object = json_object_new ();

      zg_json_set_text (object, "platform", platform);
      zg_json_set_text (object, "ladder", text);
      json_node_take_object (node, object);
      zg_ctl_print_json (node);
    }
  else
    zg_ctl_print ("%s", text);
  return ZG_CTL_DONE;
}
