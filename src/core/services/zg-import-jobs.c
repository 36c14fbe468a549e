/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-jobs.h"

#include "zg-error.h"
#include "zg-import-journal-keeper.h"

/*
 * The larger a job, the less it costs: pages that many rows share are written once. But whoever wants to write something
 * meanwhile must not wait longer than 50 ms. So a job that somebody waits for gives up what it has done, if that is much,
 * because to take it back takes no time; its records are written again, in smaller jobs, so that an import gets on however
 * often somebody comes. Only its COMMIT can't be hurried: jobs are as large as their COMMIT stays short.
 */

/* Somebody waits no longer than for so many records, and while nobody waits it pays to write more. */
#define SMALL_JOB 100
#define MIDDLE_JOB 2000
#define LARGE_JOB 4000
/* While somebody works at the desk COMMITs have to be shorter still. */
#define BUSY_JOB 300
/* How long a COMMIT should take. */
#define COMMIT_TIME (40 * G_TIME_SPAN_MILLISECOND)
/* On a slow computer jobs are not as large as they may be: another program can't ask one to give way. */
#define JOB_TIME (600 * G_TIME_SPAN_MILLISECOND)
/* Between two jobs another program gets its turn. */
#define GAP G_TIME_SPAN_MILLISECOND

struct _ZgImportJobs {
  ZgStore *store;
  gint64 import_id;
  ZgClock *clock;
  ZgImportCounts *counts;
  GHashTable *seen;             /* of a dry run: what would be in the shop file by now */
  guint limit;
  guint ceiling;                /* of the limit; low when somebody waited, and rising since */
  gboolean one_by_one;          /* to find the record that the shop file refuses */
  ZgImportJournalKeeper *keeper;

  /* The job that runs. */
  GPtrArray *records;
  guint written;
  guint n;                      /* how many of them since it began */
  gboolean gave_way;
  gint64 began_at;
  gint64 ended_at;
};

/**
 * zg_import_jobs_new:
 * @store: the shop
 * @import_id: the import
 * @dry_run: whether all is taken back at once
 * @at_desk: whether to begin as if somebody had waited: who works at the desk will
 * @clock: what time it is
 * @counts: (inout): counts what is done
 *
 * Returns: (transfer full): jobs to write records with
 */
ZgImportJobs *
zg_import_jobs_new (ZgStore         *store,
                    gint64           import_id,
                    gboolean         dry_run,
                    gboolean         at_desk,
                    ZgClock         *clock,
                    ZgImportCounts  *counts)
{
  ZgImportJobs *self = g_new0 (ZgImportJobs, 1);

  self->store = store;
  self->import_id = import_id;
  self->clock = clock;
  self->counts = counts;
  self->limit = SMALL_JOB;
  self->ceiling = at_desk ? BUSY_JOB : LARGE_JOB;
  if (dry_run)
    self->seen = g_hash_table_new (NULL, NULL);
  self->keeper = zg_import_journal_keeper_new (store);
  return self;
}

/**
 * zg_import_jobs_free:
 * @jobs: (transfer full): jobs
 */
void
zg_import_jobs_free (ZgImportJobs *jobs)
{
  g_clear_pointer (&jobs->keeper, zg_import_journal_keeper_free);
  g_clear_pointer (&jobs->seen, g_hash_table_unref);
  g_free (jobs);
}

/**
 * zg_import_jobs_get_limit:
 * @jobs: jobs
 *
 * Returns: how many records make one good job now
 */
guint
zg_import_jobs_get_limit (ZgImportJobs *jobs)
{
  return jobs->limit;
}

/* Refusing a row for what is in it is not the import's failure; a disk that is full is. */
static gboolean
is_about_the_row (const GError *error)
{
  return error->domain == ZG_DOMAIN_ERROR
         || g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_CONSTRAINT)
         || g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
}

/* Ends the job so that all of it is taken back. */
static gboolean
take_back (GError **error)
{
  /* lint: allow untranslated because nobody reads this reason */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "taken back");
  return FALSE;
}

/* While a job is written: whether nobody waits whom the rest would keep waiting for long. */
static gboolean
go_on (gpointer   data,
       GError   **error)
{
  ZgImportJobs *self = data;

  if (!zg_store_has_waiting_writes (self->store))
    return TRUE;
  self->ceiling = BUSY_JOB;
  self->gave_way = self->n > SMALL_JOB;
  return !self->gave_way || take_back (error);
}

