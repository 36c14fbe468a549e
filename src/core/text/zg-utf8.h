/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for each byte that is not part of valid UTF-8. Separates words, equals nothing a person types. */
#define ZG_UTF8_INVALID ((gunichar) 0xFFFD)

/**
 * zg_utf8_next:
 * @text: where to read; must be before @end
 * @end: end of the text; nothing at or behind it is read
 * @char_out: (out): the character, or %ZG_UTF8_INVALID for a byte that does not belong to one
 *
 * Reads one character of text that came from outside. Unlike g_utf8_next_char() it needs no validated text: each
 * byte of an overlong form, a surrogate or a cut-off sequence counts as an invalid one.
 *
 * Inline because search reads every stored character through it.
 *
 * Returns: where the next character begins
 */
static inline const char *
zg_utf8_next (const char *text,
              const char *end,
              gunichar   *char_out)
{
  const guchar *p = (const guchar *) text;
  gsize left = end - text;

  if (p[0] < 0x80)
    {
      *char_out = p[0];
      return text + 1;
    }

  if (p[0] >= 0xE0 && p[0] < 0xF0 && left >= 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80)
    {
      gunichar c = ((p[0] & 0x0Fu) << 12) | ((p[1] & 0x3Fu) << 6) | (p[2] & 0x3Fu);

      if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF))
        {
          *char_out = c;
          return text + 3;
        }
    }
  else if (p[0] >= 0xC2 && p[0] < 0xE0 && left >= 2 && (p[1] & 0xC0) == 0x80)
    {
      *char_out = ((p[0] & 0x1Fu) << 6) | (p[1] & 0x3Fu);
      return text + 2;
    }
  else if (p[0] >= 0xF0 && p[0] < 0xF5 && left >= 4 &&
           (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 && (p[3] & 0xC0) == 0x80)
    {
      gunichar c = ((p[0] & 0x07u) << 18) | ((p[1] & 0x3Fu) << 12) | ((p[2] & 0x3Fu) << 6) | (p[3] & 0x3Fu);

      if (c >= 0x10000 && c <= 0x10FFFF)
        {
          *char_out = c;
          return text + 4;
        }
    }

  *char_out = ZG_UTF8_INVALID;
  return text + 1;
}

G_END_DECLS
