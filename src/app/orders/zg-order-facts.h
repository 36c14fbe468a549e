/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order-desk.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_FACTS (zg_order_facts_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderFacts, zg_order_facts, ZG, ORDER_FACTS, GtkWidget)

void zg_order_facts_show (ZgOrderFacts      *self,
                          const ZgOrderFile *file,
                          ZgClock           *clock);

G_END_DECLS
