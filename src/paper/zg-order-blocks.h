/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"
#include "zg-page-flow.h"

G_BEGIN_DECLS

/* Parts of an order that slips and sheets have in common. */

char *zg_order_blocks_format_time (ZgTime     time,
                                   GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_blocks_add_title (ZgPageFlow *flow,
                                const char *shop,
                                const char *title);
void zg_order_blocks_add_recipient (ZgPageFlow    *flow,
                                    const ZgOrder *order);
void zg_order_blocks_add_items (ZgPageFlow *flow,
                                GPtrArray  *orders,
                                gboolean    with_prices);
void zg_order_blocks_add_note (ZgPageFlow *flow,
                               const char *heading,
                               const char *note);
void zg_order_blocks_add_money (ZgPageFlow    *flow,
                                const ZgOrder *order);

G_END_DECLS
