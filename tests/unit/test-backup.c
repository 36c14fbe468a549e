/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-backup.h"

/* Which backups stay, as a pure function of their times. */

static ZgTime
day (int number)
{
  /* 2026-01-01 12:00 in Shanghai, and so many days later. */
  return ((ZgTime) 1767240000 + (ZgTime) number * 86400) * ZG_TIME_SECOND;
}

static guint
count_kept (const ZgTime *times,
            guint         n_times)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(GArray) gone = zg_backup_choose_thinned (times, n_times, zone);

  return n_times - gone->len;
}

static void
test_few_stay (void)
{
  ZgTime times[12];

  for (guint i = 0; i < 12; i++)
    times[i] = day (400 - i);
  g_assert_cmpint (count_kept (times, 12), ==, 12);
  g_assert_cmpint (count_kept (times, 0), ==, 0);
}

static void
test_one_a_day (void)
{
  ZgTime times[] = { day (3) + 3 * ZG_TIME_HOUR, day (3) + 2 * ZG_TIME_HOUR, day (3), day (2) };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(GArray) gone = zg_backup_choose_thinned (times, G_N_ELEMENTS (times), zone);

  g_assert_cmpint (gone->len, ==, 2);
  g_assert_cmpint (g_array_index (gone, guint, 0), ==, 1);
  g_assert_cmpint (g_array_index (gone, guint, 1), ==, 2);
}

static void
test_thin_with_age (void)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (ZgTime));
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(GArray) gone = NULL;
  guint kept;

  for (int i = 0; i < 500; i++)
    {
      ZgTime time = day (500 - i);

      g_array_append_val (times, time);
    }
  kept = count_kept ((ZgTime *) times->data, times->len);
  /* 12 days, 10 weeks and 9 months, less what counts for two of them. */
  g_assert_cmpint (kept, >=, 12 + 7 + 6);
  g_assert_cmpint (kept, <=, 12 + 10 + 9);

  gone = zg_backup_choose_thinned ((ZgTime *) times->data, times->len, zone);
  for (guint i = 0; i < gone->len; i++)
    g_assert_cmpint (g_array_index (gone, guint, i), >=, 12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/few-stay", test_few_stay);
  g_test_add_func ("/backup/one-a-day", test_one_a_day);
  g_test_add_func ("/backup/thin-with-age", test_thin_with_age);
  return g_test_run ();
}
