/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-adaptive-bin.h"
#include "zg-badge.h"
#include "zg-customer-chip.h"
#include "zg-first-start.h"
#include "import/zg-reply-import-window.h"
#include "zg-importer.h"
#include "zg-order-table.h"
#include "zg-recent-strip.h"
#include "zg-reply-table.h"
#include "zg-sidebar.h"
#include "zg-talk-popover.h"
#include "zg-ui-fixture.h"

static void
test_modes (void)
{
  static const struct {
    int width;
    ZgColumnMode mode;
  } cases[] = {
    { 360, ZG_COLUMN_MODE_SLIM }, { 639, ZG_COLUMN_MODE_SLIM },
    { 640, ZG_COLUMN_MODE_NARROW }, { 999, ZG_COLUMN_MODE_NARROW },
    { 1000, ZG_COLUMN_MODE_MEDIUM }, { 1199, ZG_COLUMN_MODE_MEDIUM },
    { 1200, ZG_COLUMN_MODE_WIDE }, { 4000, ZG_COLUMN_MODE_WIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (zg_column_mode_for_width (cases[i].width), ==, cases[i].mode);
}

static void
test_screens (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  static const char * const names[] = { "replies", "customers", "orders" };
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ZgScreen *screen;
      gsize n_hints = 0;

      g_action_group_activate_action (G_ACTION_GROUP (window), "show-screen", g_variant_new_string (names[i]));
      screen = zg_window_get_visible_screen (window);
      g_assert_true (screen == zg_window_get_screen (window, names[i]));
      g_assert_nonnull (zg_screen_get_hints (screen, &n_hints));
      g_assert_cmpint (n_hints, >=, 1);
      g_assert_cmpint (n_hints, <=, 7);
      g_assert_nonnull (zg_screen_get_toast_area (screen));
    }
  g_assert_false (zg_window_show_screen (window, "today"));

  zg_ui_fixture_close_window (fixture, window);
}

static void
test_actions (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *name;
    const char *parameter;
  } actions[] = {
    { "show-screen", "s" }, { "open-customer", "x" }, { "open-order", "x" }, { "open-reply", "x" }, { "talk-to", "(xx)" },
    { "recent", "i" }, { "new-customer", "s" }, { "no-customer", NULL }, { "switch-customer", NULL },
    { "toast", "s" }, { "new", NULL }, { "undo", NULL }, { "edit", NULL }, { "find", NULL },
    { "back", NULL }, { "escape", NULL }, { "back-up", NULL }, { "restore", NULL }, { "preferences", NULL },
    { "clerk", "x" }, { "new-clerk", NULL }, { "import", NULL }, { "imported", "(xxb)" }, { "shortcuts", NULL },
    { "import-contacts", NULL }, { "contacts-imported", "(xx)" },
    { "export-customers", NULL },
  };
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const GVariantType *type = NULL;

      if (!g_action_group_query_action (G_ACTION_GROUP (window), actions[i].name, NULL, &type, NULL, NULL, NULL))
        g_error ("no action %s", actions[i].name);
      if (actions[i].parameter == NULL)
        g_assert_null (type);
      else
        g_assert_true (g_variant_type_equal (type, actions[i].parameter));
    }

  zg_ui_fixture_close_window (fixture, window);
}

static ZgColumnMode
get_mode (ZgWindow *window)
{
  return zg_adaptive_bin_get_column_mode (ZG_ADAPTIVE_BIN (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_ADAPTIVE_BIN, NULL)));
}

static void
test_widths (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  AdwFlap *flap = ADW_FLAP (zg_ui_find (GTK_WIDGET (window), ADW_TYPE_FLAP, NULL));
  int minimum;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 372);

  gtk_window_set_default_size (GTK_WINDOW (window), 372, 700);
  zg_ui_wait_until (get_mode (window) == ZG_COLUMN_MODE_SLIM);
  g_assert_true (adw_flap_get_fold_policy (flap) == ADW_FLAP_FOLD_POLICY_ALWAYS);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  gtk_window_set_default_size (GTK_WINDOW (window), 1278, 780);
  zg_ui_wait_until (get_mode (window) == ZG_COLUMN_MODE_WIDE);
  g_assert_true (adw_flap_get_fold_policy (flap) == ADW_FLAP_FOLD_POLICY_NEVER);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  zg_ui_fixture_close_window (fixture, window);
}

