/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-product-desk.h"

#include <glib/gi18n.h>

#include "zg-product-table.h"
#include "zg-promotion-table.h"

/*
 * Edits of products and promotions. A product is saved as a whole, with variants, sizes and what goes with it. What is
 * deleted lies in the bin for good: orders point to it.
 */

struct _ZgProductChange {
  ZgProduct *before;            /* NULL for a new one */
  gint64 id;
  gint64 version;               /* as the edit left it */
};

/**
 * zg_product_change_free:
 * @change: (transfer full) (nullable): a change
 */
void
zg_product_change_free (ZgProductChange *change)
{
  if (change == NULL)
    return;
  zg_product_free (change->before);
  g_free (change);
}

static gboolean
refuse_duplicate (ZgDatabase  *db,
                  gint64       other_id,
                  const char  *format,
                  const char  *number,
                  GError     **error)
{
  g_autoptr(ZgProduct) other = zg_product_table_load (db, other_id, error);
  g_autoptr(GString) message = g_string_new (format);

  if (other == NULL)
    return FALSE;
  g_string_replace (message, "%1", other->title, 1);
  g_string_replace (message, "%2", number, 1);
  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE, message->str);
  return FALSE;
}

/* Code and SKUs are one product's own, and the sentence says whose. */
static gboolean
check_numbers (ZgDatabase       *db,
               const ZgProduct  *product,
               GError          **error)
{
  gint64 other_id = 0;

  if (product->code[0] != '\0' && !zg_product_table_find_by_code (db, product->code, &other_id, error))
    return FALSE;
  if (other_id != 0 && other_id != product->id)
    /* TRANSLATORS: %1 is a product, %2 its code */
    return refuse_duplicate (db, other_id, _("“%1” has the code “%2” already."), product->code, error);
  for (guint i = 0; i < product->variants->len; i++)
    {
      const ZgVariant *variant = g_ptr_array_index (product->variants, i);

      if (variant->sku[0] == '\0')
        continue;
      if (!zg_product_table_find_by_sku (db, variant->sku, product->id, &other_id, error))
        return FALSE;
      if (other_id != 0)
        /* TRANSLATORS: %1 is a product, %2 the number of one of its variants */
        return refuse_duplicate (db, other_id, _("“%1” has the SKU “%2” already."), variant->sku, error);
    }
  return TRUE;
}

static gboolean
write_product (ZgDatabase       *db,
               ZgProduct        *product,
               ZgTime            now,
               ZgProductChange **change_out,
               GError          **error)
{
  g_autoptr(ZgProduct) before = product->id != 0 ? zg_product_table_load (db, product->id, error) : NULL;
  gboolean is_new = product->id == 0;

  if (!is_new && before == NULL)
    return FALSE;
  if (is_new)
    product->created_at = now;
  product->updated_at = now;
  if (product->deleted_at == ZG_TIME_NONE && !check_numbers (db, product, error))
    return FALSE;
  if (!(is_new ? zg_product_table_insert (db, product, error) : zg_product_table_update (db, product, error)))
    return FALSE;
  if (change_out != NULL)
    {
      *change_out = g_new0 (ZgProductChange, 1);
      (*change_out)->before = g_steal_pointer (&before);
      (*change_out)->id = product->id;
      (*change_out)->version = product->version;
    }
  return TRUE;
}

/**
 * zg_product_desk_write:
 * @db: a writing connection in a transaction
 * @product: (inout): see zg_product_desk_save()
 * @now: what time it is
 * @change_out: (out) (optional) (transfer full): what it was before
 * @error: return location for an error
 *
 * Saves one of many products; whoever does links the orders once, with zg_product_table_link_open().
 *
 * Returns: as zg_product_desk_save()
 */
gboolean
zg_product_desk_write (ZgDatabase       *db,
                       ZgProduct        *product,
                       ZgTime            now,
                       ZgProductChange **change_out,
                       GError          **error)
{
  zg_product_normalise (product);
  return zg_product_validate (product, error) && write_product (db, product, now, change_out, error);
}

/**
 * zg_product_desk_save:
 * @db: a writing connection in a transaction
 * @product: (inout): a product as it should be: a new one has no id, another has the version that was read. Gets its id
 *   and version, and the form that is kept
 * @now: what time it is
 * @change_out: (out) (optional) (transfer full): what it was before
 * @error: return location for an error
 *
 * Saves a product with all that belongs to it. Lines of open orders that are of it are noted as such.
 *
 * Returns: whether it is saved; %FALSE with %ZG_DOMAIN_ERROR_INVALID when zg_product_validate() refuses it, with
 *   %ZG_STORE_ERROR_DUPLICATE when another product has its code or a SKU, with %ZG_STORE_ERROR_STALE when somebody else
 *   changed it
 */
