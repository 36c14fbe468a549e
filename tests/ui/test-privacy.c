/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "customers/zg-customer-page.h"
#include "customers/zg-dossier-file.h"
#include "customers/zg-duplicates-window.h"
#include "customers/zg-erase-copies.h"
#include "customers/zg-erase-window.h"
#include "customers/zg-merge-window.h"
#include "zg-backup.h"
#include "zg-erase-banner.h"
#include "zg-find-table.h"
#include "zg-open-shop.h"
#include "zg-table-row.h"
#include "zg-ui-fixture.h"

/* Erasing somebody for good, and giving them everything that is known of them. */

static ZgWindow *
open_page (ZgUiFixture *fixture,
           gint64       id)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);

  g_assert_true (zg_window_show_screen (window, "customers"));
  zg_screen_open (zg_window_get_screen (window, "customers"), id);
  return window;
}

static GtkWidget *
get_page (ZgWindow *window)
{
  return zg_ui_find (GTK_WIDGET (zg_window_get_screen (window, "customers")), ZG_TYPE_CUSTOMER_PAGE, NULL);
}

static GtkWidget *
find_erase_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ZG_IS_ERASE_WINDOW (l->data))
      return l->data;
  return NULL;
}

static GtkWidget *
open_erase_window (ZgWindow *window)
{
  zg_ui_wait_until (zg_ui_find (get_page (window), GTK_TYPE_LABEL, "王小姐") != NULL);
  gtk_widget_activate_action (get_page (window), "page.erase", NULL);
  zg_ui_wait_until (find_erase_window () != NULL);
  return find_erase_window ();
}

static GtkWidget *
get_button (GtkWidget  *root,
            const char *label)
{
  GtkWidget *widget = zg_ui_find (root, GTK_TYPE_LABEL, label);

  g_assert_nonnull (widget);
  return gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
}

static guint
count_hits (ZgUiFixture *fixture,
            const char  *text)
{
  ZgDatabase *db = zg_store_get_list_reader (fixture->store, NULL);
  g_autoptr (GArray) ids = zg_find_table_customers (db, text, 10, NULL);

  return ids->len;
}

static gboolean
is_gone (GtkWidget *widget)
{
  return widget == NULL || !gtk_widget_get_mapped (widget);
}

/* Only who types the name erases; then they are gone from the page, the chip, the strip and the search, and backups can be made
 * anew without them. */
static void
test_erase (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  g_autofree char *backup = zg_backup_make (fixture->path, fixture->clock, NULL, NULL);
  ZgWindow *window;
  GtkWidget *dialog, *erase, *entry;

  g_assert_nonnull (backup);
  zg_ui_fixture_add_order (fixture, id, "20260922579", ZG_ORDER_PAID);
  zg_session_talk_to (fixture->session, id, 0);
  zg_ui_wait_until (zg_session_get_recents (fixture->session)->len == 1);
  window = open_page (fixture, id);
  dialog = open_erase_window (window);
  erase = get_button (dialog, "Erase");
  entry = zg_ui_find (dialog, GTK_TYPE_ENTRY, NULL);

  g_assert_false (gtk_widget_get_sensitive (erase));
  gtk_editable_set_text (GTK_EDITABLE (entry), "王小");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (gtk_widget_get_sensitive (erase));
  g_assert_cmpuint (count_hits (fixture, "2468"), ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), "王小姐");
  g_assert_true (gtk_widget_get_sensitive (erase));
  g_signal_emit_by_name (entry, "activate");
  zg_ui_wait_until (zg_ui_find (dialog, GTK_TYPE_LABEL, "Backup") != NULL);
  zg_ui_wait_until (zg_session_get_customer_id (fixture->session) == 0);
  zg_ui_wait_until (zg_session_get_recents (fixture->session)->len == 0);
  zg_ui_wait_until (is_gone (get_page (window)));
  g_assert_cmpuint (count_hits (fixture, "2468"), ==, 0);

  g_signal_emit_by_name (get_button (dialog, "Take them out of these copies"), "clicked");
  zg_ui_wait_until (zg_erase_copies_get_n_left (ZG_ERASE_COPIES (zg_ui_find (dialog, ZG_TYPE_ERASE_COPIES, NULL))) == 0);
  gtk_window_close (GTK_WINDOW (dialog));
  zg_ui_wait_until (find_erase_window () == NULL);
  zg_ui_fixture_close_window (fixture, window);
}

