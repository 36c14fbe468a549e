/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-filter.h"
#include "zg-database.h"
#include "zg-list-table.h"

G_BEGIN_DECLS

gboolean zg_filtered_customers_count (ZgDatabase              *db,
                                      const ZgCustomerFilter  *filter,
                                      ZgClock                 *clock,
                                      gint64                  *count_out,
                                      GError                 **error);
GArray *zg_filtered_customers_list (ZgDatabase              *db,
                                    const ZgCustomerFilter  *filter,
                                    ZgCustomerSort           sort,
                                    gboolean                 descending,
                                    ZgClock                 *clock,
                                    GError                 **error);

/**
 * ZgCustomerCheck:
 *
 * Looks at customers one by one, as a search finds them, whether a filter lets them through. When it has turned away many,
 * it asks once for all that pass.
 */
typedef struct _ZgCustomerCheck ZgCustomerCheck;

ZgCustomerCheck *zg_customer_check_new (ZgDatabase              *db,
                                        const ZgCustomerFilter  *filter,
                                        ZgClock                 *clock,
                                        GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_check_free (ZgCustomerCheck *self);
gboolean zg_customer_check_run (ZgCustomerCheck  *self,
                                gint64            id,
                                gboolean         *passes_out,
                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomerCheck, zg_customer_check_free)

G_END_DECLS
