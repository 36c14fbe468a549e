/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-product-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* Products. Their variants, sizes and relations are zg-product-parts.c. */

#define SELECT_PRODUCTS \
  "SELECT id, uid, version, created_at, updated_at, deleted_at, title, short_title, code, link, currency, price, points, " \
  "reason, cautions, attributes, stock, return_policy FROM product "

static ZgProduct *
read_product (ZgStatement *statement)
{
  ZgProduct *product = zg_product_new (zg_statement_get_text (statement, 6));

  product->id = zg_statement_get_int64 (statement, 0);
  product->uid = zg_statement_dup_text (statement, 1);
  product->version = zg_statement_get_int64 (statement, 2);
  product->created_at = zg_statement_get_time (statement, 3);
  product->updated_at = zg_statement_get_time (statement, 4);
  product->deleted_at = zg_statement_get_time (statement, 5);
  zg_statement_copy_text (statement, 7, &product->short_title);
  zg_statement_copy_text (statement, 8, &product->code);
  zg_statement_copy_text (statement, 9, &product->link);
  zg_statement_copy_text (statement, 10, &product->currency);
  product->price = zg_statement_get_int64 (statement, 11);
  zg_statement_copy_text (statement, 12, &product->points);
  zg_statement_copy_text (statement, 13, &product->reason);
  zg_statement_copy_text (statement, 14, &product->cautions);
  zg_statement_copy_text (statement, 15, &product->attributes);
  product->stock = zg_statement_is_null (statement, 16) ? ZG_PRODUCT_NONE : zg_statement_get_int64 (statement, 16);
  zg_statement_copy_text (statement, 17, &product->return_policy);
  return product;
}

/* Binds parameters 0 to 13, the columns that insert and update share. */
static void
bind_fields (ZgStatement     *statement,
             const ZgProduct *product)
{
  zg_statement_bind_int64 (statement, 0, product->updated_at);
  zg_statement_bind_time (statement, 1, product->deleted_at);
  zg_statement_bind_text (statement, 2, product->title);
  zg_statement_bind_text (statement, 3, product->short_title);
  zg_statement_bind_text (statement, 4, product->code);
  zg_statement_bind_text (statement, 5, product->link);
  zg_statement_bind_text (statement, 6, product->currency);
  zg_statement_bind_int64 (statement, 7, product->price);
  zg_statement_bind_text (statement, 8, product->points);
  zg_statement_bind_text (statement, 9, product->reason);
  zg_statement_bind_text (statement, 10, product->cautions);
  zg_statement_bind_text (statement, 11, product->attributes);
  if (product->stock != ZG_PRODUCT_NONE)
    zg_statement_bind_int64 (statement, 12, product->stock);
  else
    zg_statement_bind_null (statement, 12);
  zg_statement_bind_text (statement, 13, product->return_policy);
}

/**
 * zg_product_table_insert:
 * @db: a writing connection in a transaction
 * @product: a new product; gets its id, uid and version
 * @error: return location for an error
 *
 * Returns: whether it is written, with its variants, sizes and relations
 */
gboolean
zg_product_table_insert (ZgDatabase  *db,
                         ZgProduct   *product,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO product (updated_at, deleted_at, title, short_title, code, link, currency, price, points, reason, cautions, "
    "attributes, stock, return_policy, uid, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  if (product->uid == NULL)
    product->uid = zg_uid_new ();
  bind_fields (statement, product);
  zg_statement_bind_text (statement, 14, product->uid);
  zg_statement_bind_int64 (statement, 15, product->created_at);
  if (!zg_statement_run (statement, error))
    return FALSE;
  product->id = zg_database_last_id (db);
  product->version = 1;
  zg_database_note_change (db, ZG_TABLE_PRODUCT, product->id);
  return zg_product_table_save_parts (db, product, error);
}

/**
 * zg_product_table_update:
 * @db: a writing connection in a transaction
 * @product: a product as it should be, with the version that was read; gets the new version
 * @error: return location for an error
 *
 * Returns: whether it is written, with its variants, sizes and relations; %FALSE with %ZG_STORE_ERROR_STALE when somebody
 *   else changed it since it was read
 */
gboolean
zg_product_table_update (ZgDatabase  *db,
                         ZgProduct   *product,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE product SET updated_at = ?1, deleted_at = ?2, title = ?3, short_title = ?4, code = ?5, link = ?6, currency = ?7, "
    "price = ?8, points = ?9, reason = ?10, cautions = ?11, attributes = ?12, stock = ?13, return_policy = ?14, "
    "version = version + 1 WHERE id = ?15 AND version = ?16", error);

  if (statement == NULL)
    return FALSE;
  bind_fields (statement, product);
  zg_statement_bind_int64 (statement, 14, product->id);
  zg_statement_bind_int64 (statement, 15, product->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this product in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }
  product->version++;
  zg_database_note_change (db, ZG_TABLE_PRODUCT, product->id);
  return zg_product_table_save_parts (db, product, error);
}

