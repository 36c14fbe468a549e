/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-list-table.h"
#include "zg-order-filter.h"

G_BEGIN_DECLS

GArray *zg_filtered_orders_list (ZgDatabase           *db,
                                 const ZgOrderFilter  *filter,
                                 ZgOrderSort           sort,
                                 gboolean              descending,
                                 ZgClock              *clock,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_filtered_orders_keep (ZgDatabase           *db,
                                  const ZgOrderFilter  *filter,
                                  ZgClock              *clock,
                                  guint                 limit,
                                  GArray               *ids,
                                  GError              **error);
GPtrArray *zg_filtered_orders_list_couriers (ZgDatabase  *db,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_filtered_orders_list_platforms (ZgDatabase  *db,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
