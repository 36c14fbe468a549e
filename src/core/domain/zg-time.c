/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-time"

#include "config.h"

#include "zg-time.h"

#include "zg-error.h"

#include <glib/gi18n.h>

struct _ZgClock {
  ZgTime fixed;         /* ZG_TIME_NONE: ask the system */
  GTimeZone *zone;
};

static ZgClock *
clock_new (ZgTime     fixed,
           GTimeZone *zone)
{
  ZgClock *clock = g_atomic_rc_box_new0 (ZgClock);

  clock->fixed = fixed;
  clock->zone = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  return clock;
}

/**
 * zg_clock_new_system:
 *
 * Returns: (transfer full): the computer's clock in its own zone
 */
ZgClock *
zg_clock_new_system (void)
{
  return clock_new (ZG_TIME_NONE, NULL);
}

/**
 * zg_clock_new_fixed:
 * @now: what the clock says, not %ZG_TIME_NONE
 * @zone: (nullable): where it hangs; %NULL for the computer's zone
 *
 * Returns: (transfer full): a clock that stands still, for tests and `zhangguictl --now`
 */
ZgClock *
zg_clock_new_fixed (ZgTime     now,
                    GTimeZone *zone)
{
  g_return_val_if_fail (now != ZG_TIME_NONE, NULL);

  return clock_new (now, zone);
}

/**
 * zg_clock_ref:
 * @clock: a clock
 *
 * A clock never changes, so that any thread may hold and read it.
 *
 * Returns: (transfer full): @clock
 */
ZgClock *
zg_clock_ref (ZgClock *clock)
{
  return g_atomic_rc_box_acquire (clock);
}

static void
clock_clear (gpointer data)
{
  ZgClock *clock = data;

  g_clear_pointer (&clock->zone, g_time_zone_unref);
}

/**
 * zg_clock_unref:
 * @clock: (transfer full): a clock
 */
void
zg_clock_unref (ZgClock *clock)
{
  g_atomic_rc_box_release_full (clock, clock_clear);
}

/**
 * zg_clock_now:
 * @clock: a clock
 *
 * Returns: what time it is
 */
ZgTime
zg_clock_now (ZgClock *clock)
{
  return clock->fixed != ZG_TIME_NONE ? clock->fixed : g_get_real_time ();
}

/**
 * zg_clock_get_zone:
 * @clock: a clock
 *
 * Returns: (transfer none): the zone that the shop lives in
 */
GTimeZone *
zg_clock_get_zone (ZgClock *clock)
{
  return clock->zone;
}

/**
 * zg_time_zone_china:
 *
 * The zone in which Chinese platforms write times without saying so. It has no daylight saving since 1991, which is
 * why a fixed offset serves and no zone data is needed.
 *
 * Returns: (transfer full): UTC+8
 */
GTimeZone *
zg_time_zone_china (void)
{
  return g_time_zone_new_offset (8 * 60 * 60);
}

static ZgTime
time_from_date_time (GDateTime *date_time)
{
  return g_date_time_to_unix (date_time) * ZG_TIME_SECOND + g_date_time_get_microsecond (date_time);
}

static gboolean
time_from_fields (GTimeZone *zone,
                  const int  fields[6],
                  ZgTime    *time_out)
{
  g_autoptr (GDateTime) date_time = g_date_time_new (zone, fields[0], fields[1], fields[2],
                                                     fields[3], fields[4], fields[5]);

  if (date_time == NULL)
    return FALSE;

  *time_out = time_from_date_time (date_time);
  return TRUE;
}

/* Moves @at over a number of at most @n_digits digits. */
static gboolean
read_number (const char **at,
             int          n_digits,
             int         *number_out)
{
  int number = 0;
  int n = 0;

  while (n < n_digits && g_ascii_isdigit ((*at)[n]))
    number = number * 10 + g_ascii_digit_value ((*at)[n++]);

  *at += n;
  *number_out = number;
  return n > 0;
}

/* Reads `Y-M-D` or `Y/M/D` and, after blanks, `H:M` or `H:M:S`; nothing may follow. */
static gboolean
read_fields (const char *text,
             int         fields[6])
{
  const char *at = text;
  char separator;

  while (g_ascii_isspace (*at))
    at++;
  if (!read_number (&at, 4, &fields[0]) || (*at != '-' && *at != '/'))
    return FALSE;
  separator = *at++;
  if (!read_number (&at, 2, &fields[1]) || *at++ != separator || !read_number (&at, 2, &fields[2]))
    return FALSE;

  if (g_ascii_isspace (*at) || *at == 'T')
    {
      while (g_ascii_isspace (*at) || *at == 'T')
        at++;
      if (*at == '\0')
        return TRUE;
      if (!read_number (&at, 2, &fields[3]) || *at++ != ':' || !read_number (&at, 2, &fields[4]))
        return FALSE;
      if (*at == ':' && (at++, !read_number (&at, 2, &fields[5])))
        return FALSE;
    }

  while (g_ascii_isspace (*at))
    at++;
  return *at == '\0';
}

/**
 * zg_time_parse_iso:
 * @text: ISO 8601, `2026-05-01T09:30:00+08:00`; a day alone is its midnight, a blank may stand for the T
 * @zone: (nullable): the zone when the text names none; %NULL for the computer's
 * @time_out: (out): the moment
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID
 *
 * Reads a time that a person or a script gave.
 *
 * Returns: whether @text is a time
 */
