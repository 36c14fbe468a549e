/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgParcel:
 * @created_at: when its orders were merged
 * @saved_postage: what needs not be paid to the courier because they go together, in minor units of @currency
 * @shipped_at: when the last of its orders had left, or %ZG_TIME_NONE
 * @order_ids: (element-type gint64): its orders, the oldest first
 * @numbers: (element-type utf8): their numbers, in the same order
 * @currency: that of the first order
 *
 * Several orders that leave the shop in one box.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  ZgTime created_at;
  gint64 staff_id;
  gint64 saved_postage;
  ZgTime shipped_at;
  GArray *order_ids;
  GPtrArray *numbers;
  char *currency;
} ZgParcel;

ZgParcel *zg_parcel_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_parcel_free (ZgParcel *parcel);

gboolean zg_parcel_check_order (const ZgOrder  *order,
                                GError        **error);
gboolean zg_parcel_check_pair (const ZgOrder  *a,
                               const ZgOrder  *b,
                               GError        **error);
gboolean zg_parcel_keeps (const ZgOrder *order);
gboolean zg_parcel_is_paid_at_door (const ZgOrder *order);
gboolean zg_parcel_has_left (const ZgOrder *order);
gboolean zg_parcel_address_differs (const ZgOrder *a,
                                    const ZgOrder *b);
gint64 zg_parcel_get_saved_postage (GPtrArray *orders);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgParcel, zg_parcel_free)

G_END_DECLS
