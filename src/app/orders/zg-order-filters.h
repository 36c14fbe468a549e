/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-list-table.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   chosen (filter)   the person has chosen that one, also when it was shown as chosen
 */
#define ZG_TYPE_ORDER_FILTERS (zg_order_filters_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderFilters, zg_order_filters, ZG, ORDER_FILTERS, GtkWidget)

void zg_order_filters_show (ZgOrderFilters *self,
                            ZgOrderFilter   filter);
void zg_order_filters_show_counts (ZgOrderFilters *self,
                                   const gint64   *counts);

G_END_DECLS
