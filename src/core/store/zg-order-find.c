/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-table.h"
#include "zg-statement.h"

/* Orders by their numbers. */

/**
 * zg_order_table_find:
 * @db: a connection
 * @platform: a word of zg-platform.h
 * @shop: the shop on that platform
 * @number: the order's number
 * @id_out: (out): the order, 0 when there is none
 * @error: return location for an error
 *
 * Also finds an order of which the shop is not known: a file of lines does not say it, and may come first.
 *
 * Returns: whether the search ran
 */
gboolean
zg_order_table_find (ZgDatabase  *db,
                     const char  *platform,
                     const char  *shop,
                     const char  *number,
                     gint64      *id_out,
                     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM shop_order WHERE number = ?3 AND platform = ?1 AND (+shop = ?2 OR +shop = '') "
    "ORDER BY shop DESC LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, platform);
  zg_statement_bind_text (statement, 1, shop);
  zg_statement_bind_text (statement, 2, number);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * zg_order_table_find_in_any_shop:
 * @db: a connection
 * @platform: a word of zg-platform.h
 * @number: the order's number
 * @id_out: (out): the order, 0 when there is none
 * @error: return location for an error
 *
 * For files that do not say the shop: a platform gives a number once.
 *
 * Returns: whether the search ran
 */
gboolean
zg_order_table_find_in_any_shop (ZgDatabase  *db,
                                 const char  *platform,
                                 const char  *number,
                                 gint64      *id_out,
                                 GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM shop_order WHERE number = ? AND platform = ? ORDER BY id LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, number);
  zg_statement_bind_text (statement, 1, platform);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * zg_order_table_find_by_number:
 * @db: a connection
 * @number: an order's number, as a person types it
 * @error: return location for an error
 *
 * Finds an order when platform and shop are not said.
 *
 * Returns: the order; 0 with %ZG_STORE_ERROR_NOT_FOUND when there is none, with %ZG_STORE_ERROR_DUPLICATE when two
 *   shops have that number
 */
gint64
zg_order_table_find_by_number (ZgDatabase  *db,
                               const char  *number,
                               GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT id FROM shop_order WHERE number = ? LIMIT 2", error);
  gboolean has_row;
  gint64 id;

  if (statement == NULL)
    return 0;
  zg_statement_bind_text (statement, 0, number);
  if (!zg_statement_step (statement, &has_row, error))
    return 0;
  if (!has_row)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no order %s."), number);
      return 0;
    }

  id = zg_statement_get_int64 (statement, 0);
  if (!zg_statement_step (statement, &has_row, error))
    return 0;
  if (has_row)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE,
                   _("Two shops have an order %s; open it in the list."), number);
      return 0;
    }
  return id;
}
