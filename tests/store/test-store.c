/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "shop-folder.h"
#include "zg-contact-table.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-order-table.h"
#include "zg-search-index.h"
#include "zg-shop-table.h"
#include "zg-statement.h"
#include "zg-store.h"

#define NOW ((ZgTime) 1790000000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *path;
  ZgStore *store;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = shop_folder_make (NULL);
  self->path = g_build_filename (self->folder, "shop", "shop.db", NULL);
  self->store = zg_store_open (self->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->store != NULL)
    zg_store_close (self->store);
  g_clear_object (&self->store);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

/* Every write of a test is one job; the test's function is handed over with its place for the result. */
static void
write_ok (Fixture     *self,
          ZgStoreFunc  func,
          gpointer     data)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = zg_store_write (self->store, func, data, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static ZgCustomer *
make_customer (void)
{
  ZgCustomer *customer = zg_customer_new ();
  g_autoptr(ZgAddress) address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路100号幸福小区3幢502(310000)");

  zg_personal_set (&customer->name, "王晓雯");
  customer->call_name = g_strdup ("王小姐");
  customer->note = g_strdup ("喜欢黑色");
  zg_customer_add_phone (customer, "13800002468", "手机");
  zg_customer_add_account (customer, "taobao", "晓雯_xw");
  zg_customer_add_address (customer, "王晓雯", "13800002468", address, "家");
  g_ptr_array_add (customer->tags, g_strdup ("羊毛"));
  return customer;
}

static gboolean
insert_customer (ZgDatabase    *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return zg_customer_table_insert (db, data, NOW, 0, error);
}

static gboolean
load_customer (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  ZgCustomer **customer = data;
  gint64 id = (*customer)->id;

  *customer = zg_customer_table_load (db, id, error);
  return *customer != NULL;
}

static gboolean
check_index (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_search_index_check (db, error);
}

static void
test_customer_round_trip (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(ZgCustomer) customer = make_customer ();
  g_autoptr(GError) error = NULL;
  ZgCustomer *loaded = customer;
  g_autoptr(ZgCustomer) owned = NULL;

  write_ok (self, insert_customer, customer);
  g_assert_true (zg_store_read (self->store, load_customer, &loaded, &error));
  g_assert_no_error (error);
  owned = loaded;

  g_assert_cmpstr (loaded->name.text, ==, "王晓雯");
  g_assert_cmpint (loaded->version, ==, 1);
  g_assert_cmpint (loaded->phones->len, ==, 1);
  g_assert_cmpint (loaded->accounts->len, ==, 1);
  g_assert_cmpint (loaded->addresses->len, ==, 1);
  g_assert_cmpstr (((ZgCustomerAddress *) loaded->addresses->pdata[0])->address->city, ==, "杭州市");
  g_assert_cmpstr (loaded->tags->pdata[0], ==, "羊毛");
  write_ok (self, check_index, NULL);
}

typedef struct {
  ZgCustomer *customer;
  const char *query;
  GArray *ids;
} EditJob;

static gboolean
update_customer (ZgDatabase    *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  EditJob *job = data;

  return zg_customer_table_update (db, job->customer, NOW + ZG_TIME_MINUTE, error);
}

static gboolean
find_customers (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  EditJob *job = data;

  job->ids = zg_find_table_customers (db, job->query, 50, error);
  return job->ids != NULL;
}

static guint
count_hits (Fixture    *self,
            const char *query)
{
  EditJob job = { .query = query };
  g_autoptr(GError) error = NULL;
  guint n;

  g_assert_true (zg_store_read (self->store, find_customers, &job, &error));
  g_assert_no_error (error);
  n = job.ids->len;
  g_array_unref (job.ids);
  return n;
}

static void
test_customer_edit (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(ZgCustomer) customer = make_customer ();
  g_autoptr(ZgCustomer) stale = NULL;
  g_autoptr(GError) error = NULL;
  EditJob job = { .customer = customer };

  write_ok (self, insert_customer, customer);
  stale = zg_customer_copy (customer);
  g_assert_cmpint (count_hits (self, "晓雯"), ==, 1);
  g_assert_cmpint (count_hits (self, "文三路"), ==, 1);
  g_assert_cmpint (count_hits (self, "2468"), ==, 1);
  g_assert_cmpint (count_hits (self, "1380000"), ==, 1);
  g_assert_cmpint (count_hits (self, "羊毛"), ==, 1);
  g_assert_cmpint (count_hits (self, "黑色"), ==, 1);
  g_assert_cmpint (count_hits (self, "王"), ==, 1);
  g_assert_cmpint (count_hits (self, "红色"), ==, 0);

  g_free (customer->note);
  customer->note = g_strdup ("改成红色");
  g_ptr_array_set_size (customer->phones, 0);
  zg_customer_add_phone (customer, "13900001111", NULL);
  write_ok (self, update_customer, &job);
  g_assert_cmpint (customer->version, ==, 2);
  g_assert_cmpint (count_hits (self, "红色"), ==, 1);
  g_assert_cmpint (count_hits (self, "黑色"), ==, 0);
  g_assert_cmpint (count_hits (self, "2468"), ==, 0);
  g_assert_cmpint (count_hits (self, "1111"), ==, 1);
  write_ok (self, check_index, NULL);

  job.customer = stale;
  g_assert_false (zg_store_write (self->store, update_customer, &job, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_assert_cmpint (count_hits (self, "红色"), ==, 1);
  write_ok (self, check_index, NULL);
}

static void
test_modes (Fixture       *self,
            gconstpointer  data)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr(ZgCustomer) customer = make_customer ();
  struct stat info;

  write_ok (self, insert_customer, customer);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static void
break_with (Fixture    *self,
            const char *sql)
{
  g_autoptr(ZgDatabase) db = NULL;
  g_autoptr(GError) error = NULL;

  zg_store_close (self->store);
  g_clear_object (&self->store);
  db = zg_database_open (self->path, ZG_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_exec (db, sql, &error));
  g_assert_no_error (error);
}

static void
test_newer_schema (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = make_customer ();

  write_ok (self, insert_customer, customer);
  break_with (self, "PRAGMA user_version = 999");

  self->store = zg_store_open (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_store_is_read_only (self->store));
  g_assert_cmpint (count_hits (self, "晓雯"), ==, 1);
  g_assert_false (zg_store_write (self->store, insert_customer, customer, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NEWER_SCHEMA);
}

static void
test_foreign_file (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  break_with (self, "PRAGMA application_id = 7");
  g_assert_true (g_file_get_contents (self->path, &before, &n_before, NULL));
  self->store = zg_store_open (self->path, &error);
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_FOREIGN_FILE);
  g_assert_null (self->store);
  g_assert_true (g_file_get_contents (self->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);

  g_clear_error (&error);
  g_assert_true (g_file_set_contents (self->path, "not a database, but long enough to look at the header of it", -1, NULL));
  self->store = zg_store_open (self->path, &error);
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_FOREIGN_FILE);
}

static gboolean
limit_pages (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_database_set_max_pages (db, 1, error);
}

static void
test_full_disk (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  guint n = 0;

  write_ok (self, limit_pages, NULL);
  while (error == NULL)
    {
      g_autoptr(ZgCustomer) customer = make_customer ();

      g_ptr_array_set_size (customer->accounts, 0);
      if (zg_store_write (self->store, insert_customer, customer, &error))
        n++;
    }
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_FULL);
  /* All that was acknowledged is there, and nothing of the one that failed. */
  g_assert_cmpint (count_hits (self, "文三路"), ==, MIN (n, 50));
  write_ok (self, check_index, NULL);
}

static void
test_duplicate (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) first = make_customer ();
  g_autoptr(ZgCustomer) second = make_customer ();

  write_ok (self, insert_customer, first);
  g_assert_false (zg_store_write (self->store, insert_customer, second, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
  g_assert_cmpint (count_hits (self, "晓雯"), ==, 1);
}

typedef struct {
  guint n_signals;
  guint tables;
} Heard;

static void
changed_cb (ZgStore *store,
            guint    tables,
            GArray  *customer_ids,
            GArray  *order_ids,
            Heard   *heard)
{
  heard->n_signals++;
  heard->tables |= tables;
}

static void
test_changed (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(ZgCustomer) customer = make_customer ();
  g_autoptr(ZgStore) other = NULL;
  g_autoptr(GError) error = NULL;
  Heard heard = { 0 };

  zg_store_watch (self->store);
  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &heard);
  write_ok (self, insert_customer, customer);
  while (heard.n_signals == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (heard.tables, ==, ZG_TABLE_CUSTOMER);

  /* Another program's write is told too. */
  heard = (Heard) { 0 };
  other = zg_store_open (self->path, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (customer->accounts, 0);
  g_assert_true (zg_store_write (other, insert_customer, customer, &error));
  g_assert_no_error (error);
  zg_store_close (other);
  while (heard.tables != ZG_TABLES_ALL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
do_nothing (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return TRUE;
}

/* As an import does: one job after the other, until it is told that the shop is closed. */
static gpointer
write_until_closed (gpointer data)
{
  ZgStore *store = data;
  g_autoptr(GError) error = NULL;

  while (zg_store_write (store, do_nothing, NULL, &error))
    zg_store_get_journal_pages (store);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return NULL;
}

/* The program is told to end while an import runs. */
static void
test_closed_while_writing (Fixture       *self,
                           gconstpointer  data)
{
  for (guint round = 0; round < 100; round++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZgStore) store = zg_store_open (self->path, &error);
      GThread *thread;

      g_assert_no_error (error);
      thread = g_thread_new ("import", write_until_closed, store);
      g_assert_true (zg_store_write (store, do_nothing, NULL, NULL));
      zg_store_close (store);
      g_thread_join (thread);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/customer/round-trip", Fixture, NULL, set_up, test_customer_round_trip, tear_down);
  g_test_add ("/store/customer/edit", Fixture, NULL, set_up, test_customer_edit, tear_down);
  g_test_add ("/store/modes", Fixture, NULL, set_up, test_modes, tear_down);
  g_test_add ("/store/newer-schema", Fixture, NULL, set_up, test_newer_schema, tear_down);
  g_test_add ("/store/foreign-file", Fixture, NULL, set_up, test_foreign_file, tear_down);
  g_test_add ("/store/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/store/duplicate", Fixture, NULL, set_up, test_duplicate, tear_down);
  g_test_add ("/store/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/store/closed-while-writing", Fixture, NULL, set_up, test_closed_while_writing, tear_down);
  return g_test_run ();
}
