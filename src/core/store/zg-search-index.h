/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-database.h"
#include "zg-new-customer.h"
#include "zg-order.h"
#include "zg-statement.h"

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
gboolean zg_search_index_add_new_name (ZgDatabase           *db,
                                       const ZgNewCustomer  *fresh,
                                       ZgStatement          *keys,
                                       GError              **error);
gboolean zg_search_index_add_new_customer (ZgDatabase           *db,
                                           const ZgNewCustomer  *fresh,
                                           GError              **error);
ZgStatement *zg_search_index_gather_keys (ZgDatabase  *db,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_search_index_hold (ZgDatabase *db);
gboolean zg_search_index_release (ZgDatabase  *db,
                                  GError     **error);
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
