/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-statement.h"

#include "zg-database-private.h"
#include "zg-row-feed.h"

struct _ZgStatement {
  ZgDatabase *db;
  const char *sql;              /* the caller's literal, or @own_sql */
  char *own_sql;                /* (nullable): of a statement that is made only once */
  sqlite3_stmt *handle;
  int bind_code;                /* the first bind that failed, told by the next step */
  ZgRowFeed *feed;              /* of a statement that gathers rows */
};

/**
 * zg_statement_new:
 * @db: a connection, which must outlive the statement
 * @sql: one SQL statement; a string literal, which must outlive the connection
 * @error: return location for an error
 *
 * Prepares @sql, or takes the statement that was prepared for it before.
 *
 * Returns: (transfer full) (nullable): the statement, without values bound
 */
ZgStatement *
zg_statement_new (ZgDatabase  *db,
                  const char  *sql,
                  GError     **error)
{
  ZgStatement *self;
  sqlite3_stmt *handle = zg_database_take_statement (db, sql, error);

  if (handle == NULL)
    return NULL;

  self = g_new0 (ZgStatement, 1);
  self->db = db;
  self->sql = sql;
  self->handle = handle;
  return self;
}

/**
 * zg_statement_new_once:
 * @db: a connection, which must outlive the statement
 * @sql: one SQL statement; copied
 * @error: return location for an error
 *
 * Prepares SQL that was put together for this question and that nobody may ask again: nothing of it is kept.
 *
 * Returns: (transfer full) (nullable): the statement, without values bound
 */
ZgStatement *
zg_statement_new_once (ZgDatabase  *db,
                       const char  *sql,
                       GError     **error)
{
  g_autofree char *own_sql = g_strdup (sql);
  ZgStatement *self = zg_statement_new (db, own_sql, error);

  if (self != NULL)
    self->own_sql = g_steal_pointer (&own_sql);
  return self;
}

/**
 * zg_statement_new_gathering:
 * @db: a writing connection, which must outlive the statement
 * @insert: an INSERT up to the list of columns; a string literal
 * @n_columns: how many columns that are
 * @order_by: (nullable): how to sort the rows before they are inserted: c0 is the first column
 * @error: return location for an error
 *
 * Prepares a statement for many rows: zg_statement_run() only puts the row that was bound beside the others, whose texts
 * are copied, and zg_statement_flush() inserts them all. After an insert that fails half-way the transaction has to be
 * taken back.
 *
 * Returns: (transfer full) (nullable): the statement
 */
ZgStatement *
zg_statement_new_gathering (ZgDatabase  *db,
                            const char  *insert,
                            int          n_columns,
                            const char  *order_by,
                            GError     **error)
{
  g_autoptr(GString) sql = g_string_new (insert);
  ZgStatement *self;

  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (sql, "%s c%d", i == 0 ? " SELECT" : ",", i);
  g_string_append (sql, " FROM zg_rows (?1)");
  if (order_by != NULL)
    g_string_append_printf (sql, " ORDER BY %s", order_by);

  self = zg_statement_new (db, g_intern_string (sql->str), error);
  if (self != NULL)
    self->feed = zg_row_feed_new (n_columns);
  return self;
}

/**
 * zg_statement_flush:
 * @statement: a statement that gathers rows
 * @error: return location for an error
 *
 * Inserts the rows that were gathered.
 *
 * Returns: whether all are inserted
 */
gboolean
zg_statement_flush (ZgStatement  *statement,
                    GError      **error)
{
  int code;

  if (zg_row_feed_get_n_rows (statement->feed) == 0)
    return TRUE;

  code = zg_row_feed_bind (statement->feed, statement->handle, 1);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement->handle);
  if (code != SQLITE_DONE)
    zg_store_error_set (error, statement->db->handle, code);
  sqlite3_reset (statement->handle);
  zg_row_feed_clear (statement->feed);
  return code == SQLITE_DONE;
}

/**
 * zg_statement_free:
 * @statement: (transfer full): a statement
 *
 * Gives the statement back to its connection, which keeps it prepared.
 */
