/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-bar.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_FILTER_BAR (zg_order_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderFilterBar, zg_order_filter_bar, ZG, ORDER_FILTER_BAR, GtkWidget)

GtkWidget *zg_order_filter_bar_new (ZgListBar *bar,
                                    ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
