/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-contact-importer.h"

#include <glib/gstdio.h>

#include "zg-contact-file.h"
#include "zg-contact-writer.h"
#include "zg-import-journal-keeper.h"
#include "zg-import-lock.h"
#include "zg-import-table.h"
#include "zg-importer.h"

/*
 * Reads a file of contacts into the shop, some people at a time, so that others get their turn and memory does not grow
 * with the file. All of it carries the id of the import: to cancel is to take it back. Not for the thread of a window.
 */

/* The larger a job, the less its COMMIT costs; but who waits to write something does not wait for the rest of one. */
#define BATCH_SIZE 2000
#define MIN_JOB 16
#define JOB_TIME (400 * G_TIME_SPAN_MILLISECOND)
/* So many people of whom there is something to say are remembered, and so many of whom there is nothing; all are counted. */
#define MAX_CHANGES 1000
#define MAX_SAMPLES 100

typedef struct {
  ZgStore *store;
  const ZgContactImportOptions *options;
  ZgContactFile *file;
  char *name;
  ZgContactImportResult *result;
  GPtrArray *records;           /* read and not written */
  GPtrArray *changes;           /* of the job that runs */
  GHashTable *seen;             /* of a dry run */
  guint n_samples;
  ZgImportJournalKeeper *keeper;        /* NULL for a dry run */
  gboolean at_end;
  int lock;
} Run;

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
  g_clear_pointer (&run->keeper, zg_import_journal_keeper_free);
  g_clear_pointer (&run->file, zg_contact_file_close);
  g_clear_pointer (&run->name, g_free);
  g_clear_pointer (&run->result, zg_contact_import_result_free);
  g_clear_pointer (&run->records, g_ptr_array_unref);
  g_clear_pointer (&run->changes, g_ptr_array_unref);
  g_clear_pointer (&run->seen, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/**
 * zg_contact_importer_recognise:
 * @path: a file
 *
 * May read all of a table; not for the thread of a window.
 *
 * Returns: whether it is a file of contacts
 */
gboolean
zg_contact_importer_recognise (const char *path)
{
  ZgContactFormat format;

  return zg_contact_file_recognise (path, &format);
}

/**
 * zg_contact_importer_get_label:
 * @result: what an import does
 *
 * Returns: what the file was taken for, translated
 */
const char *
zg_contact_importer_get_label (const ZgContactImportResult *result)
{
  ZgContactFormat format;

  return zg_contact_format_from_word (result->format, &format) ? zg_contact_format_to_label (format) : result->format;
}

/**
 * zg_contact_import_result_free:
 * @result: (transfer full) (nullable): what an import did
 */
void
zg_contact_import_result_free (ZgContactImportResult *result)
{
  if (result == NULL)
    return;

  g_free (result->format);
  g_free (result->encoding);
  g_free (result->header);
  g_ptr_array_unref (result->changes);
  g_free (result);
}

/**
 * zg_contact_answer:
 * @answers: a hash table of g_int64_hash() and g_int64_equal() that frees its keys
 * @line: the line of the file on which somebody begins
 * @answer: what is to be done with them
 */
void
zg_contact_answer (GHashTable        *answers,
                   guint64            line,
                   ZgDuplicatePolicy  answer)
{
  gint64 key = (gint64) line;

  g_hash_table_replace (answers, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (answer));
}

static ZgDuplicatePolicy
get_policy (const ZgContactImportOptions *options,
            guint64                       line)
{
  gint64 key = (gint64) line;
  gpointer answer;

  if (options->answers != NULL && g_hash_table_lookup_extended (options->answers, &key, NULL, &answer))
    return (ZgDuplicatePolicy) GPOINTER_TO_INT (answer);
  return options->policy;
}

static gboolean
write_log (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Run *run = data;
  ZgContactImportResult *result = run->result;
  ZgTime now = zg_clock_now (run->options->clock);
  ZgImportLog log = { .started_at = now, .file_name = run->name, .format = result->format,
                      .encoding = result->encoding, .evidence_at = now, .staff_id = run->options->staff_id };

  if (result->import_id != 0)
    return zg_import_table_finish (db, result->import_id, ZG_IMPORT_FINISHED, now, result->n_rows,
                                   result->counts[ZG_CONTACT_REFUSED], error);
  result->import_id = zg_import_table_begin (db, &log, error);
  /* Before others see the import: who sees one that nobody holds takes it for interrupted. */
  if (result->import_id != 0)
    run->lock = zg_import_lock_take (zg_database_get_path (db), result->import_id);
  return result->import_id != 0;
}

/* Writes the first of the people that were read, as many as there is time for. */
static gboolean
write_some (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Run *run = data;
  g_autoptr(ZgContactWriter) writer = zg_contact_writer_begin (db, run->result->import_id, run->options->clock, run->seen,
                                                               error);
  gint64 began_at = g_get_monotonic_time ();

  if (writer == NULL)
    return FALSE;
  while (run->changes->len < run->records->len && g_get_monotonic_time () - began_at < JOB_TIME
         && (run->changes->len < MIN_JOB || !zg_store_has_waiting_writes (run->store)))
    {
      const ZgContactRecord *record = g_ptr_array_index (run->records, run->changes->len);
      ZgContactChange *change;

      if (!zg_contact_writer_apply (writer, record, get_policy (run->options, record->line), &change, error))
        return FALSE;
      g_ptr_array_add (run->changes, change);
    }
  return zg_contact_writer_end (writer, error);
}

static gboolean
is_notable (const ZgContactChange *change)
{
  return (change->outcome != ZG_CONTACT_NEW && change->outcome != ZG_CONTACT_SAME) || change->left_out->len > 0
         || change->differences->len > 0;
}

static void
take_change (Run             *run,
             ZgContactChange *change)
{
  ZgContactImportResult *result = run->result;
  g_autoptr(ZgContactChange) taken = change;

  result->n_rows++;
  result->counts[change->outcome]++;
  result->n_left_out += change->left_out->len;
  result->n_differences += change->differences->len;
  if (is_notable (change) ? result->changes->len - run->n_samples < MAX_CHANGES : run->n_samples < MAX_SAMPLES)
    {
      run->n_samples += !is_notable (change);
      g_ptr_array_add (result->changes, g_steal_pointer (&taken));
    }
}

/* Counts what a job that was committed did, and lets go of the records that it wrote. */
static void
take_changes (Run *run)
{
  guint n = run->changes->len;

  for (guint i = 0; i < n; i++)
    take_change (run, g_ptr_array_index (run->changes, i));
  g_ptr_array_set_free_func (run->changes, NULL);
  g_ptr_array_set_size (run->changes, 0);
  g_ptr_array_set_free_func (run->changes, (GDestroyNotify) zg_contact_change_free);
  g_ptr_array_remove_range (run->records, 0, n);
}

static gboolean
read_some (Run     *run,
           GError **error)
{
  while (!run->at_end && run->records->len < BATCH_SIZE)
    {
      ZgContactRecord *record;

      if (!zg_contact_file_next (run->file, &record, error))
        return FALSE;
      if (record != NULL)
        g_ptr_array_add (run->records, record);
      run->at_end = record == NULL;
    }
  return TRUE;
}

static gboolean
import_all (Run           *run,
            GCancellable  *cancellable,
            GError       **error)
{
  while (read_some (run, error) && run->records->len > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !(run->options->dry_run ? zg_store_read (run->store, write_some, run, error)
                                     : zg_store_write (run->store, write_some, run, error)))
        return FALSE;
      if (run->keeper != NULL)
        zg_import_journal_keeper_job_ended (run->keeper);
      take_changes (run);
      if (run->options->progress != NULL)
        run->options->progress (zg_contact_file_get_progress (run->file), run->result->n_rows, run->options->progress_data);
    }
  return run->at_end && run->records->len == 0;
}

