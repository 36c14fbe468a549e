/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-merge-tables-private.h"
#include "zg-row-json.h"
#include "zg-statement.h"

/*
 * Takes apart what zg-merge-rows.c put together. The other customer comes back as they were; the kept one has again what
 * they had, but for what was edited since. Phones, accounts and addresses are told by what they say and not by their
 * row: an edit that is taken back writes them anew.
 */

static gboolean
insert_rows (ZgDatabase  *db,
             const char  *table,
             const char  *condition,
             const char  *rows,
             GError     **error)
{
  const char *sql = zg_row_json_make_insert (db, table, condition, error);
  g_autoptr(ZgStatement) statement = sql != NULL ? zg_statement_new (db, sql, error) : NULL;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, rows);
  return zg_statement_run (statement, error);
}

static gboolean
insert_other (ZgDatabase             *db,
              const ZgCustomerMerge  *merge,
              GError                **error)
{
  if (!insert_rows (db, "customer", "NOT EXISTS (SELECT 1 FROM customer WHERE id = json_extract(j.value, '$.id'))",
                    merge->other_rows, error))
    return FALSE;
  if (zg_database_changes (db) == 1)
    return TRUE;

  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE,
                       _("There is such a customer again. Erase that one first, then take the merge back."));
  return FALSE;
}

/* Adds to @sql what a field had before, where it still has what the merge made of it. */
static void
append_field (GString            *sql,
              const char * const *columns)
{
  g_autoptr(GString) untouched = g_string_new (NULL);

  for (gsize i = 0; columns[i] != NULL; i++)
    g_string_append_printf (untouched, "%s%s IS json_extract(?3, '$.customer[0].%s')", i > 0 ? " AND " : "", columns[i],
                            columns[i]);
  for (gsize i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s = iif(%s, json_extract(?2, '$.customer[0].%s'), %s)",
                            g_str_has_suffix (sql->str, "SET ") ? "" : ", ", columns[i], untouched->str, columns[i], columns[i]);
}

static gboolean
put_fields_back (ZgDatabase             *db,
                 const ZgCustomerMerge  *merge,
                 GError                **error)
{
  g_autoptr(GString) sql = g_string_new ("UPDATE customer SET ");
  g_autoptr(ZgStatement) statement = NULL;

  for (int i = 0; i < ZG_N_MERGE_FIELDS; i++)
    {
      if (zg_merge_columns[i] != NULL)
        append_field (sql, zg_merge_columns[i]);
    }
  g_string_append (sql, " WHERE id = ?1");

  statement = zg_statement_new (db, g_intern_string (sql->str), error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, merge->kept_id);
  zg_statement_bind_text (statement, 1, merge->kept_rows);
  zg_statement_bind_text (statement, 2, merge->merged_rows);
  return zg_statement_run (statement, error);
}

/* SQL: whether the row t of a part's table says the same as the row @value of JSON. */
static char *
make_comparison (const ZgPartTable *table,
                 const char        *value)
{
  GString *sql = g_string_new (NULL);

  for (gsize i = 0; table->identity[i] != NULL; i++)
    g_string_append_printf (sql, "%st.%s = json_extract(%s, '$.%s')", i > 0 ? " AND " : "", table->identity[i], value,
                            table->identity[i]);
  return g_string_free (sql, FALSE);
}