/* Who closes the window without erasing has erased nobody. */
static void
test_cancel (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_page (fixture, id);
  GtkWidget *dialog = open_erase_window (window);

  gtk_editable_set_text (GTK_EDITABLE (zg_ui_find (dialog, GTK_TYPE_ENTRY, NULL)), "王小姐");
  g_signal_emit_by_name (get_button (dialog, "Cancel"), "clicked");
  zg_ui_wait_until (find_erase_window () == NULL);
  g_assert_cmpuint (count_hits (fixture, "2468"), ==, 1);
  zg_ui_fixture_close_window (fixture, window);
}

/* The file holds what is known, and nobody else may read it. */
static void
test_dossier (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  static const char * const names[] = { "all.txt", "all.json" };
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_page (fixture, id);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autofree char *text = NULL;
      GStatBuf info;

      zg_dossier_file_write (GTK_WINDOW (window), fixture->session, id, path);
      zg_ui_wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_nonnull (strstr (text, "王晓雯"));
      g_assert_cmpint (text[0] == '{', ==, i == 1);
      g_unlink (path);
    }
  zg_ui_fixture_close_window (fixture, window);
}

static gboolean
set_due (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return zg_shop_table_set_setting (db, "privacy.wipe-due", "1", error);
}

static gboolean
is_due (ZgUiFixture *fixture)
{
  ZgDatabase *db = zg_store_get_list_reader (fixture->store, NULL);
  g_autofree char *value = zg_shop_table_get_setting (db, "privacy.wipe-due", "", NULL);

  return *value != '\0';
}

/* What was broken off is finished when the shop is opened the next time. */
static void
test_finish (ZgUiFixture   *fixture,
             gconstpointer  data)
{
  ZgOpenShop *shop = zg_open_shop_new (fixture->clock, fixture->path, FALSE);

  g_assert_true (zg_store_write (fixture->store, set_due, NULL, NULL));
  g_assert_true (is_due (fixture));
  g_assert_true (zg_open_shop_open (shop, NULL));
  zg_ui_wait_until (!is_due (fixture));
  zg_open_shop_free (shop);
}

/* A program that reads the shop file all the time, so that nothing can be moved from the journal into it. */
static ZgDatabase *
open_beside (ZgUiFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ZgDatabase *db = zg_database_open (fixture->path, ZG_DATABASE_READER, &error);
  gint64 n;

  g_assert_no_error (error);
  g_assert_true (zg_database_begin (db, &error));
  g_assert_true (zg_database_query_int64 (db, "SELECT count(*) FROM customer", &n, &error));
  return db;
}

/* NULL while it is not there to be seen. */
static GtkWidget *
find_banner (ZgWindow *window)
{
  return zg_ui_find (GTK_WIDGET (window), ZG_TYPE_ERASE_BANNER, NULL);
}

/* While it can't be finished the window says so and why, and the button tries it again. */
static void
test_unfinished (ZgUiFixture   *fixture,
                 gconstpointer  data)
{
  ZgUnfinishedErase *erase = zg_session_get_unfinished_erase (fixture->session);
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  ZgDatabase *beside = NULL;
  GtkWidget *banner;

  zg_unfinished_erase_finish (erase);
  zg_ui_wait_until (!zg_unfinished_erase_is_busy (erase));
  g_assert_null (find_banner (window));

  g_assert_true (zg_store_write (fixture->store, set_due, NULL, NULL));
  beside = open_beside (fixture);
  zg_unfinished_erase_finish (erase);
  zg_ui_wait_until (find_banner (window) != NULL);
  banner = find_banner (window);
  g_assert_nonnull (zg_ui_find (banner, GTK_TYPE_LABEL, "Who was erased is gone from the shop, but not yet from the bytes of its "
                                                        "file. Another program reads the shop file. Close it, then try again."));
  g_assert_true (is_due (fixture));

  zg_database_close (beside);
  g_signal_emit_by_name (get_button (banner, "Try again"), "clicked");
  g_assert_false (gtk_widget_get_sensitive (get_button (banner, "Trying…")));
  zg_ui_wait_until (find_banner (window) == NULL);
  g_assert_false (is_due (fixture));
  zg_ui_fixture_close_window (fixture, window);
}