gboolean
zg_time_parse_iso (const char  *text,
                   GTimeZone   *zone,
                   ZgTime      *time_out,
                   GError     **error)
{
  g_autoptr (GTimeZone) own_zone = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  g_autoptr (GDateTime) date_time = NULL;
  int fields[6] = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);

  date_time = g_date_time_new_from_iso8601 (text, own_zone);
  if (date_time != NULL)
    *time_out = time_from_date_time (date_time);
  else if (!read_fields (text, fields) || !time_from_fields (own_zone, fields, time_out))
    *time_out = ZG_TIME_NONE;

  if (*time_out == ZG_TIME_NONE)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   _("“%s” is not a time. Write it like 2026-05-01T09:30:00+08:00."), text);
      return FALSE;
    }

  return TRUE;
}

/**
 * zg_time_parse_export:
 * @text: (nullable): a cell of a platform's file: `2017-03-01 12:04:05`, `2016/5/23 22:02` as a spreadsheet writes it
 *   again, or a day
 * @zone: (nullable): where the platform counts its hours; %NULL for China
 * @time_out: (out): the moment, or %ZG_TIME_NONE
 *
 * Reads a time without a zone. The moment 0 is how some platforms write "never" (`1970-01-01 08:00:00`), and is no
 * time.
 *
 * Returns: whether @text is a time; an empty cell is none
 */
gboolean
zg_time_parse_export (const char *text,
                      GTimeZone  *zone,
                      ZgTime     *time_out)
{
  g_autoptr (GTimeZone) own_zone = zone != NULL ? g_time_zone_ref (zone) : zg_time_zone_china ();
  int fields[6] = { 0 };

  *time_out = ZG_TIME_NONE;
  if (text == NULL || !read_fields (text, fields))
    return FALSE;

  return time_from_fields (own_zone, fields, time_out) && *time_out != ZG_TIME_NONE;
}

/**
 * zg_time_to_date_time:
 * @time: a moment
 * @zone: (nullable): the zone to see it in; %NULL for the computer's
 *
 * Returns: (transfer full) (nullable): @time to the microsecond; %NULL for %ZG_TIME_NONE and outside the years 1 to
 *   9999
 */
GDateTime *
zg_time_to_date_time (ZgTime     time,
                      GTimeZone *zone)
{
  g_autoptr (GDateTime) second = NULL;
  g_autoptr (GDateTime) exact = NULL;
  gint64 microseconds = time % ZG_TIME_SECOND;

  if (time == ZG_TIME_NONE)
    return NULL;

  second = g_date_time_new_from_unix_utc (time / ZG_TIME_SECOND);
  if (second == NULL)
    return NULL;

  exact = g_date_time_add (second, microseconds);
  if (exact == NULL)
    return NULL;

  return zone != NULL ? g_date_time_to_timezone (exact, zone) : g_date_time_to_local (exact);
}

/**
 * zg_time_to_iso:
 * @time: a moment
 * @zone: (nullable): the zone to write it in; %NULL for the computer's
 *
 * Returns: (transfer full) (nullable): `2026-05-01T09:30:00+08:00`, or %NULL for %ZG_TIME_NONE
 */
char *
zg_time_to_iso (ZgTime     time,
                GTimeZone *zone)
{
  g_autoptr (GDateTime) date_time = zg_time_to_date_time (time, zone);

  return date_time != NULL ? g_date_time_format (date_time, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}

/* How many midnights lie between two moments of the same zone. */
static int
days_between (GDateTime *from,
              GDateTime *to)
{
  GDate from_day, to_day;

  g_date_set_dmy (&from_day, g_date_time_get_day_of_month (from), g_date_time_get_month (from),
                  g_date_time_get_year (from));
  g_date_set_dmy (&to_day, g_date_time_get_day_of_month (to), g_date_time_get_month (to),
                  g_date_time_get_year (to));
  return g_date_days_between (&from_day, &to_day);
}

/**
 * zg_time_to_text:
 * @time: a moment
 * @now: what time it is
 * @zone: (nullable): the zone of the person who reads it; %NULL for the computer's
 *
 * A short form for people, in their language: with the hour from yesterday to tomorrow, the day within the year, and
 * the full date beyond.
 *
 * Returns: (transfer full): the text; empty for %ZG_TIME_NONE
 */
char *
zg_time_to_text (ZgTime     time,
                 ZgTime     now,
                 GTimeZone *zone)
{
  g_autoptr (GDateTime) then = zg_time_to_date_time (time, zone);
  g_autoptr (GDateTime) today = zg_time_to_date_time (now, zone);
  const char *format;

  if (then == NULL)
    return g_strdup ("");

  /* TRANSLATORS: These are formats as in strftime(3). 2025-09-20 */
  format = _("%Y-%m-%d");
  if (today != NULL)
    {
      int days = days_between (today, then);

      if (days == 0)
        /* TRANSLATORS: strftime(3): Today 13:02 */
        format = _("Today %H:%M");
      else if (days == -1)
        /* TRANSLATORS: strftime(3): Yesterday 18:20 */
        format = _("Yesterday %H:%M");
      else if (days == 1)
        /* TRANSLATORS: strftime(3): Tomorrow 9:30 */
        format = _("Tomorrow %H:%M");
      else if (g_date_time_get_year (then) == g_date_time_get_year (today))
        /* TRANSLATORS: strftime(3): a day of this year, Sep 20. In Chinese: %-m月%-d日 */
        format = _("%b %-d");
    }

  return g_date_time_format (then, format);
}
