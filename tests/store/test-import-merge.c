/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "shop-folder.h"
#include "zg-importer.h"
#include "zg-order-table.h"

/* What several files say of one order, in every order of their arrival; and what an import leaves behind. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define NUMBER "35153131470000579"
#define ADDRESS "浙江省 杭州市 西湖区 文三路100号幸福小区3幢502(310000)"
#define LIST_HEADER "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,宝贝标题 ,宝贝种类 ,店铺名称," \
                    "修改后的sku,修改后的收货地址\r\n"
#define LINE_HEADER "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\r\n"
#define LINES LINE_HEADER NUMBER ",云朵针织开衫,168.00,2,,颜色分类：黑色;尺码：L,,,买家已付款，等待卖家发货,A1,\r\n"

typedef struct {
  char *folder;
  ZgStore *store;
  ZgClock *clock;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autofree char *path = NULL;

  self->folder = shop_folder_make (&path);
  self->clock = zg_clock_new_fixed (NOW, zone);
  self->store = zg_store_open (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_store_close (self->store);
  g_clear_object (&self->store);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
}

static ZgImportResult *
import_with (Fixture         *self,
             const char      *name,
             const char      *text,
             ZgImportOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  ZgImportResult *result;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  options->clock = self->clock;
  result = zg_importer_run (self->store, path, options, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static ZgImportResult *
import (Fixture    *self,
        const char *name,
        const char *text)
{
  ZgImportOptions options = { 0 };

  return import_with (self, name, text, &options);
}

/* (transfer full): the list with one order in it. */
static char *
list_with (const char *state,
           const char *total,
           const char *new_sku,
           const char *new_address)
{
  return g_strconcat (LIST_HEADER "=\"" NUMBER "\",晓雯_xw,", total, ",", total, ",", state, ",王晓雯," ADDRESS
                      ",13800002468,云朵针织开衫,1,青禾小铺,", new_sku, ",", new_address, "\r\n", NULL);
}

static ZgOrder *
load_order (Fixture *self)
{
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  g_autoptr(GError) error = NULL;
  gint64 id = zg_order_table_find_by_number (db, NUMBER, &error);
  ZgOrder *order;

  g_assert_no_error (error);
  order = zg_order_table_load (db, id, &error);
  g_assert_no_error (error);
  return order;
}

static void
assert_unchanged (Fixture    *self,
                  const char *name,
                  const char *text)
{
  g_autoptr(ZgImportResult) result = import (self, name, text);

  g_assert_cmpint (result->counts.orders_new, ==, 0);
  g_assert_cmpint (result->counts.orders_updated, ==, 0);
  g_assert_cmpint (result->counts.customers_updated, ==, 0);
}

#define PAID "买家已付款，等待卖家发货"
#define LIST "ExportOrderList202609221300.csv"
#define DETAILS "ExportOrderDetailList202609221300.csv"
#define NEW_SKU "颜色分类：白色;尺码：M"
#define NEW_ADDRESS "浙江省 杭州市 滨江区 江南大道8号"

static void
test_same_age_does_not_flip (Fixture       *self,
                             gconstpointer  data)
{
  g_autofree char *first = list_with (PAID, "219.00", "", "");
  g_autofree char *second = list_with ("卖家已发货，等待买家确认", "200.00", "", "");
  g_autofree char *both = g_strconcat (first, second + strlen (LIST_HEADER), NULL);
  g_autoptr(ZgImportResult) result = import (self, LIST, both);
  g_autoptr(ZgOrder) order = load_order (self);
  g_autoptr(ZgOrder) again = NULL;

  g_assert_cmpint (order->total, ==, 21900);
  g_assert_cmpint (order->state, ==, ZG_ORDER_PAID);
  assert_unchanged (self, LIST, both);
  assert_unchanged (self, LIST, second);
  again = load_order (self);
  g_assert_cmpint (again->version, ==, order->version);
}

static void
test_same_age_fills_gaps (Fixture       *self,
                          gconstpointer  data)
{
  g_autofree char *list = list_with (PAID, "", "", "");
  g_autofree char *more = list_with (PAID, "219.00", "", "");
  g_autoptr(ZgImportResult) first = import (self, LIST, list);
  g_autoptr(ZgImportResult) second = import (self, LIST, more);
  g_autoptr(ZgOrder) order = load_order (self);

  g_assert_cmpint (second->counts.orders_updated, ==, 1);
  g_assert_cmpint (order->total, ==, 21900);
  assert_unchanged (self, LIST, list);
}

static void
assert_changed_sku (Fixture *self)
{
  g_autoptr(ZgOrder) order = load_order (self);
  const ZgOrderItem *item = g_ptr_array_index (order->items, 0);

  g_assert_cmpint (order->items->len, ==, 1);
  g_assert_cmpstr (item->colour, ==, "白色");
  g_assert_cmpstr (item->size, ==, "M");
  g_assert_cmpint (item->price, ==, 16800);
  g_assert_cmpint (item->quantity, ==, 2);
}

