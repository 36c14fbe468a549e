/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-product-table.h"

#include "zg-statement.h"

/* What belongs to a product: variants, what goes with it, sizes. They are written as a whole and share its version. */

static gboolean
clear (ZgDatabase  *db,
       const char  *sql,
       gint64       product_id,
       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, product_id);
  return zg_statement_run (statement, error);
}

static void
bind_count (ZgStatement *statement,
            int          index,
            gint64       value)
{
  if (value != ZG_PRODUCT_NONE)
    zg_statement_bind_int64 (statement, index, value);
  else
    zg_statement_bind_null (statement, index);
}

static gboolean
save_variants (ZgDatabase  *db,
               ZgProduct   *product,
               GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO product_variant (product_id, position, colour, size, sku, price, stock, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    error);

  if (statement == NULL || !clear (db, "DELETE FROM product_variant WHERE product_id = ?", product->id, error))
    return FALSE;
  for (guint i = 0; i < product->variants->len; i++)
    {
      ZgVariant *variant = g_ptr_array_index (product->variants, i);

      zg_statement_bind_int64 (statement, 0, product->id);
      zg_statement_bind_int64 (statement, 1, i);
      zg_statement_bind_text (statement, 2, variant->colour);
      zg_statement_bind_text (statement, 3, variant->size);
      zg_statement_bind_text (statement, 4, variant->sku);
      bind_count (statement, 5, variant->price);
      bind_count (statement, 6, variant->stock);
      zg_statement_bind_id (statement, 7, variant->id);
      if (!zg_statement_run (statement, error))
        return FALSE;
      variant->id = zg_database_last_id (db);
      zg_statement_reset (statement);
    }
  return TRUE;
}

static gboolean
save_related (ZgDatabase  *db,
              ZgProduct   *product,
              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO product_related (product_id, position, other_id, reason) VALUES (?, ?, ?, ?)", error);

  if (statement == NULL || !clear (db, "DELETE FROM product_related WHERE product_id = ?", product->id, error))
    return FALSE;
  for (guint i = 0; i < product->related->len; i++)
    {
      const ZgRelatedProduct *related = g_ptr_array_index (product->related, i);

      zg_statement_bind_int64 (statement, 0, product->id);
      zg_statement_bind_int64 (statement, 1, i);
      zg_statement_bind_int64 (statement, 2, related->other_id);
      zg_statement_bind_text (statement, 3, related->reason);
      if (!zg_statement_run (statement, error))
        return FALSE;
      zg_statement_reset (statement);
    }
  return TRUE;
}

static gboolean
save_sizes (ZgDatabase  *db,
            ZgProduct   *product,
            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO product_size (product_id, position, size, height_from, height_to, weight_from, weight_to, note) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL || !clear (db, "DELETE FROM product_size WHERE product_id = ?", product->id, error))
    return FALSE;
  for (guint i = 0; i < product->sizes->len; i++)
    {
      const ZgSizeRow *row = g_ptr_array_index (product->sizes, i);

      zg_statement_bind_int64 (statement, 0, product->id);
      zg_statement_bind_int64 (statement, 1, i);
      zg_statement_bind_text (statement, 2, row->size);
      zg_statement_bind_int64 (statement, 3, row->height_from);
      zg_statement_bind_int64 (statement, 4, row->height_to);
      zg_statement_bind_int64 (statement, 5, row->weight_from);
      zg_statement_bind_int64 (statement, 6, row->weight_to);
      zg_statement_bind_text (statement, 7, row->note);
      if (!zg_statement_run (statement, error))
        return FALSE;
      zg_statement_reset (statement);
    }
  return TRUE;
}

/**
 * zg_product_table_save_parts:
 * @db: a writing connection in a transaction
 * @product: a product with its id; its variants get theirs
 * @error: return location for an error
 *
 * Returns: whether variants, relations and sizes are as in @product
 */
gboolean
zg_product_table_save_parts (ZgDatabase  *db,
                             ZgProduct   *product,
                             GError     **error)
{
  return save_variants (db, product, error) && save_related (db, product, error) && save_sizes (db, product, error);
}

static ZgVariant *
read_variant (ZgStatement *statement)
{
  ZgVariant *variant = zg_variant_new ();

  variant->id = zg_statement_get_int64 (statement, 0);
  zg_statement_copy_text (statement, 1, &variant->colour);
  zg_statement_copy_text (statement, 2, &variant->size);
  zg_statement_copy_text (statement, 3, &variant->sku);
  variant->price = zg_statement_is_null (statement, 4) ? ZG_PRODUCT_NONE : zg_statement_get_int64 (statement, 4);
  variant->stock = zg_statement_is_null (statement, 5) ? ZG_PRODUCT_NONE : zg_statement_get_int64 (statement, 5);
  return variant;
}

static ZgRelatedProduct *
read_related (ZgStatement *statement)
{
  ZgRelatedProduct *related = zg_related_product_new (zg_statement_get_int64 (statement, 0), zg_statement_get_text (statement, 1));

  related->title = zg_statement_dup_text (statement, 2);
  return related;
}

static ZgSizeRow *
read_size (ZgStatement *statement)
{
  ZgSizeRow *row = zg_size_row_new (zg_statement_get_text (statement, 0));

  row->height_from = (int) zg_statement_get_int64 (statement, 1);
  row->height_to = (int) zg_statement_get_int64 (statement, 2);
  row->weight_from = (int) zg_statement_get_int64 (statement, 3);
  row->weight_to = (int) zg_statement_get_int64 (statement, 4);
  zg_statement_copy_text (statement, 5, &row->note);
  return row;
}

typedef gpointer (*ReadFunc) (ZgStatement *statement);

static gboolean
load_rows (ZgDatabase  *db,
           const char  *sql,
           gint64       product_id,
           ReadFunc     read,
           GPtrArray   *rows,
           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, product_id);
  for (;;)
    {
      gboolean has_row;

      if (!zg_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      g_ptr_array_add (rows, read (statement));
    }
}

/**
 * zg_product_table_load_variants:
 * @db: a connection
 * @product: (inout): a product with its id and no variants
 * @error: return location for an error
 *
 * Returns: whether it has its variants
 */
gboolean
zg_product_table_load_variants (ZgDatabase  *db,
                                ZgProduct   *product,
                                GError     **error)
{
  return load_rows (db, "SELECT id, colour, size, sku, price, stock FROM product_variant WHERE product_id = ? ORDER BY position",
                    product->id, (ReadFunc) read_variant, product->variants, error);
}

/**
 * zg_product_table_load_parts:
 * @db: a connection
 * @product: (inout): a product with its id and nothing that belongs to it
 * @error: return location for an error
 *
 * Returns: whether it has variants, relations and sizes
 */
gboolean
zg_product_table_load_parts (ZgDatabase  *db,
                             ZgProduct   *product,
                             GError     **error)
{
  return zg_product_table_load_variants (db, product, error)
         && load_rows (db, "SELECT r.other_id, r.reason, p.title FROM product_related AS r JOIN product AS p ON p.id = r.other_id "
                       "WHERE r.product_id = ? ORDER BY r.position", product->id, (ReadFunc) read_related, product->related, error)
         && load_rows (db, "SELECT size, height_from, height_to, weight_from, weight_to, note FROM product_size "
                       "WHERE product_id = ? ORDER BY position", product->id, (ReadFunc) read_size, product->sizes, error);
}
