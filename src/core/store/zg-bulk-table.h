/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

gboolean zg_bulk_table_tag (ZgDatabase  *db,
                            gint64       customer_id,
                            const char  *tag,
                            gboolean     add,
                            ZgTime       now,
                            gboolean    *changed_out,
                            GError     **error);
gboolean zg_bulk_table_has_customer (ZgDatabase  *db,
                                     gint64       customer_id,
                                     gboolean    *has_out,
                                     GError     **error);

G_END_DECLS
