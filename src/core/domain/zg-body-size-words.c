/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-body-size"

#include "config.h"

#include "zg-body-size.h"

#include <glib/gi18n.h>

/* @number / @per as people write it, with as many decimals as it has. */
static char *
format_number (int number,
               int per)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d", number / per);
  number %= per;
  if (number != 0)
    g_string_append_c (text, '.');
  for (; number != 0; number %= per)
    {
      per /= 10;
      g_string_append_printf (text, "%d", number / per);
    }

  return g_string_free (text, FALSE);
}

/**
 * zg_body_size_format_height:
 * @height: millimetres
 *
 * Returns: (transfer full): in centimetres; empty for 0. zg_body_size_parse_height() reads it again
 */
char *
zg_body_size_format_height (int height)
{
  g_autofree char *number = format_number (height, 10);

  /* TRANSLATORS: a height in centimetres */
  return height != 0 ? g_strdup_printf (_("%s cm"), number) : g_strdup ("");
}

/**
 * zg_body_size_format_weight:
 * @weight: grams
 *
 * Returns: (transfer full): in kilograms, to 10 grams; empty for 0. zg_body_size_parse_weight() reads it again
 */
char *
zg_body_size_format_weight (int weight)
{
  g_autofree char *number = format_number ((weight + 5) / 10, 100);

  /* TRANSLATORS: a weight in kilograms */
  return weight != 0 ? g_strdup_printf (_("%s kg"), number) : g_strdup ("");
}

/**
 * zg_body_size_format:
 * @size: a size
 *
 * Returns: (transfer full): all that is known, in a line; empty when that is nothing
 */
char *
zg_body_size_format (const ZgBodySize *size)
{
  g_autofree char *height = zg_body_size_format_height (size->height);
  g_autofree char *weight = zg_body_size_format_weight (size->weight);
  gboolean has_shoe = size->shoe != NULL && *size->shoe != '\0';
  /* TRANSLATORS: the size of somebody's shoes, as they say it: 37 */
  g_autofree char *shoe = has_shoe ? g_strdup_printf (_("shoes %s"), size->shoe) : g_strdup ("");
  const char *parts[] = { height, weight, shoe, size->usual != NULL ? size->usual : "" };
  GString *line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      {
        if (line->len > 0)
          g_string_append (line, " · ");
        g_string_append (line, parts[i]);
      }

  return g_string_free (line, FALSE);
}