/* A window of 720 pixels with letters twice as large is a strip, and has room for all of it. */
static void
test_large_text (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  static const char * const names[] = { "replies", "customers", "orders" };
  GtkSettings *settings = gtk_settings_get_default ();
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window;

  zg_ui_fixture_add_order (fixture, customer_id, "20260922104579", ZG_ORDER_UNPAID);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  window = zg_ui_fixture_open_window (fixture);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 700);
  zg_ui_wait_until (get_mode (window) == ZG_COLUMN_MODE_SLIM);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *content = gtk_widget_get_first_child (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_ADAPTIVE_BIN, NULL));
      int minimum;

      g_action_group_activate_action (G_ACTION_GROUP (window), "show-screen", g_variant_new_string (names[i]));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 720);
    }

  zg_ui_fixture_close_window (fixture, window);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* Names from outside are shown as they are. */
static void
test_chip (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "A&B <b> 贸易", "A&B <b>", "18900001010");
  gint64 order_id = zg_ui_fixture_add_order (fixture, customer_id, "20260922104579", ZG_ORDER_UNPAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *chip = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_CUSTOMER_CHIP, NULL);
  GtkWidget *strip = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_RECENT_STRIP, NULL);

  g_assert_null (zg_ui_find (chip, GTK_TYPE_LABEL, "A&B <b>"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "talk-to", g_variant_new ("(xx)", customer_id, order_id));
  g_assert_cmpint (zg_session_get_customer_id (fixture->session), ==, customer_id);
  g_assert_nonnull (zg_ui_find (chip, GTK_TYPE_LABEL, "A&B <b>"));
  g_assert_nonnull (zg_ui_find (chip, GTK_TYPE_LABEL, "Unpaid"));
  gtk_test_accessible_assert_property (zg_ui_find (chip, GTK_TYPE_MENU_BUTTON, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Talking to A&B <b>");

  /* Written in the background, then shown. */
  zg_ui_wait_until (zg_ui_find (strip, GTK_TYPE_LABEL, "A&B <b>") != NULL);

  g_action_group_activate_action (G_ACTION_GROUP (window), "no-customer", NULL);
  g_assert_null (zg_ui_find (chip, GTK_TYPE_LABEL, "A&B <b>"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "recent", g_variant_new_int32 (1));
  g_assert_cmpint (zg_session_get_customer_id (fixture->session), ==, customer_id);
  g_assert_cmpint (zg_session_get_order_id (fixture->session), ==, order_id);

  zg_ui_fixture_close_window (fixture, window);
}

/* A button without words needs a name for those who do not see its picture. */
static void
assert_buttons_named (GtkWidget *widget)
{
  if (ZG_IS_SCREEN (widget) || GTK_IS_WINDOW_CONTROLS (widget) || !gtk_widget_get_visible (widget))
    return;
  if ((GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)) && zg_ui_find (widget, GTK_TYPE_LABEL, NULL) == NULL
      && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_buttons_named (child);
}

static void
test_accessible (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *sidebar = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_SIDEBAR, NULL);
  GtkWidget *list = zg_ui_find (sidebar, GTK_TYPE_LIST_BOX, NULL);

  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Screens");
  g_assert_nonnull (zg_ui_find (list, GTK_TYPE_LABEL, "Replies"));
  g_assert_nonnull (zg_ui_find (list, GTK_TYPE_LABEL, "Customers"));
  g_assert_nonnull (zg_ui_find (list, GTK_TYPE_LABEL, "Orders"));
  assert_buttons_named (GTK_WIDGET (window));

  zg_ui_fixture_close_window (fixture, window);
}

/* Whoever has one open order is talked to about that one; of two the clerk chooses. */
static void
test_only_open_order (ZgUiFixture   *fixture,
                      gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 order_id = zg_ui_fixture_add_order (fixture, customer_id, "20260922104579", ZG_ORDER_UNPAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  zg_ui_fixture_add_order (fixture, customer_id, "20260922104581", ZG_ORDER_COMPLETED);
  g_action_group_activate_action (G_ACTION_GROUP (window), "talk-to",
                                  g_variant_new ("(xx)", customer_id, G_GINT64_CONSTANT (0)));
  g_assert_cmpint (zg_session_get_order_id (fixture->session), ==, order_id);

  zg_ui_fixture_add_order (fixture, customer_id, "20260922104582", ZG_ORDER_PAID);
  g_action_group_activate_action (G_ACTION_GROUP (window), "talk-to",
                                  g_variant_new ("(xx)", customer_id, G_GINT64_CONSTANT (0)));
  g_assert_cmpint (zg_session_get_order_id (fixture->session), ==, 0);

  zg_ui_fixture_close_window (fixture, window);
}

static GtkWindow *
find_dialog (ZgWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return toplevel;
    }
  return NULL;
}

/* A window is not closed over what was typed: it asks, on the screen where it was typed. */
static void
test_unsaved (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *customers;
  GtkWidget *name;

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-customer", g_variant_new_int64 (customer_id));
  customers = GTK_WIDGET (zg_window_get_visible_screen (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), "edit", NULL);
  /* The form is filled once the customer is read. */
  zg_ui_wait_until ((name = zg_ui_find (customers, GTK_TYPE_ENTRY, NULL)) != NULL
                    && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (name)), "王晓雯"));
  g_assert_true (zg_window_may_close (window));
  gtk_editable_set_text (GTK_EDITABLE (name), "王晓文");
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-screen", g_variant_new_string ("orders"));

  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (zg_window_get_visible_screen (window) == ZG_SCREEN (customers));
  g_assert_nonnull (find_dialog (window));
  gtk_window_destroy (find_dialog (window));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "王晓文");

  zg_ui_fixture_close_window (fixture, window);
}

