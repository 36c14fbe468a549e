/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-new-rows.h"

#include "zg-customer-parts.h"
#include "zg-customer-table.h"
#include "zg-order-items.h"
#include "zg-order-table.h"
#include "zg-product-table.h"
#include "zg-search-index.h"

/*
 * Writes new customers and orders by the thousand: one statement a table instead of one a row, and customers with their
 * totals at once. Their ids are known before they are written, so that what belongs together can be gathered together.
 *
 * One table and one index after the other: SQLite gathers the new words of each index in a table of some MiB, and to go
 * through three of them row by row takes half as long again, because none stays in the processor's cache.
 */

/* So many rows take a few milliseconds. */
#define PIECE 100

struct _ZgNewRows {
  ZgDatabase *db;
  gint64 import_id;
  ZgTime now;
  gint64 last_customer_id;
  gint64 last_order_id;
  ZgStatement *customers;
  ZgStatement *phones;
  ZgStatement *accounts;
  ZgStatement *addresses;
  ZgStatement *keys;
  ZgStatement *orders;
  ZgStatement *items;
  GHashTable *products;         /* found for lines so far; NULL where the shop has none */
};

/* AUTOINCREMENT gives no id twice, and neither do we. */
static gboolean
read_last_ids (ZgNewRows  *self,
               GError    **error)
{
  return zg_database_query_int64 (self->db, "SELECT seq FROM sqlite_sequence WHERE name = 'customer'",
                                  &self->last_customer_id, error)
         && zg_database_query_int64 (self->db, "SELECT seq FROM sqlite_sequence WHERE name = 'shop_order'",
                                     &self->last_order_id, error);
}

static gboolean
prepare (ZgNewRows  *self,
         GError    **error)
{
  gboolean has_products;

  self->customers = zg_customer_table_gather (self->db, error);
  if (self->customers == NULL
      || !zg_customer_parts_gather (self->db, &self->phones, &self->accounts, &self->addresses, error))
    return FALSE;
  self->keys = zg_search_index_gather_keys (self->db, error);
  if (self->keys == NULL)
    return FALSE;
  self->orders = zg_order_table_gather (self->db, error);
  if (self->orders == NULL)
    return FALSE;
  self->items = zg_order_items_gather (self->db, error);
  if (self->items == NULL || !zg_product_table_is_used (self->db, &has_products, error))
    return FALSE;
  if (has_products)
    self->products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return TRUE;
}

/**
 * zg_new_rows_begin:
 * @db: a writing connection in a transaction
 * @import_id: the import that brings the rows, or 0
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): for rows of this transaction; nobody else may add customers or orders in it
 */
