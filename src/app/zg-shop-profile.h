/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-shop-table.h"
#include "zg-store.h"

G_BEGIN_DECLS

/*
 * ZgShopProfile is what the window shows of the shop itself, kept up to date with the shop file.
 *
 * Properties, all with notify:
 *   shop-name     string
 *   clerk-id      gint64    who works here; 0 before the first start is done
 *   clerk-name    string
 *   clerk-number  string    the number customers know them by, may be empty
 *   set-up        boolean   whether the questions of the first start were answered
 *   show-hints    boolean   whether the hint bar is shown
 *
 * Signals:
 *   failed (GError *)       something could not be read or written
 */
#define ZG_TYPE_SHOP_PROFILE (zg_shop_profile_get_type ())
G_DECLARE_FINAL_TYPE (ZgShopProfile, zg_shop_profile, ZG, SHOP_PROFILE, GObject)

ZgShopProfile *zg_shop_profile_new (ZgStore *store) G_GNUC_WARN_UNUSED_RESULT;
const char *zg_shop_profile_get_shop_name (ZgShopProfile *self);
void zg_shop_profile_set_shop_name (ZgShopProfile *self,
                                    const char    *name);
gint64 zg_shop_profile_get_clerk_id (ZgShopProfile *self);
const char *zg_shop_profile_get_clerk_name (ZgShopProfile *self);
const char *zg_shop_profile_get_clerk_number (ZgShopProfile *self);
void zg_shop_profile_set_clerk (ZgShopProfile *self,
                                gint64         staff_id);
GPtrArray *zg_shop_profile_get_staff (ZgShopProfile *self);
void zg_shop_profile_add_clerk (ZgShopProfile *self,
                                const char    *name,
                                const char    *number);
gboolean zg_shop_profile_get_set_up (ZgShopProfile *self);
gboolean zg_shop_profile_get_show_hints (ZgShopProfile *self);
void zg_shop_profile_set_show_hints (ZgShopProfile *self,
                                     gboolean       show_hints);

G_END_DECLS
