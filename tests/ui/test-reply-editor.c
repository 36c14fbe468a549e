/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "replies/zg-reply-body.h"
#include "replies/zg-reply-editor.h"
#include "replies/zg-reply-offers.h"
#include "replies/zg-reply-picture.h"
#include "zg-reply-edit.h"
#include "zg-reply-unsaved.h"
#include "zg-ui-fixture.h"

/* Replies are written, left, deleted and brought back, and nothing that was typed is lost. */

typedef struct {
  ZgReply *reply;
  GPtrArray *replies;
  gint64 id;
} Job;

static gboolean
save (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Job *job = data;

  job->reply->group_id = zg_reply_table_ensure_group (db, job->reply->group_name, error);
  return zg_reply_edit_save (db, job->reply, NULL, 1, NULL, error);
}

static gboolean
load_all (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  ((Job *) data)->replies = zg_reply_table_load_all (db, error);
  return TRUE;
}

static gboolean
load_unsaved (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Job *job = data;

  return zg_reply_unsaved_load (db, job->id, &job->reply, error);
}

static gint64
add_reply (ZgUiFixture *fixture,
           const char  *title,
           const char  *body)
{
  g_autoptr (ZgReply) reply = zg_reply_new ();
  g_autoptr (GError) error = NULL;
  Job job = { .reply = reply };

  reply->group_name = g_strdup ("问候");
  reply->title = g_strdup (title);
  reply->body = g_strdup (body);
  zg_store_write (fixture->store, save, &job, &error);
  g_assert_no_error (error);
  return reply->id;
}

/* The only reply of that title, as the shop file has it. */
static ZgReply *
get_reply (ZgUiFixture *fixture,
           const char  *title)
{
  Job job = { 0 };
  ZgReply *found = NULL;

  g_assert_true (zg_store_read (fixture->store, load_all, &job, NULL));
  for (guint i = 0; i < job.replies->len; i++)
    {
      const ZgReply *reply = job.replies->pdata[i];

      if (g_str_equal (reply->title, title))
        {
          g_assert_null (found);
          found = zg_reply_copy (reply);
        }
    }
  g_ptr_array_unref (job.replies);
  return found;
}

static gboolean
has_reply (ZgUiFixture *fixture,
           const char  *title)
{
  g_autoptr (ZgReply) reply = get_reply (fixture, title);

  return reply != NULL;
}

static GtkWidget *
get_screen (ZgWindow *window)
{
  return GTK_WIDGET (zg_window_get_screen (window, "replies"));
}

/* Only what can be seen: other pages of a stack can't. */
static GtkWidget *
see (ZgWindow   *window,
     GType       type,
     const char *text)
{
  GtkWidget *found = zg_ui_find (get_screen (window), type, text);

  return found != NULL && gtk_widget_get_mapped (found) ? found : NULL;
}

/* The screen once its list is there, with the first reply chosen. */
static ZgWindow *
open_screen (ZgUiFixture *fixture)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  g_assert_true (zg_window_show_screen (window, "replies"));
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "您好") != NULL);
  return window;
}

static ZgWindow *
open_editor (ZgUiFixture *fixture,
             const char  *action)
{
  ZgWindow *window = open_screen (fixture);

  gtk_widget_activate_action (get_screen (window), action, NULL);
  zg_ui_wait_until (see (window, ZG_TYPE_REPLY_EDITOR, NULL) != NULL);
  return window;
}

static GtkTextView *
get_view (ZgWindow *window)
{
  return GTK_TEXT_VIEW (zg_ui_find (see (window, ZG_TYPE_REPLY_BODY, NULL), GTK_TYPE_TEXT_VIEW, NULL));
}

static void
type (ZgWindow   *window,
      const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (get_view (window)), text, -1);
}

