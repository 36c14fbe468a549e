/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-fill-context.h"
#include "zg-starter-library.h"

/* What the shop says for each placeholder, from a customer and an order that are in no file. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define CUT_OFF "16:00"

static ZgClock *
make_clock (ZgTime now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  return zg_clock_new_fixed (now, zone);
}

static ZgOrder *
make_order (void)
{
  ZgOrder *order = zg_order_new ();
  ZgOrderItem *item = zg_order_item_new ();

  g_free (order->platform);
  order->platform = g_strdup ("taobao");
  order->number = g_strdup ("2609221046579");
  order->state = ZG_ORDER_UNPAID;
  order->ordered_at = NOW - 2 * ZG_TIME_HOUR;
  order->total = 21900;
  order->courier = g_strdup ("顺丰");
  zg_personal_set (&order->recipient, "王晓雯");
  zg_personal_set (&order->phone, "138****2468");
  g_clear_pointer (&order->address, zg_address_free);
  order->address = zg_address_parse_export ("浙江省 杭州市 西湖区 示例路100号3幢501");
  item->title = g_strdup ("云朵针织开衫");
  item->colour = g_strdup ("黑色");
  item->size = g_strdup ("L");
  item->quantity = 1;
  g_ptr_array_add (order->items, item);
  return order;
}

static ZgFillContext *
make_context (ZgTime   now,
              ZgOrder *order)
{
  ZgFillContext *context = g_new0 (ZgFillContext, 1);

  context->clock = make_clock (now);
  context->customer = zg_customer_new ();
  zg_personal_set (&context->customer->name, "林**");
  context->order = order;
  context->promise = zg_ship_promise_compute (CUT_OFF, order->paid_at, order->shipped_at, context->clock);
  context->shop_name = g_strdup ("青禾小铺");
  return context;
}

static void
expect (ZgFillContext *context,
        const char    *body,
        const char    *text)
{
  g_autoptr(ZgFill) fill = zg_fill_context_fill (context, body, NULL);

  g_assert_cmpstr (fill->missing->len == 0 ? fill->text : NULL, ==, text);
}

static void
test_known (void)
{
  g_autoptr(ZgFillContext) context = make_context (NOW, make_order ());

  expect (context, "{订单号} {下单日期} {下单日期+10}", "2609221046579 September 22 October 2");
  expect (context, "{颜色}/{尺码}/{快递}/{收货人}/{店铺}", "黑色/L/顺丰/王晓雯/青禾小铺");
  expect (context, "{今天} {今天+9} {今天-22}", "September 22 October 1 August 31");
  /* Starred text is what the customer sees, too; but nobody is called 林**, and there is no clerk on duty. */
  expect (context, "{电话}", "138****2468");
  expect (context, "{客户}", NULL);
  expect (context, "{称呼|亲}", "亲");
  expect (context, "{客服}", NULL);
  expect (context, "{工号}", NULL);
  expect (context, "{运单号}", NULL);
  expect (context, "{链接}", NULL);
  expect (context, "{活动}", NULL);
}

/* Each placeholder has its own: none is another's. */
static void
test_every_field (void)
{
  ZgOrder *order = make_order ();
  g_autoptr(ZgFillContext) context = make_context (NOW, order);
  ZgStaff clerk = { .id = 1, .name = (char *) "小陈", .number = (char *) "02" };

  context->clerk = zg_staff_copy (&clerk);
  order->tracking = g_strdup ("SF1234567890");
  expect (context, "{商品}", "云朵针织开衫 黑色 L ×1");
  expect (context, "{地址}", "浙江省杭州市西湖区示例路100号3幢501");
  expect (context, "{运单号}/{客服}/{工号}/{发货时间}", "SF1234567890/小陈/02/today if paid before 16:00");
  order->ordered_at = ZG_TIME_NONE;
  expect (context, "{下单日期}", NULL);
  g_clear_pointer (&order->address, zg_address_free);
  expect (context, "{地址}", NULL);
}

/* What to call a customer is what the shop chose, else the name. */
static void
test_customer (void)
{
  static const struct {
    const char *name;
    const char *call_name;
    const char *name_text;
    const char *call_text;
  } rows[] = {
    { "王晓雯", "王小姐", "王晓雯", "王小姐" }, { "王晓雯", "", "王晓雯", "王晓雯" }, { "王晓雯", NULL, "王晓雯", "王晓雯" },
    { "林**", "林小姐", NULL, "林小姐" }, { "##a1B2c3D4##", "", NULL, NULL }, { NULL, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgFillContext) context = make_context (NOW, make_order ());

      zg_personal_set (&context->customer->name, rows[i].name);
      g_free (context->customer->call_name);
      context->customer->call_name = g_strdup (rows[i].call_name);
      expect (context, "{customer.name}", rows[i].name_text);
      expect (context, "{称呼}", rows[i].call_text);
    }
}

