/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quick/zg-quick-panel.h"
#include "quick/zg-quick-row.h"
#include "zg-picture-table.h"
#include "zg-reply-table.h"
#include "zg-ui-fixture.h"

/* The quick panel: finds, fills, asks, copies and gets out of the way; and says nothing was copied where nothing was. */

#define BEFORE "copied before"
#define MANY 10000

static void
save (ZgUiFixture *fixture,
      ZgStoreFunc  func,
      gpointer     data)
{
  g_autoptr (GError) error = NULL;

  zg_store_write (fixture->store, func, data, &error);
  g_assert_no_error (error);
}

static ZgReply *
make_reply (const char *title,
            const char *body)
{
  ZgReply *reply = zg_reply_new ();

  g_free (reply->title);
  reply->title = g_strdup (title);
  g_free (reply->body);
  reply->body = g_strdup (body);
  return reply;
}

static gboolean
insert_many (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 group_id = zg_reply_table_ensure_group (db, "常用", error);

  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *title = g_strdup_printf ("第 %d 条话术", i);
      g_autoptr (ZgReply) reply = make_reply (title, "{称呼|亲}，您好");

      reply->group_id = group_id;
      reply->shortcode = g_strdup_printf ("m%d", i);
      if (!zg_reply_table_insert (db, reply, ZG_TIME_SECOND, error))
        return FALSE;
    }
  return TRUE;
}

static GtkWidget *
open_panel (ZgUiFixture *fixture,
            const char  *query)
{
  ZgQuickPanel *panel = zg_quick_panel_new (fixture->session);

  zg_quick_panel_open (panel, query, GDK_CURRENT_TIME);
  zg_ui_wait_until (gtk_window_is_active (GTK_WINDOW (panel)));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (panel)), BEFORE);
  return GTK_WIDGET (panel);
}

static void
note_finalised (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
close_panel (GtkWidget *panel)
{
  gboolean finalised = FALSE;

  g_object_set_data_full (G_OBJECT (panel), "zg-finalised", &finalised, note_finalised);
  gtk_window_destroy (GTK_WINDOW (panel));
  zg_ui_wait_until (finalised);
}

static GtkEditable *
get_entry (GtkWidget *panel)
{
  return GTK_EDITABLE (zg_ui_find (panel, GTK_TYPE_SEARCH_ENTRY, NULL));
}

/* Enter in the search field. */
static void
enter (GtkWidget *panel)
{
  g_signal_emit_by_name (get_entry (panel), "activate");
}

static gboolean
sees (GtkWidget  *panel,
      const char *text)
{
  return zg_ui_find (panel, GTK_TYPE_LABEL, text) != NULL;
}

static guint
count_rows (GtkWidget *panel)
{
  GtkWidget *list = zg_ui_find (panel, GTK_TYPE_LIST_BOX, NULL);
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows += gtk_widget_get_visible (row);

  return n_rows;
}

static const char *
get_chosen (GtkWidget *panel)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (zg_ui_find (panel, GTK_TYPE_LIST_BOX, NULL)));

  return row != NULL ? zg_reply_item_get_reply (zg_quick_row_get_item (ZG_QUICK_ROW (row)))->title : NULL;
}

static void
test_copy (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "A&B <b>");
  GtkWidget *panel;

  zg_ui_fixture_add_text (fixture, "您好", "{称呼}，您好");
  zg_ui_fixture_add_text (fixture, "再见", "{称呼}，慢走");
  panel = open_panel (fixture, NULL);
  zg_ui_wait_until (count_rows (panel) == 2 && sees (panel, "for A&B <b>"));

  gtk_editable_set_text (get_entry (panel), "zj");
  g_assert_cmpint (count_rows (panel), ==, 1);
  g_assert_cmpstr (get_chosen (panel), ==, "再见");
  g_assert_true (sees (panel, "A&B <b>，慢走"));
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "A&B <b>，慢走");
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, customer_id) == 1);

  /* It comes back for the same customer, and begins anew. */
  zg_quick_panel_open (ZG_QUICK_PANEL (panel), NULL, GDK_CURRENT_TIME);
  zg_ui_wait_until (count_rows (panel) == 2 && sees (panel, "for A&B <b>"));
  g_assert_cmpint (zg_session_get_customer_id (fixture->session), ==, customer_id);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (panel)), ==, "");
  close_panel (panel);
}

