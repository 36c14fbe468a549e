/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-store.h"

G_BEGIN_DECLS

#define ZG_TYPE_UNFINISHED_ERASE (zg_unfinished_erase_get_type ())
G_DECLARE_FINAL_TYPE (ZgUnfinishedErase, zg_unfinished_erase, ZG, UNFINISHED_ERASE, GObject)

ZgUnfinishedErase *zg_unfinished_erase_new (ZgStore *store) G_GNUC_WARN_UNUSED_RESULT;
void zg_unfinished_erase_finish (ZgUnfinishedErase *self);
gboolean zg_unfinished_erase_take (ZgUnfinishedErase *self,
                                   const GError      *error);
const char *zg_unfinished_erase_get_reason (ZgUnfinishedErase *self);
gboolean zg_unfinished_erase_is_busy (ZgUnfinishedErase *self);

G_END_DECLS
