/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-checklist.h"

#include <string.h>

#define NOW (100 * ZG_TIME_DAY)

static ZgOrderItem *
add_item (ZgOrder    *order,
          const char *title,
          const char *colour,
          const char *size)
{
  ZgOrderItem *item = zg_order_item_new ();

  item->title = g_strdup (title);
  item->colour = g_strdup (colour);
  item->size = g_strdup (size);
  g_ptr_array_add (order->items, item);
  return item;
}

/* The order of mock-up 04: everything is there. */
static ZgOrder *
make_order (void)
{
  ZgOrder *order = zg_order_new ();

  order->number = g_strdup ("202609221046579");
  order->total = 21900;
  order->courier = g_strdup ("圆通");
  order->buyer_note = g_strdup ("要礼品袋");
  zg_personal_set (&order->recipient, "王晓雯");
  zg_personal_set (&order->phone, "13800002468");
  zg_address_free (order->address);
  order->address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路 100 号幸福小区 3 幢 501");
  add_item (order, "云朵针织开衫", "黑色", "L");
  add_item (order, "帆布托特包", "米白", "均码");
  return order;
}

static const ZgChecklistContext calm = { .n_earlier_orders = 7, .ship_time = "9月22日 16:00" };

static GPtrArray *
tick_all (const ZgOrder            *order,
          const ZgChecklistContext *context)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_tick_free);

  for (int i = 0; i < ZG_N_HUMAN_CHECKS; i++)
    {
      g_autofree char *value = zg_check_get_value ((ZgCheck) i, order, context);
      ZgTick *tick = zg_tick_new ((ZgCheck) i, NOW, 3, value);

      tick->staff_name = g_strdup ("小陈");
      g_ptr_array_add (ticks, tick);
    }
  return ticks;
}

static const ZgCheckRow *
row_of (GPtrArray *rows,
        ZgCheck    check)
{
  g_assert_cmpint (rows->len, ==, ZG_N_CHECKS);
  return rows->pdata[check];
}

