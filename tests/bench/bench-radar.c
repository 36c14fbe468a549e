/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-figures.h"
#include "zg-merge-radar.h"
#include "zg-order-gate.h"
#include "zg-order-parcel.h"
#include "zg-order-table.h"
#include "zg-shop-file.h"

/*
 * The merge radar over many orders that wait, its answer for one order, and a decision of the gate with what it has to read.
 * Beside the first a plain scan of the same index, which nothing that looks at all of them can be faster than; beside the others
 * the reading of one order.
 *
 * bench-radar [ORDERS]
 */

#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define LIST_LIMIT 300.0
#define ONE_LIMIT 2.0
#define N_RUNS 7
#define N_ONES 500
#define PER_COMMIT 5000

static gboolean ok = TRUE;

/* One of @every waits with two others of its buyer, the rest alone; a few are held. */
static ZgOrder *
make_order (guint number,
            guint every)
{
  ZgOrder *order = zg_order_new ();
  ZgOrderItem *item = zg_order_item_new ();
  guint buyer = number % every == 0 ? number / (3 * every) : 1000000 + number;

  g_free (order->platform);
  order->platform = g_strdup ("taobao");
  order->number = g_strdup_printf ("26092210465%08u", number);
  order->buyer_account = g_strdup_printf ("tb%u", buyer);
  order->ordered_at = NOW - (ZgTime) number * ZG_TIME_SECOND;
  order->state = number % 3 == 0 ? ZG_ORDER_PACKED : ZG_ORDER_PAID;
  order->holds = number % 97 == 0 ? ZG_HOLD_REFUND : ZG_HOLD_NONE;
  order->total = order->paid = 21900;
  order->postage = 800;
  order->address->province = g_strdup ("浙江省");
  order->address->city = g_strdup ("杭州市");
  order->address->detail = g_strdup_printf ("文三路示例小区 %u 幢", buyer);
  order->address->disclosure = ZG_DISCLOSURE_PLAIN;
  item->title = g_strdup ("云朵针织开衫");
  g_ptr_array_add (order->items, item);
  return order;
}

static void
fill (ZgDatabase *db,
      guint       n_orders,
      guint       every)
{
  g_autoptr(GError) error = NULL;

  zg_database_exec (db, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000", &error);
  for (guint i = 0; i < n_orders; i++)
    {
      g_autoptr(ZgOrder) order = make_order (i, every);

      if (i % PER_COMMIT == 0)
        zg_database_begin (db, &error);
      zg_order_table_insert (db, order, 0, &error);
      g_assert_no_error (error);
      if (i % PER_COMMIT == PER_COMMIT - 1 || i + 1 == n_orders)
        zg_database_commit (db, &error);
      g_assert_no_error (error);
    }
  zg_database_exec (db, "PRAGMA wal_checkpoint (TRUNCATE); PRAGMA cache_size = -8192", &error);
  g_assert_no_error (error);
}

/* Some are in a parcel already, and some are to be sent apart: the radar has to know of both. */
static void
merge_some (ZgDatabase *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) groups = zg_merge_radar_list (db, &error);

  g_assert_no_error (error);
  zg_database_begin (db, &error);
  for (guint i = 0; i < groups->len; i += 10)
    {
      g_autoptr(GPtrArray) orders = zg_merge_radar_load (db, g_ptr_array_index (groups, i), &error);
      const ZgOrder *a = g_ptr_array_index (orders, 0), *b = g_ptr_array_index (orders, 1);

      if (i % 20 == 0)
        zg_order_parcel_merge (db, orders, ZG_POSTAGE_COMPUTED, 0, NOW, &error);
      else
        zg_merge_radar_set_apart (db, a->id, b->id, TRUE, 0, NOW, &error);
      g_assert_no_error (error);
    }
  zg_database_commit (db, &error);
  g_assert_no_error (error);
}

