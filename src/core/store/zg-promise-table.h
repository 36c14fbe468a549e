/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-promise.h"

G_BEGIN_DECLS

gboolean zg_promise_table_insert (ZgDatabase  *db,
                                  ZgPromise   *promise,
                                  GError     **error);
gboolean zg_promise_table_update (ZgDatabase  *db,
                                  ZgPromise   *promise,
                                  GError     **error);
gboolean zg_promise_table_delete (ZgDatabase       *db,
                                  const ZgPromise  *promise,
                                  GError          **error);
ZgPromise *zg_promise_table_load (ZgDatabase  *db,
                                  gint64       id,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_promise_table_list_open (ZgDatabase  *db,
                                       ZgTime       until,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_promise_table_list_for_order (ZgDatabase  *db,
                                            gint64       order_id,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
