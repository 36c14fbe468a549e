/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-radar-table.h"

#include "zg-order-table.h"
#include "zg-radar-key.h"
#include "zg-statement.h"

/* By which key the merge radar finds orders that may go in one parcel. Whoever writes an order writes its key, until it is
 * done. */

/**
 * zg_radar_table_write_key:
 * @db: a writing connection in a transaction
 * @id: an order that waits again
 * @error: return location for an error
 *
 * Returns: whether the radar can find it
 */
gboolean
zg_radar_table_write_key (ZgDatabase  *db,
                          gint64       id,
                          GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, id, error);
  g_autoptr(ZgStatement) statement = NULL;

  if (order == NULL)
    return FALSE;
  statement = zg_statement_new (db, "UPDATE shop_order SET radar_key = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_id (statement, 0, zg_radar_key (order));
  zg_statement_bind_int64 (statement, 1, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_radar_table_fill:
 * @db: a writing connection in a transaction
 * @error: return location for an error
 *
 * Gives the orders that are not shipped their keys, in a file that is older than these.
 *
 * Returns: whether they have them
 */
gboolean
zg_radar_table_fill (ZgDatabase  *db,
                     GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT id FROM shop_order WHERE state < 3", error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      gint64 id;

      if (!zg_statement_step (statement, &has_row, error))
        return FALSE;
      id = has_row ? zg_statement_get_int64 (statement, 0) : 0;
      if (has_row)
        g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      if (!zg_radar_table_write_key (db, g_array_index (ids, gint64, i), error))
        return FALSE;
    }
  return TRUE;
}
