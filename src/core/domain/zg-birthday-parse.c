/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-birthday"

#include "config.h"

#include "zg-birthday.h"

#include "zg-error.h"
#include "zg-width.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nothing that is longer is a date; no pattern needs to look at it. */
#define MAX_BYTES 100

/* What may follow a date where a program wrote a moment: `T00:00:00Z`, ` 0:00`. */
#define TIME_OF_DAY "(?:[T ] *[0-9][0-9:.]*(?:Z|[+-][0-9:]+)?)?"

#define YEAR "(?<year>[0-9]{4})"
#define MONTH "(?<month>[0-9]{1,2})"
#define DAY "(?<day>[0-9]{1,2})"

/* How a date is written once the words for the calendar are cut off; `leap` is there when the month is a leap month. */
static const char * const patterns[] = {
  /* 1990-8-18, 1990/8/18, 1990.8.18 */
  "^" YEAR "(?<between>[-/.])" MONTH "\\k<between>" DAY TIME_OF_DAY "$",
  /* 8-18, 8/18, 8.18 */
  "^" MONTH "[-/.]" DAY "$",
  /* 19900818, as vCard writes it */
  "^" YEAR "(?<month>[0-9]{2})(?<day>[0-9]{2})" TIME_OF_DAY "$",
  /* 0818, and vCard's --0818 and --08-18 */
  "^(?:--)?(?<month>[0-9]{2})(?<day>[0-9]{2})$",
  "^--" MONTH "-" DAY "$",
  /* 1990年8月18日, 8月18号, 一九九〇年闰六月初三, 90年8月18日; blanks anywhere */
  "^(?:(?<year>(?:[0-9]{2}){1,2}|[〇一二三四五六七八九]{2}(?:[〇一二三四五六七八九]{2})?) *年 *)?(?<leap>闰)? *"
  "(?<month>[0-9]{1,2}|[正冬腊]|十?[一二]|[三四五六七八九十]) *月 *"
  "(?<day>[0-9]{1,2}|[初廿卅]?[一二三四五六七八九]|初?十|[二三]?十[一二三四五六七八九]?|廿|卅) *(?<end>[日号])?$",
};

/* The words that say which calendar is meant; they may stand before or after the date. */
static const struct {
  const char *word;
  ZgCalendar calendar;
} calendar_words[] = {
  { "农历", ZG_CALENDAR_LUNAR }, { "阴历", ZG_CALENDAR_LUNAR }, { "旧历", ZG_CALENDAR_LUNAR },
  { "老历", ZG_CALENDAR_LUNAR }, { "夏历", ZG_CALENDAR_LUNAR }, { "lunar", ZG_CALENDAR_LUNAR },
  { "公历", ZG_CALENDAR_SOLAR }, { "阳历", ZG_CALENDAR_SOLAR }, { "新历", ZG_CALENDAR_SOLAR },
  { "国历", ZG_CALENDAR_SOLAR }, { "西历", ZG_CALENDAR_SOLAR }, { "solar", ZG_CALENDAR_SOLAR },
};

/* One character for each word that has several, so that the patterns need only one. */
static const struct {
  const char *from;
  const char *to;
} same_characters[] = {
  { "農", "农" }, { "曆", "历" }, { "歷", "历" }, { "陰", "阴" }, { "陽", "阳" }, { "舊", "旧" }, { "國", "国" },
  { "閏", "闰" }, { "臘", "腊" }, { "號", "号" }, { "零", "〇" }, { "○", "〇" }, { "生日", "" }, { "出生", "" },
};

static GRegex *
get_pattern (gsize index)
{
  static GRegex *compiled[G_N_ELEMENTS (patterns)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
        compiled[i] = g_regex_new (patterns[i], G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, NULL);
      g_once_init_leave (&ready, 1);
    }

  return compiled[index];
}

static gboolean
refuse_text (const char  *text,
             GError     **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_BYTES));

  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
               _("“%s” is not a birthday. Write it like 1990-08-18, 8-18 or lunar 8-18."), shown);
  return FALSE;
}

/* Narrow, one character for each word, and without what people put around a date. */
static char *
simplify (const char *text)
{
  g_autofree char *folded = zg_width_fold (text);
  g_autofree char *lower = g_ascii_strdown (folded, -1);
  GString *simple = g_string_new (lower);

  for (gsize i = 0; i < G_N_ELEMENTS (same_characters); i++)
    g_string_replace (simple, same_characters[i].from, same_characters[i].to, 0);
  for (char *at = simple->str; *at != '\0'; at++)
    if (strchr ("():\t\r\n", *at) != NULL && !(*at == ':' && at > simple->str && g_ascii_isdigit (at[-1])))
      *at = ' ';

  return g_strstrip (g_string_free (simple, FALSE));
}

/* Cuts the words for the calendar off @text. Returns FALSE when they contradict each other. */
static gboolean
take_calendar (GString    *text,
               ZgCalendar *calendar_out,
               gboolean   *said_out)
{
  *said_out = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (calendar_words); i++)
    if (g_string_replace (text, calendar_words[i].word, " ", 0) > 0)
      {
        if (*said_out && *calendar_out != calendar_words[i].calendar)
          return FALSE;
        *calendar_out = calendar_words[i].calendar;
        *said_out = TRUE;
      }

  return TRUE;
}

