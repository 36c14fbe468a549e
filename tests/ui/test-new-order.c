/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "orders/zg-new-order-items.h"
#include "orders/zg-new-order-window.h"
#include "orders/zg-order-page.h"
#include "zg-ui-fixture.h"

/* A new order: a chat is pasted, what was understood is in the fields, one key writes it, undo takes it back. */

#define CHAT \
  "王晓雯 13800002468 浙江省杭州市西湖区文三路100号幸福小区3幢502\n" \
  "云朵针织开衫 黑色 L 1件 168元\n帆布托特包 米白 2个 59\n包邮 一共280\n麻烦明天发"

static gint64
count (ZgUiFixture *fixture,
       const char  *sql)
{
  gint64 n = -1;

  g_assert_true (zg_database_query_int64 (zg_store_get_list_reader (fixture->store, NULL), sql, &n, NULL));
  return n;
}

static GtkWidget *
find_new (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ZG_IS_NEW_ORDER_WINDOW (at->data))
      return at->data;
  return NULL;
}

static GtkWidget *
open_new (ZgWindow *window)
{
  g_assert_true (zg_window_show_screen (window, "orders"));
  gtk_widget_activate_action (GTK_WIDGET (zg_window_get_screen (window, "orders")), "screen.new", NULL);
  zg_ui_wait_until (find_new () != NULL);
  return find_new ();
}

static void
paste (GtkWidget  *asked,
       const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (zg_ui_find (asked, GTK_TYPE_TEXT_VIEW, NULL))), text, -1);
}

static gboolean
has_text (GtkWidget  *asked,
          const char *text)
{
  return zg_ui_find (asked, GTK_TYPE_ENTRY, text) != NULL;
}

static void
test_paste (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *asked = open_new (window);
  ZgToastArea *toasts = zg_screen_get_toast_area (zg_window_get_screen (window, "orders"));
  ZgOrderPage *page;

  paste (asked, CHAT);
  zg_ui_wait_until (has_text (asked, "云朵针织开衫"));
  g_assert_true (has_text (asked, "黑色"));
  g_assert_true (has_text (asked, "59.00"));
  g_assert_true (has_text (asked, "13800002468"));
  g_assert_true (has_text (asked, "麻烦明天发"));
  g_assert_nonnull (zg_ui_find (asked, GTK_TYPE_LABEL, "To pay ¥280.00, discount ¥6.00"));
  g_assert_true (gtk_widget_has_css_class (zg_ui_find (asked, GTK_TYPE_ENTRY, "59.00"), "guess"));
  g_assert_false (gtk_widget_has_css_class (zg_ui_find (asked, GTK_TYPE_ENTRY, "168.00"), "guess"));

  gtk_widget_activate_action (asked, "new-order.add", NULL);
  zg_ui_wait_until (find_new () == NULL);
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM shop_order WHERE total = 28000 AND discount = 600") == 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM customer WHERE name = '王晓雯'"), ==, 1);
  page = ZG_ORDER_PAGE (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_ORDER_PAGE, NULL));
  zg_ui_wait_until (zg_order_page_get_order (page) != NULL);

  zg_ui_wait_until (zg_toast_area_undo (toasts));
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM shop_order") == 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM customer"), ==, 0);
  zg_ui_fixture_close_window (fixture, window);
}

/* Without goods, or with an amount that is none, it says so and keeps what was typed. */
static void
test_refused (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *asked = open_new (window);
  GtkWidget *items = zg_ui_find (asked, ZG_TYPE_NEW_ORDER_ITEMS, NULL);
  GtkWidget *title = zg_ui_find (items, GTK_TYPE_ENTRY, NULL);
  GtkWidget *price = gtk_widget_get_last_child (gtk_widget_get_next_sibling (gtk_widget_get_parent (title)));

  gtk_widget_activate_action (asked, "new-order.add", NULL);
  g_assert_nonnull (zg_ui_find (asked, GTK_TYPE_LABEL, "An order needs goods."));

  gtk_editable_set_text (GTK_EDITABLE (title), "围巾");
  gtk_editable_set_text (GTK_EDITABLE (price), "1.234,50 €");
  gtk_widget_activate_action (asked, "new-order.add", NULL);
  g_assert_nonnull (zg_ui_find (asked, GTK_TYPE_LABEL, "“1.234,50 €” is not an amount of money. Write it like 219.00."));
  g_assert_true (has_text (asked, "围巾"));
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM shop_order"), ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (price), "89");
  gtk_widget_activate_action (asked, "new-order.add", NULL);
  zg_ui_wait_until (find_new () == NULL);
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM shop_order WHERE total = 8900") == 1);
  zg_ui_fixture_close_window (fixture, window);
}

/* An order is for whom one talks to, unless somebody says it is not. */
static void
test_customer (ZgUiFixture   *fixture,
               gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "王小姐");
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *asked = open_new (window);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM shop_order WHERE customer_id = %" G_GINT64_FORMAT, customer_id);

  g_assert_nonnull (zg_ui_find (asked, GTK_TYPE_LABEL, "For 王小姐, whom you are talking to"));
  paste (asked, "羊毛围巾 燕麦色 1条 ¥89");
  zg_ui_wait_until (has_text (asked, "89.00"));
  gtk_widget_activate_action (asked, "new-order.add", NULL);
  zg_ui_wait_until (count (fixture, sql) == 1);
  zg_ui_wait_until (find_new () == NULL);

  asked = open_new (window);
  g_signal_emit_by_name (zg_ui_find (asked, GTK_TYPE_BUTTON, "Somebody else"), "clicked");
  g_assert_null (zg_ui_find (asked, GTK_TYPE_LABEL, "For 王小姐, whom you are talking to"));
  paste (asked, "羊毛围巾 1条 ¥89\n李梅 13900001357");
  zg_ui_wait_until (has_text (asked, "李梅"));
  gtk_widget_activate_action (asked, "new-order.add", NULL);
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM shop_order") == 2);
  g_assert_cmpint (count (fixture, sql), ==, 1);
  zg_ui_wait_until (find_new () == NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* An earlier order once more: its goods and its recipient are there, and it becomes an order of its own. */
static void
test_repeat (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 order_id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *screen;
  ZgOrderPage *page;

  g_assert_true (zg_window_show_screen (window, "orders"));
  screen = GTK_WIDGET (zg_window_get_screen (window, "orders"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-order", g_variant_new_int64 (order_id));
  page = ZG_ORDER_PAGE (zg_ui_find (screen, ZG_TYPE_ORDER_PAGE, NULL));
  zg_ui_wait_until (page != NULL && zg_order_page_get_order (page) != NULL);
  gtk_widget_activate_action (screen, "orders.repeat", NULL);
  zg_ui_wait_until (find_new () != NULL);
  gtk_widget_activate_action (find_new (), "new-order.add", NULL);
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM shop_order") == 2);
  g_assert_cmpint (count (fixture, "SELECT count(DISTINCT customer_id) FROM shop_order"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(DISTINCT title) FROM order_item"), ==, 1);
  zg_ui_wait_until (find_new () == NULL);
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
  add ("/new-order/paste", test_paste);
  add ("/new-order/refused", test_refused);
  add ("/new-order/customer", test_customer);
  add ("/new-order/repeat", test_repeat);
  return g_test_run ();
}
