/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-error.h"
#include "zg-time.h"

static const struct {
  const char *text;
  const char *zone;     /* of a text that names none */
  const char *iso;      /* in UTC, or NULL when the text is refused */
} iso_table[] = {
  { "2026-05-01T09:30:00+08:00", "UTC", "2026-05-01T01:30:00+00:00" },
  { "2026-05-01T09:30:00Z", "Asia/Shanghai", "2026-05-01T09:30:00+00:00" },
  { "2026-05-01T09:30:00", "Asia/Shanghai", "2026-05-01T01:30:00+00:00" },
  { "2026-05-01 09:30:00", "UTC", "2026-05-01T09:30:00+00:00" },
  { "2026-05-01 09:30", "UTC", "2026-05-01T09:30:00+00:00" },
  { "2026-05-01", "Asia/Shanghai", "2026-04-30T16:00:00+00:00" },
  { "2026/5/1 9:30", "UTC", "2026-05-01T09:30:00+00:00" },
  { "2024-02-29T00:00:00Z", "UTC", "2024-02-29T00:00:00+00:00" },
  { "2026-07-01T12:00:00", "Europe/Berlin", "2026-07-01T10:00:00+00:00" },
  { "2026-12-01T12:00:00", "Europe/Berlin", "2026-12-01T11:00:00+00:00" },
  { "1969-07-20T20:17:40Z", "UTC", "1969-07-20T20:17:40+00:00" },
  { "2025-02-29T00:00:00Z", "UTC", NULL },
  { "2026-13-01", "UTC", NULL },
  { "2026-05-01T25:00:00Z", "UTC", NULL },
  { "2026-05", "UTC", NULL },
  { "tomorrow", "UTC", NULL },
  { "", "UTC", NULL },
  { "2026-05-01 09:30 or so", "UTC", NULL },
  { "1970-01-01T00:00:00Z", "UTC", NULL },
};

static void
test_iso (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (gsize i = 0; i < G_N_ELEMENTS (iso_table); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (iso_table[i].zone);
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      ZgTime time = 1;
      gboolean read = zg_time_parse_iso (iso_table[i].text, zone, &time, &error);

      g_test_message ("%s", iso_table[i].text);
      g_assert_nonnull (zone);
      g_assert_cmpint (read, ==, iso_table[i].iso != NULL);
      iso = zg_time_to_iso (time, utc);
      g_assert_cmpstr (iso, ==, iso_table[i].iso);
      if (read)
        g_assert_no_error (error);
      else
        g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
    }
}

static void
test_iso_keeps_fractions (void)
{
  ZgTime time;

  g_assert_true (zg_time_parse_iso ("2026-05-01T00:00:00.250Z", NULL, &time, NULL));
  g_assert_cmpint (time % ZG_TIME_SECOND, ==, 250000);
}

static const struct {
  const char *text;
  const char *iso;      /* in China, or NULL */
} export_table[] = {
  { "2017-03-01 12:04:05", "2017-03-01T12:04:05+08:00" },
  { "2016/5/23 22:02", "2016-05-23T22:02:00+08:00" },
  { "2016/05/23 22:02:09", "2016-05-23T22:02:09+08:00" },
  { "2026-04-02", "2026-04-02T00:00:00+08:00" },
  { "2026/4/2", "2026-04-02T00:00:00+08:00" },
  { "\t2017-03-01 12:04:05 ", "2017-03-01T12:04:05+08:00" },
  { "2017-03-01  9:04:05", "2017-03-01T09:04:05+08:00" },
  { "", NULL },
  { "  ", NULL },
  { "-", NULL },
  { "null", NULL },
  { "0000-00-00 00:00:00", NULL },
  { "1970-01-01 08:00:00", NULL },
  { "2017-02-30 12:00:00", NULL },
  { "2017-03/01", NULL },
  { "2017-03-01 24:00:00", NULL },
  { "2017-03-01 12", NULL },
  { "2017-03-01 12:04:", NULL },
  { "2017-03-01 12:04:05x", NULL },
  { "42795.5", NULL },
};

static void
test_export (void)
{
  g_autoptr (GTimeZone) china = zg_time_zone_china ();

  for (gsize i = 0; i < G_N_ELEMENTS (export_table); i++)
    {
      g_autofree char *iso = NULL;
      ZgTime time = 1;
      gboolean read = zg_time_parse_export (export_table[i].text, NULL, &time);

      g_test_message ("%s", export_table[i].text);
      g_assert_cmpint (read, ==, export_table[i].iso != NULL);
      if (!read)
        g_assert_cmpint (time, ==, ZG_TIME_NONE);
      iso = zg_time_to_iso (time, china);
      g_assert_cmpstr (iso, ==, export_table[i].iso);
    }

  {
    ZgTime time = 1;

    g_assert_false (zg_time_parse_export (NULL, NULL, &time));
    g_assert_cmpint (time, ==, ZG_TIME_NONE);
  }
}

