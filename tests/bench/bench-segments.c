/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench-figures.h"
#include "bench-people.h"
#include "zg-filtered-customers.h"
#include "zg-find-table.h"
#include "zg-shop-file.h"

/*
 * How long it takes to count and to list the customers of a filter, and to search among them, in a shop whose customers
 * have tags, levels, birthdays and what else a filter asks for.
 *
 * bench-segments [FOLDER [CUSTOMERS [ORDERS]]]
 */

#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define LIMIT 150.0
#define N_RUNS 5

static const char * const filters[] = {
  "", "tag:老客", "tag:送礼", "any-tag:老客 any-tag:送礼", "level:金卡", "type:price", "city:杭州", "province:浙江",
  "last-order:2026-01-01..2026-03-31", "no-order:90d", "ordered:30d", "orders:2..", "spent:100..", "spent:100..300",
  "birthday:this-month", "birthday:next-month", "no-contact:30d", "never-contacted", "consent:yes", "consent:not-asked",
  "asked:open", "asked:due", "unshipped", "follow-up", "caution",
  /* ready segments that have two terms, and typical pairs */
  "orders:1.. no-order:90d", "orders:1.. no-contact:30d", "tag:老客 no-order:90d", "tag:送礼 birthday:this-month",
  "tag:老客 tag:送礼", "level:金卡 no-contact:30d", "level:金卡 birthday:this-month", "city:杭州 spent:300..",
  "city:杭州 tag:老客", "city:杭州 level:金卡", "province:浙江 city:杭州", "spent:300.. no-order:90d", "consent:yes orders:2..",
  "asked:due consent:yes", "orders:2.. ordered:30d",
};

/* What is typed while a filter is on. */
static const struct {
  const char *filter;
  const char *text;
} searches[] = {
  { "level:金卡", "王" }, { "tag:老客", "文三路" }, { "unshipped", "张" }, { "unshipped", "喜欢黑色" },
  { "birthday:this-month", "139" }, { "tag:送礼 consent:no", "杭州" }, { "caution level:金卡", "zh" },
};

static const char fill[] =
  "UPDATE customer SET birthday_day = CASE WHEN id % 8 = 0 THEN (id / 8 % 12 + 1) * 100 + id % 28 + 1 "
  "    WHEN id % 16 = 1 THEN 10000 + (id / 16 % 12 + 1) * 100 + id % 29 + 1 END, "
  "  birthday = CASE WHEN id % 8 = 0 OR id % 16 = 1 THEN '-' ELSE '' END, "
  "  level = CASE id % 10 WHEN 0 THEN '金卡' WHEN 1 THEN '银卡' ELSE '' END, "
  "  type = CASE WHEN id % 7 = 0 THEN 'price' ELSE '' END, consent = id % 3, "
  "  caution = CASE WHEN id % 200 = 0 THEN '-' END, "
  "  last_contact_at = CASE WHEN id % 3 <> 0 THEN 1790058000000000 - (id % 400) * 86400000000 END;"
  "INSERT INTO tag (id, name) VALUES (901, '老客'), (902, '送礼');"
  "INSERT INTO customer_tag SELECT id, 901 FROM customer WHERE id % 5 = 0;"
  "INSERT INTO customer_tag SELECT id, 902 FROM customer WHERE id % 50 = 0;"
  "INSERT INTO interest (uid, customer_id, at, product, ask_again_at) "
  "  SELECT 'i' || id, id, 1790058000000000, '围巾', 1790058000000000 - (id % 60 - 30) * 86400000000 FROM customer "
  "  WHERE id % 20 = 0;"
  "INSERT INTO follow_up (uid, customer_id, due_at) "
  "  SELECT 'f' || id, id, 1790058000000000 - (id % 60 - 30) * 86400000000 FROM customer WHERE id % 50 = 0;";

static gboolean ok = TRUE;

