/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-table.h"
#include "zg-session.h"

G_BEGIN_DECLS

/* Nobody reads further: with so many hits one types another character. */
#define ZG_CUSTOMER_QUERY_MAX_HITS 60

/**
 * ZgCustomerQuery:
 * @text: what was typed; empty for the whole list
 *
 * Which customers the list shows, and in which order. While there is a text, all customers are searched and the best
 * hits come first.
 */
typedef struct {
  char *text;
  ZgCustomerFilter filter;
  ZgCustomerSort sort;
  gboolean descending;
} ZgCustomerQuery;

void zg_customer_query_clear (ZgCustomerQuery *query);
void zg_customer_query_run_async (const ZgCustomerQuery *query,
                                  ZgSession             *session,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
GArray *zg_customer_query_run_finish (GAsyncResult  *result,
                                      GPtrArray    **values_out,
                                      GError       **error);
void zg_customer_query_count_async (ZgSession           *session,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean zg_customer_query_count_finish (GAsyncResult  *result,
                                         gint64         counts[ZG_N_CUSTOMER_FILTERS],
                                         GError       **error);

G_END_DECLS
