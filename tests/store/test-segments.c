/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-error.h"
#include "zg-filtered-customers.h"
#include "zg-find-table.h"
#include "zg-member-level.h"
#include "zg-customer-table.h"
#include "zg-segment.h"
#include "zg-shop-file.h"
#include "zg-shop-table.h"
#include "zg-statement.h"

/* Whom a filter lets through: counted, listed and looked at one by one it is the same. Segments are saved, moved and
 * deleted, and all of that is taken back. */

/* 2026-09-22 14:20 in Shanghai */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define DAY "86400000000"
#define AGO(days) "(1790058000000000 - " days " * " DAY ")"

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  ZgClock *clock;
} Fixture;

static void
run_sql (ZgDatabase *db,
         const char *sql)
{
  g_autoptr(GError) error = NULL;

  zg_database_exec (db, sql, &error);
  g_assert_no_error (error);
}

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

/* Customers 1 to 9, each with something of their own. */
static void
add_nine (ZgDatabase *db)
{
  run_sql (db,
    "INSERT INTO customer (id, uid, created_at, updated_at, name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
    "  FROM n WHERE i < 9) SELECT i, 'c' || i, 1, 1, '客' || i FROM n;"
    "INSERT INTO tag (id, name) VALUES (1, '老客'), (2, '送礼 用');"
    "INSERT INTO customer_tag VALUES (1, 1), (2, 1), (2, 2), (3, 2);"
    "UPDATE customer SET level = '金卡' WHERE id IN (1, 4);"
    "UPDATE customer SET type = 'price' WHERE id = 5;"
    "UPDATE customer SET consent = id - 6 WHERE id IN (7, 8);"
    "UPDATE customer SET caution = '退货多' WHERE id = 9;"
    "UPDATE customer SET n_orders = 3, spent = 50050, last_order_at = " AGO ("91") " WHERE id = 1;"
    "UPDATE customer SET n_orders = 1, spent = 9900, last_order_at = " AGO ("10") " WHERE id = 2;"
    /* Cancelled orders only: never a customer who could be lost. */
    "UPDATE customer SET n_orders = 0, last_order_at = " AGO ("200") " WHERE id = 3;"
    /* 2026-08-31 23:59:59 and 2026-09-01 00:00:00 in Shanghai */
    "UPDATE customer SET n_orders = 2, last_order_at = 1788191999000000 WHERE id = 4;"
    "UPDATE customer SET n_orders = 2, last_order_at = 1788192000000000 WHERE id = 5;"
    "UPDATE customer SET last_contact_at = " AGO ("31") " WHERE id IN (1, 2);"
    "UPDATE customer SET last_contact_at = " AGO ("1") " WHERE id = 5;"
    "INSERT INTO customer_address (customer_id, position, province, city) VALUES (1, 0, '浙江省', '杭州市'), "
    "  (1, 1, '江苏省', '南京市'), (2, 0, '浙江', '杭州'), (3, 0, '湖北省', '恩施土家族苗族自治州'), (4, 0, '北京市', '北京市');"
    "INSERT INTO interest (uid, customer_id, at, product, state, ask_again_at) VALUES ('i1', 6, 1, '围巾', 0, " AGO ("1") "), "
    "  ('i2', 6, 1, '帽子', 0, " AGO ("2") "), ('i3', 7, 1, '围巾', 0, " AGO ("-1") "), ('i4', 8, 1, '围巾', 1, 1), "
    "  ('i5', 9, 1, '围巾', 0, NULL);"
    "INSERT INTO shop_order (uid, platform, number, number_reversed, customer_id, state) VALUES ('o1', 'taobao', '1', '1', 2, 1), "
    "  ('o2', 'taobao', '2', '2', 2, 2), ('o3', 'taobao', '3', '3', 3, 0), ('o4', 'taobao', '4', '4', 4, 3), "
    "  ('o5', 'taobao', '5', '5', NULL, 1);"
    "INSERT INTO follow_up (uid, customer_id, due_at, state) VALUES ('f1', 1, " AGO ("1") ", 0), ('f2', 2, " AGO ("-1") ", 0), "
    "  ('f3', 3, " AGO ("1") ", 1);");
}

