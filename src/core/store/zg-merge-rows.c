/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-merge-rows.h"

#include "zg-merge-tables-private.h"
#include "zg-statement.h"

/*
 * Gives all that is one customer's to another one. Each table that points at a customer is named here or in
 * zg_merge_rows_list_tables(), and a test compares that with the schema.
 */

/* Of things about an order a person may have said that they are somebody else's, so they have a column of their own. */
const ZgMovedTable zg_moved_tables[] = {
  { "shop_order", "uid", ZG_TABLE_ORDER, TRUE, NULL },
  { "contact", "uid", ZG_TABLE_CONTACT, FALSE, "order_id" },
  { "follow_up", "uid", ZG_TABLE_FOLLOW_UP, TRUE, "order_id" },
  { "attachment", "uid", ZG_TABLE_CUSTOMER, FALSE, "order_id" },
  { "interest", "uid", ZG_TABLE_CUSTOMER, TRUE, NULL },
  { "round_member", "round_id || ':' || position", ZG_TABLE_CUSTOMER, FALSE, NULL },
  { NULL, NULL, 0, FALSE, NULL },
};

static const char * const phone_identity[] = { "text", NULL };
static const char * const account_identity[] = { "platform", "account", NULL };
static const char * const address_identity[] = {
  "recipient", "phone", "province", "city", "district", "detail", "postcode", NULL,
};

const ZgPartTable zg_part_tables[ZG_N_MERGE_PARTS] = {
  [ZG_MERGE_PHONES] = { "customer_phone", phone_identity },
  [ZG_MERGE_ACCOUNTS] = { "customer_account", account_identity },
  [ZG_MERGE_ADDRESSES] = { "customer_address", address_identity },
};

#define COLUMNS(...) ((const char * const[]) { __VA_ARGS__, NULL })

/* The columns of a field belong together. */
const char * const *const zg_merge_columns[ZG_N_MERGE_FIELDS] = {
  [ZG_MERGE_NAME] = COLUMNS ("name", "name_disclosure"),
  [ZG_MERGE_CALL_NAME] = COLUMNS ("call_name"),
  [ZG_MERGE_BIRTHDAY] = COLUMNS ("birthday", "birthday_day"),
  [ZG_MERGE_HEIGHT] = COLUMNS ("height"),
  [ZG_MERGE_WEIGHT] = COLUMNS ("weight"),
  [ZG_MERGE_SHOE_SIZE] = COLUMNS ("shoe_size"),
  [ZG_MERGE_USUAL_SIZE] = COLUMNS ("usual_size"),
  [ZG_MERGE_TYPE] = COLUMNS ("type"),
  [ZG_MERGE_LEVEL] = COLUMNS ("level"),
  [ZG_MERGE_SOURCE] = COLUMNS ("source"),
  [ZG_MERGE_CONSENT] = COLUMNS ("consent", "consent_at"),
  [ZG_MERGE_CAUTION] = COLUMNS ("caution"),
  [ZG_MERGE_NOTE] = COLUMNS ("note"),
};

/**
 * zg_merge_rows_list_tables:
 *
 * Returns: (transfer none) (array zero-terminated=1): all tables that point at a customer and that a merge knows
 */
const char * const *
zg_merge_rows_list_tables (void)
{
  static const char * const tables[] = {
    "attachment", "contact", "customer_account", "customer_address", "customer_phone", "customer_tag", "follow_up",
    "interest", "not_same_person", "recent_customer", "round_member", "shop_order", "waiting", NULL,
  };

  return tables;
}

/**
 * zg_merge_rows_has_column:
 * @column: a column of the customer's row
 *
 * Returns: whether it belongs to a field of the merge
 */
gboolean
zg_merge_rows_has_column (const char *column)
{
  for (int i = 0; i < ZG_N_MERGE_FIELDS; i++)
    {
      if (zg_merge_columns[i] != NULL && g_strv_contains (zg_merge_columns[i], column))
        return TRUE;
    }
  return FALSE;
}

/* Runs @sql with @rows as its first parameter, where it is not %NULL, and the ids as the next ones. */
gboolean
zg_merge_rows_run (ZgDatabase  *db,
                   const char  *sql,
                   const char  *rows,
                   gint64       first_id,
                   gint64       second_id,
                   GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);
  int n = 0;

  if (statement == NULL)
    return FALSE;
  if (rows != NULL)
    zg_statement_bind_text (statement, n++, rows);
  zg_statement_bind_int64 (statement, n++, first_id);
  if (second_id != 0)
    zg_statement_bind_int64 (statement, n++, second_id);
  return zg_statement_run (statement, error);
}

