/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "orders/zg-order-checklist.h"
#include "orders/zg-order-form.h"
#include "orders/zg-order-page.h"
#include "orders/zg-order-printing.h"
#include "orders/zg-ship-window.h"
#include "zg-adaptive-bin.h"
#include "zg-list-page.h"
#include "zg-order-state-table.h"
#include "zg-order-table.h"
#include "zg-pill.h"
#include "zg-record-screen.h"
#include "zg-slip-mark.h"
#include "zg-table-row.h"
#include "zg-ui-fixture.h"

/* The Orders screen: the list and its search, the page, the confirmation list, the gate with its reason, the form. */

static GtkWidget *
open_screen (ZgWindow *window)
{
  g_assert_true (zg_window_show_screen (window, "orders"));
  return GTK_WIDGET (zg_window_get_visible_screen (window));
}

static ZgOrderPage *
open_page (ZgWindow *window,
           gint64    order_id)
{
  GtkWidget *screen = open_screen (window);
  ZgOrderPage *page = ZG_ORDER_PAGE (zg_ui_find (screen, ZG_TYPE_ORDER_PAGE, NULL));

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-order", g_variant_new_int64 (order_id));
  zg_ui_wait_until (zg_order_page_get_order (page) != NULL && zg_record_page_get_id (ZG_RECORD_PAGE (page)) == order_id);
  return page;
}

typedef struct {
  gint64 id;
  ZgOrder *order;
  GPtrArray *ticks;
  GPtrArray *history;
} Look;

static gboolean
look (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Look *job = data;

  job->order = zg_order_table_load (db, job->id, error);
  job->ticks = zg_order_state_table_load_ticks (db, job->id, error);
  job->history = zg_order_state_table_load_history (db, job->id, error);
  return job->order != NULL && job->ticks != NULL && job->history != NULL;
}

static guint
count_ticks (ZgUiFixture *fixture,
             gint64       id)
{
  g_autoptr (GError) error = NULL;
  Look job = { .id = id };
  guint n_ticks;

  zg_store_read (fixture->store, look, &job, &error);
  g_assert_no_error (error);
  n_ticks = job.ticks->len;
  zg_order_free (job.order);
  g_ptr_array_unref (job.ticks);
  g_ptr_array_unref (job.history);
  return n_ticks;
}

static ZgOrder *
load_order (ZgUiFixture *fixture,
            gint64       id,
            char       **reason_out)
{
  g_autoptr (GError) error = NULL;
  Look job = { .id = id };

  zg_store_read (fixture->store, look, &job, &error);
  g_assert_no_error (error);
  if (reason_out != NULL)
    {
      const ZgOrderMove *last = g_ptr_array_index (job.history, job.history->len - 1);

      *reason_out = g_strdup (last->reason);
    }
  g_ptr_array_unref (job.ticks);
  g_ptr_array_unref (job.history);
  return job.order;
}

static gboolean
stands_at (ZgUiFixture  *fixture,
           gint64        id,
           ZgOrderState  state)
{
  g_autoptr (ZgOrder) order = load_order (fixture, id, NULL);

  return order->state == state;
}

static gboolean
is_shown (GtkWidget  *root,
          GType       type,
          const char *text)
{
  GtkWidget *widget = zg_ui_find (root, type, text);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static void
test_list (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "A&B <b>", "13800002468");
  gint64 first = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_UNPAID);
  ZgWindow *window;
  GtkWidget *list, *entry;

  zg_ui_fixture_add_order (fixture, customer_id, "2026092200001512", ZG_ORDER_PAID);
  window = zg_ui_fixture_open_window (fixture);
  list = zg_ui_find (open_screen (window), ZG_TYPE_LIST_PAGE, NULL);
  entry = zg_ui_find (list, GTK_TYPE_SEARCH_ENTRY, NULL);

  /* Names from outside are shown as they are. */
  zg_ui_wait_until (is_shown (list, ZG_TYPE_TABLE_ROW, "A&B <b>"));
  zg_ui_wait_until (is_shown (list, ZG_TYPE_TABLE_ROW, "…512"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "1579");
  zg_ui_wait_until (!is_shown (list, ZG_TYPE_TABLE_ROW, "…512") && is_shown (list, ZG_TYPE_TABLE_ROW, "…579"));
  g_signal_emit_by_name (entry, "activate");
  zg_ui_wait_until (zg_record_page_get_id (ZG_RECORD_PAGE (zg_ui_find (open_screen (window), ZG_TYPE_ORDER_PAGE, NULL)))
                    == first);

  zg_ui_fixture_close_window (fixture, window);
}

