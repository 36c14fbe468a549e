/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-check-form.h"
#include "zg-database.h"

G_BEGIN_DECLS

/* How many rows of the confirmation list people tick, for a list of orders; without the setting it is the standard one. */
#define ZG_CHECK_TABLE_COUNT_SQL "coalesce((SELECT cast(value AS INTEGER) FROM setting WHERE key = 'checklist.rows'), 8)"

ZgCheckForm *zg_check_table_load (ZgDatabase  *db,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_check_table_save (ZgDatabase   *db,
                              ZgCheckForm  *form,
                              GError      **error);
GArray *zg_check_table_list_open_orders (ZgDatabase  *db,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