/* What the kept one did not have before goes back as it is now; what is not there any more is written anew. */
static gboolean
put_parts_back (ZgDatabase             *db,
                const ZgCustomerMerge  *merge,
                const ZgPartTable      *table,
                GError                **error)
{
  g_autofree char *is_others = make_comparison (table, "j.value");
  g_autofree char *is_kept = make_comparison (table, "k.value");
  g_autofree char *move =
    g_strdup_printf ("UPDATE %s AS t SET customer_id = ?3, position = (SELECT json_extract(j.value, '$.position') "
                     "FROM json_each(?1, '$.%s') AS j WHERE %s) "
                     "WHERE customer_id = ?4 AND EXISTS (SELECT 1 FROM json_each(?1, '$.%s') AS j WHERE %s) "
                     "AND NOT EXISTS (SELECT 1 FROM json_each(?2, '$.%s') AS k WHERE %s)",
                     table->name, table->name, is_others, table->name, is_others, table->name, is_kept);
  g_autofree char *is_missing =
    g_strdup_printf ("NOT EXISTS (SELECT 1 FROM %s AS t WHERE t.customer_id = json_extract(j.value, '$.customer_id') AND %s)",
                     table->name, is_others);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (move), error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, merge->other_rows);
  zg_statement_bind_text (statement, 1, merge->kept_rows);
  zg_statement_bind_int64 (statement, 2, merge->other_id);
  zg_statement_bind_int64 (statement, 3, merge->kept_id);
  return zg_statement_run (statement, error) && insert_rows (db, table->name, is_missing, merge->other_rows, error);
}

static gboolean
put_table_back (ZgDatabase             *db,
                const ZgCustomerMerge  *merge,
                const ZgMovedTable     *table,
                GError                **error)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE %s SET customer_id = ?2%s WHERE customer_id = ?3 AND %s IN "
                     "(SELECT row FROM customer_merge_row WHERE merge_id = ?1 AND kind = '%s')", table->name,
                     table->has_version ? ", version = version + 1" : "", table->key, table->name);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, merge->id);
  zg_statement_bind_int64 (statement, 1, merge->other_id);
  zg_statement_bind_int64 (statement, 2, merge->kept_id);
  if (table->table != ZG_TABLE_CUSTOMER)
    zg_database_note_change (db, table->table, 0);
  return zg_statement_run (statement, error);
}

/* An order that came since goes with the account that bought it. */
#define ORDERS_FOLLOW_ACCOUNT \
  "UPDATE shop_order SET customer_id = ?2, version = version + 1 " \
  "WHERE customer_id = ?3 AND id > json_extract(?1, '$.last.shop_order') AND buyer_account <> '' AND EXISTS (" \
  "SELECT 1 FROM customer_account AS a WHERE a.customer_id = ?2 AND a.platform = shop_order.platform " \
  "AND a.account = shop_order.buyer_account AND a.disclosure = 4)"

/* What was said since about an order that goes: nobody is told of somebody else's order. */
static gboolean
follow_orders (ZgDatabase             *db,
               const ZgCustomerMerge  *merge,
               const ZgMovedTable     *table,
               GError                **error)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE %s SET customer_id = ?2 WHERE customer_id = ?3 AND id > json_extract(?1, '$.last.%s') "
                     "AND %s IN (SELECT id FROM shop_order WHERE customer_id = ?2)", table->name, table->name,
                     table->order_key);

  return zg_merge_rows_run (db, sql, merge->merged_rows, merge->other_id, merge->kept_id, error);
}