gboolean
zg_product_desk_save (ZgDatabase       *db,
                      ZgProduct        *product,
                      ZgTime            now,
                      ZgProductChange **change_out,
                      GError          **error)
{
  g_autoptr(ZgProductChange) change = NULL;

  if (!zg_product_desk_write (db, product, now, &change, error) || !zg_product_table_link_open (db, error))
    return FALSE;
  if (change_out != NULL)
    *change_out = g_steal_pointer (&change);
  return TRUE;
}

static gboolean
move_to_bin (ZgDatabase       *db,
             gint64            id,
             ZgTime            deleted_at,
             ZgTime            now,
             ZgProductChange **change_out,
             GError          **error)
{
  g_autoptr(ZgProduct) product = zg_product_table_load (db, id, error);

  if (product == NULL)
    return FALSE;
  product->deleted_at = deleted_at;
  return write_product (db, product, now, change_out, error);
}

/**
 * zg_product_desk_delete:
 * @db: a writing connection in a transaction
 * @id: a product
 * @now: what time it is
 * @change_out: (out) (optional) (transfer full): what it was before
 * @error: return location for an error
 *
 * Puts a product into the bin. Its code is free for another one.
 *
 * Returns: whether it is there
 */
gboolean
zg_product_desk_delete (ZgDatabase       *db,
                        gint64            id,
                        ZgTime            now,
                        ZgProductChange **change_out,
                        GError          **error)
{
  return move_to_bin (db, id, now, now, change_out, error);
}

/**
 * zg_product_desk_restore:
 * @db: a writing connection in a transaction
 * @id: a product in the bin
 * @now: what time it is
 * @change_out: (out) (optional) (transfer full): what it was before
 * @error: return location for an error
 *
 * Returns: whether it is sold again; %FALSE with %ZG_STORE_ERROR_DUPLICATE when another product has its code by now
 */
gboolean
zg_product_desk_restore (ZgDatabase       *db,
                         gint64            id,
                         ZgTime            now,
                         ZgProductChange **change_out,
                         GError          **error)
{
  return move_to_bin (db, id, ZG_TIME_NONE, now, change_out, error);
}

/**
 * zg_product_desk_take_back:
 * @db: a writing connection in a transaction
 * @change: what an edit gave
 * @now: what time it is
 * @error: return location for an error
 *
 * Makes a product what it was before an edit; one that was new goes into the bin.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when it was changed since
 */
gboolean
zg_product_desk_take_back (ZgDatabase             *db,
                           const ZgProductChange  *change,
                           ZgTime                  now,
                           GError                **error)
{
  g_autoptr(ZgProduct) target = change->before != NULL ? zg_product_copy (change->before)
                                                       : zg_product_table_load (db, change->id, error);

  if (target == NULL)
    return FALSE;
  if (change->before == NULL)
    target->deleted_at = now;
  target->version = change->version;
  return write_product (db, target, now, NULL, error);
}

/**
 * zg_promotion_desk_save:
 * @db: a writing connection in a transaction
 * @promotion: (inout): a promotion as it should be: a new one has no id, another has the version that was read
 * @error: return location for an error
 *
 * Returns: whether it is saved; %FALSE with %ZG_DOMAIN_ERROR_INVALID when it cannot be, with %ZG_STORE_ERROR_STALE when
 *   somebody else changed it
 */
gboolean
zg_promotion_desk_save (ZgDatabase   *db,
                        ZgPromotion  *promotion,
                        GError      **error)
{
  if (!zg_promotion_validate (promotion, error))
    return FALSE;
  return promotion->id == 0 ? zg_promotion_table_insert (db, promotion, error)
                            : zg_promotion_table_update (db, promotion, error);
}

/**
 * zg_promotion_desk_delete:
 * @db: a writing connection in a transaction
 * @id: a promotion
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is in the bin
 */
gboolean
zg_promotion_desk_delete (ZgDatabase  *db,
                          gint64       id,
                          ZgTime       now,
                          GError     **error)
{
  g_autoptr(ZgPromotion) promotion = zg_promotion_table_load (db, id, error);

  if (promotion == NULL)
    return FALSE;
  promotion->deleted_at = now;
  return zg_promotion_table_update (db, promotion, error);
}

/**
 * zg_promotion_desk_take_back:
 * @db: a writing connection in a transaction
 * @before: (nullable): a promotion as it was before an edit; %NULL for a new one, which goes into the bin
 * @saved: as the edit left it
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is as before; %FALSE with %ZG_STORE_ERROR_STALE when it was changed since
 */
gboolean
zg_promotion_desk_take_back (ZgDatabase         *db,
                             const ZgPromotion  *before,
                             const ZgPromotion  *saved,
                             ZgTime              now,
                             GError            **error)
{
  g_autoptr(ZgPromotion) target = zg_promotion_copy (before != NULL ? before : saved);

  if (before == NULL)
    target->deleted_at = now;
  target->version = saved->version;
  return zg_promotion_table_update (db, target, error);
}
