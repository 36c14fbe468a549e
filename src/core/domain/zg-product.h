/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-size-chart.h"
#include "zg-time.h"

G_BEGIN_DECLS

/* A stock that nobody counts, a price of a variant that is the product's. */
#define ZG_PRODUCT_NONE (-1)

#define ZG_PRODUCT_MAX_TITLE 200

/**
 * ZgVariant:
 * @price: minor units of the product's currency, or %ZG_PRODUCT_NONE for the product's own
 * @stock: how many there are, or %ZG_PRODUCT_NONE
 *
 * One colour and size of a product. No text is %NULL.
 */
typedef struct {
  gint64 id;
  char *colour;
  char *size;
  char *sku;
  gint64 price;
  gint64 stock;
} ZgVariant;

/**
 * ZgRelatedProduct:
 * @reason: why it goes with the product, or ""
 * @title: (nullable): its title; only read
 *
 * A product that goes with another one.
 */
typedef struct {
  gint64 other_id;
  char *reason;
  char *title;
} ZgRelatedProduct;

/**
 * ZgProduct:
 * @short_title: what it is called in a conversation, or ""
 * @price: minor units; 0 where nobody has said it
 * @points: selling points, one a line
 * @reason: why to recommend it
 * @attributes: "name: value", one a line
 * @stock: how many there are, or %ZG_PRODUCT_NONE: not counted, or counted by variant
 * @return_policy: a key of zg_return_policy_list(), or "" for seven days
 * @variants: (element-type ZgVariant)
 * @related: (element-type ZgRelatedProduct): the best first
 * @sizes: (element-type ZgSizeRow)
 *
 * Something the shop sells. No text is %NULL.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  ZgTime created_at;
  ZgTime updated_at;
  ZgTime deleted_at;
  char *title;
  char *short_title;
  char *code;
  char *link;
  char *currency;
  gint64 price;
  char *points;
  char *reason;
  char *cautions;
  char *attributes;
  gint64 stock;
  char *return_policy;
  GPtrArray *variants;
  GPtrArray *related;
  GPtrArray *sizes;
} ZgProduct;

ZgProduct *zg_product_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
ZgProduct *zg_product_copy (const ZgProduct *product) G_GNUC_WARN_UNUSED_RESULT;
void zg_product_free (ZgProduct *product);
ZgVariant *zg_variant_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_variant_free (ZgVariant *variant);
ZgRelatedProduct *zg_related_product_new (gint64      other_id,
                                          const char *reason) G_GNUC_WARN_UNUSED_RESULT;
void zg_related_product_free (ZgRelatedProduct *related);

void zg_product_normalise (ZgProduct *product);
gboolean zg_product_validate (const ZgProduct  *product,
                              GError          **error);
const char *zg_product_get_name (const ZgProduct *product);
ZgVariant *zg_product_find_variant (const ZgProduct *product,
                                    const char      *sku,
                                    const char      *colour,
                                    const char      *size);
gint64 zg_product_get_stock (const ZgProduct *product);
gint64 zg_product_get_stock_of (const ZgProduct *product,
                                const ZgVariant *variant);
gboolean zg_product_is_sold_out (const ZgProduct *product);

const char * const *zg_return_policy_list (void);
const char *zg_return_policy_to_label (const char *policy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgProduct, zg_product_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgVariant, zg_variant_free)

G_END_DECLS
