/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-order-items.h"

#include "zg-product-table.h"
#include "zg-statement.h"

/* The lines of orders. A line keeps its row while it has an id; its place in the array is its position. */

/* Fills the empty items of @order, whose id is set. */
gboolean
zg_order_items_load (ZgDatabase  *db,
                     ZgOrder     *order,
                     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, line_number, title, properties, colour, size, sku, quantity, price, product_id, gift FROM order_item "
    "WHERE order_id = ? ORDER BY position, id", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order->id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgOrderItem *item;

      if (!has_row)
        return TRUE;

      item = zg_order_item_new ();
      item->id = zg_statement_get_int64 (statement, 0);
      zg_statement_copy_text (statement, 1, &item->line_number);
      zg_statement_copy_text (statement, 2, &item->title);
      zg_statement_copy_text (statement, 3, &item->properties);
      zg_statement_copy_text (statement, 4, &item->colour);
      zg_statement_copy_text (statement, 5, &item->size);
      zg_statement_copy_text (statement, 6, &item->sku);
      item->quantity = zg_statement_get_int64 (statement, 7);
      item->price = zg_statement_get_int64 (statement, 8);
      item->product_id = zg_statement_get_int64 (statement, 9);
      item->gift = zg_statement_get_int64 (statement, 10) != 0;
      g_ptr_array_add (order->items, item);
    }
  return FALSE;
}

#define INSERT_ITEM \
  "INTO order_item (order_id, position, line_number, title, properties, colour, size, sku, quantity, price, product_id, " \
  "gift, import_id)"
#define N_ITEM_COLUMNS 13

/* Binds and runs; @last_id is the import of a new item, the row of one that is there. */
static gboolean
write_item (ZgStatement        *statement,
            gint64              order_id,
            const ZgOrderItem  *item,
            guint               position,
            gint64              last_id,
            GError            **error)
{
  zg_statement_bind_int64 (statement, 0, order_id);
  zg_statement_bind_int64 (statement, 1, position);
  zg_statement_bind_text (statement, 2, item->line_number);
  zg_statement_bind_text (statement, 3, item->title);
  zg_statement_bind_text (statement, 4, item->properties);
  zg_statement_bind_text (statement, 5, item->colour);
  zg_statement_bind_text (statement, 6, item->size);
  zg_statement_bind_text (statement, 7, item->sku);
  zg_statement_bind_int64 (statement, 8, item->quantity);
  zg_statement_bind_int64 (statement, 9, item->price);
  zg_statement_bind_id (statement, 10, item->product_id);
  zg_statement_bind_int64 (statement, 11, item->gift ? 1 : 0);
  zg_statement_bind_id (statement, 12, last_id);
  return zg_statement_run (statement, error);
}

static gboolean
save_item (ZgDatabase   *db,
           gint64        order_id,
           ZgOrderItem  *item,
           guint         position,
           gint64        import_id,
           GError      **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, item->id == 0
    ? "INSERT " INSERT_ITEM " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
    : "UPDATE order_item SET position = ?2, line_number = ?3, title = ?4, properties = ?5, colour = ?6, size = ?7, "
      "sku = ?8, quantity = ?9, price = ?10, product_id = ?11, gift = ?12 WHERE id = ?13 AND order_id = ?1", error);

  if (statement == NULL
      || !write_item (statement, order_id, item, position, item->id == 0 ? import_id : item->id, error))
    return FALSE;
  if (item->id == 0)
    item->id = zg_database_last_id (db);
  return TRUE;
}

/* (transfer full) (nullable): a statement that gathers the items of many new orders. */
ZgStatement *
zg_order_items_gather (ZgDatabase  *db,
                       GError     **error)
{
  return zg_statement_new_gathering (db, "INSERT OR FAIL " INSERT_ITEM, N_ITEM_COLUMNS, NULL, error);
}

/* Puts the items of a new order beside those that wait. */
void
zg_order_items_add (ZgStatement   *statement,
                    const ZgOrder *order,
                    gint64         import_id)
{
  for (guint i = 0; i < order->items->len; i++)
    write_item (statement, order->id, g_ptr_array_index (order->items, i), i, import_id, NULL);
}

/* Whoever writes many orders at once does without the file's own care for what points at a row. */
static gboolean
delete_pieces (ZgDatabase  *db,
               gint64       order_id,
               GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "DELETE FROM shipment_item WHERE shipment_id IN (SELECT id FROM shipment WHERE order_id = ?1) "
    "AND item_id NOT IN (SELECT id FROM order_item WHERE order_id = ?1)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  return zg_statement_run (statement, error);
}

/* Deletes the rows that are not among the order's items any more. */
static gboolean
delete_missing (ZgDatabase  *db,
                ZgOrder     *order,
                GError     **error)
{
  g_autoptr(GString) kept = g_string_new (NULL);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "DELETE FROM order_item WHERE order_id = ?1 AND instr(?2, ' ' || id || ' ') = 0", error);

  if (statement == NULL)
    return FALSE;

  g_string_append_c (kept, ' ');
  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);

      g_string_append_printf (kept, "%" G_GINT64_FORMAT " ", item->id);
    }

  zg_statement_bind_int64 (statement, 0, order->id);
  zg_statement_bind_text (statement, 1, kept->str);
  return zg_statement_run (statement, error)
         && (zg_database_changes (db) == 0 || delete_pieces (db, order->id, error));
}

/* Writes the items of @order, whose row is written. New ones are marked with @import_id. */
gboolean
zg_order_items_save (ZgDatabase  *db,
                     ZgOrder     *order,
                     gboolean     is_new,
                     gint64       import_id,
                     GError     **error)
{
  gboolean has_products;

  if ((!is_new && !delete_missing (db, order, error)) || !zg_product_table_is_used (db, &has_products, error)
      || (has_products && !zg_product_table_link_new (db, order, NULL, error)))
    return FALSE;

  for (guint i = 0; i < order->items->len; i++)
    {
      if (!save_item (db, order->id, g_ptr_array_index (order->items, i), i, import_id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_order_items_list_titles:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): what goods are called: all products, and what was ordered of late
 */
char **
zg_order_items_list_titles (ZgDatabase  *db,
                            GError     **error)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT title FROM product WHERE deleted_at IS NULL UNION SELECT short_title FROM product WHERE deleted_at IS NULL "
    "UNION SELECT title FROM (SELECT title FROM order_item ORDER BY id DESC LIMIT 5000)", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      const char *title;

      if (!has_row)
        {
          g_ptr_array_add (titles, NULL);
          return (char **) g_ptr_array_free (g_steal_pointer (&titles), FALSE);
        }
      title = zg_statement_get_text (statement, 0);
      if (title != NULL && *title != '\0')
        g_ptr_array_add (titles, g_strdup (title));
    }
  return NULL;
}
