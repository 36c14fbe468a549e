/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "customers/zg-customer-facts.h"
#include "customers/zg-customer-follow-ups.h"
#include "customers/zg-fact-row.h"
#include "customers/zg-customer-page.h"
#include "customers/zg-new-customer-window.h"
#include "zg-customer-table.h"
#include "zg-list-page.h"
#include "zg-row-list.h"
#include "zg-table.h"
#include "zg-ui-fixture.h"

static ZgWindow *
open_screen (ZgUiFixture *fixture)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

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

/* A line of the timeline ends with who wrote it. */
static gboolean
is_said (const char *label,
         const char *text)
{
  return g_str_has_prefix (label, text) && (label[strlen (text)] == '\0' || g_str_has_prefix (label + strlen (text), " · "));
}

/* Unlike zg_ui_find() it passes by what lies on a page of a stack that is not shown. */
static gboolean
shows (GtkWidget  *root,
       const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && is_said (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  if (ZG_IS_TABLE_ROW (root))
    return zg_table_row_shows (ZG_TABLE_ROW (root), text);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (shows (child, text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
sees (ZgWindow   *window,
      const char *text)
{
  return shows (GTK_WIDGET (zg_window_get_screen (window, "customers")), text);
}

static void
activate (ZgWindow   *window,
          const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (zg_window_get_screen (window, "customers")), action, NULL);
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Without customers there is one sentence and what to do next. */
static void
test_empty (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  ZgWindow *window = open_screen (fixture);

  zg_ui_wait_until (sees (window, "No customers yet"));

  zg_ui_fixture_close_window (fixture, window);
}

/* Names from outside are shown as they are, and a search that finds nobody keeps the query and offers somebody new. */
static void
test_list (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  ZgWindow *window;
  GtkEditable *entry;

  zg_ui_fixture_add_customer (fixture, "A&B <b> 贸易", "A&B <b>", "18900001010");
  zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  window = open_screen (fixture);
  zg_ui_wait_until (sees (window, "A&B <b> 贸易") && sees (window, "王小姐"));

  entry = GTK_EDITABLE (find (window, GTK_TYPE_SEARCH_ENTRY, NULL));
  gtk_editable_set_text (entry, "2468");
  zg_ui_wait_until (sees (window, "王小姐") && !sees (window, "A&B <b> 贸易"));
  gtk_editable_set_text (entry, "赵<i>");
  zg_ui_wait_until (sees (window, "New customer “赵<i>”"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "赵<i>");
  activate (window, "screen.escape");
  zg_ui_wait_until (sees (window, "A&B <b> 贸易"));

  zg_ui_fixture_close_window (fixture, window);
}

#define MANY 3000

static gboolean
insert_many (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  for (int i = 0; i < MANY; i++)
    {
      g_autoptr (ZgCustomer) customer = zg_customer_new ();
      g_autofree char *name = g_strdup_printf ("客户 %04d", i);

      zg_personal_set (&customer->name, name);
      if (!zg_customer_table_insert (db, customer, ZG_TIME_DAY, 0, error))
        return FALSE;
    }
  return TRUE;
}

static guint
count_rows (GtkWidget *root)
{
  guint n = ZG_IS_TABLE_ROW (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* The table makes as many rows as are in sight, however long the list is: also when it is replaced while a row is
 * chosen. */
static void
test_long_list (ZgUiFixture   *fixture,
                gconstpointer  data)
{
  ZgWindow *window;
  ZgTable *table;
  ZgRowList *list;

  g_assert_true (zg_store_write (fixture->store, insert_many, NULL, NULL));
  window = open_screen (fixture);
  table = ZG_TABLE (find (window, ZG_TYPE_TABLE, NULL));
  zg_ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (table)));

  list = ZG_ROW_LIST (zg_table_get_model (table));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, MANY);
  zg_table_set_selected (table, 100);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpuint (count_rows (GTK_WIDGET (table)), >, 5);
  g_assert_cmpuint (count_rows (GTK_WIDGET (table)), <, 60);
  g_assert_cmpuint (zg_row_list_get_n_live (list), <, 60);

  zg_ui_fixture_add_customer (fixture, "客户 0000a", "", NULL);
  zg_ui_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == MANY + 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpuint (count_rows (GTK_WIDGET (table)), <, 60);
  g_assert_cmpuint (zg_row_list_get_n_live (list), <, 60);

  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
press (GtkWidget *root,
       guint      keyval)
{
  ZgTableView *view = ZG_TABLE_VIEW (zg_ui_find (root, ZG_TYPE_TABLE_VIEW, NULL));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  /* The keys of a class are a shortcut controller of each of its widgets. */
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; G_IS_LIST_MODEL (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (view),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/* The row that is chosen has the focus and is in sight, whatever key leads there; a screen reader hears what it says. */
static void
test_list_keys (ZgUiFixture   *fixture,
                gconstpointer  data)
{
  ZgWindow *window;
  ZgTable *table;
  GtkWidget *row;

  g_assert_true (zg_store_write (fixture->store, insert_many, NULL, NULL));
  window = open_screen (fixture);
  table = ZG_TABLE (find (window, ZG_TYPE_TABLE, NULL));
  zg_ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (table)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gtk_widget_grab_focus (GTK_WIDGET (table));

  g_assert_true (press (GTK_WIDGET (table), GDK_KEY_Down));
  g_assert_cmpuint (zg_table_get_selected (table), ==, 1);
  g_assert_cmpfloat (zg_table_get_place (table), ==, 0);
  g_assert_true (press (GTK_WIDGET (table), GDK_KEY_End));
  g_assert_cmpuint (zg_table_get_selected (table), ==, MANY - 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpfloat (zg_table_get_place (table), >, 38 * (MANY - 100));
  row = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (ZG_IS_TABLE_ROW (row));
  g_assert_true (gtk_widget_has_focus (row));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  g_assert_true (press (GTK_WIDGET (table), GDK_KEY_Page_Up));
  g_assert_cmpuint (zg_table_get_selected (table), <, MANY - 5);
  /* Scrolled out of sight it keeps the focus, and the next key goes from there. */
  zg_table_set_place (table, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (ZG_IS_TABLE_ROW (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_true (press (GTK_WIDGET (table), GDK_KEY_Up));
  g_assert_cmpfloat (zg_table_get_place (table), >, 38 * (MANY - 100));
  g_assert_true (press (GTK_WIDGET (table), GDK_KEY_Home));
  g_assert_cmpuint (zg_table_get_selected (table), ==, 0);

  zg_ui_fixture_close_window (fixture, window);
}

/* The first hit of a search opens with Enter, also when Enter comes before the hits. */
static void
test_search_opens (ZgUiFixture   *fixture,
                   gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window;
  GtkWidget *entry;
  ZgCustomerPage *page;

  zg_ui_fixture_add_customer (fixture, "李静", "李女士", "13900001111");
  window = open_screen (fixture);
  zg_ui_wait_until (sees (window, "李女士"));

  entry = find (window, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2468");
  g_signal_emit_by_name (entry, "activate");
  page = ZG_CUSTOMER_PAGE (find (window, ZG_TYPE_CUSTOMER_PAGE, NULL));
  zg_ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (page)) && sees (window, "138 0000 2468"));
  g_assert_cmpint (zg_record_page_get_id (ZG_RECORD_PAGE (page)), ==, id);

  activate (window, "screen.back");
  zg_ui_wait_until (gtk_widget_get_mapped (find (window, ZG_TYPE_LIST_PAGE, NULL)));

  zg_ui_fixture_close_window (fixture, window);
}

/* Whom the clerk talks to is marked in the list at once. */
static void
test_current (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_screen (fixture);

  zg_ui_wait_until (sees (window, "王小姐"));
  g_assert_false (sees (window, "Talking"));
  zg_session_talk_to (fixture->session, id, 0);
  zg_ui_wait_until (sees (window, "Talking"));
  zg_session_talk_to (fixture->session, 0, 0);
  zg_ui_wait_until (!sees (window, "Talking"));

  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
save_name (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 *id = data;
  g_autoptr (ZgCustomer) customer = zg_customer_table_load (db, *id, error);

  zg_personal_set (&customer->name, "王中雯");
  return zg_customer_table_update (db, customer, ZG_TIME_DAY, error);
}

static ZgCustomer *
load (ZgUiFixture *fixture,
      gint64       id)
{
  ZgDatabase *db = zg_store_get_list_reader (fixture->store, NULL);

  return zg_customer_table_load (db, id, NULL);
}

static GtkEditable *
get_entry (ZgWindow   *window,
           const char *text)
{
  GtkWidget *facts = find (window, ZG_TYPE_CUSTOMER_FACTS, NULL);
  GtkWidget *entry = zg_ui_find (facts, GTK_TYPE_ENTRY, NULL);

  g_assert_nonnull (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, text);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
get_row (ZgWindow   *window,
         const char *text)
{
  GtkWidget *label = zg_ui_find (find (window, ZG_TYPE_CUSTOMER_FACTS, NULL), GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, ZG_TYPE_FACT_ROW);
}

/* F2 on the page of a customer: the name becomes a field. */
static GtkEditable *
edit_name (ZgWindow   *window,
           const char *name)
{
  activate (window, "screen.edit");
  return get_entry (window, name);
}

static gboolean
is_editing (ZgWindow *window)
{
  return zg_record_page_is_editing (ZG_RECORD_PAGE (find (window, ZG_TYPE_CUSTOMER_PAGE, NULL)));
}

static void
press_enter (GtkEditable *entry)
{
  g_signal_emit_by_name (entry, "activate");
}

/* What was typed survives somebody else's change; it is said, and one can keep one's own. Undo brings the old back. */
static void
test_edit (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_screen (fixture);
  g_autoptr (ZgCustomer) saved = NULL;
  g_autoptr (ZgCustomer) undone = NULL;
  GtkEditable *name;

  zg_screen_open (zg_window_get_screen (window, "customers"), id);
  zg_ui_wait_until (sees (window, "138 0000 2468"));
  name = edit_name (window, "王晓雯");
  gtk_editable_set_text (name, "王小雯");
  g_assert_true (zg_store_write (fixture->store, save_name, &id, NULL));
  zg_ui_wait_until (sees (window, "王中雯"));
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "王小雯");
  press_enter (name);
  zg_ui_wait_until (sees (window, "Save mine"));
  g_assert_true (sees (window, "Somebody else changed the name in the meantime. It is now: 王中雯"));
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "王小雯");

  click (find (window, GTK_TYPE_BUTTON, "Save mine"));
  zg_ui_wait_until (!is_editing (window));
  saved = load (fixture, id);
  g_assert_cmpstr (saved->name.text, ==, "王小雯");
  zg_ui_wait_until (sees (window, "王小雯"));

  name = edit_name (window, "王小雯");
  gtk_editable_set_text (name, "王大雯");
  press_enter (name);
  zg_ui_wait_until (sees (window, "王大雯") && !is_editing (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (sees (window, "王小雯"));
  undone = load (fixture, id);
  g_assert_cmpstr (undone->name.text, ==, "王小雯");

  zg_ui_fixture_close_window (fixture, window);
}

/* Several numbers: one is added in its place, put first, and taken away; each is saved as one goes. */
static void
test_parts (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_screen (fixture);
  GtkWidget *facts = find (window, ZG_TYPE_CUSTOMER_FACTS, NULL);
  g_autoptr (ZgCustomer) added = NULL;
  g_autoptr (ZgCustomer) preferred = NULL;
  g_autoptr (ZgCustomer) removed = NULL;
  GtkEditable *number;

  zg_screen_open (zg_window_get_screen (window, "customers"), id);
  zg_ui_wait_until (sees (window, "138 0000 2468"));
  gtk_widget_activate_action (facts, "fact.add", "i", (int) ZG_CUSTOMER_FIELD_PHONES);
  zg_ui_wait_until (is_editing (window));
  number = get_entry (window, "");
  gtk_editable_set_text (number, "13900001111");
  press_enter (number);
  zg_ui_wait_until (sees (window, "139 0000 1111") && !is_editing (window));
  added = load (fixture, id);
  g_assert_cmpuint (added->phones->len, ==, 2);
  g_assert_cmpstr (((ZgCustomerPhone *) added->phones->pdata[1])->phone->digits, ==, "13900001111");

  /* One that nothing is typed into leaves nothing. */
  gtk_widget_activate_action (facts, "fact.add", "i", (int) ZG_CUSTOMER_FIELD_PHONES);
  zg_ui_wait_until (is_editing (window));
  press_enter (get_entry (window, ""));
  g_assert_false (is_editing (window));

  g_signal_emit_by_name (get_row (window, "139 0000 1111"), "intent", (int) ZG_FACT_BEGIN);
  gtk_widget_activate_action (GTK_WIDGET (get_entry (window, "13900001111")), "fact.prefer", NULL);
  zg_ui_wait_until (!is_editing (window));
  preferred = load (fixture, id);
  g_assert_cmpstr (((ZgCustomerPhone *) preferred->phones->pdata[0])->phone->digits, ==, "13900001111");

  g_signal_emit_by_name (get_row (window, "138 0000 2468"), "intent", (int) ZG_FACT_BEGIN);
  gtk_widget_activate_action (GTK_WIDGET (get_entry (window, "13800002468")), "fact.remove", NULL);
  zg_ui_wait_until (!is_editing (window) && !sees (window, "138 0000 2468"));
  removed = load (fixture, id);
  g_assert_cmpuint (removed->phones->len, ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (sees (window, "138 0000 2468"));

  zg_ui_fixture_close_window (fixture, window);
}

/* Esc leaves a field, but what was typed can be had again; and nobody else's page takes its place meanwhile. */
static void
test_leave_field (ZgUiFixture   *fixture,
                  gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 other_id = zg_ui_fixture_add_customer (fixture, "李静", "李女士", "13900001111");
  ZgWindow *window = open_screen (fixture);
  ZgScreen *screen = zg_window_get_screen (window, "customers");
  ZgCustomerPage *page = ZG_CUSTOMER_PAGE (find (window, ZG_TYPE_CUSTOMER_PAGE, NULL));

  zg_screen_open (screen, id);
  zg_ui_wait_until (sees (window, "138 0000 2468"));
  gtk_editable_set_text (edit_name (window, "王晓雯"), "王小雯");
  zg_screen_open (screen, other_id);
  g_assert_cmpint (zg_record_page_get_id (ZG_RECORD_PAGE (page)), ==, id);
  g_assert_true (is_editing (window));

  activate (window, "screen.escape");
  g_assert_false (is_editing (window));
  zg_screen_open (screen, other_id);
  g_assert_cmpint (zg_record_page_get_id (ZG_RECORD_PAGE (page)), ==, other_id);
  zg_ui_wait_until (sees (window, "139 0000 1111"));

  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (is_editing (window));
  g_assert_cmpint (zg_record_page_get_id (ZG_RECORD_PAGE (page)), ==, id);
  get_entry (window, "王小雯");

  zg_ui_fixture_close_window (fixture, window);
}

/* What leaves nothing to find somebody by is not saved, and the row says why. */
static void
test_invalid (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "", "");
  ZgWindow *window = open_screen (fixture);
  GtkEditable *name;

  zg_screen_open (zg_window_get_screen (window, "customers"), id);
  zg_ui_wait_until (sees (window, "Nothing yet"));
  name = edit_name (window, "王晓雯");
  gtk_editable_set_text (name, " ");
  press_enter (name);
  zg_ui_wait_until (sees (window, "Give the customer a name, a phone number or a name on a platform."));
  g_assert_true (is_editing (window));
  activate (window, "screen.escape");
  g_assert_false (is_editing (window));

  zg_ui_fixture_close_window (fixture, window);
}

/* A note stands in the timeline once it is kept, and goes again with undo. */
static void
test_note (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_screen (fixture);
  ZgCustomerPage *page = ZG_CUSTOMER_PAGE (find (window, ZG_TYPE_CUSTOMER_PAGE, NULL));
  GtkWidget *entry;

  zg_screen_open (zg_window_get_screen (window, "customers"), id);
  zg_ui_wait_until (sees (window, "138 0000 2468"));
  zg_customer_page_write_note (page);
  entry = zg_ui_find (GTK_WIDGET (page), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "喜欢黑色");
  g_signal_emit_by_name (entry, "activate");
  zg_ui_wait_until (sees (window, "喜欢黑色"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (!sees (window, "喜欢黑色"));

  zg_ui_fixture_close_window (fixture, window);
}

/* A follow-up stands at the side until it is done; undo opens it again. */
static void
test_follow_up (ZgUiFixture   *fixture,
                gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_screen (fixture);
  ZgCustomerPage *page = ZG_CUSTOMER_PAGE (find (window, ZG_TYPE_CUSTOMER_PAGE, NULL));
  GtkWidget *entry;
  GtkWidget *done;

  zg_screen_open (zg_window_get_screen (window, "customers"), id);
  zg_ui_wait_until (sees (window, "138 0000 2468"));
  zg_customer_page_write_follow_up (page);
  entry = zg_ui_find (GTK_WIDGET (page), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "问围巾");
  g_signal_emit_by_name (entry, "activate");
  zg_ui_wait_until (sees (window, "To follow up") && sees (window, "问围巾") && sees (window, "Tomorrow 10:00"));

  done = zg_ui_find (find (window, ZG_TYPE_CUSTOMER_FOLLOW_UPS, NULL), GTK_TYPE_LIST_BOX_ROW, NULL);
  click (zg_ui_find (done, GTK_TYPE_BUTTON, NULL));
  zg_ui_wait_until (!sees (window, "Tomorrow 10:00") && sees (window, "Got back to them"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (sees (window, "Tomorrow 10:00") && !sees (window, "Got back to them"));

  zg_ui_fixture_close_window (fixture, window);
}

static GtkWindow *
find_new_customer_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ZG_IS_NEW_CUSTOMER_WINDOW (window))
        return window;
    }
  return NULL;
}

/* Somebody who has the same phone is offered before a second entry is made. */
static void
test_same_phone (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_screen (fixture);
  GtkWindow *dialog;
  GtkWidget *contact;

  activate (window, "screen.new");
  dialog = find_new_customer_window ();
  g_assert_nonnull (dialog);
  contact = gtk_widget_get_prev_sibling (zg_ui_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN, NULL));
  gtk_editable_set_text (GTK_EDITABLE (contact), "138 0000 2468");
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Open them") != NULL);
  click (zg_ui_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Open them"));
  zg_ui_wait_until (find_new_customer_window () == NULL && sees (window, "138 0000 2468"));
  g_assert_cmpint (zg_record_page_get_id (ZG_RECORD_PAGE (find (window, ZG_TYPE_CUSTOMER_PAGE, NULL))), ==, id);

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

  add ("/customers/empty", test_empty);
  add ("/customers/list", test_list);
  add ("/customers/long-list", test_long_list);
  add ("/customers/list-keys", test_list_keys);
  add ("/customers/search-opens", test_search_opens);
  add ("/customers/current", test_current);
  add ("/customers/edit", test_edit);
  add ("/customers/leave-field", test_leave_field);
  add ("/customers/parts", test_parts);
  add ("/customers/invalid", test_invalid);
  add ("/customers/note", test_note);
  add ("/customers/follow-up", test_follow_up);
  add ("/customers/same-phone", test_same_phone);

  return g_test_run ();
}
