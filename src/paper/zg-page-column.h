/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * ZgPageColumn:
 * @bottoms: (element-type double): where each line ends, points from the top of the text
 * @x: where the column begins, points from the left
 * @next: the first line that no page has yet
 *
 * A text of a row, with the places of its lines.
 */
typedef struct {
  PangoLayout *layout;
  GArray *bottoms;
  double x;
  guint next;
} ZgPageColumn;

/**
 * ZgPagePiece:
 * @x: points from the left
 * @y: where the first of the lines begins, points from the top
 *
 * A run of lines of a text on a page. It keeps the text.
 */
typedef struct {
  PangoLayout *layout;
  guint first;
  guint n_lines;
  double x;
  double y;
} ZgPagePiece;

void zg_page_column_init (ZgPageColumn *column,
                          PangoLayout  *layout,
                          double        x);
void zg_page_column_clear (ZgPageColumn *column);
double zg_page_column_get_rest (const ZgPageColumn *column);
ZgPagePiece zg_page_column_take (ZgPageColumn *column,
                                 double        y,
                                 double        room,
                                 gboolean      at_least_one,
                                 double       *height_out);
void zg_page_piece_draw (const ZgPagePiece *piece,
                         cairo_t           *cr);

G_END_DECLS
