/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-row-counts.h"

/* How much there is in a shop file. */

static const char * const queries[] = {
  [ZG_ROWS_CUSTOMERS] = "SELECT count(*) FROM customer",
  [ZG_ROWS_ORDERS] = "SELECT count(*) FROM shop_order",
  [ZG_ROWS_ITEMS] = "SELECT count(*) FROM order_item",
  [ZG_ROWS_REPLIES] = "SELECT count(*) FROM reply WHERE deleted_at IS NULL",
  [ZG_ROWS_FOLLOW_UPS] = "SELECT count(*) FROM follow_up",
  [ZG_ROWS_CONTACTS] = "SELECT count(*) FROM contact",
  [ZG_ROWS_IMPORTS] = "SELECT count(*) FROM import_log",
};

/**
 * zg_row_counts_get:
 * @db: a connection
 * @rows: what is to be counted
 * @count_out: (out): how many there are; replies in the bin are not counted
 * @error: return location for an error
 *
 * Goes through a whole index: not for a key press.
 *
 * Returns: whether they are counted
 */
gboolean
zg_row_counts_get (ZgDatabase  *db,
                   ZgRows       rows,
                   gint64      *count_out,
                   GError     **error)
{
  return zg_database_query_int64 (db, queries[rows], count_out, error);
}
