/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "zg-exchange-error.h"
#include "zg-money.h"
#include "zg-taobao-profile.h"

/* What comes out of Taobao's exports, in all their forms. The files are fixtures/make-taobao.py's. */

static char *
get_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "taobao", name, NULL);
}

typedef struct {
  GPtrArray *records;
  GString *refused;
  guint n_nothing;
  char *format;
  char *encoding;
} Read;

static void
read_free (Read *self)
{
  g_ptr_array_unref (self->records);
  g_string_free (self->refused, TRUE);
  g_free (self->format);
  g_free (self->encoding);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static Read *
read_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDelimitedReader) reader = zg_delimited_reader_open (path, &error);
  g_autoptr(ZgTaobaoProfile) profile = NULL;
  Read *self = g_new0 (Read, 1);
  gboolean has_record;

  g_assert_no_error (error);
  profile = zg_taobao_profile_recognise (reader, &error);
  g_assert_no_error (error);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_import_record_free);
  self->refused = g_string_new (NULL);
  self->format = g_strdup (zg_taobao_profile_get_format (profile));
  self->encoding = g_strdup (zg_delimited_reader_get_encoding (reader));
  while (zg_delimited_reader_next (reader, &has_record, &error) && has_record)
    {
      g_autoptr(ZgImportRecord) record = zg_import_record_new ();
      g_autofree char *reason = NULL;

      switch (zg_taobao_profile_read (profile, reader, record, &reason))
        {
        case ZG_ROW_ORDER:
          g_assert_null (reason);
          g_ptr_array_add (self->records, g_steal_pointer (&record));
          break;
        case ZG_ROW_REFUSED:
          g_string_append_printf (self->refused, "%" G_GUINT64_FORMAT ": %s\n", record->line, reason);
          break;
        case ZG_ROW_NOTHING:
        default:
          self->n_nothing++;
          break;
        }
    }
  g_assert_no_error (error);
  return self;
}

static Read *
read_fixture (const char *name)
{
  g_autofree char *path = get_fixture (name);

  return read_file (path);
}