static void
test_escape (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "王小姐");
  GtkWidget *panel;

  zg_ui_fixture_add_text (fixture, "您好", "{称呼}，您好");
  panel = open_panel (fixture, "您好");
  zg_ui_wait_until (count_rows (panel) == 1);
  gtk_widget_activate_action (panel, "quick.escape", NULL);
  g_assert_false (gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, BEFORE);
  g_assert_cmpint (zg_ui_fixture_count_copies (fixture, customer_id), ==, 0);
  close_panel (panel);
}

static void
test_nothing (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  GtkWidget *panel;

  zg_ui_fixture_add_text (fixture, "您好", "亲，您好");
  panel = open_panel (fixture, NULL);
  zg_ui_wait_until (count_rows (panel) == 1 && sees (panel, "No customer"));
  gtk_editable_set_text (get_entry (panel), "没有这样的");
  g_assert_true (sees (panel, "No such reply. Try other words, the pinyin or the initials of the title."));
  enter (panel);
  g_assert_true (gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, BEFORE);
  close_panel (panel);
}

/* Enter goes from one question to the next, and the last one copies; Escape leaves everything as it was. */
static void
test_ask (ZgUiFixture   *fixture,
          gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "{订单号}");
  GtkWidget *panel;
  GtkWidget *focus;

  zg_ui_fixture_add_text (fixture, "核对", "{称呼}，发 {?快递:中通|圆通}，备注 {?备注}");
  panel = open_panel (fixture, "核对");
  zg_ui_wait_until (count_rows (panel) == 1 && sees (panel, "for {订单号}"));
  enter (panel);
  g_assert_nonnull (zg_ui_find (panel, ZG_TYPE_REPLY_ASK, NULL));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (GTK_WINDOW (panel)))), ==, "中通");
  zg_ui_assert_clipboard (panel, BEFORE);
  g_signal_emit_by_name (zg_ui_find (panel, GTK_TYPE_BUTTON, "圆通"), "clicked");
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (panel))));

  gtk_widget_activate_action (panel, "quick.escape", NULL);
  g_assert_null (zg_ui_find (panel, ZG_TYPE_REPLY_ASK, NULL));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (panel)), ==, "核对");
  g_assert_true (gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, BEFORE);
  g_assert_cmpint (zg_ui_fixture_count_copies (fixture, customer_id), ==, 0);

  /* The answers that were given are forgotten with the question. */
  enter (panel);
  g_assert_nonnull (zg_ui_find (panel, GTK_TYPE_BUTTON, "圆通"));
  g_signal_emit_by_name (zg_ui_find (panel, GTK_TYPE_BUTTON, "中通"), "clicked");
  focus = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (panel)), GTK_TYPE_ENTRY);
  g_assert_nonnull (focus);
  gtk_editable_set_text (GTK_EDITABLE (focus), "轻放");
  g_signal_emit_by_name (focus, "activate");
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "{订单号}，发 中通，备注 轻放");
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, customer_id) == 1);
  close_panel (panel);
}

/* What another program asks for by its id stands first and is chosen, until something is typed. */
static void
test_by_id (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 reply_id = 0;
  GtkWidget *panel;

  for (char letter = 'a'; letter <= 'z'; letter++)
    {
      g_autofree char *title = g_strdup_printf ("话术 %c", letter);

      reply_id = zg_ui_fixture_add_text (fixture, title, title);
    }
  panel = open_panel (fixture, NULL);
  zg_ui_wait_until (count_rows (panel) == 9);
  g_assert_cmpstr (get_chosen (panel), !=, "话术 z");

  zg_quick_panel_open_reply (ZG_QUICK_PANEL (panel), reply_id);
  g_assert_cmpstr (get_chosen (panel), ==, "话术 z");
  g_assert_cmpint (count_rows (panel), ==, 9);
  zg_ui_assert_clipboard (panel, BEFORE);
  gtk_editable_set_text (get_entry (panel), "b");
  g_assert_cmpstr (get_chosen (panel), ==, "话术 b");

  zg_quick_panel_copy_reply (ZG_QUICK_PANEL (panel), reply_id, GDK_CURRENT_TIME);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "话术 z");
  close_panel (panel);
}

static gboolean
set_language (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return zg_shop_table_set_setting (db, ZG_SETTING_WORDING_LANGUAGE, "zh_CN", error);
}

