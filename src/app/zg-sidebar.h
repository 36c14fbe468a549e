/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-shop-profile.h"

G_BEGIN_DECLS

#define ZG_TYPE_SIDEBAR (zg_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ZgSidebar, zg_sidebar, ZG, SIDEBAR, GtkWidget)

void zg_sidebar_set_stack (ZgSidebar    *self,
                           AdwViewStack *stack);
void zg_sidebar_set_profile (ZgSidebar     *self,
                             ZgShopProfile *profile);
GMenuModel *zg_sidebar_get_menu (ZgSidebar *self);
GtkMenuButton *zg_sidebar_get_menu_button (ZgSidebar *self);

G_END_DECLS
