/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-bulk-table.h"

#include "zg-search-index.h"
#include "zg-statement.h"

/* One change for many customers: of each only what the change is about is read and written. */

/* Whether a statement of one parameter or two, the second a text, has a row. */
static gboolean
find (ZgDatabase  *db,
      const char  *sql,
      gint64       id,
      const char  *text,
      gboolean    *has_out,
      GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  if (text != NULL)
    zg_statement_bind_text (statement, 1, text);
  return zg_statement_step (statement, has_out, error);
}

static gboolean
run (ZgDatabase  *db,
     const char  *sql,
     gint64       id,
     const char  *text,
     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  zg_statement_bind_text (statement, 1, text);
  return zg_statement_run (statement, error);
}

static gboolean
touch (ZgDatabase  *db,
       gint64       customer_id,
       ZgTime       now,
       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE customer SET version = version + 1, updated_at = ? "
                                                           "WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, now);
  zg_statement_bind_int64 (statement, 1, customer_id);
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, customer_id);
  return zg_statement_run (statement, error);
}

/* The name is made when the first customer gets it, and stays when the last one loses it: it may have a colour. */
static gboolean
add_name (ZgDatabase  *db,
          const char  *tag,
          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "INSERT OR IGNORE INTO tag (name) VALUES (?)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, tag);
  return zg_statement_run (statement, error);
}

/**
 * zg_bulk_table_tag:
 * @db: a writing connection in a transaction
 * @customer_id: a customer, who may be gone
 * @tag: a tag
 * @add: whether they get it; else they lose it
 * @now: what time it is
 * @changed_out: (out): whether that was not so before
 * @error: return location for an error
 *
 * Returns: whether it is so now, as far as the customer is there
 */
gboolean
zg_bulk_table_tag (ZgDatabase  *db,
                   gint64       customer_id,
                   const char  *tag,
                   gboolean     add,
                   ZgTime       now,
                   gboolean    *changed_out,
                   GError     **error)
{
  const char *to_change = add ? "SELECT 1 FROM customer WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM customer_tag WHERE "
                                "customer_id = ?1 AND tag_id = (SELECT id FROM tag WHERE name = ?2))"
                              : "SELECT 1 FROM customer_tag WHERE customer_id = ?1 AND tag_id = "
                                "(SELECT id FROM tag WHERE name = ?2)";
  const char *change = add ? "INSERT INTO customer_tag (customer_id, tag_id) SELECT ?1, id FROM tag WHERE name = ?2"
                           : "DELETE FROM customer_tag WHERE customer_id = ?1 AND tag_id = (SELECT id FROM tag WHERE name = ?2)";

  if (!find (db, to_change, customer_id, tag, changed_out, error))
    return FALSE;
  if (!*changed_out)
    return TRUE;
  return zg_search_index_forget_customer (db, customer_id, error)
         && (!add || add_name (db, tag, error))
         && run (db, change, customer_id, tag, error)
         && touch (db, customer_id, now, error)
         && zg_search_index_add_customer (db, customer_id, error);
}

/**
 * zg_bulk_table_has_customer:
 * @db: a connection
 * @customer_id: a customer
 * @has_out: (out): whether they are in the file
 * @error: return location for an error
 *
 * Returns: whether that could be looked up
 */
gboolean
zg_bulk_table_has_customer (ZgDatabase  *db,
                            gint64       customer_id,
                            gboolean    *has_out,
                            GError     **error)
{
  return find (db, "SELECT 1 FROM customer WHERE id = ?", customer_id, NULL, has_out, error);
}
