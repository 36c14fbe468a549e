/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgShipPiece:
 * @item_id: a line of an order
 * @quantity: how many pieces of it, above 0
 */
typedef struct {
  gint64 item_id;
  gint64 quantity;
} ZgShipPiece;

/**
 * ZgShipment:
 * @at: when it left
 * @courier: (nullable): who carries it
 * @tracking: (nullable): the number to follow it by
 * @note: (nullable): why a part left while a rule asks for a reason
 * @staff_name: (nullable): who sent it
 * @history_id: the step of the order that it belongs to, or 0: the one that shipped the order, or for a part the last one
 *   before it
 * @pieces: (element-type ZgShipPiece): what left
 *
 * What left in one go.
 */
typedef struct {
  gint64 id;
  gint64 order_id;
  ZgTime at;
  char *courier;
  char *tracking;
  char *note;
  gint64 staff_id;
  char *staff_name;
  gint64 history_id;
  GArray *pieces;
} ZgShipment;

ZgShipment *zg_shipment_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_shipment_free (ZgShipment *shipment);
GArray *zg_shipment_count_left (const ZgOrder *order,
                                GPtrArray     *shipments) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_shipment_check (const ZgOrder  *order,
                            GPtrArray      *shipments,
                            GArray         *pieces,
                            gboolean       *is_rest_out,
                            GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgShipment, zg_shipment_free)

G_END_DECLS
