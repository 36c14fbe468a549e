/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   take-over ()   the order is to stand where the platform says
 */
#define ZG_TYPE_ORDER_CONFLICT (zg_order_conflict_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderConflict, zg_order_conflict, ZG, ORDER_CONFLICT, GtkWidget)

void zg_order_conflict_show (ZgOrderConflict *self,
                             const ZgOrder   *order);

G_END_DECLS
