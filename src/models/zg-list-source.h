/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-row-list.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgListQuery:
 * @text: what was typed; empty for the whole list
 * @filter: of the source, 0 for all rows
 * @segment: (nullable): the text of a #ZgCustomerFilter, or of a #ZgOrderFilter, that takes the place of @filter
 * @sort: of the source
 *
 * Which rows a list shows, and in which order. While there is a text, all rows are searched and the best hits come first;
 * with a segment, all rows of it.
 */
typedef struct {
  char *text;
  char *segment;
  int filter;
  int sort;
  gboolean descending;
} ZgListQuery;

#define ZG_LIST_MAX_FILTERS 8

/* Nobody reads further: with so many hits one types another character. */
#define ZG_LIST_MAX_HITS 60

/**
 * ZgListSource:
 * @tables: #ZgTables whose changes may change the list
 * @vague_tables: those of them whose changes do not say which rows of the list they mean
 * @is_orders: whether the rows are orders; else they are customers
 * @load_ids: the ids that a query lets through, in the order of the list
 * @load_rows: what the list shows of some rows; its data is a #ZgClock
 * @free_row: frees what @load_rows has loaded for a row
 * @count: how many rows each filter lets through
 *
 * What a list is a list of. All functions run on threads of the store, and @load_rows also on the main thread.
 */
typedef struct {
  guint tables;
  guint vague_tables;
  gboolean is_orders;
  GArray *(*load_ids) (ZgDatabase         *db,
                       const ZgListQuery  *query,
                       ZgClock            *clock,
                       GError            **error);
  ZgRowFetchFunc load_rows;
  GDestroyNotify free_row;
  gboolean (*count) (ZgDatabase  *db,
                     ZgClock     *clock,
                     gint64       counts[ZG_LIST_MAX_FILTERS],
                     GError     **error);
} ZgListSource;

const ZgListSource *zg_list_source_customers (void);
const ZgListSource *zg_list_source_orders (void);

G_END_DECLS
