/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_N_ORDER_FLAGS 6

const char *zg_order_flag_to_label (int flag);
const char *zg_order_flag_to_class (int flag);
void zg_order_flag_show (GtkImage *image,
                         int       flag);

G_END_DECLS
