/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-cell-styles.h"

G_BEGIN_DECLS

/**
 * ZgTableCell:
 * @column: where in the row
 * @kind: what it is
 * @classes: how it looks; a constant
 * @text: what it says, or the name of the icon
 * @says: (nullable): what an icon means; a constant
 * @size: of an icon
 * @model: what it is drawn with
 * @tint_model: of a pill: what it is drawn with on a tinted row
 * @text_layout: (nullable): the text, laid out
 * @serial: of the fonts that @natural was measured with
 * @natural: how wide it would like to be
 * @cut_to: what the text was cut to, 0 while it is whole
 *
 * Something that a #ZgTableRow draws. @x, @y, @width and @height are where it was drawn last.
 */
typedef struct {
  guint column;
  ZgCellKind kind;
  const char *classes;
  char *text;
  const char *says;
  int size;
  GtkWidget *model;
  GtkWidget *tint_model;
  PangoLayout *text_layout;
  guint serial;
  int natural;
  int cut_to;
  int x;
  int y;
  int width;
  int height;
} ZgTableCell;

void zg_table_cell_clear (ZgTableCell *cell);
void zg_table_cell_set (ZgTableCell  *cell,
                        ZgCellStyles *styles,
                        ZgCellKind    kind,
                        const char   *classes,
                        const char   *text);
const char *zg_table_cell_get_words (const ZgTableCell *cell);
void zg_table_cell_measure (ZgTableCell *cell);
void zg_table_cell_draw (ZgTableCell  *cell,
                         ZgCellStyles *styles,
                         GtkSnapshot  *snapshot,
                         gboolean      on_tint);
int zg_table_cells_get_width (const ZgTableCell *cells,
                              guint              n_cells);
void zg_table_cells_place (ZgTableCell *cells,
                           guint        n_cells,
                           int          x,
                           int          width,
                           gboolean     at_end);
void zg_table_cells_centre (ZgTableCell *cells,
                            guint        n_cells,
                            int          y);

G_END_DECLS
