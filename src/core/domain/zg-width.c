/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-width"

#include "config.h"

#include "zg-width.h"

#include <string.h>

/*
 * Reads one character at @text and says what it is in the narrow form, or 0 when it stays as it is. Works on bytes, so
 * that text cut in the middle of a character is safe. U+FF01..U+FF5E are `!`..`~`, U+3000 and U+00A0 are blanks.
 */
static char
narrow_at (const guchar *text,
           gsize        *length_out)
{
  *length_out = 3;
  if (text[0] == 0xEF && text[1] == 0xBC && text[2] >= 0x81 && text[2] <= 0xBF)
    return (char) (text[2] - 0x60);
  if (text[0] == 0xEF && text[1] == 0xBD && text[2] >= 0x80 && text[2] <= 0x9E)
    return (char) (text[2] - 0x20);
  if (text[0] == 0xE3 && text[1] == 0x80 && text[2] == 0x80)
    return ' ';

  *length_out = 2;
  if (text[0] == 0xC2 && text[1] == 0xA0)
    return ' ';

  *length_out = 1;
  return 0;
}

/**
 * zg_width_fold:
 * @text: (nullable): UTF-8
 *
 * Turns full-width letters, digits, punctuation and blanks into ASCII. Everything else, `￥` included, stays.
 *
 * Returns: (transfer full): the narrow form; empty for %NULL
 */
char *
zg_width_fold (const char *text)
{
  GString *folded;
  const guchar *at = (const guchar *) text;

  if (text == NULL)
    return g_strdup ("");

  folded = g_string_sized_new (strlen (text));
  while (*at != '\0')
    {
      gsize length;
      char narrow = narrow_at (at, &length);

      g_string_append_c (folded, narrow != 0 ? narrow : (char) *at);
      at += length;
    }

  return g_string_free (folded, FALSE);
}
