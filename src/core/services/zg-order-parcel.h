/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/* For zg_order_parcel_merge(): what the orders' own postage tells. */
#define ZG_POSTAGE_COMPUTED G_MININT64

gint64 zg_order_parcel_merge (ZgDatabase  *db,
                              GPtrArray   *orders,
                              gint64       saved_postage,
                              gint64       staff_id,
                              ZgTime       now,
                              GError     **error);
gboolean zg_order_parcel_unmerge (ZgDatabase  *db,
                                  gint64       parcel_id,
                                  gint64       version,
                                  gint64       staff_id,
                                  ZgTime       now,
                                  GError     **error);
gboolean zg_order_parcel_take_out (ZgDatabase  *db,
                                   ZgOrder     *order,
                                   gint64       staff_id,
                                   ZgTime       now,
                                   GError     **error);
gboolean zg_order_parcel_settle (ZgDatabase  *db,
                                 ZgOrder     *order,
                                 ZgTime       now,
                                 GError     **error);
gboolean zg_order_parcel_settle_id (ZgDatabase  *db,
                                    gint64       order_id,
                                    ZgTime       now,
                                    GError     **error);
gboolean zg_order_parcel_sweep (ZgDatabase  *db,
                                ZgTime       now,
                                GError     **error);

G_END_DECLS
