/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order-paste.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgNewOrder:
 * @order: the order; its customer is whose it is, 0 when that is to be found out
 * @is_paid: whether it is paid already
 * @customer_id: whose it became
 * @is_new_customer: whether that customer was made for it
 *
 * An order that the desk writes itself.
 */
typedef struct {
  ZgOrder *order;
  gboolean is_paid;
  gint64 customer_id;
  gboolean is_new_customer;
} ZgNewOrder;

ZgNewOrder *zg_new_order_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgNewOrder *zg_new_order_from_paste (const ZgOrderPaste *paste,
                                     const char         *platform) G_GNUC_WARN_UNUSED_RESULT;
ZgNewOrder *zg_new_order_repeat (const ZgOrder *order) G_GNUC_WARN_UNUSED_RESULT;
void zg_new_order_free (ZgNewOrder *self);
char *zg_new_order_describe_sum (const ZgNewOrder *self) G_GNUC_WARN_UNUSED_RESULT;
char *zg_new_order_describe_mismatch (const ZgNewOrder   *self,
                                      const ZgOrderPaste *paste) G_GNUC_WARN_UNUSED_RESULT;

char **zg_order_create_load_titles (ZgDatabase  *db,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_order_create (ZgDatabase  *db,
                          ZgNewOrder  *self,
                          gint64       staff_id,
                          ZgClock     *clock,
                          GError     **error);
gboolean zg_order_create_undo (ZgDatabase        *db,
                               const ZgNewOrder  *self,
                               ZgClock           *clock,
                               GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgNewOrder, zg_new_order_free)

G_END_DECLS
