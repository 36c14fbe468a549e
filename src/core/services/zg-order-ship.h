/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgShipRequest:
 * @order_id: an order; all that is in a parcel with it leaves as well
 * @version: of the order, as it was read, or 0 for whatever it is
 * @courier: (nullable): who carries it, %NULL for the one that the order has
 * @tracking: (nullable): the number of this shipment
 * @pieces: (nullable) (element-type ZgShipPiece): what leaves, %NULL for all that is left
 * @at: when it leaves
 * @staff_id: the clerk, or 0
 * @reason: (nullable): why a rule is overridden
 *
 * The wish to send an order, a part of it, or a parcel.
 */
typedef struct {
  gint64 order_id;
  gint64 version;
  const char *courier;
  const char *tracking;
  GArray *pieces;
  ZgTime at;
  gint64 staff_id;
  const char *reason;
} ZgShipRequest;

gboolean zg_order_ship (ZgDatabase           *db,
                        const ZgShipRequest  *request,
                        ZgClock              *clock,
                        GError              **error);

G_END_DECLS