static void
set_text (char       **field,
          const char  *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
test_keys (void)
{
  static const char * const keys[ZG_N_CHECKS] = {
    "recipient", "address", "colour", "size", "quantity", "courier", "ship-time", "buyer-note",
    "phone-valid", "address-complete", "amount", "items", "history", "duplicate-parcel", "caution", "stock", "refund",
  };
  ZgCheck check = ZG_CHECK_STOCK;

  for (int i = 0; i < ZG_N_CHECKS; i++)
    {
      g_assert_cmpstr (zg_check_to_key ((ZgCheck) i), ==, keys[i]);
      g_assert_true (zg_check_from_key (keys[i], &check));
      g_assert_cmpint (check, ==, i);
      g_assert_nonnull (zg_check_to_label ((ZgCheck) i));
      g_assert_cmpint (zg_check_is_human ((ZgCheck) i), ==, i < ZG_N_HUMAN_CHECKS);
      /* the buyer's note is read by the clerk, not read back to the buyer */
      g_assert_cmpint (zg_check_is_read_back ((ZgCheck) i), ==, i < ZG_CHECK_BUYER_NOTE);
    }

  g_assert_false (zg_check_from_key ("Recipient", NULL));
  g_assert_false (zg_check_from_key (NULL, NULL));
  g_assert_false (zg_check_is_human ((ZgCheck) -1));
  g_assert_cmpstr (zg_check_state_to_word (ZG_CHECK_OPEN), ==, "open");
  g_assert_cmpstr (zg_check_state_to_word (ZG_CHECK_OK), ==, "ok");
  g_assert_cmpstr (zg_check_state_to_word (ZG_CHECK_WARN), ==, "warn");
  g_assert_cmpstr (zg_check_state_to_word (ZG_CHECK_HIDDEN), ==, "hidden");
  g_assert_cmpstr (zg_check_state_to_word (ZG_CHECK_DROPPED), ==, "dropped");
}

static void
test_values (void)
{
  static const char * const values[ZG_N_CHECKS] = {
    [ZG_CHECK_RECIPIENT] = "王晓雯 138 0000 2468",
    [ZG_CHECK_ADDRESS] = "浙江省杭州市西湖区文三路 100 号幸福小区 3 幢 501",
    [ZG_CHECK_COLOUR] = "黑色 · 米白",
    [ZG_CHECK_SIZE] = "L · 均码",
    [ZG_CHECK_QUANTITY] = "2 pieces",
    [ZG_CHECK_COURIER] = "圆通 · 浙江省杭州市西湖区",
    [ZG_CHECK_SHIP_TIME] = "9月22日 16:00",
    [ZG_CHECK_BUYER_NOTE] = "要礼品袋",
    [ZG_CHECK_PHONE_VALID] = "138 0000 2468",
    [ZG_CHECK_ADDRESS_COMPLETE] = "浙江省杭州市西湖区文三路 100 号幸福小区 3 幢 501",
    [ZG_CHECK_AMOUNT] = "¥219.00",
    [ZG_CHECK_ITEMS] = "云朵针织开衫 黑色 L ×1，帆布托特包 米白 均码 ×1",
  };
  g_autoptr (ZgOrder) order = make_order ();
  g_autoptr (GPtrArray) rows = zg_checklist_evaluate (order, &calm, NULL);

  for (int i = 0; i < ZG_N_CHECKS; i++)
    {
      const ZgCheckRow *row = row_of (rows, (ZgCheck) i);

      g_assert_cmpint (row->check, ==, i);
      g_assert_cmpstr (row->value, ==, values[i]);
      g_assert_cmpint (row->state, ==, zg_check_is_human (row->check) ? ZG_CHECK_OPEN : ZG_CHECK_OK);
      g_assert_null (row->by);
    }
}

static void
test_ticked (void)
{
  g_autoptr (ZgOrder) order = make_order ();
  g_autoptr (GPtrArray) ticks = tick_all (order, &calm);
  g_autoptr (GPtrArray) rows = zg_checklist_evaluate (order, &calm, ticks);
  g_autoptr (GPtrArray) dropped = zg_checklist_drop_changed (order, &calm, ticks, NOW + 1);
  int done, total;

  g_assert_true (zg_checklist_is_complete (rows));
  zg_checklist_count (rows, &done, &total);
  g_assert_cmpint (done, ==, ZG_N_HUMAN_CHECKS);
  g_assert_cmpint (total, ==, ZG_N_HUMAN_CHECKS);
  zg_checklist_count (rows, NULL, NULL);
  g_assert_cmpint (dropped->len, ==, 0);
  for (int i = 0; i < ZG_N_HUMAN_CHECKS; i++)
    {
      const ZgCheckRow *row = row_of (rows, (ZgCheck) i);

      g_assert_cmpint (row->state, ==, ZG_CHECK_OK);
      g_assert_cmpstr (row->by, ==, "小陈");
      g_assert_cmpint (row->at, ==, NOW);
      g_assert_null (row->note);
    }

  /* each single open row keeps the list open */
  for (int i = 0; i < ZG_N_HUMAN_CHECKS; i++)
    {
      g_autoptr (GPtrArray) others = tick_all (order, &calm);
      g_autoptr (GPtrArray) open = NULL;

      g_ptr_array_remove_index (others, (guint) i);
      open = zg_checklist_evaluate (order, &calm, others);
      g_assert_false (zg_checklist_is_complete (open));
      zg_checklist_count (open, &done, &total);
      g_assert_cmpint (done, ==, ZG_N_HUMAN_CHECKS - 1);
    }
}

static void
change_recipient (ZgOrder *order)
{
  zg_personal_set (&order->recipient, "王晓雷");
}

static void
change_phone (ZgOrder *order)
{
  zg_personal_set (&order->phone, "13800002469");
}

static void
change_phone_dress (ZgOrder *order)
{
  zg_personal_set (&order->phone, "+86 138-0000-2468");
}

static void
change_room (ZgOrder *order)
{
  set_text (&order->address->detail, "文三路 100 号幸福小区 3 幢 502");
}

static void
change_district (ZgOrder *order)
{
  set_text (&order->address->district, "上城区");
}

static void
change_postcode (ZgOrder *order)
{
  set_text (&order->address->postcode, "310012");
}

static void
change_colour (ZgOrder *order)
{
  set_text (&((ZgOrderItem *) order->items->pdata[1])->colour, "黑色");
}

static void
swap_colours (ZgOrder *order)
{
  set_text (&((ZgOrderItem *) order->items->pdata[0])->colour, "米白");
  set_text (&((ZgOrderItem *) order->items->pdata[1])->colour, "黑色");
}

static void
clear_colour (ZgOrder *order)
{
  set_text (&((ZgOrderItem *) order->items->pdata[0])->colour, NULL);
}

static void
change_size (ZgOrder *order)
{
  set_text (&((ZgOrderItem *) order->items->pdata[0])->size, "XL");
}

static void
change_quantity (ZgOrder *order)
{
  ((ZgOrderItem *) order->items->pdata[0])->quantity = 2;
}

static void
change_title (ZgOrder *order)
{
  set_text (&((ZgOrderItem *) order->items->pdata[0])->title, "星空针织开衫");
}

static void
change_courier (ZgOrder *order)
{
  set_text (&order->courier, "中通");
}

static void
change_note (ZgOrder *order)
{
  set_text (&order->buyer_note, "不要礼品袋");
}

static void
clear_note (ZgOrder *order)
{
  set_text (&order->buyer_note, "");
}

static void
change_other_things (ZgOrder *order)
{
  order->state = ZG_ORDER_PAID;
  order->paid = order->total;
  order->flag = 3;
  set_text (&order->seller_note, "加急");
  set_text (&order->tracking, "YT0000000000001");
}

#define BIT(check) (1u << ZG_CHECK_##check)

static const struct {
  const char *what;
  void (*change) (ZgOrder *order);
  guint dropped;
  const char *note;     /* of the first dropped row */
} drop_table[] = {
  { "recipient", change_recipient, BIT (RECIPIENT),
    "Ticked for “王晓雯 138 0000 2468”, then changed to “王晓雷 138 0000 2468”. Please confirm it again." },
  { "phone", change_phone, BIT (RECIPIENT), NULL },
  { "the same phone written otherwise", change_phone_dress, 0, NULL },
  { "room", change_room, BIT (ADDRESS),
    "Ticked for “…幢 501”, then changed to “…幢 502”. Please confirm it again." },
  { "district", change_district, BIT (ADDRESS) | BIT (COURIER), NULL },
  { "postcode", change_postcode, 0, NULL },
  { "colour", change_colour, BIT (COLOUR),
    "Ticked for “黑色 · 米白”, then changed to “黑色 · 黑色”. Please confirm it again." },
  { "colours swapped", swap_colours, BIT (COLOUR), NULL },
  { "colour gone", clear_colour, BIT (COLOUR), NULL },
  { "size", change_size, BIT (SIZE), NULL },
  { "quantity", change_quantity, BIT (QUANTITY), NULL },
  { "another product", change_title, BIT (QUANTITY), NULL },
  { "courier", change_courier, BIT (COURIER), NULL },
  { "note", change_note, BIT (BUYER_NOTE), NULL },
  { "note gone", clear_note, BIT (BUYER_NOTE),
    "Ticked for “要礼品袋”, then changed to “nothing”. Please confirm it again." },
  { "what nobody ticked", change_other_things, 0, NULL },
};

static guint
count_bits (guint set)
{
  guint n = 0;

  for (; set != 0; set &= set - 1)
    n++;
  return n;
}

static void
test_drop (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drop_table); i++)
    {
      g_autoptr (ZgOrder) order = make_order ();
      g_autoptr (GPtrArray) ticks = tick_all (order, &calm);
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) dropped = NULL;
      g_autoptr (GPtrArray) again = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      gboolean noted = drop_table[i].note == NULL;

      g_test_message ("%s", drop_table[i].what);
      drop_table[i].change (order);

      /* nobody marked the ticks yet, and still the list does not say ok */
      before = zg_checklist_evaluate (order, &calm, ticks);
      g_assert_cmpint (zg_checklist_is_complete (before), ==, drop_table[i].dropped == 0);

      dropped = zg_checklist_drop_changed (order, &calm, ticks, NOW + 5);
      g_assert_cmpint (dropped->len, ==, count_bits (drop_table[i].dropped));
      again = zg_checklist_drop_changed (order, &calm, ticks, NOW + 6);
      g_assert_cmpint (again->len, ==, 0);

      rows = zg_checklist_evaluate (order, &calm, ticks);
      for (int check = 0; check < ZG_N_HUMAN_CHECKS; check++)
        {
          const ZgTick *tick = ticks->pdata[check];
          const ZgCheckRow *row = row_of (rows, (ZgCheck) check);
          gboolean is_dropped = (drop_table[i].dropped & (1u << check)) != 0;

          g_assert_cmpint (row->state, ==, is_dropped ? ZG_CHECK_DROPPED : ZG_CHECK_OK);
          g_assert_cmpint (tick->dropped_at, ==, is_dropped ? NOW + 5 : ZG_TIME_NONE);
          g_assert_cmpint (tick->dropped_to != NULL, ==, is_dropped);
          g_assert_cmpint (row->note != NULL, ==, is_dropped);
          if (is_dropped && !noted)
            {
              g_assert_cmpstr (row->note, ==, drop_table[i].note);
              noted = TRUE;
            }
        }
    }
}

