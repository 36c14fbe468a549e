/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-statement.h"

G_BEGIN_DECLS

ZgStatement *zg_export_table_read_customers (ZgDatabase  *db,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgStatement *zg_export_table_read_chosen_customers (ZgDatabase  *db,
                                                    const char  *ids,
                                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgStatement *zg_export_table_read_customer_ids (ZgDatabase  *db,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgStatement *zg_export_table_read_orders (ZgDatabase  *db,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgStatement *zg_export_table_read_follow_ups (ZgDatabase  *db,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
