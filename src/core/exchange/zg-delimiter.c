/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-delimiter.h"

/**
 * zg_delimiter_find:
 * @text: the beginning of a table
 * @length: its length in bytes
 *
 * Returns: what separates its fields: the one of comma, tab and semicolon that the first line has most of, outside
 *   quotes
 */
char
zg_delimiter_find (const char *text,
                   gsize       length)
{
  static const char candidates[] = { ',', '\t', ';' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (gsize i = 0; i < length && (quoted || text[i] != '\n'); i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      for (guint k = 0; k < G_N_ELEMENTS (candidates) && !quoted; k++)
        counts[k] += text[i] == candidates[k];
    }
  for (guint k = 1; k < G_N_ELEMENTS (candidates); k++)
    {
      if (counts[k] > counts[best])
        best = k;
    }
  return candidates[best];
}
