/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-table-columns.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   sort (sort, descending)    a title was clicked
 *   columns-chosen ()          a column was shown or hidden in the menu
 */
#define ZG_TYPE_TABLE_HEADER (zg_table_header_get_type ())
G_DECLARE_FINAL_TYPE (ZgTableHeader, zg_table_header, ZG, TABLE_HEADER, GtkWidget)

void zg_table_header_set_columns (ZgTableHeader       *self,
                                  const ZgTableColumn *columns,
                                  guint                n_columns);
void zg_table_header_set_hidden (ZgTableHeader *self,
                                 guint          hidden);
guint zg_table_header_get_hidden (ZgTableHeader *self);
void zg_table_header_set_sort (ZgTableHeader *self,
                               int            sort,
                               gboolean       descending);

G_END_DECLS
