/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-clipboard.h"
#include "zg-talk-popover.h"
#include "zg-talk-row.h"
#include "zg-talk-search.h"
#include "zg-ui-fixture.h"

/* The search for whom to talk to, and the clipboard. */

static GtkWidget *
open_popover (ZgWindow *window)
{
  GtkWidget *popover;

  g_action_group_activate_action (G_ACTION_GROUP (window), "switch-customer", NULL);
  popover = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_TALK_POPOVER, NULL);
  g_assert_nonnull (popover);
  zg_ui_wait_until (gtk_widget_get_mapped (popover));

  return popover;
}

static guint
count_rows (GtkWidget *popover)
{
  GtkWidget *list = zg_ui_find (popover, GTK_TYPE_LIST_BOX, NULL);
  guint n_rows = 0;

  if (list == NULL)
    return 0;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows += gtk_widget_get_visible (row);

  return n_rows;
}

static ZgTalkRow *
get_row (GtkWidget *popover,
         int        nth)
{
  GtkListBox *list = GTK_LIST_BOX (zg_ui_find (popover, GTK_TYPE_LIST_BOX, NULL));

  return ZG_TALK_ROW (gtk_list_box_get_row_at_index (list, nth));
}

static void
type (GtkWidget  *popover,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (zg_ui_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL)), text);
}

static void
test_search (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 wang = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 wei = zg_ui_fixture_add_customer (fixture, "魏佳", "魏小姐", "13900000135");
  gint64 first = zg_ui_fixture_add_order (fixture, wang, "20260921088512", ZG_ORDER_PAID);
  gint64 second = zg_ui_fixture_add_order (fixture, wang, "20260922104579", ZG_ORDER_UNPAID);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *popover = open_popover (window);

  /* One line for each open order, and those before whoever has none. */
  type (popover, "wxj");
  zg_ui_wait_until (count_rows (popover) == 3);
  g_assert_cmpint (zg_talk_row_get_customer_id (get_row (popover, 0)), ==, wang);
  g_assert_cmpint (zg_talk_row_get_customer_id (get_row (popover, 1)), ==, wang);
  g_assert_cmpint (zg_talk_row_get_order_id (get_row (popover, 0)) + zg_talk_row_get_order_id (get_row (popover, 1)),
                   ==, first + second);
  g_assert_cmpint (zg_talk_row_get_customer_id (get_row (popover, 2)), ==, wei);

  /* The tail of an order's number finds that order. */
  type (popover, "579");
  zg_ui_wait_until (count_rows (popover) == 1 && zg_talk_row_get_order_id (get_row (popover, 0)) == second);
  g_signal_emit_by_name (zg_ui_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  g_assert_cmpint (zg_session_get_customer_id (fixture->session), ==, wang);
  g_assert_cmpint (zg_session_get_order_id (fixture->session), ==, second);
  zg_ui_wait_until (!gtk_widget_get_mapped (popover));

  /* Nobody found: the query stays. */
  popover = open_popover (window);
  type (popover, "不存在");
  zg_ui_wait_until (zg_ui_find (popover, GTK_TYPE_LABEL, "Nobody found") != NULL);
  gtk_popover_popdown (GTK_POPOVER (popover));

  zg_ui_fixture_close_window (fixture, window);
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (zg_clipboard_copy_finish (GTK_WINDOW (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static void
test_copy (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  g_autofree char *text = NULL;
  gboolean copied = FALSE;

  zg_clipboard_copy_async (GTK_WINDOW (window), "王小姐，A&B <b>", NULL, copied_cb, &copied);
  g_assert_false (copied);
  zg_ui_wait_until (copied);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, read_cb, &text);
  zg_ui_wait_until (text != NULL);
  g_assert_cmpstr (text, ==, "王小姐，A&B <b>");

  zg_ui_fixture_close_window (fixture, window);
}

static void
not_copied_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (zg_clipboard_copy_finish (GTK_WINDOW (object), result, &error));
  g_assert_error (error, ZG_CLIPBOARD_ERROR, ZG_CLIPBOARD_ERROR_NOT_FOCUSED);
  *(gboolean *) user_data = TRUE;
}

/* A window that can't get the focus does not say that it copied. */
static void
test_copy_without_focus (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *front = gtk_window_new ();
  gboolean refused = FALSE;

  gtk_widget_realize (window);
  gtk_window_present (GTK_WINDOW (front));
  zg_ui_wait_until (gtk_window_is_active (GTK_WINDOW (front)));
  g_signal_connect (window, "map", G_CALLBACK (gtk_widget_unmap), NULL);
  zg_clipboard_copy_async (GTK_WINDOW (window), "x", NULL, not_copied_cb, &refused);
  gtk_widget_hide (window);
  zg_ui_wait_until (refused);

  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (front));
}

static void
recognised_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  char **answer = user_data;
  char *text = zg_talk_recognise_finish (ZG_SESSION (object), result, &error);

  g_assert_no_error (error);
  *answer = text != NULL ? text : g_strdup ("");
}

static void
test_recognise (ZgUiFixture   *fixture,
                gconstpointer  data)
{
  static const struct {
    const char *text;
    const char *known;
  } cases[] = {
    { "20260922104579", "20260922104579" },
    { " 13800002468\n", "13800002468" },
    { "138 0000 2468", "138 0000 2468" },
    { "13800002469", "" },
    { "你好", "" },
    { "", "" },
  };
  gint64 wang = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");

  zg_ui_fixture_add_order (fixture, wang, "20260922104579", ZG_ORDER_UNPAID);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = NULL;

      zg_talk_recognise_async (fixture->session, cases[i].text, NULL, recognised_cb, &answer);
      zg_ui_wait_until (answer != NULL);
      g_assert_cmpstr (answer, ==, cases[i].known);
    }
}

#define add(path, func) \
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  add ("/talk/search", test_search);
  add ("/talk/recognise", test_recognise);
  add ("/talk/copy", test_copy);
  g_test_add_func ("/talk/copy-without-focus", test_copy_without_focus);

  return g_test_run ();
}
