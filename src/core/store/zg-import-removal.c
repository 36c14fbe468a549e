/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-customer-table.h"
#include "zg-import-table.h"
#include "zg-order-table.h"
#include "zg-statement.h"

/* Removes the rows that an import has made, but for those that somebody built on. */

/* Rows that an import made, behind @after; with whether somebody built on them since. */
static gboolean
list_new (ZgDatabase  *db,
          const char  *sql,
          gint64       import_id,
          gint64       after,
          int          limit,
          GArray      *ids,
          GArray      *is_kept,
          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, import_id);
  zg_statement_bind_int64 (statement, 1, after);
  zg_statement_bind_int64 (statement, 2, limit);
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;
      gboolean kept;

      if (!has_row)
        return TRUE;
      id = zg_statement_get_int64 (statement, 0);
      kept = zg_statement_get_int64 (statement, 1) != 0;
      g_array_append_val (ids, id);
      g_array_append_val (is_kept, kept);
    }
  return FALSE;
}

static const char new_orders_sql[] =
  "SELECT o.id, o.version <> 1 OR EXISTS (SELECT 1 FROM contact WHERE order_id = o.id) "
  "OR EXISTS (SELECT 1 FROM follow_up WHERE order_id = o.id) OR EXISTS (SELECT 1 FROM order_tick WHERE order_id = o.id) "
  "OR EXISTS (SELECT 1 FROM attachment WHERE order_id = o.id) OR o.parcel_id IS NOT NULL "
  "OR EXISTS (SELECT 1 FROM order_case WHERE order_id = o.id) OR EXISTS (SELECT 1 FROM promise WHERE order_id = o.id) "
  "FROM shop_order AS o WHERE o.import_id = ?1 AND o.id > ?2 ORDER BY o.id LIMIT ?3";

static const char new_customers_sql[] =
  "SELECT c.id, c.version <> 1 OR EXISTS (SELECT 1 FROM contact WHERE customer_id = c.id) "
  "OR EXISTS (SELECT 1 FROM follow_up WHERE customer_id = c.id) "
  "OR EXISTS (SELECT 1 FROM shop_order WHERE customer_id = c.id) "
  "OR EXISTS (SELECT 1 FROM attachment WHERE customer_id = c.id) "
  "OR EXISTS (SELECT 1 FROM interest WHERE customer_id = c.id) "
  "FROM customer AS c WHERE c.import_id = ?1 AND c.id > ?2 ORDER BY c.id LIMIT ?3";

static gboolean
remove_order (ZgDatabase  *db,
              gint64       id,
              GError     **error)
{
  gint64 customer_id = zg_import_journal_find_customer (db, id);

  return zg_order_table_delete (db, id, error) && zg_customer_table_refresh_totals (db, customer_id, error);
}

static gboolean
remove_rows (ZgDatabase  *db,
             gboolean     orders,
             gint64       import_id,
             int          limit,
             gint64      *after,
             gboolean    *more_out,
             gint64      *n_removed,
             GPtrArray   *kept,
             GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) is_kept = g_array_new (FALSE, FALSE, sizeof (gboolean));

  if (!list_new (db, orders ? new_orders_sql : new_customers_sql, import_id, *after, limit, ids, is_kept, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      *after = id;
      if (g_array_index (is_kept, gboolean, i))
        {
          g_ptr_array_add (kept, g_strdup_printf ("%s %" G_GINT64_FORMAT, orders ? "order" : "customer", id));
          continue;
        }
      if (!(orders ? remove_order (db, id, error) : zg_customer_table_delete (db, id, error)))
        return FALSE;
      (*n_removed)++;
    }
  *more_out = ids->len == (guint) limit;
  return TRUE;
}

/* Whoever is merged into somebody else is not there to be removed. */
static gboolean
list_merged (ZgDatabase  *db,
             gint64       import_id,
             GPtrArray   *kept,
             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT other_id FROM customer_merge WHERE undone_at IS NULL "
    "AND json_extract(other_rows, '$.customer[0].import_id') = ? ORDER BY other_id", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, import_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (kept, g_strdup_printf ("customer %" G_GINT64_FORMAT, zg_statement_get_int64 (statement, 0)));
    }
  return FALSE;
}

/**
 * zg_import_journal_remove_new:
 * @db: a writing connection in a transaction
 * @import_id: an import whose changed rows were put back
 * @limit: how many rows at the most
 * @after_order: (inout): how far the last call got; 0 at first
 * @after_customer: (inout): the same for customers
 * @more_out: (out): whether there are more
 * @n_orders: (inout): counts orders that were removed
 * @n_customers: (inout): counts customers that were removed
 * @kept: (element-type utf8): gets the rows that somebody built on since; they stay
 * @error: return location for an error
 *
 * Removes what the import has made: first the orders, then the customers that nobody needs any more.
 *
 * Returns: whether that worked
 */
gboolean
zg_import_journal_remove_new (ZgDatabase  *db,
                              gint64       import_id,
                              int          limit,
                              gint64      *after_order,
                              gint64      *after_customer,
                              gboolean    *more_out,
                              gint64      *n_orders,
                              gint64      *n_customers,
                              GPtrArray   *kept,
                              GError     **error)
{
  if (!remove_rows (db, TRUE, import_id, limit, after_order, more_out, n_orders, kept, error))
    return FALSE;
  if (*more_out)
    return TRUE;
  return remove_rows (db, FALSE, import_id, limit, after_customer, more_out, n_customers, kept, error)
         && (*more_out || list_merged (db, import_id, kept, error));
}
