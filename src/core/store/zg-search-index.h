/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

gboolean zg_search_index_forget_customer (ZgDatabase  *db,
                                          gint64       customer_id,
                                          GError     **error);
gboolean zg_search_index_add_customer (ZgDatabase  *db,
                                       gint64       customer_id,
                                       GError     **error);
gboolean zg_search_index_write_customer (ZgDatabase  *db,
                                         gint64       customer_id,
                                         GError     **error);
gboolean zg_search_index_add_new_customer (ZgDatabase        *db,
                                           const ZgCustomer  *customer,
                                           GError           **error);
gboolean zg_search_index_add_new_order (ZgDatabase     *db,
                                        const ZgOrder  *order,
                                        GError        **error);
gboolean zg_search_index_forget_order (ZgDatabase  *db,
                                       gint64       order_id,
                                       GError     **error);
gboolean zg_search_index_add_order (ZgDatabase  *db,
                                    gint64       order_id,
                                    GError     **error);
gboolean zg_search_index_write_order (ZgDatabase  *db,
                                      gint64       order_id,
                                      GError     **error);
gboolean zg_search_index_check (ZgDatabase  *db,
                                GError     **error);

G_END_DECLS
