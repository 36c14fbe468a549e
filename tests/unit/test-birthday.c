/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-birthday.h"

#include "zg-error.h"

#include <stdio.h>
#include <string.h>

static GDate
date_of (const char *text)
{
  int y, m, d;
  GDate date;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &y, &m, &d), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  g_assert_true (g_date_valid (&date));
  return date;
}

static char *
text_of (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/* What is kept, and the beginning of the sentence for what is refused. */
static const struct {
  ZgBirthday birthday;
  const char *text;
  const char *fault;
} faults[] = {
  { { 0, 1990, 8, 18, FALSE }, "1990-08-18", NULL },
  { { 0, 0, 8, 18, FALSE }, "--08-18", NULL },
  { { 0, 0, 2, 29, FALSE }, "--02-29", NULL },
  { { 0, 2000, 2, 29, FALSE }, "2000-02-29", NULL },
  { { 0, 1901, 1, 1, FALSE }, "1901-01-01", NULL },
  { { 0, 2099, 12, 31, FALSE }, "2099-12-31", NULL },
  { { 1, 1990, 8, 18, FALSE }, "L1990-08-18", NULL },
  { { 1, 0, 8, 18, FALSE }, "L--08-18", NULL },
  { { 1, 1987, 6, 3, TRUE }, "L1987+06-03", NULL },
  { { 1, 2033, 11, 29, TRUE }, "L2033+11-29", NULL },
  { { 1, 0, 6, 3, TRUE }, "L-+06-03", NULL },
  { { 1, 0, 2, 30, FALSE }, "L--02-30", NULL },
  { { 1, 0, 4, 30, TRUE }, "L-+04-30", NULL },
  { { 0, 0, 0, 0, FALSE }, "", NULL },

  { { 0, 1990, 2, 31, FALSE }, "1990-02-31", "Month 2 has no day 31." },
  { { 0, 0, 2, 30, FALSE }, "--02-30", "Month 2 has no day 30." },
  { { 0, 0, 4, 31, FALSE }, "--04-31", "Month 4 has no day 31." },
  { { 0, 1990, 2, 29, FALSE }, "1990-02-29", "1990 was no leap year, so there was no 29 February in it." },
  { { 0, 1990, 13, 1, FALSE }, "1990-13-01", "A month is a number from 1 to 12." },
  { { 0, 1990, 0, 1, FALSE }, NULL, "A month is a number from 1 to 12." },
  { { 0, 1990, -1, 1, FALSE }, NULL, "A month is a number from 1 to 12." },
  { { 0, 1990, 1, 0, FALSE }, "1990-01-00", "The day of the birthday is missing." },
  { { 0, 1900, 1, 1, FALSE }, "1900-01-01",
    "A year of birth lies between 1901 and 2099. Leave it out when it is not known." },
  { { 1, 2100, 1, 1, FALSE }, "L2100-01-01",
    "A year of birth lies between 1901 and 2099. Leave it out when it is not known." },
  { { 0, -5, 1, 1, FALSE }, NULL, "A year of birth lies between 1901 and 2099. Leave it out when it is not known." },
  { { 0, 1987, 6, 3, TRUE }, "1987+06-03", "Only the lunar calendar has leap months." },
  { { 1, 1987, 7, 3, TRUE }, "L1987+07-03", "The lunar year 1987 has no leap month 7. Its leap month is 6." },
  { { 1, 1988, 6, 3, TRUE }, "L1988+06-03", "The lunar year 1988 has no leap month." },
  { { 1, 0, 12, 3, TRUE }, "L-+12-03", "The lunar month 12 is never a leap month." },
  { { 1, 0, 1, 3, TRUE }, "L-+01-03", "The lunar month 1 is never a leap month." },
  { { 1, 1987, 6, 30, TRUE }, "L1987+06-30", "The lunar leap month 6 of 1987 has only 29 days." },
  { { 1, 2026, 2, 30, FALSE }, "L2026-02-30", "The lunar month 2 of 2026 has only 29 days." },
  { { 1, 0, 11, 30, TRUE }, "L-+11-30", "The lunar leap month 11 never has 30 days." },
  { { 1, 0, 8, 31, FALSE }, "L--08-31", "A lunar month has 30 days at most." },
};

static void
test_validate (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = zg_birthday_to_text (&faults[i].birthday);
      ZgBirthday again = { 1, 7, 7, 7, TRUE };
      gboolean good = zg_birthday_validate (&faults[i].birthday, &error);

      g_test_message ("%s", text);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, faults[i].fault);
      g_assert_cmpint (good, ==, faults[i].fault == NULL);
      if (faults[i].text == NULL)
        continue;

      g_assert_cmpstr (text, ==, faults[i].text);
      g_clear_error (&error);
      if (good && *text != '\0')
        {
          g_assert_true (zg_birthday_from_text (text, &again, &error));
          g_assert_no_error (error);
          g_assert_true (zg_birthday_equal (&again, &faults[i].birthday));
        }
      else
        {
          g_assert_false (zg_birthday_from_text (text, &again, &error));
          g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
          g_assert_cmpint (again.year, ==, 7);
        }
    }
}

