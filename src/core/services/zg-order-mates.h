/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgOrderMates:
 * @parcel: (element-type ZgOrder): the other orders of its parcel, the oldest first
 * @ready: (element-type ZgOrder): other orders that could go in one parcel with it now, and do not yet
 * @unpaid: (element-type ZgOrder): those that could as soon as they, or the order itself, are paid
 * @is_unannounced: whether it is on its way and nobody told the buyer
 *
 * What an order has to do with the other orders of its recipient, and whether its own way was told.
 */
typedef struct {
  GPtrArray *parcel;
  GPtrArray *ready;
  GPtrArray *unpaid;
  gboolean is_unannounced;
} ZgOrderMates;

ZgOrderMates *zg_order_mates_load (ZgDatabase     *db,
                                   const ZgOrder  *order,
                                   ZgTime          now,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_mates_free (ZgOrderMates *mates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderMates, zg_order_mates_free)

G_END_DECLS
