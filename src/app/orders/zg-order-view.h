/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-order-desk.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_VIEW (zg_order_view_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderView, zg_order_view, ZG, ORDER_VIEW, GtkWidget)

void zg_order_view_set_session (ZgOrderView *self,
                                ZgSession   *session,
                                ZgToastArea *toasts);
void zg_order_view_show (ZgOrderView       *self,
                         const ZgOrderFile *file);
void zg_order_view_clear (ZgOrderView *self);
void zg_order_view_set_column_mode (ZgOrderView  *self,
                                    ZgColumnMode  mode);
void zg_order_view_move (ZgOrderView  *self,
                         ZgOrderState  to);
void zg_order_view_move_on (ZgOrderView *self);
gboolean zg_order_view_cancel (ZgOrderView *self);
void zg_order_view_focus (ZgOrderView *self);

G_END_DECLS