/* Cipher text is nothing to read: it is missing. What is starred the customer sees so, too. */
static void
test_hidden (void)
{
  static const struct {
    const char *value;
    gboolean is_told;
  } rows[] = { { "##a1B2c3D4##", FALSE }, { "王**", TRUE }, { "王晓雯", TRUE }, { NULL, FALSE } };
  static const struct {
    const char *address;
    const char *text;
  } addresses[] = {
    { "##cDlkZXRhaWw##", NULL }, { "浙江省 杭州市 西湖区 文***", "浙江省杭州市西湖区文***" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ZgOrder *order = make_order ();
      g_autoptr(ZgFillContext) context = make_context (NOW, order);

      zg_personal_set (&order->recipient, rows[i].value);
      zg_personal_set (&order->phone, rows[i].value);
      expect (context, "{收货人}", rows[i].is_told ? rows[i].value : NULL);
      expect (context, "{电话}", rows[i].is_told ? rows[i].value : NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      ZgOrder *order = make_order ();
      g_autoptr(ZgFillContext) context = make_context (NOW, order);

      g_clear_pointer (&order->address, zg_address_free);
      order->address = zg_address_parse_export (addresses[i].address);
      expect (context, "{地址}", addresses[i].text);
    }
}

/* Days are those of the shop's zone, not of the computer's. */
static void
test_zone (void)
{
  g_autoptr(ZgFillContext) context = make_context (NOW, make_order ());
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Pacific/Honolulu");

  zg_clock_unref (context->clock);
  context->clock = zg_clock_new_fixed (NOW, zone);
  expect (context, "{今天} {下单日期}", "September 21 September 21");
  context->is_sample = TRUE;
  expect (context, "{今天}", "September 21");
}

static void
test_amount (void)
{
  static const struct {
    ZgOrderState state;
    gint64 total;
    gint64 paid;
    const char *text;
  } rows[] = {
    { ZG_ORDER_UNPAID, 21900, 0, "¥219.00" },
    { ZG_ORDER_UNPAID, 21900, 5000, "¥219.00" },
    { ZG_ORDER_PAID, 21900, 20900, "¥209.00" },
    { ZG_ORDER_SHIPPED, 21900, 0, "¥219.00" },
    { ZG_ORDER_PAID, 0, 0, "¥0.00" },
    { ZG_ORDER_UNPAID, 0, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ZgOrder *order = make_order ();
      g_autoptr(ZgFillContext) context = make_context (NOW, order);

      order->state = rows[i].state;
      order->total = rows[i].total;
      order->paid = rows[i].paid;
      expect (context, "{金额}", rows[i].text);
    }
}

static void
test_currency (void)
{
  ZgOrder *order = make_order ();
  g_autoptr(ZgFillContext) context = make_context (NOW, order);

  g_free (order->currency);
  order->currency = g_strdup ("TWD");
  expect (context, "{金额}", "NT$219");
  order->state = ZG_ORDER_PAID;
  order->paid = 20900;
  expect (context, "{金额}", "NT$209");
}

static void
test_cut_off (void)
{
  static const struct {
    ZgTime before;
    const char *text;
  } rows[] = {
    { 100 * ZG_TIME_MINUTE, "1 h 40 min" }, { 120 * ZG_TIME_MINUTE, "2 hours" }, { 60 * ZG_TIME_MINUTE, "1 hour" },
    { 60 * ZG_TIME_MINUTE - 1, "59 minutes" }, { ZG_TIME_MINUTE, "1 minute" }, { ZG_TIME_MINUTE - 1, NULL },
    { 0, NULL }, { -ZG_TIME_HOUR, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgFillContext) context = make_context (NOW + 100 * ZG_TIME_MINUTE - rows[i].before, make_order ());

      expect (context, "{距截单}", rows[i].text);
    }
}

static void
test_emoticons (void)
{
  static const struct {
    const char *platform;
    const char *text;
  } rows[] = {
    { "taobao", "谢谢/:^_^" }, { "wechat", "谢谢[微笑]" }, { "jd", "谢谢" }, { NULL, "谢谢" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ZgOrder *order = make_order ();
      g_autoptr(ZgFillContext) context = make_context (NOW, order);

      g_free (order->platform);
      order->platform = g_strdup (rows[i].platform);
      expect (context, "谢谢{表情:微笑}", rows[i].text);

      /* Without an order, the customer's first account says where the conversation is. */
      g_clear_pointer (&context->order, zg_order_free);
      if (rows[i].platform != NULL)
        {
          zg_customer_add_account (context->customer, rows[i].platform, "tb_123");
          zg_customer_add_account (context->customer, i == 0 ? "wechat" : "taobao", "wx_123");
        }
      expect (context, "谢谢{表情:微笑}", rows[i].text);
    }
}

static void
test_offers (void)
{
  static const struct {
    const char *body;
    const char *prefill;
  } rows[] = {
    { "{?颜色:黑色|白色|紫色}", "黑色" }, { "{?颜色:白色|紫色}", NULL }, { "{?尺码}", "L" }, { "{?收货人}", "王晓雯" },
    { "{?电话}", "138****2468" }, { "{?地址}", "浙江省杭州市西湖区示例路100号3幢501" }, { "{?快递:中通|顺丰}", "顺丰" },
    { "{?运单号}", NULL }, { "{?备注}", NULL }, { "{?链接}", NULL },
  };
  g_autoptr(ZgFillContext) context = make_context (NOW, make_order ());

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgFill) asked = zg_fill_context_fill (context, rows[i].body, NULL);
      g_autoptr(ZgFill) known = zg_fill_context_fill_known (context, rows[i].body, NULL);

      g_assert_cmpint (asked->missing->len, ==, 1);
      g_assert_cmpstr (((ZgMissing *) g_ptr_array_index (asked->missing, 0))->prefill, ==, rows[i].prefill);
      if (rows[i].prefill != NULL)
        g_assert_cmpstr (known->text, ==, rows[i].prefill);
      g_assert_cmpint (known->missing->len, ==, rows[i].prefill == NULL);
    }
}

/* What the clerk says goes before what the order knows. */
static void
test_answers (void)
{
  g_autoptr(ZgFillContext) context = make_context (NOW, make_order ());
  g_autoptr(GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(ZgFill) fill = NULL;

  g_hash_table_insert (answers, "快递", "中通");
  fill = zg_fill_context_fill_known (context, "{?颜色}，发{?快递:中通|顺丰}", answers);
  g_assert_cmpint (fill->missing->len, ==, 0);
  g_assert_cmpstr (fill->text, ==, "黑色，发中通");
  g_hash_table_insert (answers, "颜色", "白色");
  g_clear_pointer (&fill, zg_fill_free);
  fill = zg_fill_context_fill_known (context, "{?颜色}，发{?快递:中通|顺丰}，{?备注}", answers);
  g_assert_cmpint (fill->missing->len, ==, 1);
  g_assert_true (g_str_has_prefix (fill->text, "白色，发中通，"));
}

/* Without a customer, every reply of the library can be seen filled, but for what is asked. */
static void
test_sample (void)
{
  g_autoptr(ZgClock) clock = make_clock (NOW);
  g_autoptr(ZgFillContext) context = zg_fill_context_new_sample (clock);
  g_autoptr(ZgFillContext) shop = make_context (NOW, make_order ());
  const char * const *languages = zg_starter_library_list_languages ();

  g_clear_pointer (&shop->customer, zg_customer_free);
  g_clear_pointer (&shop->order, zg_order_free);
  shop->is_sample = TRUE;

  expect (context, "{今天+1}{表情:微笑}", "September 23[微笑]");
  expect (context, "{店铺} {客服}", "Sample Shop Alex");
  expect (shop, "{店铺} {距截单} {客户}", "青禾小铺 1 h 40 min Jane Sample");
  g_free (shop->shop_name);
  shop->shop_name = g_strdup ("");
  expect (shop, "{店铺}", "Sample Shop");
  for (guint id = 0; id < ZG_N_PLACEHOLDERS; id++)
    {
      g_autofree char *body = g_strdup_printf ("{%s}", zg_placeholder_get (id)->name);
      g_autoptr(ZgFill) fill = zg_fill_context_fill (context, body, NULL);

      g_assert_cmpint (fill->missing->len, ==, 0);
      g_assert_cmpint (fill->is_personal, ==, zg_placeholder_get (id)->is_personal);
    }

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) replies = zg_starter_library_load (languages[i], &error);

      g_assert_no_error (error);
      for (guint k = 0; k < replies->len; k++)
        {
          const ZgReply *reply = g_ptr_array_index (replies, k);
          g_autoptr(ZgFill) fill = zg_fill_context_fill (context, reply->body, NULL);

          g_assert_cmpint (fill->missing->len > 0, ==, strstr (reply->body, "{?") != NULL);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fill-context/known", test_known);
  g_test_add_func ("/fill-context/every-field", test_every_field);
  g_test_add_func ("/fill-context/customer", test_customer);
  g_test_add_func ("/fill-context/hidden", test_hidden);
  g_test_add_func ("/fill-context/zone", test_zone);
  g_test_add_func ("/fill-context/amount", test_amount);
  g_test_add_func ("/fill-context/currency", test_currency);
  g_test_add_func ("/fill-context/cut-off", test_cut_off);
  g_test_add_func ("/fill-context/emoticons", test_emoticons);
  g_test_add_func ("/fill-context/offers", test_offers);
  g_test_add_func ("/fill-context/answers", test_answers);
  g_test_add_func ("/fill-context/sample", test_sample);
  return g_test_run ();
}
