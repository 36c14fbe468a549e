/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-import-task"

#include "config.h"

#include "zg-import-task.h"

#include <glib/gi18n.h>

#include "zg-backup.h"

/* The importer on a thread of its own, with its progress told where the window lives. */

typedef struct {
  ZgStore *store;
  ZgClock *clock;
  gint64 staff_id;
  char *path;
  gboolean dry_run;
  ZgDuplicatePolicy policy;
  GHashTable *answers;          /* nullable */
  gint64 import_id;
  ZgImportProgress progress;
  gpointer progress_data;
  GMainContext *context;
  GCancellable *cancellable;
} Job;

G_DEFINE_QUARK (zg-import-task-error-quark, zg_import_task_error)

typedef struct {
  ZgImportProgress progress;
  gpointer data;
  GCancellable *cancellable;
  double part;
  gint64 n_rows;
} Message;

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  zg_clock_unref (job->clock);
  g_free (job->path);
  g_main_context_unref (job->context);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->answers, g_hash_table_unref);
  g_free (job);
}

static void
message_free (Message *message)
{
  g_clear_object (&message->cancellable);
  g_free (message);
}

static gboolean
tell_progress (gpointer data)
{
  Message *message = data;

  /* Whoever cancelled may be gone. */
  if (!g_cancellable_is_cancelled (message->cancellable))
    message->progress (message->part, message->n_rows, message->data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double   part,
             gint64   n_rows,
             gpointer data)
{
  Job *job = data;
  Message *message = g_new0 (Message, 1);
  g_autoptr(GSource) source = g_idle_source_new ();

  message->progress = job->progress;
  message->data = job->progress_data;
  message->cancellable = g_object_ref (job->cancellable);
  message->part = part;
  message->n_rows = n_rows;
  g_source_set_callback (source, tell_progress, message, (GDestroyNotify) message_free);
  g_source_attach (source, job->context);
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;
  ZgImportOptions options = { .dry_run = job->dry_run, .at_desk = TRUE, .staff_id = job->staff_id, .clock = job->clock,
                              .progress = progress_cb, .progress_data = job };
  GError *error = NULL;
  ZgImportResult *result = NULL;

  if (job->dry_run || zg_backup_make_if_due (zg_store_get_path (job->store), ZG_TIME_HOUR, job->clock, cancellable, &error))
    result = zg_importer_run (job->store, job->path, &options, cancellable, &error);

  if (result != NULL)
    {
      g_task_return_pointer (task, result, (GDestroyNotify) zg_import_result_free);
      return;
    }
  if (job->dry_run && !g_cancellable_is_cancelled (cancellable) && zg_contact_importer_recognise (job->path))
    {
      g_clear_error (&error);
      g_set_error_literal (&error, ZG_IMPORT_TASK_ERROR, ZG_IMPORT_TASK_ERROR_CONTACTS,
                           _("This is a file of contacts, not of orders."));
    }
  g_task_return_error (task, error);
}

static void
run_contacts_thread (GTask        *task,
                     gpointer      source,
                     gpointer      data,
                     GCancellable *cancellable)
{
  Job *job = data;
  ZgContactImportOptions options = { .policy = job->policy, .answers = job->answers, .dry_run = job->dry_run,
                                     .staff_id = job->staff_id, .clock = job->clock, .progress = progress_cb,
                                     .progress_data = job };
  GError *error = NULL;
  ZgContactImportResult *result = NULL;

  if (job->dry_run || zg_backup_make_if_due (zg_store_get_path (job->store), ZG_TIME_HOUR, job->clock, cancellable, &error))
    result = zg_contact_importer_run (job->store, job->path, &options, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) zg_contact_import_result_free);
  else
    g_task_return_error (task, error);
}

static void
undo_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  ZgImportUndo *undo = zg_importer_undo (job->store, job->import_id, job->clock, &error);

  if (undo != NULL)
    g_task_return_pointer (task, undo, (GDestroyNotify) zg_import_undo_free);
  else
    g_task_return_error (task, error);
}

