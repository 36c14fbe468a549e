/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-list-table.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   chosen (filter)   the person has chosen that one, also when it was shown as chosen
 */
#define ZG_TYPE_CUSTOMER_FILTERS (zg_customer_filters_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerFilters, zg_customer_filters, ZG, CUSTOMER_FILTERS, GtkWidget)

void zg_customer_filters_show (ZgCustomerFilters *self,
                               ZgCustomerFilter   filter);
void zg_customer_filters_show_counts (ZgCustomerFilters *self,
                                      const gint64      *counts);

G_END_DECLS