static const struct {
  const char *filter;
  const char *ids;
} cases[] = {
  { "", "123456789" },
  { "tag:老客", "12" }, { "tag:\"送礼 用\"", "23" }, { "tag:老客 tag:\"送礼 用\"", "2" }, { "tag:没有", "" },
  { "any-tag:老客 any-tag:\"送礼 用\"", "123" }, { "tag:老客 any-tag:没有", "" },
  { "level:金卡", "14" }, { "level:\"\"", "2356789" }, { "type:price", "5" }, { "level:金卡 tag:老客", "1" },
  { "city:杭州", "12" }, { "city:杭州市", "12" }, { "city:恩施", "3" }, { "province:浙江", "12" }, { "province:北京市", "4" },
  /* One address has to be in both. */
  { "province:江苏 city:杭州", "" }, { "province:江苏 city:南京", "1" }, { "city:杭", "12" }, { "city:州", "" },
  { "no-order:90d", "13" }, { "no-order:91d", "3" }, { "orders:1.. no-order:90d", "1" }, { "ordered:10d", "2" },
  { "last-order:2026-09-01..", "25" }, { "last-order:..2026-08-31", "134" },
  { "last-order:2026-08-31..2026-09-01", "45" }, { "last-order:2026-08-31", "4" },
  { "orders:0", "36789" }, { "orders:2..", "145" }, { "orders:..1", "236789" }, { "orders:2", "45" },
  { "spent:99..", "12" }, { "spent:99..500.50", "12" }, { "spent:99.01..", "1" }, { "spent:..0 orders:2..", "45" },
  { "no-contact:30d", "136789" }, { "never-contacted", "346789" }, { "orders:1.. no-contact:30d", "1" },
  { "consent:not-asked", "1234569" }, { "consent:yes", "7" }, { "consent:no", "8" },
  { "asked:open", "679" }, { "asked:due", "6" }, { "asked:open caution", "9" }, { "unshipped", "2" },
  { "unshipped tag:老客", "2" }, { "follow-up", "1" }, { "caution", "9" }, { "caution unshipped", "" },
};

