/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-database-private.h"

/* SQLite's journal: when it goes into the file, and how long to wait for another program that writes to it. */

/* Pages that are written again and again go from the journal into the file once for many commits. */
#define MAX_JOURNAL_PAGES 8192
/* How long to wait until another program has written, and between two looks; SQLite's own waits get so long that it would
 * never see the moment between two jobs of an import. */
#define BUSY_WAIT (5 * G_TIME_SPAN_SECOND)
#define BUSY_STEP G_TIME_SPAN_MILLISECOND

static int
wait_for_others (void *data,
                 int   n_waits)
{
  if (n_waits >= BUSY_WAIT / BUSY_STEP)
    return 0;
  g_usleep (BUSY_STEP); /* lint: allow sleep because another program tells nobody when it is done */
  return 1;
}

/* After COMMIT. */
static int
journal_grew (void       *data,
              sqlite3    *handle,
              const char *name,
              int         n_pages)
{
  ZgDatabase *self = data;

  g_atomic_int_set (&self->journal_pages, n_pages);
  if (n_pages >= MAX_JOURNAL_PAGES && !g_atomic_int_get (&self->keeps_journal))
    sqlite3_wal_checkpoint_v2 (handle, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  return SQLITE_OK;
}

/* For a connection that was just opened. */
void
zg_journal_set_up (ZgDatabase *db)
{
  sqlite3_busy_handler (db->handle, wait_for_others, NULL);
  if (db->mode == ZG_DATABASE_WRITER)
    sqlite3_wal_hook (db->handle, journal_grew, db);
}

/**
 * zg_database_set_bulk:
 * @db: a writing connection outside of a transaction
 * @bulk: whether thousands of rows will be written, by somebody who knows that what they refer to is there
 * @lazy: whether COMMIT need not wait for the disk
 *
 * To check references, SQLite would look every row's up, and for an INSERT of many rows keep all pages as they were. Pages
 * that the search index leaves behind, whose words stand in other pages now, are not wiped; and the journal keeps the
 * room that it is going to need again.
 */
void
zg_database_set_bulk (ZgDatabase *db,
                      gboolean    bulk,
                      gboolean    lazy)
{
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, bulk ? 0 : 1, NULL);
  sqlite3_exec (db->handle, bulk ? "PRAGMA secure_delete = FAST; PRAGMA journal_size_limit = -1"
                                 : "PRAGMA secure_delete = ON; PRAGMA journal_size_limit = " ZG_JOURNAL_SIZE_LIMIT,
                NULL, NULL, NULL);
  sqlite3_exec (db->handle, lazy ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL", NULL, NULL, NULL);
}

/**
 * zg_database_set_keeps_journal:
 * @db: a writing connection; from any thread
 * @keeps: whether COMMIT leaves the journal alone, however long it is
 */
void
zg_database_set_keeps_journal (ZgDatabase *db,
                               gboolean    keeps)
{
  g_atomic_int_set (&db->keeps_journal, keeps);
}

/**
 * zg_database_get_journal_pages:
 * @db: a writing connection; from any thread
 *
 * Returns: how many pages the journal had after the last COMMIT
 */
int
zg_database_get_journal_pages (ZgDatabase *db)
{
  return g_atomic_int_get (&db->journal_pages);
}
