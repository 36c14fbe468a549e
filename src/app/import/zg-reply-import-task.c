/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-import-task"

#include "config.h"

#include "zg-reply-import-task.h"

#include <string.h>

#include "zg-backup.h"
#include "zg-export.h"
#include "zg-reply-export.h"

/* Reading, importing and exporting replies on a thread of its own. */

typedef struct {
  ZgStore *store;
  ZgClock *clock;
  gint64 staff_id;
  char *path;
  gboolean convert;
  ZgReplyImport *import;
  gboolean qianniu;
  gint64 n_rows;
  gint64 n_without_gbk;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  zg_clock_unref (job->clock);
  g_free (job->path);
  g_clear_pointer (&job->import, zg_reply_import_free);
  g_free (job);
}

static Job *
job_new (ZgStore    *store,
         ZgClock    *clock,
         const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->clock = zg_clock_ref (clock);
  job->path = g_strdup (path);
  return job;
}

/**
 * zg_reply_import_free:
 * @import: (transfer full) (nullable): an import
 */
void
zg_reply_import_free (ZgReplyImport *import)
{
  if (import == NULL)
    return;

  g_clear_pointer (&import->plan, zg_reply_plan_free);
  g_clear_pointer (&import->file, zg_reply_file_free);
  g_free (import);
}

static void
return_import (GTask         *task,
               ZgReplyImport *import,
               GError        *error)
{
  if (error == NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) zg_reply_import_free);
  else
    {
      zg_reply_import_free (import);
      g_task_return_error (task, error);
    }
}

static void
plan_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  ZgReplyImport *import = g_new0 (ZgReplyImport, 1);
  GError *error = NULL;

  import->file = zg_reply_importer_read (job->path, zg_clock_get_zone (job->clock), &error);
  if (import->file != NULL)
    import->plan = zg_reply_importer_plan (job->store, import->file, job->convert, &error);
  return_import (task, import, error);
}

/**
 * zg_reply_import_task_plan_async:
 * @store: the shop
 * @clock: what time it is
 * @path: the file
 * @convert: whether placeholders of other programs become ours
 * @callback: calls zg_reply_import_task_finish()
 * @user_data: for @callback
 *
 * Reads a file and works out what its import would do.
 */
void
zg_reply_import_task_plan_async (ZgStore             *store,
                                 ZgClock             *clock,
                                 const char          *path,
                                 gboolean             convert,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = job_new (store, clock, path);

  job->convert = convert;
  g_task_set_source_tag (task, zg_reply_import_task_plan_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, plan_thread);
}

static void
apply_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  ZgReplyImport *import = g_steal_pointer (&job->import);
  GError *error = NULL;

  if (zg_backup_make_if_due (zg_store_get_path (job->store), ZG_TIME_HOUR, job->clock, NULL, &error))
    zg_reply_importer_apply (job->store, import->plan, job->path, job->staff_id, job->clock, &import->import_id, &error);
  return_import (task, import, error);
}

/**
 * zg_reply_import_task_apply_async:
 * @store: the shop
 * @clock: what time it is
 * @staff_id: who imports
 * @path: the file
 * @import: (transfer full): what to do
 * @callback: calls zg_reply_import_task_finish()
 * @user_data: for @callback
 *
 * Does what was planned. A backup is made first when the newest is older than an hour.
 */
void
zg_reply_import_task_apply_async (ZgStore             *store,
                                  ZgClock             *clock,
                                  gint64               staff_id,
                                  const char          *path,
                                  ZgReplyImport       *import,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = job_new (store, clock, path);

  job->staff_id = staff_id;
  job->import = import;
  g_task_set_source_tag (task, zg_reply_import_task_apply_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, apply_thread);
}

/**
 * zg_reply_import_task_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the import, planned or done
 */
ZgReplyImport *
zg_reply_import_task_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
export (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Job *job = data;
  const char *dot = strrchr (job->path, '.');
  ZgExportFormat format = ZG_EXPORT_CSV;

  if (dot != NULL)
    zg_export_format_from_word (dot + 1, &format);
  if (dot != NULL && (g_ascii_strcasecmp (dot, ".yml") == 0 || g_ascii_strcasecmp (dot, ".yaml") == 0))
    format = ZG_EXPORT_ESPANSO;
  if (job->qianniu)
    format = ZG_EXPORT_QIANNIU;
  return zg_export_write (db, ZG_EXPORT_REPLIES, format, job->staff_id, job->path, zg_clock_get_zone (job->clock),
                          &job->n_rows, cancellable, error)
         && (!job->qianniu || zg_reply_export_count_without_gbk (db, job->staff_id, &job->n_without_gbk, error));
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (zg_store_read (job->store, export, job, &error))
    g_task_return_int (task, job->n_rows);
  else
    g_task_return_error (task, error);
}

/**
 * zg_reply_import_task_export_async:
 * @store: the shop
 * @clock: what time it is
 * @path: the file; its ending says what it becomes: json, yml for espanso, else CSV
 * @qianniu: whether it becomes the table that 千牛 reads, whatever its ending
 * @callback: calls zg_reply_import_task_export_finish()
 * @user_data: for @callback
 *
 * Writes the replies to a file.
 */
void
zg_reply_import_task_export_async (ZgStore             *store,
                                   ZgClock             *clock,
                                   const char          *path,
                                   gboolean             qianniu,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = job_new (store, clock, path);

  job->qianniu = qianniu;
  g_task_set_source_tag (task, zg_reply_import_task_export_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * zg_reply_import_task_export_finish:
 * @result: what the callback was given
 * @n_without_gbk_out: (out): how many of them 千牛 may show wrong, see zg_reply_export_describe_without_gbk()
 * @error: return location for an error
 *
 * Returns: how many replies were written, -1 on an error
 */
gint64
zg_reply_import_task_export_finish (GAsyncResult  *result,
                                    gint64        *n_without_gbk_out,
                                    GError       **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  *n_without_gbk_out = job->n_without_gbk;
  return g_task_propagate_int (G_TASK (result), error);
}
