/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

GPtrArray *zg_row_json_list_columns (ZgDatabase  *db,
                                     const char  *table,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_row_json_append_select (ZgDatabase  *db,
                                    const char  *table,
                                    const char  *condition,
                                    GString     *sql,
                                    GError     **error);
gboolean zg_row_json_append_insert (ZgDatabase  *db,
                                    const char  *table,
                                    const char  *id,
                                    GString     *names,
                                    GString     *values,
                                    GError     **error);
const char *zg_row_json_make_insert (ZgDatabase  *db,
                                     const char  *table,
                                     const char  *condition,
                                     GError     **error);

G_END_DECLS
