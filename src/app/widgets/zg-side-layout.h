/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_SIDE_LAYOUT (zg_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (ZgSideLayout, zg_side_layout, ZG, SIDE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *zg_side_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