/* Nobody knows what the customer was told in between: taking the change back is not enough, ticking again is. */
static void
test_drop_is_final (void)
{
  g_autoptr (ZgOrder) order = make_order ();
  g_autoptr (GPtrArray) ticks = tick_all (order, &calm);
  g_autoptr (GPtrArray) dropped = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) rows_again = NULL;
  g_autofree char *value = NULL;

  change_room (order);
  dropped = zg_checklist_drop_changed (order, &calm, ticks, NOW + 5);
  set_text (&order->address->detail, "文三路 100 号幸福小区 3 幢 501");
  none = zg_checklist_drop_changed (order, &calm, ticks, NOW + 6);
  rows = zg_checklist_evaluate (order, &calm, ticks);
  g_assert_cmpint (dropped->len, ==, 1);
  g_assert_cmpint (none->len, ==, 0);
  g_assert_cmpint (row_of (rows, ZG_CHECK_ADDRESS)->state, ==, ZG_CHECK_DROPPED);
  g_assert_nonnull (strstr (row_of (rows, ZG_CHECK_ADDRESS)->note, "502"));

  value = zg_check_get_value (ZG_CHECK_ADDRESS, order, &calm);
  g_ptr_array_remove_index (ticks, ZG_CHECK_ADDRESS);
  g_ptr_array_insert (ticks, ZG_CHECK_ADDRESS, zg_tick_new (ZG_CHECK_ADDRESS, NOW + 7, 3, value));
  rows_again = zg_checklist_evaluate (order, &calm, ticks);
  g_assert_cmpint (row_of (rows_again, ZG_CHECK_ADDRESS)->state, ==, ZG_CHECK_OK);
}

