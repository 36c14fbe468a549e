/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-columns"

#include "config.h"

#include "zg-table-columns.h"

/* The column that takes what is left keeps at least this much before the others grow with large letters, px. */
#define MIN_LEFT 200

/**
 * zg_table_columns_allot:
 * @columns: the columns of a table
 * @n_columns: how many, at most %ZG_TABLE_MAX_COLUMNS
 * @mode: how much room the window has
 * @scale: how large the letters are, 1 as usual
 * @width: how wide the table is, px
 * @spans_out: (out) (array length=n_columns): where each column is
 *
 * Allots the room of a table to those columns that fit the window. With large letters they are wider, as far as there is
 * room.
 */
void
zg_table_columns_allot (const ZgTableColumn *columns,
                        guint                n_columns,
                        ZgColumnMode         mode,
                        double               scale,
                        int                  width,
                        ZgTableSpan         *spans_out)
{
  int fixed = 0, taken = 0;
  int x = 0;

  for (guint i = 0; i < n_columns; i++)
    if (mode >= columns[i].from)
      fixed += columns[i].width;
  if (fixed > 0)
    scale = CLAMP ((width - MIN_LEFT * MIN (scale, 1.5)) / fixed, 1, MAX (scale, 1));
  for (guint i = 0; i < n_columns; i++)
    if (mode >= columns[i].from)
      taken += (int) (columns[i].width * scale);

  for (guint i = 0; i < n_columns; i++)
    {
      spans_out[i].x = x;
      spans_out[i].width = 0;
      if (mode < columns[i].from)
        continue;
      spans_out[i].width = columns[i].width > 0 ? (int) (columns[i].width * scale) : MAX (width - taken, 0);
      x += spans_out[i].width;
    }
}