static void
test_empty (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *screen = open_screen (window);

  zg_ui_wait_until (is_shown (screen, GTK_TYPE_LABEL, "No orders yet"));
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_tick (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgOrderPage *page = open_page (window, id);
  GtkWidget *checklist = zg_ui_find (GTK_WIDGET (page), ZG_TYPE_ORDER_CHECKLIST, NULL);
  GtkWidget *list = zg_ui_find (checklist, GTK_TYPE_LIST_BOX, NULL);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), ZG_CHECK_QUANTITY);
  GtkWidget *check = zg_ui_find (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON, NULL);

  g_signal_emit_by_name (row, "activate");
  zg_ui_wait_until (count_ticks (fixture, id) == 1);
  zg_ui_wait_until (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));

  /* Undo brings back what was there: nothing. */
  zg_ui_wait_until (is_shown (GTK_WIDGET (window), GTK_TYPE_LABEL, "Ticked “Quantity”"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (count_ticks (fixture, id) == 0);
  zg_ui_wait_until (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));

  gtk_widget_activate_action (GTK_WIDGET (page), "orders.confirm", NULL);
  zg_ui_wait_until (count_ticks (fixture, id) > 1);
  zg_ui_wait_until (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));

  zg_ui_fixture_close_window (fixture, window);
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

