/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-bulk-bar.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_BULK_BAR (zg_order_bulk_bar_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderBulkBar, zg_order_bulk_bar, ZG, ORDER_BULK_BAR, ZgBulkBar)

GtkWidget *zg_order_bulk_bar_new (ZgListPage *list,
                                  ZgSession  *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
