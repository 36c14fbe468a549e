/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "zg-customer-table.h"
#include "zg-search-index.h"
#include "zg-statement.h"
#include "zg-store.h"

/*
 * Two programs that have the shop open at once, the window and the command line. The other program is this one again,
 * started as `test-two-programs --other SHOP`: it adds a customer and ends.
 */

static const char *own_path;

static gboolean
add_customer (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  zg_personal_set (&customer->name, data);
  return zg_customer_table_insert (db, customer, 1, 0, error);
}

static gboolean
count_customers (ZgDatabase    *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT count(*) FROM customer", error);
  gboolean has_row;

  if (statement == NULL || !zg_statement_step (statement, &has_row, error))
    return FALSE;
  *(gint64 *) data = zg_statement_get_int64 (statement, 0);
  return zg_search_index_check (db, error);
}

static void
write_ok (ZgStore     *store,
          ZgStoreFunc  func,
          gpointer     data)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = zg_store_write (store, func, data, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static ZgStore *
open_shop (const char *path)
{
  g_autoptr(GError) error = NULL;
  ZgStore *store = zg_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

static void
close_shop (ZgStore *store)
{
  zg_store_close (store);
  g_object_unref (store);
}

/* As a file chooser does for each file of the folder that it shows, to find out what it is. */
static void
look_into (const char *path,
           const char *ending)
{
  g_autofree char *full_path = g_strconcat (path, ending, NULL);
  char start[16];
  int fd = g_open (full_path, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (read (fd, start, sizeof start), >=, 0);
  close (fd);
}

static void
run_other_program (const char *path)
{
  g_autoptr(GError) error = NULL;
  int status;
  gboolean ok = g_spawn_sync (NULL, (char *[]) { (char *) own_path, (char *) "--other", (char *) path, NULL }, NULL,
                              G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

static void
test_files_looked_into (void)
{
  g_autofree char *folder = g_dir_make_tmp ("zg-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  ZgStore *store = open_shop (path);
  gint64 n = 0;

  write_ok (store, add_customer, (gpointer) "before");
  for (guint round = 0; round < 3; round++)
    {
      look_into (path, "");
      look_into (path, "-wal");
      look_into (path, "-shm");
      run_other_program (path);
      write_ok (store, add_customer, (gpointer) "after");
    }
  write_ok (store, count_customers, &n);
  g_assert_cmpint (n, ==, 7);
  close_shop (store);

  store = open_shop (path);
  write_ok (store, count_customers, &n);
  g_assert_cmpint (n, ==, 7);
  close_shop (store);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

/* Two connections of one program and another program's exclude each other as they always did. */
static void
test_last_one_tidies_up (void)
{
  g_autofree char *folder = g_dir_make_tmp ("zg-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  ZgStore *first = open_shop (path);
  ZgStore *second = open_shop (path);

  write_ok (first, add_customer, (gpointer) "first");
  write_ok (second, add_customer, (gpointer) "second");
  run_other_program (path);
  close_shop (first);
  /* Somebody has it open still. */
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  run_other_program (path);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  close_shop (second);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--other") == 0)
    {
      ZgStore *store = open_shop (argv[2]);

      write_ok (store, add_customer, (gpointer) "other");
      close_shop (store);
      return 0;
    }

  own_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/two-programs/files-looked-into", test_files_looked_into);
  g_test_add_func ("/two-programs/last-one-tidies-up", test_last_one_tidies_up);
  return g_test_run ();
}