/* A file of its own: the other benches' customers stay as they are. */
static char *
make_shop (const char *folder,
           const char *n_customers,
           const char *n_orders)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("zg-shop-%s-%s.db", n_customers, n_orders);
  g_autofree char *own_name = g_strconcat ("segments-", name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *own_path = g_build_filename (folder, own_name, NULL);
  g_autofree char *part_path = g_strconcat (own_path, ".part", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) part = g_file_new_for_path (part_path);
  g_autoptr (GFile) own = g_file_new_for_path (own_path);
  g_autoptr (ZgDatabase) db = NULL;

  if (g_file_query_exists (own, NULL))
    return g_steal_pointer (&own_path);

  if (!bench_people_fill (path, (guint) atoi (n_customers), (guint) atoi (n_orders), &error)
      || !g_file_copy (file, part, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  db = zg_shop_file_open_writer (part_path, &error);
  if (db == NULL || !zg_database_begin (db, &error) || !zg_database_exec (db, fill, &error)
      || !zg_database_commit (db, &error) || !zg_database_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", &error))
    g_error ("%s", error->message);
  g_clear_pointer (&db, zg_database_close);
  g_file_move (part, own, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&own_path);
}

static void
bench_filter (ZgDatabase *db,
              ZgClock    *clock,
              const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgCustomerFilter) filter = zg_customer_filter_parse (text, &error);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (double));
  double median;
  gint64 n = 0;

  g_assert_no_error (error);
  for (int i = 0; i < N_RUNS; i++)
    {
      double start = bench_cpu ();
      g_autoptr (GArray) ids = NULL;
      double time;

      zg_filtered_customers_count (db, filter, clock, &n, &error);
      g_assert_no_error (error);
      time = bench_cpu () - start;
      g_array_append_val (counts, time);

      start = bench_cpu ();
      ids = zg_filtered_customers_list (db, filter, ZG_CUSTOMER_SORT_LAST_ORDER, TRUE, clock, &error);
      g_assert_no_error (error);
      time = bench_cpu () - start;
      g_array_append_val (lists, time);
      if (ids->len != n)
        g_error ("“%s” counts %" G_GINT64_FORMAT " and lists %u", text, n, ids->len);
    }
  median = bench_percentile (counts, 0.5);
  ok = ok && median <= LIMIT;
  printf ("%-36s %8" G_GINT64_FORMAT "   count %7.2f   ratio to limit %.2f%s   list %7.1f ms\n", text, n, median,
          median / LIMIT, median <= LIMIT ? "" : "   OVER", bench_percentile (lists, 0.5));
  fflush (stdout);
}

static void
bench_search (ZgDatabase *db,
              ZgClock    *clock,
              const char *filter_text,
              const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgCustomerFilter) filter = zg_customer_filter_parse (filter_text, &error);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  g_assert_no_error (error);
  for (int i = 0; i < N_RUNS; i++)
    {
      double start = bench_cpu ();
      g_autoptr (GArray) ids = zg_find_table_customers_among (db, text, filter, clock, 60, &error);
      double time = bench_cpu () - start;

      g_assert_no_error (error);
      n = ids->len;
      g_array_append_val (times, time);
    }
  printf ("search %-16s in %-24s %4u hits   %7.2f ms\n", text, filter_text, n, bench_percentile (times, 0.5));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_shop (argc > 1 ? argv[1] : g_get_tmp_dir (), argc > 2 ? argv[2] : "1000000",
                                     argc > 3 ? argv[3] : "1000000");
  g_autoptr (ZgDatabase) db = zg_shop_file_open_writer (path, &error);
  g_autoptr (GTimeZone) zone = zg_time_zone_china ();
  g_autoptr (ZgClock) clock = zg_clock_new_fixed (NOW, zone);

  g_assert_no_error (error);
  /* As the connection that a window reads by. */
  zg_database_exec (db, "PRAGMA cache_size = -8192", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    bench_filter (db, clock, filters[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    bench_search (db, clock, searches[i].filter, searches[i].text);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
