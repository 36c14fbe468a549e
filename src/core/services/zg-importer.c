/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-importer.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "zg-error.h"
#include "zg-import-table.h"
#include "zg-taobao-profile.h"

/*
 * Reads an order export into the shop. The caller's thread reads and understands the file; rows are written in jobs
 * of at most 50 ms, and between two of them everybody else who wants to write gets a turn. What was read and not
 * written yet is one batch, so memory does not grow with the file.
 */

#define BATCH_SIZE 400
/* A job ends after this long; the last record of it may take a little more. */
#define JOB_TIME (35 * G_TIME_SPAN_MILLISECOND)
/* So many lines of one order are written at once; no order has more, but a file may say so. */
#define MAX_LINES 1000
/* So many refused rows are remembered; all are counted. */
#define MAX_REJECTS 1000

typedef struct {
  ZgStore *store;
  const ZgImportOptions *options;
  GCancellable *cancellable;
  ZgDelimitedReader *reader;
  ZgTaobaoProfile *profile;
  ZgTime evidence_at;
  GPtrArray *batch;
  ZgImportRecord *open_lines;   /* lines of one order that follow each other are one record */
  guint written;                /* records of the batch that are written */
  ZgImportResult *result;
} Run;

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
  g_ptr_array_unref (result->rejects);
  g_free (result);
}

static void
reject_free (ZgImportReject *reject)
{
  g_free (reject->reason);
  g_free (reject->raw);
  g_free (reject);
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

static void
reject (Run     *run,
        guint64  line,
        char    *reason)
{
  ZgImportReject *entry;

  run->result->n_rejected++;
  if (run->result->rejects->len >= MAX_REJECTS)
    {
      g_free (reason);
      return;
    }

  entry = g_new0 (ZgImportReject, 1);
  entry->line = line;
  entry->reason = reason;
  if (zg_delimited_reader_get_fault (run->reader) != ZG_RECORD_TOO_LONG)
    entry->raw = zg_delimited_reader_get_raw (run->reader);
  g_ptr_array_add (run->result->rejects, entry);
}

/* Refusing a row for what is in it is not the import's failure; a disk that is full is. */
static gboolean
is_about_the_row (const GError *error)
{
  return error->domain == ZG_DOMAIN_ERROR
         || g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_CONSTRAINT)
         || g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
}

static gboolean
write_records (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Run *run = data;
  gint64 end = g_get_monotonic_time () + JOB_TIME;

  for (; run->written < run->batch->len && g_get_monotonic_time () < end; run->written++)
    {
      const ZgImportRecord *record = g_ptr_array_index (run->batch, run->written);

      if (!zg_import_writer_apply (db, record, run->result->import_id, run->options->clock, &run->result->counts, error))
        return FALSE;
    }

  if (run->options->dry_run)
    {
      /* Rolled back: all of it was only to see what would happen.
       * lint: allow untranslated because nobody reads this reason */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dry run");
      return FALSE;
    }
  return TRUE;
}

