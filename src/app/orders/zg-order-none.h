/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-list-table.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   clear ()      the search is to end
 *   show-all ()   the filter is to be dropped
 */
#define ZG_TYPE_ORDER_NONE (zg_order_none_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderNone, zg_order_none, ZG, ORDER_NONE, GtkWidget)

void zg_order_none_show (ZgOrderNone   *self,
                         const char    *text,
                         ZgOrderFilter  filter);

G_END_DECLS
