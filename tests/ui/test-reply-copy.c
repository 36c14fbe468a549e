/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "replies/zg-reply-preview.h"
#include "zg-reply-ask.h"
#include "zg-ui-fixture.h"

/* A reply is copied in the window: what is missing is asked first, and the toast takes the entry in the log back. */

#define BEFORE "copied before"
#define DISPLACED "Another reply stands here now; read it and press Enter again."
#define CHANGED "This reply was changed just now; read it and press Enter again."

/* With the Replies screen, once it shows @title. */
static GtkWidget *
open_window (ZgUiFixture *fixture,
             const char  *title)
{
  GtkWidget *window = GTK_WIDGET (zg_ui_fixture_open_window (fixture));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  g_assert_true (zg_window_show_screen (ZG_WINDOW (window), "replies"));
  zg_ui_wait_until (zg_ui_find (window, GTK_TYPE_LABEL, title) != NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (window), BEFORE);
  return window;
}

static GtkEditable *
get_entry (GtkWidget *window)
{
  GtkWidget *screen = GTK_WIDGET (zg_window_get_screen (ZG_WINDOW (window), "replies"));

  return GTK_EDITABLE (zg_ui_find (screen, GTK_TYPE_SEARCH_ENTRY, NULL));
}

/* Enter in the search field. */
static void
enter (GtkWidget *window)
{
  g_signal_emit_by_name (get_entry (window), "activate");
}

static void
click (GtkWidget  *window,
       const char *label)
{
  GtkWidget *button = zg_ui_find (window, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
sees (GtkWidget  *window,
      const char *text)
{
  return zg_ui_find (window, GTK_TYPE_LABEL, text) != NULL;
}

static GtkWidget *
preview_of (GtkWidget *window)
{
  return zg_ui_find (window, ZG_TYPE_REPLY_PREVIEW, NULL);
}

static void
test_toast (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "A&B <b>");
  GtkWidget *window;

  zg_ui_fixture_add_text (fixture, "您好", "{称呼}，您好");
  window = open_window (fixture, "您好");
  zg_ui_wait_until (sees (window, "A&B <b>，您好"));
  enter (window);
  zg_ui_wait_until (zg_ui_find (window, GTK_TYPE_BUTTON, "Undo the entry") != NULL);
  g_assert_true (sees (window, "Copied for A&B <b>"));
  g_assert_cmpint (zg_ui_fixture_count_copies (fixture, customer_id), ==, 1);
  zg_ui_assert_clipboard (window, "A&B <b>，您好");

  click (window, "Undo the entry");
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, customer_id) == 0);
  /* Only the entry is taken back. */
  zg_ui_assert_clipboard (window, "A&B <b>，您好");
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