/* An import that has brought nothing is no import. */
static gboolean
is_empty (const ZgContactImportResult *result)
{
  return result->counts[ZG_CONTACT_NEW] + result->counts[ZG_CONTACT_UPDATED] == 0;
}

static gboolean
forget (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Run *run = data;

  return zg_import_table_forget (db, run->result->import_id, error);
}

static gboolean
begin (Run         *run,
       const char  *path,
       GError     **error)
{
  ZgContactImportResult *result = run->result;

  run->file = zg_contact_file_open (path, error);
  if (run->file == NULL)
    return FALSE;
  run->name = g_path_get_basename (path);
  result->format = g_strdup (zg_contact_format_to_word (zg_contact_file_get_format (run->file)));
  result->encoding = g_strdup (zg_contact_file_get_encoding (run->file));
  result->header = g_strdup (zg_contact_file_get_header (run->file));
  return run->options->dry_run || zg_store_write (run->store, write_log, run, error);
}

static gboolean
end (Run     *run,
     GError **error)
{
  if (run->options->dry_run)
    return TRUE;
  if (!is_empty (run->result))
    return zg_store_write (run->store, write_log, run, error);
  if (!zg_store_write (run->store, forget, run, error))
    return FALSE;
  run->result->import_id = 0;
  return TRUE;
}

