/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_BANNER (zg_order_banner_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderBanner, zg_order_banner, ZG, ORDER_BANNER, GtkWidget)

GtkWidget *zg_order_banner_new (const char *icon_name) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_banner_show (ZgOrderBanner *self,
                           const char    *title,
                           const char    *detail,
                           gboolean       is_warning);
GtkWidget *zg_order_banner_add_button (ZgOrderBanner *self,
                                       const char    *label,
                                       gboolean       is_flat);
void zg_order_banner_add_look (ZgOrderBanner *self,
                               GPtrArray     *orders,
                               gboolean       is_flat);
void zg_order_banner_set_orders (ZgOrderBanner *self,
                                 GPtrArray     *orders,
                                 GTimeZone     *zone);
gboolean zg_order_banner_fold (ZgOrderBanner *self);
char *zg_order_banner_name_orders (GPtrArray *orders) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