static void
enter (GtkWidget  *page,
       guint       nth,
       const char *text)
{
  GtkWidget *list = zg_ui_find (page, GTK_TYPE_LIST_BOX, NULL);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), nth);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static guint
count_replies (ZgUiFixture *fixture)
{
  g_autoptr (GPtrArray) replies = zg_reply_table_load_all (zg_store_get_list_reader (fixture->store, NULL), NULL);

  return replies->len;
}

static void
assert_enabled (ZgWindow   *window,
                const char *action,
                gboolean    enabled)
{
  if (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action) != enabled)
    g_error ("%s is %s", action, enabled ? "disabled" : "enabled");
}

/* Without a shop there is nobody to talk to and nothing to show; a key that asks for it does nothing. */
static void
test_first_start_actions (ZgUiFixture   *fixture,
                          gconstpointer  data)
{
  static const char * const of_a_shop[] = {
    "switch-customer", "show-screen", "new-customer", "recent", "find", "new", "edit", "undo", "preferences", "back-up",
    "import-contacts",
  };
  static const char * const of_any_time[] = { "import", "restore", "shortcuts" };
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *page = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_FIRST_START, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (of_a_shop); i++)
    assert_enabled (window, of_a_shop[i], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (of_any_time); i++)
    assert_enabled (window, of_any_time[i], TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (window), "switch-customer", NULL);
  g_assert_null (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_TALK_POPOVER, NULL));

  /* What was answered is kept when an import is asked for, and the shop is open behind it. */
  enter (page, 0, "青禾小铺");
  g_action_group_activate_action (G_ACTION_GROUP (window), "import", NULL);
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_FIRST_START, NULL) == NULL);
  g_assert_cmpstr (zg_shop_profile_get_shop_name (zg_session_get_profile (fixture->session)), ==, "青禾小铺");
  for (guint i = 0; i < G_N_ELEMENTS (of_a_shop); i++)
    assert_enabled (window, of_a_shop[i], TRUE);

  zg_ui_fixture_close_window (fixture, window);
}