/* The gate is asked whatever the way, and shipping with an open list asks for a reason before. */
static void
test_move (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgOrderPage *page = open_page (window, id);
  g_autofree char *reason = NULL;
  g_autoptr (ZgOrder) order = NULL;
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (page), "order.move", "s", "shipped");
  g_assert_nonnull (find_ship ());
  entry = zg_ui_find (find_ship (), GTK_TYPE_ENTRY, NULL);
  zg_ui_wait_until (gtk_widget_get_mapped (entry));
  g_assert_true (stands_at (fixture, id, ZG_ORDER_PAID));

  /* A blank is no reason. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  gtk_widget_activate_default (entry);
  g_assert_true (stands_at (fixture, id, ZG_ORDER_PAID));

  gtk_editable_set_text (GTK_EDITABLE (entry), "客人急用");
  gtk_widget_activate_default (entry);
  zg_ui_wait_until (stands_at (fixture, id, ZG_ORDER_SHIPPED));
  order = load_order (fixture, id, &reason);
  g_assert_cmpstr (reason, ==, "客人急用");
  zg_ui_wait_until (is_shown (GTK_WIDGET (window), GTK_TYPE_LABEL, "The order is now “Shipped”"));
  g_assert_null (find_ship ());

  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (stands_at (fixture, id, ZG_ORDER_PAID));
  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
is_pdf (const char *path)
{
  g_autofree char *bytes = NULL;

  return g_file_get_contents (path, &bytes, NULL, NULL) && g_str_has_prefix (bytes, "%PDF-");
}

static gboolean
slip_is_noted (ZgUiFixture *fixture,
               gint64       id)
{
  g_autoptr (ZgOrder) order = load_order (fixture, id, NULL);

  return order->slip_printed_at != ZG_TIME_NONE && !zg_slip_is_outdated (order);
}

/* What the dialog does without a person: a slip counts as printed, a sheet is nobody's slip. */
static void
test_print (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  g_autofree char *sheet = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *slip = g_build_filename (fixture->folder, "slip.pdf", NULL);
  g_autofree char *nobody = g_build_filename (fixture->folder, "nobody.pdf", NULL);
  gint64 missing = id + 1;

  open_page (window, id);
  zg_order_printing_run (GTK_WINDOW (window), fixture->session, &id, 1, TRUE, sheet);
  zg_ui_wait_until (is_pdf (sheet));
  zg_order_printing_run (GTK_WINDOW (window), fixture->session, &missing, 1, FALSE, nobody);
  zg_ui_wait_until (is_shown (GTK_WIDGET (window), GTK_TYPE_LABEL, "There is no such order.\nSomebody may have deleted it in the meantime."));
  g_assert_false (slip_is_noted (fixture, id));
  g_assert_false (g_file_test (nobody, G_FILE_TEST_EXISTS));

  zg_order_printing_run (GTK_WINDOW (window), fixture->session, &id, 1, FALSE, slip);
  zg_ui_wait_until (slip_is_noted (fixture, id));
  g_assert_true (is_pdf (slip));
  g_remove (sheet);
  g_remove (slip);
  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
change_elsewhere (ZgDatabase    *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  gint64 *id = data;
  g_autoptr (ZgOrder) order = zg_order_table_load (db, *id, error);

  if (order == NULL)
    return FALSE;
  g_free (order->courier);
  order->courier = g_strdup ("顺丰");
  return zg_order_table_update (db, order, error);
}

static GtkEditable *
find_entry (GtkWidget  *root,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found;

      if (GTK_IS_ENTRY (child) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (child)), text))
        return GTK_EDITABLE (child);
      found = find_entry (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Somebody else saves first: what was typed stays, what they wrote is there, and the second save takes both. */
static void
test_form (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgOrderPage *page = open_page (window, id);
  ZgOrderForm *form = ZG_ORDER_FORM (zg_ui_find (GTK_WIDGET (page), ZG_TYPE_ORDER_FORM, NULL));
  g_autoptr (ZgOrder) order = NULL;
  GtkEditable *quantity;

  zg_record_page_edit (ZG_RECORD_PAGE (page));
  g_assert_true (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  g_assert_false (zg_order_form_is_changed (form));
  quantity = find_entry (GTK_WIDGET (form), "1");
  gtk_editable_set_text (quantity, "many");
  g_assert_null (zg_order_form_make_order (form, NULL));
  gtk_editable_set_text (quantity, "3");

  zg_store_write (fixture->store, change_elsewhere, &id, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (form, "save");
  zg_ui_wait_until (find_entry (GTK_WIDGET (form), "顺丰") != NULL);
  g_assert_true (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  g_assert_cmpstr (gtk_editable_get_text (quantity), ==, "3");

  g_signal_emit_by_name (form, "save");
  zg_ui_wait_until (!zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  order = load_order (fixture, id, NULL);
  g_assert_cmpstr (order->courier, ==, "顺丰");
  g_assert_cmpint (((ZgOrderItem *) g_ptr_array_index (order->items, 0))->quantity, ==, 3);

  zg_ui_fixture_close_window (fixture, window);
}

/* Leaving the form loses nothing either: undo brings it back as it was. */
static void
test_cancel (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgOrderPage *page = open_page (window, id);
  ZgOrderForm *form = ZG_ORDER_FORM (zg_ui_find (GTK_WIDGET (page), ZG_TYPE_ORDER_FORM, NULL));
  GtkEditable *quantity;

  zg_record_page_edit (ZG_RECORD_PAGE (page));
  quantity = find_entry (GTK_WIDGET (form), "1");
  gtk_editable_set_text (quantity, "7");
  g_action_group_activate_action (G_ACTION_GROUP (window), "escape", NULL);
  g_assert_false (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));

  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  g_assert_cmpstr (gtk_editable_get_text (quantity), ==, "7");
  zg_ui_fixture_close_window (fixture, window);
}

/* A list of orders says what was bought, and of the lines no price: none is shown instead of nothing to pay. */
static void
test_unknown_price (ZgUiFixture   *fixture,
                    gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *page = GTK_WIDGET (open_page (window, id));
  GtkWidget *price;

  zg_ui_wait_until (zg_ui_find (page, GTK_TYPE_LABEL, "×1") != NULL);
  price = gtk_widget_get_next_sibling (zg_ui_find (page, GTK_TYPE_LABEL, "×1"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (price)), ==, "");
  zg_ui_fixture_close_window (fixture, window);
}

/* F2 in the list: the form opens as soon as the order has been read. */
static void
test_edit_from_list (ZgUiFixture   *fixture,
                     gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgRecordScreen *screen;
  ZgRecordPage *page;

  zg_window_show_screen (window, "orders");
  screen = ZG_RECORD_SCREEN (zg_window_get_screen (window, "orders"));
  page = zg_record_screen_get_page (screen);
  zg_ui_wait_until (zg_list_page_get_selected (zg_record_screen_get_list (screen)) == id);
  gtk_widget_activate_action (GTK_WIDGET (screen), "screen.edit", NULL);
  zg_ui_wait_until (zg_record_page_is_editing (page));
  g_assert_cmpint (zg_record_page_get_id (page), ==, id);
  zg_ui_fixture_close_window (fixture, window);
}

/* Another order does not take the place of what was typed; and what was discarded is never had back in another. */
static void
test_cancel_elsewhere (ZgUiFixture   *fixture,
                       gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  gint64 other_id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001580", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgOrderPage *page = open_page (window, id);
  ZgOrderForm *form = ZG_ORDER_FORM (zg_ui_find (GTK_WIDGET (page), ZG_TYPE_ORDER_FORM, NULL));

  zg_record_page_edit (ZG_RECORD_PAGE (page));
  gtk_editable_set_text (find_entry (GTK_WIDGET (form), "1"), "7");
  zg_screen_open (zg_window_get_screen (window, "orders"), other_id);
  g_assert_nonnull (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Save or cancel what you are editing first"));
  g_assert_true (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  g_assert_cmpint (zg_record_page_get_id (ZG_RECORD_PAGE (page)), ==, id);

  g_action_group_activate_action (G_ACTION_GROUP (window), "escape", NULL);
  g_assert_true (open_page (window, other_id) == page);
  g_assert_false (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));

  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (zg_record_page_is_editing (ZG_RECORD_PAGE (page)));
  g_assert_cmpint (zg_record_page_get_id (ZG_RECORD_PAGE (page)), ==, id);
  g_assert_cmpint (zg_order_form_get_id (form), ==, id);
  g_assert_nonnull (find_entry (GTK_WIDGET (form), "7"));

  zg_ui_fixture_close_window (fixture, window);
}

/* The screen has to fit in what each mode leaves it beside the sidebar. */
static void
test_widths (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  static const struct {
    ZgColumnMode mode;
    int room;
  } cases[] = {
    { ZG_COLUMN_MODE_SLIM, 360 }, { ZG_COLUMN_MODE_NARROW, 640 },
    { ZG_COLUMN_MODE_MEDIUM, 1000 - 200 }, { ZG_COLUMN_MODE_WIDE, 1200 - 200 },
  };
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 id = zg_ui_fixture_add_order (fixture, customer_id, "2026092200001579", ZG_ORDER_PAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgOrderPage *page = open_page (window, id);
  GtkWidget *screen = open_screen (window);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minimum;

      g_object_set (screen, "column-mode", cases[i].mode, NULL);
      gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, cases[i].room);
      gtk_widget_measure (screen, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, cases[i].room);
    }
  zg_ui_fixture_close_window (fixture, window);
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

  ADD ("/orders/list", test_list);
  ADD ("/orders/empty", test_empty);
  ADD ("/orders/tick", test_tick);
  ADD ("/orders/move", test_move);
  ADD ("/orders/print", test_print);
  ADD ("/orders/form", test_form);
  ADD ("/orders/cancel", test_cancel);
  ADD ("/orders/cancel-elsewhere", test_cancel_elsewhere);
  ADD ("/orders/edit-from-list", test_edit_from_list);
  ADD ("/orders/unknown-price", test_unknown_price);
  ADD ("/orders/widths", test_widths);

  return g_test_run ();
}
