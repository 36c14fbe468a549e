/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-row-feed.h"

#include <string.h>

/*
 * A statement for each row spends more on beginning and ending than on the row: SQLite opens the table and all of its
 * indexes anew each time. An import gathers rows here instead and inserts hundreds by one INSERT … SELECT.
 */

#define POINTER_TYPE "zg-row-feed"
/* Freeing a larger block makes the C library tidy up all of its memory. */
#define TEXT_BLOCK (16 * 1024)

typedef struct {
  const char *text;             /* in the feed's texts; NULL for a number and for SQL's NULL */
  gint64 value;                 /* the number, or the text's length */
  gboolean is_null;
} Cell;

struct _ZgRowFeed {
  guint n_columns;
  guint n_rows;
  GArray *cells;                /* row by row, the one that is being filled behind the others */
  GStringChunk *texts;
};

/* SQLite's view of it. Our struct begins with SQLite's. */
typedef struct {
  sqlite3_vtab_cursor base;
  ZgRowFeed *feed;
  guint row;
} Cursor;

static void
open_row (ZgRowFeed *self)
{
  guint begin = self->n_rows * self->n_columns;

  g_array_set_size (self->cells, begin + self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    g_array_index (self->cells, Cell, begin + i) = (Cell) { .is_null = TRUE };
}

/**
 * zg_row_feed_new:
 * @n_columns: how wide the rows are
 *
 * Returns: (transfer full): a feed without rows
 */
ZgRowFeed *
zg_row_feed_new (int n_columns)
{
  ZgRowFeed *self = g_new0 (ZgRowFeed, 1);

  g_assert (n_columns <= ZG_ROW_FEED_MAX_COLUMNS);
  self->n_columns = n_columns;
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->texts = g_string_chunk_new (TEXT_BLOCK);
  open_row (self);
  return self;
}

/**
 * zg_row_feed_free:
 * @feed: (transfer full): a feed
 */
void
zg_row_feed_free (ZgRowFeed *feed)
{
  g_array_unref (feed->cells);
  g_string_chunk_free (feed->texts);
  g_free (feed);
}

static Cell *
get_open_cell (ZgRowFeed *self,
               int        column)
{
  g_assert ((guint) column < self->n_columns);
  return &g_array_index (self->cells, Cell, self->n_rows * self->n_columns + column);
}

/**
 * zg_row_feed_set_int64:
 * @feed: a feed
 * @column: of the row that is being filled, counted from 0
 * @value: a whole number
 */
void
zg_row_feed_set_int64 (ZgRowFeed *feed,
                       int        column,
                       gint64     value)
{
  *get_open_cell (feed, column) = (Cell) { .value = value };
}

/**
 * zg_row_feed_set_text:
 * @feed: a feed
 * @column: of the row that is being filled, counted from 0
 * @value: (nullable): UTF-8 text, copied; %NULL for SQL's NULL
 */
void
zg_row_feed_set_text (ZgRowFeed  *feed,
                      int         column,
                      const char *value)
{
  Cell *cell = get_open_cell (feed, column);
  gsize length = value != NULL ? strlen (value) : 0;

  *cell = (Cell) { .value = (gint64) length, .is_null = value == NULL };
  if (value != NULL)
    cell->text = length > 0 ? g_string_chunk_insert_len (feed->texts, value, (gssize) length) : "";
}

/**
 * zg_row_feed_end_row:
 * @feed: a feed
 *
 * The row is complete; what was not set is NULL. The next one begins.
 */
void
zg_row_feed_end_row (ZgRowFeed *feed)
{
  feed->n_rows++;
  open_row (feed);
}

/**
 * zg_row_feed_get_n_rows:
 * @feed: a feed
 *
 * Returns: how many rows are complete
 */
guint
zg_row_feed_get_n_rows (const ZgRowFeed *feed)
{
  return feed->n_rows;
}

/**
 * zg_row_feed_clear:
 * @feed: a feed
 *
 * Forgets all rows and keeps their room.
 */
void
zg_row_feed_clear (ZgRowFeed *feed)
{
  feed->n_rows = 0;
  g_string_chunk_clear (feed->texts);
  open_row (feed);
}

/**
 * zg_row_feed_bind:
 * @feed: a feed; has to live, unchanged, until the statement is reset
 * @statement: one that reads from zg_rows (?)
 * @parameter: which parameter, counted from 1
 *
 * Returns: SQLite's result code
 */
int
zg_row_feed_bind (ZgRowFeed    *feed,
                  sqlite3_stmt *statement,
                  int           parameter)
{
  return sqlite3_bind_pointer (statement, parameter, feed, POINTER_TYPE, NULL);
}

static int
connect_table (sqlite3             *handle,
               void                *data,
               int                  n_arguments,
               const char * const  *arguments,
               sqlite3_vtab       **table_out,
               char               **error_out)
{
  g_autoptr(GString) sql = g_string_new ("CREATE TABLE zg_rows (feed HIDDEN");
  int code;

  for (int i = 0; i < ZG_ROW_FEED_MAX_COLUMNS; i++)
    g_string_append_printf (sql, ", c%d", i);
  g_string_append_c (sql, ')');

  code = sqlite3_declare_vtab (handle, sql->str);
  if (code == SQLITE_OK)
    *table_out = g_new0 (sqlite3_vtab, 1);
  return code;
}

static int
disconnect_table (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

/* The only way to read it is from the first row to the last, of the feed that was bound. */
static int
choose_plan (sqlite3_vtab       *table,
             sqlite3_index_info *info)
{
  for (int i = 0; i < info->nConstraint; i++)
    {
      if (!info->aConstraint[i].usable || info->aConstraint[i].iColumn != 0
          || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ)
        continue;
      info->aConstraintUsage[i].argvIndex = 1;
      info->aConstraintUsage[i].omit = 1;
      info->estimatedCost = 1;
      return SQLITE_OK;
    }
  return SQLITE_CONSTRAINT;
}

static int
open_cursor (sqlite3_vtab         *table,
             sqlite3_vtab_cursor **cursor_out)
{
  Cursor *cursor = g_new0 (Cursor, 1);

  *cursor_out = &cursor->base;
  return SQLITE_OK;
}

static int
close_cursor (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static int
filter (sqlite3_vtab_cursor  *cursor,
        int                   plan,
        const char           *plan_text,
        int                   n_values,
        sqlite3_value       **values)
{
  Cursor *self = (Cursor *) cursor;

  self->feed = sqlite3_value_pointer (values[0], POINTER_TYPE);
  self->row = 0;
  return SQLITE_OK;
}

static int
next_row (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *) cursor)->row++;
  return SQLITE_OK;
}

static int
is_at_end (sqlite3_vtab_cursor *cursor)
{
  const Cursor *self = (Cursor *) cursor;

  return self->feed == NULL || self->row >= self->feed->n_rows;
}

static int
give_column (sqlite3_vtab_cursor *cursor,
             sqlite3_context     *context,
             int                  column)
{
  const Cursor *self = (Cursor *) cursor;
  const Cell *cell;

  if (column < 1 || (guint) column > self->feed->n_columns)
    return SQLITE_OK;
  cell = &g_array_index (self->feed->cells, Cell, self->row * self->feed->n_columns + (guint) column - 1);
  if (cell->text != NULL)
    sqlite3_result_text (context, cell->text, (int) cell->value, SQLITE_STATIC);
  else if (!cell->is_null)
    sqlite3_result_int64 (context, cell->value);
  return SQLITE_OK;
}

static int
give_row_id (sqlite3_vtab_cursor *cursor,
             sqlite3_int64       *id_out)
{
  *id_out = ((Cursor *) cursor)->row;
  return SQLITE_OK;
}

/**
 * zg_row_feed_register:
 * @handle: a connection
 *
 * Makes the table zg_rows known to a connection.
 *
 * Returns: SQLite's result code
 */
int
zg_row_feed_register (sqlite3 *handle)
{
  /* Without xCreate it needs no CREATE VIRTUAL TABLE and stands in no schema. */
  static const sqlite3_module module = {
    .xConnect = connect_table,
    .xBestIndex = choose_plan,
    .xDisconnect = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter,
    .xNext = next_row,
    .xEof = is_at_end,
    .xColumn = give_column,
    .xRowid = give_row_id,
  };

  return sqlite3_create_module_v2 (handle, "zg_rows", &module, NULL, NULL);
}
