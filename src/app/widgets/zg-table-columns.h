/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TABLE_MAX_COLUMNS 16

/**
 * ZgTableColumn:
 * @title: what stands above it, for gettext; empty for none
 * @width: in px at the usual size of letters; 0 for the one column that takes what is left
 * @at_end: whether the contents stand at the right, as numbers do
 * @rank: 0 for a column that is always shown; of the others the highest goes first where there is no room
 * @sort: what a click on the title sorts by, a number of the table's user; -1 when it can't
 * @first_ascending: whether the first click puts the smallest at the top: whoever asks for a number asks for the large
 *   ones, but names begin at A
 */
typedef struct {
  const char *title;
  int width;
  gboolean at_end;
  guint rank;
  int sort;
  gboolean first_ascending;
} ZgTableColumn;

/**
 * ZgTableSpan:
 * @x: where a column begins, with the blank around its contents
 * @width: how wide it is, 0 when it is not shown
 */
typedef struct {
  int x;
  int width;
} ZgTableSpan;

void zg_table_columns_allot (const ZgTableColumn *columns,
                             guint                n_columns,
                             double               scale,
                             int                  width,
                             ZgTableSpan         *spans_out);

G_END_DECLS
