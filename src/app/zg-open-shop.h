/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"

G_BEGIN_DECLS

typedef struct _ZgOpenShop ZgOpenShop;

ZgOpenShop *zg_open_shop_new (ZgClock    *clock,
                              const char *path,
                              gboolean    demo) G_GNUC_WARN_UNUSED_RESULT;
void zg_open_shop_free (ZgOpenShop *shop);
gboolean zg_open_shop_open (ZgOpenShop  *shop,
                            GError     **error);
void zg_open_shop_close (ZgOpenShop *shop);
void zg_open_shop_become_demo (ZgOpenShop *shop);
gboolean zg_open_shop_exists (ZgOpenShop *shop);
gboolean zg_open_shop_is_demo (ZgOpenShop *shop);
ZgSession *zg_open_shop_get_session (ZgOpenShop *shop);
const char *zg_open_shop_get_path (ZgOpenShop *shop);
ZgClock *zg_open_shop_get_clock (ZgOpenShop *shop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOpenShop, zg_open_shop_free)

G_END_DECLS
