/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_STEPS (zg_order_steps_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderSteps, zg_order_steps, ZG, ORDER_STEPS, GtkWidget)

void zg_order_steps_show (ZgOrderSteps  *self,
                          const ZgOrder *order);

G_END_DECLS