static char *
ids_to_text (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%d", (int) g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

/* Counted, listed in every order, and looked at one by one. */
static char *
apply (Fixture    *self,
       const char *text,
       gint64      n_customers)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (text, &error);
  g_autoptr(ZgCustomerCheck) check = NULL;
  g_autoptr(GArray) passing = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 count;

  g_assert_no_error (error);
  check = zg_customer_check_new (self->db, filter, self->clock, &error);
  g_assert_no_error (error);
  for (gint64 id = 1; id <= n_customers; id++)
    {
      gboolean passes;

      g_assert_true (zg_customer_check_run (check, id, &passes, &error));
      if (passes)
        g_array_append_val (passing, id);
    }
  g_assert_true (zg_filtered_customers_count (self->db, filter, self->clock, &count, &error));
  g_assert_cmpint (count, ==, passing->len);

  for (int sort = 0; sort <= ZG_CUSTOMER_SORT_NAME; sort++)
    {
      g_autoptr(GArray) up = zg_filtered_customers_list (self->db, filter, sort, FALSE, self->clock, &error);
      g_autoptr(GArray) down = zg_filtered_customers_list (self->db, filter, sort, TRUE, self->clock, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (up->len, ==, passing->len);
      for (guint i = 0; i < up->len; i++)
        g_assert_cmpint (g_array_index (up, gint64, i), ==, g_array_index (down, gint64, down->len - 1 - i));
    }
  return ids_to_text (passing);
}

static void
test_terms (Fixture       *self,
            gconstpointer  data)
{
  add_nine (self->db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = apply (self, cases[i].filter, 9);

      if (!g_str_equal (ids, cases[i].ids))
        g_error ("“%s” lets %s through instead of %s", cases[i].filter, ids, cases[i].ids);
    }
}

/* Every pair of terms is what both say: the statements for pairs are others than those for one term. */
static void
test_pairs (Fixture       *self,
            gconstpointer  data)
{
  add_nine (self->db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = i + 1; j < G_N_ELEMENTS (cases); j++)
      {
        g_autofree char *text = g_strjoin (" ", cases[i].filter, cases[j].filter, NULL);
        g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (text, NULL);
        g_autoptr(GString) both = g_string_new (NULL);
        g_autofree char *ids = NULL;

        /* One term twice, or two cities: one address has to be in both. */
        if (filter == NULL || (strstr (cases[i].filter, "province") != NULL && strstr (cases[j].filter, "city") != NULL)
            || (strstr (cases[i].filter, "city") != NULL && strstr (cases[j].filter, "province") != NULL)
            || (strstr (cases[i].filter, "any-tag") != NULL && strstr (cases[j].filter, "any-tag") != NULL))
          continue;
        for (const char *at = cases[i].ids; *at != '\0'; at++)
          if (strchr (cases[j].ids, *at) != NULL)
            g_string_append_c (both, *at);
        ids = apply (self, text, 9);
        if (!g_str_equal (ids, both->str))
          g_error ("“%s” lets %s through instead of %s", text, ids, both->str);
      }
}

static const struct {
  int year, month;              /* on whose 10th it is */
  const char *filter;
  const char *born;
  int day;
  gboolean is_in;
} births[] = {
  { 2026, 9, "birthday:this-month", "--09-30", 930, TRUE },
  { 2026, 9, "birthday:this-month", "--10-01", 1001, FALSE },
  { 2026, 9, "birthday:next-month", "1990-10-01", 1001, TRUE },
  { 2026, 12, "birthday:next-month", "--01-31", 131, TRUE },
  { 2026, 9, "birthday:2", "--02-29", 229, TRUE },
  /* Mid-Autumn of 2026 is on 25 September, that of 2025 on 6 October. */
  { 2026, 9, "birthday:this-month", "L--08-15", 10815, TRUE },
  { 2025, 9, "birthday:this-month", "L--08-15", 10815, FALSE },
  { 2025, 10, "birthday:this-month", "L1980-08-15", 10815, TRUE },
  /* 2025 has a leap 6th month, 25 July to 22 August; the ordinary one is 25 June to 24 July. */
  { 2025, 8, "birthday:this-month", "L-+06-10", 10610, TRUE },
  { 2025, 8, "birthday:this-month", "L--06-10", 10610, FALSE },
  { 2025, 7, "birthday:this-month", "L--06-10", 10610, TRUE },
  { 2025, 7, "birthday:this-month", "L-+06-10", 10610, FALSE },
  { 2026, 7, "birthday:this-month", "L-+06-10", 10610, TRUE },
  { 2026, 7, "birthday:this-month", "L--06-10", 10610, TRUE },
};

static void
test_birthdays (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();

  for (gsize i = 0; i < G_N_ELEMENTS (births); i++)
    {
      g_autoptr(GDateTime) day = g_date_time_new (zone, births[i].year, births[i].month, 10, 12, 0, 0);
      g_autofree char *sql = g_strdup_printf (
        "DELETE FROM customer; INSERT INTO customer (id, uid, created_at, updated_at, birthday, birthday_day, level) "
        "VALUES (1, 'a', 1, 1, '%s', %d, 'x'), (2, 'b', 1, 1, '', NULL, 'x')", births[i].born, births[i].day);
      g_autofree char *ids = NULL;
      g_autofree char *more = g_strconcat (births[i].filter, " level:x", NULL);
      g_autofree char *also = NULL;

      zg_clock_unref (self->clock);
      self->clock = zg_clock_new_fixed (g_date_time_to_unix (day) * ZG_TIME_SECOND, zone);
      run_sql (self->db, sql);
      ids = apply (self, births[i].filter, 2);
      also = apply (self, more, 2);
      if (!g_str_equal (ids, births[i].is_in ? "1" : "") || !g_str_equal (ids, also))
        g_error ("%s in %d-%02d: %s and %s", births[i].born, births[i].year, births[i].month, ids, also);
    }
}

/* After many that do not pass, all that pass are asked for at once; a search finds the same. */
static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse ("caution", &error);
  g_autoptr(GArray) found = NULL;
  g_autoptr(ZgCustomerCheck) check = NULL;
  guint n_found = 0;

  for (int i = 1; i <= 60; i++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_new ();

      zg_personal_set (&customer->name, i % 2 == 0 ? "王小明" : "李小明");
      customer->caution = i % 20 == 0 ? g_strdup ("退货多") : NULL;
      g_assert_true (zg_customer_table_insert (self->db, customer, NOW, 0, &error));
    }
  found = zg_find_table_customers_among (self->db, "小明", filter, self->clock, 60, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 3);
  g_clear_pointer (&found, g_array_unref);
  found = zg_find_table_customers_among (self->db, "王", filter, self->clock, 2, &error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, gint64, 0), ==, 60);
  g_clear_pointer (&found, g_array_unref);
  found = zg_find_table_customers_among (self->db, "李", filter, self->clock, 60, &error);
  g_assert_cmpuint (found->len, ==, 0);
  g_clear_pointer (&found, g_array_unref);
  found = zg_find_table_customers_among (self->db, "wxm", filter, self->clock, 60, &error);
  g_assert_cmpuint (found->len, ==, 3);

  check = zg_customer_check_new (self->db, filter, self->clock, &error);
  for (int i = 0; i < 12000; i++)
    {
      gboolean passes;

      g_assert_true (zg_customer_check_run (check, i % 61, &passes, &error));
      g_assert_cmpint (passes, ==, i % 61 > 0 && i % 61 % 20 == 0);
      n_found += passes ? 1 : 0;
    }
  g_assert_cmpuint (n_found, >, 500);
}

static ZgSegment *
save (Fixture    *self,
      const char *name,
      const char *filter)
{
  g_autoptr(GError) error = NULL;
  ZgSegment *segment = zg_segment_new (name, filter);

  zg_segment_save (self->db, segment, &error);
  g_assert_no_error (error);
  return segment;
}

