/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-header-map.h"

#include <string.h>

#include "zg-width.h"

/* Columns are found by their names, wherever they stand: platforms add and move columns about once a year. */

/* Texts that platforms write where there is nothing. */
static const char * const empty_words[] = { "-", "--", "——", "null", "None", "nan", "无", "'", "=\"\"" };

/**
 * zg_header_normalise:
 * @name: a column's name as the file has it
 *
 * Returns: (transfer full): without blanks and the mark of a currency, narrow forms, small letters
 */
char *
zg_header_normalise (const char *name)
{
  g_autofree char *narrow = zg_width_fold (name);
  g_autofree char *lower = g_utf8_strdown (narrow, -1);
  GString *result = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0xfeff && c != '\'' && c != '"' && c != '=')
        g_string_append_unichar (result, c);
    }
  if (g_str_has_suffix (result->str, "(元)"))
    g_string_truncate (result, result->len - strlen ("(元)"));
  return g_string_free (result, FALSE);
}

/**
 * zg_header_map:
 * @reader: a reader that stands on what may be the header
 * @names: the names that are known, up to one without a name
 * @places: (out) (array length=n_columns): for each column where it stands, -1 where it is missing
 * @n_columns: how many columns there are
 *
 * Returns: how many known names there are
 */
guint
zg_header_map (ZgDelimitedReader  *reader,
               const ZgColumnName *names,
               int                *places,
               int                 n_columns)
{
  guint n_known = 0;

  for (int i = 0; i < n_columns; i++)
    places[i] = -1;

  for (guint i = 0; i < zg_delimited_reader_get_n_fields (reader); i++)
    {
      g_autofree char *name = zg_header_normalise (zg_delimited_reader_get_field (reader, i));

      for (const ZgColumnName *known = names; known->name != NULL; known++)
        {
          if (strcmp (known->name, name) != 0)
            continue;
          n_known++;
          /* Names can stand twice; the first is the one. */
          if (places[known->column] < 0)
            places[known->column] = (int) i;
          break;
        }
    }
  return n_known;
}

/**
 * zg_cell_clean:
 * @cell: a cell as the file has it
 *
 * Takes off what spreadsheets and platforms put around a value so that it stays text: blanks, tabs, ="…", an
 * apostrophe. Words for "nothing" become nothing.
 *
 * Returns: (transfer full): the value, may be empty
 */
char *
zg_cell_clean (const char *cell)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  char *start = text;
  gsize length;

  if (start[0] == '=' && start[1] == '"')
    start += 1;
  length = strlen (start);
  if (length >= 2 && start[0] == '"' && start[length - 1] == '"')
    {
      start[length - 1] = '\0';
      start++;
    }
  if (start[0] == '\'')
    start++;
  g_strstrip (start);

  for (gsize i = 0; i < G_N_ELEMENTS (empty_words); i++)
    {
      if (strcmp (start, empty_words[i]) == 0)
        return g_strdup ("");
    }
  return g_strdup (start);
}
