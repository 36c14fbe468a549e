/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "orders/zg-merge-card.h"
#include "orders/zg-notice-card.h"
#include "orders/zg-order-bulk-bar.h"
#include "orders/zg-order-page.h"
#include "orders/zg-parcel-card.h"
#include "orders/zg-ship-window.h"
#include "orders/zg-shipments-card.h"
#include "zg-order-table.h"
#include "zg-table-choice.h"
#include "zg-table.h"
#include "zg-ui-fixture.h"

/* How orders leave in the window: in one parcel with others, in parts, with a number that the buyer is told. */

static ZgOrderPage *
open_page (ZgWindow *window,
           gint64    order_id)
{
  ZgOrderPage *page;

  g_assert_true (zg_window_show_screen (window, "orders"));
  page = ZG_ORDER_PAGE (zg_ui_find (GTK_WIDGET (zg_window_get_visible_screen (window)), ZG_TYPE_ORDER_PAGE, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-order", g_variant_new_int64 (order_id));
  zg_ui_wait_until (zg_order_page_get_order (page) != NULL && zg_order_page_get_order (page)->id == order_id);
  return page;
}

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ZgOrder **order = data;
  gint64 id = (*order)->id;

  zg_order_free (*order);
  *order = zg_order_table_load (db, id, error);
  return *order != NULL;
}

static ZgOrder *
load_order (ZgUiFixture *fixture,
            gint64       id)
{
  g_autoptr (GError) error = NULL;
  ZgOrder *order = zg_order_new ();

  order->id = id;
  zg_store_read (fixture->store, load, &order, &error);
  g_assert_no_error (error);
  return order;
}

static gint64
get_parcel (ZgUiFixture *fixture,
            gint64       id)
{
  g_autoptr (ZgOrder) order = load_order (fixture, id);

  return order->parcel_id;
}

static ZgOrderState
get_state (ZgUiFixture *fixture,
           gint64       id)
{
  g_autoptr (ZgOrder) order = load_order (fixture, id);

  return order->state;
}

static gboolean
save (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  return zg_order_table_update (db, data, error);
}

static void
save_order (ZgUiFixture *fixture,
            ZgOrder     *order)
{
  g_autoptr (GError) error = NULL;

  zg_store_write (fixture->store, save, order, &error);
  g_assert_no_error (error);
}

static void
set_detail (ZgOrder    *order,
            const char *detail)
{
  g_clear_pointer (&order->address, zg_address_free);
  order->address = zg_address_new ();
  order->address->province = g_strdup ("浙江省");
  order->address->city = g_strdup ("杭州市");
  order->address->district = g_strdup ("西湖区");
  order->address->detail = g_strdup (detail);
  order->address->disclosure = ZG_DISCLOSURE_PLAIN;
}

/* An order of 王小姐 that goes where the others go. */
static gint64
add_order (ZgUiFixture  *fixture,
           gint64        customer_id,
           const char   *number,
           ZgOrderState  state)
{
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, number, state);
  g_autoptr (ZgOrder) order = load_order (fixture, id);

  g_free (order->buyer_account);
  order->buyer_account = g_strdup ("xiaowen");
  set_detail (order, "文三路100号3幢502");
  save_order (fixture, order);
  return id;
}

static gboolean
confirm (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  zg_database_note_change (db, ZG_TABLE_ORDER, 0);
  return zg_database_exec (db, "UPDATE shop_order SET confirmed_at = 1", error);
}

