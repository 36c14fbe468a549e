/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-sent.h"

#include "zg-product-stock.h"
#include "zg-shipment-table.h"

/*
 * What the gate writes of shipments. Whoever says at the desk that an order is shipped says that all pieces that were left
 * have gone; that shipment comes with the step and goes with it. A part leaves without a step of the order: it belongs to the
 * last one before it, so that undo knows which of the two was later.
 */

/* A number belongs to one shipment: the next one has its own, or none yet. */
static gboolean
has_number (GPtrArray  *shipments,
            const char *tracking)
{
  for (guint i = 0; i < shipments->len; i++)
    {
      if (g_strcmp0 (((const ZgShipment *) g_ptr_array_index (shipments, i))->tracking, tracking) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
insert (ZgDatabase     *db,
        const ZgOrder  *order,
        GPtrArray      *earlier,
        ZgShipment     *shipment,
        GError        **error)
{
  shipment->order_id = order->id;
  if (shipment->courier == NULL)
    shipment->courier = g_strdup (order->courier);
  if (shipment->tracking == NULL && !has_number (earlier, order->tracking))
    shipment->tracking = g_strdup (order->tracking);
  return zg_shipment_table_insert (db, shipment, error) && zg_product_stock_take (db, order, shipment->pieces, error);
}

/**
 * zg_order_sent_note:
 * @db: a writing connection in a transaction
 * @order: an order that may be shipped; gets the new version
 * @shipment: a part of it; gets its order, its id, and courier and number of the order where it has none
 * @error: return location for an error
 *
 * Returns: whether it is noted that this part has left
 */
gboolean
zg_order_sent_note (ZgDatabase  *db,
                    ZgOrder     *order,
                    ZgShipment  *shipment,
                    GError     **error)
{
  g_autoptr(GPtrArray) earlier = zg_shipment_table_list (db, order->id, error);

  return earlier != NULL && zg_shipment_table_find_last_step (db, order->id, &shipment->history_id, error)
         && insert (db, order, earlier, shipment, error)
         && zg_shipment_table_write_order (db, order, NULL, TRUE, error);
}

/**
 * zg_order_sent_note_rest:
 * @db: a writing connection in a transaction
 * @order: an order that was just shipped
 * @at: when
 * @staff_id: who did it, or 0
 * @history_id: the step
 * @error: return location for an error
 *
 * Returns: whether it is noted that all that was left of it has left
 */
gboolean
zg_order_sent_note_rest (ZgDatabase  *db,
                         ZgOrder     *order,
                         ZgTime       at,
                         gint64       staff_id,
                         gint64       history_id,
                         GError     **error)
{
  g_autoptr(GPtrArray) earlier = zg_shipment_table_list (db, order->id, error);
  g_autoptr(ZgShipment) shipment = zg_shipment_new ();

  if (earlier == NULL)
    return FALSE;
  g_array_unref (shipment->pieces);
  shipment->pieces = zg_shipment_count_left (order, earlier);
  shipment->at = at;
  shipment->staff_id = staff_id;
  shipment->history_id = history_id;
  return insert (db, order, earlier, shipment, error) && zg_order_sent_refresh (db, order, error);
}

/* The flag follows from the state and from what is there; the number is that of the newest shipment. */
static gboolean
refresh (ZgDatabase  *db,
         ZgOrder     *order,
         gboolean     renumber,
         GError     **error)
{
  g_autoptr(GPtrArray) shipments = zg_shipment_table_list (db, order->id, error);
  const char *tracking = NULL;
  gboolean is_partly;

  if (shipments == NULL)
    return FALSE;
  is_partly = order->state < ZG_ORDER_SHIPPED && shipments->len > 0;
  for (guint i = 0; renumber && i < shipments->len; i++)
    {
      const ZgShipment *shipment = g_ptr_array_index (shipments, i);

      if (shipment->tracking != NULL && shipment->tracking[0] != '\0')
        tracking = shipment->tracking;
    }
  if (tracking != NULL && g_strcmp0 (tracking, order->tracking) == 0)
    tracking = NULL;
  return (is_partly == order->partly_shipped && tracking == NULL)
         || zg_shipment_table_write_order (db, order, tracking, is_partly, error);
}

/**
 * zg_order_sent_refresh:
 * @db: a writing connection in a transaction
 * @order: an order that was just moved; gets the new version
 * @error: return location for an error
 *
 * Returns: whether the order says rightly if some of its pieces have left and others have not
 */
gboolean
zg_order_sent_refresh (ZgDatabase  *db,
                       ZgOrder     *order,
                       GError     **error)
{
  return refresh (db, order, FALSE, error);
}

/* Takes the newest shipment of a step back. */
static gboolean
undo_newest (ZgDatabase  *db,
             ZgOrder     *order,
             gint64       history_id,
             ZgTime       now,
             gboolean    *is_undone_out,
             GError     **error)
{
  g_autoptr(GPtrArray) shipments = zg_shipment_table_list (db, order->id, error);
  const ZgShipment *newest = NULL;

  *is_undone_out = FALSE;
  if (shipments == NULL)
    return FALSE;
  for (guint i = 0; i < shipments->len; i++)
    {
      const ZgShipment *shipment = g_ptr_array_index (shipments, i);

      if (shipment->history_id == history_id)
        newest = shipment;
    }
  if (newest == NULL)
    return TRUE;
  *is_undone_out = TRUE;
  return zg_shipment_table_undo (db, newest->id, now, error) && zg_product_stock_give_back (db, order, newest->pieces, error)
         && refresh (db, order, TRUE, error);
}

/**
 * zg_order_sent_undo_step:
 * @db: a writing connection in a transaction
 * @order: an order whose last step was just taken back; gets the new version
 * @history_id: that step
 * @now: what time it is
 * @error: return location for an error
 *
 * Takes the shipment back that came with the step. The order keeps the number until another one is known: the label may
 * be stuck on the box already.
 *
 * Returns: whether it counts no more
 */
gboolean
zg_order_sent_undo_step (ZgDatabase  *db,
                         ZgOrder     *order,
                         gint64       history_id,
                         ZgTime       now,
                         GError     **error)
{
  gboolean is_undone;

  return undo_newest (db, order, history_id, now, &is_undone, error) && zg_order_sent_refresh (db, order, error);
}

/**
 * zg_order_sent_undo_part:
 * @db: a writing connection in a transaction
 * @order: an order; gets the new version
 * @now: what time it is
 * @is_undone_out: (out): whether a part was the last that happened to it
 * @error: return location for an error
 *
 * Takes the part back that left last, where the order has made no step since.
 *
 * Returns: whether that worked
 */
gboolean
zg_order_sent_undo_part (ZgDatabase  *db,
                         ZgOrder     *order,
                         ZgTime       now,
                         gboolean    *is_undone_out,
                         GError     **error)
{
  gint64 history_id;

  *is_undone_out = FALSE;
  if (order->state >= ZG_ORDER_SHIPPED || !order->partly_shipped)
    return TRUE;
  return zg_shipment_table_find_last_step (db, order->id, &history_id, error)
         && undo_newest (db, order, history_id, now, is_undone_out, error);
}
