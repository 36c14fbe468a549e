/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TABLE_MAX_COLUMNS 16

/* What a table with columns that can be hidden leaves free at its right end, for the button of that menu, px. */
#define ZG_TABLE_MENU_WIDTH 27

/**
 * ZgTableColumn:
 * @title: what stands above it, for gettext; empty for none
 * @width: in px at the usual size of letters; 0 for the one column that takes what is left
 * @at_end: whether the contents stand at the right, as numbers do
 * @rank: 0 for a column that is always shown; of the others the highest goes first where there is no room
 * @sort: what a click on the title sorts by, a number of the table's user; -1 when it can't
 * @first_ascending: whether the first click puts the smallest at the top: whoever asks for a number asks for the large
 *   ones, but names begin at A
 * @key: (nullable): what settings call it, for a column that people may hide
 * @off_at_first: whether it is hidden until somebody wants to see it
 */
typedef struct {
  const char *title;
  int width;
  gboolean at_end;
  guint rank;
  int sort;
  gboolean first_ascending;
  const char *key;
  gboolean off_at_first;
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
                             guint                hidden,
                             double               scale,
                             int                  width,
                             ZgTableSpan         *spans_out);
gboolean zg_table_columns_can_hide (const ZgTableColumn *columns,
                                    guint                n_columns);
guint zg_table_columns_get_hidden_at_first (const ZgTableColumn *columns,
                                            guint                n_columns);
guint zg_table_columns_parse_hidden (const ZgTableColumn *columns,
                                     guint                n_columns,
                                     const char          *text);
char *zg_table_columns_format_hidden (const ZgTableColumn *columns,
                                      guint                n_columns,
                                      guint                hidden) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
