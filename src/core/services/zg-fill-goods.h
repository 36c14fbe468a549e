/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-body-size.h"
#include "zg-database.h"
#include "zg-order.h"
#include "zg-placeholder.h"
#include "zg-product.h"

G_BEGIN_DECLS

/**
 * ZgFillGoods:
 * @product: (nullable): what is talked about
 * @promotion: (nullable): what the shop offers for it now, one a line
 * @recommendation: (nullable): what to recommend, one a line
 * @size_advice: (nullable): which size the customer takes
 *
 * What replies are filled with from products and promotions.
 */
typedef struct {
  ZgProduct *product;
  char *promotion;
  char *recommendation;
  char *size_advice;
} ZgFillGoods;

ZgFillGoods *zg_fill_goods_load (ZgDatabase        *db,
                                 gint64             customer_id,
                                 const ZgBodySize  *body,
                                 const ZgOrder     *order,
                                 gint64             product_id,
                                 ZgTime             now,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_fill_goods_free (ZgFillGoods *goods);
char *zg_fill_goods_speak (const ZgFillGoods *goods,
                           ZgPlaceholderId    id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
