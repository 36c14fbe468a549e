/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-duplicate-table.h"

#include "zg-address.h"
#include "zg-statement.h"

/* All values of the file by which two customers may turn out to be one, read from one end to the other. */

static const struct {
  const char *sql;
  const char *last_sql;
} sources[ZG_N_DUPLICATE_VALUES] = {
  [ZG_DUPLICATE_NAMES] = {
    "SELECT id, id, name FROM customer WHERE name_disclosure = 4 ORDER BY id", "SELECT max(id) FROM customer",
  },
  [ZG_DUPLICATE_PHONES] = {
    "SELECT id, customer_id, digits FROM customer_phone WHERE digits IS NOT NULL AND disclosure = 4 ORDER BY id",
    "SELECT max(id) FROM customer_phone",
  },
  [ZG_DUPLICATE_ACCOUNTS] = {
    "SELECT id, customer_id, account FROM customer_account WHERE disclosure = 4 ORDER BY id",
    "SELECT max(id) FROM customer_account",
  },
  [ZG_DUPLICATE_ADDRESSES] = {
    "SELECT id, customer_id, detail FROM customer_address WHERE disclosure = 4 AND detail <> '' ORDER BY id",
    "SELECT max(id) FROM customer_address",
  },
};

/**
 * zg_duplicate_table_each:
 * @db: a connection that nobody waits for
 * @values: which values
 * @func: called with each
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: whether all were read, or @func wanted no more
 */
gboolean
zg_duplicate_table_each (ZgDatabase         *db,
                         ZgDuplicateValues   values,
                         ZgDuplicateRow      func,
                         gpointer            data,
                         GError            **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sources[values].sql, error);
  gint64 last;
  gboolean has_row;

  if (statement == NULL || !zg_database_query_int64 (db, sources[values].last_sql, &last, error))
    return FALSE;
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 row_id;

      if (!has_row)
        return TRUE;
      row_id = zg_statement_get_int64 (statement, 0);
      if (!func (row_id, zg_statement_get_int64 (statement, 1), zg_statement_get_text (statement, 2),
                 (double) row_id / (double) MAX (last, 1), data))
        return TRUE;
    }
  return FALSE;
}

/**
 * zg_duplicate_table_load_address_key:
 * @db: a connection
 * @row_id: an address
 * @key_out: (out) (transfer full) (nullable): what two ways to write one address have in common
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
zg_duplicate_table_load_address_key (ZgDatabase  *db,
                                     gint64       row_id,
                                     char       **key_out,
                                     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT province, city, district, detail, disclosure FROM customer_address WHERE id = ?", error);
  g_autoptr(ZgAddress) address = zg_address_new ();
  gboolean has_row;

  *key_out = NULL;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, row_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  address->province = zg_statement_dup_text (statement, 0);
  address->city = zg_statement_dup_text (statement, 1);
  address->district = zg_statement_dup_text (statement, 2);
  address->detail = zg_statement_dup_text (statement, 3);
  address->disclosure = zg_statement_get_int64 (statement, 4);
  *key_out = zg_address_to_key (address);
  return TRUE;
}

/**
 * zg_duplicate_table_each_not_same:
 * @db: a connection
 * @func: called with each pair that a person found to be two people, the smaller id first
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: whether all were read
 */
gboolean
zg_duplicate_table_each_not_same (ZgDatabase  *db,
                                  void       (*func) (gint64   a_id,
                                                      gint64   b_id,
                                                      gpointer data),
                                  gpointer     data,
                                  GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT a_id, b_id FROM not_same_person", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      func (zg_statement_get_int64 (statement, 0), zg_statement_get_int64 (statement, 1), data);
    }
  return FALSE;
}
