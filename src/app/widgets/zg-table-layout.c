/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-layout"

#include "config.h"

#include "zg-table-layout.h"

/* The blank beside a column's contents, and at both ends of a row, px. */
#define CELL_PADDING 9
#define ROW_PADDING 18
#define TWO_LINES_PADDING 12

/* The least height of a row, and what it has above and below its letters, px. */
#define TWO_LINES_HEIGHT 54
#define ROW_MARGIN 14
#define TWO_LINES_MARGIN 10

static int
get_line_height (ZgCellStyles *styles,
                 const char   *classes)
{
  g_autoptr (PangoLayout) line =
    gtk_widget_create_pango_layout (zg_cell_styles_get (styles, ZG_CELL_TEXT, classes), "国Ag");
  int height;

  pango_layout_get_pixel_size (line, NULL, &height);
  return height;
}

/**
 * zg_table_layout_set_mode:
 * @styles: how the letters look
 * @mode: how much room the window has
 *
 * Sets how high a row is: as high as its letters, and not too low for a finger.
 */
void
zg_table_layout_set_mode (ZgTableLayout *layout,
                          ZgCellStyles  *styles,
                          ZgColumnMode   mode)
{
  int line = get_line_height (styles, "who");

  layout->two_lines = mode == ZG_COLUMN_MODE_SLIM;
  if (layout->two_lines)
    layout->row_height = MAX (TWO_LINES_HEIGHT, line + get_line_height (styles, "secondary") + TWO_LINES_MARGIN);
  else
    layout->row_height = MAX (ZG_TABLE_ROW_HEIGHT, line + ROW_MARGIN);
}

/**
 * zg_table_layout_set_width:
 * @columns: the columns of the table
 * @n_columns: how many
 * @hidden: a bit for each column that nobody wants to see
 * @scale: how large the letters are, 1 as usual
 * @width: how wide the table is, px
 *
 * Finds where the contents of each column go.
 */
void
zg_table_layout_set_width (ZgTableLayout       *layout,
                           const ZgTableColumn *columns,
                           guint                n_columns,
                           guint                hidden,
                           double               scale,
                           int                  width)
{
  ZgTableSpan spans[ZG_TABLE_MAX_COLUMNS];
  int end_padding = ROW_PADDING;

  layout->n_columns = n_columns;
  if (layout->two_lines)
    {
      layout->x[0] = TWO_LINES_PADDING;
      layout->width[0] = MAX (width - 2 * TWO_LINES_PADDING, 0);
      return;
    }

  if (zg_table_columns_can_hide (columns, n_columns))
    {
      width -= ZG_TABLE_MENU_WIDTH;
      end_padding = CELL_PADDING;
    }
  zg_table_columns_allot (columns, n_columns, hidden, scale, width, spans);
  for (guint i = 0; i < n_columns; i++)
    {
      int left = spans[i].x == 0 ? ROW_PADDING : CELL_PADDING;
      int right = spans[i].x + spans[i].width >= width ? end_padding : CELL_PADDING;

      layout->x[i] = spans[i].x + left;
      layout->width[i] = spans[i].width > 0 ? MAX (spans[i].width - left - right, 1) : 0;
      layout->at_end[i] = columns[i].at_end;
    }
}

/**
 * zg_table_layout_get_letter_scale:
 * @widget: a table, or a part of it
 *
 * Returns: how much larger than usual the letters are, 1 when they are as usual
 */
double
zg_table_layout_get_letter_scale (GtkWidget *widget)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96 : 1;
}
