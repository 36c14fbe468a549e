/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-people.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-list-table.h"
#include "zg-statement.h"
#include "zg-store.h"

/*
 * Search in the store: the first 50 rows as the window gets them, each way to ask timed many times, beside LIKE over
 * the same table in the same run.
 */

#define N_ROUNDS 40

static const struct {
  const char *kind;
  const char *queries[8];
} kinds[] = {
  { "2 Chinese characters", { "黑色", "西湖", "发票", "王晓", "海棠", "桂兰", "单位", "礼品" } },
  { "3 Chinese characters", { "文三路", "喜欢黑", "浦东新", "真不在", "王晓雯", "比较在", "要礼品", "怕褪色" } },
  { "4 phone digits", { "2468", "0001", "9137", "5550", "8888", "1024", "7391", "3690" } },
  { "pinyin initials", { "wxw", "zs", "lm", "cjh", "wl", "zyn", "hxl", "lgl" } },
  { "1 character of a name", { "王", "张", "雯", "诺", "李", "桂", "曦", "魏" } },
};

static int
compare_doubles (const void *a,
                 const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
percentile (double *times,
            guint   n,
            double  part)
{
  qsort (times, n, sizeof *times, compare_doubles);
  return times[MIN ((guint) (n * part), n - 1)];
}

/* One search with its rows, in milliseconds. */
static double
time_search (ZgDatabase *db,
             const char *query,
             guint      *n_rows)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = zg_find_table_customers (db, query, 50, &error);
  g_autoptr(GPtrArray) rows = NULL;

  g_assert_no_error (error);
  rows = zg_list_table_customer_rows (db, (gint64 *) ids->data, ids->len, start, &error);
  g_assert_no_error (error);
  *n_rows = rows->len;
  return (g_get_monotonic_time () - start) / 1000.0;
}

/* The reference: a scan for the same word, as an application without an index would do it. */
static double
time_like (ZgDatabase *db,
           const char *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.id FROM customer AS c JOIN customer_phone AS p ON p.customer_id = c.id WHERE c.name LIKE ?1 OR c.note LIKE ?1 "
    "OR p.text LIKE ?1 ORDER BY c.id DESC LIMIT 50", &error);
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", query);
  gint64 start = g_get_monotonic_time ();
  gboolean has_row;

  g_assert_no_error (error);
  zg_statement_bind_text (statement, 0, pattern);
  do
    g_assert_true (zg_statement_step (statement, &has_row, NULL));
  while (has_row);
  return (g_get_monotonic_time () - start) / 1000.0;
}

static gboolean
bench_kind (ZgDatabase *db,
            guint       kind)
{
  double times[N_ROUNDS * 8];
  guint n = 0, n_rows = 0, n_found = 0;
  double p95;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      for (guint i = 0; i < 8; i++)
        {
          times[n++] = time_search (db, kinds[kind].queries[i], &n_rows);
          n_found += n_rows;
        }
    }

  p95 = percentile (times, n, 0.95);
  printf ("%-24s median %6.2f ms   p95 %6.2f ms   limit 5 ms   ratio to limit %.2f   rows per search %.1f\n",
          kinds[kind].kind, percentile (times, n, 0.5), p95, p95 / 5.0, (double) n_found / n);
  return p95 <= 5.0;
}

static void
bench_like (ZgDatabase *db)
{
  static const char * const words[] = { "喜欢黑", "文三路", "没有这个词", "9137" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint n_rows;
      double like = time_like (db, words[i]);
      double ours = time_search (db, words[i], &n_rows);

      printf ("%-16s LIKE %8.2f ms   index %6.2f ms   ratio %.4f   rows %u\n", words[i], like, ours, ours / like, n_rows);
    }
}

static gboolean
edit_one (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  ZgCustomer *customer = data;

  g_free (customer->note);
  customer->note = g_strdup_printf ("改过 %" G_GINT64_FORMAT, customer->version);
  return zg_customer_table_update (db, customer, customer->updated_at + 1, error);
}

/* One edit from asking to on disk. */
static gboolean
bench_edit (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) store = zg_store_open (path, &error);
  g_autoptr(ZgDatabase) reader = NULL;
  double times[100];
  double p95;

  g_assert_no_error (error);
  reader = zg_store_open_reader (store, &error);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_table_load (reader, 1 + i * 7, &error);
      gint64 start = g_get_monotonic_time ();

      g_assert_no_error (error);
      g_assert_true (zg_store_write (store, edit_one, customer, &error));
      times[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  g_clear_pointer (&reader, zg_database_close);
  zg_store_close (store);

  p95 = percentile (times, G_N_ELEMENTS (times), 0.95);
  printf ("%-24s median %6.2f ms   p95 %6.2f ms   limit 5 ms   ratio to limit %.2f\n", "one durable edit",
          percentile (times, G_N_ELEMENTS (times), 0.5), p95, p95 / 5.0);
  return p95 <= 5.0;
}

int
main (int    argc,
      char **argv)
{
  const char *folder = argc > 1 ? argv[1] : g_get_tmp_dir ();
  guint n_customers = argc > 2 ? (guint) atoi (argv[2]) : 1000000;
  guint n_orders = argc > 3 ? (guint) atoi (argv[3]) : 0;
  g_autofree char *name = g_strdup_printf ("zg-bench-%u-%u.db", n_customers, n_orders);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  gint64 start = g_get_monotonic_time ();
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  if (!bench_people_fill (path, n_customers, n_orders, &error))
    g_error ("%s", error->message);
  printf ("%u customers, %u orders, made in %.1f s\n", n_customers, n_orders,
          (g_get_monotonic_time () - start) / 1e6);

  db = zg_database_open (path, ZG_DATABASE_READER, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    ok = bench_kind (db, i) && ok;
  bench_like (db);
  g_clear_pointer (&db, zg_database_close);
  ok = bench_edit (path) && ok;
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
