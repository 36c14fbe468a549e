/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-figures.h"
#include "zg-paper-pdf.h"
#include "zg-slip.h"

/*
 * Slips for a day's parcels as a PDF file, from the orders in memory to the file on the disk. Beside it the libraries alone: as
 * many pages with the same words in one text each.
 */

#define N_SLIPS 500
#define LIMIT_MS 5000.0
#define N_RUNS 5
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

static GPtrArray *
make_parcel (guint number)
{
  GPtrArray *parcel = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  ZgOrder *order = zg_order_new ();

  order->number = g_strdup_printf ("26092210465%05u", number);
  order->ordered_at = NOW;
  zg_personal_set (&order->recipient, "王晓雯");
  zg_personal_set (&order->phone, "13800002468");
  g_free (order->address->detail);
  order->address->province = g_strdup ("浙江省");
  order->address->city = g_strdup ("杭州市");
  order->address->district = g_strdup ("西湖区");
  order->address->detail = g_strdup_printf ("文三路示例小区 %u 幢 %u 室", number % 40 + 1, number);
  order->buyer_note = g_strdup ("请发顺丰，周末有人收");
  order->total = order->paid = 43800;
  for (guint i = 0; i < 3; i++)
    {
      ZgOrderItem *item = zg_order_item_new ();

      item->title = g_strdup_printf ("云朵针织开衫 %u 号", (number + i) % 90);
      item->colour = g_strdup ("黑色");
      item->size = g_strdup ("L");
      item->sku = g_strdup_printf ("YD-%03u", (number + i) % 90);
      item->price = 14600;
      g_ptr_array_add (order->items, item);
    }
  g_ptr_array_add (parcel, order);
  return parcel;
}

static double
print_slips (GPtrArray  *parcels,
             const char *path)
{
  const ZgPaperSize *size = zg_paper_size_find ("100x150");
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();
  ZgPaperOptions options = { .shop = "青禾小铺", .now = NOW, .zone = zone };
  double begun = bench_cpu ();
  g_autoptr(ZgPageFlow) flow = zg_page_flow_new (size);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < parcels->len; i++)
    zg_slip_add (flow, g_ptr_array_index (parcels, i), &options);
  g_assert_cmpuint (zg_page_flow_get_n_pages (flow), ==, parcels->len);
  zg_paper_pdf_write (flow, size, "slips", path, &error);
  g_assert_no_error (error);
  return bench_cpu () - begun;
}

static double
print_plain (const char *path)
{
  const ZgPaperSize *size = zg_paper_size_find ("100x150");
  double begun = bench_cpu ();
  g_autoptr(ZgPageFlow) flow = zg_page_flow_new (size);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < N_SLIPS; i++)
    {
      g_autofree char *text = g_strdup_printf (
        "青禾小铺 发货单 26092210465%05u 淘宝 2026-09-22 10:00\n王晓雯 13800002468 浙江省杭州市西湖区文三路示例小区 %u 幢 %u 室\n"
        "商品 编码 数量 价格 小计 云朵针织开衫 %u 号 黑色 · L YD-001 1 ¥146.00 ¥146.00 云朵针织开衫 号 黑色 · L YD-002 1 ¥146.00 ¥146.00 "
        "云朵针织开衫 号 黑色 · L YD-003 1 ¥146.00 ¥146.00 共 3 件 合计 ¥438.00 买家留言 请发顺丰，周末有人收", i, i % 40, i, i % 90);

      zg_page_flow_begin_sheet (flow, NULL);
      zg_page_flow_add_text (flow, text, ZG_PAGE_BODY);
    }
  zg_paper_pdf_write (flow, size, "plain", path, &error);
  g_assert_no_error (error);
  return bench_cpu () - begun;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GArray) slips = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GPtrArray) parcels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *folder = g_dir_make_tmp ("bench-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "slips.pdf", NULL);
  double median;

  setlocale (LC_ALL, "");
  for (guint i = 0; i < N_SLIPS; i++)
    g_ptr_array_add (parcels, make_parcel (i));
  for (guint i = 0; i < N_RUNS; i++)
    {
      double taken = print_slips (parcels, path);

      g_array_append_val (slips, taken);
      taken = print_plain (path);
      g_array_append_val (plain, taken);
    }
  g_remove (path);
  g_rmdir (folder);
  median = bench_percentile (slips, 0.5);
  printf ("%d slips: median %.0f ms   ratio to as many plain pages %.1f   ratio to limit %.2f%s\n", N_SLIPS, median,
          median / bench_percentile (plain, 0.5), bench_percentile (slips, 1) / LIMIT_MS,
          bench_percentile (slips, 1) <= LIMIT_MS ? "" : "   OVER");
  return bench_percentile (slips, 1) <= LIMIT_MS ? EXIT_SUCCESS : EXIT_FAILURE;
}
