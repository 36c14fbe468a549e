/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-day"

#include "config.h"

#include "zg-day.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-width.h"

/* A day to come, as people type it: a date, or how far off it is. */

/* Nothing that is longer is a day; no pattern needs to look at it. */
#define MAX_BYTES 60

/* Nobody plans further ahead; what is more is a slip of the finger. */
#define MAX_COUNT 999

/* 29 February is at most eight years off (1896, 1904). */
#define MAX_TRIES 9

#define NUMBER "(?<count>[0-9]{1,3}|[一二三四五六七八九十半])"

/* How a day is written; the unit is added `count` times, 1 where there is no count. */
static const struct {
  const char *pattern;
  char unit;                    /* d, w, m; 0 for a date */
} patterns[] = {
  { "^(?<year>[0-9]{4})[-/.年](?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})[日号]?$", 0 },
  { "^(?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})[日号]?$", 0 },
  { "^(?<day>[0-9]{1,2})[日号]$", 0 },
  { "^(?:in)?\\+?" NUMBER "(?:天后?|日后|d|days?)$", 'd' },
  { "^(?:in)?\\+?" NUMBER "个?(?:周后?|星期后?|礼拜后?|w|weeks?)$", 'w' },
  { "^(?:in)?\\+?" NUMBER "(?:个月后?|m|months?)$", 'm' },
};

static const struct {
  const char *word;
  int count;
  char unit;
} words[] = {
  { "今天", 0, 'd' }, { "today", 0, 'd' },
  { "明天", 1, 'd' }, { "tomorrow", 1, 'd' },
  { "后天", 2, 'd' }, { "大后天", 3, 'd' },
  { "下周", 1, 'w' }, { "下星期", 1, 'w' }, { "下礼拜", 1, 'w' }, { "inaweek", 1, 'w' }, { "nextweek", 1, 'w' },
  { "下月", 1, 'm' }, { "下个月", 1, 'm' }, { "inamonth", 1, 'm' }, { "nextmonth", 1, 'm' },
};

/* One character for each word that has several. */
static const struct {
  const char *from;
  const char *to;
} same_characters[] = {
  { "後", "后" }, { "週", "周" }, { "個", "个" }, { "號", "号" }, { "禮", "礼" }, { "两", "二" }, { "兩", "二" }, { "之后", "后" },
};

static GRegex *
get_pattern (gsize index)
{
  static GRegex *compiled[G_N_ELEMENTS (patterns)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
        compiled[i] = g_regex_new (patterns[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  return compiled[index];
}

/* Narrow, in small letters, without blanks. */
static char *
simplify (const char *text)
{
  g_autofree char *folded = zg_width_fold (text);
  g_autofree char *lower = g_ascii_strdown (folded, -1);
  GString *simple = g_string_new (lower);

  g_string_replace (simple, " ", "", 0);
  g_string_replace (simple, "\t", "", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (same_characters); i++)
    g_string_replace (simple, same_characters[i].from, same_characters[i].to, 0);
  return g_string_free (simple, FALSE);
}

static void
add (const GDate *today,
     int          count,
     char         unit,
     GDate       *day_out)
{
  *day_out = *today;
  if (unit == 'm')
    g_date_add_months (day_out, count);
  else
    g_date_add_days (day_out, unit == 'w' ? count * 7 : count);
}

static int
read_number (GMatchInfo *match,
             const char *name)
{
  static const char * const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
  g_autofree char *text = g_match_info_fetch_named (match, name);

  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (g_strcmp0 (text, numerals[i]) == 0)
      return (int) i + 1;
  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

/* Without a month or a year it is the next such day. */
static gboolean
read_date (GMatchInfo  *match,
           const GDate *today,
           GDate       *day_out)
{
  int year = read_number (match, "year");
  int month = read_number (match, "month");
  int day = read_number (match, "day");
  int first_month = g_date_get_month (today) - 1;
  gboolean has_year = year > 0;

  if (!has_year)
    year = g_date_get_year (today);
  for (int tries = 0; tries < MAX_TRIES; tries++)
    {
      int m = month > 0 ? month : (first_month + tries) % 12 + 1;
      int y = month > 0 ? year + tries : year + (first_month + tries) / 12;

      if (g_date_valid_dmy (day, m, y))
        {
          g_date_set_dmy (day_out, day, m, y);
          if (has_year || g_date_compare (day_out, today) >= 0)
            return TRUE;
        }
      if (has_year)
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_pattern (gsize        index,
              const char  *simple,
              const GDate *today,
              GDate       *day_out)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *count = NULL;

  if (!g_regex_match (get_pattern (index), simple, 0, &match))
    return FALSE;
  if (patterns[index].unit == 0)
    return read_date (match, today, day_out);

  count = g_match_info_fetch_named (match, "count");
  if (strcmp (count, "半") == 0)
    {
      add (today, 15, 'd', day_out);
      return patterns[index].unit == 'm';
    }
  add (today, MIN (read_number (match, "count"), MAX_COUNT), patterns[index].unit, day_out);
  return TRUE;
}

/**
 * zg_day_parse:
 * @text: what was typed: 2026-10-01, 10-1, 10月1日, 15号, tomorrow, 3 days, 两周后, in a month
 * @today: what day it is
 * @day_out: (out): the day that is meant; a date without a year is the next one
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when @text is no day
 */
gboolean
zg_day_parse (const char   *text,
              const GDate  *today,
              GDate        *day_out,
              GError      **error)
{
  g_autofree char *simple = strlen (text) <= MAX_BYTES ? simplify (text) : NULL;

  g_date_clear (day_out, 1);
  for (gsize i = 0; simple != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (simple, words[i].word) == 0)
      {
        add (today, words[i].count, words[i].unit, day_out);
        return TRUE;
      }
  for (gsize i = 0; simple != NULL && i < G_N_ELEMENTS (patterns); i++)
    if (read_pattern (i, simple, today, day_out))
      return TRUE;

  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       /* TRANSLATORS: examples of what a person can type and the program understands */
                       _("Write the day like 10-1, 2026-10-01 or 3 weeks."));
  return FALSE;
}
