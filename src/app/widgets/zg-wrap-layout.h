/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_WRAP_LAYOUT (zg_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (ZgWrapLayout, zg_wrap_layout, ZG, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *zg_wrap_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
