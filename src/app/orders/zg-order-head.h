/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-order-desk.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   next ()   the step that comes next is to be taken
 */
#define ZG_TYPE_ORDER_HEAD (zg_order_head_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderHead, zg_order_head, ZG, ORDER_HEAD, GtkWidget)

void zg_order_head_show (ZgOrderHead       *self,
                         const ZgOrderFile *file,
                         ZgClock           *clock);
void zg_order_head_set_layout (ZgOrderHead  *self,
                               ZgColumnMode  mode,
                               gboolean      editing);

G_END_DECLS
