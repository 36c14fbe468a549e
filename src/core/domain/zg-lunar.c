/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-lunar"

#include "config.h"

#include "zg-lunar.h"

#include <lunar-date/lunar-date.h>
#include <stdio.h>

#define N_YEARS (ZG_LUNAR_LAST_YEAR - ZG_LUNAR_FIRST_YEAR + 1)
#define MAX_MONTHS 13

/* @starts: Julian days as GDate counts them; the one after the last month's is where the next year begins. */
typedef struct {
  int leap_month;
  int n_months;
  guint32 starts[MAX_MONTHS + 1];
} LunarYear;

/*
 * The months, none of them a leap month, that begin on another day than liblunar-date 3.0.1 says: a month begins on the
 * day of the new moon in China's time (GB/T 33661-2017). It fell on 25 November 1954 at 20:30, on 2 December 1956 at
 * 16:12, on 30 April 2060 at 18:11, and, which older almanacs have on the day before, on 23 July 1933 and 3 September
 * 1978 a few minutes after midnight.
 */
static const struct {
  int year;
  int month;
  GDateMonth solar_month;
  GDateDay solar_day;
} mended[] = {
  { 1933, 6, G_DATE_JULY, 23 },
  { 1954, 11, G_DATE_NOVEMBER, 25 },
  { 1956, 11, G_DATE_DECEMBER, 2 },
  { 1978, 8, G_DATE_SEPTEMBER, 3 },
  { 2060, 4, G_DATE_APRIL, 30 },
};

static guint32
julian_of (int day,
           int month,
           int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* When a month begins; 0 when liblunar-date knows no such month. */
static guint32
ask_month_start (LunarDate *date,
                 int        year,
                 int        month,
                 gboolean   is_leap_month)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *solar = NULL;
  int y, m, d;

  for (gsize i = 0; i < G_N_ELEMENTS (mended); i++)
    if (mended[i].year == year && mended[i].month == month && !is_leap_month)
      return julian_of (mended[i].solar_day, mended[i].solar_month, year);

  lunar_date_set_lunar_date (date, (GDateYear) year, (GDateMonth) month, 1, 0, is_leap_month, &error);
  if (error != NULL)
    return 0;

  solar = lunar_date_strftime (date, "%(year) %(month) %(day)");
  if (sscanf (solar, "%d %d %d", &y, &m, &d) != 3 || !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return 0;

  return julian_of (d, m, y);
}

static void
fill_year (LunarDate *date,
           int        year,
           LunarYear *months)
{
  for (int month = 1; month <= 12; month++)
    {
      guint32 leap_start = ask_month_start (date, year, month, TRUE);

      months->starts[months->n_months++] = ask_month_start (date, year, month, FALSE);
      if (leap_start != 0 && months->leap_month == 0)
        {
          months->leap_month = month;
          months->starts[months->n_months++] = leap_start;
        }
    }

  months->starts[months->n_months] = ask_month_start (date, year + 1, 1, FALSE);
}

/*
 * All months that are known. liblunar-date's object holds what was asked of it last, so that two threads cannot share
 * one; making one reads its holidays, and in 3.0.1 they are never freed. So it is asked for everything at the first
 * need, by one thread, in 9 ms, and what it said is never changed and can be read by all.
 */
static const LunarYear *
get_years (void)
{
  static LunarYear years[N_YEARS];
  static LunarDate *date;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      date = lunar_date_new ();
      for (int i = 0; i < N_YEARS; i++)
        fill_year (date, ZG_LUNAR_FIRST_YEAR + i, &years[i]);
      g_once_init_leave (&ready, 1);
    }

  return years;
}

static const LunarYear *
get_year (int year)
{
  if (year < ZG_LUNAR_FIRST_YEAR || year > ZG_LUNAR_LAST_YEAR)
    return NULL;

  return &get_years ()[year - ZG_LUNAR_FIRST_YEAR];
}

/* Which month of its year it is, counted from 0 with the leap month; -1 when there is none. */
static int
find_month (const LunarYear *year,
            int              month,
            gboolean         is_leap_month)
{
  if (month < 1 || month > 12 || (is_leap_month && month != year->leap_month))
    return -1;

  return month - 1 + (is_leap_month || (year->leap_month != 0 && month > year->leap_month) ? 1 : 0);
}

/**
 * zg_lunar_get_leap_month:
 * @year: a lunar year
 *
 * Returns: the number of its leap month, 0 when it has none or the year is not known
 */
int
zg_lunar_get_leap_month (int year)
{
  const LunarYear *months = get_year (year);

  return months != NULL ? months->leap_month : 0;
}

/**
 * zg_lunar_get_month_days:
 * @year: a lunar year
 * @month: 1 to 12
 * @is_leap_month: whether the leap month of that number is meant
 *
 * Returns: 29 or 30; 0 when there is no such month
 */
int
zg_lunar_get_month_days (int      year,
                         int      month,
                         gboolean is_leap_month)
{
  const LunarYear *months = get_year (year);
  int index = months != NULL ? find_month (months, month, is_leap_month) : -1;

  return index >= 0 ? (int) (months->starts[index + 1] - months->starts[index]) : 0;
}

/**
 * zg_lunar_to_solar:
 * @lunar: a lunar date
 * @solar_out: (out caller-allocates): the same day in the solar calendar
 *
 * After liblunar-date: ICU's Chinese calendar has the wrong leap month in 1987. Can be called from every thread.
 *
 * Returns: whether there is such a day in the years %ZG_LUNAR_FIRST_YEAR to %ZG_LUNAR_LAST_YEAR
 */
gboolean
zg_lunar_to_solar (const ZgLunarDate *lunar,
                   GDate             *solar_out)
{
  const LunarYear *months = get_year (lunar->year);
  int index = months != NULL ? find_month (months, lunar->month, lunar->is_leap_month) : -1;

  if (index < 0 || lunar->day < 1 || lunar->day > (int) (months->starts[index + 1] - months->starts[index]))
    return FALSE;

  g_date_clear (solar_out, 1);
  g_date_set_julian (solar_out, months->starts[index] + (guint32) lunar->day - 1);
  return TRUE;
}

/**
 * zg_lunar_from_solar:
 * @solar: a valid date
 * @lunar_out: (out caller-allocates): the same day in the lunar calendar
 *
 * Can be called from every thread.
 *
 * Returns: whether the lunar year of @solar is known, which is so from 19 February 1901 to 8 February 2100
 */
gboolean
zg_lunar_from_solar (const GDate *solar,
                     ZgLunarDate *lunar_out)
{
  guint32 day = g_date_get_julian (solar);
  int year = g_date_get_year (solar);
  const LunarYear *months = get_year (year);
  int index = 0;

  if (months == NULL || day < months->starts[0])
    months = get_year (--year);
  if (months == NULL || day >= months->starts[months->n_months])
    return FALSE;

  while (day >= months->starts[index + 1])
    index++;

  *lunar_out = (ZgLunarDate) {
    .year = year,
    .month = index + (months->leap_month != 0 && index >= months->leap_month ? 0 : 1),
    .day = (int) (day - months->starts[index]) + 1,
    .is_leap_month = months->leap_month != 0 && index == months->leap_month,
  };
  return TRUE;
}
