/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-table-view.h"

G_BEGIN_DECLS

void zg_table_input_class_init (GtkWidgetClass *widget_class);
void zg_table_input_add_pointer (ZgTableView *self);
guint zg_table_input_find_position (ZgTableView *self,
                                    double       y);

G_END_DECLS
