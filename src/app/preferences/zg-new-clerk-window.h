/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-shop-profile.h"

G_BEGIN_DECLS

#define ZG_TYPE_NEW_CLERK_WINDOW (zg_new_clerk_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgNewClerkWindow, zg_new_clerk_window, ZG, NEW_CLERK_WINDOW, AdwWindow)

ZgNewClerkWindow *zg_new_clerk_window_new (GtkWindow     *parent,
                                           ZgShopProfile *profile) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