/**
 * zg_product_table_load:
 * @db: a connection
 * @id: a product; one in the bin, too
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the whole product; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgProduct *
zg_product_table_load (ZgDatabase  *db,
                       gint64       id,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, SELECT_PRODUCTS "WHERE id = ?", error);
  g_autoptr(ZgProduct) product = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no product “%s”."), number);
      return NULL;
    }
  product = read_product (statement);
  return zg_product_table_load_parts (db, product, error) ? g_steal_pointer (&product) : NULL;
}

/**
 * zg_product_table_list:
 * @db: a connection
 * @binned: whether those in the bin, else the others
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgProduct): the products by title, with variants but without sizes and
 *   relations
 */
GPtrArray *
zg_product_table_list (ZgDatabase  *db,
                       gboolean     binned,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    SELECT_PRODUCTS "WHERE (deleted_at IS NOT NULL) = ? ORDER BY title, id", error);
  g_autoptr(GPtrArray) products = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_product_free);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, binned);
  for (;;)
    {
      gboolean has_row;

      if (!zg_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      g_ptr_array_add (products, read_product (statement));
    }
  for (guint i = 0; i < products->len; i++)
    if (!zg_product_table_load_variants (db, g_ptr_array_index (products, i), error))
      return NULL;
  return g_steal_pointer (&products);
}

static gboolean
find (ZgDatabase  *db,
      const char  *sql,
      const char  *text,
      gint64       but_id,
      gint64      *id_out,
      GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  *id_out = 0;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, text);
  zg_statement_bind_int64 (statement, 1, but_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *id_out = zg_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * zg_product_table_find_by_code:
 * @db: a connection
 * @code: a code, not empty
 * @id_out: (out): the product that has it and is not in the bin, or 0
 * @error: return location for an error
 *
 * Returns: whether it could be looked up
 */
gboolean
zg_product_table_find_by_code (ZgDatabase  *db,
                               const char  *code,
                               gint64      *id_out,
                               GError     **error)
{
  return find (db, "SELECT id FROM product WHERE code = ?1 AND code <> '' AND deleted_at IS NULL AND id <> ?2", code, 0, id_out,
               error);
}

/**
 * zg_product_table_find_by_sku:
 * @db: a connection
 * @sku: the shop's number of a variant, not empty
 * @but_id: a product that is passed over, or 0
 * @id_out: (out): the product with such a variant that is not in the bin, or 0
 * @error: return location for an error
 *
 * Returns: whether it could be looked up
 */
gboolean
zg_product_table_find_by_sku (ZgDatabase  *db,
                              const char  *sku,
                              gint64       but_id,
                              gint64      *id_out,
                              GError     **error)
{
  return find (db, "SELECT p.id FROM product_variant AS v JOIN product AS p ON p.id = v.product_id AND p.deleted_at IS NULL "
               "WHERE v.sku = ?1 AND v.sku <> '' AND p.id <> ?2 LIMIT 1", sku, but_id, id_out, error);
}

/**
 * zg_product_table_find_by_title:
 * @db: a connection
 * @title: a whole title
 * @id_out: (out): the one product called so that is not in the bin; 0 where there is none, or more than one
 * @error: return location for an error
 *
 * Returns: whether it could be looked up
 */
gboolean
zg_product_table_find_by_title (ZgDatabase  *db,
                                const char  *title,
                                gint64      *id_out,
                                GError     **error)
{
  return find (db, "SELECT max(id) FROM product WHERE title = ?1 AND deleted_at IS NULL AND id <> ?2 HAVING count(*) = 1", title,
               0, id_out, error);
}

/**
 * zg_product_table_is_used:
 * @db: a connection
 * @is_used_out: (out): whether the shop has any product
 * @error: return location for an error
 *
 * Returns: whether it could be looked up
 */
gboolean
zg_product_table_is_used (ZgDatabase  *db,
                          gboolean    *is_used_out,
                          GError     **error)
{
  gint64 n;

  if (!zg_database_query_int64 (db, "SELECT EXISTS (SELECT 1 FROM product)", &n, error))
    return FALSE;
  *is_used_out = n != 0;
  return TRUE;
}