/* The quiet line of the wording check: it forbids nothing, and one click says something else this time. */
static void
test_wording (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  GtkWidget *panel;
  GtkWidget *label;

  save (fixture, set_language, NULL);
  zg_ui_fixture_add_text (fixture, "发货", "{称呼|亲}，保证今天发出");
  zg_ui_fixture_add_text (fixture, "您好", "亲，您好");
  panel = open_panel (fixture, "您好");
  zg_ui_wait_until (count_rows (panel) == 1);
  g_assert_null (zg_ui_find (panel, ZG_TYPE_WORDING_HINT, NULL));

  gtk_editable_set_text (get_entry (panel), "发货");
  zg_ui_wait_until (sees (panel, "“保证”: Promise that may not hold"));
  label = zg_ui_find (panel, GTK_TYPE_LABEL, "Say “尽量”");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  g_assert_null (zg_ui_find (panel, ZG_TYPE_WORDING_HINT, NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (panel)), GTK_WIDGET (get_entry (panel))));
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "亲，尽量今天发出");

  /* The next time it says what the reply says. */
  zg_quick_panel_open (ZG_QUICK_PANEL (panel), "发货", GDK_CURRENT_TIME);
  zg_ui_wait_until (gtk_window_is_active (GTK_WINDOW (panel)) && sees (panel, "Say “尽量”"));
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "亲，保证今天发出");
  close_panel (panel);
}

/* One message after the other; the panel goes with the last one. */
static void
test_messages (ZgUiFixture   *fixture,
               gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_talk_to (fixture, "王小姐");
  GtkWidget *panel;

  zg_ui_fixture_add_text (fixture, "两条", "{称呼}，您好" ZG_REPLY_MESSAGE_SEPARATOR "这是尺码表");
  panel = open_panel (fixture, "两条");
  zg_ui_wait_until (count_rows (panel) == 1 && sees (panel, "1/2\n王小姐，您好\n\n2/2\n这是尺码表"));
  enter (panel);
  zg_ui_wait_until (sees (panel, "Copied 1/2 for 王小姐"));
  zg_ui_wait_until (zg_ui_fixture_count_copies (fixture, customer_id) == 1);
  zg_ui_assert_clipboard (panel, "王小姐，您好");
  g_assert_true (gtk_widget_get_visible (panel));
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "这是尺码表");
  close_panel (panel);
}

/* Of 3 × 2 pixels. */
static gboolean
insert_picture (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 3, 2);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ZgPicture) picture = NULL;

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  bytes = gdk_texture_save_to_png_bytes (texture);
  picture = zg_picture_new (bytes, error);
  if (picture == NULL || !zg_picture_table_insert (db, picture, error))
    return FALSE;
  ((ZgReply *) data)->picture_id = picture->id;
  return TRUE;
}

static void
texture_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(GdkTexture **) user_data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (object), result, &error);
  g_assert_no_error (error);
}

static void
test_picture (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (ZgReply) reply = make_reply ("尺码表", "亲，请看图");
  g_autoptr (GdkTexture) texture = NULL;
  GtkWidget *panel;

  save (fixture, insert_picture, reply);
  zg_ui_fixture_add_reply (fixture, reply);
  panel = open_panel (fixture, "尺码表");
  zg_ui_wait_until (count_rows (panel) == 1 && sees (panel, "1/2\n亲，请看图\n\n2/2 Picture"));
  enter (panel);
  zg_ui_wait_until (sees (panel, "Copied 1/2"));
  zg_ui_assert_clipboard (panel, "亲，请看图");
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (panel), NULL, texture_cb, &texture);
  zg_ui_wait_until (texture != NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 3);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 2);
  close_panel (panel);
}

/* A text that somebody else changes while it is on show is shown anew, and copied when that was read. */
static void
test_changed_elsewhere (ZgUiFixture   *fixture,
                        gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_text (fixture, "您好", "亲，您好");
  GtkWidget *panel;

  panel = open_panel (fixture, "您好");
  zg_ui_wait_until (sees (panel, "亲，您好"));
  zg_ui_fixture_rewrite_reply (fixture, id, "您好", "别人改的");
  zg_ui_wait_until (sees (panel, "别人改的"));
  g_assert_false (sees (panel, "亲，您好"));
  enter (panel);
  g_assert_true (sees (panel, "This reply was changed just now; read it and press Enter again."));
  zg_ui_assert_clipboard (panel, BEFORE);
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "别人改的");

  /* What was changed while the panel was away is read when it comes. */
  zg_ui_fixture_rewrite_reply (fixture, id, "您好", "亲，您好");
  zg_ui_wait_until (sees (panel, "亲，您好"));
  zg_quick_panel_open (ZG_QUICK_PANEL (panel), "您好", GDK_CURRENT_TIME);
  zg_ui_wait_until (gtk_window_is_active (GTK_WINDOW (panel)));
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "亲，您好");
  close_panel (panel);
}