static gboolean
write_some (ZgImportJobs    *self,
            ZgImportWriter  *writer,
            GError         **error)
{
  for (self->n = 0; self->written < self->records->len && self->n < self->limit; self->n++, self->written++)
    {
      if (self->n % 16 == 15 && zg_store_has_waiting_writes (self->store))
        return go_on (self, error);
      if (!zg_import_writer_apply (writer, g_ptr_array_index (self->records, self->written), error)
          || (self->one_by_one && !zg_import_writer_flush (writer, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_job (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  ZgImportJobs *self = data;
  g_autoptr(ZgImportWriter) writer = zg_import_writer_begin (db, self->import_id, self->clock, self->counts, self->seen,
                                                             go_on, self, error);

  self->n = 0;
  self->gave_way = FALSE;
  self->began_at = g_get_monotonic_time ();
  if (writer == NULL || !write_some (self, writer, error) || !zg_import_writer_end (writer, error) || !go_on (self, error))
    return FALSE;
  self->ended_at = g_get_monotonic_time ();
  /* All of a dry run was only to see what would happen. */
  return self->seen == NULL || take_back (error);
}

/* Takes the size of the next job from how long the last one and its COMMIT took. */
static void
choose_limit (ZgImportJobs *self,
              gboolean      was_full)
{
  gint64 took = g_get_monotonic_time () - self->ended_at;

  if (self->ended_at - self->began_at > JOB_TIME)
    self->limit = MAX (SMALL_JOB, self->limit / 2);
  else if (self->limit < MIDDLE_JOB || (took < COMMIT_TIME && was_full))
    self->limit = MIN (LARGE_JOB, self->limit * 3 / 2);
  else if (took > COMMIT_TIME)
    self->limit = MAX (MIDDLE_JOB, self->limit * 3 / 4);
  self->ceiling = MIN (LARGE_JOB, self->ceiling + self->ceiling / 32);
  self->limit = MIN (self->limit, self->ceiling);
}

/* Runs a job from the first record that is not written. FALSE without an error: something is to be tried again. */
static gboolean
write_job (ZgImportJobs  *self,
           GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  ZgImportCounts counts = *self->counts;
  guint first = self->written;
  /* Who saves something meanwhile would wait for the disk to take all that was written before. */
  gboolean lazy = self->ceiling == LARGE_JOB;

  if (zg_store_write_bulk (self->store, run_job, self, lazy, &local_error))
    {
      choose_limit (self, self->written - first >= self->limit);
      zg_import_journal_keeper_job_ended (self->keeper);
      g_usleep (GAP); /* lint: allow sleep because another program can only be seen waiting by letting it */
      return TRUE;
    }
  if (self->seen != NULL && !self->gave_way && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->limit = LARGE_JOB / 4;
      return TRUE;
    }

  *self->counts = counts;
  if (!self->gave_way)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->written = first;
  self->limit = MIN (MAX (SMALL_JOB, self->limit / 2), self->ceiling);
  return TRUE;
}

/**
 * zg_import_jobs_write:
 * @jobs: jobs
 * @records: (element-type ZgReadyRecord): what to write; those that are refused are taken out
 * @all: whether to write all: what is left otherwise would make too small a job
 * @n_written_out: (out): how many at the head of @records are written
 * @refused: is told of every record that the shop file refuses; the others are written
 * @data: for @refused
 * @cancellable: (nullable): to give up between two jobs
 * @error: return location for an error
 *
 * Returns: whether all are written
 */
gboolean
zg_import_jobs_write (ZgImportJobs     *jobs,
                      GPtrArray        *records,
                      gboolean          all,
                      guint            *n_written_out,
                      ZgImportRefused   refused,
                      gpointer          data,
                      GCancellable     *cancellable,
                      GError          **error)
{
  jobs->records = records;
  jobs->written = 0;
  jobs->one_by_one = FALSE;
  while (jobs->written < (all ? records->len : records->len - MIN (records->len, jobs->limit - 1)))
    {
      g_autoptr(GError) local_error = NULL;
      guint first = jobs->written;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (write_job (jobs, &local_error))
        continue;
      if (!is_about_the_row (local_error) || (jobs->one_by_one && jobs->written >= records->len))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      /* Records are written by the hundred: only one by one it shows which is refused. */
      if (jobs->one_by_one)
        {
          refused (g_ptr_array_index (records, jobs->written), local_error->message, data);
          g_ptr_array_remove_index (records, jobs->written);
        }
      jobs->one_by_one = TRUE;
      jobs->written = first;
    }
  *n_written_out = jobs->written;
  return TRUE;
}
