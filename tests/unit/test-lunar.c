/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-lunar.h"

#include "lunar-months.h"

/* The solar day on which the month at @index of a row begins. */
static void
month_start (const LunarMonths *row,
             int                index,
             GDate             *start_out)
{
  guint16 start = row->starts[index];
  gboolean is_next_year = index > 0 && start < row->starts[0];

  g_date_clear (start_out, 1);
  g_date_set_dmy (start_out, start % 100, start / 100, row->year + (is_next_year ? 1 : 0));
  g_assert_true (g_date_valid (start_out));
}

static void
assert_same_day (const ZgLunarDate *lunar,
                 const GDate       *solar)
{
  GDate to_solar;
  ZgLunarDate from_solar;

  g_assert_true (zg_lunar_to_solar (lunar, &to_solar));
  g_assert_cmpuint (g_date_get_julian (&to_solar), ==, g_date_get_julian (solar));
  g_assert_true (zg_lunar_from_solar (solar, &from_solar));
  g_assert_cmpint (from_solar.year, ==, lunar->year);
  g_assert_cmpint (from_solar.month, ==, lunar->month);
  g_assert_cmpint (from_solar.day, ==, lunar->day);
  g_assert_cmpint (from_solar.is_leap_month, ==, lunar->is_leap_month);
}

static void
test_month_starts (void)
{
  int n_months = 0;

  for (int i = 0; i < N_LUNAR_MONTHS; i++)
    {
      const LunarMonths *row = &lunar_months[i];

      g_test_message ("%d", row->year);
      g_assert_cmpint (row->year, ==, ZG_LUNAR_FIRST_YEAR + i);
      g_assert_cmpint (zg_lunar_get_leap_month (row->year), ==, row->leap_month);
      for (int j = 0; j < 13 && row->starts[j] != 0; j++)
        {
          gboolean is_leap = row->leap_month != 0 && j == row->leap_month;
          ZgLunarDate lunar = { .year = row->year, .month = j + 1, .day = 1, .is_leap_month = is_leap };
          GDate start;

          if (row->leap_month != 0 && j >= row->leap_month)
            lunar.month = j;
          month_start (row, j, &start);
          assert_same_day (&lunar, &start);
          n_months++;
        }
    }

  g_assert_cmpint (n_months, ==, 199 * 12 + 73);
}

/* Each solar day is one lunar day, and each lunar day follows the one before it. */
static void
test_every_day (void)
{
  GDate day;
  ZgLunarDate before = { 0, };

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 19, 2, 1901);
  for (; g_date_get_year (&day) < 2100; g_date_add_days (&day, 1))
    {
      ZgLunarDate lunar;

      g_assert_true (zg_lunar_from_solar (&day, &lunar));
      assert_same_day (&lunar, &day);
      if (before.day == 0)
        g_assert_cmpint (lunar.day, ==, 1);
      else if (lunar.day != 1)
        g_assert_cmpint (lunar.day, ==, before.day + 1);
      else
        g_assert_cmpint (before.day, ==, zg_lunar_get_month_days (before.year, before.month, before.is_leap_month));
      before = lunar;
    }
}

