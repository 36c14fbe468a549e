/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-promotion.h"

G_BEGIN_DECLS

gboolean zg_promotion_table_insert (ZgDatabase   *db,
                                    ZgPromotion  *promotion,
                                    GError      **error);
gboolean zg_promotion_table_update (ZgDatabase   *db,
                                    ZgPromotion  *promotion,
                                    GError      **error);
ZgPromotion *zg_promotion_table_load (ZgDatabase  *db,
                                      gint64       id,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_promotion_table_list (ZgDatabase  *db,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
