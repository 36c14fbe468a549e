/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl.h"
#include "zg-merge-radar.h"
#include "zg-money.h"
#include "zg-order-parcel.h"
#include "zg-order-table.h"
#include "zg-parcel-difference.h"
#include "zg-parcel-json.h"
#include "zg-parcel-table.h"
#include "zg-record-json.h"

/* `order mergeable`, `order merge`, `order unmerge` and `order apart`. */

typedef struct {
  ZgCtl *ctl;
  int n_numbers;
  char **numbers;
  gboolean off;
  gint64 parcel_id;
  GPtrArray *groups;            /* of ZgMergeGroup */
  GPtrArray *orders;            /* of each group, arrays of ZgOrder; of one parcel in the first */
  ZgParcel *parcel;
} ParcelJob;

static void
parcel_job_clear (ParcelJob *job)
{
  g_clear_pointer (&job->groups, g_ptr_array_unref);
  g_clear_pointer (&job->orders, g_ptr_array_unref);
  g_clear_pointer (&job->parcel, zg_parcel_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParcelJob, parcel_job_clear)

static GPtrArray *
load_numbers (ZgDatabase  *db,
              ParcelJob   *job,
              GError     **error)
{
  g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);

  for (int i = 0; i < job->n_numbers; i++)
    {
      gint64 id = zg_order_table_find_by_number (db, job->numbers[i], error);
      ZgOrder *order = id != 0 ? zg_order_table_load (db, id, error) : NULL;

      if (order == NULL)
        return NULL;
      g_ptr_array_add (orders, order);
    }
  return g_steal_pointer (&orders);
}

static gboolean
list_groups (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  ParcelJob *job = data;

  job->groups = zg_merge_radar_list (db, error);
  for (guint i = 0; job->groups != NULL && i < job->groups->len; i++)
    {
      GPtrArray *orders = zg_merge_radar_load (db, g_ptr_array_index (job->groups, i), error);

      if (orders == NULL)
        return FALSE;
      g_ptr_array_add (job->orders, orders);
    }
  return job->groups != NULL;
}

static gboolean
merge (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  ParcelJob *job = data;
  g_autoptr(GPtrArray) orders = load_numbers (db, job, error);
  GPtrArray *merged;

  if (orders == NULL)
    return FALSE;
  job->parcel_id = zg_order_parcel_merge (db, orders, ZG_POSTAGE_COMPUTED, job->ctl->staff_id,
                                          zg_clock_now (job->ctl->clock), error);
  if (job->parcel_id == 0)
    return FALSE;
  job->parcel = zg_parcel_table_load (db, job->parcel_id, error);
  merged = job->parcel != NULL ? zg_parcel_table_load_orders (db, job->parcel_id, error) : NULL;
  if (merged != NULL)
    g_ptr_array_add (job->orders, merged);
  return merged != NULL;
}

static gboolean
unmerge (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  ParcelJob *job = data;

  job->parcel = zg_parcel_table_load (db, job->parcel_id, error);
  return job->parcel != NULL
         && zg_order_parcel_unmerge (db, job->parcel_id, 0, job->ctl->staff_id, zg_clock_now (job->ctl->clock), error);
}

static gboolean
set_apart (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  ParcelJob *job = data;
  g_autoptr(GPtrArray) orders = load_numbers (db, job, error);
  const ZgOrder *a, *b;

  if (orders == NULL)
    return FALSE;
  a = g_ptr_array_index (orders, 0);
  b = g_ptr_array_index (orders, 1);
  return zg_merge_radar_set_apart (db, a->id, b->id, !job->off, job->ctl->staff_id, zg_clock_now (job->ctl->clock), error);
}

/* For people: the numbers, and in what the orders differ, a line for each. */
static void
print_orders (ZgCtl     *ctl,
              GPtrArray *orders)
{
  g_autoptr(GPtrArray) differences = zg_parcel_list_differences (orders, zg_clock_get_zone (ctl->clock));
  g_autoptr(GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? "  " : "", ((const ZgOrder *) g_ptr_array_index (orders, i))->number);
  zg_ctl_print ("  %s", numbers->str);
  for (guint i = 0; i < differences->len; i++)
    {
      const ZgParcelDifference *difference = g_ptr_array_index (differences, i);
      g_autoptr(GString) values = g_string_new (NULL);

      for (guint j = 0; j < difference->values->len; j++)
        {
          const char *value = g_ptr_array_index (difference->values, j);

          g_string_append_printf (values, "%s%s", j > 0 ? " | " : "", value[0] != '\0' ? value : "—");
        }
      zg_ctl_print ("  %s%s: %s", difference->is_warning ? "! " : "", zg_parcel_field_to_label (difference->field), values->str);
    }
}

