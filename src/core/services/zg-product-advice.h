/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-body-size.h"
#include "zg-database.h"
#include "zg-order.h"
#include "zg-product.h"

G_BEGIN_DECLS

/* As many are told at once: more is no advice. */
#define ZG_PRODUCT_ADVICE_COUNT 2

/**
 * ZgRecommendation:
 * @reason: why, never empty
 *
 * A product to recommend.
 */
typedef struct {
  ZgProduct *product;
  char *reason;
} ZgRecommendation;

void zg_recommendation_free (ZgRecommendation *recommendation);
GPtrArray *zg_product_advice_recommend (ZgDatabase     *db,
                                        gint64          customer_id,
                                        const ZgOrder  *order,
                                        gint64          product_id,
                                        guint           n,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
char *zg_product_advice_to_text (GPtrArray *recommendations) G_GNUC_WARN_UNUSED_RESULT;
ZgProduct *zg_product_advice_find_product (ZgDatabase     *db,
                                           const ZgOrder  *order,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *zg_product_advice_list_goods (ZgDatabase     *db,
                                      const ZgOrder  *order,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_product_advice_list_promotions (ZgDatabase  *db,
                                              GArray      *goods,
                                              ZgTime       now,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
