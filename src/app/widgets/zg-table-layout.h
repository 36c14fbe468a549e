/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-cell-styles.h"
#include "zg-adaptive-bin.h"
#include "zg-table-columns.h"

G_BEGIN_DECLS

/**
 * ZgTableLayout:
 * @row_height: of each row, px
 * @two_lines: whether rows have two lines instead of columns
 * @n_columns: how many columns there are
 * @x: where the contents of each column begin
 * @width: the room for the contents, 0 for a column that is not shown
 * @at_end: whether the contents stand at the right
 *
 * Where the rows of a table have their columns, the same for all of them. With two lines the columns are
 * #ZgTablePlace.
 */
typedef struct {
  int row_height;
  gboolean two_lines;
  guint n_columns;
  int x[ZG_TABLE_MAX_COLUMNS];
  int width[ZG_TABLE_MAX_COLUMNS];
  gboolean at_end[ZG_TABLE_MAX_COLUMNS];
} ZgTableLayout;

#define ZG_TABLE_ROW_HEIGHT 38

void zg_table_layout_set_mode (ZgTableLayout *layout,
                               ZgCellStyles  *styles,
                               ZgColumnMode   mode);
void zg_table_layout_set_width (ZgTableLayout       *layout,
                                const ZgTableColumn *columns,
                                guint                n_columns,
                                guint                hidden,
                                double               scale,
                                int                  width);
double zg_table_layout_get_letter_scale (GtkWidget *widget);

G_END_DECLS
