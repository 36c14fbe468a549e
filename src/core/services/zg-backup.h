/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-store.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgBackup:
 * @path: the file
 * @at: when it was made
 * @size: bytes
 *
 * A copy of the shop file that was verified when it was made.
 */
typedef struct {
  char *path;
  ZgTime at;
  gint64 size;
} ZgBackup;

void zg_backup_free (ZgBackup *backup);

char *zg_backup_get_folder (const char *shop_path);
GPtrArray *zg_backup_list (const char  *folder,
                           GTimeZone   *zone,
                           GError     **error);
char *zg_backup_make (const char    *shop_path,
                      ZgClock       *clock,
                      GCancellable  *cancellable,
                      GError       **error);
gboolean zg_backup_make_if_due (const char    *shop_path,
                                ZgTime         max_age,
                                ZgClock       *clock,
                                GCancellable  *cancellable,
                                GError       **error);
gboolean zg_backup_write_to (const char    *shop_path,
                             const char    *path,
                             GCancellable  *cancellable,
                             GError       **error);
char *zg_backup_restore (const char  *shop_path,
                         const char  *backup_path,
                         ZgClock     *clock,
                         GError     **error);
GArray *zg_backup_choose_thinned (const ZgTime *times,
                                  guint         n_times,
                                  GTimeZone    *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgBackup, zg_backup_free)

G_END_DECLS
