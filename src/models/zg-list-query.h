/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-source.h"

G_BEGIN_DECLS

void zg_list_query_clear (ZgListQuery *query);
void zg_list_query_run_async (const ZgListQuery   *query,
                              const ZgListSource  *source,
                              ZgStore             *store,
                              ZgClock             *clock,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
GArray *zg_list_query_run_finish (GAsyncResult  *result,
                                  GPtrArray    **values_out,
                                  GError       **error);
void zg_list_query_count_async (const ZgListSource  *source,
                                ZgStore             *store,
                                ZgClock             *clock,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
gboolean zg_list_query_count_finish (GAsyncResult  *result,
                                     gint64         counts[ZG_LIST_MAX_FILTERS],
                                     GError       **error);

G_END_DECLS
