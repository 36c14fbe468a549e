/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-contact-import-table.h"

#include "zg-new-customer.h"
#include "zg-statement.h"

/* What an import of contacts needs beside the customers' own table. */

/**
 * zg_contact_import_table_find:
 * @db: a connection
 * @uid: what a customer was known by when a file of ours was written
 * @id_out: (out): the customer, 0 when there is none
 * @error: return location for an error
 *
 * Returns: whether the search ran
 */
gboolean
zg_contact_import_table_find (ZgDatabase  *db,
                              const char  *uid,
                              gint64      *id_out,
                              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT id FROM customer WHERE uid = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, uid);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * zg_contact_import_table_find_by_name:
 * @db: a connection
 * @name: a full name that is not hidden
 * @call_name: (nullable): what they are called
 * @id_out: (out): the oldest customer of that name of whom nothing else is known to find them by, 0 when there is none
 * @error: return location for an error
 *
 * Finds whom a file brought before that has no more than names.
 *
 * Returns: whether the search ran
 */
gboolean
zg_contact_import_table_find_by_name (ZgDatabase  *db,
                                      const char  *name,
                                      const char  *call_name,
                                      gint64      *id_out,
                                      GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM customer AS c WHERE name_key = ?1 AND name = ?2 AND name_disclosure = 4 "
    "AND NOT EXISTS (SELECT 1 FROM customer_phone WHERE customer_id = c.id AND disclosure = 4) "
    "AND NOT EXISTS (SELECT 1 FROM customer_account WHERE customer_id = c.id AND disclosure = 4) ORDER BY id LIMIT 1", error);
  g_autofree char *sort_key = zg_customer_sort_key (name, call_name);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, sort_key);
  zg_statement_bind_text (statement, 1, name);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * zg_contact_import_table_is_of_import:
 * @db: a connection
 * @customer_id: a customer
 * @import_id: an import
 * @is_out: (out): whether that import has made the customer
 * @error: return location for an error
 *
 * Returns: whether it could be found out
 */
gboolean
zg_contact_import_table_is_of_import (ZgDatabase  *db,
                                      gint64       customer_id,
                                      gint64       import_id,
                                      gboolean    *is_out,
                                      GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT 1 FROM customer WHERE id = ? AND import_id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, import_id);
  return zg_statement_step (statement, is_out, error);
}

/**
 * zg_contact_import_table_set_uid:
 * @db: a writing connection in a transaction
 * @customer_id: a customer that was just inserted
 * @uid: what they were known by in the shop that they come from; nobody else has it
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_contact_import_table_set_uid (ZgDatabase  *db,
                                 gint64       customer_id,
                                 const char  *uid,
                                 GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE customer SET uid = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, uid);
  zg_statement_bind_int64 (statement, 1, customer_id);
  return zg_statement_run (statement, error);
}
