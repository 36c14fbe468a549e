/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-store.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgShopCopyKind:
 * @ZG_SHOP_COPY_BACKUP: made by the clock or before something large
 * @ZG_SHOP_COPY_MIGRATION: made before a new release changed the form of the file
 * @ZG_SHOP_COPY_REPLACED: what stood in the place of the shop file before a backup was restored
 * @ZG_SHOP_COPY_UNFINISHED: what a power cut has left of a copy
 */
typedef enum {
  ZG_SHOP_COPY_BACKUP,
  ZG_SHOP_COPY_MIGRATION,
  ZG_SHOP_COPY_REPLACED,
  ZG_SHOP_COPY_UNFINISHED,
} ZgShopCopyKind;

/**
 * ZgShopCopy:
 * @at: when it was last written
 *
 * A copy of the shop file, in its folder or that of the backups.
 */
typedef struct {
  char *path;
  ZgShopCopyKind kind;
  gint64 size;
  ZgTime at;
} ZgShopCopy;

void zg_shop_copy_free (ZgShopCopy *copy);
GPtrArray *zg_shop_copies_list (const char  *shop_path,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_shop_copies_rewrite (ZgStore           *store,
                                 const ZgShopCopy  *copy,
                                 ZgClock           *clock,
                                 GCancellable      *cancellable,
                                 gboolean          *was_changed_out,
                                 GError           **error);

G_END_DECLS
