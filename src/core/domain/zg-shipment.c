/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-shipment"

#include "config.h"

#include "zg-shipment.h"

#include <glib/gi18n.h>

#include "zg-error.h"

/* Which pieces of an order have left, and which are still to be sent. */

/**
 * zg_shipment_new:
 *
 * Returns: (transfer full): a shipment of nothing
 */
ZgShipment *
zg_shipment_new (void)
{
  ZgShipment *shipment = g_new0 (ZgShipment, 1);

  shipment->pieces = g_array_new (FALSE, FALSE, sizeof (ZgShipPiece));
  return shipment;
}

/**
 * zg_shipment_free:
 * @shipment: (transfer full) (nullable): a shipment
 */
void
zg_shipment_free (ZgShipment *shipment)
{
  if (shipment == NULL)
    return;

  g_free (shipment->courier);
  g_free (shipment->tracking);
  g_free (shipment->note);
  g_free (shipment->staff_name);
  g_array_unref (shipment->pieces);
  g_free (shipment);
}

static gint64
count_in (GArray *pieces,
          gint64  item_id)
{
  gint64 quantity = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgShipPiece *piece = &g_array_index (pieces, ZgShipPiece, i);

      quantity += piece->item_id == item_id ? piece->quantity : 0;
    }
  return quantity;
}

static gint64
count_item_left (const ZgOrderItem *item,
                 GPtrArray         *shipments)
{
  gint64 left = item->quantity;

  for (guint i = 0; i < shipments->len; i++)
    left -= count_in (((const ZgShipment *) g_ptr_array_index (shipments, i))->pieces, item->id);
  return MAX (left, 0);
}

/**
 * zg_shipment_count_left:
 * @order: an order
 * @shipments: (element-type ZgShipment): what left of it already
 *
 * Gifts count like all else: a buyer who is promised one waits for it.
 *
 * Returns: (transfer full) (element-type ZgShipPiece): what is still to be sent, line by line; empty when that is nothing
 */
GArray *
zg_shipment_count_left (const ZgOrder *order,
                        GPtrArray     *shipments)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (ZgShipPiece));

  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);
      ZgShipPiece piece = { item->id, count_item_left (item, shipments) };

      if (piece.quantity > 0)
        g_array_append_val (left, piece);
    }
  return left;
}

/**
 * zg_shipment_check:
 * @order: an order
 * @shipments: (element-type ZgShipment): what left of it already
 * @pieces: (element-type ZgShipPiece): what should leave now
 * @is_rest_out: (out): whether nothing is left after it
 * @error: return location for an error
 *
 * Returns: whether these can leave; else %FALSE with %ZG_DOMAIN_ERROR_INVALID and a sentence why not
 */
gboolean
zg_shipment_check (const ZgOrder  *order,
                   GPtrArray      *shipments,
                   GArray         *pieces,
                   gboolean       *is_rest_out,
                   GError        **error)
{
  g_autoptr(GArray) left = zg_shipment_count_left (order, shipments);
  gint64 n_left = 0, n_sent = 0;

  for (guint i = 0; i < left->len; i++)
    n_left += g_array_index (left, ZgShipPiece, i).quantity;
  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgShipPiece *piece = &g_array_index (pieces, ZgShipPiece, i);
      gint64 item_left = count_in (left, piece->item_id);

      if (piece->quantity <= 0)
        {
          g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                               _("Say how many pieces leave: one at least."));
          return FALSE;
        }
      if (count_in (pieces, piece->item_id) > item_left)
        {
          g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       ngettext ("Only %ld piece of this line is still to be sent.",
                                 "Only %ld pieces of this line are still to be sent.", (gulong) item_left),
                       (glong) item_left);
          return FALSE;
        }
      n_sent += piece->quantity;
    }
  if (n_sent == 0)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                           _("Say how many pieces leave: one at least."));
      return FALSE;
    }
  *is_rest_out = n_sent == n_left;
  return TRUE;
}