void
zg_statement_free (ZgStatement *statement)
{
  if (statement->own_sql == NULL)
    zg_database_return_statement (statement->db, statement->sql, statement->handle);
  else
    sqlite3_finalize (statement->handle);
  g_free (statement->own_sql);
  g_clear_pointer (&statement->feed, zg_row_feed_free);
  g_free (statement);
}

static void
note_bind (ZgStatement *self,
           int          code)
{
  /* SQLITE_RANGE is a parameter that the SQL does not have: our mistake, not the data's. */
  if (code == SQLITE_RANGE)
    g_critical ("no such parameter in: %s", self->sql);
  if (code != SQLITE_OK && self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

/**
 * zg_statement_bind_int64:
 * @statement: a statement
 * @index: the parameter, counted from 0
 * @value: a whole number
 */
void
zg_statement_bind_int64 (ZgStatement *statement,
                         int          index,
                         gint64       value)
{
  if (statement->feed != NULL)
    zg_row_feed_set_int64 (statement->feed, index, value);
  else
    note_bind (statement, sqlite3_bind_int64 (statement->handle, index + 1, value));
}

/**
 * zg_statement_bind_text:
 * @statement: a statement
 * @index: the parameter, counted from 0
 * @value: (nullable): UTF-8 text, %NULL is bound as the empty text; has to live until the statement is reset
 */
void
zg_statement_bind_text (ZgStatement *statement,
                        int          index,
                        const char  *value)
{
  zg_statement_bind_text_or_null (statement, index, value != NULL ? value : "");
}

/**
 * zg_statement_bind_text_or_null:
 * @statement: a statement
 * @index: the parameter, counted from 0
 * @value: (nullable): UTF-8 text, or %NULL for SQL's NULL; has to live until the statement is reset
 */
void
zg_statement_bind_text_or_null (ZgStatement *statement,
                                int          index,
                                const char  *value)
{
  if (statement->feed != NULL)
    zg_row_feed_set_text (statement->feed, index, value);
  else
    note_bind (statement, sqlite3_bind_text (statement->handle, index + 1, value, -1, SQLITE_STATIC));
}

/**
 * zg_statement_bind_bytes:
 * @statement: a statement that does not gather rows
 * @index: the parameter, counted from 0
 * @bytes: what no text is; has to live until the statement is reset
 */
void
zg_statement_bind_bytes (ZgStatement *statement,
                         int          index,
                         GBytes      *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  g_return_if_fail (statement->feed == NULL);

  note_bind (statement, sqlite3_bind_blob64 (statement->handle, index + 1, data, size, SQLITE_STATIC));
}

/**
 * zg_statement_bind_id:
 * @statement: a statement
 * @index: the parameter, counted from 0
 * @id: a row id, or 0 for SQL's NULL
 */
void
zg_statement_bind_id (ZgStatement *statement,
                      int          index,
                      gint64       id)
{
  if (id == 0)
    zg_statement_bind_null (statement, index);
  else
    zg_statement_bind_int64 (statement, index, id);
}

/**
 * zg_statement_bind_time:
 * @statement: a statement
 * @index: the parameter, counted from 0
 * @time: a time, %ZG_TIME_NONE becomes SQL's NULL
 */
void
zg_statement_bind_time (ZgStatement *statement,
                        int          index,
                        ZgTime       time)
{
  zg_statement_bind_id (statement, index, time);
}

/**
 * zg_statement_bind_null:
 * @statement: a statement
 * @index: the parameter, counted from 0
 */
void
zg_statement_bind_null (ZgStatement *statement,
                        int          index)
{
  if (statement->feed != NULL)
    zg_row_feed_set_text (statement->feed, index, NULL);
  else
    note_bind (statement, sqlite3_bind_null (statement->handle, index + 1));
}

/**
 * zg_statement_step:
 * @statement: a statement
 * @has_row_out: (out): whether there is a row to read
 * @error: return location for an error
 *
 * Goes to the next row.
 *
 * Returns: %FALSE on an error; that there is no row is none
 */
gboolean
zg_statement_step (ZgStatement  *statement,
                   gboolean     *has_row_out,
                   GError      **error)
{
  int code = statement->bind_code;

  *has_row_out = FALSE;

  if (code == SQLITE_OK)
    code = sqlite3_step (statement->handle);

  if (code == SQLITE_ROW)
    {
      *has_row_out = TRUE;
      return TRUE;
    }

  if (code == SQLITE_DONE)
    return TRUE;

  zg_store_error_set (error, statement->db->handle, code);
  sqlite3_reset (statement->handle);
  return FALSE;
}

/**
 * zg_statement_run:
 * @statement: a statement
 * @error: return location for an error
 *
 * Runs a statement that has no rows to read, and makes it ready for the next values. One that gathers rows is run by
 * zg_statement_flush().
 *
 * Returns: whether it was carried out
 */
gboolean
zg_statement_run (ZgStatement  *statement,
                  GError      **error)
{
  gboolean has_row;

  if (statement->feed != NULL)
    {
      zg_row_feed_end_row (statement->feed);
      return TRUE;
    }

  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;

  sqlite3_reset (statement->handle);
  return TRUE;
}

/**
 * zg_statement_reset:
 * @statement: a statement
 *
 * Makes the statement ready to run again. Bound values stay until they are bound anew.
 */
void
zg_statement_reset (ZgStatement *statement)
{
  sqlite3_reset (statement->handle);
  statement->bind_code = SQLITE_OK;
}

/**
 * zg_statement_get_int64:
 * @statement: a statement that stands on a row
 * @column: counted from 0
 *
 * Returns: the number, 0 for NULL
 */
gint64
zg_statement_get_int64 (ZgStatement *statement,
                        int          column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

/**
 * zg_statement_get_text:
 * @statement: a statement that stands on a row
 * @column: counted from 0
 *
 * Returns: (nullable) (transfer none): the text, valid until the next step
 */
const char *
zg_statement_get_text (ZgStatement *statement,
                       int          column)
{
  return (const char *) sqlite3_column_text (statement->handle, column);
}

/**
 * zg_statement_dup_text:
 * @statement: a statement that stands on a row
 * @column: counted from 0
 *
 * Returns: (nullable) (transfer full): a copy of the text, %NULL for NULL
 */
char *
zg_statement_dup_text (ZgStatement *statement,
                       int          column)
{
  return g_strdup (zg_statement_get_text (statement, column));
}

/**
 * zg_statement_copy_text:
 * @statement: a statement that stands on a row
 * @column: counted from 0
 * @destination: (inout) (nullable): where a text is kept; freed and replaced by a copy of the column's
 */
void
zg_statement_copy_text (ZgStatement  *statement,
                        int           column,
                        char        **destination)
{
  g_free (*destination);
  *destination = zg_statement_dup_text (statement, column);
}

/**
 * zg_statement_dup_bytes:
 * @statement: a statement that stands on a row
 * @column: counted from 0
 *
 * Returns: (transfer full): a copy of the bytes
 */
GBytes *
zg_statement_dup_bytes (ZgStatement *statement,
                        int          column)
{
  const void *data = sqlite3_column_blob (statement->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement->handle, column));
}

/**
 * zg_statement_get_time:
 * @statement: a statement that stands on a row
 * @column: counted from 0
 *
 * Returns: the time, %ZG_TIME_NONE for NULL
 */
ZgTime
zg_statement_get_time (ZgStatement *statement,
                       int          column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

/**
 * zg_statement_is_null:
 * @statement: a statement that stands on a row
 * @column: counted from 0
 *
 * Returns: whether the column holds NULL
 */
gboolean
zg_statement_is_null (ZgStatement *statement,
                      int          column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

/**
 * zg_statement_get_n_columns:
 * @statement: a statement
 *
 * Returns: how many columns its rows have
 */
int
zg_statement_get_n_columns (ZgStatement *statement)
{
  return sqlite3_column_count (statement->handle);
}

/**
 * zg_statement_get_column_name:
 * @statement: a statement
 * @column: counted from 0
 *
 * Returns: (transfer none): the column's name, as the SQL gives it
 */
const char *
zg_statement_get_column_name (ZgStatement *statement,
                              int          column)
{
  return sqlite3_column_name (statement->handle, column);
}