/* What was told about the shipping time was told: the clock and the payment move the words, and nothing drops. */
static void
test_ship_time (void)
{
  static const ZgChecklistContext later[] = { { .ship_time = "9月23日 11:00" }, { .ship_time = "shipped" }, { 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autoptr (ZgOrder) order = make_order ();
      g_autoptr (GPtrArray) ticks = tick_all (order, &calm);
      g_autoptr (GPtrArray) dropped = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      order->state = ZG_ORDER_PAID;
      order->paid_at = NOW;
      order->ship_by = NOW + 2 * ZG_TIME_DAY;
      dropped = zg_checklist_drop_changed (order, &later[i], ticks, NOW + 5);
      rows = zg_checklist_evaluate (order, &later[i], ticks);
      g_assert_cmpint (dropped->len, ==, 0);
      g_assert_true (zg_checklist_is_complete (rows));
      g_assert_cmpstr (row_of (rows, ZG_CHECK_SHIP_TIME)->value, ==, later[i].ship_time);
    }
}

/* Rows without an object are done, until there is one. */
static void
test_not_applicable (void)
{
  static const ZgCheck checks[] = { ZG_CHECK_COLOUR, ZG_CHECK_SIZE, ZG_CHECK_BUYER_NOTE };
  g_autoptr (ZgOrder) order = make_order ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) rows_after = NULL;
  g_autoptr (GPtrArray) rows_ticked = NULL;
  g_autoptr (GPtrArray) ticks = NULL;

  set_text (&order->buyer_note, NULL);
  for (guint i = 0; i < order->items->len; i++)
    {
      set_text (&((ZgOrderItem *) order->items->pdata[i])->colour, i == 0 ? NULL : "");
      set_text (&((ZgOrderItem *) order->items->pdata[i])->size, NULL);
    }

  rows = zg_checklist_evaluate (order, &calm, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_assert_cmpint (row_of (rows, checks[i])->state, ==, ZG_CHECK_OK);
      g_assert_cmpstr (row_of (rows, checks[i])->note, ==, "None");
      g_assert_null (row_of (rows, checks[i])->value);
    }

  /* a tick on nothing is void when something comes */
  ticks = tick_all (order, &calm);
  set_text (&order->buyer_note, "要礼品袋");
  rows_after = zg_checklist_evaluate (order, &calm, NULL);
  g_assert_cmpint (row_of (rows_after, ZG_CHECK_BUYER_NOTE)->state, ==, ZG_CHECK_OPEN);
  rows_ticked = zg_checklist_evaluate (order, &calm, ticks);
  g_assert_cmpint (row_of (rows_ticked, ZG_CHECK_BUYER_NOTE)->state, ==, ZG_CHECK_DROPPED);
}