static Read *
read_text (const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("zg-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "orders.csv", NULL);
  Read *self;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  self = read_file (path);
  g_unlink (path);
  g_rmdir (folder);
  return self;
}

static const ZgOrder *
get_order (Read *self,
           guint index)
{
  g_assert_cmpuint (index, <, self->records->len);
  return ((const ZgImportRecord *) g_ptr_array_index (self->records, index))->order;
}

static const ZgOrderItem *
get_item (const ZgOrder *order,
          guint          index)
{
  g_assert_cmpuint (index, <, order->items->len);
  return g_ptr_array_index (order->items, index);
}

static void
assert_time (ZgTime      time,
             const char *expected)
{
  g_autoptr(GTimeZone) china = zg_time_zone_china ();
  g_autofree char *text = zg_time_to_iso (time, china);

  g_assert_cmpstr (text, ==, expected);
}

static const struct {
  const char *name, *encoding;
  gboolean has_changes;         /* since 41 columns */
  gboolean has_receipt;         /* since 56 columns */
} lists[] = {
  { "ExportOrderList37.csv", "GB18030", FALSE, FALSE },
  { "ExportOrderList41.csv", "GB18030", TRUE, FALSE },
  { "ExportOrderList45.csv", "UTF-8", TRUE, FALSE },
  { "ExportOrderList46.csv", "GB18030", TRUE, FALSE },
  { "ExportOrderList56.csv", "UTF-8", TRUE, TRUE },
  { "ExportOrderList61.csv", "GB18030", TRUE, TRUE },
};

static void
check_plain_order (const ZgOrder *order)
{
  const ZgOrderItem *item = get_item (order, 0);

  g_assert_cmpstr (order->platform, ==, "taobao");
  g_assert_cmpstr (order->shop, ==, "青禾小铺");
  g_assert_cmpstr (order->number, ==, "35153131470000404");
  g_assert_cmpint (order->facts->state, ==, ZG_ORDER_COMPLETED);
  g_assert_cmpstr (order->facts->state_text, ==, "交易成功");
  g_assert_cmpstr (order->facts->close_reason, ==, "");
  g_assert_cmpint (order->total, ==, 9800);
  g_assert_cmpint (order->paid, ==, 9800);
  assert_time (order->ordered_at, "2026-09-05T12:42:10+08:00");
  g_assert_cmpstr (order->recipient.text, ==, "陈浩");
  g_assert_cmpstr (order->phone.text, ==, "13800000105");
  g_assert_cmpint (order->phone.disclosure, ==, ZG_DISCLOSURE_PLAIN);
  g_assert_cmpstr (order->address->province, ==, "浙江省");
  g_assert_cmpstr (order->address->district, ==, "西湖区");
  g_assert_cmpstr (order->address->postcode, ==, "310012");
  g_assert_cmpuint (order->items->len, ==, 1);
  g_assert_cmpstr (item->title, ==, "棉麻桌布");
  g_assert_cmpint (item->quantity, ==, 1);
}

static void
check_special_orders (Read     *read,
                      gboolean  has_changes)
{
  const ZgOrder *hidden = get_order (read, 9);
  const ZgOrder *cipher = get_order (read, 10);
  const ZgOrder *changed = get_order (read, 12);
  const ZgOrder *formula = get_order (read, 13);

  g_assert_cmpstr (get_order (read, 8)->recipient.text, ==, "𠮷田");
  g_assert_cmpuint (get_order (read, 8)->items->len, ==, 2);
  g_assert_cmpstr (get_item (get_order (read, 8), 1)->title, ==, "羊毛围巾");

  g_assert_cmpint (hidden->recipient.disclosure, ==, ZG_DISCLOSURE_MASKED);
  g_assert_cmpint (hidden->phone.disclosure, ==, ZG_DISCLOSURE_MASKED);
  g_assert_cmpint (hidden->address->disclosure, ==, ZG_DISCLOSURE_MASKED);
  g_assert_cmpint (cipher->recipient.disclosure, ==, ZG_DISCLOSURE_CIPHER);
  g_assert_cmpint (cipher->phone.disclosure, ==, ZG_DISCLOSURE_CIPHER);
  g_assert_cmpint (get_order (read, 11)->phone.disclosure, ==, ZG_DISCLOSURE_VIRTUAL);

  g_assert_cmpstr (changed->address->city, ==, has_changes ? "南京市" : "杭州市");
  g_assert_cmpstr (get_item (changed, 0)->colour, ==, has_changes ? "黑色" : NULL);
  g_assert_cmpstr (get_item (changed, 0)->size, ==, has_changes ? "L" : NULL);

  g_assert_cmpstr (formula->buyer_note, ==, "=1+1");
  g_assert_cmpstr (formula->seller_note, ==, "@明天发 \"加急\"\n第二行");
  g_assert_cmpstr (get_order (read, 14)->phone.text, ==, "0571-88880000");
  g_assert_cmpint (get_order (read, 15)->total, ==, 0);
  g_assert_cmpstr (get_order (read, 3)->tracking, ==, "YT0000000000003");
}

static void
test_lists (void)
{
  static const ZgOrderState states[] = {
    ZG_ORDER_UNPAID, ZG_ORDER_PAID, ZG_ORDER_PAID, ZG_ORDER_SHIPPED, ZG_ORDER_COMPLETED, ZG_ORDER_CLOSED,
    ZG_ORDER_RECEIVED, ZG_ORDER_CLOSED,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(Read) read = read_fixture (lists[i].name);

      g_test_message ("%s", lists[i].name);
      g_assert_cmpstr (read->format, ==, "taobao-orders");
      g_assert_cmpstr (read->encoding, ==, lists[i].encoding);
      g_assert_cmpstr (read->refused->str, ==, "");
      g_assert_cmpuint (read->records->len, ==, 30);
      g_assert_cmpuint (read->n_nothing, ==, 1);
      for (gsize k = 0; k < G_N_ELEMENTS (states); k++)
        {
          g_assert_cmpint (get_order (read, k)->facts->state, ==, states[k]);
          g_assert_cmpint (get_order (read, k)->cash_on_delivery, ==, states[k] == ZG_ORDER_RECEIVED);
        }
      check_plain_order (get_order (read, 4));
      check_special_orders (read, lists[i].has_changes);
      assert_time (get_order (read, 4)->received_at, lists[i].has_receipt ? "2026-09-05T20:00:00+08:00" : NULL);
    }
}

static void
test_spreadsheet_form (void)
{
  g_autoptr(Read) read = read_fixture ("ExportOrderList46-tabs.txt");

  g_assert_cmpstr (read->encoding, ==, "UTF-16LE");
  g_assert_cmpuint (read->records->len, ==, 3);
  g_assert_cmpstr (get_order (read, 2)->recipient.text, ==, "刘静");
}

static void
test_details (void)
{
  g_autoptr(Read) read = read_fixture ("ExportOrderDetailList10.csv");
  const ZgOrder *order;
  const ZgOrderItem *item;

  g_assert_cmpstr (read->format, ==, "taobao-lines");
  g_assert_cmpstr (read->refused->str, ==, "");
  g_assert_cmpuint (read->records->len, ==, 22);
  order = get_order (read, 1);
  item = get_item (order, 0);
  g_assert_cmpstr (order->number, ==, "35153131470000101");
  g_assert_cmpint (order->facts->state, ==, ZG_ORDER_PAID);
  g_assert_cmpstr (item->title, ==, "帆布托特包");
  g_assert_cmpint (item->price, ==, 5900);
  g_assert_cmpstr (item->colour, ==, "米白");
  g_assert_cmpstr (item->size, ==, "M");
  g_assert_cmpstr (item->sku, ==, "ZG-01");
  /* The first of two columns for one thing says nothing: the second counts. */
  g_assert_cmpstr (get_item (get_order (read, 9), 0)->sku, ==, "ZG-03-1");
}

static void
test_lines (void)
{
  g_autoptr(Read) read = read_fixture ("ExportItemlList18.csv");
  const ZgImportRecord *record = g_ptr_array_index (read->records, 1);

  g_assert_cmpstr (read->format, ==, "taobao-lines");
  g_assert_cmpstr (read->refused->str, ==, "");
  g_assert_cmpuint (read->records->len, ==, 22);
  g_assert_cmpstr (record->order->number, ==, "35153131470000101");
  g_assert_cmpstr (get_item (record->order, 0)->line_number, ==, "351531314700001" "90");
  g_assert_cmpint (record->order->holds, ==, ZG_HOLD_REFUND);
  g_assert_cmpint (record->order->facts->refund, ==, 5900);
  /* The money in a line is the line's and not the order's. */
  g_assert_cmpint (record->order->paid, ==, 0);
  assert_time (record->order->paid_at, "2026-09-02T12:45:00+08:00");
  g_assert_cmpint (get_order (read, 2)->holds, ==, ZG_HOLD_NONE);
}

/* Lines of one order become one: it stands where its slowest line stands, and any open refund holds it. */
static void
test_join (void)
{
  g_autoptr(Read) read = read_text (
    "子订单编号,主订单编号,商品标题,商品价格,购买数量,订单状态,退款状态,退款金额\n"
    "11,1,甲,1.00,1,交易关闭,退款成功,1.00\n12,1,乙,2.00,1,交易成功,没有申请退款,无退款申请\n"
    "13,1,丙,3.00,1,买家已付款，等待卖家发货,买家已经申请退款，等待卖家同意,3.00\n");
  ZgImportRecord *record = g_ptr_array_steal_index (read->records, 0);
  g_autoptr(ZgImportRecord) joined = record;

  zg_import_record_join (joined, g_ptr_array_steal_index (read->records, 0));
  g_assert_cmpint (joined->order->facts->state, ==, ZG_ORDER_COMPLETED);
  g_assert_cmpint (joined->order->holds, ==, ZG_HOLD_NONE);
  zg_import_record_join (joined, g_ptr_array_steal_index (read->records, 0));
  g_assert_cmpint (joined->order->facts->state, ==, ZG_ORDER_PAID);
  g_assert_cmpint (joined->order->holds, ==, ZG_HOLD_REFUND);
  g_assert_cmpint (joined->order->facts->refund, ==, 400);
  g_assert_cmpuint (joined->order->items->len, ==, 3);
}

#define SHORT_HEADER "订单编号,总金额,订单状态,收货地址,宝贝标题,宝贝种类,订单付款时间\n"

static const struct {
  const char *row, *refused;
} rows[] = {
  { "1,1.00,交易成功,上海,甲,1,", "" },
  { "3.51531E+16,1.00,交易成功,上海,甲,1,",
    "2: order number “3.51531E+16” has lost its digits in a spreadsheet; export the file again\n" },
  { ",1.00,交易成功,上海,甲,1,", "2: the order number is missing\n" },
  { "=\"\",1.00,交易成功,上海,甲,1,", "2: the order number is missing\n" },
  { "甲,1.00,交易成功,上海,甲,1,", "2: “甲” is not an order number\n" },
  { "1,一元,交易成功,上海,甲,1,", "2: “一元” is not an amount of money\n" },
  { "1,1.00,交易中止,上海,甲,1,", "2: “交易中止” is not a known order status\n" },
  { "1,1.00,交易成功,上海,甲,1,昨天", "2: “昨天” is not a date\n" },
  { "1,1.00,交易成功,上海,甲,1,2026/5/23 22:02", "" },
  { "1,1.00,交易成功,上海,甲,1,,,,", "" },
  { "1,1.00,交易成功,上海,甲,1,,,多", "2: the row has more cells than the header\n" },
  { "1,1.00", "" },
  { "1,\"1.00,交易成功,上海\",甲,1,", "2: “甲” is not a known order status\n" },
  /* An open quote: the row that has it is refused, and the next one is read. */
  { "1,1.00,\"交易成功,上海,甲,1,\n\"2\",\"2.00\",\"交易成功\",\"上海\",\"甲\",\"1\",\"\"", "2: a quotation mark is not closed\n" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat (SHORT_HEADER, rows[i].row, "\n9,9.00,交易成功,上海,乙,1,\n", NULL);
      g_autoptr(Read) read = read_text (text);

      g_test_message ("%s", rows[i].row);
      g_assert_cmpstr (read->refused->str, ==, rows[i].refused);
      g_assert_cmpstr (get_order (read, read->records->len - 1)->number, ==, "9");
    }
}

static void
test_titles (void)
{
  g_autoptr(Read) read = read_text (SHORT_HEADER "1,1.00,交易成功,上海,大码，显瘦连衣裙,1,\n2,1.00,交易成功,上海,甲，乙,2,\n"
                                    "3,1.00,交易成功,上海,甲，乙，丙,,\n");

  g_assert_cmpuint (get_order (read, 0)->items->len, ==, 1);
  g_assert_cmpstr (get_item (get_order (read, 0), 0)->title, ==, "大码，显瘦连衣裙");
  g_assert_cmpuint (get_order (read, 1)->items->len, ==, 2);
  g_assert_cmpuint (get_order (read, 2)->items->len, ==, 3);
}

/* A note before the header, sums and headers between the rows, columns in any order. */
static void
test_around (void)
{
  g_autoptr(Read) read = read_text ("导出时间：2026-09-22,,\n,,\n总金额,订单编号,订单状态 \n1.00,=\"1\",交易成功\n,,\n"
                                    "合计,,\n2.00,=\"2\",交易成功\n");

  g_assert_cmpstr (read->refused->str, ==, "");
  g_assert_cmpuint (read->records->len, ==, 2);
  g_assert_cmpstr (get_order (read, 1)->number, ==, "2");
  g_assert_cmpint (get_order (read, 1)->total, ==, 200);
}

static void
test_composite_address (void)
{
  g_autoptr(Read) read = read_text ("订单编号,总金额,订单状态,收货地址\n"
                                    "1,1.00,交易成功,王晓雯，86-13800000101，浙江省 杭州市 西湖区 文三路1号 ，\n");
  const ZgOrder *order = get_order (read, 0);

  g_assert_cmpstr (order->recipient.text, ==, "王晓雯");
  g_assert_cmpstr (order->phone.text, ==, "13800000101");
  g_assert_cmpstr (order->address->district, ==, "西湖区");
  g_assert_cmpstr (order->address->detail, ==, "文三路1号");
}

static void
test_holds (void)
{
  g_autoptr(Read) read = read_text ("订单编号,订单状态,分阶段订单信息\n1,等待买家付款,阶段1已付款 阶段2未付款\n"
                                    "2,\"买家已付款，等待卖家发货\",阶段1已付款 阶段2已付款\n3,PAID_FORBID_CONSIGN,\n");

  g_assert_cmpint (get_order (read, 0)->holds, ==, ZG_HOLD_PRESALE);
  g_assert_cmpint (get_order (read, 1)->holds, ==, ZG_HOLD_NONE);
  g_assert_cmpint (get_order (read, 2)->holds, ==, ZG_HOLD_PLATFORM);
}

/* Exports of other platforms share names with Taobao's; taken for Taobao's they would fill the shop with nonsense. */
static const char * const others[] = {
  "姓名,电话,生日\n王晓雯,13800138000,8月18日\n",
  "订单编号,总金额\n1,1.00\n",
  "订单成交时间,商品,订单号,订单状态,商品总价(元),邮费(元),用户实付金额(元),商品数量(件),快递单号,快递公司\n",
  "订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,订单状态,客户姓名,客户地址,联系电话,订单备注\n",
  "主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,买家留言,订单状态\n",
  "订单号,赠品订单号,订单创建时间,订单支付时间,订单状态,实付款,买家留言,订单备注,收货人姓名,收货地址\n",
  "订单编号,买家公司名,买家会员名,卖家公司名,货品总价(元),订单状态,订单创建时间,订单付款时间,收货人姓名,收货地址\n",
  "订单号,销售渠道,订单状态,订单创建时间,买家付款时间,买家昵称\n",
};

static void
test_others (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("zg-test-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "orders.csv", NULL);
      g_autoptr(ZgDelimitedReader) reader = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (path, others[i], -1, NULL));
      reader = zg_delimited_reader_open (path, NULL);
      g_assert_null (zg_taobao_profile_recognise (reader, &error));
      g_assert_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT);
      g_unlink (path);
      g_rmdir (folder);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/taobao-profile/lists", test_lists);
  g_test_add_func ("/taobao-profile/spreadsheet-form", test_spreadsheet_form);
  g_test_add_func ("/taobao-profile/details", test_details);
  g_test_add_func ("/taobao-profile/lines", test_lines);
  g_test_add_func ("/taobao-profile/join", test_join);
  g_test_add_func ("/taobao-profile/rows", test_rows);
  g_test_add_func ("/taobao-profile/titles", test_titles);
  g_test_add_func ("/taobao-profile/around", test_around);
  g_test_add_func ("/taobao-profile/composite-address", test_composite_address);
  g_test_add_func ("/taobao-profile/holds", test_holds);
  g_test_add_func ("/taobao-profile/others", test_others);
  return g_test_run ();
}