/* One that takes the place of a deleted one, too. */
static void
test_deleted_elsewhere (ZgUiFixture   *fixture,
                        gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_text (fixture, "运费", "亲，包邮");
  GtkWidget *panel;

  zg_ui_fixture_add_text (fixture, "运费险", "亲，送运费险");
  panel = open_panel (fixture, "运费");
  zg_ui_wait_until (count_rows (panel) == 2 && sees (panel, "亲，包邮"));
  zg_ui_fixture_delete_reply (fixture, id);
  zg_ui_wait_until (count_rows (panel) == 1);
  enter (panel);
  g_assert_true (sees (panel, "Another reply stands here now; read it and press Enter again."));
  zg_ui_assert_clipboard (panel, BEFORE);
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "亲，送运费险");
  close_panel (panel);
}

/* What may not be said today is copied when that was read. */
static void
test_expired (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (ZgReply) reply = make_reply ("活动", "亲，满 199 减 20");
  GtkWidget *panel;

  reply->valid_until = zg_clock_now (fixture->clock) - ZG_TIME_DAY;
  zg_ui_fixture_add_reply (fixture, reply);
  panel = open_panel (fixture, "活动");
  zg_ui_wait_until (count_rows (panel) == 1 && sees (panel, "not valid now"));
  enter (panel);
  zg_ui_wait_until (sees (panel, "This reply is not valid today. Copy once more to use it all the same."));
  zg_ui_assert_clipboard (panel, BEFORE);
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "亲，满 199 减 20");
  close_panel (panel);
}

static void
test_many (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  GtkWidget *panel;
  gint64 start, took;

  save (fixture, insert_many, NULL);
  panel = open_panel (fixture, NULL);
  zg_ui_wait_until (count_rows (panel) == 9);
  start = g_get_monotonic_time ();
  gtk_editable_set_text (get_entry (panel), "m9999");
  took = g_get_monotonic_time () - start;
  g_assert_cmpint (count_rows (panel), ==, 1);
  g_assert_cmpstr (get_chosen (panel), ==, "第 9999 条话术");
  /* What the bench measures is a tenth of this; here it only must not grow with the square of the replies. */
  g_assert_cmpint (took, <, 250 * 1000);
  enter (panel);
  zg_ui_wait_until (!gtk_widget_get_visible (panel));
  zg_ui_assert_clipboard (panel, "亲，您好");
  close_panel (panel);
}

/* Neither large text nor what people are called makes it larger than the screen. */
static void
test_large_text (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);
  GdkRectangle screen;
  GtkWidget *panel;
  int dpi;

  for (int i = 0; i < 60; i++)
    g_string_append (name, "王");
  zg_ui_fixture_talk_to (fixture, name->str);
  zg_ui_fixture_add_text (fixture, name->str, "{称呼}，发 {?快递:中通|圆通}");
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  panel = open_panel (fixture, NULL);
  zg_ui_wait_until (count_rows (panel) == 1);
  enter (panel);
  gtk_test_widget_wait_for_draw (panel);
  gdk_monitor_get_geometry (monitor, &screen);
  g_assert_cmpint (gtk_widget_get_width (panel), >, 452);
  g_assert_cmpint (gtk_widget_get_width (panel), <=, screen.width);
  g_assert_cmpint (gtk_widget_get_height (panel), <=, screen.height);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  close_panel (panel);
}

#define ADD(name, func) \
  g_test_add ("/quick-panel/" name, ZgUiFixture, NULL, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  zg_ui_test_init (&argc, &argv);
  ADD ("copy", test_copy);
  ADD ("escape", test_escape);
  ADD ("nothing", test_nothing);
  ADD ("ask", test_ask);
  ADD ("by-id", test_by_id);
  ADD ("wording", test_wording);
  ADD ("messages", test_messages);
  ADD ("picture", test_picture);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("deleted-elsewhere", test_deleted_elsewhere);
  ADD ("expired", test_expired);
  ADD ("many", test_many);
  ADD ("large-text", test_large_text);

  return g_test_run ();
}
