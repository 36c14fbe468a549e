/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-adaptive-bin.h"
#include "zg-table-columns.h"
#include "zg-table-row.h"

G_BEGIN_DECLS

/**
 * ZgTableFillFunc:
 * @row: the row to fill, between zg_table_row_begin() and zg_table_row_end()
 * @value: (nullable): of the #ZgRow it shows; %NULL when that is gone
 * @two_lines: whether the row has two lines instead of columns
 * @data: of the table's user
 */
typedef void (*ZgTableFillFunc) (ZgTableRow    *row,
                                 gconstpointer  value,
                                 gboolean       two_lines,
                                 gpointer       data);

/**
 * ZgTableMakeFunc:
 * @data: of the view's user
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
typedef GtkWidget *(*ZgTableMakeFunc) (gpointer data);

/**
 * ZgTableShowFunc:
 * @row: a row
 * @item: of the list
 * @data: of the view's user
 */
typedef void (*ZgTableShowFunc) (GtkWidget *row,
                                 gpointer   item,
                                 gpointer   data);

/*
 * Signals:
 *   activate (position)    Enter, or a double click; with two lines one click
 *   chosen (position)      by a key or the pointer
 *   choice-changed ()      several are chosen, or others, or none any more: zg-table-choice.h
 */
#define ZG_TYPE_TABLE_VIEW (zg_table_view_get_type ())
G_DECLARE_FINAL_TYPE (ZgTableView, zg_table_view, ZG, TABLE_VIEW, GtkWidget)

void zg_table_view_set_columns (ZgTableView         *self,
                                const ZgTableColumn *columns,
                                guint                n_columns,
                                ZgTableFillFunc      fill,
                                gpointer             data);
void zg_table_view_set_rows (ZgTableView     *self,
                             int              row_height,
                             ZgTableMakeFunc  make,
                             ZgTableShowFunc  show,
                             gpointer         data);
void zg_table_view_refresh (ZgTableView *self);
void zg_table_view_set_model (ZgTableView *self,
                              GListModel  *model);
GListModel *zg_table_view_get_model (ZgTableView *self);
void zg_table_view_set_column_mode (ZgTableView  *self,
                                    ZgColumnMode  mode);
void zg_table_view_set_hidden (ZgTableView *self,
                               guint        hidden);
guint zg_table_view_get_selected (ZgTableView *self);
void zg_table_view_set_selected (ZgTableView *self,
                                 guint        position);
void zg_table_view_scroll_to (ZgTableView *self,
                              guint        position);

G_END_DECLS