/* A window that is closed while the toast offers to undo takes all of it with it: the tear-down waits for the session. */
static void
test_close (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  GtkWidget *window;

  zg_ui_fixture_talk_to (fixture, "王小姐");
  zg_ui_fixture_add_text (fixture, "您好", "{称呼}，您好");
  window = open_window (fixture, "您好");
  zg_ui_wait_until (sees (window, "王小姐，您好"));
  enter (window);
  zg_ui_wait_until (zg_ui_find (window, GTK_TYPE_BUTTON, "Undo the entry") != NULL);
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

static void
test_ask (ZgUiFixture   *fixture,
          gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "王小姐");
  GtkWidget *window;
  GtkWidget *entry;

  zg_ui_fixture_add_text (fixture, "核对", "{称呼}，发 {?快递:中通|圆通}，备注 {?备注}");
  window = open_window (fixture, "核对");
  gtk_editable_set_text (get_entry (window), "核对");
  zg_ui_wait_until (zg_ui_find (window, ZG_TYPE_REPLY_ASK, NULL) != NULL);
  enter (window);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (GTK_WINDOW (window)))), ==, "中通");
  zg_ui_assert_clipboard (window, BEFORE);

  /* Escape forgets what was answered, and nothing else. */
  click (window, "圆通");
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_null (zg_ui_find (window, GTK_TYPE_BUTTON, "圆通"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "escape", NULL);
  g_assert_nonnull (zg_ui_find (window, GTK_TYPE_BUTTON, "圆通"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "核对");
  zg_ui_assert_clipboard (window, BEFORE);
  g_assert_cmpint (zg_ui_fixture_count_copies (fixture, customer_id), ==, 0);

  /* Enter moves on, and after the last answer copies. */
  enter (window);
  click (window, "中通");
  zg_ui_assert_clipboard (window, BEFORE);
  entry = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "轻放");
  g_signal_emit_by_name (entry, "activate");
  zg_ui_wait_until (zg_ui_find (window, GTK_TYPE_BUTTON, "Undo the entry") != NULL);
  zg_ui_assert_clipboard (window, "王小姐，发 中通，备注 轻放");
  g_assert_cmpint (zg_ui_fixture_count_copies (fixture, customer_id), ==, 1);
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

/* The field of the only question. */
static GtkEditable *
get_answer (GtkWidget *window)
{
  return GTK_EDITABLE (zg_ui_find (zg_ui_find (window, ZG_TYPE_REPLY_ASK, NULL), GTK_TYPE_ENTRY, NULL));
}

/* Half an answer for one customer does not wait for the next. */
static void
test_half_an_answer (ZgUiFixture   *fixture,
                     gconstpointer  data)
{
  gint64 second_id = zg_ui_fixture_add_customer (fixture, "李小姐", "李小姐", NULL);
  gint64 first_id = zg_ui_fixture_talk_to (fixture, "王小姐");
  gint64 id = zg_ui_fixture_add_text (fixture, "跟进", "{称呼}，关于 {?什么事}，已处理");
  GtkWidget *window = open_window (fixture, "跟进");

  zg_ui_wait_until (zg_ui_find (window, ZG_TYPE_REPLY_ASK, NULL) != NULL);
  enter (window);
  gtk_editable_set_text (get_answer (window), "退款");
  /* What is read anew for the same customer leaves it alone. */
  zg_ui_fixture_rewrite_reply (fixture, id, "处理后", "{称呼}，关于 {?什么事}，已处理");
  zg_ui_wait_until (sees (window, "处理后"));
  g_assert_cmpstr (gtk_editable_get_text (get_answer (window)), ==, "退款");

  zg_session_talk_to (fixture->session, second_id, 0);
  zg_ui_wait_until (sees (window, "李小姐，关于 什\xe2\x81\xa0么\xe2\x81\xa0事\xe2\x81\xa0?，已处理"));
  g_assert_cmpstr (gtk_editable_get_text (get_answer (window)), ==, "");
  zg_session_talk_to (fixture->session, first_id, 0);
  zg_ui_wait_until (sees (window, "王小姐，关于 什\xe2\x81\xa0么\xe2\x81\xa0事\xe2\x81\xa0?，已处理"));
  g_assert_cmpstr (gtk_editable_get_text (get_answer (window)), ==, "");
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

/* A reply that is asked for elsewhere is chosen whatever was searched for, and asks for what is missing; also while
 * somebody else's replies are still being read. */
static void
test_opened (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 first_id = zg_ui_fixture_add_customer (fixture, "王小姐", "王小姐", NULL);
  gint64 id;
  GtkWidget *window;

  zg_ui_fixture_add_text (fixture, "您好", "亲，您好");
  id = zg_ui_fixture_add_text (fixture, "跟进", "{称呼}，关于 {?什么事}，已处理");
  window = open_window (fixture, "跟进");
  gtk_editable_set_text (get_entry (window), "您好");
  zg_ui_wait_until (zg_ui_find (preview_of (window), GTK_TYPE_LABEL, "亲，您好") != NULL);

  zg_session_talk_to (fixture->session, first_id, 0);
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-reply", g_variant_new_int64 (id));
  zg_ui_wait_until (zg_ui_find (preview_of (window), GTK_TYPE_LABEL, "跟进") != NULL);
  zg_ui_wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (get_answer (window))));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "");

  /* And at once where it is there. */
  gtk_editable_set_text (get_entry (window), "您好");
  zg_ui_wait_until (zg_ui_find (preview_of (window), GTK_TYPE_LABEL, "亲，您好") != NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-reply", g_variant_new_int64 (id));
  g_assert_nonnull (zg_ui_find (preview_of (window), GTK_TYPE_LABEL, "跟进"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (get_answer (window))));
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

/* Several messages, one Enter each. */
static void
test_messages (ZgUiFixture   *fixture,
               gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "王小姐");
  GtkWidget *window;

  zg_ui_fixture_add_text (fixture, "两条", "{称呼}，您好" ZG_REPLY_MESSAGE_SEPARATOR "这是尺码表");
  window = open_window (fixture, "两条");
  zg_ui_wait_until (sees (window, "1/2\n王小姐，您好\n\n2/2\n这是尺码表"));
  enter (window);
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, customer_id) == 1 && sees (window, "Copied 1/2 for 王小姐"));
  zg_ui_assert_clipboard (window, "王小姐，您好");
  enter (window);
  zg_ui_wait_until (sees (window, "Copied 2/2 for 王小姐"));
  zg_ui_assert_clipboard (window, "这是尺码表");
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

