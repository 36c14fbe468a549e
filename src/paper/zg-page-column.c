/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paper"

#include "config.h"

#include "zg-page-column.h"

/* A text of a row, broken into lines of its column's width, and runs of these lines on pages. */

static GArray *
measure_lines (PangoLayout *layout)
{
  GArray *bottoms = g_array_new (FALSE, FALSE, sizeof (double));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      int bottom_units;
      double bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom_units);
      bottom = (double) bottom_units / PANGO_SCALE;
      g_array_append_val (bottoms, bottom);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return bottoms;
}

/**
 * zg_page_column_init:
 * @column: a column
 * @layout: (transfer full): its text
 * @x: where it begins, points from the left
 */
void
zg_page_column_init (ZgPageColumn *column,
                     PangoLayout  *layout,
                     double        x)
{
  *column = (ZgPageColumn) { .layout = layout, .bottoms = measure_lines (layout), .x = x };
}

/**
 * zg_page_column_clear:
 * @column: a column
 */
void
zg_page_column_clear (ZgPageColumn *column)
{
  g_clear_object (&column->layout);
  g_clear_pointer (&column->bottoms, g_array_unref);
}

static double
get_top (const ZgPageColumn *column,
         guint               line)
{
  return line == 0 ? 0 : g_array_index (column->bottoms, double, line - 1);
}

/**
 * zg_page_column_get_rest:
 * @column: a column
 *
 * Returns: how high the lines are that were not taken yet, points
 */
double
zg_page_column_get_rest (const ZgPageColumn *column)
{
  return get_top (column, column->bottoms->len) - get_top (column, column->next);
}

/**
 * zg_page_column_take:
 * @column: a column
 * @y: where the lines shall begin, points from the top
 * @room: how much room there is, points
 * @at_least_one: whether a line is taken that is too high for @room
 * @height_out: (out): how high the taken lines are, points
 *
 * Takes as many of the next lines as there is room for.
 *
 * Returns: the lines; none have a text of %NULL
 */
ZgPagePiece
zg_page_column_take (ZgPageColumn *column,
                     double        y,
                     double        room,
                     gboolean      at_least_one,
                     double       *height_out)
{
  double top = get_top (column, column->next);
  ZgPagePiece piece = { .first = column->next, .x = column->x, .y = y };

  while (column->next < column->bottoms->len
         && (g_array_index (column->bottoms, double, column->next) - top <= room || (at_least_one && piece.n_lines == 0)))
    {
      column->next++;
      piece.n_lines++;
    }
  *height_out = get_top (column, column->next) - top;
  if (piece.n_lines > 0)
    piece.layout = g_object_ref (column->layout);
  return piece;
}

/**
 * zg_page_piece_draw:
 * @piece: lines of a column
 * @cr: a surface in points
 */
void
zg_page_piece_draw (const ZgPagePiece *piece,
                    cairo_t           *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (piece->layout);
  double top = 0;

  for (guint line = 0; line < piece->first + piece->n_lines; line++, pango_layout_iter_next_line (iter))
    {
      PangoRectangle extents;
      int top_units;

      if (line < piece->first)
        continue;
      pango_layout_iter_get_line_yrange (iter, &top_units, NULL);
      if (line == piece->first)
        top = (double) top_units / PANGO_SCALE;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      cairo_move_to (cr, piece->x + (double) extents.x / PANGO_SCALE,
                     piece->y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE - top);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  pango_layout_iter_free (iter);
}
