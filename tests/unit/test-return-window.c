/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-promise.h"
#include "zg-return-window.h"

#include "zg-error.h"

/* Seven days without a reason, in the days of the shop; and promises. */

#define SHANGHAI "Asia/Shanghai"
#define BERLIN "Europe/Berlin"
#define LOS_ANGELES "America/Los_Angeles"
#define HAVANA "America/Havana"         /* the clock goes forward at midnight */

/* Signed for and now as local times, "" for not yet; the result as "open 2026-05-09T00:00:00+08:00". */
static const struct {
  const char *zone;
  const char *policy;
  const char *received;
  const char *now;
  const char *result;
} rows[] = {
  /* Counted from the next day, to the end of the seventh. */
  { SHANGHAI, NULL, "2026-05-01T09:00:00", "2026-05-01T09:00:00", "open 2026-05-09T00:00:00+08:00" },
  { SHANGHAI, "", "2026-05-01T00:00:00", "2026-05-02T09:00:00", "open 2026-05-09T00:00:00+08:00" },
  { SHANGHAI, "seven-days", "2026-05-01T23:59:59", "2026-05-08T23:59:59", "open 2026-05-09T00:00:00+08:00" },
  { SHANGHAI, "seven-days", "2026-05-01T23:59:59", "2026-05-09T00:00:00", "over 2026-05-09T00:00:00+08:00" },
  { SHANGHAI, "seven-days", "2026-05-02T00:00:00", "2026-05-09T00:00:00", "open 2026-05-10T00:00:00+08:00" },
  { SHANGHAI, "seven-days", "2026-05-01T09:00:00", "2026-06-01T00:00:00", "over 2026-05-09T00:00:00+08:00" },
  { SHANGHAI, "seven-days", "2026-05-01T09:00:00", "2026-04-30T00:00:00", "open 2026-05-09T00:00:00+08:00" },
  /* Ends of months and years. */
  { SHANGHAI, "", "2026-04-24T12:00:00", "2026-04-25T12:00:00", "open 2026-05-02T00:00:00+08:00" },
  { SHANGHAI, "", "2026-01-31T12:00:00", "2026-02-01T12:00:00", "open 2026-02-08T00:00:00+08:00" },
  { SHANGHAI, "", "2026-02-21T12:00:00", "2026-03-01T00:00:00", "over 2026-03-01T00:00:00+08:00" },
  { SHANGHAI, "", "2026-02-22T12:00:00", "2026-03-01T12:00:00", "open 2026-03-02T00:00:00+08:00" },
  { SHANGHAI, "", "2028-02-22T12:00:00", "2028-02-23T12:00:00", "open 2028-03-01T00:00:00+08:00" },
  { SHANGHAI, "", "2026-12-24T12:00:00", "2026-12-25T12:00:00", "open 2027-01-01T00:00:00+08:00" },
  { SHANGHAI, "", "2026-12-31T23:00:00", "2027-01-07T23:59:59", "open 2027-01-08T00:00:00+08:00" },
  /* A night an hour shorter or longer changes nothing about the days. */
  { BERLIN, "", "2026-03-25T12:00:00", "2026-03-26T12:00:00", "open 2026-04-02T00:00:00+02:00" },
  { BERLIN, "", "2026-03-28T23:30:00", "2026-04-05T23:59:59", "over 2026-04-05T00:00:00+02:00" },
  { BERLIN, "", "2026-03-29T03:00:00", "2026-04-05T23:59:59", "open 2026-04-06T00:00:00+02:00" },
  { BERLIN, "", "2026-10-20T12:00:00", "2026-10-27T23:59:59", "open 2026-10-28T00:00:00+01:00" },
  { BERLIN, "", "2026-10-24T23:30:00", "2026-10-31T23:59:59", "open 2026-11-01T00:00:00+01:00" },
  { LOS_ANGELES, "", "2026-03-04T20:00:00", "2026-03-11T23:59:59", "open 2026-03-12T00:00:00-07:00" },
  { LOS_ANGELES, "", "2026-10-28T20:00:00", "2026-11-04T23:59:59", "open 2026-11-05T00:00:00-08:00" },
  { HAVANA, "", "2026-02-28T12:00:00", "2026-03-07T23:59:59", "open" },
  { HAVANA, "", "2026-02-28T12:00:00", "2026-03-08T02:00:00", "over" },
  /* Not signed for yet. */
  { SHANGHAI, "", "", "2026-05-01T09:00:00", "not-begun" },
  { SHANGHAI, "seven-days", "", "2026-05-01T09:00:00", "not-begun" },
  /* Goods that the rule is not for, signed for or not. */
  { SHANGHAI, "made-to-order", "2026-05-01T09:00:00", "2026-05-01T09:00:00", "excluded" },
  { SHANGHAI, "made-to-order", "", "2026-05-01T09:00:00", "excluded" },
  { SHANGHAI, "fresh", "2026-05-01T09:00:00", "2026-05-01T09:00:00", "excluded" },
  { SHANGHAI, "opened", "2026-05-01T09:00:00", "2026-05-01T09:00:00", "excluded" },
  { SHANGHAI, "press", "2026-05-01T09:00:00", "2026-05-01T09:00:00", "excluded" },
  { SHANGHAI, "none", "2026-05-01T09:00:00", "2026-05-01T09:00:00", "excluded" },
  /* The buyer has the right where nobody took it from them. */
  { SHANGHAI, "of-a-newer-program", "2026-05-01T09:00:00", "2026-05-01T09:00:00", "open 2026-05-09T00:00:00+08:00" },
};