static void
test_hard_spots (void)
{
  static const struct {
    int year, leap_month;
    ZgLunarDate lunar;
    GDateDay day;
    GDateMonth month;
    GDateYear solar_year;
  } rows[] = {
    /* Where ICU 72 has a leap 7th month. */
    { 1987, 6, { 1987, 6, 1, TRUE }, 26, 7, 1987 },
    { 1987, 6, { 1987, 6, 29, TRUE }, 23, 8, 1987 },
    { 1987, 6, { 1987, 7, 1, FALSE }, 24, 8, 1987 },
    /* "The problem of 2033": older tables had a leap 7th month. */
    { 2033, 11, { 2033, 11, 1, TRUE }, 22, 12, 2033 },
    { 2033, 11, { 2033, 8, 15, FALSE }, 8, 9, 2033 },
    { 1985, 0, { 1985, 1, 1, FALSE }, 20, 2, 1985 },
    { 1995, 8, { 1995, 8, 1, TRUE }, 25, 9, 1995 },
    { 2034, 0, { 2034, 1, 1, FALSE }, 19, 2, 2034 },
    { 2050, 3, { 2050, 3, 1, TRUE }, 21, 4, 2050 },
    { 2057, 0, { 2057, 9, 1, FALSE }, 29, 9, 2057 },
    { 2089, 0, { 2089, 8, 1, FALSE }, 4, 9, 2089 },
    { 2097, 0, { 2097, 7, 1, FALSE }, 7, 8, 2097 },
    /* Where liblunar-date 3.0.1 is a day off. */
    { 1933, 5, { 1933, 5, 30, TRUE }, 22, 7, 1933 },
    { 1954, 0, { 1954, 11, 1, FALSE }, 25, 11, 1954 },
    { 1956, 0, { 1956, 11, 1, FALSE }, 2, 12, 1956 },
    { 1978, 0, { 1978, 8, 15, FALSE }, 17, 9, 1978 },
    { 2060, 0, { 2060, 4, 1, FALSE }, 30, 4, 2060 },
    { 2099, 2, { 2099, 12, 30, FALSE }, 8, 2, 2100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate solar;

      g_test_message ("%d", rows[i].year);
      g_date_clear (&solar, 1);
      g_date_set_dmy (&solar, rows[i].day, rows[i].month, rows[i].solar_year);
      g_assert_cmpint (zg_lunar_get_leap_month (rows[i].year), ==, rows[i].leap_month);
      assert_same_day (&rows[i].lunar, &solar);
    }
}

static void
test_refused (void)
{
  static const ZgLunarDate rows[] = {
    { 1900, 12, 1, FALSE }, { 2100, 1, 1, FALSE }, { 1990, 0, 1, FALSE }, { 1990, 13, 1, FALSE },
    { 1990, 1, 0, FALSE }, { 1990, 1, 31, FALSE }, { 1987, 7, 1, TRUE }, { 1990, 12, 1, TRUE },
    { 1988, 6, 1, TRUE }, { 1987, 6, 30, TRUE }, { 0, 1, 1, FALSE }, { -1, 1, 1, FALSE },
  };
  GDate solar;
  ZgLunarDate lunar;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_false (zg_lunar_to_solar (&rows[i], &solar));

  g_assert_cmpint (zg_lunar_get_month_days (1987, 6, TRUE), ==, 29);
  g_assert_cmpint (zg_lunar_get_month_days (1987, 5, TRUE), ==, 0);
  g_assert_cmpint (zg_lunar_get_month_days (2100, 1, FALSE), ==, 0);
  g_assert_cmpint (zg_lunar_get_leap_month (2100), ==, 0);

  g_date_clear (&solar, 1);
  g_date_set_dmy (&solar, 18, 2, 1901);
  g_assert_false (zg_lunar_from_solar (&solar, &lunar));
  g_date_set_dmy (&solar, 9, 2, 2100);
  g_assert_false (zg_lunar_from_solar (&solar, &lunar));
  g_date_set_dmy (&solar, 1, 1, 9999);
  g_assert_false (zg_lunar_from_solar (&solar, &lunar));
}

static gpointer
ask_from_thread (gpointer data)
{
  GDate day;
  ZgLunarDate lunar;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 26, 7, 1987);
  g_assert_true (zg_lunar_from_solar (&day, &lunar));
  return GINT_TO_POINTER (lunar.month * 100 + lunar.day + (lunar.is_leap_month ? 10000 : 0));
}

/* Runs first, so that the threads meet while the months are not known yet. */
static void
test_threads (void)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("lunar", ask_from_thread, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (threads[i])), ==, 10601);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lunar/threads", test_threads);
  g_test_add_func ("/lunar/month-starts", test_month_starts);
  g_test_add_func ("/lunar/every-day", test_every_day);
  g_test_add_func ("/lunar/hard-spots", test_hard_spots);
  g_test_add_func ("/lunar/refused", test_refused);
  return g_test_run ();
}
