/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-day.h"
#include "zg-error.h"

/* On Tuesday 22 September 2026. */
static const struct {
  const char *text;
  int year;                     /* 0: no day */
  int month;
  int day;
} cases[] = {
  { "2026-10-01", 2026, 10, 1 },
  { "2026/10/1", 2026, 10, 1 },
  { "2026年10月1日", 2026, 10, 1 },
  { "２０２６．１０．１", 2026, 10, 1 },
  /* What is over is a date all the same; whether that is allowed is not decided here. */
  { "2020-01-01", 2020, 1, 1 },
  { "10-1", 2026, 10, 1 },
  { "9-22", 2026, 9, 22 },
  { "9.21", 2027, 9, 21 },
  { "1月3号", 2027, 1, 3 },
  { "2-29", 2028, 2, 29 },
  { "25号", 2026, 9, 25 },
  { "15 日", 2026, 10, 15 },
  { "31号", 2026, 10, 31 },
  { "今天", 2026, 9, 22 },
  { "Tomorrow", 2026, 9, 23 },
  { "大后天", 2026, 9, 25 },
  { "3天后", 2026, 9, 25 },
  { "3 days", 2026, 9, 25 },
  { "in 10 days", 2026, 10, 2 },
  { "+7d", 2026, 9, 29 },
  { "一周后", 2026, 9, 29 },
  { "兩個星期後", 2026, 10, 6 },
  { "in 3 weeks", 2026, 10, 13 },
  { "in a week", 2026, 9, 29 },
  { "下周", 2026, 9, 29 },
  { "一个月后", 2026, 10, 22 },
  { "半个月后", 2026, 10, 7 },
  { "下个月", 2026, 10, 22 },
  { "5 months", 2027, 2, 22 },
  { "", 0, 0, 0 },
  { "2-30", 0, 0, 0 },
  { "2026-13-01", 0, 0, 0 },
  { "2026-02-29", 0, 0, 0 },
  { "0-0", 0, 0, 0 },
  { "半周", 0, 0, 0 },
  { "soon", 0, 0, 0 },
  { "3", 0, 0, 0 },
  { "10-1 10-1 10-1 10-1 10-1 10-1 10-1 10-1 10-1 10-1 10-1 10-1 10-1", 0, 0, 0 },
};

static void
test_parse (void)
{
  GDate today, day;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 9, 2026);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean ok = zg_day_parse (cases[i].text, &today, &day, &error);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (ok, ==, cases[i].year != 0);
      if (!ok)
        {
          g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (g_date_get_year (&day), ==, cases[i].year);
      g_assert_cmpint (g_date_get_month (&day), ==, cases[i].month);
      g_assert_cmpint (g_date_get_day (&day), ==, cases[i].day);
    }
}

/* A month from the last day of one is the last day of the next. */
static void
test_month_end (void)
{
  GDate today, day;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 31, 1, 2027);
  g_assert_true (zg_day_parse ("in a month", &today, &day, NULL));
  g_assert_cmpint (g_date_get_month (&day), ==, 2);
  g_assert_cmpint (g_date_get_day (&day), ==, 28);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/month-end", test_month_end);
  return g_test_run ();
}