static const struct {
  const char *phone;
  ZgCheckState state;
} phone_table[] = {
  { "13800002468", ZG_CHECK_OK },
  { "0571-00002468", ZG_CHECK_OK },
  { "+852 9123 4567", ZG_CHECK_OK },
  { "138000024", ZG_CHECK_WARN },
  { "x", ZG_CHECK_WARN },
  { "", ZG_CHECK_WARN },
  { "183****2807", ZG_CHECK_HIDDEN },
  { "##cipher", ZG_CHECK_HIDDEN },
  { "17012345678-1234", ZG_CHECK_HIDDEN },
};

static const struct {
  const char *address;
  ZgCheckState state;
  const char *note;
} address_table[] = {
  { "浙江省 杭州市 西湖区 文三路", ZG_CHECK_OK, "are there" },
  { "广东省 东莞市 示例路", ZG_CHECK_OK, "are there" },
  { "浙江省 杭州市 西湖区 ***", ZG_CHECK_HIDDEN, "Hidden" },
  { "****", ZG_CHECK_HIDDEN, "Hidden" },
  { "##cipher", ZG_CHECK_HIDDEN, "Hidden" },
  { "浙江省 杭州市 文三路", ZG_CHECK_WARN, "district" },
  { "浙江省 文三路", ZG_CHECK_WARN, "city" },
  { "文三路", ZG_CHECK_WARN, "province" },
  { "上海", ZG_CHECK_WARN, "street" },
  { "", ZG_CHECK_WARN, "no address" },
};

static void
test_hidden (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phone_table); i++)
    {
      g_autoptr (ZgOrder) order = make_order ();
      g_autoptr (GPtrArray) rows = NULL;

      zg_personal_set (&order->phone, phone_table[i].phone);
      rows = zg_checklist_evaluate (order, &calm, NULL);
      g_test_message ("%s", phone_table[i].phone);
      g_assert_cmpint (row_of (rows, ZG_CHECK_PHONE_VALID)->state, ==, phone_table[i].state);
      g_assert_nonnull (row_of (rows, ZG_CHECK_PHONE_VALID)->note);
      g_assert_cmpint (row_of (rows, ZG_CHECK_RECIPIENT)->state, ==, ZG_CHECK_OPEN);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (address_table); i++)
    {
      g_autoptr (ZgOrder) order = make_order ();
      g_autoptr (GPtrArray) rows = NULL;

      zg_address_free (order->address);
      order->address = zg_address_parse_export (address_table[i].address);
      rows = zg_checklist_evaluate (order, &calm, NULL);
      g_test_message ("%s", address_table[i].address);
      g_assert_cmpint (row_of (rows, ZG_CHECK_ADDRESS_COMPLETE)->state, ==, address_table[i].state);
      g_assert_nonnull (strstr (row_of (rows, ZG_CHECK_ADDRESS_COMPLETE)->note, address_table[i].note));
    }
}