static Job *
job_new (ZgStore *store,
         ZgClock *clock)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->clock = zg_clock_ref (clock);
  job->context = g_main_context_ref_thread_default ();
  return job;
}

/**
 * zg_import_task_run_async:
 * @store: the shop
 * @clock: what time it is
 * @staff_id: who imports
 * @path: the file
 * @dry_run: whether only to see what would happen
 * @progress: told how far it is, until @cancellable is cancelled or @callback is called
 * @progress_data: for @progress
 * @cancellable: to give up; what was written is taken back before @callback is called
 * @callback: calls zg_import_task_run_finish()
 * @user_data: for @callback
 *
 * Imports a file on a thread of its own. A backup is made first when the newest is older than an hour.
 */
void
zg_import_task_run_async (ZgStore             *store,
                          ZgClock             *clock,
                          gint64               staff_id,
                          const char          *path,
                          gboolean             dry_run,
                          ZgImportProgress     progress,
                          gpointer             progress_data,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = job_new (store, clock);

  job->staff_id = staff_id;
  job->path = g_strdup (path);
  job->dry_run = dry_run;
  job->progress = progress;
  job->progress_data = progress_data;
  job->cancellable = g_object_ref (cancellable);
  g_task_set_source_tag (task, zg_import_task_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_thread);
}

/**
 * zg_import_task_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was done
 */
ZgImportResult *
zg_import_task_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * zg_import_task_run_contacts_async:
 * @store: the shop
 * @clock: what time it is
 * @staff_id: who imports
 * @path: a file of contacts
 * @policy: what to do with people who are there already
 * @answers: (transfer full) (nullable): what somebody chose for single people
 * @dry_run: whether only to see what would happen
 * @progress: told how far it is, until @cancellable is cancelled or @callback is called
 * @progress_data: for @progress
 * @cancellable: to give up; what was written is taken back before @callback is called
 * @callback: calls zg_import_task_run_contacts_finish()
 * @user_data: for @callback
 *
 * Imports people as zg_import_task_run_async() imports orders.
 */
void
zg_import_task_run_contacts_async (ZgStore             *store,
                                   ZgClock             *clock,
                                   gint64               staff_id,
                                   const char          *path,
                                   ZgDuplicatePolicy    policy,
                                   GHashTable          *answers,
                                   gboolean             dry_run,
                                   ZgImportProgress     progress,
                                   gpointer             progress_data,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = job_new (store, clock);

  job->staff_id = staff_id;
  job->path = g_strdup (path);
  job->policy = policy;
  job->answers = answers;
  job->dry_run = dry_run;
  job->progress = progress;
  job->progress_data = progress_data;
  job->cancellable = g_object_ref (cancellable);
  g_task_set_source_tag (task, zg_import_task_run_contacts_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_contacts_thread);
}

/**
 * zg_import_task_run_contacts_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was done
 */
ZgContactImportResult *
zg_import_task_run_contacts_finish (GAsyncResult  *result,
                                    GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * zg_import_task_undo_async:
 * @store: the shop
 * @clock: what time it is
 * @import_id: an import
 * @callback: calls zg_import_task_undo_finish()
 * @user_data: for @callback
 *
 * Takes an import back, on a thread of its own.
 */
void
zg_import_task_undo_async (ZgStore             *store,
                           ZgClock             *clock,
                           gint64               import_id,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = job_new (store, clock);

  job->import_id = import_id;
  g_task_set_source_tag (task, zg_import_task_undo_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, undo_thread);
}

/**
 * zg_import_task_undo_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was taken back
 */
ZgImportUndo *
zg_import_task_undo_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * zg_import_task_undo_to_text:
 * @undo: what was taken back
 *
 * Returns: (transfer full): a sentence that says so
 */
char *
zg_import_task_undo_to_text (const ZgImportUndo *undo)
{
  if (undo->kept->len == 0)
    return g_strdup (_("The import was taken back; the shop is as it was before."));
  return g_strdup_printf (ngettext ("The import was taken back, but for %u row that was worked on since.",
                                    "The import was taken back, but for %u rows that were worked on since.",
                                    undo->kept->len), undo->kept->len);
}
