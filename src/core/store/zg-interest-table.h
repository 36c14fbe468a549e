/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-interest.h"

G_BEGIN_DECLS

gboolean zg_interest_table_insert (ZgDatabase  *db,
                                   ZgInterest  *interest,
                                   GError     **error);
gboolean zg_interest_table_update (ZgDatabase  *db,
                                   ZgInterest  *interest,
                                   GError     **error);
gboolean zg_interest_table_delete (ZgDatabase  *db,
                                   gint64       id,
                                   GError     **error);
ZgInterest *zg_interest_table_load (ZgDatabase  *db,
                                    gint64       id,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_interest_table_list (ZgDatabase  *db,
                                   gint64       customer_id,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
