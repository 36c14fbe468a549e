/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"
#include "zg-shipment.h"

G_BEGIN_DECLS

gboolean zg_order_sent_note (ZgDatabase  *db,
                             ZgOrder     *order,
                             ZgShipment  *shipment,
                             GError     **error);
gboolean zg_order_sent_note_rest (ZgDatabase  *db,
                                  ZgOrder     *order,
                                  ZgTime       at,
                                  gint64       staff_id,
                                  gint64       history_id,
                                  GError     **error);
gboolean zg_order_sent_refresh (ZgDatabase  *db,
                                ZgOrder     *order,
                                GError     **error);
gboolean zg_order_sent_undo_step (ZgDatabase  *db,
                                  ZgOrder     *order,
                                  gint64       history_id,
                                  ZgTime       now,
                                  GError     **error);
gboolean zg_order_sent_undo_part (ZgDatabase  *db,
                                  ZgOrder     *order,
                                  ZgTime       now,
                                  gboolean    *is_undone_out,
                                  GError     **error);

G_END_DECLS
