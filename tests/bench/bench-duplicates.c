/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-figures.h"
#include "bench-people.h"
#include "zg-duplicates.h"
#include "zg-find-table.h"
#include "zg-list-table.h"
#include "zg-statement.h"

/*
 * The scan for customers who may be one person, and searches in the meantime. The reference is one pass of the same size over
 * the file: every name, phone, account and address read once and nothing done with them.
 */

#define LIMIT_S 10.0
#define SEARCH_LIMIT_MS 20.0

typedef struct {
  ZgDuplicates *duplicates;
  gint64 end;
} Run;

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Run *run = data;
  g_autoptr(GError) error = NULL;

  run->end = g_get_monotonic_time ();
  run->duplicates = zg_duplicates_scan_finish (ZG_STORE (source), result, &error);
  g_assert_no_error (error);
}

static double
time_pass (ZgDatabase *db)
{
  static const char * const selects[] = {
    "SELECT name FROM customer", "SELECT digits FROM customer_phone", "SELECT account FROM customer_account",
    "SELECT detail FROM customer_address",
  };
  gint64 begin = g_get_monotonic_time ();

  for (gsize i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      g_autoptr(ZgStatement) statement = zg_statement_new (db, selects[i], NULL);
      gboolean has_row;

      while (zg_statement_step (statement, &has_row, NULL) && has_row)
        zg_statement_get_text (statement, 0);
    }
  return (g_get_monotonic_time () - begin) / 1e6;
}

/* One search with its rows, as the window asks. */
static double
time_search (ZgDatabase *db,
             GRand      *rand,
             guint       n_customers)
{
  g_autoptr(ZgCustomer) customer = bench_people_make ((guint) g_rand_int_range (rand, 0, (gint32) n_customers));
  const ZgCustomerPhone *phone = g_ptr_array_index (customer->phones, 0);
  const char *queries[] = { customer->name.text, phone->phone->digits + 7, customer->note };
  const char *query = queries[g_rand_int_range (rand, 0, G_N_ELEMENTS (queries))];
  g_autofree char *part = g_utf8_substring (query, 0, MIN (2, g_utf8_strlen (query, -1)));
  gint64 begin = g_get_monotonic_time ();
  g_autoptr(GArray) ids = zg_find_table_customers (db, query == queries[1] ? query : part, 50, NULL);
  g_autoptr(GPtrArray) rows = zg_list_table_customer_rows (db, (gint64 *) ids->data, ids->len, ZG_TIME_SECOND, NULL);

  g_assert_nonnull (rows);
  return (g_get_monotonic_time () - begin) / 1e3;
}

int
main (int    argc,
      char **argv)
{
  const char *folder = argc > 1 ? argv[1] : g_get_tmp_dir ();
  guint n_customers = argc > 2 ? (guint) atoi (argv[2]) : 1000000;
  guint n_orders = argc > 3 ? (guint) atoi (argv[3]) : 0;
  g_autofree char *name = g_strdup_printf ("zg-shop-%u-%u.db", n_customers, n_orders);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GArray) searches = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260922);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) store = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  g_autoptr(ZgDuplicates) duplicates = NULL;
  Run run = { 0 };
  double pass, seconds, p95;
  gint64 begin;

  setlocale (LC_ALL, "");
  if (!bench_people_fill (path, n_customers, n_orders, &error))
    g_error ("%s", error->message);
  store = zg_store_open (path, &error);
  g_assert_no_error (error);
  db = zg_store_open_reader (store, &error);
  g_assert_no_error (error);
  /* Twice: the first one may read from the disk. */
  time_pass (db);
  pass = time_pass (db);

  begin = g_get_monotonic_time ();
  zg_duplicates_scan_async (store, NULL, NULL, NULL, scanned_cb, &run);
  while (run.duplicates == NULL)
    {
      double ms = time_search (db, rand, n_customers);

      g_array_append_val (searches, ms);
      g_main_context_iteration (NULL, FALSE);
    }
  duplicates = run.duplicates;
  seconds = (run.end - begin) / 1e6;
  p95 = bench_percentile (searches, 0.95);
  printf ("one pass over the values %6.2f s\n", pass);
  printf ("scan for duplicates      %6.2f s   %u pairs, %u crowded values   ratio to the pass %.1f   ratio to limit of "
          "%.0f s %.2f\n", seconds, duplicates->pairs->len, duplicates->n_crowded, seconds / pass, LIMIT_S, seconds / LIMIT_S);
  printf ("searches meanwhile       median %.2f p95 %.2f max %.2f ms of %u   ratio of p95 to limit of %.0f ms %.2f\n",
          bench_percentile (searches, 0.5), p95, bench_percentile (searches, 1), searches->len, SEARCH_LIMIT_MS,
          p95 / SEARCH_LIMIT_MS);
  g_clear_pointer (&db, zg_database_close);
  zg_store_close (store);
  return seconds <= LIMIT_S && p95 <= SEARCH_LIMIT_MS ? EXIT_SUCCESS : EXIT_FAILURE;
}
