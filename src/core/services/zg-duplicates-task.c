/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-duplicates.h"

/* The scan on a thread and a connection of its own, and what it is told as. */

typedef struct {
  ZgDuplicatesProgress progress;
  gpointer data;
  GTask *task;                  /* (unowned): it owns this */
} Job;

typedef struct {
  GTask *task;
  double part;
} Step;

static gboolean
tell_step (gpointer data)
{
  Step *step = data;
  Job *job = g_task_get_task_data (step->task);

  if (!g_task_get_completed (step->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    job->progress (step->part, job->data);
  return G_SOURCE_REMOVE;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

/* On the scanning thread. */
static void
progress_cb (double   part,
             gpointer data)
{
  Job *job = data;
  Step *step = g_new0 (Step, 1);

  step->task = g_object_ref (job->task);
  step->part = part;
  g_main_context_invoke_full (g_task_get_context (job->task), G_PRIORITY_DEFAULT, tell_step, step, step_free);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_store_open_reader (source, &error);
  ZgDuplicates *duplicates = NULL;

  if (db != NULL)
    duplicates = zg_duplicates_scan (db, job->progress != NULL ? progress_cb : NULL, job, cancellable, &error);
  if (duplicates != NULL)
    g_task_return_pointer (task, duplicates, (GDestroyNotify) zg_duplicates_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * zg_duplicates_scan_async:
 * @store: a shop
 * @progress: (nullable): told how far it is, from 0 to 1, in the caller's main context until the scan ends
 * @data: for @progress; has to live until @callback is called
 * @cancellable: (nullable):
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does zg_duplicates_scan() on a thread of its own. Searches and writes do not wait for it.
 */
void
zg_duplicates_scan_async (ZgStore              *store,
                          ZgDuplicatesProgress  progress,
                          gpointer              data,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->progress = progress;
  job->data = data;
  job->task = task;
  g_task_set_source_tag (task, zg_duplicates_scan_async);
  g_task_set_task_data (task, job, g_free);
  g_task_run_in_thread (task, run);
}

/**
 * zg_duplicates_scan_finish:
 * @store: the shop
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with %G_IO_ERROR_CANCELLED when it was cancelled
 */
ZgDuplicates *
zg_duplicates_scan_finish (ZgStore       *store,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static const struct {
  ZgDuplicateReasons reason;
  const char *word;
  const char *label;
} reasons[] = {
  { ZG_DUPLICATE_PHONE, "phone", N_("same phone") },
  { ZG_DUPLICATE_ADDRESS, "address", N_("same name and address") },
  { ZG_DUPLICATE_ACCOUNT, "account", N_("same account name") },
  { ZG_DUPLICATE_NEAR_PHONE, "near-phone", N_("same name, phone differs in one digit") },
};

static const struct {
  const char *word;
  const char *label;
} strengths[] = {
  [ZG_DUPLICATE_POSSIBLE] = { "possible", N_("Possible") },
  [ZG_DUPLICATE_LIKELY] = { "likely", N_("Likely") },
  [ZG_DUPLICATE_CERTAIN] = { "certain", N_("Almost certain") },
};

/**
 * zg_duplicate_reasons_to_text:
 * @set: why two customers may be one
 *
 * Returns: (transfer full): the same in the user's language
 */
char *
zg_duplicate_reasons_to_text (ZgDuplicateReasons set)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if ((set & reasons[i].reason) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _(reasons[i].label));
    }
  return g_string_free (text, FALSE);
}

/**
 * zg_duplicate_reasons_to_words:
 * @set: why two customers may be one
 *
 * Returns: (transfer full) (array zero-terminated=1): the words of the command line
 */
char **
zg_duplicate_reasons_to_words (ZgDuplicateReasons set)
{
  GStrvBuilder *words = g_strv_builder_new ();
  char **list;

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if ((set & reasons[i].reason) != 0)
        g_strv_builder_add (words, reasons[i].word);
    }
  list = g_strv_builder_end (words);
  g_strv_builder_unref (words);
  return list;
}

/**
 * zg_duplicate_strength_to_word:
 * @strength: how certain it is
 *
 * Returns: its word on the command line
 */
const char *
zg_duplicate_strength_to_word (ZgDuplicateStrength strength)
{
  return strengths[strength].word;
}

/**
 * zg_duplicate_strength_to_label:
 * @strength: how certain it is
 *
 * Returns: the same in the user's language
 */
const char *
zg_duplicate_strength_to_label (ZgDuplicateStrength strength)
{
  return _(strengths[strength].label);
}
