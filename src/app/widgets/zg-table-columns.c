/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-columns"

#include "config.h"

#include "zg-table-columns.h"

/* The column that takes what is left keeps at least this much, px, or columns that can be missed go. */
#define MIN_LEFT 120
/* And this much before the others grow with large letters. */
#define GOOD_LEFT 200

static gboolean
is_hidden (guint hidden,
           guint column)
{
  return (hidden & (1u << column)) != 0;
}

static double
get_width (const ZgTableColumn *columns,
           guint                n_columns,
           guint                hidden,
           guint                max_rank)
{
  double width = 0;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].rank <= max_rank && !is_hidden (hidden, i))
      width += columns[i].width;
  return width;
}

/* The highest rank for which there is room. */
static guint
find_max_rank (const ZgTableColumn *columns,
               guint                n_columns,
               guint                hidden,
               double               scale,
               int                  width)
{
  guint rank = 0;

  for (guint i = 0; i < n_columns; i++)
    rank = MAX (rank, columns[i].rank);
  while (rank > 0 && (get_width (columns, n_columns, hidden, rank) + MIN_LEFT) * scale > width)
    rank--;
  return rank;
}

/**
 * zg_table_columns_allot:
 * @columns: the columns of a table
 * @n_columns: how many, at most %ZG_TABLE_MAX_COLUMNS
 * @hidden: a bit for each column that nobody wants to see
 * @scale: how large the letters are, 1 as usual
 * @width: how wide the table is, px
 * @spans_out: (out) (array length=n_columns): where each column is
 *
 * Allots the room of a table to those columns that fit. With large letters they are wider, as far as there is room.
 */
void
zg_table_columns_allot (const ZgTableColumn *columns,
                        guint                n_columns,
                        guint                hidden,
                        double               scale,
                        int                  width,
                        ZgTableSpan         *spans_out)
{
  guint max_rank = find_max_rank (columns, n_columns, hidden, MAX (scale, 1), width);
  double fixed = get_width (columns, n_columns, hidden, max_rank);
  int taken = 0;
  int x = 0;

  if (fixed > 0)
    scale = CLAMP ((width - GOOD_LEFT * MIN (scale, 1.5)) / fixed, 1, MAX (scale, 1));
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].rank <= max_rank && !is_hidden (hidden, i))
      taken += (int) (columns[i].width * scale);

  for (guint i = 0; i < n_columns; i++)
    {
      spans_out[i].x = x;
      spans_out[i].width = 0;
      if (columns[i].rank > max_rank || is_hidden (hidden, i))
        continue;
      spans_out[i].width = columns[i].width > 0 ? (int) (columns[i].width * scale) : MAX (width - taken, 0);
      x += spans_out[i].width;
    }
}

/**
 * zg_table_columns_can_hide:
 * @columns: the columns of a table
 * @n_columns: how many
 *
 * Returns: whether people may choose some of them
 */
gboolean
zg_table_columns_can_hide (const ZgTableColumn *columns,
                           guint                n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].key != NULL)
      return TRUE;
  return FALSE;
}

/**
 * zg_table_columns_get_hidden_at_first:
 * @columns: the columns of a table
 * @n_columns: how many
 *
 * Returns: a bit for each column that is hidden until somebody wants to see it
 */
guint
zg_table_columns_get_hidden_at_first (const ZgTableColumn *columns,
                                      guint                n_columns)
{
  guint hidden = 0;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].off_at_first)
      hidden |= 1u << i;
  return hidden;
}

/**
 * zg_table_columns_parse_hidden:
 * @columns: the columns of a table
 * @n_columns: how many
 * @text: what zg_table_columns_format_hidden() made, perhaps of other columns, long ago
 *
 * A column of which @text says nothing, because it is new, is as at first.
 *
 * Returns: a bit for each column that is hidden
 */
guint
zg_table_columns_parse_hidden (const ZgTableColumn *columns,
                               guint                n_columns,
                               const char          *text)
{
  guint hidden = zg_table_columns_get_hidden_at_first (columns, n_columns);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *off = columns[i].key != NULL ? g_strconcat ("-", columns[i].key, NULL) : NULL;

      if (off == NULL)
        continue;
      if (g_strv_contains ((const char * const *) words, off))
        hidden |= 1u << i;
      else if (g_strv_contains ((const char * const *) words, columns[i].key))
        hidden &= ~(1u << i);
    }
  return hidden;
}

/**
 * zg_table_columns_format_hidden:
 * @columns: the columns of a table
 * @n_columns: how many
 * @hidden: a bit for each column that is hidden
 *
 * Returns: (transfer full): the same for a setting: the keys of all columns that can be hidden, a hidden one with a minus
 */
char *
zg_table_columns_format_hidden (const ZgTableColumn *columns,
                                guint                n_columns,
                                guint                hidden)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i].key == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (is_hidden (hidden, i))
        g_string_append_c (text, '-');
      g_string_append (text, columns[i].key);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
