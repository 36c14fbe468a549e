/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-order-gate.h"
#include "zg-order-lines.h"

/* What the list of orders says beside the order itself, and what the desk is offered. 14:20, the cut-off is 16:00. */

static ZgTime
at (const char *text)
{
  ZgTime time = ZG_TIME_NONE;

  if (text != NULL)
    g_assert_true (zg_time_parse_iso (text, NULL, &time, NULL));
  return time;
}

#define NOW "2026-09-22T14:20:00+08:00"
#define MORNING "2026-09-22T09:00:00+08:00"
#define LAST_WEEK "2026-09-15T09:00:00+08:00"

static const struct {
  const char *name;
  ZgOrderState state;
  ZgHold holds;
  gboolean confirmed;
  gboolean conflict;
  const char *paid_at;
  const char *shipped_at;
  const char *ship_by;
  const char *tracking;
  const char *promise;
  ZgOrderUrgency promise_urgency;
  const char *next_step;
  ZgOrderUrgency next_urgency;
} cases[] = {
  { "unpaid", ZG_ORDER_UNPAID, 0, FALSE, FALSE, NULL, NULL, NULL, NULL,
    "today if paid before 16:00", ZG_ORDER_URGENCY_NONE, "Read it back", ZG_ORDER_URGENCY_NORMAL },
  { "unpaid and confirmed", ZG_ORDER_UNPAID, 0, TRUE, FALSE, NULL, NULL, NULL, NULL,
    "today if paid before 16:00", ZG_ORDER_URGENCY_NONE, "Waiting for the payment", ZG_ORDER_URGENCY_NONE },
  { "paid", ZG_ORDER_PAID, 0, FALSE, FALSE, MORNING, NULL, NULL, NULL,
    "today", ZG_ORDER_URGENCY_NORMAL, "Confirm with the buyer", ZG_ORDER_URGENCY_NORMAL },
  { "paid and confirmed", ZG_ORDER_PAID, 0, TRUE, FALSE, MORNING, NULL, NULL, NULL,
    "today", ZG_ORDER_URGENCY_NORMAL, "Pack", ZG_ORDER_URGENCY_NORMAL },
  { "late by the platform", ZG_ORDER_PACKED, 0, TRUE, FALSE, MORNING, NULL, MORNING, NULL,
    "Today 09:00", ZG_ORDER_URGENCY_LATE, "Ship", ZG_ORDER_URGENCY_LATE },
  { "late by the house", ZG_ORDER_PACKED, 0, TRUE, FALSE, LAST_WEEK, NULL, NULL, NULL,
    "Sep 15", ZG_ORDER_URGENCY_LATE, "Ship", ZG_ORDER_URGENCY_LATE },
  { "refund", ZG_ORDER_PAID, ZG_HOLD_REFUND, TRUE, FALSE, MORNING, NULL, NULL, NULL,
    "today", ZG_ORDER_URGENCY_NORMAL, "Refund open", ZG_ORDER_URGENCY_SOON },
  { "differs", ZG_ORDER_UNPAID, 0, TRUE, TRUE, NULL, NULL, NULL, NULL,
    "today if paid before 16:00", ZG_ORDER_URGENCY_NONE, "The platform says otherwise", ZG_ORDER_URGENCY_SOON },
  { "no number", ZG_ORDER_SHIPPED, 0, TRUE, FALSE, LAST_WEEK, LAST_WEEK, MORNING, "",
    "in time", ZG_ORDER_URGENCY_NONE, "No tracking number yet", ZG_ORDER_URGENCY_SOON },
  { "on its way", ZG_ORDER_SHIPPED, 0, TRUE, FALSE, LAST_WEEK, MORNING, LAST_WEEK, "SF1",
    "shipped late", ZG_ORDER_URGENCY_NONE, "On its way", ZG_ORDER_URGENCY_NONE },
  { "over", ZG_ORDER_COMPLETED, 0, TRUE, FALSE, LAST_WEEK, LAST_WEEK, NULL, "SF1",
    "", ZG_ORDER_URGENCY_NONE, "", ZG_ORDER_URGENCY_NONE },
};

static void
test_lines (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (ZgClock) clock = zg_clock_new_fixed (at (NOW), zone);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ZgOrderRow *row = g_new0 (ZgOrderRow, 1);
      g_autoptr (ZgOrderLine) line = NULL;

      g_test_message ("%s", cases[i].name);
      row->state = cases[i].state;
      row->holds = cases[i].holds;
      row->confirmed_at = cases[i].confirmed ? at (MORNING) : ZG_TIME_NONE;
      row->conflict = cases[i].conflict;
      row->paid_at = at (cases[i].paid_at);
      row->shipped_at = at (cases[i].shipped_at);
      row->ship_by = at (cases[i].ship_by);
      row->tracking = g_strdup (cases[i].tracking);
      line = zg_order_line_new (row, "16:00", clock);
      g_assert_cmpstr (line->promise, ==, cases[i].promise);
      g_assert_cmpint (line->promise_urgency, ==, cases[i].promise_urgency);
      g_assert_cmpstr (line->next_step, ==, cases[i].next_step);
      g_assert_cmpint (line->next_urgency, ==, cases[i].next_urgency);
    }
}

static void
test_differs (void)
{
  static const struct {
    ZgOrderState here;
    ZgOrderState there;
    gboolean differs;
  } pairs[] = {
    { ZG_ORDER_PAID, ZG_ORDER_PAID, FALSE },
    { ZG_ORDER_PACKED, ZG_ORDER_PAID, FALSE },
    { ZG_ORDER_UNPAID, ZG_ORDER_PAID, TRUE },
    { ZG_ORDER_SHIPPED, ZG_ORDER_PAID, TRUE },
    { ZG_ORDER_PAID, ZG_ORDER_CLOSED, TRUE },
    { ZG_ORDER_CLOSED, ZG_ORDER_PAID, FALSE },
    { ZG_ORDER_PAID, ZG_ORDER_STATE_UNKNOWN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (ZgOrder) order = zg_order_new ();

      order->state = pairs[i].here;
      g_assert_false (zg_order_platform_differs (order));
      order->facts = zg_platform_facts_new ();
      order->facts->state = pairs[i].there;
      g_assert_false (zg_order_platform_differs (order));
      order->facts->evidence_at = at (MORNING);
      g_assert_cmpint (zg_order_platform_differs (order), ==, pairs[i].differs);
    }
}

static void
test_offers (void)
{
  g_autoptr (ZgOrder) order = zg_order_new ();

  order->state = ZG_ORDER_PAID;
  g_assert_cmpint (zg_order_gate_next (order), ==, ZG_ORDER_PACKED);
  g_assert_true (zg_order_gate_offers (order, ZG_ORDER_SHIPPED));
  g_assert_true (zg_order_gate_needs_reason (order, ZG_ORDER_SHIPPED));
  g_assert_false (zg_order_gate_needs_reason (order, ZG_ORDER_PACKED));
  g_assert_false (zg_order_gate_offers (order, ZG_ORDER_UNPAID));
  order->confirmed_at = at (MORNING);
  g_assert_false (zg_order_gate_needs_reason (order, ZG_ORDER_SHIPPED));
  order->holds = ZG_HOLD_REFUND;
  g_assert_false (zg_order_gate_offers (order, ZG_ORDER_SHIPPED));
  g_assert_cmpint (zg_order_gate_next (order), ==, ZG_ORDER_STATE_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-lines/lines", test_lines);
  g_test_add_func ("/order-lines/differs", test_differs);
  g_test_add_func ("/order-lines/offers", test_offers);
  return g_test_run ();
}
