/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-slip-table.h"

#include "zg-slip-mark.h"
#include "zg-statement.h"

/* What was printed of orders. */

/**
 * zg_slip_table_note:
 * @db: a writing connection in a transaction
 * @order: an order as it was printed
 * @at: when
 * @error: return location for an error
 *
 * Notes that the slip of an order was printed. Its version stays: whoever edits it meanwhile has changed nothing of this.
 *
 * Returns: whether it is noted
 */
gboolean
zg_slip_table_note (ZgDatabase     *db,
                    const ZgOrder  *order,
                    ZgTime          at,
                    GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE shop_order SET slip_printed_at = ?1, slip_mark = ?2 WHERE id = ?3", error);
  g_autofree char *mark = zg_slip_mark (order);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, at);
  zg_statement_bind_text (statement, 1, mark);
  zg_statement_bind_int64 (statement, 2, order->id);
  zg_database_note_change (db, ZG_TABLE_ORDER, order->id);
  return zg_statement_run (statement, error);
}

/**
 * zg_slip_table_list_parcel:
 * @db: a connection
 * @parcel_id: a parcel
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the orders in it, the oldest first
 */
GArray *
zg_slip_table_list_parcel (ZgDatabase  *db,
                           gint64       parcel_id,
                           GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM shop_order WHERE parcel_id = ? ORDER BY ordered_at, id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, parcel_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = zg_statement_get_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}