static void
test_changed_sku_first (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *list = list_with (PAID, "336.00", NEW_SKU, "");
  g_autoptr(ZgImportResult) first = import (self, LIST, list);
  g_autoptr(ZgImportResult) second = import (self, DETAILS, LINES);
  g_autoptr(ZgImportResult) third = NULL;

  assert_changed_sku (self);
  assert_unchanged (self, DETAILS, LINES);
  assert_unchanged (self, LIST, list);
  /* Not even a newer file of lines brings the old one back. */
  third = import (self, "ExportOrderDetailList202609221400.csv", LINES);
  assert_changed_sku (self);
}

static void
test_changed_sku_last (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *list = list_with (PAID, "336.00", NEW_SKU, "");
  g_autoptr(ZgImportResult) first = import (self, "ExportOrderDetailList202609221400.csv", LINES);
  /* Older than the lines: but these do not know what the buyer changed. */
  g_autoptr(ZgImportResult) second = import (self, LIST, list);

  assert_changed_sku (self);
  assert_unchanged (self, "ExportOrderDetailList202609221400.csv", LINES);
  assert_unchanged (self, LIST, list);
}

static void
test_changed_address (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *plain = list_with (PAID, "336.00", "", "");
  g_autofree char *changed = list_with (PAID, "336.00", "", NEW_ADDRESS);
  g_autoptr(ZgImportResult) first = import (self, LIST, plain);
  g_autoptr(ZgImportResult) second = import (self, LIST, changed);
  g_autoptr(ZgOrder) order = load_order (self);

  g_assert_cmpstr (order->address->district, ==, "滨江区");
  assert_unchanged (self, LIST, plain);
  assert_unchanged (self, LIST, changed);
}

/* Where it went at first is not where it goes now, however much more of it is told. */
static void
test_first_address_stays_out (Fixture       *self,
                              gconstpointer  data)
{
  g_autofree char *plain = list_with (PAID, "336.00", "", "");
  g_autofree char *changed = list_with (PAID, "336.00", "", "浙江省 杭州市 滨江区 江南大道***");
  g_autoptr(ZgImportResult) first = import (self, LIST, changed);
  g_autoptr(ZgImportResult) second = import (self, "ExportOrderList202609221400.csv", plain);
  g_autoptr(ZgOrder) order = load_order (self);

  g_assert_cmpstr (order->address->district, ==, "滨江区");
  assert_unchanged (self, LIST, changed);
}

/* The first line is that of the item whose variant the buyer changed, the second another item's. */
static void
test_changed_sku_of_spread_lines (Fixture       *self,
                                  gconstpointer  data)
{
  static const char lines[] =
    LINES
    "35153131470000999,羊毛围巾,20.00,1,,,,," PAID ",A3,\r\n"
    NUMBER ",帆布托特包,59.00,1,,颜色分类:米白,,," PAID ",A2,\r\n";
  g_autofree char *list = list_with (PAID, "336.00", NEW_SKU, "");
  g_autoptr(ZgImportResult) first = import (self, LIST, list);
  g_autoptr(ZgImportResult) second = import (self, DETAILS, lines);
  g_autoptr(ZgOrder) order = load_order (self);
  const ZgOrderItem *item = g_ptr_array_index (order->items, 0);

  g_assert_cmpint (order->items->len, ==, 2);
  g_assert_cmpstr (item->colour, ==, "白色");
  item = g_ptr_array_index (order->items, 1);
  g_assert_cmpstr (item->title, ==, "帆布托特包");
  assert_unchanged (self, DETAILS, lines);
  assert_unchanged (self, LIST, list);
}

/* An order's lines in two places of a file: the second ones belong to it, too, and only once. */
static void
test_spread_lines (Fixture       *self,
                   gconstpointer  data)
{
  static const char text[] =
    LINE_HEADER
    NUMBER ",云朵针织开衫,168.00,1,,颜色分类：黑色,,," PAID ",A1,\r\n"
    "35153131470000999,羊毛围巾,20.00,1,,,,," PAID ",A3,\r\n"
    NUMBER ",帆布托特包,59.00,1,,颜色分类:米白,,," PAID ",A2,\r\n";
  g_autoptr(ZgImportResult) first = import (self, DETAILS, text);
  g_autoptr(ZgOrder) order = load_order (self);

  g_assert_cmpint (order->items->len, ==, 2);
  assert_unchanged (self, DETAILS, text);
}

/* (transfer full): orders of 500 buyers, who buy again and again. */
static char *
many_orders (guint n)
{
  GString *text = g_string_new (LIST_HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "=\"3515313147%09u\",tb%u,9.00,9.00," PAID ",王%u," ADDRESS ",1380000%04u,围巾,1,小铺,,\r\n",
                            i, i % 500, i % 500, i % 500);
  return g_string_free (text, FALSE);
}

