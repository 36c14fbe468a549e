/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-customer-merge.h"
#include "zg-customer-table.h"
#include "zg-record-json.h"

/* `customer merge`, `customer unmerge` and `customer not-same`. */

typedef struct {
  const char *kept;             /* as it was typed, like the next one */
  const char *other;
  ZgCtl *ctl;
  int n_choices;
  char **choices;               /* FIELD=keep|other|both, checked */
  gboolean only_plan;
  gboolean off;
  gint64 merge_id;
  gint64 kept_id;
  gint64 other_id;
  ZgMergePlan *plan;
  ZgCustomerMerge *undone;
  GPtrArray *merges;
} MergeJob;

static void
merge_job_clear (MergeJob *job)
{
  g_clear_pointer (&job->plan, zg_merge_plan_free);
  g_clear_pointer (&job->undone, zg_customer_merge_free);
  g_clear_pointer (&job->merges, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MergeJob, merge_job_clear)

static const char * const choice_words[] = {
  [ZG_MERGE_TAKE_KEPT] = "keep", [ZG_MERGE_TAKE_OTHER] = "other", [ZG_MERGE_TAKE_BOTH] = "both",
};

/* Whether @text is FIELD=keep|other|both. */
static gboolean
parse_choice (const char    *text,
              ZgMergeField  *field_out,
              ZgMergeChoice *choice_out)
{
  const char *equals = strchr (text, '=');
  g_autofree char *word = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;

  if (word == NULL || !zg_merge_field_from_word (word, field_out))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (choice_words); i++)
    {
      if (strcmp (choice_words[i], equals + 1) != 0)
        continue;
      *choice_out = (ZgMergeChoice) i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_both (ZgDatabase  *db,
           MergeJob    *job,
           GError     **error)
{
  job->kept_id = zg_ctl_find_customer (db, job->kept, error);
  if (job->kept_id == 0)
    return FALSE;
  job->other_id = zg_ctl_find_customer (db, job->other, error);
  return job->other_id != 0;
}

static gboolean
merge (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  MergeJob *job = data;

  if (!find_both (db, job, error))
    return FALSE;
  job->plan = zg_customer_merge_plan (db, job->kept_id, job->other_id, error);
  if (job->plan == NULL)
    return FALSE;
  for (int i = 0; i < job->n_choices; i++)
    {
      ZgMergeField field = 0;
      ZgMergeChoice choice = 0;

      parse_choice (job->choices[i], &field, &choice);
      if (!zg_merge_plan_choose (job->plan, field, choice, error))
        return FALSE;
    }
  if (job->only_plan)
    return TRUE;
  job->merge_id = zg_customer_merge (db, job->plan, job->ctl->staff_id, job->ctl->clock, error);
  return job->merge_id != 0;
}

/* What of the two there is something to say of: where only one knows something, it stays. */
static JsonArray *
make_fields (const ZgMergePlan *plan)
{
  JsonArray *fields = json_array_new ();

  for (int i = 0; i < ZG_N_MERGE_FIELDS; i++)
    {
      g_auto(ZgPersonal) result = ZG_PERSONAL_INIT;
      JsonObject *object;

      zg_merge_plan_get_result (plan, i, &result);
      if (plan->kept.values[i].text == NULL && plan->other.values[i].text == NULL)
        continue;
      object = json_object_new ();
      zg_json_set_text (object, "field", zg_merge_field_to_word (i));
      zg_json_set_text (object, "keep", plan->kept.values[i].text);
      zg_json_set_text (object, "other", plan->other.values[i].text);
      zg_json_set_text (object, "choice", choice_words[plan->choices[i]]);
      zg_json_set_text (object, "result", result.text);
      json_object_set_boolean_member (object, "differs", zg_merge_plan_differs (plan, i));
      json_array_add_object_element (fields, object);
    }
  return fields;
}

static void
print_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  zg_ctl_print_json (node);
}

static void
print_merge (ZgCtl          *ctl,
             const MergeJob *job)
{
  if (ctl->json)
    {
      JsonObject *object = json_object_new ();

      zg_json_set_id (object, "merge_id", job->merge_id);
      zg_json_set_id (object, "kept", job->kept_id);
      zg_json_set_id (object, "other", job->other_id);
      json_object_set_array_member (object, "fields", make_fields (job->plan));
      print_object (object);
      return;
    }

  for (int i = 0; i < ZG_N_MERGE_FIELDS; i++)
    {
      g_auto(ZgPersonal) result = ZG_PERSONAL_INIT;

      zg_merge_plan_get_result (job->plan, i, &result);
      if (zg_merge_plan_differs (job->plan, i))
        zg_ctl_print ("  %s: %s | %s → %s", zg_merge_field_to_label (i), job->plan->kept.values[i].text,
                      job->plan->other.values[i].text, result.text != NULL ? result.text : "");
    }
  if (job->merge_id != 0)
    zg_ctl_print (_("Merged. “customer unmerge %ld” takes it back."), (glong) job->merge_id);
}

ZgCtlStatus
zg_ctl_customer_merge (ZgCtl  *ctl,
                       int     n_arguments,
                       char  **arguments)
{
  g_auto(MergeJob) job = {
    .kept = arguments[0], .other = arguments[1], .ctl = ctl, .n_choices = n_arguments - 2, .choices = arguments + 2,
    .only_plan = zg_ctl_options_has (ctl->options, "--dry-run"),
  };
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < job.n_choices; i++)
    {
      ZgMergeField field;
      ZgMergeChoice choice;

      if (!parse_choice (job.choices[i], &field, &choice))
        return zg_ctl_usage (_("“%s” is no choice. Write one as name=other: a field, and keep, other or both."),
                             job.choices[i]);
    }
  if (!(job.only_plan ? zg_ctl_read (ctl, merge, &job, &error) : zg_ctl_write (ctl, merge, &job, &error)))
    return zg_ctl_fail (error);
  print_merge (ctl, &job);
  return ZG_CTL_DONE;
}

