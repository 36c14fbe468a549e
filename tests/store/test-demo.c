/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-demo.h"
#include "zg-due.h"
#include "zg-error.h"
#include "zg-filtered-customers.h"
#include "zg-list-table.h"
#include "zg-order-desk.h"
#include "zg-order-table.h"
#include "zg-shop-file.h"
#include "zg-shop-table.h"
#include "zg-starter-library.h"

/* The demo shop: rich, coherent, the same every time, and only in an empty file. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  ZgClock *clock;
} Shop;

static void
shop_open (Shop   *self,
           ZgTime  now)
{
  g_autoptr(GError) error = NULL;

  self->folder = shop_folder_make (&self->path);
  self->clock = zg_clock_new_fixed (now, zg_time_zone_china ());
  self->db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
}

static void
shop_close (Shop *self)
{
  if (zg_database_in_transaction (self->db))
    g_assert_true (zg_database_commit (self->db, NULL));
  zg_database_close (self->db);
  shop_folder_remove (self->folder);
  g_free (self->path);
  zg_clock_unref (self->clock);
}

static void
fill (Shop       *self,
      const char *language)
{
  g_autoptr(GError) error = NULL;

  zg_demo_fill (self->db, language, self->clock, &error);
  g_assert_no_error (error);
}

static gint64
count (Shop       *self,
       const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 value = -1;

  zg_database_query_int64 (self->db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static gint64
find_order (Shop       *self,
            const char *tail)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM shop_order WHERE number LIKE '%%%s'", tail);

  return count (self, sql);
}

/* Each of these finds nothing in a sound shop. */
static const char * const flaws[] = {
  /* Derived columns against the rows they are derived from. */
  "SELECT count(*) FROM customer AS c WHERE n_orders <> "
  "(SELECT count(*) FROM shop_order WHERE customer_id = c.id AND state <> 6)",
  "SELECT count(*) FROM customer AS c WHERE spent <> "
  "(SELECT coalesce(sum(paid), 0) FROM shop_order WHERE customer_id = c.id AND state BETWEEN 1 AND 5)",
  "SELECT count(*) FROM customer AS c WHERE last_contact_at IS NOT "
  "(SELECT max(at) FROM contact WHERE customer_id = c.id AND kind < 3)",
  "SELECT count(*) FROM shop_order WHERE customer_id IS NULL OR total < 0",
  "SELECT count(*) FROM shop_order AS o WHERE NOT EXISTS (SELECT 1 FROM order_item WHERE order_id = o.id)",
  /* Nothing is shipped without a complete list, nobody is known only after the last order. */
  "SELECT count(*) FROM shop_order WHERE state BETWEEN 3 AND 5 AND confirmed_at IS NULL AND holds = 0",
  "SELECT count(*) FROM customer WHERE created_at > coalesce(last_order_at, created_at)",
  "SELECT count(*) FROM shop_order WHERE paid_at < ordered_at OR packed_at < paid_at OR shipped_at < packed_at "
  "OR received_at < shipped_at OR completed_at < received_at",
  /* Not one text has a place left open in it. */
  "SELECT count(*) FROM contact WHERE text LIKE '%{%' OR text LIKE '%' || char(8288) || '%'",
};

static void
assert_sound (Shop *self)
{
  static const char * const tables[] = { "contact", "order_history", "order_tick" };

  for (gsize i = 0; i < G_N_ELEMENTS (flaws); i++)
    if (count (self, flaws[i]) != 0)
      g_error ("The demo is not sound: %s", flaws[i]);

  /* Nothing happens later than now. */
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *later = g_strdup_printf ("SELECT count(*) FROM %s WHERE at > %" G_GINT64_FORMAT, tables[i],
                                                zg_clock_now (self->clock));

      g_assert_cmpint (count (self, later), ==, 0);
    }
}