/**
 * zg_merge_rows_take_field:
 * @db: a writing connection in a transaction
 * @field: a field of the customer's row
 * @kept_id: who gets the value
 * @other_id: whose it is
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_merge_rows_take_field (ZgDatabase    *db,
                          ZgMergeField   field,
                          gint64         kept_id,
                          gint64         other_id,
                          GError       **error)
{
  g_autofree char *columns = g_strjoinv (", ", (char **) zg_merge_columns[field]);
  g_autofree char *sql = g_strdup_printf ("UPDATE customer SET (%s) = (SELECT %s FROM customer WHERE id = ?2) WHERE id = ?1",
                                          columns, columns);

  return zg_merge_rows_run (db, sql, NULL, kept_id, other_id, error);
}

/**
 * zg_merge_rows_set_text:
 * @db: a writing connection in a transaction
 * @field: a field that can be joined
 * @kept_id: who gets the text
 * @text: what both say
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_merge_rows_set_text (ZgDatabase    *db,
                        ZgMergeField   field,
                        gint64         kept_id,
                        const char    *text,
                        GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE customer SET %s = ?1 WHERE id = ?2", zg_merge_columns[field][0]);

  return zg_merge_rows_run (db, sql, text, kept_id, 0, error);
}

/**
 * zg_merge_rows_absorb_part:
 * @db: a writing connection in a transaction
 * @part: what it is
 * @row_id: a row of the other customer that the kept one has too
 * @error: return location for an error
 *
 * Returns: whether it is there once; the merge keeps it to put it back
 */
gboolean
zg_merge_rows_absorb_part (ZgDatabase   *db,
                           ZgMergePart   part,
                           gint64        row_id,
                           GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?", zg_part_tables[part].name);

  return zg_merge_rows_run (db, sql, NULL, row_id, 0, error);
}

/**
 * zg_merge_rows_move_parts:
 * @db: a writing connection in a transaction
 * @part: what is moved
 * @kept_id: to whom
 * @other_id: from whom
 * @other_first: whether the moved ones come first, the first being the preferred one
 * @error: return location for an error
 *
 * Returns: whether they are moved
 */
gboolean
zg_merge_rows_move_parts (ZgDatabase   *db,
                          ZgMergePart   part,
                          gint64        kept_id,
                          gint64        other_id,
                          gboolean      other_first,
                          GError      **error)
{
  const char *table = zg_part_tables[part].name;
  g_autofree char *shift =
    g_strdup_printf ("UPDATE %s SET position = position + (SELECT coalesce(max(position), -1) + 1 FROM %s "
                     "WHERE customer_id = ?2) WHERE customer_id = ?1", table, table);
  g_autofree char *move = g_strdup_printf ("UPDATE %s SET customer_id = ?1 WHERE customer_id = ?2", table);

  return zg_merge_rows_run (db, shift, NULL, other_first ? kept_id : other_id, other_first ? other_id : kept_id, error)
         && zg_merge_rows_run (db, move, NULL, kept_id, other_id, error);
}

static gboolean
note_orders (ZgDatabase  *db,
             gint64       customer_id,
             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT id FROM shop_order WHERE customer_id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      zg_database_note_change (db, ZG_TABLE_ORDER, zg_statement_get_int64 (statement, 0));
    }
  return FALSE;
}

static gboolean
move_table (ZgDatabase          *db,
            const ZgMovedTable  *table,
            gint64               merge_id,
            gint64               kept_id,
            gint64               other_id,
            GError             **error)
{
  g_autofree char *record =
    g_strdup_printf ("INSERT INTO customer_merge_row (merge_id, kind, row) SELECT ?1, '%s', %s FROM %s "
                     "WHERE customer_id = ?2", table->name, table->key, table->name);
  g_autofree char *move = g_strdup_printf ("UPDATE %s SET customer_id = ?1%s WHERE customer_id = ?2", table->name,
                                           table->has_version ? ", version = version + 1" : "");

  if (table->table != ZG_TABLE_CUSTOMER)
    zg_database_note_change (db, table->table, 0);
  return zg_merge_rows_run (db, record, NULL, merge_id, other_id, error)
         && zg_merge_rows_run (db, move, NULL, kept_id, other_id, error);
}

