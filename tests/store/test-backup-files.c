/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "shop-folder.h"
#include "zg-backup.h"
#include "zg-customer-table.h"
#include "zg-shop-file.h"
#include "zg-store.h"

/* Backups as files: made while others write, and put in the place of a shop that is gone. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *shop_path;
  ZgClock *clock;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  self->folder = shop_folder_make (&self->shop_path);
  self->clock = zg_clock_new_fixed (NOW, zone);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->shop_path);
}

static ZgStore *
open_shop (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  ZgStore *store = zg_store_open (self->shop_path, &error);

  g_assert_no_error (error);
  return store;
}

static void
close_shop (ZgStore *store)
{
  zg_store_close (store);
  g_object_unref (store);
}

static gboolean
add_note (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  g_free (customer->note);
  customer->note = g_strdup (data);
  return zg_customer_table_insert (db, customer, NOW, 0, error);
}

static void
add (ZgStore    *store,
     const char *note)
{
  g_autoptr(GError) error = NULL;

  zg_store_write (store, add_note, (gpointer) note, &error);
  g_assert_no_error (error);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, &error));
}

/* The shop file was lost, the journal of the program that was killed was not: it is not of the file that is restored. */
static void
test_restore_beside_a_journal (Fixture       *self,
                               gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (self->shop_path, "-wal", NULL);
  g_autofree char *saved = g_build_filename (self->folder, "saved", NULL);
  g_autofree char *backup = NULL;
  g_autofree char *replaced = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  ZgStore *store = open_shop (self);
  gint64 n;

  add (store, "before");
  backup = zg_backup_make (self->shop_path, self->clock, NULL, &error);
  g_assert_no_error (error);
  close_shop (store);

  store = open_shop (self);
  add (store, "after");
  copy_file (journal, saved);
  close_shop (store);
  g_assert_cmpint (g_unlink (self->shop_path), ==, 0);
  g_assert_cmpint (g_rename (saved, journal), ==, 0);

  replaced = zg_backup_restore (self->shop_path, backup, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (replaced, ==, "");
  close_shop (open_shop (self));
  g_assert_true (zg_shop_file_verify (self->shop_path, &error));
  g_assert_no_error (error);
  db = zg_database_open (self->shop_path, ZG_DATABASE_READER, NULL);
  g_assert_true (zg_database_query_int64 (db, "SELECT count(*) FROM customer", &n, NULL));
  g_assert_cmpint (n, ==, 1);
}

/* More edits than anybody makes while a small shop is copied. */
#define MANY_EDITS 10000

typedef struct {
  ZgStore *store;
  GCancellable *patience;
  int is_over;
  int n_written;
} Rush;

static gpointer
write_on (gpointer data)
{
  Rush *rush = data;

  while (!g_atomic_int_get (&rush->is_over))
    {
      add (rush->store, "meanwhile");
      if (g_atomic_int_add (&rush->n_written, 1) == MANY_EDITS)
        g_cancellable_cancel (rush->patience);
    }
  return NULL;
}

/* A copy is of one moment: it does not begin anew with each edit that others make meanwhile. */
static void
test_copy_while_others_write (Fixture       *self,
                              gconstpointer  data)
{
  g_autofree char *note = g_strnfill (512 * 1024, 'x');
  g_autofree char *path = g_build_filename (self->folder, "copy.db", NULL);
  g_autoptr(GCancellable) patience = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Rush rush = { .store = open_shop (self), .patience = patience };
  GThread *thread;

  for (guint i = 0; i < 60; i++)
    add (rush.store, note);

  thread = g_thread_new ("rush", write_on, &rush);
  while (g_atomic_int_get (&rush.n_written) == 0)
    g_thread_yield ();
  zg_backup_write_to (self->shop_path, path, patience, &error);
  g_atomic_int_set (&rush.is_over, 1);
  g_thread_join (thread);
  g_assert_no_error (error);
  g_assert_true (zg_shop_file_verify (path, &error));
  close_shop (rush.store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/backup-files/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("restore-beside-a-journal", test_restore_beside_a_journal);
  ADD ("copy-while-others-write", test_copy_while_others_write);
  return g_test_run ();
}