static GtkEditable *
get_title (ZgWindow *window)
{
  return GTK_EDITABLE (zg_ui_find (see (window, ZG_TYPE_REPLY_EDITOR, NULL), GTK_TYPE_ENTRY, NULL));
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
says (ZgUiFixture *fixture,
      const char  *title,
      const char  *body)
{
  g_autoptr (ZgReply) reply = get_reply (fixture, title);

  return reply != NULL && g_str_equal (reply->body, body);
}

static void
test_edit (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  ZgWindow *window;

  add_reply (fixture, "您好", "在的");
  window = open_editor (fixture, "screen.edit");
  type (window, "，{称呼|亲}");
  click (see (window, GTK_TYPE_BUTTON, "Save"));
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "Saved “您好”") != NULL);
  g_assert_true (says (fixture, "您好", "在的，{称呼|亲}"));

  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (says (fixture, "您好", "在的"));
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_new (ZgUiFixture   *fixture,
          gconstpointer  data)
{
  ZgWindow *window;

  add_reply (fixture, "您好", "在的");
  window = open_editor (fixture, "screen.new");
  click (see (window, GTK_TYPE_BUTTON, "Save"));
  g_assert_nonnull (see (window, GTK_TYPE_LABEL, "A reply needs a title."));
  gtk_editable_set_text (get_title (window), "请稍等");
  g_assert_null (see (window, GTK_TYPE_LABEL, "A reply needs a title."));
  click (see (window, GTK_TYPE_BUTTON, "Save"));
  g_assert_nonnull (see (window, GTK_TYPE_LABEL, "A reply needs a text."));

  type (window, "请稍等");
  click (see (window, GTK_TYPE_BUTTON, "Another message after it"));
  /* The cursor is in the new message. */
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window)))),
                                    "，马上来", -1);
  click (see (window, GTK_TYPE_BUTTON, "Save"));
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "Saved “请稍等”") != NULL);
  g_assert_true (says (fixture, "请稍等", "请稍等\x1e，马上来"));
  zg_ui_fixture_close_window (fixture, window);
}

/* What can't be filled is said at once, and not saved; 1 MiB is refused with a sentence and stays in the field. */
static void
test_faults (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  g_autofree char *much = g_strnfill (1024 * 1024, 'x');
  GtkTextBuffer *buffer;
  ZgReplyBody *body;
  ZgWindow *window;

  add_reply (fixture, "您好", "在的");
  window = open_editor (fixture, "screen.edit");
  body = ZG_REPLY_BODY (see (window, ZG_TYPE_REPLY_BODY, NULL));
  g_assert_null (zg_reply_body_get_fault (body));
  type (window, "{没有这个}");
  g_assert_nonnull (strstr (zg_reply_body_get_fault (body), "没有这个"));
  click (see (window, GTK_TYPE_BUTTON, "Save"));
  g_assert_true (says (fixture, "您好", "在的"));

  buffer = gtk_text_view_get_buffer (get_view (window));
  gtk_text_buffer_set_text (buffer, much, -1);
  g_assert_null (zg_reply_body_get_fault (body));
  click (see (window, GTK_TYPE_BUTTON, "Save"));
  g_assert_true (says (fixture, "您好", "在的"));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 1024 * 1024);
  gtk_text_buffer_set_text (buffer, "好", -1);
  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
offers (ZgWindow   *window,
        const char *text)
{
  GtkWidget *list = see (window, ZG_TYPE_REPLY_OFFERS, NULL);

  return list != NULL && zg_ui_find (list, GTK_TYPE_LABEL, text) != NULL;
}

