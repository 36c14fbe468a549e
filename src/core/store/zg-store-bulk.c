/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-shop-file.h"
#include "zg-store-private.h"

/* For who writes thousands of rows, and lets others who want to write go first. */

/* The writing thread knows such jobs by this function. */
gboolean
zg_store_run_bulk (ZgDatabase    *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const ZgBulkJob *job = data;

  return job->func (db, job->data, cancellable, error);
}

/**
 * zg_store_write_bulk:
 * @store: a store
 * @func: what to do; it looks up itself what its rows refer to
 * @data: what to do it with
 * @lazy: whether it may come to the disk later, with the next job that is not lazy: a power cut may undo it
 * @error: return location for an error
 *
 * Like zg_store_write(), for a job that writes thousands of rows: references are not checked row by row.
 *
 * Returns: whether it is written
 */
gboolean
zg_store_write_bulk (ZgStore      *store,
                     ZgStoreFunc   func,
                     gpointer      data,
                     gboolean      lazy,
                     GError      **error)
{
  ZgBulkJob job = { func, data, lazy };

  return zg_store_write (store, zg_store_run_bulk, &job, error);
}

/**
 * zg_store_keep_journal:
 * @store: a store that may be written
 * @keep: %TRUE before many jobs that write much, %FALSE after them
 *
 * To move a long journal into the file takes longer than anybody should wait for an edit. While it is kept, whoever asked
 * for that calls zg_store_trim_journal() between jobs.
 */
void
zg_store_keep_journal (ZgStore  *store,
                       gboolean  keep)
{
  g_autoptr(GRWLockReaderLocker) locker = g_rw_lock_reader_locker_new (&store->lock);

  if (store->writer != NULL)
    zg_database_set_keeps_journal (store->writer, keep);
}

/**
 * zg_store_get_journal_pages:
 * @store: a store
 *
 * From any thread.
 *
 * Returns: how many pages wait in the journal to be moved into the file
 */
int
zg_store_get_journal_pages (ZgStore *store)
{
  g_autoptr(GRWLockReaderLocker) locker = g_rw_lock_reader_locker_new (&store->lock);

  return store->writer != NULL ? zg_database_get_journal_pages (store->writer) : 0;
}

/**
 * zg_store_sync_journal:
 * @store: a store
 *
 * Has the disk take what lazy jobs wrote up to now, so that the next job that is not lazy has little to wait for. From any
 * thread but that of a window.
 */
void
zg_store_sync_journal (ZgStore *store)
{
  zg_shop_file_sync_journal (store->path);
}

/**
 * zg_store_trim_journal:
 * @store: a store
 *
 * Moves the journal into the file. The store's threads go on meanwhile, and what they write stays in the journal. From any
 * thread but that of a window.
 */
void
zg_store_trim_journal (ZgStore *store)
{
  if (zg_store_get_journal_pages (store) > 0)
    zg_shop_file_checkpoint (store->path);
}

/**
 * zg_store_has_waiting_writes:
 * @store: a store
 *
 * For a long job that runs: to end when somebody else wants to write.
 *
 * Returns: whether a job waits until the one that writes now has ended
 */
gboolean
zg_store_has_waiting_writes (ZgStore *store)
{
  /* While a job runs its queue is there, also when the store is being closed; the lock is held by who does that. */
  ZgJobQueue *queue = g_atomic_pointer_get (&store->write_queue);

  return queue != NULL && zg_job_queue_has_waiting (queue);
}
