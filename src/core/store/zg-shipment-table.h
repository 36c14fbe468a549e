/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-shipment.h"

G_BEGIN_DECLS

gboolean zg_shipment_table_insert (ZgDatabase  *db,
                                   ZgShipment  *shipment,
                                   GError     **error);
GPtrArray *zg_shipment_table_list (ZgDatabase  *db,
                                   gint64       order_id,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_shipment_table_find_last_step (ZgDatabase  *db,
                                           gint64       order_id,
                                           gint64      *history_id_out,
                                           GError     **error);
gboolean zg_shipment_table_undo (ZgDatabase  *db,
                                 gint64       id,
                                 ZgTime       at,
                                 GError     **error);
gboolean zg_shipment_table_keep_pieces (ZgDatabase  *db,
                                        gint64       order_id,
                                        char       **pieces_out,
                                        GError     **error);
gboolean zg_shipment_table_put_pieces (ZgDatabase  *db,
                                       const char  *pieces,
                                       GError     **error);
gboolean zg_shipment_table_write_order (ZgDatabase  *db,
                                        ZgOrder     *order,
                                        const char  *tracking,
                                        gboolean     partly_shipped,
                                        GError     **error);

G_END_DECLS