static void
test_dry_run_counts (Fixture       *self,
                     gconstpointer  data)
{
  ZgImportOptions options = { .dry_run = TRUE };
  g_autofree char *text = many_orders (6000);
  g_autoptr(ZgImportResult) preview = import_with (self, LIST, text, &options);
  g_autoptr(ZgImportResult) result = import (self, LIST, text);

  g_assert_cmpint (result->counts.customers_new, ==, 500);
  g_assert_cmpint (preview->counts.customers_new, ==, 500);
  g_assert_cmpint (preview->counts.orders_new, ==, 6000);
  g_assert_cmpint (preview->counts.customers_unchanged, ==, result->counts.customers_unchanged);
}

/* Rows of a megabyte that are all refused: they are counted and told, but not kept. */
static void
test_refused_rows_are_bounded (Fixture       *self,
                               gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (30000, 'x');
  g_autofree char *short_text = g_strnfill (9000, 'x');
  g_autoptr(GString) text = g_string_new (LIST_HEADER);
  g_autoptr(ZgImportResult) result = NULL;
  const ZgImportReject *reject;
  gsize kept = 0;

  g_string_append_printf (text, "=\"\",%s,1,1,,,,,,,,,\r\n", long_text);
  for (guint i = 0; i < 1200; i++)
    g_string_append_printf (text, "=\"\",%s,1,1,,,,,,,,,\r\n", short_text);
  result = import (self, LIST, text->str);

  g_assert_cmpint (result->n_rejected, ==, 1201);
  g_assert_cmpuint (result->rejects->len, ==, 1000);
  reject = g_ptr_array_index (result->rejects, 0);
  g_assert_null (reject->raw);
  for (guint i = 1; i < result->rejects->len; i++)
    {
      reject = g_ptr_array_index (result->rejects, i);
      g_assert_true (reject->raw == NULL || strlen (reject->raw) > 9000);
      kept += reject->raw != NULL ? strlen (reject->raw) : 0;
    }
  g_assert_cmpuint (kept, >, 3 * 1024 * 1024);
  g_assert_cmpuint (kept, <=, 4 * 1024 * 1024);
}

static gint64
count (Fixture    *self,
       const char *sql)
{
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  gint64 n;

  g_assert_true (zg_database_query_int64 (db, sql, &n, NULL));
  return n;
}

/* What an import wrote is in the file when it ends: nobody's next edit has to move it there. */
static void
test_journal_is_moved (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *text = many_orders (2000);
  g_autofree char *path = g_build_filename (self->folder, "shop.db", NULL);
  g_autoptr(ZgImportResult) result = import (self, LIST, text);
  GStatBuf info;

  g_assert_cmpint (result->counts.orders_new, ==, 2000);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 1000000);
}

static void
test_undo_leaves_no_trace (Fixture       *self,
                           gconstpointer  data)
{
  g_autofree char *text = many_orders (3000);
  g_autoptr(ZgImportResult) result = import (self, LIST, text);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportUndo) undo = NULL;
  g_autoptr(ZgImportResult) next = NULL;

  g_assert_cmpint (count (self, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer WHERE n_orders <> 6 OR spent <> 5400"), ==, 0);
  undo = zg_importer_undo (self->store, result->import_id, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undo->orders_removed, ==, 3000);
  g_assert_cmpint (undo->customers_removed, ==, 500);
  g_assert_cmpint (count (self, "SELECT (SELECT count(*) FROM import_log) + (SELECT count(*) FROM import_change) "
                                "+ (SELECT count(*) FROM shop_order) + (SELECT count(*) FROM customer) "
                                "+ (SELECT count(*) FROM order_item) + (SELECT count(*) FROM customer_key)"), ==, 0);

  g_clear_pointer (&undo, zg_import_undo_free);
  undo = zg_importer_undo (self->store, result->import_id, self->clock, &error);
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND);
  next = import (self, LIST, text);
  g_assert_cmpint (next->import_id, >, result->import_id);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/import-merge/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("same-age-does-not-flip", test_same_age_does_not_flip);
  ADD ("same-age-fills-gaps", test_same_age_fills_gaps);
  ADD ("changed-sku-first", test_changed_sku_first);
  ADD ("changed-sku-last", test_changed_sku_last);
  ADD ("changed-address", test_changed_address);
  ADD ("first-address-stays-out", test_first_address_stays_out);
  ADD ("changed-sku-of-spread-lines", test_changed_sku_of_spread_lines);
  ADD ("spread-lines", test_spread_lines);
  ADD ("dry-run-counts", test_dry_run_counts);
  ADD ("refused-rows-are-bounded", test_refused_rows_are_bounded);
  ADD ("journal-is-moved", test_journal_is_moved);
  ADD ("undo-leaves-no-trace", test_undo_leaves_no_trace);
  return g_test_run ();
}
