/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-order.h"

G_BEGIN_DECLS

GMenuModel *zg_order_menu_new (const ZgOrder *order,
                               GPtrArray     *history) G_GNUC_WARN_UNUSED_RESULT;
GMenuModel *zg_order_menu_new_flags (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