/* A number of ASCII or Chinese digits. Without tens in it, 十, 廿 or 卅, each digit stands for itself: 一九九〇. */
static int
read_number (const char *text)
{
  static const char * const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  gboolean has_tens = strstr (text, "十") != NULL || strstr (text, "廿") != NULL || strstr (text, "卅") != NULL;
  int number = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_ascii_isdigit (*at))
        number = number * 10 + g_ascii_digit_value (*at);
      else if (g_str_has_prefix (at, "十"))
        number = MAX (number, 1) * 10;
      else if (g_str_has_prefix (at, "廿"))
        number = 20;
      else if (g_str_has_prefix (at, "卅"))
        number = 30;
      for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
        if (g_str_has_prefix (at, digits[i]))
          number = (has_tens ? number : number * 10) + (int) i;
    }

  return number;
}

static int
read_month (const char *text)
{
  if (strcmp (text, "正") == 0)
    return 1;
  if (strcmp (text, "冬") == 0)
    return 11;
  if (strcmp (text, "腊") == 0)
    return 12;

  return read_number (text);
}

/* 90年 is 1990 and 05年 is 2005. Programs that cannot leave a year out write 1604 (Apple) or 0000. */
static int
read_year (const char *text)
{
  int year = read_number (text);

  if (g_utf8_strlen (text, -1) == 2)
    return year + (year < 30 ? 2000 : 1900);

  return year == 1604 ? 0 : year;
}

/* Says what the parts of a date are in numbers, and whether they are words of the lunar calendar. */
static void
read_parts (GMatchInfo *match,
            ZgBirthday *birthday_out,
            gboolean   *is_lunar_out,
            gboolean   *is_unclear_out)
{
  g_autofree char *year = g_match_info_fetch_named (match, "year");
  g_autofree char *month = g_match_info_fetch_named (match, "month");
  g_autofree char *day = g_match_info_fetch_named (match, "day");
  g_autofree char *leap = g_match_info_fetch_named (match, "leap");
  g_autofree char *end = g_match_info_fetch_named (match, "end");
  gboolean in_digits = g_ascii_isdigit (month[0]) || g_ascii_isdigit (day[0]);

  birthday_out->year = year != NULL && *year != '\0' ? read_year (year) : 0;
  birthday_out->month = read_month (month);
  birthday_out->day = read_number (g_str_has_prefix (day, "初") ? day + strlen ("初") : day);
  birthday_out->is_leap_month = leap != NULL && *leap != '\0';
  *is_lunar_out = birthday_out->is_leap_month || strstr ("正冬腊", month) != NULL || g_str_has_prefix (day, "初")
                  || g_str_has_prefix (day, "廿") || g_str_has_prefix (day, "卅");
  *is_unclear_out = !*is_lunar_out && !in_digits && (end == NULL || *end == '\0');
}

static gboolean
match_patterns (const char *text,
                ZgBirthday *birthday_out,
                gboolean   *is_lunar_out,
                gboolean   *is_unclear_out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (get_pattern (i), text, 0, &match))
        {
          read_parts (match, birthday_out, is_lunar_out, is_unclear_out);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * zg_birthday_parse:
 * @text: what somebody typed, or another program wrote
 * @birthday_out: (out caller-allocates): the birthday; untouched when it is none
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * Reads `1990-8-18`, `1990/8/18`, `19900818`, `8-18`, `0818`, vCard's `--0818`, `8月18日`, `90年8月18号`,
 * `农历八月十八`, `阴历1990年闰六月初三`, `8月18日(农历)`, `腊月廿三`, in simplified and traditional characters and in full
 * width, and the form that is kept. What could be either calendar, `八月十八`, is asked, not guessed; so is `3/4/1990`,
 * where the month may stand first or last.
 *
 * Returns: whether @text is a birthday, and there is such a day
 */
gboolean
zg_birthday_parse (const char  *text,
                   ZgBirthday  *birthday_out,
                   GError     **error)
{
  g_autofree char *simple = NULL;
  g_autoptr (GString) rest = NULL;
  g_autofree char *date = NULL;
  ZgBirthday birthday = { 0 };
  gboolean said, is_lunar, is_unclear;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) > MAX_BYTES || !g_utf8_validate (text, -1, NULL))
    return refuse_text (text, error);
  simple = simplify (text);
  if (simple[0] == 'l' && simple[1] != 'u')
    {
      simple[0] = 'L';
      return zg_birthday_from_text (simple, birthday_out, error);
    }

  rest = g_string_new (simple);
  if (!take_calendar (rest, &birthday.calendar, &said))
    return refuse_text (text, error);
  date = g_ascii_strup (g_strstrip (rest->str), -1);
  if (!match_patterns (date, &birthday, &is_lunar, &is_unclear)
      || (said && is_lunar && birthday.calendar == ZG_CALENDAR_SOLAR))
    return refuse_text (text, error);
  if (is_unclear && !said)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   _("“%s” may be a day of either calendar. Write “lunar” before it, or “solar”."), simple);
      return FALSE;
    }
  if (is_lunar)
    birthday.calendar = ZG_CALENDAR_LUNAR;
  if (!zg_birthday_validate (&birthday, error))
    return FALSE;

  *birthday_out = birthday;
  return TRUE;
}
