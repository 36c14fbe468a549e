/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_FIT_LAYOUT (zg_fit_layout_get_type ())
G_DECLARE_FINAL_TYPE (ZgFitLayout, zg_fit_layout, ZG, FIT_LAYOUT, GtkLayoutManager)

GtkLayoutManager *zg_fit_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
