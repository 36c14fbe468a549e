/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_FORM (zg_order_form_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderForm, zg_order_form, ZG, ORDER_FORM, GtkWidget)

void zg_order_form_start (ZgOrderForm   *self,
                          const ZgOrder *order);
void zg_order_form_rebase (ZgOrderForm   *self,
                           const ZgOrder *order);
ZgOrder *zg_order_form_make_order (ZgOrderForm  *self,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_order_form_get_id (ZgOrderForm *self);
gboolean zg_order_form_is_changed (ZgOrderForm *self);
void zg_order_form_focus (ZgOrderForm *self);

G_END_DECLS
