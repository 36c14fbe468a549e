/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "customers/zg-customer-bulk-bar.h"
#include "zg-list-page.h"
#include "zg-shop-table.h"
#include "zg-table.h"
#include "zg-table-choice.h"
#include "zg-ui-fixture.h"

/* What is done in the list of customers with the columns, and with several customers at once. */

static ZgWindow *
open_screen (ZgUiFixture *fixture)
{
  ZgWindow *window;

  zg_ui_fixture_add_customer (fixture, "甲", "甲", "13800000001");
  zg_ui_fixture_add_customer (fixture, "乙", "乙", "13800000002");
  zg_ui_fixture_add_customer (fixture, "丙", "丙", "13800000003");
  window = zg_ui_fixture_open_window (fixture);
  g_assert_true (zg_window_show_screen (window, "customers"));
  return window;
}

static GtkWidget *
find (ZgWindow   *window,
      GType       type,
      const char *text)
{
  return zg_ui_find (GTK_WIDGET (zg_window_get_screen (window, "customers")), type, text);
}

static ZgTableView *
find_view (ZgWindow *window)
{
  ZgTable *table = ZG_TABLE (find (window, ZG_TYPE_TABLE, NULL));

  zg_ui_wait_until (zg_table_get_model (table) != NULL && g_list_model_get_n_items (zg_table_get_model (table)) == 3);
  return zg_table_get_view (table);
}

static char *
read_setting (ZgUiFixture *fixture)
{
  ZgDatabase *db = zg_store_get_list_reader (fixture->store, NULL);

  return zg_shop_table_get_setting (db, ZG_SETTING_CUSTOMER_COLUMNS, "", NULL);
}

static gboolean
is_kept (ZgUiFixture *fixture,
         const char  *part)
{
  g_autofree char *text = read_setting (fixture);

  return strstr (text, part) != NULL;
}

static gint64
count (ZgUiFixture *fixture,
       const char  *sql)
{
  ZgDatabase *db = zg_store_get_list_reader (fixture->store, NULL);
  gint64 n = -1;

  g_assert_true (zg_database_query_int64 (db, sql, &n, NULL));
  return n;
}

/* A column that was hidden is hidden in the next window, too. */
static void
test_columns (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  ZgWindow *window = open_screen (fixture);
  ZgTable *table = ZG_TABLE (find (window, ZG_TYPE_TABLE, NULL));
  g_autofree char *before = zg_table_dup_hidden (table);
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "phone city"));
  gtk_widget_activate_action (zg_ui_find (GTK_WIDGET (table), GTK_TYPE_MENU_BUTTON, NULL), "columns.city", NULL);
  zg_ui_wait_until (is_kept (fixture, "phone -city"));
  zg_ui_fixture_close_window (fixture, window);

  window = zg_ui_fixture_open_window (fixture);
  g_assert_true (zg_window_show_screen (window, "customers"));
  after = zg_table_dup_hidden (ZG_TABLE (find (window, ZG_TYPE_TABLE, NULL)));
  g_assert_nonnull (strstr (after, "phone -city"));
  zg_ui_fixture_close_window (fixture, window);
}

/* Several are chosen, stay so in another order, and are forgotten with another list. */
static void
test_choice (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgWindow *window = open_screen (fixture);
  ZgTableView *view = find_view (window);
  GtkWidget *bar;

  zg_table_choice_toggle (view, 0);
  zg_table_choice_toggle (view, 2);
  bar = find (window, ZG_TYPE_CUSTOMER_BULK_BAR, NULL);
  g_assert_nonnull (zg_ui_find (bar, GTK_TYPE_LABEL, "2 chosen"));
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_false (zg_table_choice_is_shown (view, 1));
  zg_table_choice_toggle (view, 2);
  zg_table_choice_begin (view, 0);
  zg_table_choice_extend (view, 2);
  g_assert_cmpuint (zg_table_choice_get_size (view), ==, 3);
  zg_table_choice_extend (view, 1);
  g_assert_cmpuint (zg_table_choice_get_size (view), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (zg_window_get_screen (window, "customers")), "screen.escape", NULL);
  g_assert_cmpuint (zg_table_choice_get_size (view), ==, 0);
  g_assert_false (gtk_widget_get_visible (bar));

  zg_table_choice_toggle (view, 0);
  gtk_editable_set_text (GTK_EDITABLE (find (window, GTK_TYPE_SEARCH_ENTRY, NULL)), "乙");
  zg_ui_wait_until (zg_table_choice_get_size (view) == 0);
  zg_ui_fixture_close_window (fixture, window);
}

/* All that were chosen get the tag, and one undo takes it from all. */
static void
test_tag (ZgUiFixture   *fixture,
          gconstpointer  data)
{
  ZgWindow *window = open_screen (fixture);
  ZgTableView *view = find_view (window);
  GtkWidget *bar;

  zg_table_choice_toggle (view, 0);
  zg_table_choice_toggle (view, 1);
  bar = find (window, ZG_TYPE_CUSTOMER_BULK_BAR, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (zg_ui_find (bar, GTK_TYPE_MENU_BUTTON, NULL)));
  gtk_editable_set_text (GTK_EDITABLE (zg_ui_find (bar, GTK_TYPE_ENTRY, NULL)), "送礼");
  g_signal_emit_by_name (zg_ui_find (bar, GTK_TYPE_BUTTON, "Add tag"), "clicked");
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM customer_tag") == 2);
  zg_ui_wait_until (zg_toast_area_undo (zg_screen_get_toast_area (zg_window_get_screen (window, "customers"))));
  zg_ui_wait_until (count (fixture, "SELECT count(*) FROM customer_tag") == 0);
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
  add ("/customer-list/columns", test_columns);
  add ("/customer-list/choice", test_choice);
  add ("/customer-list/tag", test_tag);
  return g_test_run ();
}
