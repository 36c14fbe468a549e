/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "replies/zg-reply-editor.h"
#include "replies/zg-reply-health-page.h"
#include "zg-reply-edit.h"
#include "zg-ui-fixture.h"

/* Replies that need a hand are listed, opened and put into the bin. */

static gboolean
save (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ZgReply *reply = data;

  reply->group_id = zg_reply_table_ensure_group (db, "问候", error);
  return zg_reply_edit_save (db, reply, NULL, 1, NULL, error);
}

static gint64
add_reply (ZgUiFixture *fixture,
           const char  *title,
           const char  *body)
{
  g_autoptr (ZgReply) reply = zg_reply_new ();
  g_autoptr (GError) error = NULL;

  reply->title = g_strdup (title);
  reply->body = g_strdup (body);
  zg_store_write (fixture->store, save, reply, &error);
  g_assert_no_error (error);
  return reply->id;
}

/* Only what can be seen: other pages of a stack can't. */
static GtkWidget *
see (ZgWindow   *window,
     GType       type,
     const char *text)
{
  GtkWidget *found = zg_ui_find (GTK_WIDGET (zg_window_get_screen (window, "replies")), type, text);

  return found != NULL && gtk_widget_get_mapped (found) ? found : NULL;
}

static GtkWidget *
get_first_row (ZgWindow *window)
{
  GtkWidget *page = see (window, ZG_TYPE_REPLY_HEALTH_PAGE, NULL);

  return page != NULL ? zg_ui_find (page, GTK_TYPE_LIST_BOX_ROW, NULL) : NULL;
}

static ZgWindow *
open_page (ZgUiFixture *fixture)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  g_assert_true (zg_window_show_screen (window, "replies"));
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "您好") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (zg_window_get_screen (window, "replies")), "reply.health", NULL);
  zg_ui_wait_until (get_first_row (window) != NULL);
  return window;
}

/* Each fault is a section; a row opens the editor, its button puts the reply into the bin, and the page is up to date. */
static void
test_mend (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  ZgWindow *window;
  gint64 twin;

  add_reply (fixture, "您好", "在的，您想看看哪一款呢");
  twin = add_reply (fixture, "招呼", "在的，您想看看哪一款呢！");
  window = open_page (fixture);
  g_assert_nonnull (see (window, GTK_TYPE_LABEL, "Nearly the same twice"));
  g_assert_nonnull (see (window, GTK_TYPE_LABEL, "Never used"));
  g_assert_nonnull (see (window, GTK_TYPE_LABEL, "like “您好” · 100 % the same"));

  /* The first row has the focus, and Enter opens it. */
  g_assert_true (gtk_widget_is_focus (get_first_row (window)));
  gtk_widget_activate (get_first_row (window));
  zg_ui_wait_until (see (window, ZG_TYPE_REPLY_EDITOR, NULL) != NULL);
  g_assert_cmpint (zg_reply_editor_get_id (ZG_REPLY_EDITOR (see (window, ZG_TYPE_REPLY_EDITOR, NULL))), ==, twin);
  zg_ui_fixture_close_window (fixture, window);

  window = open_page (fixture);
  gtk_widget_activate_action (get_first_row (window), "health.delete", "x", twin);
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "Nearly the same twice") == NULL);
  g_assert_nonnull (see (window, GTK_TYPE_LABEL, "Never used"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  zg_ui_wait_until (see (window, GTK_TYPE_LABEL, "Nearly the same twice") != NULL);
  zg_ui_fixture_close_window (fixture, window);
}

int
main (int    argc,
      char **argv)
{
  zg_ui_test_init (&argc, &argv);
  g_test_add ("/reply-health/mend", ZgUiFixture, NULL, zg_ui_fixture_set_up, test_mend, zg_ui_fixture_tear_down);
  return g_test_run ();
}