static char *
list_names (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = zg_segment_table_load (self->db, &error);
  g_autoptr(GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    g_string_append (names, ((ZgSegment *) all->pdata[i])->name);
  return g_strdup (names->str);
}

static void
assert_names (Fixture    *self,
              const char *expected)
{
  g_autofree char *names = list_names (self);

  g_assert_cmpstr (names, ==, expected);
}

static void
assert_refused (Fixture    *self,
                const char *name,
                const char *filter,
                GQuark      domain,
                int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgSegment) segment = zg_segment_new (name, filter);

  g_assert_false (zg_segment_save (self->db, segment, &error));
  g_assert_error (error, domain, code);
}

static void
test_save (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgSegment) a = save (self, " A ", "caution  level:金卡");
  g_autoptr(ZgSegment) b = save (self, "B", "");
  g_autoptr(ZgSegment) c = save (self, "C", "unshipped");
  g_autoptr(ZgSegment) before = zg_segment_copy (a);
  g_autoptr(ZgSegment) stale = zg_segment_copy (a);
  g_autoptr(ZgSegment) found = NULL;
  guint place;

  g_assert_cmpstr (a->filter, ==, "level:金卡 caution");
  assert_names (self, "ABC");
  assert_refused (self, "A", "caution", ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
  assert_refused (self, "lost", "caution", ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
  assert_refused (self, "  ", "caution", ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  assert_refused (self, "D\nE", "caution", ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  assert_refused (self, "D", "colour:red", ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);

  g_free (a->name);
  a->name = g_strdup ("Z");
  g_assert_true (zg_segment_save (self->db, a, &error));
  assert_names (self, "ZBC");
  g_assert_false (zg_segment_save (self->db, stale, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_clear_error (&error);
  g_assert_true (zg_segment_restore (self->db, before, &error));
  assert_names (self, "ABC");

  g_assert_true (zg_segment_move (self->db, a->id, 99, &place, &error));
  g_assert_cmpuint (place, ==, 0);
  assert_names (self, "BCA");
  g_assert_true (zg_segment_move (self->db, a->id, place, &place, &error));
  assert_names (self, "ABC");

  g_assert_true (zg_segment_delete (self->db, b->id, &error));
  assert_names (self, "AC");
  g_assert_false (zg_segment_delete (self->db, b->id, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (zg_segment_restore (self->db, b, &error));
  assert_names (self, "ABC");

  found = zg_segment_find (self->db, "C", &error);
  g_assert_cmpstr (found->filter, ==, "unshipped");
}

/* The ready ones follow the settings and the levels; a filter that a newer program saved harms no other. */
static void
test_ready (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_member_level_free);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(ZgSegment) lost = NULL;
  g_autoptr(ZgSegment) members = NULL;
  g_autoptr(ZgSegment) free_text = NULL;
  g_autofree char *words = NULL;
  gint64 count;

  add_nine (self->db);
  g_ptr_array_add (levels, zg_member_level_new ("银卡", 10000, 0));
  g_assert_true (zg_member_level_save_all (self->db, levels, &error));
  lost = zg_segment_find (self->db, "lost", &error);
  g_assert_cmpstr (lost->filter, ==, "orders:1.. no-order:90d");
  g_assert_true (zg_segment_count (self->db, lost, self->clock, &count, &error));
  g_assert_cmpint (count, ==, 1);
  g_clear_pointer (&lost, zg_segment_free);
  g_assert_true (zg_segment_set_lost_days (self->db, 120, &error));
  lost = zg_segment_find (self->db, "lost", &error);
  g_assert_cmpstr (lost->filter, ==, "orders:1.. no-order:120d");

  run_sql (self->db, "INSERT INTO segment (uid, position, name, filter) VALUES ('n', 1, 'newer', 'moon:full')");
  all = zg_segment_load_all (self->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 9);
  g_assert_cmpstr (((ZgSegment *) all->pdata[6])->key, ==, "level:银卡");
  g_assert_cmpstr (((ZgSegment *) all->pdata[7])->key, ==, "level:金卡");
  for (guint i = 0; i < 8; i++)
    {
      g_assert_true (zg_segment_count (self->db, all->pdata[i], self->clock, &count, &error));
      g_assert_no_error (error);
    }
  g_assert_false (zg_segment_count (self->db, all->pdata[8], self->clock, &count, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);
  words = zg_segment_describe (all->pdata[8]);
  g_assert_nonnull (strstr (words, "moon"));

  free_text = zg_segment_find (self->db, "caution", &error);
  g_assert_cmpstr (free_text->name, ==, "to be careful with");
  g_assert_null (zg_segment_find (self->db, "nonsense", &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

#define ADD(name, test) g_test_add ("/segments/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("terms", test_terms);
  ADD ("pairs", test_pairs);
  ADD ("birthdays", test_birthdays);
  ADD ("search", test_search);
  ADD ("save", test_save);
  ADD ("ready", test_ready);
  return g_test_run ();
}