/* The record that the shop file refuses is left out, and the others of its job are written again. */
static gboolean
write_batch (Run     *run,
             GError **error)
{
  run->written = 0;
  while (run->written < run->batch->len)
    {
      g_autoptr(GError) local_error = NULL;
      ZgImportCounts counts = run->result->counts;
      guint first = run->written;

      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      if (zg_store_write (run->store, write_records, run, &local_error))
        continue;
      if (run->options->dry_run && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        continue;

      run->result->counts = counts;
      if (!is_about_the_row (local_error) || run->written >= run->batch->len)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      reject (run, ((ZgImportRecord *) g_ptr_array_index (run->batch, run->written))->line,
              g_strdup (local_error->message));
      g_ptr_array_remove_index (run->batch, run->written);
      run->written = first;
    }
  g_ptr_array_set_size (run->batch, 0);
  return TRUE;
}

/* Lines of one order follow each other; together they are what the file says of it. */
static gboolean
joins_open_lines (Run                  *run,
                  const ZgImportRecord *record)
{
  return run->open_lines != NULL && (record->fields & ZG_IMPORT_LINES) != 0
         && run->open_lines->order->items->len < MAX_LINES
         && strcmp (run->open_lines->order->number, record->order->number) == 0;
}

static void
close_lines (Run *run)
{
  if (run->open_lines != NULL)
    g_ptr_array_add (run->batch, g_steal_pointer (&run->open_lines));
}

static void
take_record (Run            *run,
             ZgImportRecord *record)
{
  ZgOrder *order = record->order;

  order->facts->evidence_at = run->evidence_at;
  if (run->options->platform != NULL)
    {
      g_free (order->platform);
      order->platform = g_strdup (run->options->platform);
    }
  if (order->shop[0] == '\0' && run->options->shop != NULL)
    {
      g_free (order->shop);
      order->shop = g_strdup (run->options->shop);
    }

  if (joins_open_lines (run, record))
    {
      zg_import_record_join (run->open_lines, record);
      return;
    }

  close_lines (run);
  if ((record->fields & ZG_IMPORT_LINES) != 0)
    run->open_lines = record;
  else
    g_ptr_array_add (run->batch, record);
}

static void
read_row (Run *run)
{
  g_autoptr(ZgImportRecord) record = zg_import_record_new ();
  g_autofree char *reason = NULL;

  switch (zg_taobao_profile_read (run->profile, run->reader, record, &reason))
    {
    case ZG_ROW_ORDER:
      run->result->n_rows++;
      take_record (run, g_steal_pointer (&record));
      break;
    case ZG_ROW_REFUSED:
      run->result->n_rows++;
      reject (run, record->line, g_steal_pointer (&reason));
      break;
    case ZG_ROW_NOTHING:
    default:
      break;
    }
}

static gboolean
read_all (Run     *run,
          GError **error)
{
  gboolean has_record = TRUE;

  while (has_record)
    {
      while (has_record && run->batch->len < BATCH_SIZE)
        {
          if (!zg_delimited_reader_next (run->reader, &has_record, error))
            return FALSE;
          if (has_record)
            read_row (run);
          if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
            return FALSE;
        }
      if (!has_record)
        close_lines (run);
      if (!write_batch (run, error))
        return FALSE;
      if (run->options->progress != NULL)
        run->options->progress (zg_delimited_reader_get_progress (run->reader), run->result->n_rows,
                                run->options->progress_data);
    }
  return TRUE;
}

typedef struct {
  ZgImportLog log;
  gint64 import_id;
  gboolean begin;
  ZgImportState state;
  ZgTime at;
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
  return job->import_id != 0;
}

static gboolean
begin_log (Run         *run,
           const char  *path,
           GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  LogJob job = { .begin = TRUE };

  if (run->options->dry_run)
    return TRUE;

  job.log.started_at = zg_clock_now (run->options->clock);
  job.log.file_name = name;
  job.log.format = run->result->format;
  job.log.encoding = run->result->encoding;
  job.log.evidence_at = run->evidence_at;
  job.log.staff_id = run->options->staff_id;
  if (!zg_store_write (run->store, write_log, &job, error))
    return FALSE;
  run->result->import_id = job.import_id;
  return TRUE;
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
run_clear (Run *run)
{
  g_clear_pointer (&run->reader, zg_delimited_reader_close);
  g_clear_pointer (&run->profile, zg_taobao_profile_free);
  g_clear_pointer (&run->batch, g_ptr_array_unref);
  g_clear_pointer (&run->open_lines, zg_import_record_free);
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

  run->reader = zg_delimited_reader_open (path, error);
  if (run->reader == NULL)
    return FALSE;
  run->profile = zg_taobao_profile_recognise (run->reader, error);
  if (run->profile == NULL)
    return FALSE;
  format = zg_taobao_profile_get_format (run->profile);
  if (run->options->format != NULL && strcmp (run->options->format, format) != 0)
    {
      g_set_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
                   /* TRANSLATORS: both %s are formats, "taobao-lines" */
                   _("The file is of the format %s, not %s."), format, run->options->format);
      return FALSE;
    }

  run->evidence_at = zg_importer_find_evidence_time (path, zg_clock_now (run->options->clock));
  run->result->format = g_strdup (format);
  run->result->encoding = g_strdup (zg_delimited_reader_get_encoding (run->reader));
  run->result->header = zg_delimited_reader_get_raw (run->reader);
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
  g_auto(Run) run = { .store = store, .options = options, .cancellable = cancellable };

  run.batch = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_import_record_free);
  run.result = g_new0 (ZgImportResult, 1);
  run.result->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) reject_free);

  if (!open_file (&run, path, error) || !begin_log (&run, path, error))
    return NULL;

  if (!read_all (&run, error) || !end_log (&run, error))
    {
      g_autoptr(ZgImportUndo) undo = run.result->import_id != 0
                                     ? zg_importer_undo (store, run.result->import_id, options->clock, NULL) : NULL;

      return NULL;
    }
  return g_steal_pointer (&run.result);
}
