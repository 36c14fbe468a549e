/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-product.h"
#include "zg-promotion.h"

G_BEGIN_DECLS

/**
 * ZgProductChange:
 *
 * What a product was before an edit, for zg_product_desk_take_back().
 */
typedef struct _ZgProductChange ZgProductChange;

void zg_product_change_free (ZgProductChange *change);

gboolean zg_product_desk_save (ZgDatabase       *db,
                               ZgProduct        *product,
                               ZgTime            now,
                               ZgProductChange **change_out,
                               GError          **error);
gboolean zg_product_desk_write (ZgDatabase       *db,
                                ZgProduct        *product,
                                ZgTime            now,
                                ZgProductChange **change_out,
                                GError          **error);
gboolean zg_product_desk_delete (ZgDatabase       *db,
                                 gint64            id,
                                 ZgTime            now,
                                 ZgProductChange **change_out,
                                 GError          **error);
gboolean zg_product_desk_restore (ZgDatabase       *db,
                                  gint64            id,
                                  ZgTime            now,
                                  ZgProductChange **change_out,
                                  GError          **error);
gboolean zg_product_desk_take_back (ZgDatabase             *db,
                                    const ZgProductChange  *change,
                                    ZgTime                  now,
                                    GError                **error);

gboolean zg_promotion_desk_save (ZgDatabase   *db,
                                 ZgPromotion  *promotion,
                                 GError      **error);
gboolean zg_promotion_desk_delete (ZgDatabase  *db,
                                   gint64       id,
                                   ZgTime       now,
                                   GError     **error);
gboolean zg_promotion_desk_take_back (ZgDatabase         *db,
                                      const ZgPromotion  *before,
                                      const ZgPromotion  *saved,
                                      ZgTime              now,
                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgProductChange, zg_product_change_free)

G_END_DECLS