/* After its window is closed an import can still be taken back, by the message and by Ctrl+Z. */
static void
test_imported (ZgUiFixture   *fixture,
               gconstpointer  data)
{
  static const char export[] =
    "订单编号,买家会员名,买家实际支付金额,总金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,宝贝标题,宝贝总数量\n"
    "2026092210001,青禾,0,59,等待买家付款,赵一诺,浙江省 杭州市 西湖区 文三路,13900007713,2026-09-22 10:00:00,帆布包,1\n";
  g_autofree char *path = g_build_filename (fixture->folder, "orders.csv", NULL);
  ZgImportOptions options = { .clock = fixture->clock };
  g_autoptr (ZgImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  g_assert_true (g_file_set_contents (path, export, -1, NULL));
  result = zg_importer_run (fixture->store, path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->counts.orders_new, ==, 1);

  g_action_group_activate_action (G_ACTION_GROUP (window), "imported",
                                  g_variant_new ("(xxb)", result->import_id, G_GINT64_CONSTANT (1), TRUE));
  g_assert_true (zg_window_get_visible_screen (window) == zg_window_get_screen (window, "orders"));
  g_assert_nonnull (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Imported 1 order"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                "The import was taken back; the shop is as it was before.") != NULL);
  g_assert_cmpint (zg_order_table_find_by_number (zg_store_get_list_reader (fixture->store, NULL), "2026092210001", NULL),
                   ==, 0);

  zg_ui_fixture_close_window (fixture, window);
  remove (path);
}

static GtkWidget *
open_reply_import (ZgUiFixture *fixture,
                   ZgWindow    *window,
                   const char  *path,
                   const char  *text,
                   const char  *button)
{
  GtkWidget *import;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  import = GTK_WIDGET (zg_reply_import_window_new (GTK_WINDOW (window), fixture->session, path));
  gtk_window_present (GTK_WINDOW (import));
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_BUTTON, button) != NULL);
  return import;
}

/* Nothing is written before the button is pressed; then all can be taken back. Texts are shown as they are. */
static void
test_import_replies (ZgUiFixture   *fixture,
                     gconstpointer  data)
{
  static const char text[] = "group,title,shortcode,body\n问候,A&B <b>,abz,=1+1\n问候,再见,bye,慢走\n问候,空的,kd,\n";
  g_autofree char *path = g_build_filename (fixture->folder, "replies.csv", NULL);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  int n = count_replies (fixture);
  GtkWidget *import = open_reply_import (fixture, window, path, text, "Import 2 replies");

  g_assert_nonnull (zg_ui_find (import, GTK_TYPE_LABEL, "Line 4"));
  g_assert_nonnull (zg_ui_find (import, GTK_TYPE_LABEL, "A&B <b> · 问候"));
  g_assert_nonnull (zg_ui_find (import, GTK_TYPE_LABEL, "=1+1"));
  gtk_widget_activate_action (import, "import.cancel", NULL);
  g_assert_cmpint (count_replies (fixture), ==, n);

  import = open_reply_import (fixture, window, path, text, "Import 2 replies");
  gtk_widget_activate_action (import, "import.go", NULL);
  zg_ui_wait_until ((int) count_replies (fixture) == n + 2);
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Imported 2 replies") != NULL);

  import = open_reply_import (fixture, window, path, "shortcode,body\nbye,慢慢走\nabz,=1+1\n", "Import 1 reply");
  g_assert_nonnull (zg_ui_find (import, GTK_TYPE_LABEL, "Text: 慢走 → 慢慢走"));
  gtk_widget_activate_action (import, "import.cancel", NULL);

  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until ((int) count_replies (fixture) == n);
  zg_ui_fixture_close_window (fixture, window);
  remove (path);
}

static void
test_first_start (ZgUiFixture   *fixture,
                  gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgShopProfile *profile = zg_session_get_profile (fixture->session);
  GtkWidget *page = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_FIRST_START, NULL);

  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_child_visible (page));
  enter (page, 0, "  A&B <b>  ");
  g_signal_emit_by_name (zg_ui_find (page, GTK_TYPE_BUTTON, "Open the shop"), "clicked");
  zg_ui_wait_until (zg_shop_profile_get_set_up (profile));

  g_assert_cmpstr (zg_shop_profile_get_shop_name (profile), ==, "A&B <b>");
  g_assert_cmpstr (zg_shop_profile_get_clerk_name (profile), ==, "Owner");
  g_assert_cmpint (count_replies (fixture), >=, 40);
  g_assert_null (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_FIRST_START, NULL));
  g_assert_nonnull (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "A&B <b>"));

  zg_ui_fixture_close_window (fixture, window);
}

