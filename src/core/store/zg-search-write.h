/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-statement.h"

G_BEGIN_DECLS

/* Between the files that write the search index. */
gboolean zg_search_index_write_keys (ZgStatement  *statement,
                                     gint64        customer_id,
                                     const char   *names,
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