/**
 * zg_contact_importer_run:
 * @store: the shop
 * @path: a file that zg_contact_file_recognise() knows
 * @options: how to import it
 * @cancellable: (nullable): to give up; what was written is taken back then
 * @error: return location for an error
 *
 * Imports a file of contacts. People of whom nothing can be taken are refused one by one.
 *
 * Returns: (transfer full) (nullable): what was done; %NULL when nothing was, and the shop is as it was before
 */
ZgContactImportResult *
zg_contact_importer_run (ZgStore                       *store,
                         const char                    *path,
                         const ZgContactImportOptions  *options,
                         GCancellable                  *cancellable,
                         GError                       **error)
{
  g_auto(Run) run = { .store = store, .options = options, .lock = -1 };

  run.result = g_new0 (ZgContactImportResult, 1);
  run.result->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_contact_change_free);
  run.records = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_contact_record_free);
  run.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_contact_change_free);
  if (options->dry_run)
    run.seen = g_hash_table_new (NULL, NULL);

  if (!begin (&run, path, error))
    return NULL;
  if (!options->dry_run)
    run.keeper = zg_import_journal_keeper_new (store);
  if (!import_all (&run, cancellable, error) || !end (&run, error))
    {
      g_autoptr(ZgImportUndo) undo = NULL;

      let_go (&run);
      g_clear_pointer (&run.keeper, zg_import_journal_keeper_free);
      /* A job that failed was taken back already; those before it were not. */
      if (run.result->import_id != 0)
        undo = zg_importer_undo (store, run.result->import_id, options->clock, NULL);
      return NULL;
    }
  return g_steal_pointer (&run.result);
}

/**
 * zg_contact_importer_make_rejects:
 * @result: what an import did
 *
 * Returns: (transfer full): the refused rows under their header, to be mended and imported again; of cards there are none
 */
char *
zg_contact_importer_make_rejects (const ZgContactImportResult *result)
{
  GString *text = g_string_new (NULL);

  if (result->header == NULL)
    return g_string_free (text, FALSE);
  g_string_append (text, "\xef\xbb\xbf");
  g_string_append (text, result->header);
  for (guint i = 0; i < result->changes->len; i++)
    {
      const ZgContactChange *change = g_ptr_array_index (result->changes, i);

      if (change->outcome == ZG_CONTACT_REFUSED && change->raw != NULL)
        g_string_append (text, change->raw);
    }
  return g_string_free (text, FALSE);
}