/* What the welcome page promises: one step takes the ready-made replies out again, and another puts them in. */
static void
test_preferences (ZgUiFixture   *fixture,
                  gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (window), "preferences", NULL);
  dialog = GTK_WIDGET (find_dialog (window));
  g_signal_emit_by_name (zg_ui_find (dialog, GTK_TYPE_BUTTON, "Put in"), "clicked");
  zg_ui_wait_until (zg_ui_find (dialog, GTK_TYPE_BUTTON, "Take out") != NULL);
  g_assert_cmpint (count_replies (fixture), >=, 40);
  g_signal_emit_by_name (zg_ui_find (dialog, GTK_TYPE_BUTTON, "Take out"), "clicked");
  zg_ui_wait_until (zg_ui_find (dialog, GTK_TYPE_BUTTON, "Put in") != NULL);
  g_assert_cmpint (count_replies (fixture), ==, 0);

  /* A new name counts without the button that applies it. */
  gtk_editable_set_text (GTK_EDITABLE (zg_ui_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), " 新禾小铺 ");
  gtk_window_close (GTK_WINDOW (dialog));
  zg_ui_wait_until (g_str_equal (zg_shop_profile_get_shop_name (zg_session_get_profile (fixture->session)), "新禾小铺"));

  zg_ui_fixture_close_window (fixture, window);
}

static void
test_clerk (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgShopProfile *profile = zg_session_get_profile (fixture->session);
  gint64 first = zg_shop_profile_get_clerk_id (profile);
  g_autoptr (GVariant) state = NULL;

  zg_shop_profile_add_clerk (profile, "小林_A", "05");
  zg_ui_wait_until (zg_shop_profile_get_clerk_id (profile) != first);
  g_assert_nonnull (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "小林_A · no. 05"));
  state = g_action_group_get_action_state (G_ACTION_GROUP (window), "clerk");
  g_assert_cmpint (g_variant_get_int64 (state), ==, zg_shop_profile_get_clerk_id (profile));

  g_action_group_change_action_state (G_ACTION_GROUP (window), "clerk", g_variant_new_int64 (first));
  zg_ui_wait_until (zg_shop_profile_get_clerk_id (profile) == first);

  zg_ui_fixture_close_window (fixture, window);
}

static void
test_badges (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *sidebar = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_SIDEBAR, NULL);
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");

  g_assert_null (zg_ui_find (sidebar, ZG_TYPE_BADGE, NULL));
  zg_ui_fixture_add_order (fixture, customer_id, "20260922104579", ZG_ORDER_UNPAID);
  zg_ui_fixture_add_order (fixture, customer_id, "20260922104580", ZG_ORDER_PAID);
  zg_ui_fixture_add_order (fixture, customer_id, "20260922104581", ZG_ORDER_COMPLETED);
  zg_ui_wait_until (zg_ui_find (sidebar, GTK_TYPE_LABEL, "2") != NULL);

  zg_ui_fixture_close_window (fixture, window);
}

/* Every dialog of the window comes up and goes away without a warning. */
static void
test_dialogs (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  static const char * const names[] = { "preferences", "restore", "new-clerk", "shortcuts" };
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWindow *dialog;

      g_action_group_activate_action (G_ACTION_GROUP (window), names[i], NULL);
      dialog = find_dialog (window);
      g_assert_nonnull (dialog);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
      gtk_window_destroy (dialog);
    }

  zg_ui_fixture_close_window (fixture, window);
}

#define add(path, func) \
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  g_test_add_func ("/window/modes", test_modes);
  add ("/window/screens", test_screens);
  add ("/window/actions", test_actions);
  add ("/window/widths", test_widths);
  add ("/window/large-text", test_large_text);
  add ("/window/chip", test_chip);
  add ("/window/accessible", test_accessible);
  add ("/window/preferences", test_preferences);
  add ("/window/clerk", test_clerk);
  add ("/window/badges", test_badges);
  add ("/window/dialogs", test_dialogs);
  add ("/window/imported", test_imported);
  add ("/window/import-replies", test_import_replies);
  add ("/window/only-open-order", test_only_open_order);
  add ("/window/unsaved", test_unsaved);
  g_test_add ("/window/first-start-actions", ZgUiFixture, "new", zg_ui_fixture_set_up, test_first_start_actions,
              zg_ui_fixture_tear_down);
  g_test_add ("/window/first-start", ZgUiFixture, "new", zg_ui_fixture_set_up, test_first_start,
              zg_ui_fixture_tear_down);

  return g_test_run ();
}
