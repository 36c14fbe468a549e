/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-badge.h"
#include "zg-customer-chip.h"
#include "zg-recent-strip.h"
#include "zg-sidebar.h"
#include "zg-ui-fixture.h"
#include "zg-waiting-table.h"

/* Nobody waits unnoticed: the clock on the strip of the last customers, on the chip of a narrow window, and the badge. */

static gboolean
put (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  return zg_waiting_table_put (db, data, error);
}

static gboolean
take_away (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return zg_waiting_table_remove (db, *(const gint64 *) data, error);
}

static void
let_wait (ZgUiFixture *fixture,
          gint64       customer_id,
          ZgTime       since,
          ZgTime       until)
{
  g_autoptr (GError) error = NULL;
  ZgTime now = zg_clock_now (fixture->clock);
  ZgWaiting waiting = { .customer_id = customer_id, .started_at = now - since, .due_at = now + until };

  zg_store_write (fixture->store, put, &waiting, &error);
  g_assert_no_error (error);
}

/* Has been talked to, and stands on the strip. */
static gint64
add_recent (ZgUiFixture *fixture,
            ZgWindow    *window,
            const char  *name)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, name, name, NULL);
  GtkWidget *strip = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_RECENT_STRIP, NULL);

  zg_session_talk_to (fixture->session, customer_id, 0);
  zg_ui_wait_until (zg_ui_find (strip, GTK_TYPE_LABEL, name) != NULL);
  return customer_id;
}

/* The button of somebody on the strip who waits so long. */
static GtkWidget *
find_wait (ZgWindow   *window,
           const char *name,
           const char *time)
{
  GtkWidget *strip = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_RECENT_STRIP, NULL);
  GtkWidget *label = zg_ui_find (strip, GTK_TYPE_LABEL, name);
  GtkWidget *button = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;

  return button != NULL && zg_ui_find (button, GTK_TYPE_LABEL, time) != NULL ? button : NULL;
}

static void
test_strip (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  gint64 wang, zhao;
  GtkWidget *button;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  wang = add_recent (fixture, window, "王小姐");
  zhao = add_recent (fixture, window, "赵同学");

  let_wait (fixture, wang, 80 * ZG_TIME_SECOND, 100 * ZG_TIME_SECOND);
  zg_ui_wait_until ((button = find_wait (window, "王小姐", "1:20")) != NULL);
  g_assert_true (gtk_widget_has_css_class (button, "waiting"));
  g_assert_false (gtk_widget_has_css_class (button, "late"));
  g_assert_null (find_wait (window, "赵同学", "1:20"));

  let_wait (fixture, zhao, 200 * ZG_TIME_SECOND, -20 * ZG_TIME_SECOND);
  zg_ui_wait_until ((button = find_wait (window, "赵同学", "3:20")) != NULL);
  g_assert_true (gtk_widget_has_css_class (button, "late"));
  g_assert_false (gtk_widget_has_css_class (button, "waiting"));

  zg_store_write (fixture->store, take_away, &wang, &error);
  g_assert_no_error (error);
  zg_ui_wait_until (find_wait (window, "王小姐", "1:20") == NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* In a narrow window the chip carries whose time is over first, and a long name leaves room for it. */
static void
test_chip (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *chip = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_CUSTOMER_CHIP, NULL);
  gint64 wang = zg_ui_fixture_add_customer (fixture, "王小姐", "王小姐", NULL);
  gint64 order_id, other;
  GtkWidget *label;

  for (int i = 0; i < 60; i++)
    g_string_append (name, "赵");
  other = zg_ui_fixture_add_customer (fixture, name->str, name->str, NULL);
  order_id = zg_ui_fixture_add_order (fixture, other, "20260922104579", ZG_ORDER_UNPAID);
  zg_session_talk_to (fixture->session, other, order_id);
  let_wait (fixture, wang, 80 * ZG_TIME_SECOND, 100 * ZG_TIME_SECOND);
  let_wait (fixture, other, 10 * ZG_TIME_SECOND, 170 * ZG_TIME_SECOND);
  g_assert_null (zg_ui_find (chip, GTK_TYPE_LABEL, "1:20"));

  gtk_window_set_default_size (GTK_WINDOW (window), 380, 700);
  zg_ui_wait_until ((label = zg_ui_find (chip, GTK_TYPE_LABEL, "1:20")) != NULL);
  g_assert_true (gtk_widget_has_css_class (label, "waiting"));
  label = zg_ui_find (chip, GTK_TYPE_LABEL, name->str);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_END);
  g_assert_nonnull (zg_ui_find (chip, GTK_TYPE_LABEL, "…579"));
  zg_ui_wait_until (gtk_widget_get_width (GTK_WIDGET (window)) <= 380);
  g_assert_cmpint (gtk_widget_get_width (chip), <, 380);
  zg_ui_fixture_close_window (fixture, window);
}

/* A wait becomes late although nothing is written. */
static void
test_badge (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 customer_id = zg_ui_fixture_add_customer (fixture, "王小姐", "王小姐", NULL);
  ZgWindow *window;
  GtkWidget *sidebar;
  GtkWidget *badge;
  ZgTime due_at;

  let_wait (fixture, customer_id, 60 * ZG_TIME_SECOND, 3 * ZG_TIME_SECOND);
  due_at = zg_clock_now (fixture->clock) + 3 * ZG_TIME_SECOND;
  window = zg_ui_fixture_open_window (fixture);
  sidebar = zg_ui_find (GTK_WIDGET (window), ZG_TYPE_SIDEBAR, NULL);
  zg_ui_wait_until ((badge = zg_ui_find (sidebar, ZG_TYPE_BADGE, NULL)) != NULL);
  g_assert_cmpint (zg_clock_now (fixture->clock), >=, due_at - ZG_TIME_SECOND);
  g_assert_true (gtk_widget_has_css_class (badge, "late"));
  g_assert_nonnull (zg_ui_find (badge, GTK_TYPE_LABEL, "1"));
  zg_ui_fixture_close_window (fixture, window);
}

#define ADD(name, data, func) \
  g_test_add ("/waiting/" name, ZgUiFixture, data, zg_ui_fixture_set_up, func, zg_ui_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  zg_ui_test_init (&argc, &argv);
  ADD ("strip", NULL, test_strip);
  ADD ("chip", NULL, test_chip);
  ADD ("badge", "now", test_badge);

  return g_test_run ();
}
