/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"
#include "zg-product.h"

G_BEGIN_DECLS

gboolean zg_product_table_insert (ZgDatabase  *db,
                                  ZgProduct   *product,
                                  GError     **error);
gboolean zg_product_table_update (ZgDatabase  *db,
                                  ZgProduct   *product,
                                  GError     **error);
ZgProduct *zg_product_table_load (ZgDatabase  *db,
                                  gint64       id,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_product_table_list (ZgDatabase  *db,
                                  gboolean     binned,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_product_table_find_by_code (ZgDatabase  *db,
                                        const char  *code,
                                        gint64      *id_out,
                                        GError     **error);
gboolean zg_product_table_find_by_sku (ZgDatabase  *db,
                                       const char  *sku,
                                       gint64       but_id,
                                       gint64      *id_out,
                                       GError     **error);
gboolean zg_product_table_find_by_title (ZgDatabase  *db,
                                         const char  *title,
                                         gint64      *id_out,
                                         GError     **error);
gboolean zg_product_table_is_used (ZgDatabase  *db,
                                   gboolean    *is_used_out,
                                   GError     **error);

/* zg-product-parts.c */
gboolean zg_product_table_save_parts (ZgDatabase  *db,
                                      ZgProduct   *product,
                                      GError     **error);
gboolean zg_product_table_load_variants (ZgDatabase  *db,
                                         ZgProduct   *product,
                                         GError     **error);
gboolean zg_product_table_load_parts (ZgDatabase  *db,
                                      ZgProduct   *product,
                                      GError     **error);

/* zg-product-items.c: the lines of orders */
gboolean zg_product_table_find_for_item (ZgDatabase         *db,
                                         const ZgOrderItem  *item,
                                         gint64             *id_out,
                                         GError            **error);
gboolean zg_product_table_link_new (ZgDatabase  *db,
                                    ZgOrder     *order,
                                    GHashTable  *memo,
                                    GError     **error);
gboolean zg_product_table_link_open (ZgDatabase  *db,
                                     GError     **error);
gboolean zg_product_table_list_bought (ZgDatabase  *db,
                                       gint64       customer_id,
                                       int          limit,
                                       GArray      *ids,
                                       GError     **error);
gboolean zg_product_table_list_praised (ZgDatabase  *db,
                                        int          limit,
                                        GArray      *ids,
                                        GError     **error);
gboolean zg_product_table_move_stock (ZgDatabase  *db,
                                      gint64       product_id,
                                      gint64       variant_id,
                                      gint64       difference,
                                      GError     **error);

G_END_DECLS
