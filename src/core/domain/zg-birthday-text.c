/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-birthday"

#include "config.h"

#include "zg-birthday.h"

#include "zg-error.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * zg_birthday_to_text:
 * @birthday: a birthday
 *
 * The form that is kept: `1990-08-18`, without a year `--08-18`; in the lunar calendar `L1990-08-18`, a leap month with
 * a plus sign, `L1990+06-18` and `L-+06-18`.
 *
 * Returns: (transfer full): the text; empty for an unknown birthday
 */
char *
zg_birthday_to_text (const ZgBirthday *birthday)
{
  char year[16] = "-";

  if (!zg_birthday_is_known (birthday))
    return g_strdup ("");

  if (birthday->year != 0)
    g_snprintf (year, sizeof year, "%04d", birthday->year);
  return g_strdup_printf ("%s%s%c%02d-%02d", birthday->calendar == ZG_CALENDAR_LUNAR ? "L" : "", year,
                          birthday->is_leap_month ? '+' : '-', birthday->month, birthday->day);
}

/* Reads the kept form and nothing else; whether there is such a day is not asked. */
static gboolean
read_kept (const char *text,
           ZgBirthday *birthday_out)
{
  ZgBirthday birthday = { 0 };
  g_autofree char *again = NULL;
  const char *at = text;

  if (*at == 'L')
    {
      birthday.calendar = ZG_CALENDAR_LUNAR;
      at++;
    }
  if (*at == '-')
    at++;
  else
    for (int i = 0; i < 4 && g_ascii_isdigit (*at); i++)
      birthday.year = birthday.year * 10 + g_ascii_digit_value (*at++);

  birthday.is_leap_month = *at == '+';
  if (strlen (at) != strlen ("-08-18"))
    return FALSE;
  for (int i = 1; i <= 2; i++)
    {
      birthday.month = birthday.month * 10 + g_ascii_digit_value (at[i]);
      birthday.day = birthday.day * 10 + g_ascii_digit_value (at[i + 3]);
    }

  again = zg_birthday_to_text (&birthday);
  *birthday_out = birthday;
  return strcmp (again, text) == 0;
}

/**
 * zg_birthday_from_text:
 * @text: what zg_birthday_to_text() made of a birthday
 * @birthday_out: (out caller-allocates): the birthday; untouched when it is none
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID
 *
 * Strict: what does not come out again as @text is refused, and so is the empty text.
 *
 * Returns: whether @text is a birthday, and there is such a day
 */
gboolean
zg_birthday_from_text (const char  *text,
                       ZgBirthday  *birthday_out,
                       GError     **error)
{
  ZgBirthday birthday;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!read_kept (text, &birthday) || birthday.month == 0)
    {
      g_autofree char *shown = g_utf8_make_valid (text, -1);

      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("“%s” is not a birthday."), shown);
      return FALSE;
    }
  if (!zg_birthday_validate (&birthday, error))
    return FALSE;

  *birthday_out = birthday;
  return TRUE;
}