/* Who turns to somebody else before the clipboard has answered begins there with the first message. */
static void
test_turn_away (ZgUiFixture   *fixture,
                gconstpointer  data)
{
  gint64 second_id = zg_ui_fixture_add_customer (fixture, "李小姐", "李小姐", NULL);
  gint64 first_id = zg_ui_fixture_talk_to (fixture, "王小姐");
  GtkWidget *window;

  zg_ui_fixture_add_text (fixture, "两条", "{称呼}，您好" ZG_REPLY_MESSAGE_SEPARATOR "这是尺码表");
  window = open_window (fixture, "两条");
  zg_ui_wait_until (sees (window, "1/2\n王小姐，您好\n\n2/2\n这是尺码表"));
  enter (window);
  zg_session_talk_to (fixture->session, second_id, 0);
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, first_id) == 1 && sees (window, "Copied 1/2 for 王小姐"));
  zg_ui_wait_until (sees (window, "1/2\n李小姐，您好\n\n2/2\n这是尺码表"));
  enter (window);
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, second_id) == 1);
  zg_ui_assert_clipboard (window, "李小姐，您好");
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

/* What another clerk changes under this one's eyes has to be read before it is copied. */
static void
test_changed (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "王小姐");
  gint64 id = zg_ui_fixture_add_text (fixture, "运费", "{称呼}，包邮");
  GtkWidget *window = open_window (fixture, "运费");

  zg_ui_wait_until (sees (window, "王小姐，包邮"));
  zg_ui_fixture_rewrite_reply (fixture, id, "运费", "{称呼}，邮费自理");
  zg_ui_wait_until (sees (window, "王小姐，邮费自理"));
  enter (window);
  g_assert_true (sees (window, CHANGED));
  zg_ui_assert_clipboard (window, BEFORE);

  enter (window);
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, customer_id) == 1);
  zg_ui_assert_clipboard (window, "王小姐，邮费自理");

  /* Another title is no other text. */
  zg_ui_fixture_rewrite_reply (fixture, id, "邮费", "{称呼}，邮费自理");
  zg_ui_wait_until (sees (window, "邮费"));
  enter (window);
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, customer_id) == 2);
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

/* The last answer copies at once; here it does not. */
static void
test_changed_while_asking (ZgUiFixture   *fixture,
                           gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "王小姐");
  gint64 id = zg_ui_fixture_add_text (fixture, "快递", "{称呼}，发 {?快递:中通|圆通}，包邮");
  GtkWidget *window = open_window (fixture, "快递");

  zg_ui_wait_until (zg_ui_find (window, ZG_TYPE_REPLY_ASK, NULL) != NULL);
  enter (window);
  zg_ui_fixture_rewrite_reply (fixture, id, "快递", "{称呼}，发 {?快递:中通|圆通}，邮费自理");
  zg_ui_wait_until (sees (window, "王小姐，发 快\xe2\x81\xa0递\xe2\x81\xa0?，邮费自理"));
  click (window, "圆通");
  zg_ui_wait_until (sees (window, "王小姐，发 圆通，邮费自理"));
  g_assert_true (sees (window, CHANGED));
  zg_ui_assert_clipboard (window, BEFORE);
  g_assert_cmpint (zg_ui_fixture_count_copies (fixture, customer_id), ==, 0);

  /* Enter comes to the search field. */
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  enter (window);
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, customer_id) == 1);
  zg_ui_assert_clipboard (window, "王小姐，发 圆通，邮费自理");
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

/* Nor is what takes the place of a reply that another clerk has deleted copied unread. */
static void
test_deleted (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_text (fixture, "运费", "亲，包邮");
  GtkWidget *window;

  zg_ui_fixture_add_text (fixture, "偏远地区", "亲，新疆不包邮");
  window = open_window (fixture, "运费");
  zg_ui_wait_until (zg_ui_find (preview_of (window), GTK_TYPE_LABEL, "亲，包邮") != NULL);
  zg_ui_fixture_delete_reply (fixture, id);
  zg_ui_wait_until (zg_ui_find (preview_of (window), GTK_TYPE_LABEL, "亲，新疆不包邮") != NULL);
  enter (window);
  g_assert_true (sees (window, DISPLACED));
  zg_ui_assert_clipboard (window, BEFORE);

  enter (window);
  zg_ui_wait_until (sees (window, "Copied"));
  zg_ui_assert_clipboard (window, "亲，新疆不包邮");
  zg_ui_fixture_close_window (fixture, ZG_WINDOW (window));
}

#define ADD(name, func) \
  g_test_add ("/reply-copy/" name, ZgUiFixture, NULL, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  zg_ui_test_init (&argc, &argv);
  ADD ("toast", test_toast);
  ADD ("close", test_close);
  ADD ("ask", test_ask);
  ADD ("half-an-answer", test_half_an_answer);
  ADD ("opened", test_opened);
  ADD ("messages", test_messages);
  ADD ("turn-away", test_turn_away);
  ADD ("changed", test_changed);
  ADD ("changed-while-asking", test_changed_while_asking);
  ADD ("deleted", test_deleted);

  return g_test_run ();
}
