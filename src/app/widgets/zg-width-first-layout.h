/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_WIDTH_FIRST_LAYOUT (zg_width_first_layout_get_type ())
G_DECLARE_FINAL_TYPE (ZgWidthFirstLayout, zg_width_first_layout, ZG, WIDTH_FIRST_LAYOUT, GtkLayoutManager)

GtkWidget *zg_width_first_bin_new (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
