/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-shop-profile.h"

G_BEGIN_DECLS

void zg_new_clerk_ask (GtkWindow     *parent,
                       ZgShopProfile *profile);

G_END_DECLS
