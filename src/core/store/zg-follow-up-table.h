/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact.h"
#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_follow_up_table_insert (ZgDatabase  *db,
                                    ZgFollowUp  *follow_up,
                                    GError     **error);
ZgFollowUp *zg_follow_up_table_load (ZgDatabase  *db,
                                     gint64       id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_follow_up_table_finish (ZgDatabase  *db,
                                    gint64       id,
                                    ZgTime       at,
                                    const char  *outcome,
                                    GError     **error);
gboolean zg_follow_up_table_delete (ZgDatabase  *db,
                                    gint64       id,
                                    GError     **error);
GPtrArray *zg_follow_up_table_load_open (ZgDatabase  *db,
                                         gint64       customer_id,
                                         ZgTime       until,
                                         GError     **error);

G_END_DECLS
