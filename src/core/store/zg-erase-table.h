/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

gboolean zg_erase_table_erase (ZgDatabase  *db,
                               gint64       customer_id,
                               gboolean     keep_orders,
                               ZgTime       at,
                               gint64      *n_orders_out,
                               GError     **error);

G_END_DECLS
