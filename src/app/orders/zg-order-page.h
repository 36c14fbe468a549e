/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_PAGE (zg_order_page_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderPage, zg_order_page, ZG, ORDER_PAGE, GtkWidget)

GtkWidget *zg_order_page_new (ZgSession   *session,
                              ZgToastArea *toasts) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_page_open (ZgOrderPage *self,
                         gint64       id);
gint64 zg_order_page_get_id (ZgOrderPage *self);
gint64 zg_order_page_get_customer_id (ZgOrderPage *self);
void zg_order_page_set_column_mode (ZgOrderPage  *self,
                                    ZgColumnMode  mode);
void zg_order_page_focus (ZgOrderPage *self);
void zg_order_page_edit (ZgOrderPage *self);
gboolean zg_order_page_is_editing (ZgOrderPage *self);
gboolean zg_order_page_has_changes (ZgOrderPage *self);
gboolean zg_order_page_cancel (ZgOrderPage *self);

G_END_DECLS
