/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-member-level.h"
#include "zg-money.h"
#include "zg-record-json.h"

/* `level …`: member levels, their rules, and whom they fit. */

typedef struct {
  const char *customer;         /* nullable */
  GPtrArray *levels;
  GPtrArray *suggestions;
} LevelJob;

static void
level_job_clear (LevelJob *job)
{
  g_clear_pointer (&job->levels, g_ptr_array_unref);
  g_clear_pointer (&job->suggestions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LevelJob, level_job_clear)

static gboolean
list (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  LevelJob *job = data;

  job->levels = zg_level_table_load (db, error);
  return job->levels != NULL;
}

static gboolean
set (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  return zg_member_level_save_all (db, ((LevelJob *) data)->levels, error);
}

static gboolean
suggest (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  LevelJob *job = data;
  gint64 id = job->customer != NULL ? zg_ctl_find_customer (db, job->customer, error) : 0;

  if (job->customer != NULL && id == 0)
    return FALSE;
  job->suggestions = zg_member_level_suggest_all (db, error);
  if (job->suggestions == NULL)
    return FALSE;
  for (guint i = job->suggestions->len; i > 0 && id != 0; i--)
    if (((ZgLevelSuggestion *) job->suggestions->pdata[i - 1])->customer_id != id)
      g_ptr_array_remove_index (job->suggestions, i - 1);
  return TRUE;
}

static void
print_levels (ZgCtl     *ctl,
              GPtrArray *levels)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; i < levels->len; i++)
    {
      const ZgMemberLevel *level = levels->pdata[i];
      g_autofree char *words = zg_member_level_describe (level, NULL);
      JsonObject *object;

      if (!ctl->json)
        {
          zg_ctl_print ("%s  %s", level->name, words);
          continue;
        }
      object = json_object_new ();
      zg_json_set_text (object, "name", level->name);
      zg_json_set_money (object, "min_spent", level->min_spent, "CNY");
      json_object_set_int_member (object, "min_orders", level->min_orders);
      zg_json_set_text (object, "description", words);
      json_array_add_object_element (array, object);
    }
  if (ctl->json)
    zg_ctl_print_array (g_steal_pointer (&array));
}

ZgCtlStatus
zg_ctl_level_list (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(LevelJob) job = { NULL };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, list, &job, &error))
    return zg_ctl_fail (error);
  print_levels (ctl, job.levels);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_level_set (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  g_auto(LevelJob) job = { NULL };
  g_autoptr(GError) error = NULL;

  job.levels = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_member_level_free);
  for (int i = 0; i < n_arguments; i++)
    {
      ZgMemberLevel *level;

      if (!zg_member_level_parse (arguments[i], &level, &error))
        return zg_ctl_usage ("%s", error->message);
      g_ptr_array_add (job.levels, level);
    }
  if (!zg_ctl_write (ctl, set, &job, &error))
    return zg_ctl_fail (error);
  print_levels (ctl, job.levels);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_level_suggest (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  g_auto(LevelJob) job = { .customer = n_arguments > 0 ? arguments[0] : NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonArray) array = json_array_new ();

  if (!zg_ctl_read (ctl, suggest, &job, &error))
    return zg_ctl_fail (error);

  for (guint i = 0; i < job.suggestions->len; i++)
    {
      const ZgLevelSuggestion *suggestion = job.suggestions->pdata[i];
      JsonObject *object;

      if (!ctl->json)
        {
          zg_ctl_print ("%" G_GINT64_FORMAT "  %s → %s", suggestion->customer_id, suggestion->present, suggestion->suggested);
          continue;
        }
      object = json_object_new ();
      zg_json_set_id (object, "customer", suggestion->customer_id);
      zg_json_set_text (object, "present", suggestion->present);
      zg_json_set_text (object, "suggested", suggestion->suggested);
      zg_json_set_money (object, "spent", suggestion->spent, "CNY");
      json_object_set_int_member (object, "orders", suggestion->n_orders);
      json_array_add_object_element (array, object);
    }
  if (ctl->json)
    zg_ctl_print_array (g_steal_pointer (&array));
  return ZG_CTL_DONE;
}