static void
test_fill (gconstpointer data)
{
  const char *language = data;
  Shop shop;
  gint64 start = g_get_monotonic_time ();
  double seconds;
  g_autofree char *name = NULL;
  g_autoptr(GPtrArray) due = NULL;
  g_autoptr(GPtrArray) recents = NULL;
  g_autoptr(GPtrArray) shipped = zg_starter_library_load (language, NULL);

  shop_open (&shop, NOW);
  start = g_get_monotonic_time ();
  fill (&shop, language);
  seconds = (g_get_monotonic_time () - start) / 1e6;
  g_test_message ("%s filled in %.3f s", language, seconds);
  if (g_test_perf ())
    g_assert_cmpfloat (seconds, <, 1.0);
  assert_sound (&shop);

  g_assert_cmpint (count (&shop, "SELECT count(*) FROM customer"), >=, 40);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM shop_order"), >=, 70);
  g_assert_cmpint (count (&shop, "SELECT count(DISTINCT state) FROM shop_order"), ==, ZG_N_ORDER_STATES);
  g_assert_cmpint (count (&shop, "SELECT count(DISTINCT kind) FROM contact"), ==, 4);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM reply WHERE deleted_at IS NULL"), ==, shipped->len);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM reply WHERE favourite = 1"), >, 2);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM customer_phone WHERE disclosure < 4"), >, 2);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM customer WHERE caution IS NOT NULL"), >, 0);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM shop_order WHERE flag > 0"), >, 2);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM follow_up WHERE state = 0"), >=, 5);

  name = zg_shop_table_get_setting (shop.db, ZG_SETTING_SHOP_NAME, "", NULL);
  g_assert_cmpstr (name, !=, "");
  recents = zg_shop_table_load_recents (shop.db, NULL);
  g_assert_cmpuint (recents->len, ==, 8);
  due = zg_due_list (shop.db, ZG_TIME_NONE, shop.clock, NULL);
  g_assert_cmpuint (due->len, >=, 8);
  g_assert_cmpuint (due->len, <=, 40);
  shop_close (&shop);
}

static void
test_wang (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrderFile) file = NULL;
  g_autoptr(ZgOrder) second = NULL;
  const ZgCheckRow *address;
  Shop shop;

  shop_open (&shop, NOW);
  fill (&shop, "zh_CN");
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM customer"), >=, 110);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM shop_order"), >=, 230);

  file = zg_order_desk_open (shop.db, find_order (&shop, "1046579"), shop.clock, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (file->customer->call_name, ==, "王小姐");
  g_assert_cmpstr (file->customer->name.text, ==, "王晓雯");
  g_assert_cmpint (file->order->state, ==, ZG_ORDER_UNPAID);
  g_assert_cmpint (file->order->total, ==, 21900);
  g_assert_cmpint (file->n_done, ==, 5);
  g_assert_cmpint (file->n_total, ==, 8);
  address = file->rows->pdata[ZG_CHECK_ADDRESS];
  g_assert_cmpint (address->state, ==, ZG_CHECK_DROPPED);
  g_assert_nonnull (strstr (address->note, "501"));
  g_assert_nonnull (strstr (address->note, "502"));
  g_assert_cmpint (((const ZgCheckRow *) file->rows->pdata[ZG_CHECK_DUPLICATE_PARCEL])->state, ==, ZG_CHECK_WARN);

  second = zg_order_table_load (shop.db, find_order (&shop, "1046512"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->customer_id, ==, file->customer->id);
  g_assert_cmpint (second->state, ==, ZG_ORDER_PAID);
  g_assert_cmpint (second->confirmed_at, !=, ZG_TIME_NONE);

  g_assert_cmpint (count (&shop, "SELECT count(*) FROM customer WHERE name = 'A&B <b> 贸易'"), ==, 1);
  shop_close (&shop);
}

/* Nobody real is called by accident: a whole mobile number has four zeros where the area is coded. */
static void
test_phones (void)
{
  Shop shop;

  shop_open (&shop, NOW);
  fill (&shop, "zh_CN");
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM customer_phone WHERE digits IS NOT NULL"), >, 80);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM customer_phone WHERE digits GLOB '1*' "
                                 "AND digits NOT GLOB '1[3-9][0-9]0000[0-9][0-9][0-9][0-9]'"), ==, 0);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM shop_order WHERE phone <> '' AND phone NOT LIKE '% 0000 %' "
                                 "AND phone NOT LIKE '%****%'"), ==, 0);
  shop_close (&shop);
}

