/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

GArray *zg_find_table_customers (ZgDatabase  *db,
                                 const char  *query,
                                 int          limit,
                                 GError     **error);
GArray *zg_find_table_orders (ZgDatabase  *db,
                              const char  *query,
                              int          limit,
                              GError     **error);

G_END_DECLS
