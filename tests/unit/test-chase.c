/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-chase.h"

#include <stdio.h>
#include <string.h>

#include "zg-error.h"

/*
 * When the buyer of an unpaid order is reminded, row by row. Times are "DD HH:MM" of September 2026 in Shanghai, or of October
 * in a zone with daylight saving time. A plan is written as its steps in time, "1 22 14:20 next", a due one with "!", and behind
 * them why there is none.
 */

typedef struct {
  const char *what;
  const char *ordered;
  const char *closes;           /* nullable */
  const char *now;
  const char *done;             /* (nullable): "1 22 14:25, 2- 22 17:30": a minus for skipped */
  const char *reminded;         /* (nullable): of the customer's other orders */
  const char *flags;            /* (nullable): words: paid closed cash stopped presale deposit */
  const char *ladder;           /* (nullable) */
  const char *plan;
} Row;

static const Row rows[] = {
  /* The ladder itself */
  { "just ordered", "22 14:00", NULL, "22 14:05", NULL, NULL, NULL, NULL, "1 22 14:20 next, 2 22 17:00 later" },
  { "a minute before the first", "22 14:00", NULL, "22 14:19", NULL, NULL, NULL, NULL, "1 22 14:20 next, 2 22 17:00 later" },
  { "the first is due", "22 14:00", NULL, "22 14:20", NULL, NULL, NULL, NULL, "1 22 14:20 next!, 2 22 17:00 later" },
  { "close time known", "22 14:00", "23 14:00", "22 14:05", NULL, NULL, NULL, NULL,
    "1 22 14:20 next, 2 22 17:00 later, 3 23 12:00 later" },
  { "the first was done", "22 14:00", "23 14:00", "22 14:30", "1 22 14:25", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:00 next, 3 23 12:00 later" },
  { "the second is due", "22 14:00", "23 14:00", "22 17:00", "1 22 14:25", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:00 next!, 3 23 12:00 later" },
  { "all done", "22 14:00", "23 14:00", "23 12:30", "1 22 14:25, 2 22 17:00, 3 23 12:00", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:00 done, 3 23 12:00 done, All reminders are done." },
  { "done, close unknown", "22 14:00", NULL, "22 18:00", "1 22 14:25, 2 22 17:00", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:00 done, All reminders are done." },
  { "the second was skipped", "22 14:00", "23 14:00", "22 17:10", "1 22 14:25, 2- 22 17:05", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:05 skipped, 3 23 12:00 next" },
  { "the second before the first was done", "22 14:00", "23 14:00", "22 17:10", "2 22 17:05", NULL, NULL, NULL,
    "1 22 14:20 passed, 2 22 17:05 done, 3 23 12:00 next" },
  { "done early", "22 14:00", "23 14:00", "22 14:10", "1 22 14:08", NULL, NULL, NULL,
    "1 22 14:08 done, 2 22 17:00 next, 3 23 12:00 later" },

  /* Nobody is reminded twice at once */
  { "two have passed", "22 09:00", NULL, "22 13:00", NULL, NULL, NULL, NULL, "1 22 09:20 passed, 2 22 12:00 next!" },
  { "all have passed", "22 09:00", "23 09:00", "23 08:30", NULL, NULL, NULL, NULL,
    "1 22 09:20 passed, 2 22 12:00 passed, 3 23 08:00 next!" },
  { "imported after a day", "21 09:00", "23 09:00", "22 15:00", NULL, NULL, NULL, NULL,
    "1 21 09:20 passed, 2 21 12:00 next!, 3 22 21:30 later" },
  { "imported after a week", "15 09:00", NULL, "22 15:00", NULL, NULL, NULL, NULL, "1 15 09:20 passed, 2 15 12:00 next!" },
  { "imported in the night", "21 20:00", NULL, "22 02:00", NULL, NULL, NULL, NULL, "1 22 08:00 next, 2 22 08:00 later" },
  { "the late one was done", "22 09:00", NULL, "22 13:30", "2 22 13:00", NULL, NULL, NULL,
    "1 22 09:20 passed, 2 22 13:00 done, All reminders are done." },

  /* Quiet hours */
  { "in the evening before", "22 21:30", NULL, "22 21:35", NULL, NULL, NULL, NULL, "1 22 21:50 next, 2 23 08:00 later" },
  { "exactly when quiet begins", "22 21:40", NULL, "22 21:45", NULL, NULL, NULL, NULL, "1 23 08:00 next, 2 23 08:00 later" },
  { "a minute before quiet", "22 21:39", NULL, "22 21:45", NULL, NULL, NULL, NULL, "1 22 21:59 next, 2 23 08:00 later" },
  { "exactly when quiet ends", "22 07:40", NULL, "22 07:41", NULL, NULL, NULL, NULL, "1 22 08:00 next, 2 22 10:40 later" },
  { "ordered in the night", "22 23:30", NULL, "22 23:40", NULL, NULL, NULL, NULL, "1 23 08:00 next, 2 23 08:00 later" },
  { "ordered after midnight", "23 01:00", NULL, "23 01:10", NULL, NULL, NULL, NULL, "1 23 08:00 next, 2 23 08:00 later" },
  { "ordered in the night, at eight one of two", "22 23:30", NULL, "23 08:00", NULL, NULL, NULL, NULL,
    "1 23 08:00 passed, 2 23 08:00 next!" },
  { "ordered at five", "23 05:00", NULL, "23 05:10", NULL, NULL, NULL, NULL, "1 23 08:00 next, 2 23 08:00 later" },
  { "ordered at six", "23 06:00", NULL, "23 06:10", NULL, NULL, NULL, NULL, "1 23 08:00 next, 2 23 09:00 later" },
  { "due since the evening, now it is quiet", "22 18:00", NULL, "22 22:30", "1 22 18:20", NULL, NULL, NULL,
    "1 22 18:20 done, 2 23 08:00 next" },
  { "due since the evening, quiet is over", "22 18:00", NULL, "23 08:00", "1 22 18:20", NULL, NULL, NULL,
    "1 22 18:20 done, 2 22 21:00 next!" },
  { "the last one in the night moves earlier", "22 14:00", "23 06:00", "22 17:30", "1 22 14:25, 2 22 17:10", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:10 done, 3 22 21:30 next" },
  { "the last one in the night is due", "22 14:00", "23 06:00", "22 21:40", "1 22 14:25, 2 22 17:10", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:10 done, 3 22 21:30 next!" },
  { "it closes in the night and it is night", "22 14:00", "23 06:00", "22 23:00", "1 22 14:25, 2 22 17:10", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:10 done, It closes before anybody else has to be reminded." },
  { "it closes in the night it was ordered", "22 22:30", "23 06:00", "22 22:35", NULL, NULL, NULL, NULL,
    "It closes before anybody else has to be reminded." },
  { "it closes just after quiet ends", "22 22:30", "23 08:20", "22 22:35", NULL, NULL, NULL, NULL,
    "1 23 08:00 next, 2 23 08:00 later, 3 23 08:00 later" },
  { "it closes when quiet ends", "22 22:30", "23 08:00", "22 22:35", NULL, NULL, NULL, NULL,
    "It closes before anybody else has to be reminded." },
  { "two hours before close is when quiet begins", "22 14:00", "23 00:00", "22 17:30", "1 22 14:25, 2 22 17:10", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:10 done, 3 22 21:30 next" },
  { "two hours before close is when quiet ends", "22 14:00", "23 10:00", "22 17:30", "1 22 14:25, 2 22 17:10", NULL, NULL, NULL,
    "1 22 14:25 done, 2 22 17:10 done, 3 23 08:00 next" },

  /* Closing */
  { "closes in 30 minutes", "22 14:00", "22 14:30", "22 14:05", NULL, NULL, NULL, NULL, "1 22 14:20 next" },
  { "closes in 15 minutes", "22 14:00", "22 14:15", "22 14:05", NULL, NULL, NULL, NULL,
    "It closes before anybody else has to be reminded." },
  { "the last before the first", "22 14:00", "22 16:10", "22 14:05", NULL, NULL, NULL, NULL,
    "3 22 14:10 next, 1 22 14:20 later" },
  { "the last before the first, both past", "22 14:00", "22 16:10", "22 14:25", NULL, NULL, NULL, NULL,
    "3 22 14:10 passed, 1 22 14:20 next!" },
  { "closes before the second", "22 14:00", "22 16:50", "22 14:05", NULL, NULL, NULL, NULL,
    "1 22 14:20 next, 3 22 14:50 later" },
  { "closes at the second", "22 14:00", "22 17:00", "22 14:05", NULL, NULL, NULL, NULL,
    "1 22 14:20 next, 3 22 15:00 later" },
  { "closed by the platform, which did not say so yet", "21 14:00", "22 14:00", "22 14:00", NULL, NULL, NULL, NULL,
    "1 21 14:20 later, 2 21 17:00 later, 3 22 12:00 later, It closes before anybody else has to be reminded." },

  /* The cap */
  { "two other reminders leave room", "22 14:00", NULL, "22 14:20", NULL, "22 10:00, 22 11:00", NULL, NULL,
    "1 22 14:20 next!, 2 22 17:00 later" },
  { "three do not", "22 14:00", NULL, "22 14:20", NULL, "22 10:00, 22 11:00, 22 12:00", NULL, NULL,
    "1 23 10:00 next capped, 2 22 17:00 later" },
  { "the first of them is a day old", "22 14:00", NULL, "22 14:20", NULL, "21 14:20, 22 11:00, 22 12:00", NULL, NULL,
    "1 22 14:20 next!, 2 22 17:00 later" },
  { "a minute less than a day", "22 14:00", NULL, "22 14:20", NULL, "21 14:21, 22 11:00, 22 12:00", NULL, NULL,
    "1 22 14:21 next capped, 2 22 17:00 later" },
  { "four: the third last counts", "22 14:00", NULL, "22 14:20", NULL, "22 09:00, 22 10:00, 22 11:00, 22 12:00", NULL, NULL,
    "1 23 10:00 next capped, 2 22 17:00 later" },
  { "unsorted", "22 14:00", NULL, "22 14:20", NULL, "22 12:00, 22 10:00, 22 11:00", NULL, NULL,
    "1 23 10:00 next capped, 2 22 17:00 later" },
  { "room comes in quiet hours", "22 14:00", NULL, "22 22:10", "1 22 14:20", "21 23:00, 22 14:20, 22 15:00", NULL, NULL,
    "1 22 14:20 done, 2 23 08:00 next capped" },
  { "no room before it closes", "22 14:00", "23 02:00", "22 17:00", "1 22 14:20", "22 14:20, 22 15:00, 22 16:00", NULL, NULL,
    "1 22 14:20 done, 2 22 17:00 passed, 3 22 21:30 later, It closes before anybody else has to be reminded." },
  { "a later step has room by itself", "22 14:00", NULL, "22 14:05", "1 22 14:02", "21 15:00, 21 16:00, 22 14:02", NULL, NULL,
    "1 22 14:02 done, 2 22 17:00 next" },

  /* What needs no chase */
  { "paid", "22 14:00", NULL, "22 14:30", NULL, NULL, "paid", NULL, "1 22 14:20 later, 2 22 17:00 later, It is paid." },
  { "closed", "22 14:00", NULL, "22 14:30", NULL, NULL, "closed", NULL,
    "1 22 14:20 later, 2 22 17:00 later, It closes before anybody else has to be reminded." },
  { "cash on delivery", "22 14:00", NULL, "22 14:30", NULL, NULL, "cash", NULL,
    "1 22 14:20 later, 2 22 17:00 later, It is paid at the door." },
  { "left alone", "22 14:00", NULL, "22 14:30", NULL, NULL, "stopped", NULL,
    "1 22 14:20 later, 2 22 17:00 later, The buyer is left alone." },
  { "left alone after one", "22 14:00", NULL, "22 18:30", "1 22 14:25", NULL, "stopped", NULL,
    "1 22 14:25 done, 2 22 17:00 later, The buyer is left alone." },

  /* Pre-sale: the deposit is chased at once, the balance from when it can be paid */
  { "deposit open", "22 14:00", NULL, "22 14:20", NULL, NULL, "presale", NULL, "1 22 14:20 next!, 2 22 17:00 later" },
  { "balance not yet", "22 14:00", NULL, "23 10:00", NULL, NULL, "presale deposit", NULL,
    "1 25 10:20 later, 2 25 13:00 later, The balance can't be paid yet." },
  { "a minute before the balance", "22 14:00", NULL, "25 09:59", NULL, NULL, "presale deposit", NULL,
    "1 25 10:20 later, 2 25 13:00 later, The balance can't be paid yet." },
  { "balance open", "22 14:00", NULL, "25 10:00", NULL, NULL, "presale deposit", NULL, "1 25 10:20 next, 2 25 13:00 later" },
  { "balance due", "22 14:00", NULL, "25 10:20", NULL, NULL, "presale deposit", NULL, "1 25 10:20 next!, 2 25 13:00 later" },

  /* Ladders of the shop */
  { "one step", "22 14:00", NULL, "22 14:05", NULL, NULL, NULL, "1h", "1 22 15:00 next" },
  { "only before it closes", "22 14:00", "23 14:00", "22 14:05", NULL, NULL, NULL, "-1h", "1 23 13:00 next" },
  { "only before it closes, which nobody knows", "22 14:00", NULL, "22 14:05", NULL, NULL, NULL, "-1h", "All reminders are done." },
  { "a day later", "22 14:00", NULL, "22 14:05", NULL, NULL, NULL, "1d", "1 23 14:00 next" },
  { "more were done than the ladder has now", "22 14:00", NULL, "22 18:00", "1 22 14:20, 2 22 17:00, 3 22 17:30", NULL, NULL, "1h",
    "1 22 14:20 done, All reminders are done." },
};

static GTimeZone *zone;

static ZgTime
read_time (const char *text,
           int         month)
{
  int day, hour, minute;
  g_autoptr (GDateTime) time = NULL;

  g_assert_cmpint (sscanf (text, "%d %d:%d", &day, &hour, &minute), ==, 3);
  time = g_date_time_new (zone, 2026, month, day, hour, minute, 0);
  return g_date_time_to_unix (time) * ZG_TIME_SECOND;
}

static ZgOrder *
make_order (const Row *row,
            int        month)
{
  const char *flags = row->flags != NULL ? row->flags : "";
  ZgOrder *order = zg_order_new ();

  order->ordered_at = read_time (row->ordered, month);
  order->closes_at = row->closes != NULL ? read_time (row->closes, month) : ZG_TIME_NONE;
  order->total = 10000;
  order->paid = strstr (flags, "deposit") != NULL ? 3000 : 0;
  order->presale = strstr (flags, "presale") != NULL;
  order->balance_from = order->presale ? read_time ("25 10:00", month) : ZG_TIME_NONE;
  order->cash_on_delivery = strstr (flags, "cash") != NULL;
  order->chase_stopped_at = strstr (flags, "stopped") != NULL ? order->ordered_at : ZG_TIME_NONE;
  order->state = strstr (flags, "paid") != NULL ? ZG_ORDER_PAID : strstr (flags, "closed") != NULL ? ZG_ORDER_CLOSED : ZG_ORDER_UNPAID;
  return order;
}

static GPtrArray *
read_done (const char *text,
           int         month)
{
  GPtrArray *done = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_chase_done_free);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ", ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      ZgChaseDone *one = zg_chase_done_new (parts[i][0] - '1', read_time (strchr (parts[i], ' ') + 1, month));

      one->skipped = parts[i][1] == '-';
      g_ptr_array_add (done, one);
    }
  return done;
}

static GArray *
read_times (const char *text,
            int         month)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (ZgTime));
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ", ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      ZgTime time = read_time (parts[i], month);

      g_array_append_val (times, time);
    }
  return times;
}

static char *
describe (const ZgChasePlan *plan,
          ZgTime             now)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const ZgChaseStep *step = g_ptr_array_index (plan->steps, i);
      g_autoptr (GDateTime) at = zg_time_to_date_time (step->at, zone);
      g_autofree char *time = g_date_time_format (at, "%d %H:%M");

      g_string_append_printf (text, "%s%d %s %s%s%s", i > 0 ? ", " : "", step->number + 1, time,
                              zg_chase_state_to_word (step->state), step == plan->next && zg_chase_plan_is_due (plan, now) ? "!" : "",
                              step == plan->next && plan->capped ? " capped" : "");
    }
  if (plan->stop != ZG_CHASE_GOES_ON)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", zg_chase_stop_to_label (plan->stop));
  return g_string_free (text, FALSE);
}

static char *
make_plan (const Row *row,
           int        month)
{
  g_autoptr (ZgOrder) order = make_order (row, month);
  g_autoptr (ZgChaseLadder) ladder = zg_chase_ladder_new_standard ();
  g_autoptr (GPtrArray) done = read_done (row->done, month);
  g_autoptr (GArray) reminded = read_times (row->reminded, month);
  ZgChaseFacts facts = { order, done, reminded, read_time (row->now, month), zone };
  g_autoptr (ZgChasePlan) plan = NULL;

  if (row->ladder != NULL)
    g_assert_true (zg_chase_ladder_parse (ladder, row->ladder, NULL));
  plan = zg_chase_plan (ladder, &facts);
  return describe (plan, facts.now);
}

static void
test_rows (void)
{
  int n_wrong = 0;

  zone = zg_time_zone_china ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plan = make_plan (&rows[i], 9);

      if (g_strcmp0 (plan, rows[i].plan) != 0)
        {
          g_test_message ("%s: “%s” instead of “%s”", rows[i].what, plan, rows[i].plan);
          n_wrong++;
        }
    }
  g_time_zone_unref (zone);
  g_assert_cmpint (n_wrong, ==, 0);
  g_assert_cmpuint (G_N_ELEMENTS (rows), >=, 60);
}

/* The clock is put back at 3 on the 25th of October: hours after the order are hours that pass, quiet hours those on the wall. */
static void
test_summer_time (void)
{
  static const Row row = { "clock put back", "24 23:30", NULL, "24 23:40", NULL, NULL, NULL, NULL, "1 25 08:00 next, 2 25 08:00 later" };
  static const Row after = { "in the morning", "25 01:30", NULL, "25 07:59", NULL, NULL, NULL, "8h", "1 25 08:30 next" };
  g_autofree char *plan = NULL;
  g_autofree char *later = NULL;

  zone = g_time_zone_new_identifier ("Europe/Berlin");
  plan = make_plan (&row, 10);
  later = make_plan (&after, 10);
  g_assert_cmpstr (plan, ==, row.plan);
  g_assert_cmpstr (later, ==, after.plan);
  g_time_zone_unref (zone);
}

static void
test_no_quiet_hours (void)
{
  g_autoptr (ZgOrder) order = zg_order_new ();
  g_autoptr (ZgChaseLadder) ladder = zg_chase_ladder_new_standard ();
  g_autoptr (ZgChasePlan) plan = NULL;
  ZgChaseFacts facts = { .order = order };

  zone = zg_time_zone_china ();
  order->ordered_at = read_time ("22 23:00", 9);
  facts.now = order->ordered_at;
  facts.zone = zone;
  ladder->quiet_from = ladder->quiet_to = 0;
  plan = zg_chase_plan (ladder, &facts);
  g_assert_cmpint (plan->next->at, ==, read_time ("22 23:20", 9));
  g_time_zone_unref (zone);
}

static void
test_ladder_text (void)
{
  static const char * const good[] = { "20m 3h -2h", "1h", "-30m", "20m 1d 2d -1d -1h" };
  static const char * const bad[] = { "", " ", "20", "h", "0m", "-0m", "3h 20m", "20m 20m", "20m x", "61d", "1m 2m 3m 4m 5m 6m 7m", "20m,3h;" };
  g_autoptr (ZgChaseLadder) ladder = zg_chase_ladder_new_standard ();
  g_autofree char *standard = zg_chase_ladder_to_text (ladder);

  g_assert_cmpstr (standard, ==, "20m 3h -2h");
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (zg_chase_ladder_parse (ladder, good[i], NULL));
      text = zg_chase_ladder_to_text (ladder);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      guint n_before = ladder->rules->len;

      g_assert_false (zg_chase_ladder_parse (ladder, bad[i], &error));
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
      g_assert_cmpuint (ladder->rules->len, ==, n_before);
    }
}

static void
test_causes (void)
{
  ZgChaseCause cause;

  for (int i = 0; i < ZG_N_CHASE_CAUSES; i++)
    {
      g_assert_true (zg_chase_cause_from_word (zg_chase_cause_to_word (i), &cause));
      g_assert_cmpint (cause, ==, i);
      g_assert_cmpint (*zg_chase_cause_to_label (i) == '\0', ==, i == ZG_CHASE_CAUSE_NONE);
    }
  g_assert_false (zg_chase_cause_from_word ("bored", &cause));
  g_assert_true (zg_chase_cause_from_word (NULL, &cause));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chase/rows", test_rows);
  g_test_add_func ("/chase/summer-time", test_summer_time);
  g_test_add_func ("/chase/no-quiet-hours", test_no_quiet_hours);
  g_test_add_func ("/chase/ladder-text", test_ladder_text);
  g_test_add_func ("/chase/causes", test_causes);

  return g_test_run ();
}
