/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-order.h"

static const struct {
  const char *properties;
  const char *colour;
  const char *size;
} properties_table[] = {
  { "颜色分类：20厘米锅;尺码：L", "20厘米锅", "L" },
  { "颜色分类:20厘米锅;尺码:L", "20厘米锅", "L" },
  { "颜色分类：黑色；尺码：Ｌ", "黑色", "Ｌ" },
  { " 颜色 : 黑色 ; 尺寸 : 120 ", "黑色", "120" },
  { "主要颜色：米白", "米白", NULL },
  { "Color: black; Size: M", "black", "M" },
  { "COLOUR:black", "black", NULL },
  { "鞋码：37", NULL, "37" },
  { "规格：500g", NULL, "500g" },
  { "顏色：黑;尺碼：M", "黑", "M" },
  { "尺码：L;颜色：黑;", "黑", "L" },
  { "颜色分类：黑:白", "黑:白", NULL },
  { "颜色分类：黑：白", "黑：白", NULL },
  { "套餐：A;口味：辣", NULL, NULL },
  { "颜色分类：;尺码：", NULL, NULL },
  { "黑色", NULL, NULL },
  { ";;：：", NULL, NULL },
  { "", NULL, NULL },
  { NULL, NULL, NULL },
};

static void
test_properties (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (properties_table); i++)
    {
      g_autoptr (ZgOrderItem) item = zg_order_item_new ();

      item->properties = g_strdup (properties_table[i].properties);
      zg_order_item_parse_properties (item);
      g_test_message ("%s", properties_table[i].properties);
      g_assert_cmpstr (item->colour, ==, properties_table[i].colour);
      g_assert_cmpstr (item->size, ==, properties_table[i].size);
      g_assert_cmpstr (item->properties, ==, properties_table[i].properties);
    }
}

static void
test_properties_keep (void)
{
  g_autoptr (ZgOrderItem) item = zg_order_item_new ();

  item->colour = g_strdup ("黑");
  item->size = g_strdup ("L");
  item->properties = g_strdup ("尺码：M");
  zg_order_item_parse_properties (item);
  g_assert_cmpstr (item->colour, ==, "黑");
  g_assert_cmpstr (item->size, ==, "M");
}

static void
add_item (ZgOrder    *order,
          const char *title,
          const char *colour,
          const char *size,
          gint64      quantity)
{
  ZgOrderItem *item = zg_order_item_new ();

  item->title = g_strdup (title);
  item->colour = g_strdup (colour);
  item->size = g_strdup (size);
  item->quantity = quantity;
  g_ptr_array_add (order->items, item);
}

typedef struct {
  const char *title;
  const char *colour;
  const char *size;
  gint64 quantity;
} Item;

static const struct {
  Item items[3];
  const char *text;
  const char *summary;
  const char *colours;
  const char *sizes;
  gint64 quantity;
} items_table[] = {
  { { { NULL, NULL, NULL, 0 } }, "", "", "", "", 0 },
  { { { "羊毛围巾", "燕麦色", NULL, 1 } }, "羊毛围巾 燕麦色 ×1", "羊毛围巾 燕麦色", "燕麦色", "", 1 },
  { { { "羊毛围巾", "燕麦色", "", 3 } }, "羊毛围巾 燕麦色 ×3", "羊毛围巾 燕麦色 ×3", "燕麦色", "", 3 },
  { { { "云朵针织开衫", "黑色", "L", 1 }, { "帆布托特包", "米白", NULL, 1 } },
    "云朵针织开衫 黑色 L ×1，帆布托特包 米白 ×1", "云朵针织开衫 黑色 L and more, 2 pieces",
    "黑色 · 米白", "L · —", 2 },
  { { { "杯", NULL, NULL, 2 }, { "围巾", "红", NULL, 1 }, { "杯", "蓝", NULL, 2 } },
    "杯 ×2，围巾 红 ×1，杯 蓝 ×2", "杯 and more, 5 pieces", "— · 红 · 蓝", "", 5 },
  { { { "A&B <b>", "%s", "{x}", 1 } }, "A&B <b> %s {x} ×1", "A&B <b> %s {x}", "%s", "{x}", 1 },
};

