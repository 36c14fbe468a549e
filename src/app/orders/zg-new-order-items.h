/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order-paste.h"
#include "zg-order.h"

G_BEGIN_DECLS

#define ZG_TYPE_NEW_ORDER_ITEMS (zg_new_order_items_get_type ())
G_DECLARE_FINAL_TYPE (ZgNewOrderItems, zg_new_order_items, ZG, NEW_ORDER_ITEMS, GtkWidget)

void zg_new_order_items_show (ZgNewOrderItems *self,
                              const ZgOrder   *order,
                              GPtrArray       *pasted);
gboolean zg_new_order_items_read (ZgNewOrderItems  *self,
                                  ZgOrder          *order,
                                  GError          **error);
void zg_new_order_items_focus (ZgNewOrderItems *self);

G_END_DECLS
