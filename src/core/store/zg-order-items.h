/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"
#include "zg-statement.h"

G_BEGIN_DECLS

gboolean zg_order_items_load (ZgDatabase  *db,
                              ZgOrder     *order,
                              GError     **error);
gboolean zg_order_items_save (ZgDatabase  *db,
                              ZgOrder     *order,
                              gboolean     is_new,
                              gint64       import_id,
                              GError     **error);
ZgStatement *zg_order_items_gather (ZgDatabase  *db,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_items_add (ZgStatement   *statement,
                         const ZgOrder *order,
                         gint64         import_id);

char **zg_order_items_list_titles (ZgDatabase  *db,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
