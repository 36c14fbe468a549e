/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "orders/zg-order-bulk-bar.h"
#include "orders/zg-order-filter-bar.h"
#include "orders/zg-order-filter-form.h"
#include "zg-list-page.h"
#include "zg-table-choice.h"
#include "zg-table.h"
#include "zg-ui-fixture.h"

/* The list of orders: several chosen, what is done with all of them, filters. */

static gint64 unpaid, paid;

static ZgWindow *
open_screen (ZgUiFixture *fixture)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window;

  unpaid = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_UNPAID);
  paid = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001512", ZG_ORDER_PAID);
  window = zg_ui_fixture_open_window (fixture);
  g_assert_true (zg_window_show_screen (window, "orders"));
  return window;
}

static GtkWidget *
find (ZgWindow   *window,
      GType       type,
      const char *text)
{
  return zg_ui_find (GTK_WIDGET (zg_window_get_screen (window, "orders")), type, text);
}

static guint
count_rows (ZgWindow *window)
{
  GListModel *model = zg_table_get_model (ZG_TABLE (find (window, ZG_TYPE_TABLE, NULL)));

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static ZgTableView *
find_view (ZgWindow *window)
{
  zg_ui_wait_until (count_rows (window) == 2);
  return zg_table_get_view (ZG_TABLE (find (window, ZG_TYPE_TABLE, NULL)));
}

static gint64
state_of (ZgUiFixture *fixture,
          gint64       id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT state FROM shop_order WHERE id = %" G_GINT64_FORMAT, id);
  gint64 state = -1;

  g_assert_true (zg_database_query_int64 (zg_store_get_list_reader (fixture->store, NULL), sql, &state, NULL));
  return state;
}

static GtkWidget *
find_window (const char *title)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (g_strcmp0 (gtk_window_get_title (at->data), title) == 0)
      return at->data;
  return NULL;
}

/* One of two may be packed: it is, the other is listed with the reason, and undo takes back what was done. */
static void
test_move (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  ZgWindow *window = open_screen (fixture);
  ZgTableView *view = find_view (window);
  ZgToastArea *toasts = zg_screen_get_toast_area (zg_window_get_screen (window, "orders"));
  GtkWidget *bar, *refusals;

  zg_table_choice_toggle (view, 0);
  zg_table_choice_toggle (view, 1);
  bar = find (window, ZG_TYPE_ORDER_BULK_BAR, NULL);
  g_assert_nonnull (zg_ui_find (bar, GTK_TYPE_LABEL, "2 orders chosen"));
  g_signal_emit_by_name (zg_ui_find (bar, GTK_TYPE_BUTTON, "Mark as packed"), "clicked");
  zg_ui_wait_until (find_window ("1 order was refused") != NULL);
  refusals = find_window ("1 order was refused");
  g_assert_nonnull (zg_ui_find (refusals, GTK_TYPE_LABEL, "The order is not paid yet. Mark it as paid first."));
  g_assert_nonnull (zg_ui_find (refusals, GTK_TYPE_LABEL, "…579  王小姐"));
  g_assert_cmpint (state_of (fixture, paid), ==, ZG_ORDER_PACKED);
  g_assert_cmpint (state_of (fixture, unpaid), ==, ZG_ORDER_UNPAID);

  gtk_window_close (GTK_WINDOW (refusals));
  zg_ui_wait_until (find_window ("1 order was refused") == NULL);
  zg_ui_wait_until (zg_toast_area_undo (toasts));
  zg_ui_wait_until (state_of (fixture, paid) == ZG_ORDER_PAID);
  zg_ui_fixture_close_window (fixture, window);
}

/* A row of the refused opens its order. */
static void
test_open_refused (ZgUiFixture   *fixture,
                   gconstpointer  data)
{
  ZgWindow *window = open_screen (fixture);
  ZgTableView *view = find_view (window);
  GtkWidget *row;

  zg_table_choice_toggle (view, 0);
  zg_table_choice_toggle (view, 1);
  g_signal_emit_by_name (zg_ui_find (find (window, ZG_TYPE_ORDER_BULK_BAR, NULL), GTK_TYPE_BUTTON, "Mark as packed"), "clicked");
  zg_ui_wait_until (find_window ("1 order was refused") != NULL);
  row = zg_ui_find (find_window ("1 order was refused"), ADW_TYPE_ACTION_ROW, NULL);
  gtk_widget_activate (row);
  zg_ui_wait_until (find (window, GTK_TYPE_LABEL, "2026092200001579") != NULL);
  zg_ui_wait_until (find_window ("1 order was refused") == NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* What is chosen in the form is filtered for at once, stands behind the filters in words, and goes with a click. */
static void
test_filter (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgWindow *window = open_screen (fixture);
  GtkWidget *pill, *button, *form, *popover, *toggle;

  find_view (window);
  pill = gtk_widget_get_first_child (find (window, ZG_TYPE_ORDER_FILTER_BAR, NULL));
  button = find (window, GTK_TYPE_MENU_BUTTON, NULL);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_false (gtk_widget_get_visible (pill));

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  form = zg_ui_find (popover, ZG_TYPE_ORDER_FILTER_FORM, NULL);
  toggle = gtk_widget_get_ancestor (zg_ui_find (form, GTK_TYPE_LABEL, "Paid"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  zg_ui_wait_until (count_rows (window) == 1);
  g_assert_true (gtk_widget_get_visible (pill));
  g_assert_nonnull (zg_ui_find (pill, GTK_TYPE_LABEL, "Paid"));
  zg_ui_wait_until (zg_ui_find (popover, GTK_TYPE_LABEL, "1 order") != NULL);
  gtk_popover_popdown (GTK_POPOVER (popover));

  g_signal_emit_by_name (pill, "clicked");
  zg_ui_wait_until (count_rows (window) == 2);
  g_assert_false (gtk_widget_get_visible (pill));
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
  add ("/order-list/move", test_move);
  add ("/order-list/open-refused", test_open_refused);
  add ("/order-list/filter", test_filter);
  return g_test_run ();
}
