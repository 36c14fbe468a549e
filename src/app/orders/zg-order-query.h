/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-table.h"
#include "zg-session.h"

G_BEGIN_DECLS

/* Nobody reads further: with so many hits one types another character. */
#define ZG_ORDER_QUERY_MAX_HITS 60

/**
 * ZgOrderQuery:
 * @text: what was typed; empty for the whole list
 *
 * Which orders the list shows, and in which order. While there is a text, all of them are searched and the best
 * hits come first.
 */
typedef struct {
  char *text;
  ZgOrderFilter filter;
  ZgOrderSort sort;
  gboolean descending;
} ZgOrderQuery;

void zg_order_query_clear (ZgOrderQuery *query);
void zg_order_query_run_async (const ZgOrderQuery  *query,
                               ZgSession           *session,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
GArray *zg_order_query_run_finish (GAsyncResult  *result,
                                   GPtrArray    **values_out,
                                      GError       **error);
void zg_order_query_count_async (ZgSession           *session,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
gboolean zg_order_query_count_finish (GAsyncResult  *result,
                                         gint64         counts[ZG_N_ORDER_FILTERS],
                                         GError       **error);

G_END_DECLS