static ZgTime
read_time (const char *text,
           GTimeZone  *zone)
{
  g_autoptr(GError) error = NULL;
  ZgTime time = ZG_TIME_NONE;

  if (*text == '\0')
    return ZG_TIME_NONE;
  zg_time_parse_iso (text, zone, &time, &error);
  g_assert_no_error (error);
  return time;
}

static void
test_window (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      g_autoptr(ZgReturnWindow) window = NULL;
      g_autofree char *until = NULL;
      g_autofree char *result = NULL;

      g_assert_nonnull (zone);
      window = zg_return_window (rows[i].policy, read_time (rows[i].received, zone), read_time (rows[i].now, zone), zone);
      until = window->until != ZG_TIME_NONE ? zg_time_to_iso (window->until, zone) : NULL;
      result = g_strjoin (" ", zg_return_state_to_word (window->state), until, NULL);
      g_test_message ("%s in %s at %s", rows[i].received, rows[i].zone, rows[i].now);
      g_assert_true (window->text != NULL && *window->text != '\0');
      /* Where there is no midnight only the state is asked. */
      if (g_strcmp0 (rows[i].zone, HAVANA) == 0)
        g_assert_cmpstr (zg_return_state_to_word (window->state), ==, rows[i].result);
      else
        g_assert_cmpstr (result, ==, rows[i].result);
    }
}

static void
test_sentence (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (SHANGHAI);
  ZgTime received = read_time ("2026-05-01T09:00:00", zone);
  g_autoptr(ZgReturnWindow) open = zg_return_window ("", received, received, zone);
  g_autoptr(ZgReturnWindow) over = zg_return_window ("", received, received + 30 * ZG_TIME_DAY, zone);

  g_assert_cmpstr (open->text, ==, "May go back without a reason to the end of 2026-05-08.");
  g_assert_cmpstr (over->text, ==, "The seven days ended with 2026-05-08.");
}

static void
test_promise (void)
{
  static const struct {
    const char *text;
    gint64 amount;
    ZgTime due_at;
    gboolean is_good;
  } promises[] = {
    { "leaves today", 0, 1, TRUE },
    { "the difference", 500, 1, TRUE },
    { "the difference", -500, 1, FALSE },
    { "", 0, 1, FALSE },
    { "  ", 0, 1, FALSE },
    { "leaves today", 0, ZG_TIME_NONE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autoptr(ZgPromise) promise = zg_promise_new (promises[i].text, promises[i].amount, promises[i].due_at);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (zg_promise_check (promise, &error), ==, promises[i].is_good);
      if (!promises[i].is_good)
        g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
    }
}

static void
test_promise_end (void)
{
  for (int first = ZG_PROMISE_KEPT; first <= ZG_PROMISE_WITHDRAWN; first++)
    for (int second = ZG_PROMISE_KEPT; second <= ZG_PROMISE_WITHDRAWN; second++)
      {
        g_autoptr(ZgPromise) promise = zg_promise_new ("leaves today", 0, 1);
        g_autoptr(GError) error = NULL;

        g_assert_true (zg_promise_end (promise, (ZgPromiseState) first, 7, NULL));
        g_assert_cmpint (promise->state, ==, first);
        g_assert_cmpint (promise->done_at, ==, 7);
        g_assert_false (zg_promise_end (promise, (ZgPromiseState) second, 8, &error));
        g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
        g_assert_cmpint (promise->state, ==, first);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/return-window/table", test_window);
  g_test_add_func ("/return-window/sentence", test_sentence);
  g_test_add_func ("/promise/check", test_promise);
  g_test_add_func ("/promise/end", test_promise_end);

  return g_test_run ();
}
