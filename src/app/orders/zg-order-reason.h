/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   given (reason)   a reason, which is not blank
 *   dropped ()       nothing is to be done after all
 */
#define ZG_TYPE_ORDER_REASON (zg_order_reason_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderReason, zg_order_reason, ZG, ORDER_REASON, GtkWidget)

void zg_order_reason_ask (ZgOrderReason *self,
                          ZgOrderState   to,
                          int            n_open);
gboolean zg_order_reason_is_asking (ZgOrderReason *self);
ZgOrderState zg_order_reason_get_state (ZgOrderReason *self);
void zg_order_reason_close (ZgOrderReason *self);

G_END_DECLS
