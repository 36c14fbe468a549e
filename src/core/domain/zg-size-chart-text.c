/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-product"

#include "config.h"

#include "zg-size-chart.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-width.h"

/*
 * A size chart as text, one size a line: "M 160-165cm 45-52kg", "L -170cm 60kg-", what else stands there is its note. 斤 are
 * half kilograms.
 */

#define JIN_GRAMS 500
#define MAX_WHOLE 1000000

/* "165", "52.5" times @unit at the beginning of *@p, which moves behind it; 0 where there is no number. */
static int
take_number (const char **p,
             int          unit)
{
  gint64 value = 0, scale = unit;

  for (; g_ascii_isdigit (**p) && value < MAX_WHOLE; (*p)++)
    value = value * 10 + (**p - '0');
  value *= unit;
  if (**p == '.')
    for ((*p)++; g_ascii_isdigit (**p); (*p)++)
      {
        scale /= 10;
        value += (**p - '0') * scale;
      }
  return (int) MIN (value, G_MAXINT);
}

/* "160-165", "160-", "-165" or "160" alone; the unit behind each number may stand, too. */
static gboolean
read_range (const char *text,
            const char *suffix,
            int         unit,
            int        *from_out,
            int        *to_out)
{
  gboolean has_dash;

  *from_out = take_number (&text, unit);
  if (g_str_has_prefix (text, suffix))
    text += strlen (suffix);
  has_dash = *text == '-' || *text == '~';
  text += has_dash;
  *to_out = has_dash ? take_number (&text, unit) : *from_out;
  if (g_str_has_prefix (text, suffix))
    text += strlen (suffix);
  return *text == '\0' && (*from_out != 0 || *to_out != 0);
}

/* Whether @word is a range of one of the measures; it is read into @row then. */
static gboolean
read_measure (ZgSizeRow  *row,
              const char *word)
{
  static const struct {
    const char *suffix;
    int unit;
    gboolean is_height;
  } units[] = {
    { "cm", 10, TRUE }, { "厘米", 10, TRUE }, { "公分", 10, TRUE }, { "kg", 1000, FALSE }, { "公斤", 1000, FALSE },
    { "斤", JIN_GRAMS, FALSE },
  };
  g_autofree char *lower = g_ascii_strdown (word, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      int from, to;

      if (strstr (lower, units[i].suffix) == NULL || !read_range (lower, units[i].suffix, units[i].unit, &from, &to))
        continue;
      if (units[i].is_height)
        {
          row->height_from = from;
          row->height_to = to;
        }
      else
        {
          row->weight_from = from;
          row->weight_to = to;
        }
      return TRUE;
    }
  return FALSE;
}

static ZgSizeRow *
parse_line (const char *line)
{
  g_autofree char *narrow = zg_width_fold (line);
  g_auto(GStrv) words = g_strsplit_set (narrow, " \t", -1);
  g_autoptr(GString) note = g_string_new (NULL);
  ZgSizeRow *row = zg_size_row_new ("");

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (row->size[0] == '\0')
        {
          g_free (row->size);
          row->size = g_strdup (words[i]);
        }
      else if (note->len > 0 || !read_measure (row, words[i]))
        g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", words[i]);
    }
  g_free (row->note);
  row->note = g_string_free (g_steal_pointer (&note), FALSE);
  return row;
}

/**
 * zg_size_chart_parse:
 * @text: a chart, one size a line or between semicolons
 * @error: return location for %ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * Returns: (transfer full) (nullable) (element-type ZgSizeRow): the rows; none for a text without any
 */
GPtrArray *
zg_size_chart_parse (const char  *text,
                     GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_size_row_free);
  g_auto(GStrv) lines = g_strsplit_set (text, ";\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      ZgSizeRow *row;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      row = parse_line (lines[i]);
      g_ptr_array_add (rows, row);
      /* A number in the note is a range that was not understood: nobody would see that it is not gone by. */
      if (strpbrk (row->note, "0123456789") != NULL && row->height_from + row->height_to + row->weight_from + row->weight_to == 0)
        {
          g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       _("“%s” is no row of a size chart; write it so: M 160-165cm 45-52kg."), lines[i]);
          return NULL;
        }
    }
  return zg_size_chart_validate (rows, error) ? g_steal_pointer (&rows) : NULL;
}

static void
append_number (GString *text,
               int      value,
               int      unit)
{
  g_string_append_printf (text, "%d", value / unit);
  if (value % unit == 0)
    return;
  g_string_append_c (text, '.');
  for (int rest = value % unit, scale = unit / 10; rest != 0; rest %= scale, scale /= 10)
    g_string_append_printf (text, "%d", rest / scale);
}

static void
append_range (GString    *text,
              int         from,
              int         to,
              int         unit,
              const char *suffix)
{
  if (from == 0 && to == 0)
    return;
  g_string_append_c (text, ' ');
  if (from != 0)
    append_number (text, from, unit);
  if (from != to)
    g_string_append_c (text, '-');
  if (to != 0 && from != to)
    append_number (text, to, unit);
  g_string_append (text, suffix);
}

/**
 * zg_size_chart_to_text:
 * @rows: (element-type ZgSizeRow): a chart
 *
 * Returns: (transfer full): it as zg_size_chart_parse() reads it, one size a line
 */
char *
zg_size_chart_to_text (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const ZgSizeRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", row->size);
      append_range (text, row->height_from, row->height_to, 10, "cm");
      append_range (text, row->weight_from, row->weight_to, 1000, "kg");
      if (row->note[0] != '\0')
        g_string_append_printf (text, " %s", row->note);
    }
  return g_string_free (text, FALSE);
}
