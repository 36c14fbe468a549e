/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-merge-table.h"
#include "zg-statement.h"

/* Pairs of customers that a person found to be two people. */

/* A statement with the pair bound, the smaller id first. */
static ZgStatement *
prepare (ZgDatabase  *db,
         const char  *sql,
         gint64       customer_id,
         gint64       other_id,
         GError     **error)
{
  ZgStatement *statement = zg_statement_new (db, sql, error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, MIN (customer_id, other_id));
  zg_statement_bind_int64 (statement, 1, MAX (customer_id, other_id));
  return statement;
}

/**
 * zg_not_same_table_set:
 * @db: a writing connection in a transaction
 * @customer_id: a customer
 * @other_id: another one
 * @staff_id: who says so, or 0
 * @at: when
 * @error: return location for an error
 *
 * Returns: whether it is remembered that they are two people
 */
gboolean
zg_not_same_table_set (ZgDatabase  *db,
                       gint64       customer_id,
                       gint64       other_id,
                       gint64       staff_id,
                       ZgTime       at,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = prepare (db, "INSERT OR IGNORE INTO not_same_person (a_id, b_id, at, staff_id) "
                                                  "VALUES (?, ?, ?, ?)", customer_id, other_id, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 2, at);
  zg_statement_bind_id (statement, 3, staff_id);
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, customer_id);
  return zg_statement_run (statement, error);
}

/**
 * zg_not_same_table_clear:
 * @db: a writing connection in a transaction
 * @customer_id: a customer
 * @other_id: another one
 * @error: return location for an error
 *
 * Returns: whether nothing is remembered of these two
 */
gboolean
zg_not_same_table_clear (ZgDatabase  *db,
                         gint64       customer_id,
                         gint64       other_id,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = prepare (db, "DELETE FROM not_same_person WHERE a_id = ? AND b_id = ?", customer_id,
                                              other_id, error);

  zg_database_note_change (db, ZG_TABLE_CUSTOMER, customer_id);
  return statement != NULL && zg_statement_run (statement, error);
}

/**
 * zg_not_same_table_contains:
 * @db: a connection
 * @customer_id: a customer
 * @other_id: another one
 * @contains_out: (out): whether a person found them to be two people
 * @error: return location for an error
 *
 * Returns: whether the shop file could be read
 */
gboolean
zg_not_same_table_contains (ZgDatabase  *db,
                            gint64       customer_id,
                            gint64       other_id,
                            gboolean    *contains_out,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = prepare (db, "SELECT 1 FROM not_same_person WHERE a_id = ? AND b_id = ?", customer_id,
                                              other_id, error);

  return statement != NULL && zg_statement_step (statement, contains_out, error);
}
