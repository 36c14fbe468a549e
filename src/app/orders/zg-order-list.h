/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_LIST (zg_order_list_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderList, zg_order_list, ZG, ORDER_LIST, GtkWidget)

GtkWidget *zg_order_list_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_list_set_column_mode (ZgOrderList  *self,
                                    ZgColumnMode  mode);
gint64 zg_order_list_get_selected (ZgOrderList *self);
void zg_order_list_select (ZgOrderList *self,
                           gint64       id);
void zg_order_list_focus (ZgOrderList *self);
void zg_order_list_find (ZgOrderList *self);
gboolean zg_order_list_clear_query (ZgOrderList *self);
gint64 zg_order_list_get_neighbour (ZgOrderList *self,
                                    gint64       id,
                                    int          step);
gint64 zg_order_list_get_customer_id (ZgOrderList *self,
                                      gint64       id);

G_END_DECLS
