/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-shop-profile.h"

G_BEGIN_DECLS

#define ZG_TYPE_CLERK_BUTTON (zg_clerk_button_get_type ())
G_DECLARE_FINAL_TYPE (ZgClerkButton, zg_clerk_button, ZG, CLERK_BUTTON, GtkWidget)

void zg_clerk_button_set_profile (ZgClerkButton *self,
                                  ZgShopProfile *profile);

G_END_DECLS
