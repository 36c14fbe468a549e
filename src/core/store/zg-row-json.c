/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-row-json.h"

#include <string.h>

#include "zg-statement.h"

/*
 * Whole rows as JSON, to be put back later as they were: { "table": [ { "column": value, … }, … ], … }. The SQL is made of
 * the schema's own names, so a column that is added to a table later is kept without a word about it here.
 */

/* What pragma_table_info and pragma_foreign_key_list tell of a column. */
typedef struct {
  char *name;
  char *fallback;               /* SQL for what a row of an older shop file has there */
  char *parent;                 /* (nullable): the table that a value which may be missing points at */
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->fallback);
  g_free (column->parent);
  g_free (column);
}

static GPtrArray *
read_columns (ZgDatabase  *db,
              const char  *table,
              GError     **error)
{
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func (column_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.name, coalesce(c.dflt_value, 'NULL'), f.\"table\" FROM pragma_table_info (?1) AS c "
    "LEFT JOIN pragma_foreign_key_list (?1) AS f ON f.\"from\" = c.name AND c.\"notnull\" = 0 AND c.pk = 0", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_text (statement, 0, table);
  while (zg_statement_step (statement, &has_row, error))
    {
      Column *column;

      if (!has_row)
        return g_steal_pointer (&columns);
      column = g_new0 (Column, 1);
      column->name = zg_statement_dup_text (statement, 0);
      column->fallback = zg_statement_dup_text (statement, 1);
      column->parent = zg_statement_dup_text (statement, 2);
      g_ptr_array_add (columns, column);
    }
  return NULL;
}

/**
 * zg_row_json_list_columns:
 * @db: a connection
 * @table: a table
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names of its columns
 */
GPtrArray *
zg_row_json_list_columns (ZgDatabase  *db,
                          const char  *table,
                          GError     **error)
{
  g_autoptr(GPtrArray) columns = read_columns (db, table, error);
  GPtrArray *names;

  if (columns == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (names, g_steal_pointer (&((Column *) g_ptr_array_index (columns, i))->name));
  return names;
}

/* A function takes 127 values at the most, so a wide row is begun by one call and goes on in others around it. */
#define COLUMNS_A_CALL 60

static void
append_row (GPtrArray *columns,
            GString   *sql)
{
  for (guint begun = COLUMNS_A_CALL; begun < columns->len; begun += COLUMNS_A_CALL)
    g_string_append (sql, "json_insert(");
  g_string_append (sql, "json_object(");
  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = g_ptr_array_index (columns, i);

      if (i > 0 && i % COLUMNS_A_CALL == 0)
        g_string_append (sql, ")");
      g_string_append_printf (sql, "%s'%s%s', %s", i > 0 ? ", " : "", i >= COLUMNS_A_CALL ? "$." : "", column, column);
    }
  g_string_append (sql, ")");
}

/**
 * zg_row_json_append_select:
 * @db: a connection
 * @table: a table
 * @condition: SQL, which of its rows
 * @sql: the inside of a json_object() so far; gets one member more
 * @error: return location for an error
 *
 * Returns: whether the schema could be read
 */
gboolean
zg_row_json_append_select (ZgDatabase  *db,
                           const char  *table,
                           const char  *condition,
                           GString     *sql,
                           GError     **error)
{
  g_autoptr(GPtrArray) columns = zg_row_json_list_columns (db, table, error);

  if (columns == NULL)
    return FALSE;

  if (sql->len > 0)
    g_string_append (sql, ", ");
  g_string_append_printf (sql, "'%s', (SELECT json_group_array(", table);
  append_row (columns, sql);
  g_string_append_printf (sql, ") FROM %s WHERE %s)", table, condition);
  return TRUE;
}

/**
 * zg_row_json_append_insert:
 * @db: a connection
 * @table: a table
 * @id: SQL for the number of a row
 * @names: the names of columns so far; gets those of @table
 * @values: SQL of their values so far; gets what each has of the row j.value
 * @error: return location for an error
 *
 * A column that came after the JSON was written gets what it has in older files; what a row points at and is gone by now
 * is nothing.
 *
 * Returns: whether the schema could be read
 */
gboolean
zg_row_json_append_insert (ZgDatabase  *db,
                           const char  *table,
                           const char  *id,
                           GString     *names,
                           GString     *values,
                           GError     **error)
{
  g_autoptr(GPtrArray) columns = read_columns (db, table, error);

  if (columns == NULL)
    return FALSE;
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = g_ptr_array_index (columns, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", column->name);
      g_string_append (values, i > 0 ? ", " : "");
      if (strcmp (column->name, "id") == 0)
        g_string_append (values, id);
      else if (column->parent != NULL)
        g_string_append_printf (values, "(SELECT id FROM %s WHERE id = json_extract(j.value, '$.%s'))", column->parent,
                                column->name);
      else
        g_string_append_printf (values, "iif(json_type(j.value, '$.%s') IS NULL, %s, json_extract(j.value, '$.%s'))",
                                column->name, column->fallback, column->name);
    }
  return TRUE;
}

static char *
make_insert (ZgDatabase  *db,
             const char  *table,
             const char  *condition,
             GError     **error)
{
  g_autofree char *id = g_strdup_printf ("iif(EXISTS (SELECT 1 FROM %s WHERE id = json_extract(j.value, '$.id')), NULL, "
                                         "json_extract(j.value, '$.id'))", table);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) values = g_string_new (NULL);

  if (!zg_row_json_append_insert (db, table, id, names, values, error))
    return NULL;
  return g_strdup_printf ("INSERT OR IGNORE INTO %s (%s) SELECT %s FROM json_each(?1, '$.%s') AS j WHERE %s", table,
                          names->str, values->str, table, condition);
}

/**
 * zg_row_json_make_insert:
 * @db: a writing connection
 * @table: a table
 * @condition: SQL, which rows of the JSON; j.value is the row
 * @error: return location for an error
 *
 * SQL that puts rows of a JSON text, its first parameter, back into a table. A row whose number is taken by now gets
 * another one; what it points at and is gone by now is nothing; a row that the table refuses because it is there is left out.
 *
 * Returns: (transfer none) (nullable): the SQL
 */
const char *
zg_row_json_make_insert (ZgDatabase  *db,
                         const char  *table,
                         const char  *condition,
                         GError     **error)
{
  /* Made once: every shop file that is written has the newest form. */
  static GHashTable *known;
  G_LOCK_DEFINE_STATIC (known);
  g_autofree char *key = g_strconcat (table, " ", condition, NULL);
  char *sql;

  G_LOCK (known);
  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sql = g_hash_table_lookup (known, key);
  if (sql == NULL)
    {
      sql = make_insert (db, table, condition, error);
      if (sql != NULL)
        g_hash_table_insert (known, g_steal_pointer (&key), sql);
    }
  G_UNLOCK (known);
  return sql;
}
