/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

gboolean zg_slip_table_note (ZgDatabase     *db,
                             const ZgOrder  *order,
                             ZgTime          at,
                             GError        **error);
GArray *zg_slip_table_list_parcel (ZgDatabase  *db,
                                   gint64       parcel_id,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
