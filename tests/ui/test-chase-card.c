/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "orders/zg-chase-card.h"
#include "orders/zg-order-page.h"
#include "zg-ui-fixture.h"

/* The reminders on an order's page: the text that fits is copied and the reminder counts, the cause is one click, undo. */

static gint64
count (ZgUiFixture *fixture,
       const char  *sql)
{
  gint64 n = -1;

  g_assert_true (zg_database_query_int64 (zg_store_get_list_reader (fixture->store, NULL), sql, &n, NULL));
  return n;
}

static void
add_reminder (ZgUiFixture *fixture,
              const char  *title,
              const char  *body)
{
  g_autoptr (ZgReply) reply = zg_reply_new ();

  g_free (reply->title);
  g_free (reply->body);
  reply->title = g_strdup (title);
  reply->body = g_strdup (body);
  reply->stages = 1u << ZG_STAGE_PAYMENT;
  zg_ui_fixture_add_reply (fixture, g_steal_pointer (&reply));
}

static GtkWidget *
open_card (ZgUiFixture *fixture,
           ZgWindow    *window,
           ZgOrderState state)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 order_id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", state);
  ZgOrderPage *page;

  g_assert_true (zg_window_show_screen (window, "orders"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-order", g_variant_new_int64 (order_id));
  page = ZG_ORDER_PAGE (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_ORDER_PAGE, NULL));
  zg_ui_wait_until (page != NULL && zg_order_page_get_order (page) != NULL);
  return zg_ui_find (GTK_WIDGET (page), ZG_TYPE_CHASE_CARD, NULL);
}

static void
test_remind (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgWindow *window;
  GtkWidget *card;
  ZgToastArea *toasts;

  add_reminder (fixture, "提醒付款", "您的订单还没付款哦");
  window = zg_ui_fixture_open_window (fixture);
  card = open_card (fixture, window, ZG_ORDER_UNPAID);
  toasts = zg_screen_get_toast_area (zg_window_get_screen (window, "orders"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (zg_ui_find (card, GTK_TYPE_LABEL, "Remind now"), GTK_TYPE_BUTTON), "clicked");
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM chase_step WHERE skipped = 0") == 1);
  zg_ui_assert_clipboard (card, "您的订单还没付款哦");
  /* The copy was told of first, with an undo of its own. */
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (toasts), GTK_TYPE_LABEL, "Reminder 1 done") != NULL);
  zg_ui_wait_until (zg_toast_area_undo (toasts));
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM chase_step") == 0);
  zg_ui_fixture_close_window (fixture, window);
}

/* Without a reply for it nothing is copied, and no reminder counts. */
static void
test_without_reply (ZgUiFixture   *fixture,
                    gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *card = open_card (fixture, window, ZG_ORDER_UNPAID);
  GtkWidget *screen = GTK_WIDGET (zg_window_get_screen (window, "orders"));

  g_signal_emit_by_name (gtk_widget_get_ancestor (zg_ui_find (card, GTK_TYPE_LABEL, "Remind now"), GTK_TYPE_BUTTON), "clicked");
  zg_ui_wait_until (zg_ui_find (screen, GTK_TYPE_LABEL,
                                "There is no reply for the stage “Payment reminder” yet. Write one under Replies.") != NULL);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM chase_step"), ==, 0);
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_cause (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *card = open_card (fixture, window, ZG_ORDER_UNPAID);

  g_signal_emit_by_name (zg_ui_find (card, GTK_TYPE_BUTTON, "Too expensive"), "clicked");
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM shop_order WHERE chase_cause = 'price'") == 1);
  zg_ui_wait_until (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (zg_ui_find (card, GTK_TYPE_BUTTON, "Too expensive"))));
  /* The same once more takes it off. */
  g_signal_emit_by_name (zg_ui_find (card, GTK_TYPE_BUTTON, "Too expensive"), "clicked");
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM shop_order WHERE chase_cause = ''") == 1);
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_stop (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *card = open_card (fixture, window, ZG_ORDER_UNPAID);

  gtk_widget_activate_action (card, "chase.stop", NULL);
  zg_ui_wait_until (zg_ui_find (card, GTK_TYPE_LABEL, "The buyer is left alone.") != NULL);
  g_assert_null (zg_ui_find (card, GTK_TYPE_LABEL, "Remind now"));
  gtk_widget_activate_action (card, "chase.resume", NULL);
  zg_ui_wait_until (zg_ui_find (card, GTK_TYPE_LABEL, "Remind now") != NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* A paid order that nobody was reminded of has no such card. */
static void
test_paid (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  g_assert_null (open_card (fixture, window, ZG_ORDER_PAID));
  zg_ui_fixture_close_window (fixture, window);
}

static void
add (const char *path,
     void      (*test) (ZgUiFixture *, gconstpointer))
{
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, test, zg_ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);
  add ("/chase-card/remind", test_remind);
  add ("/chase-card/without-reply", test_without_reply);
  add ("/chase-card/cause", test_cause);
  add ("/chase-card/stop", test_stop);
  add ("/chase-card/paid", test_paid);
  return g_test_run ();
}
