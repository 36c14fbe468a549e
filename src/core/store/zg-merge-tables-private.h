/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-merge-rows.h"

G_BEGIN_DECLS

/**
 * ZgMovedTable:
 * @key: SQL, what tells a row for good: the numbers of deleted rows are given again
 * @table: what is told to whoever shows such rows
 * @has_version: whether people edit its rows
 * @order_key: (nullable): SQL, its column that points at an order: what came after the merge goes where the order goes
 *
 * A table whose rows simply get another customer.
 */
typedef struct {
  const char *name;
  const char *key;
  ZgTables table;
  gboolean has_version;
  const char *order_key;
} ZgMovedTable;

/**
 * ZgPartTable:
 * @identity: (array zero-terminated=1): the columns that make two rows the same phone, account, address
 */
typedef struct {
  const char *name;
  const char * const *identity;
} ZgPartTable;

/* Ends with one without a name. */
extern const ZgMovedTable zg_moved_tables[];
extern const ZgPartTable zg_part_tables[ZG_N_MERGE_PARTS];
extern const char * const *const zg_merge_columns[ZG_N_MERGE_FIELDS];

gboolean zg_merge_rows_run (ZgDatabase  *db,
                            const char  *sql,
                            const char  *rows,
                            gint64       first_id,
                            gint64       second_id,
                            GError     **error);

G_END_DECLS