/* Who is erased while another program reads the file is gone from the shop: the window that erases has nothing more to ask, and
 * the main window says what is left. */
static void
test_erase_beside (ZgUiFixture   *fixture,
                   gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  ZgWindow *window = open_page (fixture, id);
  GtkWidget *dialog = open_erase_window (window);
  GtkWidget *entry = zg_ui_find (dialog, GTK_TYPE_ENTRY, NULL);
  ZgDatabase *beside = open_beside (fixture);

  gtk_editable_set_text (GTK_EDITABLE (entry), "王小姐");
  g_signal_emit_by_name (entry, "activate");
  zg_ui_wait_until (find_erase_window () == NULL);
  g_assert_nonnull (find_banner (window));
  g_assert_cmpuint (count_hits (fixture, "2468"), ==, 0);
  zg_database_close (beside);
  zg_ui_fixture_close_window (fixture, window);
}

/* Whether a label or a row of a list below @root has @text as a part of it. */
static gboolean
has_text (GtkWidget  *root,
          const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  if (ZG_IS_TABLE_ROW (root) && zg_table_row_shows (ZG_TABLE_ROW (root), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

/* The list of customers, that of duplicates and what stands over two of these hide the middle; the page of one does not. */
static void
test_masks (ZgUiFixture   *fixture,
            gconstpointer  data)
{
  gint64 id = zg_ui_fixture_add_customer (fixture, "王晓雯", "王小姐", "13800002468");
  gint64 other_id = zg_ui_fixture_add_customer (fixture, "王晓雯", "小王", "13800002468");
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *customers = GTK_WIDGET (zg_window_get_screen (window, "customers"));
  GtkWindow *duplicates, *merge;

  g_assert_true (zg_window_show_screen (window, "customers"));
  zg_ui_wait_until (has_text (customers, "138 0000 2468"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.mask-phones", NULL);
  zg_ui_wait_until (has_text (customers, "138****2468"));
  g_assert_false (has_text (customers, "138 0000 2468"));

  duplicates = zg_duplicates_window_new (GTK_WINDOW (window), fixture->session);
  gtk_window_present (duplicates);
  zg_ui_wait_until (has_text (GTK_WIDGET (duplicates), "138****2468"));
  g_assert_false (has_text (GTK_WIDGET (duplicates), "13800002468") || has_text (GTK_WIDGET (duplicates), "138 0000 2468"));
  gtk_window_destroy (duplicates);

  merge = zg_merge_window_new (GTK_WINDOW (window), fixture->session, id, other_id);
  gtk_window_present (merge);
  zg_ui_wait_until (has_text (GTK_WIDGET (merge), "138****2468"));
  gtk_window_destroy (merge);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.mask-phones", NULL);
  zg_ui_wait_until (has_text (customers, "138 0000 2468"));
  g_assert_false (has_text (customers, "138****2468"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.mask-phones", NULL);
  zg_ui_wait_until (has_text (customers, "138****2468"));
  zg_screen_open (zg_window_get_screen (window, "customers"), id);
  zg_ui_wait_until (get_page (window) != NULL && has_text (get_page (window), "138 0000 2468"));
  zg_ui_fixture_close_window (fixture, window);
}

static void
add (const char *path,
     void      (*test) (ZgUiFixture   *fixture,
                        gconstpointer  data))
{
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, test, zg_ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  zg_ui_test_init (&argc, &argv);
  add ("/privacy/erase", test_erase);
  add ("/privacy/cancel", test_cancel);
  add ("/privacy/dossier", test_dossier);
  add ("/privacy/finish", test_finish);
  add ("/privacy/unfinished", test_unfinished);
  add ("/privacy/erase-beside", test_erase_beside);
  add ("/privacy/masks", test_masks);
  return g_test_run ();
}
