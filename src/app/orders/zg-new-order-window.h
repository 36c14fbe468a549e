/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-order-create.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_NEW_ORDER_WINDOW (zg_new_order_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgNewOrderWindow, zg_new_order_window, ZG, NEW_ORDER_WINDOW, AdwWindow)

GtkWindow *zg_new_order_window_new (GtkWindow     *parent,
                                    ZgSession     *session,
                                    const ZgOrder *repeated);

G_END_DECLS
