/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "shop-folder.h"
#include "zg-customer-bulk.h"
#include "zg-customer-desk.h"
#include "zg-error.h"
#include "zg-export.h"
#include "zg-find-table.h"
#include "zg-shop-file.h"

/* One change for many customers, and what takes it back. */

/* 2026-09-22 14:20 in Shanghai */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  ZgClock *clock;
  GArray *ids;                  /* 1 to 4 and somebody who is gone */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const gint64 ids[] = { 1, 2, 3, 4, 99 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();

  self->folder = shop_folder_make (&self->path);
  self->db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
  self->clock = zg_clock_new_fixed (NOW, zone);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, ids, G_N_ELEMENTS (ids));
}

static void
add_customers (Fixture *self)
{
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("客人%d", i);
      g_autoptr(ZgCustomer) customer = zg_customer_new ();
      g_autoptr(GError) error = NULL;

      zg_personal_set (&customer->name, name);
      if (i == 2)
        g_ptr_array_add (customer->tags, g_strdup ("送礼"));
      g_assert_true (zg_customer_desk_create (self->db, customer, self->clock, &error));
      g_assert_no_error (error);
      g_assert_cmpint (customer->id, ==, i);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_array_unref (self->ids);
  zg_database_rollback (self->db);
  zg_database_close (self->db);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

static gint64
count (Fixture    *self,
       const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 value;

  g_assert_true (zg_database_query_int64 (self->db, sql, &value, &error));
  g_assert_no_error (error);
  return value;
}

static guint
count_hits (Fixture    *self,
            const char *text)
{
  g_autoptr(GArray) ids = zg_find_table_customers (self->db, text, 60, NULL);

  return ids->len;
}

static ZgCustomerBulk *
run (Fixture        *self,
     ZgCustomerBulk *bulk)
{
  g_autoptr(GError) error = NULL;

  while (!zg_bulk_is_done (&bulk->bulk))
    {
      zg_bulk_run (self->db, bulk, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (bulk->bulk.n_done, ==, bulk->bulk.ids->len);
  return bulk;
}

/* Whoever had the tag before keeps it when the change is taken back, and the search knows. */
static void
test_tag (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(ZgCustomerBulk) add = NULL;
  g_autoptr(ZgCustomerBulk) back = NULL;
  g_autoptr(ZgCustomerBulk) removal = NULL;
  g_autoptr(ZgCustomerBulk) again = NULL;

  add_customers (self);
  add = run (self, zg_customer_bulk_new (ZG_BULK_ADD_TAG, self->ids, "  送礼 ", self->clock));
  g_assert_cmpuint (add->bulk.done_ids->len, ==, 3);
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer_tag"), ==, 4);
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer WHERE version = 2"), ==, 3);
  g_assert_cmpuint (count_hits (self, "送礼"), ==, 4);

  back = run (self, (ZgCustomerBulk *) zg_bulk_reverse (&add->bulk));
  g_assert_cmpint (count (self, "SELECT customer_id FROM customer_tag"), ==, 2);
  g_assert_cmpuint (count_hits (self, "送礼"), ==, 1);

  removal = run (self, zg_customer_bulk_new (ZG_BULK_REMOVE_TAG, self->ids, "送礼", self->clock));
  g_assert_cmpuint (removal->bulk.done_ids->len, ==, 1);
  g_assert_cmpuint (count_hits (self, "送礼"), ==, 0);
  again = run (self, (ZgCustomerBulk *) zg_bulk_reverse (&removal->bulk));
  g_assert_cmpint (count (self, "SELECT customer_id FROM customer_tag"), ==, 2);
}

static void
test_follow_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(ZgCustomerBulk) add = zg_customer_bulk_new (ZG_BULK_ADD_FOLLOW_UP, self->ids, "问尺码", self->clock);
  g_autoptr(ZgCustomerBulk) back = NULL;

  add_customers (self);
  add->due_at = zg_customer_desk_due_in_days (1, self->clock);
  run (self, add);
  g_assert_cmpint (count (self, "SELECT count(DISTINCT customer_id) FROM follow_up WHERE text = '问尺码'"), ==, 4);
  back = run (self, (ZgCustomerBulk *) zg_bulk_reverse (&add->bulk));
  g_assert_cmpint (count (self, "SELECT count(*) FROM follow_up"), ==, 0);
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  static const struct {
    ZgBulkKind kind;
    const char *text;
  } cases[] = {
    { ZG_BULK_ADD_TAG, "  " },
    { ZG_BULK_ADD_TAG, "送礼，老客" },
    { ZG_BULK_REMOVE_TAG, "a,b" },
    { ZG_BULK_ADD_FOLLOW_UP, "没有日子" },
  };

  add_customers (self);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZgCustomerBulk) bulk = zg_customer_bulk_new (cases[i].kind, self->ids, cases[i].text, self->clock);
      g_autoptr(GError) error = NULL;

      g_assert_false (zg_bulk_run (self->db, bulk, NULL, &error));
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
    }
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(ZgCustomerBulk) bulk = zg_customer_bulk_new (ZG_BULK_ADD_TAG, self->ids, "送礼", self->clock);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (zg_bulk_run (self->db, bulk, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (bulk->bulk.n_done, ==, 0);
  g_assert_cmpuint (bulk->bulk.done_ids->len, ==, 0);
}

static void
test_export (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "chosen.csv", NULL);
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 n_rows;

  add_customers (self);
  zg_export_write_customers (self->db, self->ids, ZG_EXPORT_CSV, path, zone, &n_rows, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_rows, ==, 4);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "客人4"));
  g_assert_null (strstr (text, "客人5"));
}

/* Cards of those who are still there; a file that was stopped is not there, and what was in its place stays. */
static void
test_export_cards (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "chosen.vcf", NULL);
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL, *after = NULL;
  const gint64 gone = 987654;
  gint64 n_rows;
  GStatBuf info;

  add_customers (self);
  g_array_prepend_val (self->ids, gone);
  zg_export_write_customers (self->db, self->ids, ZG_EXPORT_VCARD, path, zone, &n_rows, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_rows, ==, 4);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCARD\r\n"));
  g_assert_nonnull (strstr (text, "客人4"));
  g_assert_null (strstr (text, "客人5"));

  g_cancellable_cancel (cancelled);
  g_assert_false (zg_export_write_customers (self->db, NULL, ZG_EXPORT_VCARD, path, zone, &n_rows, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/customer-bulk/tag", Fixture, NULL, set_up, test_tag, tear_down);
  g_test_add ("/customer-bulk/follow-up", Fixture, NULL, set_up, test_follow_up, tear_down);
  g_test_add ("/customer-bulk/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/customer-bulk/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/customer-bulk/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/customer-bulk/export-cards", Fixture, NULL, set_up, test_export_cards, tear_down);
  return g_test_run ();
}
