/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-record-page.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_PAGE (zg_order_page_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderPage, zg_order_page, ZG, ORDER_PAGE, GtkWidget)

GtkWidget *zg_order_page_new (ZgSession   *session,
                              ZgToastArea *toasts) G_GNUC_WARN_UNUSED_RESULT;
const ZgOrder *zg_order_page_get_order (ZgOrderPage *self);

G_END_DECLS
