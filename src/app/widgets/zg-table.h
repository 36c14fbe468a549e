/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-table-view.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   activate (position)        a row was activated
 *   sort (sort, descending)    another order is wanted
 *   columns-chosen ()          somebody shows or hides a column
 */
#define ZG_TYPE_TABLE (zg_table_get_type ())
G_DECLARE_FINAL_TYPE (ZgTable, zg_table, ZG, TABLE, GtkWidget)

void zg_table_set_columns (ZgTable             *self,
                           const ZgTableColumn *columns,
                           guint                n_columns,
                           ZgTableFillFunc      fill,
                           gpointer             data);
void zg_table_set_label (ZgTable    *self,
                         const char *label);
void zg_table_set_model (ZgTable    *self,
                         GListModel *model);
GListModel *zg_table_get_model (ZgTable *self);
ZgTableView *zg_table_get_view (ZgTable *self);
void zg_table_set_column_mode (ZgTable      *self,
                               ZgColumnMode  mode);
void zg_table_set_sort (ZgTable  *self,
                        int       sort,
                        gboolean  descending);
void zg_table_set_hidden (ZgTable    *self,
                          const char *text);
char *zg_table_dup_hidden (ZgTable *self) G_GNUC_WARN_UNUSED_RESULT;
guint zg_table_get_selected (ZgTable *self);
void zg_table_set_selected (ZgTable *self,
                            guint    position);
void zg_table_scroll_to (ZgTable *self,
                         guint    position);
double zg_table_get_place (ZgTable *self);
void zg_table_set_place (ZgTable *self,
                         double   place);

G_END_DECLS
