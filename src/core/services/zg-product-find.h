/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-product.h"

G_BEGIN_DECLS

/**
 * ZgProductFinder:
 *
 * Products prepared for being found by what somebody types.
 */
typedef struct _ZgProductFinder ZgProductFinder;

ZgProductFinder *zg_product_finder_new (GPtrArray *products) G_GNUC_WARN_UNUSED_RESULT;
void zg_product_finder_free (ZgProductFinder *finder);
GPtrArray *zg_product_finder_find (ZgProductFinder *finder,
                                   const char      *query) G_GNUC_WARN_UNUSED_RESULT;
ZgProduct *zg_product_find_one (ZgDatabase  *db,
                                const char  *word,
                                gboolean     binned,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgProductFinder, zg_product_finder_free)

G_END_DECLS
