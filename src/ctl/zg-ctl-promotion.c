/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-ctl.h"
#include "zg-integer.h"
#include "zg-product-desk.h"
#include "zg-product-fields.h"
#include "zg-promotion-table.h"

/* `promotion …`: what the shop offers for some time. */

typedef struct {
  ZgCtl *ctl;
  const char *title;
  gint64 id;
  char **arguments;
  int n_arguments;
  GPtrArray *promotions;
} PromotionJob;

static void
promotion_job_clear (PromotionJob *job)
{
  g_clear_pointer (&job->promotions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PromotionJob, promotion_job_clear)

static gboolean
list (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  PromotionJob *job = data;

  job->promotions = zg_promotion_table_list (db, error);
  return job->promotions != NULL;
}

static gboolean
load (ZgDatabase    *db,
      PromotionJob  *job,
      GError       **error)
{
  ZgPromotion *promotion = zg_promotion_table_load (db, job->id, error);

  if (promotion == NULL)
    return FALSE;
  job->promotions = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_promotion_free);
  g_ptr_array_add (job->promotions, promotion);
  return TRUE;
}

/* `add` where the job has no id, else `set`. */
static gboolean
save (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  PromotionJob *job = data;
  g_autoptr(ZgPromotion) promotion = job->id == 0 ? zg_promotion_new (job->title) : zg_promotion_table_load (db, job->id, error);

  if (promotion == NULL)
    return FALSE;
  for (int i = 1; i < job->n_arguments; i++)
    {
      g_auto(GStrv) parts = g_strsplit (job->arguments[i], "=", 2);

      if (!zg_promotion_set_field (db, promotion, parts[0], parts[1], zg_clock_get_zone (job->ctl->clock), error))
        return FALSE;
    }
  if (!zg_promotion_desk_save (db, promotion, error))
    return FALSE;
  job->id = promotion->id;
  return load (db, job, error);
}

static gboolean
delete (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  PromotionJob *job = data;

  return zg_promotion_desk_delete (db, job->id, zg_clock_now (job->ctl->clock), error) && load (db, job, error);
}

static void
print_line (ZgCtl             *ctl,
            const ZgPromotion *promotion)
{
  ZgTime now = zg_clock_now (ctl->clock);
  GTimeZone *zone = zg_clock_get_zone (ctl->clock);
  g_autofree char *from = promotion->from_at != ZG_TIME_NONE ? zg_time_to_text (promotion->from_at, now, zone) : g_strdup ("");
  g_autofree char *until = promotion->until_at != ZG_TIME_NONE ? zg_time_to_text (promotion->until_at, now, zone) : g_strdup ("");

  zg_ctl_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s – %s", promotion->id,
                zg_promotion_state_to_label (zg_promotion_get_state (promotion, now)), promotion->title,
                zg_promotion_get_rule (promotion), from, until);
}

static ZgCtlStatus
run_job (ZgCtl         *ctl,
         ZgStoreFunc    func,
         gboolean       is_write,
         PromotionJob  *job)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = is_write ? zg_ctl_open (ctl, job->title != NULL, &error) && zg_ctl_write (ctl, func, job, &error)
                         : zg_ctl_read (ctl, func, job, &error);
  JsonArray *array;

  if (!ok)
    return zg_ctl_fail (error);
  array = ctl->json ? json_array_new () : NULL;
  for (guint i = 0; i < job->promotions->len; i++)
    {
      const ZgPromotion *promotion = g_ptr_array_index (job->promotions, i);

      if (!ctl->json)
        print_line (ctl, promotion);
      else
        json_array_add_object_element (array, zg_promotion_json_new (promotion, zg_clock_now (ctl->clock),
                                                                     zg_clock_get_zone (ctl->clock)));
    }
  if (ctl->json && is_write)
    {
      zg_ctl_print_object (json_object_ref (json_array_get_object_element (array, 0)));
      json_array_unref (array);
    }
  else if (ctl->json)
    zg_ctl_print_array (array);
  return ZG_CTL_DONE;
}

/* Usage faults of `add` and `set`, else the run. */
static ZgCtlStatus
run_save (ZgCtl         *ctl,
          PromotionJob  *job)
{
  for (int i = 1; i < job->n_arguments; i++)
    if (strchr (job->arguments[i], '=') == NULL)
      return zg_ctl_usage (_("“%s” is not of the form field=value."), job->arguments[i]);
  return run_job (ctl, save, TRUE, job);
}

ZgCtlStatus
zg_ctl_promotion_list (ZgCtl  *ctl,
                       int     n_arguments,
                       char  **arguments)
{
  g_auto(PromotionJob) job = { .ctl = ctl };

  return run_job (ctl, list, FALSE, &job);
}

ZgCtlStatus
zg_ctl_promotion_add (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  g_auto(PromotionJob) job = { .ctl = ctl, .title = arguments[0], .arguments = arguments, .n_arguments = n_arguments };

  return run_save (ctl, &job);
}

ZgCtlStatus
zg_ctl_promotion_set (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  g_auto(PromotionJob) job = { .ctl = ctl, .arguments = arguments, .n_arguments = n_arguments };

  if (!zg_integer_parse (arguments[0], 1, G_MAXINT64, &job.id))
    return zg_ctl_usage (_("“%s” is no promotion."), arguments[0]);
  return run_save (ctl, &job);
}

ZgCtlStatus
zg_ctl_promotion_delete (ZgCtl  *ctl,
                         int     n_arguments,
                         char  **arguments)
{
  g_auto(PromotionJob) job = { .ctl = ctl };

  if (!zg_integer_parse (arguments[0], 1, G_MAXINT64, &job.id))
    return zg_ctl_usage (_("“%s” is no promotion."), arguments[0]);
  return run_job (ctl, delete, TRUE, &job);
}
