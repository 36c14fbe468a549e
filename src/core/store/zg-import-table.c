/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-import-table.h"

#include <glib/gi18n.h>

#include "zg-import-lock.h"
#include "zg-statement.h"
#include "zg-uid.h"

/* The log of imports. What an import changed is zg-import-journal.c's. */

/**
 * zg_import_log_free:
 * @log: (transfer full): what is remembered of an import
 */
void
zg_import_log_free (ZgImportLog *log)
{
  g_free (log->file_name);
  g_free (log->format);
  g_free (log->encoding);
  g_free (log);
}

/**
 * zg_import_table_begin:
 * @db: a writing connection in a transaction
 * @log: what is known at the start
 * @error: return location for an error
 *
 * Returns: the new import's id, 0 on an error
 */
gint64
zg_import_table_begin (ZgDatabase         *db,
                       const ZgImportLog  *log,
                       GError            **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO import_log (uid, started_at, file_name, format, encoding, evidence_at, staff_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)", error);
  g_autofree char *uid = zg_uid_new ();

  if (statement == NULL)
    return 0;
  zg_statement_bind_text (statement, 0, uid);
  zg_statement_bind_int64 (statement, 1, log->started_at);
  zg_statement_bind_text (statement, 2, log->file_name);
  zg_statement_bind_text (statement, 3, log->format);
  zg_statement_bind_text (statement, 4, log->encoding);
  zg_statement_bind_int64 (statement, 5, log->evidence_at);
  zg_statement_bind_id (statement, 6, log->staff_id);
  if (!zg_statement_run (statement, error))
    return 0;
  zg_database_note_change (db, ZG_TABLE_IMPORT, 0);
  return zg_database_last_id (db);
}

/**
 * zg_import_table_finish:
 * @db: a writing connection in a transaction
 * @import_id: an import
 * @state: how it ended
 * @at: when
 * @n_rows: how many rows the file had
 * @n_rejected: how many of them were refused
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_import_table_finish (ZgDatabase     *db,
                        gint64          import_id,
                        ZgImportState   state,
                        ZgTime          at,
                        gint64          n_rows,
                        gint64          n_rejected,
                        GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE import_log SET state = ?, finished_at = ?, n_rows = ?, n_rejected = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, state);
  zg_statement_bind_time (statement, 1, at);
  zg_statement_bind_int64 (statement, 2, n_rows);
  zg_statement_bind_int64 (statement, 3, n_rejected);
  zg_statement_bind_int64 (statement, 4, import_id);
  zg_database_note_change (db, ZG_TABLE_IMPORT, 0);
  return zg_statement_run (statement, error);
}

/**
 * zg_import_table_forget:
 * @db: a writing connection in a transaction
 * @import_id: an import of which nothing is left
 * @error: return location for an error
 *
 * Its number is not given again.
 *
 * Returns: whether it is forgotten
 */
gboolean
zg_import_table_forget (ZgDatabase  *db,
                        gint64       import_id,
                        GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM import_log WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, import_id);
  zg_database_note_change (db, ZG_TABLE_IMPORT, 0);
  return zg_statement_run (statement, error);
}

/* Whether there was such an import: the numbers of those that are forgotten are not given again. */
static gboolean
was_given (ZgDatabase *db,
           gint64      import_id)
{
  gint64 last;

  return zg_database_query_int64 (db, "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'import_log'), 0)",
                                  &last, NULL)
         && import_id > 0 && import_id <= last;
}

/* The columns of the log that are read, from the one after the id on. */
#define COLUMNS "l.started_at, l.finished_at, l.state, l.file_name, l.format, l.encoding, l.evidence_at, l.staff_id, " \
                "l.n_rows, l.n_rejected"

static ZgImportLog *
read_log (ZgDatabase  *db,
          ZgStatement *statement,
          gint64       import_id,
          int          column)
{
  ZgImportLog *log = g_new0 (ZgImportLog, 1);

  log->id = import_id;
  log->started_at = zg_statement_get_time (statement, column);
  log->finished_at = zg_statement_get_time (statement, column + 1);
  log->state = zg_statement_get_int64 (statement, column + 2);
  if (log->state == ZG_IMPORT_RUNNING && !zg_import_lock_is_held (zg_database_get_path (db), import_id))
    log->state = ZG_IMPORT_INTERRUPTED;
  log->file_name = zg_statement_dup_text (statement, column + 3);
  log->format = zg_statement_dup_text (statement, column + 4);
  log->encoding = zg_statement_dup_text (statement, column + 5);
  log->evidence_at = zg_statement_get_time (statement, column + 6);
  log->staff_id = zg_statement_get_int64 (statement, column + 7);
  log->n_rows = zg_statement_get_int64 (statement, column + 8);
  log->n_rejected = zg_statement_get_int64 (statement, column + 9);
  return log;
}

/* The imports of a query of id, COLUMNS, the orders that they made and those that they changed. */
static GPtrArray *
list (ZgDatabase  *db,
      const char  *sql,
      GError     **error)
{
  g_autoptr(GPtrArray) logs = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_import_log_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      ZgImportLog *log;

      if (!zg_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&logs);
      log = read_log (db, statement, zg_statement_get_int64 (statement, 0), 1);
      log->n_new = zg_statement_get_int64 (statement, 11);
      log->n_changed = zg_statement_get_int64 (statement, 12);
      g_ptr_array_add (logs, log);
    }
}

#define N_CHANGED "(SELECT count(*) FROM import_change AS c WHERE c.import_id = l.id AND c.kind = 'order')"

/**
 * zg_import_table_list:
 * @db: a connection
 * @error: return location for an error
 *
 * Counts in all orders: not for the thread of a window.
 *
 * Returns: (transfer full) (nullable) (element-type ZgImportLog): all imports of which something may be left, the newest
 *   first
 */
GPtrArray *
zg_import_table_list (ZgDatabase  *db,
                      GError     **error)
{
  return list (db,
    "WITH made AS (SELECT import_id AS id, count(*) AS n FROM shop_order WHERE import_id IS NOT NULL GROUP BY import_id) "
    "SELECT l.id, " COLUMNS ", coalesce(made.n, 0), " N_CHANGED " "
    "FROM import_log AS l LEFT JOIN made ON made.id = l.id WHERE l.state <> 2 ORDER BY l.id DESC", error);
}

/**
 * zg_import_table_list_unfinished:
 * @db: a connection
 * @error: return location for an error
 *
 * Counts in all orders for each import that is not finished, but there is seldom one: an index over all orders would make
 * every import slower.
 *
 * Returns: (transfer full) (nullable) (element-type ZgImportLog): the imports that run or were interrupted, the newest
 *   first
 */
GPtrArray *
zg_import_table_list_unfinished (ZgDatabase  *db,
                                 GError     **error)
{
  return list (db,
    "SELECT l.id, " COLUMNS ", (SELECT count(*) FROM shop_order AS o WHERE o.import_id = l.id), " N_CHANGED " "
    "FROM import_log AS l WHERE l.state = 0 ORDER BY l.id DESC", error);
}

/**
 * zg_import_table_load:
 * @db: a connection
 * @import_id: an import
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is remembered; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgImportLog *
zg_import_table_load (ZgDatabase  *db,
                      gint64       import_id,
                      GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT " COLUMNS " FROM import_log AS l WHERE l.id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, import_id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row && was_given (db, import_id))
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("This import was taken back already."));
      return NULL;
    }
  if (!has_row)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no import %ld."),
                   (glong) import_id);
      return NULL;
    }

  return read_log (db, statement, import_id, 0);
}
