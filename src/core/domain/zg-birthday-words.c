/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-birthday"

#include "config.h"

#include "zg-birthday.h"

#include <glib/gi18n.h>

/* TRANSLATORS: the lunar months. In Chinese they have names: 正月, 二月, … */
static const char * const lunar_months[] = {
  NC_("lunar month", "1"), NC_("lunar month", "2"), NC_("lunar month", "3"), NC_("lunar month", "4"),
  NC_("lunar month", "5"), NC_("lunar month", "6"), NC_("lunar month", "7"), NC_("lunar month", "8"),
  NC_("lunar month", "9"), NC_("lunar month", "10"), NC_("lunar month", "11"), NC_("lunar month", "12"),
};

/* TRANSLATORS: the days of a lunar month. In Chinese they have names: 初一, 初二, … */
static const char * const lunar_days[] = {
  NC_("lunar day", "1"), NC_("lunar day", "2"), NC_("lunar day", "3"), NC_("lunar day", "4"),
  NC_("lunar day", "5"), NC_("lunar day", "6"), NC_("lunar day", "7"), NC_("lunar day", "8"),
  NC_("lunar day", "9"), NC_("lunar day", "10"), NC_("lunar day", "11"), NC_("lunar day", "12"),
  NC_("lunar day", "13"), NC_("lunar day", "14"), NC_("lunar day", "15"), NC_("lunar day", "16"),
  NC_("lunar day", "17"), NC_("lunar day", "18"), NC_("lunar day", "19"), NC_("lunar day", "20"),
  NC_("lunar day", "21"), NC_("lunar day", "22"), NC_("lunar day", "23"), NC_("lunar day", "24"),
  NC_("lunar day", "25"), NC_("lunar day", "26"), NC_("lunar day", "27"), NC_("lunar day", "28"),
  NC_("lunar day", "29"), NC_("lunar day", "30"),
};

/**
 * zg_lunar_format:
 * @lunar: a lunar date; its year is 0 when it shall not be said
 *
 * Returns: (transfer full): the date in words of the user's language, 农历八月十八; empty when it is no date
 */
char *
zg_lunar_format (const ZgLunarDate *lunar)
{
  const char *month, *day;

  if (lunar->month < 1 || lunar->month > 12 || lunar->day < 1 || lunar->day > 30)
    return g_strdup ("");

  month = g_dpgettext2 (NULL, "lunar month", lunar_months[lunar->month - 1]);
  day = g_dpgettext2 (NULL, "lunar day", lunar_days[lunar->day - 1]);
  if (lunar->year == 0 && lunar->is_leap_month)
    /* TRANSLATORS: a lunar date: the name of the month, the name of the day. In Chinese 农历闰六月初三 */
    return g_strdup_printf (_("lunar leap month %1$s, day %2$s"), month, day);
  if (lunar->year == 0)
    /* TRANSLATORS: a lunar date: the name of the month, the name of the day. In Chinese 农历八月十八 */
    return g_strdup_printf (_("lunar month %1$s, day %2$s"), month, day);
  if (lunar->is_leap_month)
    /* TRANSLATORS: a lunar date: year, the name of the month, the name of the day. In Chinese 农历1987年闰六月初三 */
    return g_strdup_printf (_("lunar %1$d, leap month %2$s, day %3$s"), lunar->year, month, day);

  /* TRANSLATORS: a lunar date: year, the name of the month, the name of the day. In Chinese 农历1990年八月十八 */
  return g_strdup_printf (_("lunar %1$d, month %2$s, day %3$s"), lunar->year, month, day);
}

/* @year is 0 when it shall not be said. */
static char *
format_solar (int year,
              int month,
              int day)
{
  /* 2000 has all days. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (year != 0 ? year : 2000, month, day, 0, 0, 0);

  if (date == NULL)
    return g_strdup ("");

  /* TRANSLATORS: strftime(3): a day with its year, Sep 20, 2025. In Chinese: %Y年%-m月%-d日 */
  return g_date_time_format (date, year != 0 ? _("%b %-d, %Y") : _("%b %-d"));
}

/**
 * zg_birthday_format:
 * @birthday: a birthday
 *
 * Returns: (transfer full): the birthday as it was told, in the user's language: 1990年8月18日, 农历八月十八; empty when it
 *   is not known
 */
char *
zg_birthday_format (const ZgBirthday *birthday)
{
  const ZgLunarDate lunar = { birthday->year, birthday->month, birthday->day, birthday->is_leap_month };

  if (!zg_birthday_is_known (birthday))
    return g_strdup ("");

  return birthday->calendar == ZG_CALENDAR_LUNAR ? zg_lunar_format (&lunar)
                                                 : format_solar (birthday->year, birthday->month, birthday->day);
}

/**
 * zg_birthday_format_both:
 * @birthday: a birthday
 * @today: what day it is
 *
 * Its next date in both calendars, its own first: 农历八月十八 → 9月28日, or 9月28日 → 农历八月十八. The solar year is said
 * when it is not this one.
 *
 * Returns: (transfer full): the text; only the birthday itself when it does not come again, empty when it is not known
 */
char *
zg_birthday_format_both (const ZgBirthday *birthday,
                         const GDate      *today)
{
  ZgBirthdayNext next;
  g_autofree char *lunar = NULL;
  g_autofree char *solar = NULL;
  gboolean is_lunar = birthday->calendar == ZG_CALENDAR_LUNAR;
  int year;

  if (!zg_birthday_get_next (birthday, today, &next))
    return zg_birthday_format (birthday);

  year = g_date_get_year (&next.solar);
  solar = format_solar (year != g_date_get_year (today) ? year : 0, g_date_get_month (&next.solar),
                        g_date_get_day (&next.solar));
  next.lunar.year = 0;
  if (is_lunar)
    next.lunar = (ZgLunarDate) { 0, birthday->month, birthday->day, birthday->is_leap_month };
  lunar = zg_lunar_format (&next.lunar);
  if (*lunar == '\0')
    return g_steal_pointer (&solar);

  /* TRANSLATORS: the same day in two calendars, that of the birthday first: 农历八月十八 → 9月28日 */
  return g_strdup_printf (_("%1$s → %2$s"), is_lunar ? lunar : solar, is_lunar ? solar : lunar);
}

/**
 * zg_birthday_format_countdown:
 * @next: when a birthday comes next
 *
 * Returns: (transfer full): how long until then and how old they become, in the user's language
 */
char *
zg_birthday_format_countdown (const ZgBirthdayNext *next)
{
  g_autofree char *when = NULL;

  if (next->days == 0)
    when = g_strdup (C_("birthday", "today"));
  else if (next->days == 1)
    when = g_strdup (C_("birthday", "tomorrow"));
  else
    when = g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) next->days), next->days);

  if (next->age == 0)
    return g_steal_pointer (&when);

  /* TRANSLATORS: a birthday: when it is, "in 12 days", and how old somebody becomes */
  return g_strdup_printf (_("%1$s, turns %2$d"), when, next->age);
}