static gboolean
put_tables_back (ZgDatabase             *db,
                 const ZgCustomerMerge  *merge,
                 GError                **error)
{
  for (const ZgMovedTable *table = zg_moved_tables; table->name != NULL; table++)
    {
      if (!put_table_back (db, merge, table, error))
        return FALSE;
    }
  if (!zg_merge_rows_run (db, ORDERS_FOLLOW_ACCOUNT, merge->merged_rows, merge->other_id, merge->kept_id, error))
    return FALSE;
  for (const ZgMovedTable *table = zg_moved_tables; table->name != NULL; table++)
    {
      if (table->order_key != NULL && !follow_orders (db, merge, table, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_tags_back (ZgDatabase             *db,
               const ZgCustomerMerge  *merge,
               GError                **error)
{
  return insert_rows (db, "customer_tag", "EXISTS (SELECT 1 FROM tag WHERE id = json_extract(j.value, '$.tag_id'))",
                      merge->other_rows, error)
         && zg_merge_rows_run (db,
              "DELETE FROM customer_tag WHERE customer_id = ?2 AND tag_id IN ("
              "  SELECT tag_id FROM customer_tag WHERE customer_id = ?3) AND tag_id NOT IN ("
              "  SELECT json_extract(k.value, '$.tag_id') FROM json_each(?1, '$.customer_tag') AS k)",
              merge->kept_rows, merge->kept_id, merge->other_id, error);
}

/* Whether the kept customer's row of a table with one row a customer is as the merge left it. */
static gboolean
is_as_merged (ZgDatabase             *db,
              const ZgCustomerMerge  *merge,
              const char             *table,
              const char             *column,
              gboolean               *is_out,
              GError                **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT (SELECT %s FROM %s WHERE customer_id = ?2) IS json_extract(?1, '$.%s[0].%s')", column, table,
                     table, column);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, merge->merged_rows);
  zg_statement_bind_int64 (statement, 1, merge->kept_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *is_out = zg_statement_get_int64 (statement, 0) != 0;
  return TRUE;
}

/* Who was answered since waits no longer, neither of the two; whose turn it was since keeps the place in the strip. */
static gboolean
put_single_row_back (ZgDatabase             *db,
                     const ZgCustomerMerge  *merge,
                     const char             *table,
                     const char             *column,
                     GError                **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE customer_id = ?", table);
  gboolean is_untouched;

  if (!is_as_merged (db, merge, table, column, &is_untouched, error))
    return FALSE;
  return !is_untouched
         || (zg_merge_rows_run (db, sql, NULL, merge->kept_id, 0, error)
             && insert_rows (db, table, "TRUE", merge->kept_rows, error)
             && insert_rows (db, table, "TRUE", merge->other_rows, error));
}

/* What was said of the other one while they were the kept one; but for what was said of the kept one before. */
#define FORGET_DERIVED_PAIRS \
  "DELETE FROM not_same_person WHERE ?3 IN (a_id, b_id) AND a_id + b_id - ?3 IN (" \
  "SELECT json_extract(j.value, '$.a_id') + json_extract(j.value, '$.b_id') - ?4 " \
  "FROM json_each(?1, '$.not_same_person') AS j) AND a_id + b_id - ?3 NOT IN (" \
  "SELECT json_extract(k.value, '$.a_id') + json_extract(k.value, '$.b_id') - ?3 " \
  "FROM json_each(?2, '$.not_same_person') AS k)"

#define BOTH_EXIST \
  "EXISTS (SELECT 1 FROM customer WHERE id = json_extract(j.value, '$.a_id')) " \
  "AND EXISTS (SELECT 1 FROM customer WHERE id = json_extract(j.value, '$.b_id'))"

static gboolean
put_pairs_back (ZgDatabase             *db,
                const ZgCustomerMerge  *merge,
                GError                **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, FORGET_DERIVED_PAIRS, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, merge->other_rows);
  zg_statement_bind_text (statement, 1, merge->kept_rows);
  zg_statement_bind_int64 (statement, 2, merge->kept_id);
  zg_statement_bind_int64 (statement, 3, merge->other_id);
  return zg_statement_run (statement, error)
         && insert_rows (db, "not_same_person", BOTH_EXIST, merge->other_rows, error);
}

/**
 * zg_merge_rows_put_back:
 * @db: a writing connection in a transaction
 * @merge: a merge that holds, with its rows
 * @error: return location for an error
 *
 * Brings the other customer back. Search index, sort keys and totals of both are the caller's.
 *
 * Returns: whether both are there
 */
gboolean
zg_merge_rows_put_back (ZgDatabase             *db,
                        const ZgCustomerMerge  *merge,
                        GError                **error)
{
  if (!insert_other (db, merge, error) || !put_fields_back (db, merge, error))
    return FALSE;
  for (int i = 0; i < ZG_N_MERGE_PARTS; i++)
    {
      if (!put_parts_back (db, merge, &zg_part_tables[i], error))
        return FALSE;
    }
  zg_database_note_change (db, ZG_TABLE_WAITING, 0);
  zg_database_note_change (db, ZG_TABLE_RECENT, 0);
  return put_tables_back (db, merge, error)
         && put_tags_back (db, merge, error)
         && put_single_row_back (db, merge, "waiting", "started_at", error)
         && put_single_row_back (db, merge, "recent_customer", "talked_at", error)
         && put_pairs_back (db, merge, error);
}