static void
print (const char *what,
       GArray     *times,
       double      part,
       double      reference,
       const char *beside,
       double      limit)
{
  double worst = bench_percentile (times, part);

  ok = ok && worst <= limit;
  printf ("%-28s median %8.3f   p%.0f %8.3f ms   ratio to %s %6.1f   ratio to limit %.2f%s\n", what,
          bench_percentile (times, 0.5), part * 100, worst, beside, bench_percentile (times, 0.5) / reference, worst / limit,
          worst <= limit ? "" : "   OVER");
  fflush (stdout);
}

static void
bench_list (ZgDatabase *db)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) scans = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GError) error = NULL;
  guint n = 0;
  gint64 sum;

  for (int i = 0; i < N_RUNS; i++)
    {
      double begun = bench_cpu ();
      double taken;

      g_assert_true (zg_merge_radar_count (db, &n, &error));
      taken = bench_cpu () - begun;
      g_array_append_val (times, taken);

      begun = bench_cpu ();
      zg_database_query_int64 (db, "SELECT count(DISTINCT radar_key) FROM shop_order WHERE radar_key IS NOT NULL AND state IN (1, 2) "
                                   "AND holds = 0 AND kind = 0", &sum, &error);
      g_assert_no_error (error);
      taken = bench_cpu () - begun;
      g_array_append_val (scans, taken);
    }
  printf ("%u suggestions\n", n);
  print ("all suggestions", times, 1, bench_percentile (scans, 0.5), "scan", LIST_LIMIT);
}

static void
bench_one (ZgDatabase *db,
           guint       n_orders)
{
  g_autoptr(GArray) finds = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) checks = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) loads = g_array_new (FALSE, FALSE, sizeof (double));
  ZgOrderMoveRequest request = { .to = ZG_ORDER_SHIPPED, .at = NOW, .actor = ZG_ACTOR_DESK, .reason = "so" };
  double reference;

  for (guint i = 0; i < N_ONES; i++)
    {
      gint64 id = 1 + (gint64) (i * 7919u) % n_orders / 10 * 10;
      g_autoptr(GError) error = NULL;
      double begun = bench_cpu ();
      g_autoptr(GArray) like = zg_merge_radar_find (db, id, &error);
      double taken = bench_cpu () - begun;
      g_autoptr(ZgOrder) order = NULL;

      g_assert_no_error (error);
      g_array_append_val (finds, taken);

      begun = bench_cpu ();
      order = zg_order_table_load (db, id + 1, &error);
      g_assert_no_error (error);
      taken = bench_cpu () - begun;
      g_array_append_val (loads, taken);
      zg_order_free (order);

      begun = bench_cpu ();
      order = zg_order_table_load (db, id, &error);
      g_assert_no_error (error);
      zg_order_gate_check (db, order, &request, NULL);
      taken = bench_cpu () - begun;
      g_array_append_val (checks, taken);
    }
  reference = bench_percentile (loads, 0.5);
  print ("what could go with one", finds, 0.99, reference, "an order", ONE_LIMIT);
  print ("decision of the gate", checks, 0.99, reference, "an order", ONE_LIMIT);
}

static void
bench_shop (guint n_orders,
            guint every)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-radar-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) files = NULL;
  ZgDatabase *db = zg_shop_file_open_writer (path, &error);
  const char *name;

  g_assert_no_error (error);
  fill (db, n_orders, every);
  merge_some (db);
  printf ("%u orders that wait, one in %u with others\n", n_orders, every);
  bench_list (db);
  bench_one (db, n_orders);
  zg_database_close (db);

  files = g_dir_open (folder, 0, NULL);
  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_remove (file);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  guint n_orders = argc > 1 ? (guint) atoi (argv[1]) : 100000;

  setlocale (LC_ALL, "");
  bench_shop (n_orders, 10);
  /* As bad as it gets: no order waits alone. */
  bench_shop (n_orders, 1);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
