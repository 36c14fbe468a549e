/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-integer"

#include "config.h"

#include "zg-integer.h"

/**
 * zg_integer_parse:
 * @text: (nullable): what somebody wrote: ASCII digits, a sign before them if need be, and nothing else
 * @min: the lowest number that is allowed
 * @max: the highest one
 * @number_out: (out): the number; untouched when it is none
 *
 * Can be called from every thread. GLib's g_ascii_string_to_signed() can't: it asks errno whether the digits were read,
 * and two threads that meet in its first call leave another call's error there, so that a good number is refused.
 *
 * Returns: whether @text is a number from @min to @max
 */
gboolean
zg_integer_parse (const char *text,
                  gint64      min,
                  gint64      max,
                  gint64     *number_out)
{
  gboolean is_negative = text != NULL && *text == '-';
  guint64 limit = is_negative ? (guint64) G_MAXINT64 + 1 : (guint64) G_MAXINT64;
  guint64 size = 0;
  gint64 number;

  if (text == NULL)
    return FALSE;
  if (*text == '-' || *text == '+')
    text++;
  if (*text == '\0')
    return FALSE;

  for (; *text != '\0'; text++)
    {
      guint64 digit = (guint64) (*text - '0');

      if (!g_ascii_isdigit (*text) || size > (limit - digit) / 10)
        return FALSE;
      size = size * 10 + digit;
    }

  /* The lowest number has no positive twin that could be turned round. */
  number = is_negative ? (gint64) (0 - size) : (gint64) size;
  if (number < min || number > max)
    return FALSE;

  *number_out = number;
  return TRUE;
}
