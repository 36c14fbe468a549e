/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

/* What two customers may have in common. Hidden and virtual values are in none of them. */
typedef enum {
  ZG_DUPLICATE_NAMES,
  ZG_DUPLICATE_PHONES,          /* the digits */
  ZG_DUPLICATE_ACCOUNTS,
  ZG_DUPLICATE_ADDRESSES,       /* the detail */
  ZG_N_DUPLICATE_VALUES,
} ZgDuplicateValues;

/**
 * ZgDuplicateRow:
 * @row_id: the row; of a name the customer
 * @customer_id: whose it is
 * @text: the value; only until this returns
 * @part: how much of the table is read, from 0 to 1
 *
 * Returns: whether to go on
 */
typedef gboolean (*ZgDuplicateRow) (gint64      row_id,
                                    gint64      customer_id,
                                    const char *text,
                                    double      part,
                                    gpointer    data);

gboolean zg_duplicate_table_each (ZgDatabase         *db,
                                  ZgDuplicateValues   values,
                                  ZgDuplicateRow      func,
                                  gpointer            data,
                                  GError            **error);
gboolean zg_duplicate_table_load_address_key (ZgDatabase  *db,
                                              gint64       row_id,
                                              char       **key_out,
                                              GError     **error);
gboolean zg_duplicate_table_each_not_same (ZgDatabase  *db,
                                           void       (*func) (gint64   a_id,
                                                               gint64   b_id,
                                                               gpointer data),
                                           gpointer     data,
                                           GError     **error);

G_END_DECLS
