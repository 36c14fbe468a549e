/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "customers/zg-customer-job.h"
#include "customers/zg-new-customer-window.h"
#include "customers/zg-paste-form.h"
#include "customers/zg-paste-window.h"
#include "zg-customer-table.h"
#include "zg-ui-fixture.h"

#define CLEAR "张三，13800138000，浙江省杭州市西湖区文三路 100 号"
#define OPEN "王芳 13912345678 鼓楼区中山北路88号3栋502"

static ZgPasteForm *
get_form (GtkWindow *window)
{
  return ZG_PASTE_FORM (zg_ui_find (GTK_WIDGET (window), ZG_TYPE_PASTE_FORM, NULL));
}

static gboolean
shows (GtkWindow  *window,
       const char *text)
{
  GtkWidget *label = zg_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_child_visible (label) && gtk_widget_get_mapped (label);
}

static gboolean
has_entry (GtkWindow  *window,
           const char *text)
{
  return zg_ui_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, text) != NULL;
}

static GtkWindow *
open_new (ZgUiFixture *fixture,
          ZgWindow    *window,
          const char  *name)
{
  GtkWindow *dialog = zg_new_customer_window_new (GTK_WINDOW (window), fixture->session, name);

  gtk_window_present (dialog);
  return dialog;
}

/* Each field says how sure it is, before anything is saved. */
static void
test_confidence (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWindow *dialog = open_new (fixture, window, NULL);

  zg_paste_form_paste (get_form (dialog), CLEAR);
  zg_ui_wait_until (has_entry (dialog, "西湖区"));
  g_assert_true (has_entry (dialog, "张三"));
  g_assert_true (has_entry (dialog, "13800138000"));
  zg_ui_wait_until (shows (dialog, "likely"));
  g_assert_false (shows (dialog, "please check"));

  zg_paste_form_paste (get_form (dialog), OPEN);
  zg_ui_wait_until (shows (dialog, "please check") && shows (dialog, "Which city is 鼓楼区 in?"));
  g_assert_false (has_entry (dialog, "江苏省"));
  g_assert_true (has_entry (dialog, "13912345678"));

  zg_paste_form_paste (get_form (dialog), "在吗");
  zg_ui_wait_until (shows (dialog, "There is no name, phone number or address in this text."));
  zg_paste_form_paste (get_form (dialog), "");
  zg_ui_wait_until (!shows (dialog, "There is no name, phone number or address in this text."));

  gtk_window_close (dialog);
  zg_ui_fixture_close_window (fixture, window);
}

/* What somebody has typed stays, and is told what was pasted. */
static void
test_typed_name_stays (ZgUiFixture   *fixture,
                       gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWindow *dialog = open_new (fixture, window, "李四");

  zg_paste_form_paste (get_form (dialog), CLEAR);
  zg_ui_wait_until (shows (dialog, "pasted: 张三"));
  g_assert_true (has_entry (dialog, "李四"));
  g_assert_true (has_entry (dialog, "13800138000"));

  gtk_window_close (dialog);
  zg_ui_fixture_close_window (fixture, window);
}

/* All of it in the field for the name is offered to be taken apart; a name alone is not. */
static void
test_offer (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWindow *dialog = open_new (fixture, window, "张三");
  GtkWidget *button;

  zg_ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_assert_false (shows (dialog, "There is more than a name in it."));
  gtk_window_close (dialog);

  dialog = open_new (fixture, window, CLEAR);
  zg_ui_wait_until (shows (dialog, "There is more than a name in it."));
  button = zg_ui_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Fill from pasted text");
  g_signal_emit_by_name (button, "clicked");
  zg_ui_wait_until (has_entry (dialog, "西湖区") && has_entry (dialog, "张三"));
  zg_ui_wait_until (!shows (dialog, "There is more than a name in it."));

  gtk_window_close (dialog);
  zg_ui_fixture_close_window (fixture, window);
}

/* Somebody who has the pasted phone already is told of. */
static void
test_same (ZgUiFixture   *fixture,
           gconstpointer  data)
{
  ZgWindow *window;
  GtkWindow *dialog;

  zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800138000");
  window = zg_ui_fixture_open_window (fixture);
  dialog = open_new (fixture, window, NULL);
  zg_paste_form_paste (get_form (dialog), CLEAR);
  zg_ui_wait_until (shows (dialog, "王小姐 has 138 0013 8000 already."));

  gtk_window_close (dialog);
  zg_ui_fixture_close_window (fixture, window);
}

static ZgCustomer *
load (ZgUiFixture *fixture,
      gint64       id)
{
  return zg_customer_table_load (zg_store_get_list_reader (fixture->store, NULL), id, NULL);
}

static gboolean
has_address (ZgUiFixture *fixture,
             gint64       id)
{
  g_autoptr (ZgCustomer) customer = load (fixture, id);

  return customer->addresses->len > 0;
}

static void
saved_cb (GtkWindow     *window,
          ZgCustomerJob *job)
{
  zg_customer_job_free (job);
}

static GtkWidget *
find_save (GtkWindow *window)
{
  return zg_ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Save");
}

/* On a customer's page what is known stands beside it, and only what was chosen takes its place. */
static void
test_known (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  g_autoptr (ZgCustomer) customer = load (fixture, id);
  g_autoptr (ZgCustomer) after = NULL;
  GtkWindow *dialog = zg_paste_window_new (GTK_WINDOW (window), fixture->session, customer, CLEAR);

  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), NULL);
  gtk_window_present (dialog);
  zg_ui_wait_until (shows (dialog, "王晓雯 → 张三") && shows (dialog, "138 0000 2468 → 138 0013 8000"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (zg_ui_find (GTK_WIDGET (dialog), GTK_TYPE_TOGGLE_BUTTON, "Replace")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (find_save (dialog)));
  g_signal_emit_by_name (find_save (dialog), "clicked");
  zg_ui_wait_until (has_address (fixture, id));
  after = load (fixture, id);
  g_assert_cmpstr (after->name.text, ==, "张三");
  g_assert_cmpuint (after->phones->len, ==, 2);

  zg_ui_fixture_close_window (fixture, window);
}

static void
add (const char *path,
     void (*test) (ZgUiFixture *, gconstpointer))
{
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, test, zg_ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  add ("/paste/confidence", test_confidence);
  add ("/paste/typed-name-stays", test_typed_name_stays);
  add ("/paste/offer", test_offer);
  add ("/paste/same", test_same);
  add ("/paste/known", test_known);

  return g_test_run ();
}
