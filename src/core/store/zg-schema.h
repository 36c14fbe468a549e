/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

char *zg_schema_load_sql (const char *name) G_GNUC_WARN_UNUSED_RESULT;
int zg_schema_get_newest_version (void);
gboolean zg_schema_check (ZgDatabase      *db,
                          ZgDatabaseMode   mode,
                          int             *version_out,
                          GError         **error);
gboolean zg_schema_migrate (ZgDatabase  *db,
                            int          from_version,
                            GError     **error);

G_END_DECLS
