/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-statement.h"

G_BEGIN_DECLS

/* Between the files that write the search index. */
GPtrArray *zg_search_index_list_keys (const char *names,
                                      gboolean    all) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_search_index_write_keys (ZgStatement  *statement,
                                     gint64        customer_id,
                                     GPtrArray    *keys,
                                     GError      **error);
gboolean zg_search_index_put_customer (ZgDatabase  *db,
                                       gint64       id,
                                       gboolean     add,
                                       GError     **error);
gboolean zg_search_index_put_order (ZgDatabase  *db,
                                    gint64       id,
                                    gboolean     add,
                                    GError     **error);
gboolean zg_search_index_hold_customer (ZgDatabase  *db,
                                        gint64       id,
                                        GError     **error);
gboolean zg_search_index_hold_order (ZgDatabase  *db,
                                     gint64       id,
                                     GError     **error);

G_END_DECLS
