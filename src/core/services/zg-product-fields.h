/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "zg-database.h"
#include "zg-product.h"
#include "zg-promotion.h"

G_BEGIN_DECLS

/* Products and promotions field by field, as files and the command line write them. The keys are a contract. */

gboolean zg_product_set_field (ZgDatabase  *db,
                               ZgProduct   *product,
                               const char  *field,
                               const char  *value,
                               GError     **error);
gboolean zg_product_read_count (const char  *value,
                                gint64      *count_out,
                                GError     **error);
gboolean zg_promotion_set_field (ZgDatabase   *db,
                                 ZgPromotion  *promotion,
                                 const char   *field,
                                 const char   *value,
                                 GTimeZone    *zone,
                                 GError      **error);

/* zg-product-json.c */
JsonObject *zg_product_json_new (const ZgProduct *product) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *zg_product_json_new_short (const ZgProduct *product) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *zg_promotion_json_new (const ZgPromotion *promotion,
                                   ZgTime             now,
                                   GTimeZone         *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
