/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

gboolean zg_order_items_load (ZgDatabase  *db,
                              ZgOrder     *order,
                              GError     **error);
gboolean zg_order_items_save (ZgDatabase  *db,
                              ZgOrder     *order,
                              gboolean     is_new,
                              gint64       import_id,
                              GError     **error);

G_END_DECLS