/* Offered while a name is typed behind a brace; the keys choose, and nothing else is taken for a name. */
static void
test_offers (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgReplyOffers *list;
  ZgReplyBody *body;
  ZgWindow *window;
  g_autofree char *text = NULL;

  add_reply (fixture, "您好", "在的");
  window = open_editor (fixture, "screen.edit");
  body = ZG_REPLY_BODY (see (window, ZG_TYPE_REPLY_BODY, NULL));
  zg_ui_wait_until (gtk_widget_has_focus (GTK_WIDGET (get_view (window))));
  type (window, "{{");
  g_assert_null (see (window, ZG_TYPE_REPLY_OFFERS, NULL));
  type (window, "{");
  zg_ui_wait_until (offers (window, "{customer.name}") && offers (window, "{order.number}"));
  type (window, "订单");
  zg_ui_wait_until (offers (window, "{order.number}") && !offers (window, "{customer.name}"));

  /* An unfinished name is no fault yet. */
  g_assert_null (zg_reply_body_get_fault (body));
  list = ZG_REPLY_OFFERS (see (window, ZG_TYPE_REPLY_OFFERS, NULL));
  g_assert_false (zg_reply_offers_press (list, GDK_KEY_a, 0));
  g_assert_true (zg_reply_offers_press (list, GDK_KEY_Down, 0));
  g_assert_true (zg_reply_offers_press (list, GDK_KEY_Up, 0));
  g_assert_true (zg_reply_offers_press (list, GDK_KEY_Tab, 0));
  zg_ui_wait_until (see (window, ZG_TYPE_REPLY_OFFERS, NULL) == NULL);
  text = zg_reply_body_dup_text (body);
  g_assert_cmpstr (text, ==, "在的{{{order.number}");

  type (window, "{");
  zg_ui_wait_until (offers (window, "{customer.name}"));
  g_assert_true (zg_reply_offers_press (list, GDK_KEY_Escape, 0));
  zg_ui_wait_until (see (window, ZG_TYPE_REPLY_OFFERS, NULL) == NULL && zg_reply_body_get_fault (body) != NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* Whether there is room for the whole text, and for no more than that; a few lines have room in any case. */
static gboolean
fits (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double room = gtk_adjustment_get_page_size (adjustment);
  GtkTextIter iter;
  int y, height, line_height;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &iter);
  gtk_text_view_get_line_yrange (view, &iter, &y, &line_height);
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &iter);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  return room >= y + height && gtk_adjustment_get_upper (adjustment) <= room && gtk_adjustment_get_value (adjustment) == 0
         && room <= MAX (y + height, 6 * line_height);
}

/* The field grows with its text and shrinks with it, whether the lines were typed or wrapped; from a height on it is
 * scrolled, with the cursor in sight. */
static void
test_room (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  static const char words[] = "您好，您看中的这一款今天有货，四点以前付款当天就能发出。";
  GtkAdjustment *adjustment;
  GtkTextBuffer *buffer;
  GtkTextView *view;
  ZgWindow *window;

  add_reply (fixture, "您好", "1\n2\n3\n4\n5\n6\n7\n8\n9");
  window = open_editor (fixture, "screen.edit");
  view = get_view (window);
  buffer = gtk_text_view_get_buffer (view);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  zg_ui_wait_until (fits (view));
  gtk_text_buffer_set_text (buffer, "1", -1);
  zg_ui_wait_until (fits (view));
  type (window, "\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11");
  zg_ui_wait_until (fits (view));
  /* One line that is wrapped into several. */
  type (window, words);
  type (window, words);
  type (window, words);
  zg_ui_wait_until (fits (view));

  for (guint i = 0; i < 40; i++)
    type (window, "\n0");
  zg_ui_wait_until (gtk_adjustment_get_upper (adjustment) > 1.5 * gtk_adjustment_get_page_size (adjustment));
  zg_ui_wait_until (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment)
                    > gtk_adjustment_get_upper (adjustment) - 10);
  zg_ui_wait_until (gtk_widget_get_height (GTK_WIDGET (view)) > 200 && gtk_widget_get_height (GTK_WIDGET (view)) < 400);
  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
is_kept (ZgUiFixture *fixture,
         gint64       id,
         const char  *body)
{
  Job job = { .id = id };
  gboolean kept;

  g_assert_true (zg_store_read (fixture->store, load_unsaved, &job, NULL));
  kept = job.reply != NULL && g_str_equal (job.reply->body, body);
  zg_reply_free (job.reply);
  return kept;
}