/* Everything hidden by the platform is still an order that can be confirmed. */
static void
test_hidden_can_be_confirmed (void)
{
  g_autoptr (ZgOrder) order = make_order ();
  g_autoptr (GPtrArray) ticks = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  zg_personal_set (&order->recipient, "王**");
  zg_personal_set (&order->phone, "138****2468");
  zg_address_free (order->address);
  order->address = zg_address_parse_export ("浙江省 杭州市 西湖区 ****");
  ticks = tick_all (order, &calm);
  rows = zg_checklist_evaluate (order, &calm, ticks);
  g_assert_cmpstr (row_of (rows, ZG_CHECK_RECIPIENT)->value, ==, "王** 138****2468");
  g_assert_true (zg_checklist_is_complete (rows));
}

static const struct {
  gint64 total;
  gint64 goods;
  gint64 paid;
  ZgOrderState order_state;
  ZgCheckState state;
} amount_table[] = {
  { 21900, 21900, 0, ZG_ORDER_UNPAID, ZG_CHECK_OK },
  { 0, 0, 0, ZG_ORDER_PAID, ZG_CHECK_OK },
  { 0, 0, 0, ZG_ORDER_SHIPPED, ZG_CHECK_OK },
  { 0, 0, 0, ZG_ORDER_UNPAID, ZG_CHECK_WARN },
  { -1, 0, 0, ZG_ORDER_PAID, ZG_CHECK_WARN },
  { 100, -1, 0, ZG_ORDER_PAID, ZG_CHECK_WARN },
  { 100, 100, -1, ZG_ORDER_PAID, ZG_CHECK_WARN },
  { 21900, 21900, 20000, ZG_ORDER_PAID, ZG_CHECK_OK },
};

static void
test_amount (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amount_table); i++)
    {
      g_autoptr (ZgOrder) order = make_order ();
      g_autoptr (GPtrArray) rows = NULL;

      order->total = amount_table[i].total;
      order->goods = amount_table[i].goods;
      order->paid = amount_table[i].paid;
      order->state = amount_table[i].order_state;
      rows = zg_checklist_evaluate (order, &calm, NULL);
      g_assert_cmpint (row_of (rows, ZG_CHECK_AMOUNT)->state, ==, amount_table[i].state);
      g_assert_cmpint (row_of (rows, ZG_CHECK_AMOUNT)->note != NULL, ==, amount_table[i].state == ZG_CHECK_WARN);
    }
}

static void
test_items (void)
{
  g_autoptr (ZgOrder) order = make_order ();
  g_autoptr (GPtrArray) unknown = NULL;
  g_autoptr (GPtrArray) none = NULL;

  ((ZgOrderItem *) order->items->pdata[1])->quantity = 0;
  unknown = zg_checklist_evaluate (order, &calm, NULL);
  g_assert_cmpint (row_of (unknown, ZG_CHECK_ITEMS)->state, ==, ZG_CHECK_WARN);

  g_ptr_array_set_size (order->items, 0);
  none = zg_checklist_evaluate (order, &calm, NULL);
  g_assert_cmpint (row_of (none, ZG_CHECK_ITEMS)->state, ==, ZG_CHECK_WARN);
  g_assert_null (row_of (none, ZG_CHECK_QUANTITY)->value);
  g_assert_cmpint (row_of (none, ZG_CHECK_QUANTITY)->state, ==, ZG_CHECK_OPEN);
}

