/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-columns"

#include "config.h"

#include "zg-table-columns.h"

/* The column that takes what is left keeps at least this much, px, or columns that can be missed go. */
#define MIN_LEFT 120
/* And this much before the others grow with large letters. */
#define GOOD_LEFT 200

static double
get_width (const ZgTableColumn *columns,
           guint                n_columns,
           guint                max_rank)
{
  double width = 0;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].rank <= max_rank)
      width += columns[i].width;
  return width;
}

/* The highest rank for which there is room. */
static guint
find_max_rank (const ZgTableColumn *columns,
               guint                n_columns,
               double               scale,
               int                  width)
{
  guint rank = 0;

  for (guint i = 0; i < n_columns; i++)
    rank = MAX (rank, columns[i].rank);
  while (rank > 0 && (get_width (columns, n_columns, rank) + MIN_LEFT) * scale > width)
    rank--;
  return rank;
}

/**
 * zg_table_columns_allot:
 * @columns: the columns of a table
 * @n_columns: how many, at most %ZG_TABLE_MAX_COLUMNS
 * @scale: how large the letters are, 1 as usual
 * @width: how wide the table is, px
 * @spans_out: (out) (array length=n_columns): where each column is
 *
 * Allots the room of a table to those columns that fit. With large letters they are wider, as far as there is room.
 */
void
zg_table_columns_allot (const ZgTableColumn *columns,
                        guint                n_columns,
                        double               scale,
                        int                  width,
                        ZgTableSpan         *spans_out)
{
  guint max_rank = find_max_rank (columns, n_columns, MAX (scale, 1), width);
  double fixed = get_width (columns, n_columns, max_rank);
  int taken = 0;
  int x = 0;

  if (fixed > 0)
    scale = CLAMP ((width - GOOD_LEFT * MIN (scale, 1.5)) / fixed, 1, MAX (scale, 1));
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].rank <= max_rank)
      taken += (int) (columns[i].width * scale);

  for (guint i = 0; i < n_columns; i++)
    {
      spans_out[i].x = x;
      spans_out[i].width = 0;
      if (columns[i].rank > max_rank)
        continue;
      spans_out[i].width = columns[i].width > 0 ? (int) (columns[i].width * scale) : MAX (width - taken, 0);
      x += spans_out[i].width;
    }
}
