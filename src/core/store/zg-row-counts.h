/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

/* What is counted. */
typedef enum {
  ZG_ROWS_CUSTOMERS,
  ZG_ROWS_ORDERS,
  ZG_ROWS_ITEMS,
  ZG_ROWS_REPLIES,
  ZG_ROWS_FOLLOW_UPS,
  ZG_ROWS_CONTACTS,
  ZG_ROWS_IMPORTS,
} ZgRows;

gboolean zg_row_counts_get (ZgDatabase  *db,
                            ZgRows       rows,
                            gint64      *count_out,
                            GError     **error);

G_END_DECLS
