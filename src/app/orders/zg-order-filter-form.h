/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order-filter.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_FILTER_FORM (zg_order_filter_form_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderFilterForm, zg_order_filter_form, ZG, ORDER_FILTER_FORM, GtkWidget)

void zg_order_filter_form_set_choices (ZgOrderFilterForm *self,
                                       GPtrArray         *couriers,
                                       GPtrArray         *platforms);
void zg_order_filter_form_set_filter (ZgOrderFilterForm   *self,
                                      const ZgOrderFilter *filter);
ZgOrderFilter *zg_order_filter_form_get_filter (ZgOrderFilterForm  *self,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