ZgNewRows *
zg_new_rows_begin (ZgDatabase  *db,
                   gint64       import_id,
                   GError     **error)
{
  g_autoptr(ZgNewRows) self = g_new0 (ZgNewRows, 1);

  self->db = db;
  self->import_id = import_id;
  if (!read_last_ids (self, error) || !prepare (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * zg_new_rows_free:
 * @rows: (transfer full): what zg_new_rows_begin() gave
 */
void
zg_new_rows_free (ZgNewRows *rows)
{
  g_clear_pointer (&rows->customers, zg_statement_free);
  g_clear_pointer (&rows->phones, zg_statement_free);
  g_clear_pointer (&rows->accounts, zg_statement_free);
  g_clear_pointer (&rows->addresses, zg_statement_free);
  g_clear_pointer (&rows->keys, zg_statement_free);
  g_clear_pointer (&rows->orders, zg_statement_free);
  g_clear_pointer (&rows->items, zg_statement_free);
  g_clear_pointer (&rows->products, g_hash_table_unref);
  g_free (rows);
}

/**
 * zg_new_rows_take_customer_id:
 * @rows: new rows
 *
 * Returns: the id of the next new customer
 */
gint64
zg_new_rows_take_customer_id (ZgNewRows *rows)
{
  return ++rows->last_customer_id;
}

/**
 * zg_new_rows_take_order_id:
 * @rows: new rows
 *
 * Returns: the id of the next new order
 */
gint64
zg_new_rows_take_order_id (ZgNewRows *rows)
{
  return ++rows->last_order_id;
}

/* Writes the rows of a piece, complete but for the search index. */
typedef gboolean (*WritePiece) (ZgNewRows  *self,
                                GPtrArray  *rows,
                                guint       first,
                                guint       end,
                                GError    **error);

static gboolean
write_customers (ZgNewRows  *self,
                 GPtrArray  *customers,
                 guint       first,
                 guint       end,
                 GError    **error)
{
  for (guint i = first; i < end; i++)
    {
      ZgNewCustomer *fresh = g_ptr_array_index (customers, i);

      zg_customer_table_add (self->customers, fresh, self->now, self->import_id);
      zg_customer_parts_add (self->phones, self->accounts, self->addresses, fresh->customer, self->import_id);
      zg_database_note_change (self->db, ZG_TABLE_CUSTOMER, fresh->customer->id);
    }
  return zg_statement_flush (self->customers, error) && zg_statement_flush (self->phones, error)
         && zg_statement_flush (self->accounts, error) && zg_statement_flush (self->addresses, error);
}

static gboolean
index_names (ZgNewRows  *self,
             GPtrArray  *customers,
             guint       first,
             guint       end,
             GError    **error)
{
  for (guint i = first; i < end; i++)
    {
      if (!zg_search_index_add_new_name (self->db, g_ptr_array_index (customers, i), self->keys, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
index_customers (ZgNewRows  *self,
                 GPtrArray  *customers,
                 guint       first,
                 guint       end,
                 GError    **error)
{
  for (guint i = first; i < end; i++)
    {
      if (!zg_search_index_add_new_customer (self->db, g_ptr_array_index (customers, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_orders (ZgNewRows  *self,
              GPtrArray  *orders,
              guint       first,
              guint       end,
              GError    **error)
{
  for (guint i = first; i < end; i++)
    {
      ZgOrder *order = g_ptr_array_index (orders, i);

      if (self->products != NULL && !zg_product_table_link_new (self->db, order, self->products, error))
        return FALSE;
      zg_order_table_add (self->orders, order, self->import_id);
      zg_order_items_add (self->items, order, self->import_id);
      zg_database_note_change (self->db, ZG_TABLE_ORDER, order->id);
    }
  if (!zg_statement_flush (self->orders, error))
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      if (!zg_order_table_write_more (self->db, g_ptr_array_index (orders, i), error))
        return FALSE;
    }
  return zg_statement_flush (self->items, error);
}

static gboolean
index_orders (ZgNewRows  *self,
              GPtrArray  *orders,
              guint       first,
              guint       end,
              GError    **error)
{
  for (guint i = first; i < end; i++)
    {
      if (!zg_search_index_add_new_order (self->db, g_ptr_array_index (orders, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_pieces (ZgNewRows      *self,
              WritePiece      write,
              GPtrArray      *rows,
              ZgNewRowsGoOn   go_on,
              gpointer        data,
              GError        **error)
{
  for (guint first = 0; first < rows->len; first += PIECE)
    {
      if (!write (self, rows, first, MIN (first + PIECE, rows->len), error) || !go_on (data, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_new_rows_write:
 * @rows: new rows
 * @customers: (element-type ZgNewCustomer): in the order of their ids, without tags, with parts and totals complete; get
 *   their version
 * @orders: (element-type ZgOrder): in the order of their ids, with items; get uid and version
 * @now: what time it is
 * @go_on: asked while it writes
 * @data: for @go_on
 * @error: return location for an error
 *
 * Writes customers and orders. They can be found, but for the customers' pinyin: zg_new_rows_finish() writes that.
 *
 * Returns: whether all are written; when not, the transaction has to be taken back
 */
gboolean
zg_new_rows_write (ZgNewRows      *rows,
                   GPtrArray      *customers,
                   GPtrArray      *orders,
                   ZgTime          now,
                   ZgNewRowsGoOn   go_on,
                   gpointer        data,
                   GError        **error)
{
  rows->now = now;
  return write_pieces (rows, write_customers, customers, go_on, data, error)
         && write_pieces (rows, index_names, customers, go_on, data, error)
         && write_pieces (rows, index_customers, customers, go_on, data, error)
         && write_pieces (rows, write_orders, orders, go_on, data, error)
         && write_pieces (rows, index_orders, orders, go_on, data, error);
}

/**
 * zg_new_rows_finish:
 * @rows: new rows
 * @error: return location for an error
 *
 * To be called before COMMIT, and before rows that were written are changed in the search index.
 *
 * Returns: whether all can be found
 */
gboolean
zg_new_rows_finish (ZgNewRows  *rows,
                    GError    **error)
{
  return zg_statement_flush (rows->keys, error);
}
