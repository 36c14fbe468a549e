/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-case-json.h"
#include "zg-case-table.h"
#include "zg-ctl.h"
#include "zg-integer.h"
#include "zg-order-table.h"
#include "zg-platform.h"
#include "zg-record-json.h"

/* `case list` and `case rule`: all cases, what might be one, and the shop's own deadlines. */

#define MAX_HOURS (365 * 24)

typedef struct {
  ZgCtl *ctl;
  gboolean all;
  GPtrArray *list;              /* of ZgCase, ZgOrder or ZgCaseRule */
  ZgCaseRule rule;
} ListJob;

static void
list_job_clear (ListJob *job)
{
  g_clear_pointer (&job->list, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListJob, list_job_clear)

static gboolean
list_cases (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  ListJob *job = data;

  job->list = zg_case_table_list (db, job->all, error);
  return job->list != NULL;
}

static gboolean
list_refunds (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  ListJob *job = data;
  g_autoptr(GArray) ids = zg_case_desk_list_refunds (db, job->ctl->clock, error);

  if (ids == NULL)
    return FALSE;
  job->list = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  for (guint i = 0; i < ids->len; i++)
    {
      ZgOrder *order = zg_order_table_load (db, g_array_index (ids, gint64, i), error);

      if (order == NULL)
        return FALSE;
      g_ptr_array_add (job->list, order);
    }
  return TRUE;
}

static gboolean
set_rule (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  ListJob *job = data;

  if (!zg_case_desk_set_rule (db, &job->rule, error))
    return FALSE;
  job->list = zg_case_table_load_rules (db, error);
  return job->list != NULL;
}

static void
print_cases (ZgCtl     *ctl,
             GPtrArray *cases)
{
  GTimeZone *zone = zg_clock_get_zone (ctl->clock);

  if (ctl->json)
    {
      zg_ctl_print_array (zg_case_json_new_list (cases, zone));
      return;
    }
  for (guint i = 0; i < cases->len; i++)
    {
      const ZgCase *self = g_ptr_array_index (cases, i);
      gboolean is_open = zg_case_is_open (self);
      g_autofree char *due = is_open && self->due_at != ZG_TIME_NONE ? zg_time_to_text (self->due_at, zg_clock_now (ctl->clock), zone)
                                                                     : g_strdup ("");

      zg_ctl_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s  %s", self->id, self->number, zg_case_type_to_label (self->type),
                    zg_case_step_to_label (is_open ? self->step : ZG_CASE_CLOSED), due,
                    self->customer != NULL ? self->customer : "");
    }
}

static void
print_refunds (ZgCtl     *ctl,
               GPtrArray *orders)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      const char *refund = order->facts != NULL ? order->facts->refund_state : NULL;
      JsonObject *object;

      if (!ctl->json)
        {
          zg_ctl_print ("%s  %s  %s", order->number, zg_order_state_to_label (order->state), refund != NULL ? refund : "");
          continue;
        }
      object = json_object_new ();
      zg_json_set_text (object, "order", order->number);
      zg_json_set_text (object, "status", zg_order_state_to_word (order->state));
      zg_json_set_text (object, "refund", refund);
      json_array_add_object_element (array, object);
    }
  if (ctl->json)
    zg_ctl_print_array (g_steal_pointer (&array));
}

static void
print_rules (ZgCtl     *ctl,
             GPtrArray *rules)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; i < rules->len; i++)
    {
      const ZgCaseRule *rule = g_ptr_array_index (rules, i);
      JsonObject *object;

      if (!ctl->json)
        {
          zg_ctl_print ("%s  %s  %d  %s", zg_case_type_to_label (rule->type), zg_case_step_to_label (rule->step), rule->hours,
                        *rule->platform != '\0' ? zg_platform_to_label (rule->platform) : "");
          continue;
        }
      object = json_object_new ();
      zg_json_set_text (object, "type", rule->type);
      zg_json_set_text (object, "step", rule->step);
      zg_json_set_text (object, "platform", rule->platform);
      json_object_set_int_member (object, "hours", rule->hours);
      json_array_add_object_element (array, object);
    }
  if (ctl->json)
    zg_ctl_print_array (g_steal_pointer (&array));
}

ZgCtlStatus
zg_ctl_case_list (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  gboolean refunds = zg_ctl_options_has (ctl->options, "--refunds");
  g_auto(ListJob) job = { .ctl = ctl, .all = zg_ctl_options_has (ctl->options, "--all") };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, refunds ? list_refunds : list_cases, &job, &error))
    return zg_ctl_fail (error);
  if (refunds)
    print_refunds (ctl, job.list);
  else
    print_cases (ctl, job.list);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_case_rule (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  const char *platform = zg_ctl_options_get (ctl->options, "--platform");
  g_auto(ListJob) job = { .ctl = ctl };
  g_autoptr(GError) error = NULL;
  gint64 hours = -1;

  if (platform != NULL && !zg_platform_is_known (platform))
    return zg_ctl_usage (_("“%s” is no platform."), platform);
  if (g_strcmp0 (arguments[2], "default") != 0 && !zg_integer_parse (arguments[2], 0, MAX_HOURS, &hours))
    return zg_ctl_usage (_("“%s” is no number of hours; say 0 for no deadline, default for that of the program."), arguments[2]);
  job.rule = (ZgCaseRule) {
    .platform = (char *) (platform != NULL ? platform : ""),
    .type = arguments[0],
    .step = arguments[1],
    .hours = (int) hours,
  };
  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, set_rule, &job, &error))
    return zg_ctl_fail (error);
  print_rules (ctl, job.list);
  return ZG_CTL_DONE;
}
