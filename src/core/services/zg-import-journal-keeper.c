/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-journal-keeper.h"

/*
 * An import that waited for the disk at each COMMIT would spend a tenth of its time on that, and as much on moving the
 * journal into the file. A thread of its own does both beside the jobs.
 *
 * Only a journal that is all in the file begins anew. What jobs add while the thread moves it follows between two of them;
 * that is little.
 */

/* 128 MiB. */
#define MAX_PAGES 32768

struct _ZgImportJournalKeeper {
  ZgStore *store;
  GThread *thread;
  GMutex mutex;
  GCond condition;
  gboolean job_ended;
  gboolean quit;
  gboolean moved;               /* most of a long journal is in the file */
};

static gpointer
keep (gpointer data)
{
  ZgImportJournalKeeper *self = data;
  gboolean is_long;

  g_mutex_lock (&self->mutex);
  while (!self->quit)
    {
      if (!self->job_ended)
        {
          g_cond_wait (&self->condition, &self->mutex);
          continue;
        }
      self->job_ended = FALSE;
      g_mutex_unlock (&self->mutex);

      zg_store_sync_journal (self->store);
      is_long = zg_store_get_journal_pages (self->store) > MAX_PAGES;
      if (is_long)
        zg_store_trim_journal (self->store);

      g_mutex_lock (&self->mutex);
      self->moved = self->moved || is_long;
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/**
 * zg_import_journal_keeper_new:
 * @store: the shop
 *
 * From now on nobody else moves the journal into the file.
 *
 * Returns: (transfer full): a keeper
 */
ZgImportJournalKeeper *
zg_import_journal_keeper_new (ZgStore *store)
{
  ZgImportJournalKeeper *self = g_new0 (ZgImportJournalKeeper, 1);

  self->store = store;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->condition);
  zg_store_keep_journal (store, TRUE);
  self->thread = g_thread_new ("zg-import-keep", keep, self);
  return self;
}

/**
 * zg_import_journal_keeper_free:
 * @keeper: (transfer full): a keeper
 *
 * Moves what is left in the journal into the file.
 */
void
zg_import_journal_keeper_free (ZgImportJournalKeeper *keeper)
{
  g_mutex_lock (&keeper->mutex);
  keeper->quit = TRUE;
  g_cond_signal (&keeper->condition);
  g_mutex_unlock (&keeper->mutex);
  g_thread_join (keeper->thread);

  zg_store_trim_journal (keeper->store);
  zg_store_keep_journal (keeper->store, FALSE);
  g_mutex_clear (&keeper->mutex);
  g_cond_clear (&keeper->condition);
  g_free (keeper);
}

/**
 * zg_import_journal_keeper_job_ended:
 * @keeper: a keeper
 *
 * To be called after each job, before the next begins.
 */
void
zg_import_journal_keeper_job_ended (ZgImportJournalKeeper *keeper)
{
  gboolean moved;

  g_mutex_lock (&keeper->mutex);
  moved = keeper->moved;
  keeper->moved = FALSE;
  keeper->job_ended = TRUE;
  if (!moved)
    g_cond_signal (&keeper->condition);
  g_mutex_unlock (&keeper->mutex);

  if (moved)
    zg_store_trim_journal (keeper->store);
}