/* As if somebody had ticked all of the lists. */
static void
confirm_all (ZgUiFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  zg_store_write (fixture->store, confirm, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
says (GtkWidget  *root,
      const char *text)
{
  GtkWidget *label = zg_ui_find (root, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
press (GtkWidget  *root,
       const char *text)
{
  GtkWidget *label = zg_ui_find (root, GTK_TYPE_LABEL, text);
  GtkWidget *button = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
undo (ZgWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
}

static GtkWidget *
find_ship (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ZG_IS_SHIP_WINDOW (at->data))
      return at->data;
  return NULL;
}

static GtkWidget *
ask (ZgOrderPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "order.move", "s", "shipped");
  g_assert_nonnull (find_ship ());
  return find_ship ();
}

static GtkEditable *
get_row (GtkWidget  *asked,
         const char *title)
{
  GtkWidget *label = zg_ui_find (asked, GTK_TYPE_LABEL, title);

  return GTK_EDITABLE (gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW));
}

static void
test_merge (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 first = add_order (fixture, customer_id, "2026092100001512", ZG_ORDER_PAID);
  gint64 second = add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *page = GTK_WIDGET (open_page (window, second));

  zg_ui_wait_until (says (page, "2 orders of this recipient are not shipped"));
  g_assert_true (says (page, "It can go in one parcel with …512 ¥219.00"));
  press (page, "Put in one parcel");
  zg_ui_wait_until (says (page, "2 orders in one parcel"));
  g_assert_cmpint (get_parcel (fixture, first), !=, 0);
  g_assert_cmpint (get_parcel (fixture, first), ==, get_parcel (fixture, second));
  g_assert_null (zg_ui_find (page, ZG_TYPE_MERGE_CARD, NULL));

  zg_ui_wait_until (says (GTK_WIDGET (window), "2 orders go in one parcel"));
  undo (window);
  zg_ui_wait_until (get_parcel (fixture, first) == 0 && get_parcel (fixture, second) == 0);
  zg_ui_wait_until (zg_ui_find (page, ZG_TYPE_MERGE_CARD, NULL) != NULL);
  g_assert_null (zg_ui_find (page, ZG_TYPE_PARCEL_CARD, NULL));

  press (page, "Put in one parcel");
  zg_ui_wait_until (says (page, "Take apart"));
  press (page, "Take apart");
  zg_ui_wait_until (says (GTK_WIDGET (window), "Each order goes on its own again"));
  g_assert_cmpint (get_parcel (fixture, second), ==, 0);
  undo (window);
  zg_ui_wait_until (get_parcel (fixture, second) != 0);
  g_assert_cmpint (get_parcel (fixture, first), ==, get_parcel (fixture, second));
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_apart (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 first = add_order (fixture, customer_id, "2026092100001512", ZG_ORDER_PAID);
  gint64 second = add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_UNPAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgOrderPage *page = open_page (window, second);
  GtkWidget *root = GTK_WIDGET (page);

  /* What is not paid can't be merged; the other one says the same from its side. */
  zg_ui_wait_until (says (root, "Once this one is paid, it can go in one parcel with …512 ¥219.00"));
  g_assert_null (zg_ui_find (root, GTK_TYPE_LABEL, "Put in one parcel"));
  press (root, "See …512");
  zg_ui_wait_until (zg_order_page_get_order (page) != NULL && zg_order_page_get_order (page)->id == first);
  zg_ui_wait_until (says (root, "Once …579 ¥219.00 is paid, they can go in one parcel"));

  press (root, "Send apart");
  zg_ui_wait_until (zg_ui_find (root, ZG_TYPE_MERGE_CARD, NULL) == NULL);
  zg_ui_wait_until (says (GTK_WIDGET (window), "They go in parcels of their own"));
  undo (window);
  zg_ui_wait_until (zg_ui_find (root, ZG_TYPE_MERGE_CARD, NULL) != NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* A parcel to two addresses: seen on the page, looked at side by side, and not sent without a reason. */
static void
test_addresses (ZgUiFixture   *fixture,
                gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 first = add_order (fixture, customer_id, "2026092100001512", ZG_ORDER_PAID);
  gint64 second = add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgOrderPage *page = open_page (window, second);
  GtkWidget *root = GTK_WIDGET (page);
  g_autoptr (ZgOrder) order = NULL;
  GtkWidget *asked;
  GtkWidget *reason;

  confirm_all (fixture);
  zg_ui_wait_until (says (root, "Put in one parcel"));
  g_assert_null (zg_ui_find (root, GTK_TYPE_LABEL, "See the differences"));
  press (root, "Put in one parcel");
  zg_ui_wait_until (says (root, "2 orders in one parcel"));
  order = load_order (fixture, first);
  set_detail (order, "文三路100号3幢501");
  save_order (fixture, order);
  confirm_all (fixture);
  zg_ui_wait_until (says (root, "2 orders in one parcel, but to different addresses"));

  g_assert_null (zg_ui_find (zg_ui_find (root, ZG_TYPE_PARCEL_CARD, NULL), GTK_TYPE_GRID, NULL));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (zg_ui_find (root, GTK_TYPE_LABEL, "See the differences"),
                                                                            GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  g_assert_nonnull (zg_ui_find (zg_ui_find (root, ZG_TYPE_PARCEL_CARD, NULL), GTK_TYPE_LABEL, "浙江省杭州市西湖区文三路100号3幢501"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "escape", NULL);
  g_assert_null (zg_ui_find (zg_ui_find (root, ZG_TYPE_PARCEL_CARD, NULL), GTK_TYPE_GRID, NULL));

  asked = ask (page);
  g_assert_nonnull (zg_ui_find (asked, GTK_TYPE_LABEL, "The whole parcel leaves, with …512 ¥219.00."));
  g_assert_nonnull (zg_ui_find (asked, GTK_TYPE_LABEL, "…512 has another address. Why do they go together all the same?"));
  reason = zg_ui_find (asked, GTK_TYPE_ENTRY, NULL);
  gtk_widget_activate_default (asked);
  g_assert_cmpint (get_state (fixture, second), ==, ZG_ORDER_PAID);
  gtk_editable_set_text (GTK_EDITABLE (reason), "买家说寄 502");
  gtk_widget_activate_default (reason);
  zg_ui_wait_until (find_ship () == NULL);
  g_assert_cmpint (get_state (fixture, first), ==, ZG_ORDER_SHIPPED);
  g_assert_cmpint (get_state (fixture, second), ==, ZG_ORDER_SHIPPED);
  zg_ui_wait_until (says (GTK_WIDGET (window), "2 orders are now “Shipped”"));
  undo (window);
  zg_ui_wait_until (get_state (fixture, first) == ZG_ORDER_PAID && get_state (fixture, second) == ZG_ORDER_PAID);
  zg_ui_fixture_close_window (fixture, window);
}

/* The usual case: the list is done, the courier is known, the number is pasted. Refused is what somebody else changed. */
static void
test_ship (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  gint64 old = add_order (fixture, customer_id, "2026092200001111", ZG_ORDER_COMPLETED);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  g_autoptr (ZgOrder) order = load_order (fixture, old);
  GtkWidget *asked;
  ZgOrderPage *page;

  order->courier = g_strdup ("中通");
  save_order (fixture, order);
  confirm_all (fixture);
  page = open_page (window, id);
  asked = ask (page);
  g_assert_null (zg_ui_find (asked, GTK_TYPE_ENTRY, NULL));
  zg_ui_wait_until (zg_ui_find (asked, GTK_TYPE_LABEL, "中通") != NULL);
  press (asked, "中通");
  g_assert_cmpstr (gtk_editable_get_text (get_row (asked, "Courier")), ==, "中通");
  gtk_editable_set_text (get_row (asked, "Tracking number"), " 78901234567890 ");

  /* Somebody saves it meanwhile. */
  zg_order_free (order);
  order = load_order (fixture, id);
  order->flag = 2;
  save_order (fixture, order);
  confirm_all (fixture);
  gtk_widget_activate_default (asked);
  zg_ui_wait_until (zg_ui_find (asked, GTK_TYPE_LABEL, "Somebody else changed this order meanwhile. What you typed is still here: "
                                                       "look at it and ship again.") != NULL);
  g_assert_cmpint (get_state (fixture, id), ==, ZG_ORDER_PAID);
  g_assert_cmpstr (gtk_editable_get_text (get_row (asked, "Tracking number")), ==, " 78901234567890 ");
  zg_ui_wait_until (find_ship () == NULL || (gtk_widget_activate_default (asked), FALSE));

  zg_order_free (order);
  order = load_order (fixture, id);
  g_assert_cmpint (order->state, ==, ZG_ORDER_SHIPPED);
  g_assert_cmpint (order->flag, ==, 2);
  g_assert_cmpstr (order->courier, ==, "中通");
  g_assert_cmpstr (order->tracking, ==, "78901234567890");
  zg_ui_wait_until (says (GTK_WIDGET (window), "The order is now “Shipped”"));
  undo (window);
  zg_ui_wait_until (get_state (fixture, id) == ZG_ORDER_PAID);

  zg_ui_wait_until (zg_order_page_get_order (page)->state == ZG_ORDER_PAID);
  asked = ask (page);
  gtk_widget_activate_action (asked, "window.close", NULL);
  zg_ui_wait_until (find_ship () == NULL);
  g_assert_cmpint (get_state (fixture, id), ==, ZG_ORDER_PAID);
  zg_ui_fixture_close_window (fixture, window);
}

static guint
count_rows (GtkWidget *screen)
{
  GListModel *model = zg_table_get_model (ZG_TABLE (zg_ui_find (screen, ZG_TYPE_TABLE, NULL)));

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

/* The list has those that could go together, and merges what is chosen of them. */
static void
test_list (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 first = add_order (fixture, customer_id, "2026092100001512", ZG_ORDER_PAID);
  gint64 second = add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window;
  GtkWidget *screen, *bar;
  ZgTableView *view;

  add_order (fixture, customer_id, "2026092200001600", ZG_ORDER_UNPAID);
  window = zg_ui_fixture_open_window (fixture);
  g_assert_true (zg_window_show_screen (window, "orders"));
  screen = GTK_WIDGET (zg_window_get_visible_screen (window));
  zg_ui_wait_until (count_rows (screen) == 3);

  /* All of them: one is not paid, and none is merged. */
  view = zg_table_get_view (ZG_TABLE (zg_ui_find (screen, ZG_TYPE_TABLE, NULL)));
  for (guint i = 0; i < 3; i++)
    zg_table_choice_toggle (view, i);
  bar = zg_ui_find (screen, ZG_TYPE_ORDER_BULK_BAR, NULL);
  g_signal_emit_by_name (zg_ui_find (bar, GTK_TYPE_BUTTON, "Merge"), "clicked");
  zg_ui_wait_until (says (GTK_WIDGET (window), "Order 2026092200001600: The order is not paid. Only paid orders are sent together."));
  g_assert_cmpint (get_parcel (fixture, first), ==, 0);
  zg_table_choice_toggle (view, 1);
  zg_table_choice_toggle (view, 2);
  g_assert_null (zg_ui_find (bar, GTK_TYPE_BUTTON, "Merge"));
  zg_table_choice_toggle (view, 0);

  press (screen, "To merge");
  zg_ui_wait_until (count_rows (screen) == 2);
  zg_table_choice_toggle (view, 0);
  zg_table_choice_toggle (view, 1);
  g_signal_emit_by_name (zg_ui_find (bar, GTK_TYPE_BUTTON, "Merge"), "clicked");
  zg_ui_wait_until (get_parcel (fixture, first) != 0);
  g_assert_cmpint (get_parcel (fixture, first), ==, get_parcel (fixture, second));
  zg_ui_wait_until (count_rows (screen) == 0);
  undo (window);
  zg_ui_wait_until (count_rows (screen) == 2);
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_part (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  g_autoptr (ZgOrder) order = load_order (fixture, id);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *page, *asked, *spin;

  ((ZgOrderItem *) g_ptr_array_index (order->items, 0))->quantity = 3;
  save_order (fixture, order);
  confirm_all (fixture);
  page = GTK_WIDGET (open_page (window, id));
  asked = ask (ZG_ORDER_PAGE (page));
  spin = zg_ui_find (asked, GTK_TYPE_SPIN_BUTTON, NULL);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 3);

  /* Nothing is no shipment. */
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 0);
  gtk_widget_activate_default (asked);
  zg_ui_wait_until (gtk_widget_get_sensitive (zg_ui_find (asked, GTK_TYPE_LABEL, "Ship")) && find_ship () != NULL
                    && zg_ui_find (asked, GTK_TYPE_LABEL, "Say how many pieces leave: one at least.") != NULL);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 1);
  gtk_editable_set_text (get_row (asked, "Tracking number"), "A1");
  gtk_widget_activate_default (asked);
  zg_ui_wait_until (find_ship () == NULL);
  zg_ui_wait_until (says (GTK_WIDGET (window), "Sent: 1, still here: 2"));
  g_assert_cmpint (get_state (fixture, id), ==, ZG_ORDER_PAID);
  zg_ui_wait_until (zg_ui_find (page, ZG_TYPE_SHIPMENTS_CARD, NULL) != NULL);
  g_assert_nonnull (zg_ui_find (zg_ui_find (page, ZG_TYPE_SHIPMENTS_CARD, NULL), GTK_TYPE_LABEL, "云朵针织开衫 ×2"));

  /* The number of the first part is not that of the rest. */
  zg_ui_wait_until (zg_order_page_get_order (ZG_ORDER_PAGE (page))->partly_shipped);
  asked = ask (ZG_ORDER_PAGE (page));
  g_assert_cmpstr (gtk_editable_get_text (get_row (asked, "Tracking number")), ==, "");
  gtk_editable_set_text (get_row (asked, "Tracking number"), "A2");
  gtk_widget_activate_default (asked);
  zg_ui_wait_until (get_state (fixture, id) == ZG_ORDER_SHIPPED);
  zg_ui_wait_until (zg_ui_find (page, GTK_TYPE_LABEL, "A2") != NULL && zg_ui_find (page, GTK_TYPE_LABEL, "A1") != NULL);
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_notice (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  g_autoptr (ZgReply) reply = zg_reply_new ();
  g_autoptr (ZgReply) other = zg_reply_new ();
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *page, *asked;

  reply->title = g_strdup ("已发货");
  reply->body = g_strdup ("{称呼}，单号 {运单号}");
  reply->stages = 1u << ZG_STAGE_SHIPPING;
  zg_ui_fixture_add_reply (fixture, reply);
  other->title = g_strdup ("洗护");
  other->body = g_strdup ("{称呼}，冷水手洗");
  other->stages = 1u << ZG_STAGE_SHIPPING;
  other->use_count = 9;
  zg_ui_fixture_add_reply (fixture, other);
  confirm_all (fixture);

  page = GTK_WIDGET (open_page (window, id));
  g_assert_null (zg_ui_find (page, ZG_TYPE_NOTICE_CARD, NULL));
  asked = ask (ZG_ORDER_PAGE (page));
  gtk_editable_set_text (get_row (asked, "Tracking number"), "YT77");
  gtk_widget_activate_default (asked);
  zg_ui_wait_until (says (page, "It has left; the buyer does not know the number yet"));
  press (page, "Copy the shipping notice");
  zg_ui_wait_until (zg_ui_find (page, ZG_TYPE_NOTICE_CARD, NULL) == NULL);
  zg_ui_assert_clipboard (page, "王小姐，单号 YT77");
  g_assert_cmpuint (zg_ui_fixture_count_copies (fixture, customer_id), ==, 1);

  /* Who takes the entry back has not told them. */
  zg_ui_wait_until (says (GTK_WIDGET (window), "Copied for 王小姐"));
  undo (window);
  zg_ui_wait_until (zg_ui_find (page, ZG_TYPE_NOTICE_CARD, NULL) != NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* What is said above a page fits into the narrowest window, in letters of double size as well. */
static void
test_widths (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  GtkSettings *settings = gtk_settings_get_default ();
  ZgWindow *window;
  GtkWidget *page, *asked;
  int dpi, minimum;

  add_order (fixture, customer_id, "2026092100001512", ZG_ORDER_PAID);
  add_order (fixture, customer_id, "2026092100001513", ZG_ORDER_UNPAID);
  window = zg_ui_fixture_open_window (fixture);
  page = GTK_WIDGET (open_page (window, id));
  zg_ui_wait_until (says (page, "3 orders of this recipient are not shipped"));
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  for (int scale = 1; scale <= 2; scale++)
    {
      g_object_set (settings, "gtk-xft-dpi", scale * 96 * 1024, NULL);
      gtk_widget_measure (zg_ui_find (page, ZG_TYPE_MERGE_CARD, NULL), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 336);
    }
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  asked = ask (ZG_ORDER_PAGE (page));
  gtk_widget_measure (asked, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  gtk_widget_activate_action (asked, "window.close", NULL);
  zg_ui_wait_until (find_ship () == NULL);
  zg_ui_fixture_close_window (fixture, window);
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

  ADD ("/shipping/merge", test_merge);
  ADD ("/shipping/apart", test_apart);
  ADD ("/shipping/addresses", test_addresses);
  ADD ("/shipping/ship", test_ship);
  ADD ("/shipping/part", test_part);
  ADD ("/shipping/notice", test_notice);
  ADD ("/shipping/list", test_list);
  ADD ("/shipping/widths", test_widths);

  return g_test_run ();
}
