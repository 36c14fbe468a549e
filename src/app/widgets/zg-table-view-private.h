/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-id-set.h"
#include "zg-table-slots.h"
#include "zg-table-view.h"

/* What zg-table-view.c and zg-table-input.c share. */

G_BEGIN_DECLS

struct _ZgTableView
{
  GtkWidget parent_instance;

  GListModel *model;            /* NULL before it is set */
  ZgTableSlots *slots;
  ZgTableLayout layout;
  int fixed_height;             /* of rows that the view does not draw itself; else 0 */
  ZgTableFillFunc fill;
  gpointer fill_data;
  ZgCellStyles *styles;
  const ZgTableColumn *columns;
  guint n_columns;
  guint hidden;                 /* a bit for each column that nobody wants to see */
  ZgColumnMode column_mode;
  guint selected;
  guint cursor;                 /* the row that has the focus, or had it last: it stays while it is out of sight */
  ZgIdSet *choice;              /* several that are chosen; NULL where only one can be */
  guint anchor;                 /* where what Shift chooses begins, and where it has got to */
  guint extent;
  double pointer_y;             /* -1 while the pointer is elsewhere */
  gboolean updating;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
};

guint zg_table_view_get_n_rows (ZgTableView *self);
double zg_table_view_get_place (ZgTableView *self);
void zg_table_view_show_slots (ZgTableView *self);
void zg_table_view_update_slots (ZgTableView *self);

G_END_DECLS
