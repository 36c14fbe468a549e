/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-list-table.h"
#include "zg-session.h"

G_BEGIN_DECLS

GtkListItemFactory *zg_order_cells_two_line_factory (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_cells_add_columns (GtkColumnView *view,
                                 ZgSession     *session);
void zg_order_cells_sort_descending (GtkColumnView *view,
                                     ZgOrderSort    sort);
void zg_order_cells_set_column_mode (GtkColumnView *view,
                                     ZgColumnMode   mode);
gboolean zg_order_cells_get_sort (GtkColumnView *view,
                                  ZgOrderSort   *sort_out,
                                  gboolean      *descending_out);

G_END_DECLS