/* The filters of the list say what they mean, so that a round walks to those who are shown. */
static void
test_list_filters (void)
{
  Shop shop;

  shop_open (&shop, NOW);
  fill (&shop, "zh_CN");
  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (zg_list_table_customer_texts[i], &error);
      g_autoptr(GArray) shown = NULL;
      g_autoptr(GArray) meant = NULL;

      g_assert_no_error (error);
      shown = zg_list_table_customer_ids (shop.db, i, ZG_CUSTOMER_SORT_NAME, FALSE, NOW, &error);
      g_assert_no_error (error);
      meant = zg_filtered_customers_list (shop.db, filter, ZG_CUSTOMER_SORT_NAME, FALSE, shop.clock, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (shown->len, >, 0);
      g_assert_cmpmem (shown->data, shown->len * sizeof (gint64), meant->data, meant->len * sizeof (gint64));
    }
  shop_close (&shop);
}

static void
test_same_every_time (void)
{
  static const char *digests[] = {
    "SELECT sum(total * (id % 97)) FROM shop_order",
    "SELECT sum(spent * (id % 89)) FROM customer",
    "SELECT sum((at / 1000000) % 100000 * (length(text) + 1)) FROM contact",
  };
  Shop first, second;

  shop_open (&first, NOW);
  shop_open (&second, NOW);
  fill (&first, "zh_CN");
  fill (&second, "zh_CN");
  for (gsize i = 0; i < G_N_ELEMENTS (digests); i++)
    g_assert_cmpint (count (&first, digests[i]), ==, count (&second, digests[i]));
  shop_close (&first);
  shop_close (&second);
}

/* At midnight, on the first of January, on a leap day: the rules hold whenever the demo is opened. */
static void
test_any_moment (void)
{
  static const char * const moments[] = {
    "2026-01-01T00:00:30+08:00", "2028-02-29T09:05:00+08:00",
    "2026-11-11T23:59:30+08:00", "2027-03-31T06:00:00+08:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr(GError) error = NULL;
      ZgTime now;
      Shop shop;

      g_assert_true (zg_time_parse_iso (moments[i], zg_time_zone_china (), &now, &error));
      shop_open (&shop, now);
      fill (&shop, i % 2 == 0 ? "zh_CN" : "en");
      assert_sound (&shop);
      shop_close (&shop);
    }
}

static void
test_refuse (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  Shop shop;

  shop_open (&shop, NOW);
  zg_personal_set (&customer->name, "王晓雯");
  g_assert_true (zg_customer_table_insert (shop.db, customer, NOW, 0, &error));
  g_assert_false (zg_demo_fill (shop.db, "zh_CN", shop.clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM customer"), ==, 1);
  g_assert_cmpint (count (&shop, "SELECT count(*) FROM reply"), ==, 0);
  shop_close (&shop);
}

/* A customer's sums are in the currency of the orders. */
static void
test_currency (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  gint64 id;
  Shop shop;

  shop_open (&shop, NOW);
  fill (&shop, "zh_TW");
  id = count (&shop, "SELECT id FROM customer WHERE name = '王曉雯'");
  customer = zg_customer_table_load (shop.db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (customer->currency, ==, "TWD");
  rows = zg_list_table_customer_rows (shop.db, &id, 1, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((const ZgCustomerRow *) rows->pdata[0])->currency, ==, "TWD");
  shop_close (&shop);
}

static void
test_sound_file (void)
{
  g_autoptr(GError) error = NULL;
  Shop shop;

  shop_open (&shop, NOW);
  fill (&shop, "zh_TW");
  g_assert_true (zg_database_commit (shop.db, &error));
  zg_shop_file_verify (shop.path, &error);
  g_assert_no_error (error);
  shop_close (&shop);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/demo/fill/zh_CN", "zh_CN", test_fill);
  g_test_add_data_func ("/demo/fill/zh_TW", "zh_TW", test_fill);
  g_test_add_data_func ("/demo/fill/en", "en", test_fill);
  g_test_add_func ("/demo/wang", test_wang);
  g_test_add_func ("/demo/phones", test_phones);
  g_test_add_func ("/demo/list-filters", test_list_filters);
  g_test_add_func ("/demo/same-every-time", test_same_every_time);
  g_test_add_func ("/demo/any-moment", test_any_moment);
  g_test_add_func ("/demo/refuse", test_refuse);
  g_test_add_func ("/demo/currency", test_currency);
  g_test_add_func ("/demo/sound-file", test_sound_file);

  return g_test_run ();
}
