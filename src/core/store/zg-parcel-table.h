/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-parcel.h"

G_BEGIN_DECLS

gboolean zg_parcel_table_insert (ZgDatabase  *db,
                                 ZgParcel    *parcel,
                                 GError     **error);
ZgParcel *zg_parcel_table_load (ZgDatabase  *db,
                                gint64       id,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_parcel_table_load_orders (ZgDatabase  *db,
                                        gint64       id,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_parcel_table_update (ZgDatabase  *db,
                                 ZgParcel    *parcel,
                                 GError     **error);
gboolean zg_parcel_table_delete (ZgDatabase  *db,
                                 gint64       id,
                                 GError     **error);
gboolean zg_parcel_table_put (ZgDatabase  *db,
                              ZgOrder     *order,
                              gint64       parcel_id,
                              GError     **error);
gboolean zg_parcel_table_forget_slips (ZgDatabase  *db,
                                       gint64       id,
                                       GError     **error);
gboolean zg_parcel_table_forget_order (ZgDatabase  *db,
                                       gint64       order_id,
                                       GError     **error);
gboolean zg_parcel_table_release_order (ZgDatabase  *db,
                                        gint64       order_id,
                                        GError     **error);
gboolean zg_parcel_table_find_waiting (ZgDatabase     *db,
                                       const ZgOrder  *order,
                                       char          **number_out,
                                       GError        **error);
GArray *zg_parcel_table_list_doubtful (ZgDatabase  *db,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
