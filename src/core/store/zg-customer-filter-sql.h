/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-filter.h"
#include "zg-statement.h"

G_BEGIN_DECLS

/**
 * ZgFilterSql:
 *
 * The conditions of a customer filter at one moment, for the statements that count, list and look at customers.
 */
typedef struct _ZgFilterSql ZgFilterSql;

ZgFilterSql *zg_filter_sql_new (const ZgCustomerFilter *filter,
                                ZgClock                *clock) G_GNUC_WARN_UNUSED_RESULT;
void zg_filter_sql_free (ZgFilterSql *self);
ZgStatement *zg_filter_sql_prepare_count (ZgFilterSql  *self,
                                          ZgDatabase   *db,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
ZgStatement *zg_filter_sql_prepare_list (ZgFilterSql  *self,
                                         ZgDatabase   *db,
                                         const char   *columns,
                                         const char   *order_by,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
ZgStatement *zg_filter_sql_prepare_check (ZgFilterSql  *self,
                                          ZgDatabase   *db,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
int zg_filter_sql_get_n_values (ZgFilterSql *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgFilterSql, zg_filter_sql_free)

G_END_DECLS
