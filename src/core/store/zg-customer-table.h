/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-database.h"
#include "zg-new-customer.h"
#include "zg-order.h"
#include "zg-statement.h"

G_BEGIN_DECLS

ZgCustomer *zg_customer_table_load (ZgDatabase  *db,
                                    gint64       id,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_customer_table_insert (ZgDatabase  *db,
                                   ZgCustomer  *customer,
                                   ZgTime       now,
                                   gint64       import_id,
                                   GError     **error);
ZgStatement *zg_customer_table_gather (ZgDatabase  *db,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_table_add (ZgStatement   *statement,
                            ZgNewCustomer *fresh,
                            ZgTime         now,
                            gint64         import_id);
gboolean zg_customer_table_update (ZgDatabase  *db,
                                   ZgCustomer  *customer,
                                   ZgTime       now,
                                   GError     **error);
gboolean zg_customer_table_delete (ZgDatabase  *db,
                                   gint64       id,
                                   GError     **error);
gboolean zg_customer_table_refresh_sort_key (ZgDatabase  *db,
                                             gint64       id,
                                             GError     **error);
gboolean zg_customer_table_refresh_totals (ZgDatabase  *db,
                                           gint64       id,
                                           GError     **error);
void zg_customer_table_count_order (ZgCustomer    *customer,
                                    const ZgOrder *order);
gboolean zg_customer_table_find_by_account (ZgDatabase  *db,
                                            const char  *platform,
                                            const char  *account,
                                            gint64      *id_out,
                                            GError     **error);
gboolean zg_customer_table_find_by_phone (ZgDatabase  *db,
                                          const char  *digits,
                                          const char  *name,
                                          gint64      *id_out,
                                          GError     **error);

G_END_DECLS
