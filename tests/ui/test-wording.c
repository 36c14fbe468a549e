/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "preferences/zg-wording-change.h"
#include "preferences/zg-wording-entry-window.h"
#include "preferences/zg-wording-window.h"
#include "zg-reply-table.h"
#include "zg-ui-fixture.h"
#include "zg-wording-hint.h"
#include "zg-wording-list.h"
#include "zg-wording-table.h"

/* The wording check in the window: the quiet line under a text, and the page of the word list. */

#define BODY "{称呼|亲}，保证今天发出，顶级面料，没有任何问题。"

static gboolean
add_reply (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (ZgReply) reply = zg_reply_new ();

  g_free (reply->title);
  reply->title = g_strdup ("什么时候发");
  g_free (reply->body);
  reply->body = g_strdup (data);
  reply->group_id = zg_reply_table_ensure_group (db, "发货", error);
  return zg_shop_table_set_setting (db, ZG_SETTING_WORDING_LANGUAGE, "zh_CN", error)
         && reply->group_id != 0 && zg_reply_table_insert (db, reply, ZG_TIME_SECOND, error);
}

static void
save (ZgUiFixture *fixture,
      ZgStoreFunc  func,
      gpointer     data)
{
  g_autoptr (GError) error = NULL;

  zg_store_write (fixture->store, func, data, &error);
  g_assert_no_error (error);
}

static gboolean
hint_says (ZgWindow   *window,
           const char *text)
{
  GtkWidget *hint = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_WORDING_HINT, NULL);

  return hint != NULL && zg_ui_find (hint, GTK_TYPE_LABEL, text) != NULL;
}

static void
click (ZgWindow   *window,
       const char *label)
{
  GtkWidget *text = zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, label);

  g_assert_nonnull (text);
  g_signal_emit_by_name (gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON), "clicked");
}

/* One word after the other is replaced in the text that is copied; the reply stays as it is. */
static void
test_hint (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) replies = NULL;
  ZgWindow *window;

  save (fixture, add_reply, BODY);
  window = zg_ui_fixture_open_window (fixture);
  zg_ui_wait_until (hint_says (window, "“保证”: Promise that may not hold"));
  g_assert_true (hint_says (window, "Only a reminder · 1 more"));

  click (window, "Say “尽量”");
  g_assert_nonnull (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "亲，尽量今天发出，顶级面料，没有任何问题。"));
  g_assert_true (hint_says (window, "“顶级”: Superlative"));
  g_assert_true (hint_says (window, "Only a reminder, it can be copied all the same"));

  click (window, "Say “优质”");
  g_assert_nonnull (zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "亲，尽量今天发出，优质面料，没有任何问题。"));
  g_assert_null (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_WORDING_HINT, NULL));

  replies = zg_reply_table_load_all (zg_store_get_list_reader (fixture->store, NULL), NULL);
  g_assert_cmpstr (((ZgReply *) replies->pdata[0])->body, ==, BODY);
  zg_ui_fixture_close_window (fixture, window);
}

/* Without a replacement the advice stands there itself. */
static void
test_advice (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgWindow *window;

  save (fixture, add_reply, "亲，国家级品质");
  window = zg_ui_fixture_open_window (fixture);
  zg_ui_wait_until (hint_says (window, "“国家级”: 有证书就写证书的名字，没有就不写。"));
  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
disable (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GPtrArray) entries = zg_wording_list_load (db, NULL, error);

  for (guint i = 0; i < entries->len; i++)
    {
      ZgWordingEntry *entry = entries->pdata[i];

      if (g_str_equal (entry->word, data))
        {
          entry->enabled = FALSE;
          return zg_wording_list_save (db, entry, error);
        }
    }
  return FALSE;
}

/* A list that changes elsewhere is heeded at once. */
static void
test_list_changes (ZgUiFixture   *fixture,
                   gconstpointer  data)
{
  ZgWindow *window;

  save (fixture, add_reply, "亲，国家级品质");
  window = zg_ui_fixture_open_window (fixture);
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_WORDING_HINT, NULL) != NULL);
  save (fixture, disable, (gpointer) "国家级");
  zg_ui_wait_until (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_WORDING_HINT, NULL) == NULL);
  zg_ui_fixture_close_window (fixture, window);
}

static GtkEditable *
get_field (gpointer    window,
           const char *name)
{
  return GTK_EDITABLE (gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), name));
}

static const char *
get_result (GtkWidget *window)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (window, ZG_TYPE_WORDING_WINDOW, "try_result")));
}

static gboolean
choose_chinese (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return zg_shop_table_set_setting (db, ZG_SETTING_WORDING_LANGUAGE, "zh_CN", error);
}

static gboolean
restore_all (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_wording_table_delete_shipped (db, "zh_CN", error);
}

static GtkWidget *
open_list (ZgUiFixture *fixture)
{
  GtkWidget *window;

  save (fixture, choose_chinese, NULL);
  window = GTK_WIDGET (zg_wording_window_new (NULL, fixture->session));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  zg_ui_wait_until (window == NULL);
}

