/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"

G_BEGIN_DECLS

/* What an order comes to that the desk itself wrote. Of an order of a platform, the platform says it. */

gboolean zg_order_sums_are_ours (const ZgOrder *order);
gboolean zg_order_sums_update (ZgOrder  *order,
                               GError  **error);
gboolean zg_order_sums_set_total (ZgOrder  *order,
                                  gint64    total,
                                  GError  **error);

G_END_DECLS
