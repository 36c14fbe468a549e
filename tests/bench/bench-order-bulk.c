/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench-figures.h"
#include "zg-order-bulk.h"
#include "zg-order-gate.h"
#include "zg-order-table.h"
#include "zg-store.h"

/*
 * A day's orders marked as packed at once, in parts that come to the disk, among many others; and what the gate takes to say
 * whether a single order may go on. Beside them the same number of rows changed by one plain statement each.
 */

#define N_SHOP 20000
#define N_ORDERS 1000
#define LIMIT_MS 1000.0
#define GATE_LIMIT_MS 2.0
#define N_RUNS 5
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

static gboolean
fill (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  GArray *ids = data;

  for (guint i = 0; i < N_SHOP; i++)
    {
      g_autoptr(ZgOrder) order = zg_order_new ();
      ZgOrderItem *item = zg_order_item_new ();

      order->number = g_strdup_printf ("26092210465%05u", i);
      order->ordered_at = NOW - i * ZG_TIME_MINUTE;
      order->paid_at = order->ordered_at;
      order->state = ZG_ORDER_PAID;
      order->total = order->paid = 21900;
      zg_personal_set (&order->recipient, "王晓雯");
      item->title = g_strdup ("云朵针织开衫");
      item->quantity = 1;
      g_ptr_array_add (order->items, item);
      if (!zg_order_table_insert (db, order, 0, error))
        return FALSE;
      if (i < N_ORDERS)
        g_array_append_val (ids, order->id);
    }
  return TRUE;
}

static double
run (ZgStore *store,
     ZgBulk  *bulk)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;

  while (!zg_bulk_is_done (bulk))
    if (!zg_store_write (store, zg_bulk_run, bulk, &error))
      g_error ("%s", error->message);
  if (bulk->done_ids->len != N_ORDERS)
    g_error ("%u of %d", bulk->done_ids->len, N_ORDERS);
  return (g_get_monotonic_time () - begun) / 1000.0;
}

static gboolean
change_plainly (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE shop_order SET seller_note = 'x' WHERE id = %" G_GINT64_FORMAT,
                                              g_array_index (ids, gint64, i));

      if (!zg_database_exec (db, sql, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct {
  GArray *ids;
  GArray *times;
} Asking;

/* What is asked before a button is offered: read the order, ask the rule. */
static gboolean
ask (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  Asking *asking = data;

  for (guint i = 0; i < asking->ids->len; i++)
    {
      gint64 begun = g_get_monotonic_time ();
      g_autoptr(ZgOrder) order = zg_order_table_load (db, g_array_index (asking->ids, gint64, i), error);
      ZgOrderMoveRequest request = { .to = ZG_ORDER_PACKED, .at = NOW, .actor = ZG_ACTOR_DESK };
      double taken;

      if (order == NULL || !zg_order_gate_check (db, order, &request, error))
        return FALSE;
      taken = (g_get_monotonic_time () - begun) / 1000.0;
      g_array_append_val (asking->times, taken);
    }
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-order-bulk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) gate = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();
  g_autoptr(ZgClock) clock = zg_clock_new_fixed (NOW, zone);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) store = zg_store_open (path, &error);
  Asking asking = { ids, gate };
  double longest;

  if (store == NULL || !zg_store_write (store, fill, ids, &error) || !zg_store_read (store, ask, &asking, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr(ZgOrderBulk) pack = zg_order_bulk_new_move (ids, ZG_ORDER_PACKED, NULL, clock);
      g_autoptr(ZgBulk) back = NULL;
      gint64 begun;
      double taken = run (store, &pack->bulk);

      g_array_append_val (times, taken);
      back = zg_bulk_reverse (&pack->bulk);
      taken = run (store, back);
      g_array_append_val (times, taken);
      begun = g_get_monotonic_time ();
      if (!zg_store_write (store, change_plainly, ids, &error))
        g_error ("%s", error->message);
      taken = (g_get_monotonic_time () - begun) / 1000.0;
      g_array_append_val (plain, taken);
    }
  zg_store_close (store);

  longest = bench_percentile (times, 1);
  printf ("%d orders packed, or packing undone: median %.0f ms, longest %.0f   ratio to plain changes %.1f   "
          "ratio to limit %.2f%s\n", N_ORDERS, bench_percentile (times, 0.5), longest,
          bench_percentile (times, 0.5) / bench_percentile (plain, 0.5), longest / LIMIT_MS,
          longest <= LIMIT_MS ? "" : "   OVER");
  printf ("the gate for one order: median %.3f ms, p99 %.3f   ratio to limit %.2f%s\n", bench_percentile (gate, 0.5),
          bench_percentile (gate, 0.99), bench_percentile (gate, 0.99) / GATE_LIMIT_MS,
          bench_percentile (gate, 0.99) <= GATE_LIMIT_MS ? "" : "   OVER");
  return longest <= LIMIT_MS && bench_percentile (gate, 0.99) <= GATE_LIMIT_MS ? EXIT_SUCCESS : EXIT_FAILURE;
}
