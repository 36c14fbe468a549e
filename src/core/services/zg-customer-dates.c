/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-desk.h"
#include "zg-day.h"

/* The calendar of getting back to customers. */

/* A follow-up is for a day: it comes due when the desk has got through the morning's orders. */
#define DUE_HOUR 10

/**
 * zg_customer_desk_due_on:
 * @year: a year
 * @month: 1 to 12
 * @day: 1 to 31
 * @clock: what time it is and where
 *
 * Returns: when a follow-up for that day is due: in the morning, today at once when that has passed; %ZG_TIME_NONE when
 *   there is no such day
 */
ZgTime
zg_customer_desk_due_on (int      year,
                         int      month,
                         int      day,
                         ZgClock *clock)
{
  GTimeZone *zone = zg_clock_get_zone (clock);
  g_autoptr(GTimeZone) local = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  g_autoptr(GDateTime) due = g_date_time_new (local, year, month, day, DUE_HOUR, 0, 0);
  g_autoptr(GDateTime) today = zg_time_to_date_time (zg_clock_now (clock), zone);
  ZgTime at;

  if (due == NULL || today == NULL)
    return ZG_TIME_NONE;
  at = g_date_time_to_unix (due) * ZG_TIME_SECOND;
  if (g_date_time_get_year (today) == year && g_date_time_get_day_of_year (today) == g_date_time_get_day_of_year (due))
    return MAX (at, zg_clock_now (clock));
  return at;
}

/**
 * zg_customer_desk_due_in_days:
 * @days: 0 for today, 1 for tomorrow, …
 * @clock: what time it is and where
 *
 * Returns: when a follow-up for that day is due
 */
ZgTime
zg_customer_desk_due_in_days (int      days,
                              ZgClock *clock)
{
  g_autoptr(GDateTime) today = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));
  g_autoptr(GDateTime) then = today != NULL ? g_date_time_add_days (today, days) : NULL;

  if (then == NULL)
    return ZG_TIME_NONE;
  return zg_customer_desk_due_on (g_date_time_get_year (then), g_date_time_get_month (then),
                                  g_date_time_get_day_of_month (then), clock);
}

/**
 * zg_customer_desk_quiet_days:
 * @last_order_at: when the customer last ordered, or %ZG_TIME_NONE
 * @last_contact_at: when they were last heard of, or %ZG_TIME_NONE
 * @clock: what time it is and where
 *
 * An order is a contact too.
 *
 * Returns: how many midnights ago that was, -1 for never
 */
int
zg_customer_desk_quiet_days (ZgTime   last_order_at,
                             ZgTime   last_contact_at,
                             ZgClock *clock)
{
  GTimeZone *zone = zg_clock_get_zone (clock);
  g_autoptr(GDateTime) then = zg_time_to_date_time (MAX (last_order_at, last_contact_at), zone);
  g_autoptr(GDateTime) today = zg_time_to_date_time (zg_clock_now (clock), zone);
  GDate from, to;

  if (then == NULL || today == NULL)
    return -1;

  g_date_set_dmy (&from, g_date_time_get_day_of_month (then), g_date_time_get_month (then), g_date_time_get_year (then));
  g_date_set_dmy (&to, g_date_time_get_day_of_month (today), g_date_time_get_month (today),
                  g_date_time_get_year (today));
  return MAX (g_date_days_between (&from, &to), 0);
}

/**
 * zg_customer_desk_parse_day:
 * @text: what was typed, see zg_day_parse(); may be empty
 * @clock: what time it is and where
 * @due_out: (out): when a follow-up for that day is due, %ZG_TIME_NONE when nothing was typed
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when it is no day
 */
gboolean
zg_customer_desk_parse_day (const char  *text,
                            ZgClock     *clock,
                            ZgTime      *due_out,
                            GError     **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autoptr(GDateTime) now = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));
  GDate today, day;

  *due_out = ZG_TIME_NONE;
  if (*typed == '\0')
    return TRUE;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
  if (!zg_day_parse (typed, &today, &day, error))
    return FALSE;
  *due_out = zg_customer_desk_due_on (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), clock);
  return TRUE;
}