/* Escape asks nothing: what was typed is kept, is there the next time, and can be thrown away. */
static void
test_leave (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  ZgWindow *window;
  gint64 id = add_reply (fixture, "您好", "在的");

  window = open_editor (fixture, "screen.edit");
  type (window, "，亲");
  gtk_widget_activate_action (get_screen (window), "screen.escape", NULL);
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "Not saved, but what you typed is kept") != NULL);
  zg_ui_wait_until (is_kept (fixture, id, "在的，亲"));
  g_assert_true (says (fixture, "您好", "在的"));
  click (see (window, GTK_TYPE_BUTTON, "Go on"));
  zg_ui_wait_until (see (window, ZG_TYPE_REPLY_EDITOR, NULL) != NULL);
  zg_ui_fixture_close_window (fixture, window);

  window = open_editor (fixture, "screen.edit");
  g_assert_nonnull (see (window, GTK_TYPE_LABEL, "This was typed before and not saved yet."));
  click (see (window, GTK_TYPE_BUTTON, "Discard it"));
  zg_ui_wait_until (!is_kept (fixture, id, "在的，亲"));
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "This was typed before and not saved yet.") == NULL);

  /* Nothing typed, nothing said. */
  gtk_widget_activate_action (get_screen (window), "screen.escape", NULL);
  zg_ui_wait_until (see (window, ZG_TYPE_REPLY_EDITOR, NULL) == NULL);
  g_assert_null (see (window, GTK_TYPE_LABEL, "Not saved, but what you typed is kept"));
  zg_ui_fixture_close_window (fixture, window);
}

/* A closed window keeps it, too. */
static void
test_close (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  ZgWindow *window;
  gint64 id = add_reply (fixture, "您好", "在的");

  window = open_editor (fixture, "screen.edit");
  type (window, "，亲");
  g_assert_false (zg_screen_has_unsaved (zg_window_get_screen (window, "replies")));
  zg_ui_wait_until (is_kept (fixture, id, "在的，亲"));
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_stale (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (ZgReply) other = NULL;
  Job job = { 0 };
  ZgWindow *window;

  add_reply (fixture, "您好", "在的");
  window = open_editor (fixture, "screen.edit");
  other = get_reply (fixture, "您好");
  g_free (other->body);
  other->body = g_strdup ("别人改的");
  job.reply = other;
  g_assert_true (zg_store_write (fixture->store, save, &job, NULL));

  type (window, "，亲");
  click (see (window, GTK_TYPE_BUTTON, "Save"));
  zg_ui_wait_until (see (window, GTK_TYPE_BUTTON, "Save mine") != NULL);
  g_assert_true (says (fixture, "您好", "别人改的"));
  click (see (window, GTK_TYPE_BUTTON, "Save mine"));
  zg_ui_wait_until (says (fixture, "您好", "在的，亲"));
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_bin (ZgUiFixture   *fixture,
          gconstpointer  data)
{
  ZgWindow *window;

  add_reply (fixture, "您好", "在的");
  add_reply (fixture, "再见", "慢走");
  window = open_screen (fixture);
  gtk_widget_activate_action (get_screen (window), "reply.delete", NULL);
  zg_ui_wait_until (!has_reply (fixture, "您好"));
  gtk_widget_activate_action (get_screen (window), "reply.bin", NULL);
  zg_ui_wait_until (see (window, GTK_TYPE_BUTTON, "Bring back") != NULL);
  click (see (window, GTK_TYPE_BUTTON, "Bring back"));
  zg_ui_wait_until (has_reply (fixture, "您好"));
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "The bin is empty") != NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "back", NULL);
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "The bin is empty") == NULL);
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_groups (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  GtkEditable *entry;
  ZgWindow *window;

  add_reply (fixture, "您好", "在的");
  window = open_screen (fixture);
  gtk_widget_activate_action (get_screen (window), "reply.groups", NULL);
  zg_ui_wait_until (see (window, GTK_TYPE_BUTTON, "New group") != NULL);
  entry = GTK_EDITABLE (gtk_widget_get_prev_sibling (see (window, GTK_TYPE_BUTTON, "New group")));
  gtk_editable_set_text (entry, "活动");
  click (see (window, GTK_TYPE_BUTTON, "New group"));
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "Made the group “活动”") != NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  zg_ui_fixture_close_window (fixture, window);
}