/* Where both have a row and there is room for one: who waits does so since the earlier time, and until the earlier one. */
static const char * const joins[] = {
  "UPDATE waiting SET started_at = min(started_at, (SELECT started_at FROM waiting WHERE customer_id = ?2)), "
  "due_at = min(due_at, (SELECT due_at FROM waiting WHERE customer_id = ?2)) "
  "WHERE customer_id = ?1 AND EXISTS (SELECT 1 FROM waiting WHERE customer_id = ?2)",
  "UPDATE OR IGNORE waiting SET customer_id = ?1 WHERE customer_id = ?2",
  "DELETE FROM waiting WHERE customer_id = ?2 AND ?1 <> ?2",
  "UPDATE recent_customer SET talked_at = max(talked_at, (SELECT talked_at FROM recent_customer WHERE customer_id = ?2)) "
  "WHERE customer_id = ?1 AND EXISTS (SELECT 1 FROM recent_customer WHERE customer_id = ?2)",
  "UPDATE OR IGNORE recent_customer SET customer_id = ?1 WHERE customer_id = ?2",
  "DELETE FROM recent_customer WHERE customer_id = ?2 AND ?1 <> ?2",
  "UPDATE OR IGNORE customer_tag SET customer_id = ?1 WHERE customer_id = ?2",
  "DELETE FROM customer_tag WHERE customer_id = ?2 AND ?1 <> ?2",
  /* Somebody else who is not the other one is not the kept one either. */
  "INSERT OR IGNORE INTO not_same_person (a_id, b_id, at, staff_id) "
  "SELECT min(a_id + b_id - ?2, ?1), max(a_id + b_id - ?2, ?1), at, staff_id FROM not_same_person "
  "WHERE ?2 IN (a_id, b_id) AND ?1 NOT IN (a_id, b_id)",
  "DELETE FROM not_same_person WHERE ?2 IN (a_id, b_id) AND ?1 <> ?2",
};

/**
 * zg_merge_rows_move:
 * @db: a writing connection in a transaction
 * @merge_id: the merge, which remembers what was moved
 * @kept_id: to whom
 * @other_id: from whom; nothing is left but the row itself and the parts
 * @error: return location for an error
 *
 * Returns: whether all is moved
 */
gboolean
zg_merge_rows_move (ZgDatabase  *db,
                    gint64       merge_id,
                    gint64       kept_id,
                    gint64       other_id,
                    GError     **error)
{
  if (!note_orders (db, other_id, error))
    return FALSE;
  for (const ZgMovedTable *table = zg_moved_tables; table->name != NULL; table++)
    {
      if (!move_table (db, table, merge_id, kept_id, other_id, error))
        return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      if (!zg_merge_rows_run (db, joins[i], NULL, kept_id, other_id, error))
        return FALSE;
    }
  zg_database_note_change (db, ZG_TABLE_WAITING, 0);
  zg_database_note_change (db, ZG_TABLE_RECENT, 0);
  return TRUE;
}

/**
 * zg_merge_rows_delete_other:
 * @db: a writing connection in a transaction
 * @other_id: a customer of whom all was moved and whom the search index does not know any more
 * @error: return location for an error
 *
 * Returns: whether the row is gone
 */
gboolean
zg_merge_rows_delete_other (ZgDatabase  *db,
                            gint64       other_id,
                            GError     **error)
{
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, other_id);
  return zg_merge_rows_run (db, "DELETE FROM customer WHERE id = ?", NULL, other_id, 0, error);
}

/**
 * zg_merge_rows_touch:
 * @db: a writing connection in a transaction
 * @customer_id: a customer whose row and parts were changed here
 * @at: when
 * @error: return location for an error
 *
 * Returns: whether the customer has a new version, so that nobody saves what they read before
 */
gboolean
zg_merge_rows_touch (ZgDatabase  *db,
                     gint64       customer_id,
                     ZgTime       at,
                     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE customer SET version = version + 1, updated_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, at);
  zg_statement_bind_int64 (statement, 1, customer_id);
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, customer_id);
  return zg_statement_run (statement, error);
}
