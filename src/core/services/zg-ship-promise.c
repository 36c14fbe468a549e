/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-ship-promise.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "zg-shop-table.h"

/* Paid before the cut-off ships the same day, paid later the next one. Days off come with the house's calendar. */

#define DEFAULT_CUT_OFF "16:00"

/* The cut-off "HH:MM" on the day of @time. */
static ZgTime
cut_off_on_day (const char *cut_off,
                ZgTime      time,
                GTimeZone  *zone)
{
  g_autoptr(GDateTime) day = zg_time_to_date_time (time, zone);
  g_autoptr(GDateTime) moment = NULL;
  int hour = 16, minute = 0;

  if (sscanf (cut_off, "%2d:%2d", &hour, &minute) != 2 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    {
      hour = 16;
      minute = 0;
    }

  moment = g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                            g_date_time_get_day_of_month (day), hour, minute, 0);
  return g_date_time_to_unix (moment) * ZG_TIME_SECOND;
}

static ZgTime
end_of_day (ZgTime      time,
            GTimeZone  *zone,
            int         days_later)
{
  g_autoptr(GDateTime) day = zg_time_to_date_time (time, zone);
  g_autoptr(GDateTime) start = g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                                                g_date_time_get_day_of_month (day), 0, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_add_days (start, days_later + 1);

  return g_date_time_to_unix (end) * ZG_TIME_SECOND - ZG_TIME_SECOND;
}

static char *
describe (ZgShipPromise *promise,
          ZgTime         paid_at,
          ZgTime         shipped_at,
          ZgTime         now,
          GTimeZone     *zone)
{
  g_autoptr(GDateTime) cut_off = zg_time_to_date_time (promise->cut_off, zone);
  g_autofree char *hour = g_date_time_format (cut_off, "%H:%M");

  if (shipped_at != ZG_TIME_NONE)
    {
      /* Translators: it was shipped at a time, "Yesterday 16:10" */
      g_autofree char *time = zg_time_to_text (shipped_at, now, zone);

      return g_strdup_printf (_("shipped %s"), time);
    }
  if (paid_at == ZG_TIME_NONE)
    {
      return promise->until_cut_off > 0 ? g_strdup_printf (_("today if paid before %s"), hour) : g_strdup (_("tomorrow"));
    }
  if (promise->overdue)
    return g_strdup (_("as soon as possible"));
  return g_strdup (promise->by <= end_of_day (now, zone, 0) ? _("today") : _("tomorrow"));
}

/**
 * zg_ship_promise_compute:
 * @cut_off: "HH:MM" in the clock's zone
 * @paid_at: when it was paid, or %ZG_TIME_NONE: then what would be, were it paid now
 * @shipped_at: when it was shipped, or %ZG_TIME_NONE
 * @clock: what time it is
 *
 * The rule of the house: paid before the cut-off ships that day, later the next day.
 *
 * Returns: (transfer full): the promise
 */
ZgShipPromise *
zg_ship_promise_compute (const char *cut_off,
                         ZgTime      paid_at,
                         ZgTime      shipped_at,
                         ZgClock    *clock)
{
  ZgShipPromise *promise = g_new0 (ZgShipPromise, 1);
  GTimeZone *zone = zg_clock_get_zone (clock);
  ZgTime now = zg_clock_now (clock);
  ZgTime from = paid_at != ZG_TIME_NONE ? paid_at : now;

  promise->cut_off = cut_off_on_day (cut_off, now, zone);
  promise->until_cut_off = MAX (promise->cut_off - now, 0);
  promise->by = end_of_day (from, zone, from < cut_off_on_day (cut_off, from, zone) ? 0 : 1);
  promise->overdue = shipped_at == ZG_TIME_NONE && paid_at != ZG_TIME_NONE && now > promise->by;
  promise->text = describe (promise, paid_at, shipped_at, now, zone);
  return promise;
}

/**
 * zg_ship_promise_load_cut_off:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the house's cut-off, "HH:MM"
 */
char *
zg_ship_promise_load_cut_off (ZgDatabase  *db,
                              GError     **error)
{
  return zg_shop_table_get_setting (db, ZG_SETTING_CUT_OFF, DEFAULT_CUT_OFF, error);
}

/**
 * zg_ship_promise_make:
 * @db: a connection
 * @order: an order
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the house promises for @order by its own cut-off
 */
ZgShipPromise *
zg_ship_promise_make (ZgDatabase     *db,
                      const ZgOrder  *order,
                      ZgClock        *clock,
                      GError        **error)
{
  g_autofree char *cut_off = zg_ship_promise_load_cut_off (db, error);

  if (cut_off == NULL)
    return NULL;
  return zg_ship_promise_compute (cut_off, order->paid_at, order->shipped_at, clock);
}

/**
 * zg_ship_promise_free:
 * @promise: (transfer full): a promise
 */
void
zg_ship_promise_free (ZgShipPromise *promise)
{
  g_free (promise->text);
  g_free (promise);
}