static void
print_groups (ZgCtl           *ctl,
              const ParcelJob *job)
{
  JsonArray *array = ctl->json ? json_array_new () : NULL;

  for (guint i = 0; i < job->groups->len; i++)
    {
      const ZgMergeGroup *group = g_ptr_array_index (job->groups, i);
      GPtrArray *orders = g_ptr_array_index (job->orders, i);
      const ZgOrder *first = g_ptr_array_index (orders, 0);
      g_autofree char *address = zg_address_to_text (first->address);

      if (array != NULL)
        {
          json_array_add_object_element (array, zg_parcel_json_suggestion (orders, group->parcel_id,
                                                                           zg_clock_get_zone (ctl->clock)));
          continue;
        }
      zg_ctl_print ("%s %s %s", first->recipient.text != NULL ? first->recipient.text : "",
                    first->phone.text != NULL ? first->phone.text : "", address);
      print_orders (ctl, orders);
    }
  if (array != NULL)
    zg_ctl_print_array (array);
  else if (job->groups->len == 0)
    zg_ctl_print ("%s", _("No two orders could go in one parcel."));
}

ZgCtlStatus
zg_ctl_order_mergeable (ZgCtl  *ctl,
                        int     n_arguments,
                        char  **arguments)
{
  g_auto(ParcelJob) job = { .ctl = ctl, .orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref) };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, list_groups, &job, &error))
    return zg_ctl_fail (error);
  print_groups (ctl, &job);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_order_merge (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(ParcelJob) job = {
    .ctl = ctl, .n_numbers = n_arguments, .numbers = arguments,
    .orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
  };
  g_autofree char *saved = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *orders;

  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, merge, &job, &error))
    return zg_ctl_fail (error);
  orders = g_ptr_array_index (job.orders, 0);
  if (ctl->json)
    {
      JsonObject *object = zg_parcel_json_new (job.parcel, zg_clock_get_zone (ctl->clock));

      json_object_set_array_member (object, "differences", zg_parcel_json_differences (orders, zg_clock_get_zone (ctl->clock)));
      zg_ctl_print_object (object);
      return ZG_CTL_DONE;
    }
  saved = zg_money_to_text (job.parcel->saved_postage, job.parcel->currency);
  /* TRANSLATORS: the number of a parcel, and an amount of money */
  zg_ctl_print (_("Parcel %ld, postage saved: %s. “order unmerge %ld” takes it apart."), (glong) job.parcel_id, saved,
                (glong) job.parcel_id);
  print_orders (ctl, orders);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_order_unmerge (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  /* What is no number is 0, which no parcel has. */
  g_auto(ParcelJob) job = { .ctl = ctl, .parcel_id = g_ascii_strtoll (arguments[0], NULL, 10) };
  g_autoptr(GError) error = NULL;
  JsonObject *object;

  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, unmerge, &job, &error))
    return zg_ctl_fail (error);
  if (!ctl->json)
    {
      zg_ctl_print (_("Parcel %ld is taken apart."), (glong) job.parcel_id);
      return ZG_CTL_DONE;
    }
  object = json_object_new ();
  zg_json_set_id (object, "parcel", job.parcel_id);
  json_object_set_array_member (object, "orders", zg_json_new_strings (job.parcel->numbers));
  zg_ctl_print_object (object);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_order_apart (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(ParcelJob) job = {
    .ctl = ctl, .n_numbers = 2, .numbers = arguments, .off = zg_ctl_options_has (ctl->options, "--off"),
  };
  g_autoptr(GError) error = NULL;
  JsonObject *object;

  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, set_apart, &job, &error))
    return zg_ctl_fail (error);
  if (!ctl->json)
    return ZG_CTL_DONE;
  object = json_object_new ();
  zg_json_set_text (object, "a", arguments[0]);
  zg_json_set_text (object, "b", arguments[1]);
  json_object_set_boolean_member (object, "apart", !job.off);
  zg_ctl_print_object (object);
  return ZG_CTL_DONE;
}
