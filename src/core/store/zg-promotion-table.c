/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-promotion-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* Promotions, with the goods they are for. */

#define SELECT_PROMOTIONS "SELECT id, uid, version, title, rule, link, from_at, until_at, deleted_at FROM promotion "

static gboolean
save_products (ZgDatabase         *db,
               const ZgPromotion  *promotion,
               GError            **error)
{
  g_autoptr(ZgStatement) clear = zg_statement_new (db, "DELETE FROM promotion_product WHERE promotion_id = ?", error);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT OR IGNORE INTO promotion_product (promotion_id, product_id) VALUES (?, ?)", error);

  if (clear == NULL || statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (clear, 0, promotion->id);
  if (!zg_statement_run (clear, error))
    return FALSE;
  for (guint i = 0; i < promotion->product_ids->len; i++)
    {
      zg_statement_bind_int64 (statement, 0, promotion->id);
      zg_statement_bind_int64 (statement, 1, g_array_index (promotion->product_ids, gint64, i));
      if (!zg_statement_run (statement, error))
        return FALSE;
      zg_statement_reset (statement);
    }
  zg_database_note_change (db, ZG_TABLE_PROMOTION, promotion->id);
  return TRUE;
}

static void
bind_fields (ZgStatement       *statement,
             const ZgPromotion *promotion)
{
  zg_statement_bind_text (statement, 0, promotion->title);
  zg_statement_bind_text (statement, 1, promotion->rule);
  zg_statement_bind_text (statement, 2, promotion->link);
  zg_statement_bind_time (statement, 3, promotion->from_at);
  zg_statement_bind_time (statement, 4, promotion->until_at);
  zg_statement_bind_time (statement, 5, promotion->deleted_at);
}

/**
 * zg_promotion_table_insert:
 * @db: a writing connection in a transaction
 * @promotion: a new promotion; gets its id, uid and version
 * @error: return location for an error
 *
 * Returns: whether it is written, with its goods
 */
gboolean
zg_promotion_table_insert (ZgDatabase   *db,
                           ZgPromotion  *promotion,
                           GError      **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO promotion (title, rule, link, from_at, until_at, deleted_at, uid) VALUES (?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  if (promotion->uid == NULL)
    promotion->uid = zg_uid_new ();
  bind_fields (statement, promotion);
  zg_statement_bind_text (statement, 6, promotion->uid);
  if (!zg_statement_run (statement, error))
    return FALSE;
  promotion->id = zg_database_last_id (db);
  promotion->version = 1;
  return save_products (db, promotion, error);
}

/**
 * zg_promotion_table_update:
 * @db: a writing connection in a transaction
 * @promotion: a promotion as it should be, with the version that was read; gets the new version
 * @error: return location for an error
 *
 * Returns: whether it is written; %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since it was read
 */
gboolean
zg_promotion_table_update (ZgDatabase   *db,
                           ZgPromotion  *promotion,
                           GError      **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE promotion SET title = ?1, rule = ?2, link = ?3, from_at = ?4, until_at = ?5, deleted_at = ?6, "
    "version = version + 1 WHERE id = ?7 AND version = ?8", error);

  if (statement == NULL)
    return FALSE;
  bind_fields (statement, promotion);
  zg_statement_bind_int64 (statement, 6, promotion->id);
  zg_statement_bind_int64 (statement, 7, promotion->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this promotion in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }
  promotion->version++;
  return save_products (db, promotion, error);
}

static ZgPromotion *
read_promotion (ZgStatement *statement)
{
  ZgPromotion *promotion = zg_promotion_new (zg_statement_get_text (statement, 3));

  promotion->id = zg_statement_get_int64 (statement, 0);
  promotion->uid = zg_statement_dup_text (statement, 1);
  promotion->version = zg_statement_get_int64 (statement, 2);
  zg_statement_copy_text (statement, 4, &promotion->rule);
  zg_statement_copy_text (statement, 5, &promotion->link);
  promotion->from_at = zg_statement_get_time (statement, 6);
  promotion->until_at = zg_statement_get_time (statement, 7);
  promotion->deleted_at = zg_statement_get_time (statement, 8);
  return promotion;
}

static gboolean
load_products (ZgDatabase   *db,
               ZgPromotion  *promotion,
               GError      **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT product_id FROM promotion_product WHERE promotion_id = ? ORDER BY product_id", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, promotion->id);
  for (;;)
    {
      gboolean has_row;
      gint64 id;

      if (!zg_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      id = zg_statement_get_int64 (statement, 0);
      g_array_append_val (promotion->product_ids, id);
    }
}

/* Those with the id, or all that are not in the bin for 0. */
static GPtrArray *
load_promotions (ZgDatabase  *db,
                 gint64       id,
                 GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    SELECT_PROMOTIONS "WHERE CASE ?1 WHEN 0 THEN deleted_at IS NULL ELSE id = ?1 END ORDER BY from_at, id", error);
  g_autoptr(GPtrArray) promotions = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_promotion_free);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  for (;;)
    {
      gboolean has_row;

      if (!zg_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      g_ptr_array_add (promotions, read_promotion (statement));
    }
  for (guint i = 0; i < promotions->len; i++)
    if (!load_products (db, g_ptr_array_index (promotions, i), error))
      return NULL;
  return g_steal_pointer (&promotions);
}

/**
 * zg_promotion_table_load:
 * @db: a connection
 * @id: a promotion; one in the bin, too
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the promotion; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgPromotion *
zg_promotion_table_load (ZgDatabase  *db,
                         gint64       id,
                         GError     **error)
{
  g_autoptr(GPtrArray) promotions = load_promotions (db, id, error);

  if (promotions == NULL)
    return NULL;
  if (id == 0 || promotions->len == 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no promotion “%s”."), number);
      return NULL;
    }
  return zg_promotion_copy (g_ptr_array_index (promotions, 0));
}

/**
 * zg_promotion_table_list:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgPromotion): all that are not in the bin, the first to begin first
 */
GPtrArray *
zg_promotion_table_list (ZgDatabase  *db,
                         GError     **error)
{
  return load_promotions (db, 0, error);
}