/* The row of a word, found by the search field. */
static GtkWidget *
find_row (GtkWidget  *window,
          const char *word)
{
  GtkWidget *label;

  gtk_editable_set_text (get_field (window, "search_row"), word);
  label = zg_ui_find (window, GTK_TYPE_LABEL, word);
  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
}

/* What is switched off is not warned of any more, at once; and is again when the shipped list comes back. */
static void
test_switch (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  GtkWidget *window = open_list (fixture);
  GtkWidget *toggle = zg_ui_find (find_row (window, "绝对"), GTK_TYPE_SWITCH, NULL);

  gtk_editable_set_text (get_field (window, "try_row"), "亲，绝 对是正品");
  g_assert_nonnull (strstr (get_result (window), "“绝对”: Promise that may not hold"));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  zg_ui_wait_until (g_str_equal (get_result (window), "Nothing to say about it."));

  save (fixture, restore_all, NULL);
  zg_ui_wait_until (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_nonnull (strstr (get_result (window), "“绝对”"));
  close_window (window);
}

/* All changes taken back at once, and the undo of that. */
static void
test_restore_all (ZgUiFixture   *fixture,
                  gconstpointer  data)
{
  GtkWidget *window = open_list (fixture);
  GtkWidget *toggle = zg_ui_find (find_row (window, "绝对"), GTK_TYPE_SWITCH, NULL);

  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  gtk_editable_set_text (get_field (window, "try_row"), "亲，绝对是正品");
  zg_ui_wait_until (g_str_equal (get_result (window), "Nothing to say about it."));
  g_signal_emit_by_name (zg_ui_find (window, GTK_TYPE_BUTTON, "All as shipped"), "clicked");
  zg_ui_wait_until (gtk_switch_get_active (GTK_SWITCH (toggle)));
  zg_ui_wait_until (zg_ui_find (window, GTK_TYPE_BUTTON, "Undo") != NULL);
  if (data != NULL)
    g_assert_true (zg_toast_area_undo (zg_wording_window_get_toasts (ZG_WORDING_WINDOW (window))));
  else
    g_signal_emit_by_name (zg_ui_find (window, GTK_TYPE_BUTTON, "Undo"), "clicked");
  zg_ui_wait_until (!gtk_switch_get_active (GTK_SWITCH (toggle)));
  /* Once only. */
  zg_ui_wait_until (zg_ui_find (window, GTK_TYPE_BUTTON, "Undo") == NULL);
  g_assert_false (zg_toast_area_undo (zg_wording_window_get_toasts (ZG_WORDING_WINDOW (window))));
  close_window (window);
}

/* The shop's own word, with a refusal on the way that loses nothing. */
static void
test_own_word (ZgUiFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (ZgWordingEntry) entry = zg_wording_entry_new ("zh_CN", ZG_WORDING_PROMISE, "", "", NULL);
  GtkWidget *window = open_list (fixture);
  GtkWidget *editor = GTK_WIDGET (zg_wording_entry_window_new (GTK_WINDOW (window), fixture->session, entry));
  GtkWidget *save_button = zg_ui_find (editor, GTK_TYPE_BUTTON, "_Save");

  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  gtk_window_present (GTK_WINDOW (editor));
  /* One begins to type at once. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (editor)), GTK_WIDGET (get_field (editor, "word_row"))));
  gtk_editable_set_text (get_field (editor, "word_row"), "秒发");
  gtk_editable_set_text (get_field (editor, "exceptions_row"), "秒发货，发货");
  g_signal_emit_by_name (save_button, "clicked");
  zg_ui_wait_until (zg_ui_find (editor, GTK_TYPE_LABEL,
                                "The exception “发货” has to be longer than the word “秒发” and contain it.") != NULL);
  gtk_editable_set_text (get_field (editor, "exceptions_row"), "秒发货");
  g_signal_emit_by_name (save_button, "clicked");
  zg_ui_wait_until (editor == NULL);

  gtk_editable_set_text (get_field (window, "try_row"), "亲，秒发");
  zg_ui_wait_until (strstr (get_result (window), "“秒发”") != NULL);
  gtk_editable_set_text (get_field (window, "try_row"), "亲，秒发货");
  g_assert_cmpstr (get_result (window), ==, "Nothing to say about it.");
  find_row (window, "秒发");
  gtk_editable_set_text (get_field (window, "search_row"), "没有这个词");
  g_assert_nonnull (zg_ui_find (window, GTK_TYPE_LABEL, "No such word in the list."));
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)
  ADD ("/wording/hint", test_hint);
  ADD ("/wording/advice", test_advice);
  ADD ("/wording/list-changes", test_list_changes);
  ADD ("/wording/switch", test_switch);
  ADD ("/wording/restore-all", test_restore_all);
  g_test_add ("/wording/restore-all-by-key", ZgUiFixture, "key", zg_ui_fixture_set_up, test_restore_all,
              zg_ui_fixture_tear_down);
  ADD ("/wording/own-word", test_own_word);
#undef ADD

  return g_test_run ();
}