static void
test_items (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (items_table); i++)
    {
      g_autoptr (ZgOrder) order = zg_order_new ();
      g_autofree char *text = NULL;
      g_autofree char *summary = NULL;
      g_autofree char *colours = NULL;
      g_autofree char *sizes = NULL;

      for (gsize j = 0; j < 3 && items_table[i].items[j].title != NULL; j++)
        {
          const Item *item = &items_table[i].items[j];

          add_item (order, item->title, item->colour, item->size, item->quantity);
        }

      text = zg_order_items_to_text (order);
      summary = zg_order_items_to_summary (order);
      colours = zg_order_colours_to_text (order);
      sizes = zg_order_sizes_to_text (order);
      g_assert_cmpstr (text, ==, items_table[i].text);
      g_assert_cmpstr (summary, ==, items_table[i].summary);
      g_assert_cmpstr (colours, ==, items_table[i].colours);
      g_assert_cmpstr (sizes, ==, items_table[i].sizes);
      g_assert_cmpint (zg_order_get_quantity (order), ==, items_table[i].quantity);
    }
}

/* An item that the platform gave no title for. */
static void
test_item_without_title (void)
{
  g_autoptr (ZgOrder) order = zg_order_new ();
  g_autofree char *text = NULL;

  add_item (order, NULL, NULL, NULL, 2);
  text = zg_order_items_to_text (order);
  g_assert_cmpstr (text, ==, "×2");
}

static void
test_number_tail (void)
{
  static const struct {
    const char *number;
    const char *tail;
  } table[] = {
    { "202609221046579", "…579" },
    { "3515313147000057919", "…919" },
    { "260517-123456789012345", "…345" },
    { "579", "579" },
    { "7", "7" },
    { "1234", "…234" },
    { "订单号七", "…单号七" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *tail = zg_order_number_tail (table[i].number);

      g_assert_cmpstr (tail, ==, table[i].tail);
    }
}

/* A copy has everything and shares nothing: both are freed, and changing one leaves the other. */
static void
test_copy (void)
{
  g_autoptr (ZgOrder) order = zg_order_new ();
  g_autoptr (ZgOrder) copy = NULL;
  g_autofree char *text = NULL;

  order->id = 7;
  order->uid = g_strdup ("u");
  order->number = g_strdup ("579");
  order->state = ZG_ORDER_PACKED;
  order->holds = ZG_HOLD_PRESALE;
  order->total = 21900;
  order->courier = g_strdup ("c");
  order->tracking = g_strdup ("t");
  order->buyer_note = g_strdup ("b");
  order->seller_note = g_strdup ("s");
  order->ship_by = 9;
  zg_personal_set (&order->recipient, "林**");
  zg_personal_set (&order->phone, "183****2807");
  order->address->detail = g_strdup ("d");
  order->facts = zg_platform_facts_new ();
  order->facts->state_text = g_strdup ("交易成功");
  order->facts->refund_state = g_strdup ("r");
  order->facts->close_reason = g_strdup ("x");
  order->facts->refund = 5;
  add_item (order, "杯", "红", "L", 2);

  g_assert_cmpint (order->facts->state, ==, ZG_ORDER_STATE_UNKNOWN);
  copy = zg_order_copy (order);
  zg_personal_set (&order->recipient, "林小明");
  g_clear_pointer (&order->address->detail, g_free);
  g_ptr_array_set_size (order->items, 0);
  g_clear_pointer (&order->facts->state_text, g_free);

  g_assert_cmpint (copy->id, ==, 7);
  g_assert_cmpstr (copy->number, ==, "579");
  g_assert_cmpint (copy->state, ==, ZG_ORDER_PACKED);
  g_assert_cmpint (copy->holds, ==, ZG_HOLD_PRESALE);
  g_assert_cmpint (copy->total, ==, 21900);
  g_assert_cmpint (copy->ship_by, ==, 9);
  g_assert_cmpstr (copy->recipient.text, ==, "林**");
  g_assert_cmpint (copy->phone.disclosure, ==, ZG_DISCLOSURE_MASKED);
  g_assert_cmpstr (copy->address->detail, ==, "d");
  g_assert_cmpstr (copy->facts->state_text, ==, "交易成功");
  g_assert_cmpint (copy->facts->refund, ==, 5);
  g_assert_cmpstr (copy->currency, ==, "CNY");
  text = zg_order_items_to_text (copy);
  g_assert_cmpstr (text, ==, "杯 红 L ×2");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/properties", test_properties);
  g_test_add_func ("/order/properties-keep", test_properties_keep);
  g_test_add_func ("/order/items", test_items);
  g_test_add_func ("/order/item-without-title", test_item_without_title);
  g_test_add_func ("/order/number-tail", test_number_tail);
  g_test_add_func ("/order/copy", test_copy);
  return g_test_run ();
}