/* A file that only says it is a picture is refused with a sentence, and the reply keeps what it had. */
static void
test_picture (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  static const char damaged[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0crc4\0\0\0\0IEND\xae\x42\x60\x82";
  g_autoptr (GBytes) text = g_bytes_new_static ("hello", 5);
  g_autoptr (GBytes) broken = g_bytes_new_static (damaged, sizeof damaged - 1);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 3, 2);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (ZgReply) reply = NULL;
  ZgReplyPicture *picture;
  ZgWindow *window;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  whole = gdk_texture_save_to_png_bytes (texture);
  add_reply (fixture, "您好", "在的");
  window = open_editor (fixture, "screen.edit");
  picture = ZG_REPLY_PICTURE (zg_ui_find (get_screen (window), ZG_TYPE_REPLY_PICTURE, NULL));
  zg_reply_picture_set_bytes (picture, text);
  g_assert_nonnull (see (window, GTK_TYPE_LABEL, "This file is not a complete PNG or JPEG picture."));
  zg_reply_picture_set_bytes (picture, broken);
  g_assert_nonnull (see (window, GTK_TYPE_LABEL, "This picture is damaged and can't be shown."));
  zg_reply_picture_set_bytes (picture, whole);
  g_assert_null (see (window, GTK_TYPE_LABEL, "This picture is damaged and can't be shown."));
  click (see (window, GTK_TYPE_BUTTON, "Save"));
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "Saved “您好”") != NULL);
  reply = get_reply (fixture, "您好");
  g_assert_cmpint (reply->picture_id, >, 0);
  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
stands (ZgUiFixture *fixture,
        const char  *title,
        int          position,
        gboolean     favourite)
{
  g_autoptr (ZgReply) reply = get_reply (fixture, title);

  return reply != NULL && reply->position == position && reply->favourite == favourite;
}

/* The chosen reply stays chosen while it changes its place. */
static void
test_order (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 hello = add_reply (fixture, "您好", "在的");
  gint64 bye = add_reply (fixture, "再见", "慢走");
  ZgWindow *window = open_screen (fixture);

  gtk_widget_activate_action (get_screen (window), "reply.shift", "i", 1);
  zg_ui_wait_until (stands (fixture, "您好", 1, FALSE) && stands (fixture, "再见", 0, FALSE));
  gtk_widget_activate_action (get_screen (window), "reply.favourite", NULL);
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "A favourite now") != NULL && stands (fixture, "您好", 1, TRUE));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (stands (fixture, "您好", 1, FALSE));
  /* What dropping one on another does. */
  gtk_widget_activate_action (get_screen (window), "reply.put", "(xx)", hello, bye);
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "Moved within the group") != NULL && stands (fixture, "您好", 0, FALSE));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (stands (fixture, "您好", 1, FALSE) && stands (fixture, "再见", 0, FALSE));
  gtk_widget_activate_action (get_screen (window), "reply.duplicate", NULL);
  zg_ui_wait_until (see (window, ZG_TYPE_REPLY_EDITOR, NULL) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_title (window)), ==, "您好 (copy)");
  zg_ui_fixture_close_window (fixture, window);
}

#define ADD(name, func) \
  g_test_add ("/reply-editor/" name, ZgUiFixture, NULL, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  zg_ui_test_init (&argc, &argv);
  ADD ("edit", test_edit);
  ADD ("new", test_new);
  ADD ("faults", test_faults);
  ADD ("offers", test_offers);
  ADD ("room", test_room);
  ADD ("leave", test_leave);
  ADD ("close", test_close);
  ADD ("stale", test_stale);
  ADD ("bin", test_bin);
  ADD ("groups", test_groups);
  ADD ("picture", test_picture);
  ADD ("order", test_order);
  return g_test_run ();
}
