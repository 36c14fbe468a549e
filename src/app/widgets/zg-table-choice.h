/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-table-view.h"

G_BEGIN_DECLS

void zg_table_choice_class_init (GtkWidgetClass *widget_class);
void zg_table_choice_allow (ZgTableView *view);
gboolean zg_table_choice_is_shown (ZgTableView *view,
                                   guint        position);
void zg_table_choice_begin (ZgTableView *view,
                            guint        position);
void zg_table_choice_toggle (ZgTableView *view,
                             guint        position);
void zg_table_choice_extend (ZgTableView *view,
                             guint        position);
gboolean zg_table_choice_clear (ZgTableView *view);
guint zg_table_choice_get_size (ZgTableView *view);
GArray *zg_table_choice_list (ZgTableView *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