static gboolean
unmerge (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  MergeJob *job = data;

  job->undone = zg_customer_unmerge (db, job->merge_id, job->ctl->clock, error);
  return job->undone != NULL;
}

static gboolean
list_merges (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  MergeJob *job = data;

  job->merges = zg_merge_table_list (db, 0, error);
  return job->merges != NULL;
}

static JsonObject *
make_merge (ZgCtl                 *ctl,
            const ZgCustomerMerge *merge)
{
  JsonObject *object = json_object_new ();

  zg_json_set_id (object, "merge_id", merge->id);
  zg_json_set_id (object, "kept", merge->kept_id);
  zg_json_set_id (object, "other", merge->other_id);
  zg_json_set_text (object, "name", merge->other_name);
  zg_json_set_time (object, "at", merge->at, zg_clock_get_zone (ctl->clock));
  return object;
}

static ZgCtlStatus
print_merges (ZgCtl *ctl)
{
  g_auto(MergeJob) job = { .ctl = ctl };
  g_autoptr(GError) error = NULL;
  JsonArray *array = NULL;

  if (!zg_ctl_read (ctl, list_merges, &job, &error))
    return zg_ctl_fail (error);
  if (ctl->json)
    array = json_array_new ();
  for (guint i = 0; i < job.merges->len; i++)
    {
      const ZgCustomerMerge *merge = g_ptr_array_index (job.merges, i);
      g_autofree char *time = zg_time_to_text (merge->at, zg_clock_now (ctl->clock), zg_clock_get_zone (ctl->clock));

      if (array != NULL)
        json_array_add_object_element (array, make_merge (ctl, merge));
      else
        zg_ctl_print ("%" G_GINT64_FORMAT "  %s  %s → %" G_GINT64_FORMAT, merge->id, time, merge->other_name, merge->kept_id);
    }
  if (array != NULL)
    {
      JsonObject *object = json_object_new ();

      json_object_set_array_member (object, "merges", array);
      print_object (object);
    }
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_customer_unmerge (ZgCtl  *ctl,
                         int     n_arguments,
                         char  **arguments)
{
  g_auto(MergeJob) job = { .ctl = ctl };
  g_autoptr(GError) error = NULL;

  if (n_arguments == 0)
    return print_merges (ctl);

  /* What is no number is 0, which no merge has. */
  job.merge_id = g_ascii_strtoll (arguments[0], NULL, 10);
  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, unmerge, &job, &error))
    return zg_ctl_fail (error);
  if (ctl->json)
    print_object (make_merge (ctl, job.undone));
  else
    zg_ctl_print (_("%s is a customer of their own again, with the id %ld."), job.undone->other_name,
                  (glong) job.undone->other_id);
  return ZG_CTL_DONE;
}

static gboolean
mark_not_same (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  MergeJob *job = data;

  return find_both (db, job, error)
         && zg_customer_set_not_same (db, job->kept_id, job->other_id, !job->off, job->ctl->staff_id, job->ctl->clock, error);
}

ZgCtlStatus
zg_ctl_customer_not_same (ZgCtl  *ctl,
                          int     n_arguments,
                          char  **arguments)
{
  g_auto(MergeJob) job = {
    .kept = arguments[0], .other = arguments[1], .ctl = ctl, .off = zg_ctl_options_has (ctl->options, "--off"),
  };
  g_autoptr(GError) error = NULL;
  JsonObject *object;

  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, mark_not_same, &job, &error))
    return zg_ctl_fail (error);
  if (!ctl->json)
    return ZG_CTL_DONE;

  object = json_object_new ();
  zg_json_set_id (object, "a", job.kept_id);
  zg_json_set_id (object, "b", job.other_id);
  json_object_set_boolean_member (object, "not_same", !job.off);
  print_object (object);
  return ZG_CTL_DONE;
}