static void
test_strict (void)
{
  static const char * const rows[] = {
    "1990-8-18", "1990/08/18", "90-08-18", "19900818", " 1990-08-18", "1990-08-18 ", "l1990-08-18", "LL1990-08-18",
    "--8-18", "-08-18", "---08-18", "1990--08-18", "1990-08-1x", "1990-0x-18", "1990_08-18", "0000-08-18", "L", "-",
    "1990-08", "1990", "+08-18", "1990-08-180", "19900-08-18", "\xff", "L--+6-03", "8月18日",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_utf8_make_valid (rows[i], -1);
      ZgBirthday birthday;

      g_test_message ("%s", shown);
      g_assert_false (zg_birthday_from_text (rows[i], &birthday, &error));
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static const struct {
  const char *text;
  const char *kept;           /* NULL: refused */
} written[] = {
  { "1990-8-18", "1990-08-18" },
  { "1990-08-18", "1990-08-18" },
  { "1990/8/18", "1990-08-18" },
  { "1990.8.18", "1990-08-18" },
  { " 1990-08-18\n", "1990-08-18" },
  { "１９９０－８－１８", "1990-08-18" },
  { "19900818", "1990-08-18" },
  { "1990-08-18T00:00:00Z", "1990-08-18" },
  { "19900818T000000Z", "1990-08-18" },
  { "1990/8/18 0:00", "1990-08-18" },
  { "1990-08-18 00:00:00", "1990-08-18" },
  { "0818", "--08-18" },
  { "--0818", "--08-18" },
  { "--08-18", "--08-18" },
  { "8-18", "--08-18" },
  { "8/18", "--08-18" },
  { "8.18", "--08-18" },
  { "0229", "--02-29" },
  { "1604-08-18", "--08-18" },
  { "0000-08-18", "--08-18" },
  { "8月18日", "--08-18" },
  { "8月18", "--08-18" },
  { "8月18号", "--08-18" },
  { "8月18號", "--08-18" },
  { "生日：8月18日", "--08-18" },
  { "1990年8月18日", "1990-08-18" },
  { "1990 年 8 月 18 日", "1990-08-18" },
  { "1990年8月18日出生", "1990-08-18" },
  { "90年8月18日", "1990-08-18" },
  { "05年8月18日", "2005-08-18" },
  { "八月十八日", "--08-18" },
  { "一九九〇年八月十八日", "1990-08-18" },
  { "一九九零年十二月三十一日", "1990-12-31" },
  { "公历八月十八", "--08-18" },
  { "阳历8月18日", "--08-18" },
  { "國曆1990年8月18日", "1990-08-18" },
  { "农历八月十八", "L--08-18" },
  { "農曆八月十八", "L--08-18" },
  { "旧历八月十八", "L--08-18" },
  { "农历8月18日", "L--08-18" },
  { "农历 8-18", "L--08-18" },
  { "8月18日(农历)", "L--08-18" },
  { "8月18日（农历）", "L--08-18" },
  { "农历：1990-8-18", "L1990-08-18" },
  { "1990年农历八月十八", "L1990-08-18" },
  { "阴历1990年五月初三", "L1990-05-03" },
  { "阴历1990年闰五月初三", "L1990+05-03" },
  { "陰曆1987年閏六月初三", "L1987+06-03" },
  { "闰六月初三", "L-+06-03" },
  { "八月初八", "L--08-08" },
  { "腊月廿三", "L--12-23" },
  { "臘月廿三", "L--12-23" },
  { "正月初一", "L--01-01" },
  { "冬月三十", "L--11-30" },
  { "正月十五", "L--01-15" },
  { "十一月初十", "L--11-10" },
  { "农历十月二十", "L--10-20" },
  { "农历十二月二十九", "L--12-29" },
  { "农历二月廿", "L--02-20" },
  { "农历二月卅", "L--02-30" },
  { "lunar 1990-8-18", "L1990-08-18" },
  { "Lunar 8-18", "L--08-18" },
  { "8-18 solar", "--08-18" },
  { "L1990-08-18", "L1990-08-18" },
  { "L1987+06-03", "L1987+06-03" },
  { "L-+06-03", "L-+06-03" },

  { "八月十八", NULL },
  { "1990年八月十八", NULL },
  { "3/4/1990", NULL },
  { "18/8/1990", NULL },
  { "8-18-90", NULL },
  { "90-8-18", NULL },
  { "1990-8/18", NULL },
  { "1990-08", NULL },
  { "1990", NULL },           /* month 19 */
  { "199008", NULL },
  { "1990818", NULL },
  { "2月31日", NULL },
  { "1990-02-31", NULL },
  { "1990-02-29", NULL },
  { "13月1日", NULL },
  { "0月1日", NULL },
  { "阴历1990年闰六月初三", NULL },
  { "公历闰六月初三", NULL },
  { "公历八月初八", NULL },
  { "公历农历8月18日", NULL },
  { "1800-08-18", NULL },
  { "2100-08-18", NULL },
  { "", NULL },
  { " ", NULL },
  { "农历", NULL },
  { "8月", NULL },
  { "月日", NULL },
  { "八月初", NULL },
  { "8月18日 8月19日", NULL },
  { "13800138000", NULL },
  { "张三", NULL },
  { "-- 0818", NULL },
  { "8 18", NULL },
  { "\xff\xfe", NULL },
  { "8月18日\xff", NULL },
  { "1990-08-18 at home", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (GError) error = NULL;
      ZgBirthday birthday = { 0 };
      gboolean good = zg_birthday_parse (written[i].text, &birthday, &error);
      g_autofree char *kept = zg_birthday_to_text (&birthday);
      g_autofree char *shown = g_utf8_make_valid (written[i].text, -1);

      g_test_message ("%s", shown);
      g_assert_cmpstr (good ? kept : NULL, ==, written[i].kept);
      if (good)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
}

static void
test_parse_long (void)
{
  g_autofree char *text = g_strnfill (100000, '1');
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unclear = NULL;
  ZgBirthday birthday;

  g_assert_false (zg_birthday_parse (text, &birthday, &error));
  g_assert_cmpuint (strlen (error->message), <, 300);
  g_assert_false (zg_birthday_parse ("八月十八", &birthday, &unclear));
  g_assert_nonnull (strstr (unclear->message, "either calendar"));
}

static const struct {
  const char *birthday;
  const char *today;
  const char *next;           /* NULL: never */
  int days, age;
  ZgLunarDate lunar;
} dates[] = {
  { "1990-08-18", "2026-08-17", "2026-08-18", 1, 36, { 2026, 7, 6, FALSE } },
  { "1990-08-18", "2026-08-18", "2026-08-18", 0, 36, { 2026, 7, 6, FALSE } },
  { "1990-08-18", "2026-08-19", "2027-08-18", 364, 37, { 2027, 7, 17, FALSE } },
  { "--08-18", "2026-08-19", "2027-08-18", 364, 0, { 2027, 7, 17, FALSE } },
  { "1990-12-31", "2026-12-31", "2026-12-31", 0, 36, { 2026, 11, 23, FALSE } },
  { "1990-01-01", "2026-12-31", "2027-01-01", 1, 37, { 2026, 11, 24, FALSE } },
  /* 29 February */
  { "2000-02-29", "2027-02-28", "2027-02-28", 0, 27, { 2027, 1, 23, FALSE } },
  { "2000-02-29", "2027-03-01", "2028-02-29", 365, 28, { 2028, 2, 5, FALSE } },
  { "--02-29", "2028-02-28", "2028-02-29", 1, 0, { 2028, 2, 5, FALSE } },
  { "--02-29", "2028-03-01", "2029-02-28", 364, 0, { 2029, 1, 16, FALSE } },
  /* not born yet, born today */
  { "2030-05-01", "2026-01-01", "2030-05-01", 1581, 0, { 2030, 3, 29, FALSE } },
  { "2026-05-01", "2026-05-01", "2026-05-01", 0, 0, { 2026, 3, 15, FALSE } },
  { "--01-05", "1901-01-01", "1901-01-05", 4, 0, { 0, 0, 0, FALSE } },
  /* lunar */
  { "L1990-08-18", "2026-01-01", "2026-09-28", 270, 36, { 2026, 8, 18, FALSE } },
  { "L1990-08-18", "2026-09-28", "2026-09-28", 0, 36, { 2026, 8, 18, FALSE } },
  { "L1990-08-18", "2026-09-29", "2027-09-18", 354, 37, { 2027, 8, 18, FALSE } },
  { "L--01-01", "2026-11-23", "2027-02-06", 75, 0, { 2027, 1, 1, FALSE } },
  /* The twelfth month of the lunar year before, in January */
  { "L1990-12-08", "2027-01-01", "2027-01-15", 14, 36, { 2026, 12, 8, FALSE } },
  { "L1990-12-08", "2026-01-01", "2026-01-26", 25, 35, { 2025, 12, 8, FALSE } },
  { "L1990-12-08", "2026-12-31", "2027-01-15", 15, 36, { 2026, 12, 8, FALSE } },
  /* Day 30 of a month that has 29 */
  { "L--02-30", "2026-01-01", "2026-04-16", 105, 0, { 2026, 2, 29, FALSE } },
  { "L--12-30", "2027-01-01", "2027-02-05", 35, 0, { 2026, 12, 29, FALSE } },
  { "L--12-30", "2026-01-01", "2026-02-16", 46, 0, { 2025, 12, 29, FALSE } },
  /* A leap month, in a year that has it and in one that has not */
  { "L1987+06-03", "2025-07-01", "2025-07-27", 26, 38, { 2025, 6, 3, TRUE } },
  { "L1987+06-03", "2025-07-28", "2026-07-16", 353, 39, { 2026, 6, 3, FALSE } },
  { "L1987-06-03", "2025-06-01", "2025-06-27", 26, 38, { 2025, 6, 3, FALSE } },
  { "L2033+11-01", "2033-12-01", "2033-12-22", 21, 0, { 2033, 11, 1, TRUE } },
  { "L2033+11-01", "2034-01-01", "2034-12-11", 344, 1, { 2034, 11, 1, FALSE } },
  { "L2033-11-01", "2033-11-01", "2033-11-22", 21, 0, { 2033, 11, 1, FALSE } },
  /* Both ends of what is known */
  { "L--01-01", "1901-01-01", "1901-02-19", 49, 0, { 1901, 1, 1, FALSE } },
  { "L--12-30", "2100-01-01", "2100-02-08", 38, 0, { 2099, 12, 30, FALSE } },
  { "L--12-30", "2100-02-09", NULL, 0, 0, { 0 } },
  { "L--01-01", "2099-02-01", NULL, 0, 0, { 0 } },
  { "--12-31", "2099-12-31", "2099-12-31", 0, 0, { 2099, 11, 20, FALSE } },
  { "--08-18", "9999-12-31", NULL, 0, 0, { 0 } },
};

static void
test_next (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      ZgBirthday birthday;
      ZgBirthdayNext next;
      GDate today = date_of (dates[i].today);
      g_autofree char *solar = NULL;
      gboolean comes;

      g_test_message ("%s from %s", dates[i].birthday, dates[i].today);
      g_assert_true (zg_birthday_from_text (dates[i].birthday, &birthday, NULL));
      comes = zg_birthday_get_next (&birthday, &today, &next);
      g_assert_cmpint (comes, ==, dates[i].next != NULL);
      if (!comes)
        continue;

      solar = text_of (&next.solar);
      g_assert_cmpstr (solar, ==, dates[i].next);
      g_assert_cmpint (next.days, ==, dates[i].days);
      g_assert_cmpint (next.age, ==, dates[i].age);
      g_assert_cmpint (next.lunar.year, ==, dates[i].lunar.year);
      g_assert_cmpint (next.lunar.month, ==, dates[i].lunar.month);
      g_assert_cmpint (next.lunar.day, ==, dates[i].lunar.day);
      g_assert_cmpint (next.lunar.is_leap_month, ==, dates[i].lunar.is_leap_month);
    }
}

/* A birthday is found by the keys of a day exactly when that day is when it is kept. */
static void
test_keys (void)
{
  static const char * const birthdays[] = {
    "--02-28", "--02-29", "--03-01", "1990-12-31", "L--06-03", "L-+06-03", "L--06-30", "L-+06-30", "L1987+06-29",
    "L--12-29", "L--12-30", "L--01-01", "L-+11-01", "L-+05-30", "L--08-18", "L1990-05-29",
  };
  GDate day = date_of ("2023-01-01");

  for (; g_date_get_year (&day) < 2029; g_date_add_days (&day, 1))
    {
      g_auto (GStrv) keys = zg_birthday_list_keys (&day, &day);

      for (gsize i = 0; i < G_N_ELEMENTS (birthdays); i++)
        {
          ZgBirthday birthday;
          ZgBirthdayNext next;
          g_autofree char *key = NULL;

          g_assert_true (zg_birthday_from_text (birthdays[i], &birthday, NULL));
          g_assert_true (zg_birthday_get_next (&birthday, &day, &next));
          key = zg_birthday_get_key (&birthday);
          g_assert_cmpint (g_strv_contains ((const char * const *) keys, key), ==, next.days == 0);
        }
    }
}

static void
test_key_lists (void)
{
  GDate from = date_of ("2026-02-27"), to = date_of ("2026-03-01"), year_end = date_of ("2027-02-26");
  g_auto (GStrv) keys = zg_birthday_list_keys (&from, &to);
  g_autofree char *all = g_strjoinv (" ", keys);
  g_auto (GStrv) year = zg_birthday_list_keys (&from, &year_end);
  g_auto (GStrv) none = zg_birthday_list_keys (&to, &from);
  ZgBirthday unknown = { 0 };

  g_assert_cmpstr (all, ==, "--02-27 L--01-11 --02-28 --02-29 L--01-12 --03-01 L--01-13");
  g_assert_cmpuint (g_strv_length (year), >, 366 + 354);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_null (zg_birthday_get_key (&unknown));
  g_assert_cmpint (zg_birthday_get_day (&unknown), ==, 0);
  g_assert_cmpint (zg_birthday_get_day (&(ZgBirthday) { ZG_CALENDAR_SOLAR, 1990, 8, 18, FALSE }), ==, 818);
  g_assert_cmpint (zg_birthday_get_day (&(ZgBirthday) { ZG_CALENDAR_LUNAR, 1987, 6, 3, TRUE }), ==, 10603);
}

static void
test_words (void)
{
  static const struct {
    const char *birthday;
    const char *told;
    const char *both;
    const char *countdown;
  } rows[] = {
    { "1990-09-28", "Sep 28, 1990", "Sep 28 → lunar month 8, day 18", "in 25 days, turns 36" },
    { "--09-28", "Sep 28", "Sep 28 → lunar month 8, day 18", "in 25 days" },
    { "--02-29", "Feb 29", "Feb 28, 2027 → lunar month 1, day 23", "in 178 days" },
    { "L1990-08-18", "lunar 1990, month 8, day 18", "lunar month 8, day 18 → Sep 28", "in 25 days, turns 36" },
    { "L--08-18", "lunar month 8, day 18", "lunar month 8, day 18 → Sep 28", "in 25 days" },
    { "L1987+06-03", "lunar 1987, leap month 6, day 3", "lunar leap month 6, day 3 → Jul 6, 2027",
      "in 306 days, turns 40" },
    { "L-+06-03", "lunar leap month 6, day 3", "lunar leap month 6, day 3 → Jul 6, 2027", "in 306 days" },
    { "1990-09-03", "Sep 3, 1990", "Sep 3 → lunar month 7, day 22", "today, turns 36" },
    { "--09-04", "Sep 4", "Sep 4 → lunar month 7, day 23", "tomorrow" },
  };
  GDate today = date_of ("2026-09-03");
  const ZgBirthday unknown = { 0 };
  g_autofree char *nothing = zg_birthday_format (&unknown);
  g_autofree char *nothing_either = zg_birthday_format_both (&unknown, &today);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (nothing_either, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ZgBirthday birthday;
      ZgBirthdayNext next;
      g_autofree char *told = NULL;
      g_autofree char *both = NULL;
      g_autofree char *countdown = NULL;

      g_assert_true (zg_birthday_from_text (rows[i].birthday, &birthday, NULL));
      g_assert_true (zg_birthday_get_next (&birthday, &today, &next));
      told = zg_birthday_format (&birthday);
      both = zg_birthday_format_both (&birthday, &today);
      countdown = zg_birthday_format_countdown (&next);
      g_assert_cmpstr (told, ==, rows[i].told);
      g_assert_cmpstr (both, ==, rows[i].both);
      g_assert_cmpstr (countdown, ==, rows[i].countdown);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/birthday/validate", test_validate);
  g_test_add_func ("/birthday/strict", test_strict);
  g_test_add_func ("/birthday/parse", test_parse);
  g_test_add_func ("/birthday/parse-long", test_parse_long);
  g_test_add_func ("/birthday/next", test_next);
  g_test_add_func ("/birthday/keys", test_keys);
  g_test_add_func ("/birthday/key-lists", test_key_lists);
  g_test_add_func ("/birthday/words", test_words);
  return g_test_run ();
}
