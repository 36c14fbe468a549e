/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-product-table.h"

#include "zg-statement.h"

/*
 * Which product a line of an order is: that of its SKU, else the one whose code stands in the line as SKU, else the one with
 * exactly this title. What is ambiguous stays without one.
 */

/* The same as zg_product_table_find_for_item(), in one go. */
#define FIND_PRODUCT \
  "coalesce((SELECT p.id FROM product_variant AS v JOIN product AS p ON p.id = v.product_id AND p.deleted_at IS NULL " \
  "WHERE v.sku = order_item.sku AND v.sku <> '' LIMIT 1), " \
  "(SELECT id FROM product WHERE code = order_item.sku AND code <> '' AND deleted_at IS NULL), " \
  "(SELECT max(id) FROM product WHERE title = order_item.title AND deleted_at IS NULL HAVING count(*) = 1))"

/**
 * zg_product_table_find_for_item:
 * @db: a connection
 * @item: a line of an order
 * @id_out: (out): its product, or 0
 * @error: return location for an error
 *
 * Returns: whether it could be looked up
 */
gboolean
zg_product_table_find_for_item (ZgDatabase         *db,
                                const ZgOrderItem  *item,
                                gint64             *id_out,
                                GError            **error)
{
  gboolean has_sku = item->sku != NULL && item->sku[0] != '\0';

  *id_out = item->product_id;
  return (*id_out != 0 || !has_sku || zg_product_table_find_by_sku (db, item->sku, 0, id_out, error))
         && (*id_out != 0 || !has_sku || zg_product_table_find_by_code (db, item->sku, id_out, error))
         && (*id_out != 0 || item->title == NULL || zg_product_table_find_by_title (db, item->title, id_out, error));
}

/**
 * zg_product_table_link_new:
 * @db: a connection
 * @order: (inout): an order that is to be written; its lines without a product get theirs
 * @memo: (nullable) (element-type utf8 gint64): what was found before, where many orders are written
 * @error: return location for an error
 *
 * To be called only where the shop has products.
 *
 * Returns: whether the products could be looked up
 */
gboolean
zg_product_table_link_new (ZgDatabase  *db,
                           ZgOrder     *order,
                           GHashTable  *memo,
                           GError     **error)
{
  for (guint i = 0; i < order->items->len; i++)
    {
      ZgOrderItem *item = g_ptr_array_index (order->items, i);
      g_autofree char *key = memo != NULL ? g_strconcat (item->sku != NULL ? item->sku : "", "\n", item->title, NULL) : NULL;
      const gint64 *known = memo != NULL ? g_hash_table_lookup (memo, key) : NULL;
      gint64 id;

      if (item->product_id == 0 && known != NULL)
        item->product_id = *known;
      if (item->product_id != 0 || known != NULL)
        continue;
      if (!zg_product_table_find_for_item (db, item, &id, error))
        return FALSE;
      item->product_id = id;
      if (memo != NULL)
        g_hash_table_insert (memo, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
    }
  return TRUE;
}

/**
 * zg_product_table_link_open:
 * @db: a writing connection in a transaction
 * @error: return location for an error
 *
 * Notes the product of each line that has none, in the orders that are not with their buyers yet. Those that lie behind the
 * shop find theirs when they are looked at, see zg_product_table_find_for_item().
 *
 * Returns: whether it is noted
 */
gboolean
zg_product_table_link_open (ZgDatabase  *db,
                            GError     **error)
{
  return zg_database_exec (db, "UPDATE order_item SET product_id = " FIND_PRODUCT " WHERE product_id IS NULL "
                           "AND order_id IN (SELECT id FROM shop_order INDEXED BY shop_order_open WHERE state < 4)", error);
}

static gboolean
collect (ZgDatabase  *db,
         const char  *sql,
         gint64       id,
         int          limit,
         GArray      *ids,
         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  zg_statement_bind_int64 (statement, 1, limit);
  for (;;)
    {
      gboolean has_row;
      gint64 found;

      if (!zg_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      found = zg_statement_get_int64 (statement, 0);
      if (found != 0)
        g_array_append_val (ids, found);
    }
}

/**
 * zg_product_table_list_bought:
 * @db: a connection
 * @customer_id: a customer
 * @limit: how many lines of orders are looked at
 * @ids: (element-type gint64): gets the products they bought, the newest first; one may be there several times
 * @error: return location for an error
 *
 * Returns: whether they could be looked up
 */
gboolean
zg_product_table_list_bought (ZgDatabase  *db,
                              gint64       customer_id,
                              int          limit,
                              GArray      *ids,
                              GError     **error)
{
  return collect (db, "SELECT coalesce(order_item.product_id, " FIND_PRODUCT ") FROM shop_order AS o "
                  "JOIN order_item ON order_item.order_id = o.id WHERE o.customer_id = ?1 AND o.state <> 6 "
                  "ORDER BY o.ordered_at DESC, order_item.position LIMIT ?2", customer_id, limit, ids, error);
}

/**
 * zg_product_table_list_praised:
 * @db: a connection
 * @limit: how many
 * @ids: (element-type gint64): gets the products that have a reason to be recommended, the one changed last first
 * @error: return location for an error
 *
 * Returns: whether they could be looked up
 */
gboolean
zg_product_table_list_praised (ZgDatabase  *db,
                               int          limit,
                               GArray      *ids,
                               GError     **error)
{
  return collect (db, "SELECT id FROM product WHERE deleted_at IS NULL AND reason <> '' AND id <> ?1 "
                  "ORDER BY updated_at DESC, id LIMIT ?2", 0, limit, ids, error);
}

/**
 * zg_product_table_move_stock:
 * @db: a writing connection in a transaction
 * @product_id: a product
 * @variant_id: the variant whose stock it is, or 0 for that of the product
 * @difference: how many come, below 0 how many go; no stock falls below zero
 * @error: return location for an error
 *
 * Changes a stock that is counted. A form of the product that is open is out of date then.
 *
 * Returns: whether it is written
 */
gboolean
zg_product_table_move_stock (ZgDatabase  *db,
                             gint64       product_id,
                             gint64       variant_id,
                             gint64       difference,
                             GError     **error)
{
  g_autoptr(ZgStatement) variant = zg_statement_new (db,
    "UPDATE product_variant SET stock = max(stock + ?1, 0) WHERE id = ?2 AND stock IS NOT NULL", error);
  g_autoptr(ZgStatement) product = zg_statement_new (db,
    "UPDATE product SET stock = CASE ?1 WHEN 0 THEN max(stock + ?2, 0) ELSE stock END, version = version + 1 WHERE id = ?3",
    error);

  if (variant == NULL || product == NULL)
    return FALSE;
  zg_statement_bind_int64 (variant, 0, difference);
  zg_statement_bind_int64 (variant, 1, variant_id);
  zg_statement_bind_int64 (product, 0, variant_id);
  zg_statement_bind_int64 (product, 1, difference);
  zg_statement_bind_int64 (product, 2, product_id);
  zg_database_note_change (db, ZG_TABLE_PRODUCT, product_id);
  return (variant_id == 0 || zg_statement_run (variant, error)) && zg_statement_run (product, error);
}
