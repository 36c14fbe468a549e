/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-store-wipe.h"

#include <glib/gi18n.h>

#include "zg-store-private.h"

/*
 * Makes deleted text leave the file. After a DELETE it still stands in three places:
 *
 * - The search index keeps words of deleted rows, and adds that they are deleted, until all its pieces are joined. SQLite
 *   has an option against that only from 3.42 on. The pieces are joined a few pages at a time, so that others can write.
 * - Pages that were moved or freed keep what stood on them: secure_delete wipes the cell that is deleted, not the copy that
 *   a split has left, and an import does not wipe at all. So the file is written anew (VACUUM), although that is what takes
 *   the time: 20 to 30 s of a shop with a million customers and orders. Without it some of many who are erased stay in the
 *   file, of which the test "crowd" is the proof, and nobody could tell whether an earlier name of theirs is among that.
 * - The journal has the pages as they were. It is moved into the file and cut to nothing.
 */

/* Some ten milliseconds of work. */
#define JOIN_PAGES "-256"

static const char * const joins[] = {
  "INSERT INTO customer_name_index (customer_name_index, rank) VALUES ('merge', " JOIN_PAGES ")",
  "INSERT INTO customer_index (customer_index, rank) VALUES ('merge', " JOIN_PAGES ")",
  "INSERT INTO order_index (order_index, rank) VALUES ('merge', " JOIN_PAGES ")",
};

/* One step of joining; *@data counts the indexes that are done. */
static gboolean
join_step (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize *n_done = data;
  int before = sqlite3_total_changes (db->handle);

  if (!zg_database_exec (db, joins[*n_done], error))
    return FALSE;
  /* FTS5: fewer than two changes mean that there was nothing to do. */
  if (sqlite3_total_changes (db->handle) - before < 2)
    (*n_done)++;
  return TRUE;
}

/* The writing thread knows this job by its function, and runs it outside of a transaction. */
gboolean
zg_store_run_wipe (ZgDatabase    *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  gint64 is_busy = 0;
  gboolean ok;

  /* The new file is made beside the old one: not in memory, which may be smaller. */
  ok = zg_database_exec (db, "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY", error);
  if (!ok)
    sqlite3_exec (db->handle, "PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
  if (!ok || !zg_database_query_int64 (db, "PRAGMA wal_checkpoint (TRUNCATE)", &is_busy, error))
    return FALSE;
  if (is_busy != 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_BUSY,
                           _("Another program reads the shop file. Close it, then try again."));
      return FALSE;
    }
  g_atomic_int_set (&db->journal_pages, 0);
  return TRUE;
}

/**
 * zg_store_wipe:
 * @store: a store that may be written
 * @cancellable: (nullable): to give up between two steps
 * @error: return location for an error
 *
 * Makes what was deleted leave the file and its journal. The last step writes the file anew, for which there has to be
 * room on the disk, and others who want to write wait for it: some seconds for a million customers. Reading goes on. Not for the
 * thread of a window.
 *
 * Returns: whether nothing is left of it; else it can be done again
 */
gboolean
zg_store_wipe (ZgStore       *store,
               GCancellable  *cancellable,
               GError       **error)
{
  gsize n_done = 0;

  while (n_done < G_N_ELEMENTS (joins))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !zg_store_write (store, join_step, &n_done, error))
        return FALSE;
    }
  return zg_store_write (store, zg_store_run_wipe, NULL, error);
}