static const struct {
  ZgChecklistContext context;
  ZgCheck check;
  ZgCheckState state;
  const char *note;
} context_table[] = {
  { { .n_earlier_orders = 0 }, ZG_CHECK_HISTORY, ZG_CHECK_OK, "First order" },
  { { .n_earlier_orders = 1 }, ZG_CHECK_HISTORY, ZG_CHECK_OK, "1 earlier order" },
  { { .n_earlier_orders = 7 }, ZG_CHECK_HISTORY, ZG_CHECK_OK, "7 earlier orders" },
  { { .n_other_unshipped = 0 }, ZG_CHECK_DUPLICATE_PARCEL, ZG_CHECK_OK, NULL },
  { { .n_other_unshipped = 1, .other_unshipped = "20260921512" }, ZG_CHECK_DUPLICATE_PARCEL, ZG_CHECK_WARN,
    "1 other order is not shipped yet: …512" },
  { { .n_other_unshipped = 3, .other_unshipped = "20260921512" }, ZG_CHECK_DUPLICATE_PARCEL, ZG_CHECK_WARN,
    "3 other orders are not shipped yet, the newest is …512" },
  { { .n_other_unshipped = 2 }, ZG_CHECK_DUPLICATE_PARCEL, ZG_CHECK_WARN, "2 other orders are not shipped yet." },
  { { .caution = "爱退货" }, ZG_CHECK_CAUTION, ZG_CHECK_WARN, "爱退货" },
  { { .caution = "" }, ZG_CHECK_CAUTION, ZG_CHECK_OK, NULL },
  { { .caution = NULL }, ZG_CHECK_CAUTION, ZG_CHECK_OK, NULL },
  { { .caution = NULL }, ZG_CHECK_STOCK, ZG_CHECK_OK, NULL },
};

/* Warnings are for people to weigh: they keep no list open. */
static void
test_context (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (context_table); i++)
    {
      g_autoptr (ZgOrder) order = make_order ();
      g_autoptr (GPtrArray) ticks = tick_all (order, &context_table[i].context);
      g_autoptr (GPtrArray) rows = zg_checklist_evaluate (order, &context_table[i].context, ticks);

      g_assert_cmpint (row_of (rows, context_table[i].check)->state, ==, context_table[i].state);
      g_assert_cmpstr (row_of (rows, context_table[i].check)->note, ==, context_table[i].note);
      g_assert_true (zg_checklist_is_complete (rows));
    }
}

static void
test_refund (void)
{
  g_autoptr (ZgOrder) order = make_order ();
  g_autoptr (GPtrArray) ticks = tick_all (order, &calm);
  g_autoptr (GPtrArray) presale = NULL;
  g_autoptr (GPtrArray) refund = NULL;

  order->holds = ZG_HOLD_PRESALE | ZG_HOLD_PLATFORM;
  presale = zg_checklist_evaluate (order, &calm, ticks);
  g_assert_cmpint (row_of (presale, ZG_CHECK_REFUND)->state, ==, ZG_CHECK_OK);
  g_assert_true (zg_checklist_is_complete (presale));

  order->holds |= ZG_HOLD_REFUND;
  refund = zg_checklist_evaluate (order, &calm, ticks);
  g_assert_cmpint (row_of (refund, ZG_CHECK_REFUND)->state, ==, ZG_CHECK_WARN);
  g_assert_false (zg_checklist_is_complete (refund));
}

/* An order of which nothing is known: no row may stumble over what is missing. */
static void
test_empty_order (void)
{
  g_autoptr (ZgOrder) order = zg_order_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) ticks = NULL;
  g_autoptr (GPtrArray) dropped = NULL;

  g_clear_pointer (&order->address, zg_address_free);
  rows = zg_checklist_evaluate (order, NULL, NULL);
  g_assert_cmpint (rows->len, ==, ZG_N_CHECKS);
  g_assert_false (zg_checklist_is_complete (rows));
  ticks = tick_all (order, NULL);
  dropped = zg_checklist_drop_changed (order, NULL, ticks, NOW);
  g_assert_cmpint (dropped->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checklist/keys", test_keys);
  g_test_add_func ("/checklist/values", test_values);
  g_test_add_func ("/checklist/ticked", test_ticked);
  g_test_add_func ("/checklist/drop", test_drop);
  g_test_add_func ("/checklist/drop-is-final", test_drop_is_final);
  g_test_add_func ("/checklist/ship-time", test_ship_time);
  g_test_add_func ("/checklist/not-applicable", test_not_applicable);
  g_test_add_func ("/checklist/hidden", test_hidden);
  g_test_add_func ("/checklist/hidden-can-be-confirmed", test_hidden_can_be_confirmed);
  g_test_add_func ("/checklist/amount", test_amount);
  g_test_add_func ("/checklist/items", test_items);
  g_test_add_func ("/checklist/context", test_context);
  g_test_add_func ("/checklist/refund", test_refund);
  g_test_add_func ("/checklist/empty-order", test_empty_order);
  return g_test_run ();
}
