/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgStockState:
 * @ZG_STOCK_UNKNOWN: none of the goods is a product of the shop
 * @ZG_STOCK_NOT_COUNTED: nobody counts them
 * @ZG_STOCK_ENOUGH: there are enough of all that are counted
 * @ZG_STOCK_SHORT: there are too few of something
 */
typedef enum {
  ZG_STOCK_UNKNOWN,
  ZG_STOCK_NOT_COUNTED,
  ZG_STOCK_ENOUGH,
  ZG_STOCK_SHORT,
} ZgStockState;

gboolean zg_product_stock_check (ZgDatabase     *db,
                                 const ZgOrder  *order,
                                 ZgStockState   *state_out,
                                 char          **note_out,
                                 GError        **error);
gboolean zg_product_stock_take (ZgDatabase     *db,
                                const ZgOrder  *order,
                                GArray         *pieces,
                                GError        **error);
gboolean zg_product_stock_give_back (ZgDatabase     *db,
                                     const ZgOrder  *order,
                                     GArray         *pieces,
                                     GError        **error);

G_END_DECLS
