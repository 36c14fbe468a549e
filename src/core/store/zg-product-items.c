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
 * zg_product_table_link_order:
 * @db: a writing connection in a transaction
 * @order_id: an order whose lines were written
 * @error: return location for an error
 *
 * Notes the product of each line that has none. To be called only where the shop has products.
 *
 * Returns: whether it is noted
 */
gboolean
zg_product_table_link_order (ZgDatabase  *db,
                             gint64       order_id,
                             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE order_item SET product_id = " FIND_PRODUCT " WHERE order_id = ? AND product_id IS NULL", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  return zg_statement_run (statement, error);
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
