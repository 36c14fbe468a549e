/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-shipment-table.h"

#include <glib/gi18n.h>

#include "zg-search-index.h"
#include "zg-statement.h"
#include "zg-uid.h"

/* What left of orders. A shipment that was taken back stays in the file, marked. */

static gboolean
insert_piece (ZgDatabase         *db,
              gint64              shipment_id,
              const ZgShipPiece  *piece,
              GError            **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO shipment_item (shipment_id, item_id, quantity) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (shipment_id, item_id) DO UPDATE SET quantity = quantity + ?3", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, shipment_id);
  zg_statement_bind_int64 (statement, 1, piece->item_id);
  zg_statement_bind_int64 (statement, 2, piece->quantity);
  return zg_statement_run (statement, error);
}

/**
 * zg_shipment_table_insert:
 * @db: a writing connection in a transaction
 * @shipment: what left; gets its id
 * @error: return location for an error
 *
 * Returns: whether it is written with its pieces; what the order says of it is the caller's
 */
gboolean
zg_shipment_table_insert (ZgDatabase  *db,
                          ZgShipment  *shipment,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO shipment (uid, order_id, at, courier, tracking, note, staff_id, history_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);
  g_autofree char *uid = zg_uid_new ();

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, uid);
  zg_statement_bind_int64 (statement, 1, shipment->order_id);
  zg_statement_bind_time (statement, 2, shipment->at);
  zg_statement_bind_text (statement, 3, shipment->courier);
  zg_statement_bind_text (statement, 4, shipment->tracking);
  zg_statement_bind_text (statement, 5, shipment->note);
  zg_statement_bind_id (statement, 6, shipment->staff_id);
  zg_statement_bind_id (statement, 7, shipment->history_id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  shipment->id = zg_database_last_id (db);
  for (guint i = 0; i < shipment->pieces->len; i++)
    {
      if (!insert_piece (db, shipment->id, &g_array_index (shipment->pieces, ZgShipPiece, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_pieces (ZgDatabase  *db,
             ZgShipment  *shipment,
             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT s.item_id, s.quantity FROM shipment_item AS s JOIN order_item AS i ON i.id = s.item_id "
    "WHERE s.shipment_id = ? ORDER BY i.position, i.id", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, shipment->id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgShipPiece piece;

      if (!has_row)
        return TRUE;
      piece = (ZgShipPiece) { zg_statement_get_int64 (statement, 0), zg_statement_get_int64 (statement, 1) };
      g_array_append_val (shipment->pieces, piece);
    }
  return FALSE;
}

static GPtrArray *
load_rows (ZgDatabase  *db,
           gint64       order_id,
           GError     **error)
{
  g_autoptr(GPtrArray) shipments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_shipment_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT h.id, h.at, h.courier, h.tracking, h.note, h.staff_id, s.name, h.history_id FROM shipment AS h "
    "LEFT JOIN staff AS s ON s.id = h.staff_id WHERE h.order_id = ? AND h.undone_at IS NULL ORDER BY h.id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgShipment *shipment;

      if (!has_row)
        return g_steal_pointer (&shipments);
      shipment = zg_shipment_new ();
      shipment->id = zg_statement_get_int64 (statement, 0);
      shipment->order_id = order_id;
      shipment->at = zg_statement_get_time (statement, 1);
      shipment->courier = zg_statement_dup_text (statement, 2);
      shipment->tracking = zg_statement_dup_text (statement, 3);
      shipment->note = zg_statement_dup_text (statement, 4);
      shipment->staff_id = zg_statement_get_int64 (statement, 5);
      shipment->staff_name = zg_statement_dup_text (statement, 6);
      shipment->history_id = zg_statement_get_int64 (statement, 7);
      g_ptr_array_add (shipments, shipment);
    }
  return NULL;
}

/**
 * zg_shipment_table_list:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgShipment): what left of it and was not taken back, in the order in which
 *   it was noted
 */
GPtrArray *
zg_shipment_table_list (ZgDatabase  *db,
                        gint64       order_id,
                        GError     **error)
{
  g_autoptr(GPtrArray) shipments = load_rows (db, order_id, error);

  for (guint i = 0; shipments != NULL && i < shipments->len; i++)
    {
      if (!load_pieces (db, g_ptr_array_index (shipments, i), error))
        return NULL;
    }
  return g_steal_pointer (&shipments);
}

/**
 * zg_shipment_table_find_last_step:
 * @db: a connection
 * @order_id: an order
 * @history_id_out: (out): the newest step of it that was not taken back, 0 without one
 * @error: return location for an error
 *
 * Returns: whether the shop file could be read
 */
gboolean
zg_shipment_table_find_last_step (ZgDatabase  *db,
                                  gint64       order_id,
                                  gint64      *history_id_out,
                                  GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT coalesce(max(id), 0) FROM order_history WHERE order_id = ? AND undone = 0", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *history_id_out = zg_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * zg_shipment_table_undo:
 * @db: a writing connection in a transaction
 * @id: a shipment
 * @at: now
 * @error: return location for an error
 *
 * Returns: whether it counts no more
 */
gboolean
zg_shipment_table_undo (ZgDatabase  *db,
                        gint64       id,
                        ZgTime       at,
                        GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE shipment SET undone_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, at);
  zg_statement_bind_int64 (statement, 1, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_shipment_table_keep_pieces:
 * @db: a connection
 * @order_id: an order whose lines are about to be written anew, with the ids that they have
 * @pieces_out: (out): what left of them, for zg_shipment_table_put_pieces()
 * @error: return location for an error
 *
 * Returns: whether the shop file could be read
 */
gboolean
zg_shipment_table_keep_pieces (ZgDatabase  *db,
                               gint64       order_id,
                               char       **pieces_out,
                               GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT json_group_array(json_array(p.shipment_id, p.item_id, p.quantity)) FROM shipment AS s "
    "JOIN shipment_item AS p ON p.shipment_id = s.id WHERE s.order_id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *pieces_out = zg_statement_dup_text (statement, 0);
  return TRUE;
}

/**
 * zg_shipment_table_put_pieces:
 * @db: a writing connection in a transaction
 * @pieces: what zg_shipment_table_keep_pieces() gave
 * @error: return location for an error
 *
 * Returns: whether the pieces of lines that are there again are there again
 */
gboolean
zg_shipment_table_put_pieces (ZgDatabase  *db,
                              const char  *pieces,
                              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT OR IGNORE INTO shipment_item (shipment_id, item_id, quantity) "
    "SELECT json_extract(j.value, '$[0]'), i.id, json_extract(j.value, '$[2]') FROM json_each(?) AS j "
    "JOIN order_item AS i ON i.id = json_extract(j.value, '$[1]')", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, pieces);
  return zg_statement_run (statement, error);
}

/**
 * zg_shipment_table_write_order:
 * @db: a writing connection in a transaction
 * @order: an order as it was read; gets what is written and the new version
 * @tracking: (nullable): the newest tracking number, %NULL to leave the one that is there
 * @partly_shipped: whether some of it has left and some has not
 * @error: return location for an error
 *
 * Writes what follows for an order from its shipments.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the order since it was read
 */
gboolean
zg_shipment_table_write_order (ZgDatabase  *db,
                               ZgOrder     *order,
                               const char  *tracking,
                               gboolean     partly_shipped,
                               GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE shop_order SET partly_shipped = ?1, tracking = coalesce(?2, tracking), version = version + 1 "
    "WHERE id = ?3 AND version = ?4", error);
  g_autofree char *kept = g_strdup (tracking);

  if (statement == NULL || (kept != NULL && !zg_search_index_forget_order (db, order->id, error)))
    return FALSE;
  zg_statement_bind_int64 (statement, 0, partly_shipped ? 1 : 0);
  zg_statement_bind_text_or_null (statement, 1, kept);
  zg_statement_bind_int64 (statement, 2, order->id);
  zg_statement_bind_int64 (statement, 3, order->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this order in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }
  order->version++;
  order->partly_shipped = partly_shipped;
  zg_database_note_change (db, ZG_TABLE_ORDER, order->id);
  if (kept == NULL)
    return TRUE;
  g_free (order->tracking);
  order->tracking = g_steal_pointer (&kept);
  return zg_search_index_add_order (db, order->id, error);
}