static const struct {
  const char *time;
  const char *text;     /* at 2026-09-22T14:20 in Shanghai */
} text_table[] = {
  { "2026-09-22T13:02:00+08:00", "Today 13:02" },
  { "2026-09-22T00:00:00+08:00", "Today 00:00" },
  { "2026-09-22T23:59:59+08:00", "Today 23:59" },
  { "2026-09-21T18:20:00+08:00", "Yesterday 18:20" },
  { "2026-09-21T23:59:59+08:00", "Yesterday 23:59" },
  { "2026-09-20T23:59:59+08:00", "Sep 20" },
  { "2026-09-23T09:30:00+08:00", "Tomorrow 09:30" },
  { "2026-09-24T00:00:00+08:00", "Sep 24" },
  { "2026-01-01T00:00:00+08:00", "Jan 1" },
  { "2025-12-31T23:59:59+08:00", "2025-12-31" },
  { "2027-01-01T00:00:00+08:00", "2027-01-01" },
  /* the same moment is another day elsewhere: the reader's zone counts */
  { "2026-09-21T17:00:00Z", "Today 01:00" },
  { NULL, "" },
};

static void
test_text (void)
{
  g_autoptr (GTimeZone) zone = zg_time_zone_china ();
  ZgTime now;

  g_assert_true (zg_time_parse_iso ("2026-09-22T14:20:00+08:00", NULL, &now, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (text_table); i++)
    {
      g_autofree char *text = NULL;
      ZgTime time = ZG_TIME_NONE;

      if (text_table[i].time != NULL)
        g_assert_true (zg_time_parse_iso (text_table[i].time, NULL, &time, NULL));
      text = zg_time_to_text (time, now, zone);
      g_assert_cmpstr (text, ==, text_table[i].text);
    }
}

/* Around New Year the day before belongs to another year and is still yesterday. */
static void
test_text_new_year (void)
{
  g_autoptr (GTimeZone) zone = zg_time_zone_china ();
  g_autofree char *text = NULL;
  ZgTime now, time;

  g_assert_true (zg_time_parse_iso ("2026-01-01T08:00:00+08:00", NULL, &now, NULL));
  g_assert_true (zg_time_parse_iso ("2025-12-31T20:00:00+08:00", NULL, &time, NULL));
  text = zg_time_to_text (time, now, zone);
  g_assert_cmpstr (text, ==, "Yesterday 20:00");
}

static void
test_date_time (void)
{
  static const ZgTime moments[] = { 1, -1, 1234567890123456, -1234567890123456, ZG_TIME_DAY };
  g_autoptr (GTimeZone) zone = zg_time_zone_china ();

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GDateTime) date_time = zg_time_to_date_time (moments[i], zone);

      g_assert_cmpint (g_date_time_to_unix (date_time) * ZG_TIME_SECOND + g_date_time_get_microsecond (date_time),
                       ==, moments[i]);
    }

  g_assert_null (zg_time_to_date_time (ZG_TIME_NONE, zone));
  g_assert_null (zg_time_to_date_time (G_MAXINT64, zone));
  g_assert_null (zg_time_to_iso (ZG_TIME_NONE, zone));
}

static void
test_clock (void)
{
  g_autoptr (GTimeZone) zone = zg_time_zone_china ();
  g_autoptr (ZgClock) fixed = zg_clock_new_fixed (42, zone);
  g_autoptr (ZgClock) same = zg_clock_ref (fixed);
  g_autoptr (ZgClock) system = zg_clock_new_system ();
  ZgTime before = g_get_real_time ();
  ZgTime now = zg_clock_now (system);

  g_assert_cmpint (zg_clock_now (same), ==, 42);
  g_assert_true (zg_clock_get_zone (fixed) == zone);
  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time ());
  g_assert_nonnull (zg_clock_get_zone (system));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/iso", test_iso);
  g_test_add_func ("/time/iso-keeps-fractions", test_iso_keeps_fractions);
  g_test_add_func ("/time/export", test_export);
  g_test_add_func ("/time/text", test_text);
  g_test_add_func ("/time/text-new-year", test_text_new_year);
  g_test_add_func ("/time/date-time", test_date_time);
  g_test_add_func ("/time/clock", test_clock);
  return g_test_run ();
}
