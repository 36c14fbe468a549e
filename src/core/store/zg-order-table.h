/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"
#include "zg-statement.h"

G_BEGIN_DECLS

ZgOrder *zg_order_table_load (ZgDatabase  *db,
                              gint64       id,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_order_table_find (ZgDatabase  *db,
                              const char  *platform,
                              const char  *shop,
                              const char  *number,
                              gint64      *id_out,
                              GError     **error);
gboolean zg_order_table_find_in_any_shop (ZgDatabase  *db,
                                          const char  *platform,
                                          const char  *number,
                                          gint64      *id_out,
                                          GError     **error);
gint64 zg_order_table_find_by_number (ZgDatabase  *db,
                                      const char  *number,
                                      GError     **error);
gboolean zg_order_table_insert (ZgDatabase  *db,
                                ZgOrder     *order,
                                gint64       import_id,
                                GError     **error);
ZgStatement *zg_order_table_gather (ZgDatabase  *db,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_table_add (ZgStatement *statement,
                         ZgOrder     *order,
                         gint64       import_id);
gboolean zg_order_table_write_more (ZgDatabase     *db,
                                    const ZgOrder  *order,
                                    GError        **error);
gboolean zg_order_table_update (ZgDatabase  *db,
                                ZgOrder     *order,
                                GError     **error);
gboolean zg_order_table_delete (ZgDatabase  *db,
                                gint64       id,
                                GError     **error);
GArray *zg_order_table_list_for_customer (ZgDatabase  *db,
                                          gint64       customer_id,
                                          int          limit,
                                          GError     **error);

G_END_DECLS
