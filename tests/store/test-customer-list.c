/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-filtered-customers.h"
#include "zg-shop-file.h"

/* In which order customers are listed, with an index of that order and without. */

/* 2026-09-22 14:20 in Shanghai */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  ZgClock *clock;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();

  self->folder = shop_folder_make (&self->path);
  self->db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
  self->clock = zg_clock_new_fixed (NOW, zone);
  /* A level that no rule knows, and a customer with a second address. */
  zg_database_exec (self->db,
    "INSERT INTO customer (id, uid, created_at, updated_at, name, name_key, level, n_orders, spent, source) VALUES "
    "(1, 'a', 1, 1, '甲', 'jia', '金卡', 3, 900, '淘宝'), (2, 'b', 1, 1, '乙', 'yi', '', 12, 100, ''), "
    "(3, 'c', 1, 1, '丙', 'bing', '银卡', 0, 0, ''), (4, 'd', 1, 1, '丁', 'ding', '老友', 3, 500, '');"
    "INSERT INTO member_level (uid, position, name) VALUES ('s', 0, '银卡'), ('g', 1, '金卡');"
    "INSERT INTO customer_address (customer_id, position, province, city, district, detail, disclosure) VALUES "
    "(1, 0, 'C', 'x', '', '', 4), (2, 1, 'A', 'x', '', '', 4), (2, 0, 'B', 'x', '', '', 4), (3, 0, 'B', 'a', '', '', 4);"
    "UPDATE customer SET birthday = '--09-28', consent = 2 WHERE id = 2;", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_true (zg_database_commit (self->db, NULL));
  zg_database_close (self->db);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

static void
assert_order (GArray     *ids,
              const char *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_nonnull (ids);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
  g_assert_cmpstr (text->str, ==, expected);
}

/* What is at the end in one direction is at the top in the other, also where two are alike. */
static void
test_sorts (Fixture       *self,
            gconstpointer  data)
{
  static const struct {
    ZgCustomerSort sort;
    const char *up;
    const char *down;
  } cases[] = {
    { ZG_CUSTOMER_SORT_NAME, "3412", "2143" },
    { ZG_CUSTOMER_SORT_SPENT, "3241", "1423" },
    { ZG_CUSTOMER_SORT_ORDERS, "3142", "2413" },
    { ZG_CUSTOMER_SORT_LEVEL, "2431", "1342" },
    { ZG_CUSTOMER_SORT_CITY, "4321", "1234" },
  };
  g_autoptr(ZgCustomerFilter) everybody = zg_customer_filter_parse ("", NULL);

  g_assert_nonnull (everybody);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (int descending = 0; descending < 2; descending++)
        {
          const char *expected = descending ? cases[i].down : cases[i].up;
          g_autoptr(GArray) all = zg_list_table_customer_ids (self->db, ZG_CUSTOMER_FILTER_ALL, cases[i].sort, descending,
                                                              NOW, NULL);
          g_autoptr(GArray) segment = zg_filtered_customers_list (self->db, everybody, cases[i].sort, descending,
                                                                  self->clock, NULL);

          assert_order (all, expected);
          assert_order (segment, expected);
        }
    }
}

static void
test_row (Fixture       *self,
          gconstpointer  data)
{
  const gint64 ids[] = { 2, 1 };
  g_autoptr(GPtrArray) rows = zg_list_table_customer_rows (self->db, ids, G_N_ELEMENTS (ids), NOW, NULL);
  const ZgCustomerRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpstr (row->birthday, ==, "--09-28");
  g_assert_cmpint (row->consent, ==, ZG_CONSENT_NO);
  g_assert_cmpstr (((ZgCustomerRow *) g_ptr_array_index (rows, 1))->source, ==, "淘宝");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/customer-list/sorts", Fixture, NULL, set_up, test_sorts, tear_down);
  g_test_add ("/customer-list/row", Fixture, NULL, set_up, test_row, tear_down);
  return g_test_run ();
}
