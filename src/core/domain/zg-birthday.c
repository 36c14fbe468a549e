/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-birthday"

#include "config.h"

#include "zg-birthday.h"

#include "zg-error.h"

#include <glib/gi18n.h>

/**
 * zg_birthday_is_known:
 * @birthday: a birthday
 *
 * Returns: whether it says anything
 */
gboolean
zg_birthday_is_known (const ZgBirthday *birthday)
{
  return birthday->month != 0;
}

/**
 * zg_birthday_equal:
 * @a: a birthday
 * @b: another one
 *
 * Returns: whether both say the same; the same day told in two calendars is not the same
 */
gboolean
zg_birthday_equal (const ZgBirthday *a,
                   const ZgBirthday *b)
{
  return a->calendar == b->calendar && a->year == b->year && a->month == b->month && a->day == b->day
         && !a->is_leap_month == !b->is_leap_month;
}

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
validate_solar (const ZgBirthday  *birthday,
                GError           **error)
{
  GDateMonth month = (GDateMonth) birthday->month;

  /* 2000 had 29 February, which is a birthday as long as no year says otherwise. */
  if (birthday->day <= g_date_get_days_in_month (month, (GDateYear) (birthday->year != 0 ? birthday->year : 2000)))
    return TRUE;
  if (birthday->month == 2 && birthday->day == 29)
    return refuse (error, _("%d was no leap year, so there was no 29 February in it."), birthday->year);

  /* TRANSLATORS: %1$d is a month, 1 to 12, %2$d a day that it does not have */
  return refuse (error, _("Month %1$d has no day %2$d."), birthday->month, birthday->day);
}

/* The most days that such a month has in any year: 0 when there never is one, as with the leap months 1 and 12. */
static int
longest_lunar_month (int      month,
                     gboolean is_leap_month)
{
  int longest = 0;

  for (int year = ZG_LUNAR_FIRST_YEAR; year <= ZG_LUNAR_LAST_YEAR && longest < 30; year++)
    longest = MAX (longest, zg_lunar_get_month_days (year, month, is_leap_month));

  return longest;
}

static gboolean
validate_lunar (const ZgBirthday  *birthday,
                GError           **error)
{
  int n_days = birthday->year != 0
                 ? zg_lunar_get_month_days (birthday->year, birthday->month, birthday->is_leap_month)
                 : longest_lunar_month (birthday->month, birthday->is_leap_month);
  int leap_month = zg_lunar_get_leap_month (birthday->year);

  if (birthday->day > 30)
    return refuse (error, _("A lunar month has 30 days at most."));
  if (birthday->day <= n_days)
    return TRUE;
  if (n_days != 0 && birthday->year == 0)
    return refuse (error, _("The lunar leap month %d never has 30 days."), birthday->month);
  if (n_days != 0 && birthday->is_leap_month)
    /* TRANSLATORS: %1$d is the number of the leap month, %2$d the year */
    return refuse (error, _("The lunar leap month %1$d of %2$d has only 29 days."), birthday->month, birthday->year);
  if (n_days != 0)
    /* TRANSLATORS: %1$d is the month, 1 to 12, %2$d the year */
    return refuse (error, _("The lunar month %1$d of %2$d has only 29 days."), birthday->month, birthday->year);
  if (birthday->year == 0)
    return refuse (error, _("The lunar month %d is never a leap month."), birthday->month);
  if (leap_month == 0)
    return refuse (error, _("The lunar year %d has no leap month."), birthday->year);

  /* TRANSLATORS: %1$d is the month that somebody wrote, %2$d the year, %3$d its only leap month */
  return refuse (error, _("The lunar year %2$d has no leap month %1$d. Its leap month is %3$d."),
                 birthday->month, birthday->year, leap_month);
}

/**
 * zg_birthday_validate:
 * @birthday: a birthday
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * Whether there is such a day, in that year when one is given. That there is none yet is no fault.
 *
 * Returns: whether it can be kept
 */
gboolean
zg_birthday_validate (const ZgBirthday  *birthday,
                      GError           **error)
{
  if (birthday->month == 0 && birthday->day == 0 && birthday->year == 0)
    return TRUE;
  if (birthday->year != 0 && (birthday->year < ZG_LUNAR_FIRST_YEAR || birthday->year > ZG_LUNAR_LAST_YEAR))
    return refuse (error, _("A year of birth lies between %1$d and %2$d. Leave it out when it is not known."),
                   ZG_LUNAR_FIRST_YEAR, ZG_LUNAR_LAST_YEAR);
  if (birthday->month < 1 || birthday->month > 12)
    return refuse (error, _("A month is a number from 1 to 12."));
  if (birthday->day < 1)
    return refuse (error, _("The day of the birthday is missing."));
  if (birthday->calendar == ZG_CALENDAR_LUNAR)
    return validate_lunar (birthday, error);
  if (birthday->is_leap_month)
    return refuse (error, _("Only the lunar calendar has leap months."));

  return validate_solar (birthday, error);
}
