/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

/* Stands in the name of a copy until it is complete. */
#define ZG_SHOP_FILE_UNFINISHED ".unfinished-"

ZgDatabase *zg_shop_file_open_writer (const char  *path,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_shop_file_copy (ZgDatabase    *source,
                            const char    *path,
                            GCancellable  *cancellable,
                            GError       **error);
gboolean zg_shop_file_refuse_as_target (const char  *shop_path,
                                        const char  *path,
                                        GError     **error);
gboolean zg_shop_file_release (const char  *path,
                               GError     **error);
gboolean zg_shop_file_verify (const char  *path,
                              GError     **error);
char *zg_shop_file_default_path (void);

void zg_shop_file_checkpoint (const char *path);
void zg_shop_file_sync_journal (const char *path);

G_END_DECLS
