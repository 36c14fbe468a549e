/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-birthday"

#include "config.h"

#include "zg-birthday.h"

/*
 * 29 February is kept on the 28th of a year that has none: where the month of an anniversary lacks the day, its last day
 * counts, as the civil codes count years (China's article 202, Taiwan's article 121), and the greeting stays in the
 * month of the birthday.
 */
static gboolean
solar_in_year (const ZgBirthday *birthday,
               int               year,
               GDate            *day_out)
{
  GDateMonth month = (GDateMonth) birthday->month;
  int n_days;

  if (year < 1 || year > 9999)
    return FALSE;

  n_days = g_date_get_days_in_month (month, (GDateYear) year);
  g_date_clear (day_out, 1);
  g_date_set_dmy (day_out, (GDateDay) MIN (birthday->day, n_days), month, (GDateYear) year);
  return TRUE;
}

/*
 * By custom, day 30 is kept on the 29th of a month that has no more, and a day of a leap month in the ordinary month of
 * that number when the year has no such leap month.
 */
static gboolean
lunar_in_year (const ZgBirthday *birthday,
               int               year,
               GDate            *day_out)
{
  ZgLunarDate lunar = { .year = year, .month = birthday->month };
  int n_days;

  lunar.is_leap_month = birthday->is_leap_month && zg_lunar_get_leap_month (year) == birthday->month;
  n_days = zg_lunar_get_month_days (year, lunar.month, lunar.is_leap_month);
  lunar.day = MIN (birthday->day, n_days);
  return zg_lunar_to_solar (&lunar, day_out);
}

/**
 * zg_birthday_get_next:
 * @birthday: a valid birthday
 * @today: the day from which on to look, in the shop's zone
 * @next_out: (out caller-allocates): when it is kept next
 *
 * The birthday on @today or after it; before somebody is born, the day of birth. A lunar age counts lunar years.
 * Quick enough for a whole file of customers; can be called from every thread.
 *
 * Returns: whether there is one: not for an unknown birthday, nor a lunar one after %ZG_LUNAR_LAST_YEAR
 */
gboolean
zg_birthday_get_next (const ZgBirthday *birthday,
                      const GDate      *today,
                      ZgBirthdayNext   *next_out)
{
  gboolean is_lunar = birthday->calendar == ZG_CALENDAR_LUNAR;
  /* Until its new year in January or February, the lunar year is that of the year before. */
  int year = g_date_get_year (today) - (is_lunar ? 1 : 0);
  int last = g_date_get_year (today) + 1;

  if (!zg_birthday_is_known (birthday))
    return FALSE;

  year = MAX (year, is_lunar ? MAX (birthday->year, ZG_LUNAR_FIRST_YEAR) : birthday->year);
  for (last = MAX (last, year); year <= last; year++)
    {
      if (!(is_lunar ? lunar_in_year : solar_in_year) (birthday, year, &next_out->solar))
        return FALSE;
      if (g_date_compare (&next_out->solar, today) < 0)
        continue;

      if (!zg_lunar_from_solar (&next_out->solar, &next_out->lunar))
        next_out->lunar = (ZgLunarDate) { 0 };
      next_out->days = g_date_days_between (today, &next_out->solar);
      next_out->age = birthday->year != 0 ? year - birthday->year : 0;
      return TRUE;
    }

  return FALSE;
}

/**
 * zg_birthday_get_key:
 * @birthday: a birthday
 *
 * What a table keeps beside a birthday to find it by its day: its text without the year. zg_birthday_list_keys() tells
 * which keys to look for.
 *
 * Returns: (transfer full) (nullable): the key, or %NULL for an unknown birthday
 */
char *
zg_birthday_get_key (const ZgBirthday *birthday)
{
  ZgBirthday any_year = *birthday;

  if (!zg_birthday_is_known (birthday))
    return NULL;

  any_year.year = 0;
  return zg_birthday_to_text (&any_year);
}

/**
 * zg_birthday_get_day:
 * @birthday: a birthday
 *
 * The day of the year as a number, for an index and to sort by: month * 100 + day, and 10000 more in the lunar calendar.
 * A day of a leap month has the number of the ordinary one.
 *
 * Returns: the number; 0 for an unknown birthday
 */
int
zg_birthday_get_day (const ZgBirthday *birthday)
{
  if (!zg_birthday_is_known (birthday))
    return 0;

  return birthday->month * 100 + birthday->day + (birthday->calendar == ZG_CALENDAR_LUNAR ? 10000 : 0);
}

static void
add_key (GPtrArray  *keys,
         GHashTable *seen,
         ZgCalendar  calendar,
         int         month,
         int         day,
         gboolean    is_leap_month)
{
  const ZgBirthday birthday = { .calendar = calendar, .month = month, .day = day, .is_leap_month = is_leap_month };
  g_autofree char *key = zg_birthday_to_text (&birthday);

  if (g_hash_table_contains (seen, key) || !zg_birthday_validate (&birthday, NULL))
    return;

  g_hash_table_add (seen, key);
  g_ptr_array_add (keys, g_steal_pointer (&key));
}

/* The birthdays that lunar_in_year() puts on this lunar day. */
static void
add_lunar_keys (GPtrArray         *keys,
                GHashTable        *seen,
                const ZgLunarDate *lunar)
{
  int last = zg_lunar_get_month_days (lunar->year, lunar->month, lunar->is_leap_month);

  for (int day = lunar->day; day <= (lunar->day == last ? 30 : lunar->day); day++)
    {
      if (!lunar->is_leap_month)
        add_key (keys, seen, ZG_CALENDAR_LUNAR, lunar->month, day, FALSE);
      if (lunar->is_leap_month || zg_lunar_get_leap_month (lunar->year) != lunar->month)
        add_key (keys, seen, ZG_CALENDAR_LUNAR, lunar->month, day, TRUE);
    }
}

/**
 * zg_birthday_list_keys:
 * @from: the first day
 * @to: the last day, at most 400 days later
 *
 * Which keys of zg_birthday_get_key() are kept from @from to @to, so that an index finds everybody who has their
 * birthday this month: `key IN (…)`. A month of keys is about 90.
 *
 * Returns: (transfer full) (array zero-terminated=1): each key once
 */
char **
zg_birthday_list_keys (const GDate *from,
                       const GDate *to)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GDate day = *from;

  for (int n = 0; n <= 400 && g_date_compare (&day, to) <= 0; n++, g_date_add_days (&day, 1))
    {
      ZgLunarDate lunar;
      int month = g_date_get_month (&day);

      add_key (keys, seen, ZG_CALENDAR_SOLAR, month, g_date_get_day (&day), FALSE);
      if (month == 2 && g_date_is_last_of_month (&day))
        add_key (keys, seen, ZG_CALENDAR_SOLAR, 2, 29, FALSE);
      if (zg_lunar_from_solar (&day, &lunar))
        add_lunar_keys (keys, seen, &lunar);
    }

  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}
