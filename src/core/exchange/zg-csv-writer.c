/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-csv-writer.h"

#include <string.h>

#include "zg-cell.h"

/* Tables that spreadsheets open as they are: UTF-8 with a mark, CRLF, and no cell that could be run as a formula. */

/**
 * zg_csv_begin:
 * @csv: an empty text
 *
 * Writes the mark by which spreadsheets know that it is UTF-8.
 */
void
zg_csv_begin (GString *csv)
{
  g_string_append (csv, "\xef\xbb\xbf");
}

/**
 * zg_csv_append:
 * @csv: a text
 * @column: where it stands in the row, from 0
 * @cell: (nullable): the next cell of the row
 *
 * A cell that begins like a formula gets an apostrophe, which zg_cell_to_text() takes off again.
 */
void
zg_csv_append (GString    *csv,
               guint       column,
               const char *cell)
{
  const char *text = cell != NULL ? cell : "";
  gsize length = strlen (text);
  gboolean quote = strpbrk (text, ",\"\r\n\t") != NULL || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));

  if (column > 0)
    g_string_append_c (csv, ',');
  if (quote)
    g_string_append_c (csv, '"');
  if (zg_cell_needs_guard (text))
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quote)
    g_string_append_c (csv, '"');
}

/**
 * zg_csv_end_row:
 * @csv: a text
 */
void
zg_csv_end_row (GString *csv)
{
  g_string_append (csv, "\r\n");
}
