/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-card.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_FACTS (zg_order_facts_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderFacts, zg_order_facts, ZG, ORDER_FACTS, GtkWidget)

G_END_DECLS
