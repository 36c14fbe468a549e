/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "replies/zg-reply-body.h"
#include "replies/zg-reply-editor.h"
#include "replies/zg-reply-help-window.h"
#include "zg-ui-fixture.h"

/* What can be written in braces is looked up, copied, and put into a text. */

static GtkWidget *
get_help (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    {
      if (ZG_IS_REPLY_HELP_WINDOW (each->data) && gtk_widget_get_visible (each->data))
        return each->data;
    }
  return NULL;
}

static GtkWidget *
see (GType       type,
     const char *text)
{
  GtkWidget *found = get_help () != NULL ? zg_ui_find (get_help (), type, text) : NULL;

  return found != NULL && gtk_widget_get_mapped (found) ? found : NULL;
}

static void
look_for (const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (see (GTK_TYPE_SEARCH_ENTRY, NULL)), words);
}

static char *
read_clipboard (void)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (get_help ());
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    return NULL;
  return g_value_dup_string (&value);
}

static void
test_search (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "A&B <b>", NULL, NULL);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  g_action_group_activate_action (G_ACTION_GROUP (window), "reply-help", NULL);
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "A click or Enter copies it. The examples are filled for a sample customer.") != NULL);
  g_assert_nonnull (see (GTK_TYPE_LABEL, "{order.tracking}"));
  g_assert_nonnull (see (GTK_TYPE_LABEL, "SF0000000001234"));
  g_assert_nonnull (see (GTK_TYPE_LABEL, "{{"));
  g_assert_nonnull (see (GTK_TYPE_LABEL, "[微笑]"));

  look_for ("yundan");
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "{customer.name}") == NULL);
  g_assert_nonnull (see (GTK_TYPE_LABEL, "{order.tracking}"));
  look_for ("没有这个");
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "No such placeholder") != NULL);
  /* Escape leaves the search first, then the window. */
  g_signal_emit_by_name (see (GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "{customer.name}") != NULL);
  g_signal_emit_by_name (see (GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  zg_ui_wait_until (get_help () == NULL);

  /* The customer's own, as it is; what is not known is no example of somebody else's. */
  zg_session_talk_to (fixture->session, customer_id, 0);
  g_action_group_activate_action (G_ACTION_GROUP (window), "reply-help", NULL);
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "A click or Enter copies it. The examples are filled for A&B <b>.") != NULL);
  g_assert_nonnull (see (GTK_TYPE_LABEL, "A&B <b>"));
  g_assert_nonnull (see (GTK_TYPE_LABEL, "not known"));
  g_assert_null (see (GTK_TYPE_LABEL, "SF0000000001234"));
  gtk_window_close (GTK_WINDOW (get_help ()));
  zg_ui_wait_until (get_help () == NULL);
  zg_ui_fixture_close_window (fixture, window);
}

static void
test_copy (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  g_autofree char *copied = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), "reply-help", NULL);
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "{customer.name}") != NULL);
  /* Before something is looked for, Enter means nothing. */
  g_signal_emit_by_name (see (GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  look_for ("tracking");
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "{customer.name}") == NULL);
  g_signal_emit_by_name (see (GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "Copied {order.tracking}") != NULL);
  copied = read_clipboard ();
  g_assert_cmpstr (copied, ==, "{order.tracking}");
  gtk_window_close (GTK_WINDOW (get_help ()));
  zg_ui_wait_until (get_help () == NULL);
  zg_ui_fixture_close_window (fixture, window);
}

static GtkTextView *
find_text (ZgWindow *window)
{
  GtkWidget *screen = GTK_WIDGET (zg_window_get_screen (window, "replies"));
  GtkWidget *body = zg_ui_find (screen, ZG_TYPE_REPLY_BODY, NULL);

  return body != NULL && gtk_widget_get_mapped (body) ? GTK_TEXT_VIEW (zg_ui_find (body, GTK_TYPE_TEXT_VIEW, NULL)) : NULL;
}

/* From the editor it comes to where the cursor is, in place of what was begun. */
static void
test_insert (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  g_assert_true (zg_window_show_screen (window, "replies"));
  gtk_widget_activate_action (GTK_WIDGET (zg_window_get_screen (window, "replies")), "reply.new", NULL);
  zg_ui_wait_until (find_text (window) != NULL);
  buffer = gtk_text_view_get_buffer (find_text (window));
  gtk_text_buffer_set_text (buffer, "运单{ydh，请查收", -1);
  {
    GtkTextIter cursor;

    gtk_text_buffer_get_iter_at_offset (buffer, &cursor, (int) g_utf8_strlen ("运单{ydh", -1));
    gtk_text_buffer_place_cursor (buffer, &cursor);
  }
  gtk_widget_activate_action (GTK_WIDGET (find_text (window)), "form.help", NULL);
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "{customer.name}") != NULL);
  look_for ("tracking");
  zg_ui_wait_until (see (GTK_TYPE_LABEL, "{customer.name}") == NULL);
  g_signal_emit_by_name (see (GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  zg_ui_wait_until (get_help () == NULL);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "运单{order.tracking}，请查收");
  zg_ui_wait_until (gtk_widget_has_focus (GTK_WIDGET (find_text (window))));
  zg_ui_fixture_close_window (fixture, window);
}

int
main (int    argc,
      char **argv)
{
  zg_ui_test_init (&argc, &argv);
  g_test_add ("/reply-help/search", ZgUiFixture, NULL, zg_ui_fixture_set_up, test_search, zg_ui_fixture_tear_down);
  g_test_add ("/reply-help/copy", ZgUiFixture, NULL, zg_ui_fixture_set_up, test_copy, zg_ui_fixture_tear_down);
  g_test_add ("/reply-help/insert", ZgUiFixture, NULL, zg_ui_fixture_set_up, test_insert, zg_ui_fixture_tear_down);
  return g_test_run ();
}
