/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-importer.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "zg-exchange-error.h"
#include "zg-import-jobs.h"
#include "zg-import-lock.h"
#include "zg-import-rejects.h"
#include "zg-import-source.h"
#include "zg-import-table.h"

/*
 * Reads an order export into the shop. A thread of its own reads and understands the file (zg-import-source.c), the
 * store's writes what it says in jobs (zg-import-jobs.c), and the caller's stands between them.
 */

/* So many refused rows are remembered; all are counted. */
#define MAX_REJECTS 1000
/* So many orders can be looked at before an import. */
#define N_SAMPLES 6

typedef struct {
  ZgStore *store;
  const ZgImportOptions *options;
  GCancellable *cancellable;
  ZgImportSource *source;
  ZgImportJobs *jobs;
  ZgTime evidence_at;
  GPtrArray *records;           /* that are read and not written yet */
  ZgImportResult *result;
  int lock;                     /* says that somebody runs this import, -1 for a dry run */
} Run;

static void
sample_free (ZgImportSample *sample)
{
  zg_order_free (sample->order);
  zg_personal_clear (&sample->account);
  g_free (sample);
}

static void
add_sample (GPtrArray           *samples,
            const ZgReadyRecord *ready)
{
  ZgImportSample *sample = g_new0 (ZgImportSample, 1);

  sample->outcome = ready->outcome;
  sample->order = zg_order_copy (ready->record->order);
  zg_personal_copy (&sample->account, &ready->record->account);
  g_ptr_array_add (samples, sample);
}

/**
 * zg_import_result_free:
 * @result: (transfer full): what an import did
 */
void
zg_import_result_free (ZgImportResult *result)
{
  g_free (result->format);
  g_free (result->encoding);
  g_free (result->header);
  g_clear_pointer (&result->columns, g_ptr_array_unref);
  g_clear_pointer (&result->left_out, g_ptr_array_unref);
  g_ptr_array_unref (result->samples);
  g_ptr_array_unref (result->rejects);
  g_free (result);
}

/**
 * zg_importer_find_evidence_time:
 * @path: an export
 * @now: what time it is
 *
 * When a file was made: platforms put it into the name (ExportOrderList202609221420.csv), which survives copying; else
 * when it was last written. Never later than now.
 *
 * Returns: the time
 */
ZgTime
zg_importer_find_evidence_time (const char *path,
                                ZgTime      now)
{
  g_autofree char *name = g_path_get_basename (path);
  GStatBuf info;

  for (const char *p = name; *p != '\0'; p++)
    {
      gsize n = strspn (p, "0123456789");
      g_autoptr(GDateTime) time = NULL;
      int year, month, day, hour, minute;

      if (n < 12)
        {
          p += n > 0 ? n - 1 : 0;
          continue;
        }
      if (sscanf (p, "%4d%2d%2d%2d%2d", &year, &month, &day, &hour, &minute) == 5 && year >= 2003)
        time = g_date_time_new (zg_time_zone_china (), year, month, day, hour, minute, 0);
      if (time != NULL && g_date_time_to_unix (time) * ZG_TIME_SECOND <= now + ZG_TIME_DAY)
        return MIN (g_date_time_to_unix (time) * ZG_TIME_SECOND, now);
      break;
    }

  if (g_stat (path, &info) == 0)
    return MIN ((ZgTime) info.st_mtime * ZG_TIME_SECOND, now);
  return now;
}

/* A record that was understood, but that the shop file does not take. Its rows are read over by now. */
static void
refused_cb (const ZgReadyRecord *ready,
            const char          *reason,
            gpointer             data)
{
  Run *run = data;
  ZgImportReject *entry;

  run->result->n_rejected++;
  if (run->result->rejects->len >= MAX_REJECTS)
    return;
  entry = g_new0 (ZgImportReject, 1);
  entry->line = ready->record->line;
  entry->last_line = ready->record->last_line;
  entry->reason = g_strdup (reason);
  g_ptr_array_add (run->result->rejects, entry);
}

/* Takes the next batch of the file. */
static gboolean
read_batch (Run       *run,
            gboolean  *is_last_out,
            double    *progress_out,
            GError   **error)
{
  g_autoptr(ZgImportBatch) batch = zg_import_source_next (run->source);

  if (batch->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&batch->error));
      return FALSE;
    }

  run->result->n_rows += batch->n_rows;
  run->result->n_rejected += batch->n_rejected;
  g_ptr_array_extend_and_steal (run->records, g_steal_pointer (&batch->records));
  batch->records = g_ptr_array_new ();
  g_ptr_array_extend_and_steal (run->result->rejects, g_steal_pointer (&batch->rejects));
  batch->rejects = g_ptr_array_new ();
  *is_last_out = batch->is_last;
  *progress_out = batch->progress;
  return TRUE;
}

/* Keeps what is to be looked at; leaves the records that wait for the next job. */
static void
give_back (Run   *run,
           guint  n_written)
{
  gsize n;
  g_autofree gpointer *all = g_ptr_array_steal (run->records, &n);
  GPtrArray *written = g_ptr_array_new_full (n_written, (GDestroyNotify) zg_ready_record_free);

  for (guint i = 0; run->options->dry_run && i < n_written && run->result->samples->len < N_SAMPLES; i++)
    add_sample (run->result->samples, all[i]);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (i < n_written ? written : run->records, all[i]);
  zg_import_source_give_back (run->source, written);
}

