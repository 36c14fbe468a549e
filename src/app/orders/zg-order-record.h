/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-card.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_RECORD (zg_order_record_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderRecord, zg_order_record, ZG, ORDER_RECORD, GtkWidget)

G_END_DECLS
