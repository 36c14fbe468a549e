/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-filter.h"
#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

GArray *zg_find_table_customers (ZgDatabase  *db,
                                 const char  *query,
                                 int          limit,
                                 GError     **error);
GArray *zg_find_table_customers_among (ZgDatabase              *db,
                                       const char              *query,
                                       const ZgCustomerFilter  *filter,
                                       ZgClock                 *clock,
                                       int                      limit,
                                       GError                 **error);
GArray *zg_find_table_orders (ZgDatabase  *db,
                              const char  *query,
                              int          limit,
                              GError     **error);

G_END_DECLS