static gboolean
import_all (Run     *run,
            GError **error)
{
  gboolean is_last = FALSE;
  double progress = 0;
  guint n_written;

  while (!is_last)
    {
      do
        {
          if (!read_batch (run, &is_last, &progress, error)
              || g_cancellable_set_error_if_cancelled (run->cancellable, error))
            return FALSE;
        }
      while (!is_last && run->records->len < zg_import_jobs_get_limit (run->jobs));

      if (!zg_import_jobs_write (run->jobs, run->records, is_last, &n_written, refused_cb, run, run->cancellable, error))
        return FALSE;
      give_back (run, n_written);
      if (run->options->progress != NULL)
        run->options->progress (progress, run->result->n_rows, run->options->progress_data);
    }
  return TRUE;
}

typedef struct {
  ZgImportLog log;
  gint64 import_id;
  gboolean begin;
  ZgImportState state;
  ZgTime at;
  int lock;
} LogJob;

static gboolean
write_log (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  LogJob *job = data;

  if (!job->begin)
    return zg_import_table_finish (db, job->import_id, job->state, job->at, job->log.n_rows, job->log.n_rejected, error);
  job->import_id = zg_import_table_begin (db, &job->log, error);
  /* Before others see the import: who sees one that nobody holds takes it for interrupted. */
  if (job->import_id != 0)
    job->lock = zg_import_lock_take (zg_database_get_path (db), job->import_id);
  return job->import_id != 0;
}

static gboolean
begin_log (Run         *run,
           const char  *path,
           GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  LogJob job = { .begin = TRUE, .lock = -1 };
  gboolean ok;

  if (run->options->dry_run)
    return TRUE;

  job.log.started_at = zg_clock_now (run->options->clock);
  job.log.file_name = name;
  job.log.format = run->result->format;
  job.log.encoding = run->result->encoding;
  job.log.evidence_at = run->evidence_at;
  job.log.staff_id = run->options->staff_id;
  ok = zg_store_write (run->store, write_log, &job, error);
  run->lock = job.lock;
  run->result->import_id = ok ? job.import_id : 0;
  return ok;
}

static gboolean
end_log (Run     *run,
         GError **error)
{
  LogJob job = { .import_id = run->result->import_id, .state = ZG_IMPORT_FINISHED };

  if (run->options->dry_run)
    return TRUE;

  job.at = zg_clock_now (run->options->clock);
  job.log.n_rows = run->result->n_rows;
  job.log.n_rejected = run->result->n_rejected;
  return zg_store_write (run->store, write_log, &job, error);
}

static void
let_go (Run *run)
{
  if (run->lock >= 0)
    g_close (run->lock, NULL);
  run->lock = -1;
}

static void
run_clear (Run *run)
{
  let_go (run);
  g_clear_pointer (&run->source, zg_import_source_close);
  g_clear_pointer (&run->jobs, zg_import_jobs_free);
  g_clear_pointer (&run->records, g_ptr_array_unref);
  g_clear_pointer (&run->result, zg_import_result_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Opens the file and finds out what it is. */
static gboolean
open_file (Run         *run,
           const char  *path,
           GError     **error)
{
  const char *format;

  run->evidence_at = zg_importer_find_evidence_time (path, zg_clock_now (run->options->clock));
  run->source = zg_import_source_open (path, run->options, run->evidence_at, error);
  if (run->source == NULL)
    return FALSE;
  format = zg_import_source_get_format (run->source);
  if (run->options->format != NULL && strcmp (run->options->format, format) != 0)
    {
      g_set_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
                   /* TRANSLATORS: both %s are formats, "taobao-lines" */
                   _("The file is of the format %s, not %s."), format, run->options->format);
      return FALSE;
    }

  run->result->format = g_strdup (format);
  run->result->encoding = g_strdup (zg_import_source_get_encoding (run->source));
  run->result->header = g_strdup (zg_import_source_get_header (run->source));
  run->result->columns = g_ptr_array_ref (zg_import_source_get_columns (run->source, FALSE));
  run->result->left_out = g_ptr_array_ref (zg_import_source_get_columns (run->source, TRUE));
  return TRUE;
}

/**
 * zg_importer_run:
 * @store: the shop
 * @path: an order export
 * @options: how to import it
 * @cancellable: (nullable): to give up; what was written is taken back then
 * @error: return location for an error
 *
 * Imports a file. Rows that make no sense are refused one by one; a file that is no order export is refused as a whole.
 * Takes as long as it takes: not for the thread of a window.
 *
 * Returns: (transfer full) (nullable): what was done; %NULL when nothing was, and the shop is as it was before
 */
ZgImportResult *
zg_importer_run (ZgStore                *store,
                 const char             *path,
                 const ZgImportOptions  *options,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_auto(Run) run = { .store = store, .options = options, .cancellable = cancellable, .lock = -1 };

  run.records = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_ready_record_free);
  run.result = g_new0 (ZgImportResult, 1);
  run.result->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) sample_free);
  run.result->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_import_reject_free);

  if (!open_file (&run, path, error) || !begin_log (&run, path, error))
    return NULL;

  run.jobs = zg_import_jobs_new (store, run.result->import_id, options->dry_run, options->at_desk, options->clock,
                                 &run.result->counts);
  if (!import_all (&run, error) || !end_log (&run, error))
    {
      g_autoptr(ZgImportUndo) undo = NULL;

      let_go (&run);
      if (run.result->import_id != 0)
        undo = zg_importer_undo (store, run.result->import_id, options->clock, NULL);
      return NULL;
    }
  zg_import_rejects_complete (run.result->rejects, path);
  return g_steal_pointer (&run.result);
}
