/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-search-index.h"

#include <glib/gi18n.h>

#include "zg-database-private.h"
#include "zg-search-write.h"

/*
 * The search index beside the tables. An edit of a customer or an order is framed by a forget before it and an add
 * after it, in one transaction: the index has no copy of the text, so it has to be told the old words to forget them. Rows
 * that a new index does not have yet (zg-search-rebuild.c) are neither forgotten nor added: it will come to them.
 */

/* Whether the index has the row, or will not come to it by itself. */
static gboolean
is_indexed (ZgDatabase  *db,
            const char  *sql,
            gint64       id,
            gboolean    *is_indexed_out,
            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL || !zg_statement_step (statement, &has_row, error))
    return FALSE;
  *is_indexed_out = !has_row || id > zg_statement_get_int64 (statement, 0);
  return TRUE;
}

#define CUSTOMERS_LEFT "SELECT customers_left FROM search_state"
#define ORDERS_LEFT "SELECT orders_left FROM search_state"

/**
 * zg_search_index_forget_customer:
 * @db: a writing connection in a transaction
 * @customer_id: a customer whose names, phones, addresses, notes or tags are about to change, or who is deleted
 * @error: return location for an error
 *
 * Returns: whether the index does not know the customer any more
 */
gboolean
zg_search_index_forget_customer (ZgDatabase  *db,
                                 gint64       customer_id,
                                 GError     **error)
{
  gboolean has_it;

  if (!is_indexed (db, CUSTOMERS_LEFT, customer_id, &has_it, error))
    return FALSE;
  if (!has_it)
    return TRUE;
  if (db->held_customers != NULL)
    return zg_search_index_hold_customer (db, customer_id, error);
  return zg_search_index_put_customer (db, customer_id, FALSE, error);
}

/**
 * zg_search_index_add_customer:
 * @db: a writing connection in a transaction
 * @customer_id: a new or changed customer, complete with phones, accounts, addresses and tags
 * @error: return location for an error
 *
 * Returns: whether the customer can be found
 */
gboolean
zg_search_index_add_customer (ZgDatabase  *db,
                              gint64       customer_id,
                              GError     **error)
{
  gboolean has_it;

  if (db->held_customers != NULL && g_hash_table_contains (db->held_customers, &customer_id))
    return TRUE;
  if (!is_indexed (db, CUSTOMERS_LEFT, customer_id, &has_it, error))
    return FALSE;
  return !has_it || zg_search_index_write_customer (db, customer_id, error);
}

/**
 * zg_search_index_write_customer:
 * @db: a writing connection in a transaction
 * @customer_id: a customer who is not in the index
 * @error: return location for an error
 *
 * Returns: whether the customer can be found
 */
gboolean
zg_search_index_write_customer (ZgDatabase  *db,
                                gint64       customer_id,
                                GError     **error)
{
  return zg_search_index_put_customer (db, customer_id, TRUE, error);
}

/**
 * zg_search_index_forget_order:
 * @db: a writing connection in a transaction
 * @order_id: an order whose items, recipient, tracking number or notes are about to change, or that is deleted
 * @error: return location for an error
 *
 * Returns: whether the index does not know the order any more
 */
gboolean
zg_search_index_forget_order (ZgDatabase  *db,
                              gint64       order_id,
                              GError     **error)
{
  gboolean has_it;

  if (!is_indexed (db, ORDERS_LEFT, order_id, &has_it, error))
    return FALSE;
  if (!has_it)
    return TRUE;
  if (db->held_orders != NULL)
    return zg_search_index_hold_order (db, order_id, error);
  return zg_search_index_put_order (db, order_id, FALSE, error);
}

/**
 * zg_search_index_add_order:
 * @db: a writing connection in a transaction
 * @order_id: a new or changed order, complete with its items
 * @error: return location for an error
 *
 * Returns: whether the order can be found
 */
gboolean
zg_search_index_add_order (ZgDatabase  *db,
                           gint64       order_id,
                           GError     **error)
{
  gboolean has_it;

  if (db->held_orders != NULL && g_hash_table_contains (db->held_orders, &order_id))
    return TRUE;
  if (!is_indexed (db, ORDERS_LEFT, order_id, &has_it, error))
    return FALSE;
  return !has_it || zg_search_index_write_order (db, order_id, error);
}

/**
 * zg_search_index_write_order:
 * @db: a writing connection in a transaction
 * @order_id: an order that is not in the index
 * @error: return location for an error
 *
 * Returns: whether the order can be found
 */
gboolean
zg_search_index_write_order (ZgDatabase  *db,
                             gint64       order_id,
                             GError     **error)
{
  return zg_search_index_put_order (db, order_id, TRUE, error);
}

/**
 * zg_search_index_check:
 * @db: a writing connection
 * @error: return location for an error
 *
 * Compares the index, which has to be complete, with the tables, word by word. SQLite's own integrity check does not see a row that is missing
 * in a search index.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_CORRUPT when they differ; zg_search_rebuild_begin() mends it
 */
gboolean
zg_search_index_check (ZgDatabase  *db,
                       GError     **error)
{
  static const char * const checks[] = {
    "INSERT INTO customer_name_index (customer_name_index, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO customer_index (customer_index, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO order_index (order_index, rank) VALUES ('integrity-check', 1)",
  };
  gint64 n_lost;

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      if (!zg_database_exec (db, checks[i], error))
        return FALSE;
    }

  if (!zg_database_query_int64 (db, "SELECT count(*) FROM customer_key "
                                    "WHERE customer_id NOT IN (SELECT id FROM customer)", &n_lost, error))
    return FALSE;
  if (n_lost > 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_CORRUPT,
                           _("The search index does not match the customers and has to be rebuilt."));
      return FALSE;
    }

  return TRUE;
}
