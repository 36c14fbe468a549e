/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-error.h"
#include "zg-parcel-difference.h"
#include "zg-parcel.h"
#include "zg-shipment.h"

/* Which orders may share a parcel, in what they differ, what is saved, and which pieces are left. */

static ZgOrder *
make_order (ZgOrderState state,
            ZgOrderKind  kind,
            ZgHold       holds,
            gboolean     cash)
{
  ZgOrder *order = zg_order_new ();

  order->state = state;
  order->kind = kind;
  order->holds = holds;
  order->cash_on_delivery = cash;
  order->total = 1000;
  order->paid = state == ZG_ORDER_UNPAID || cash ? 0 : 1000;
  return order;
}

/* By the rule as people say it, not as it is written. */
static gboolean
may_go (ZgOrderState state,
        ZgOrderKind  kind,
        ZgHold       holds,
        gboolean     cash)
{
  gboolean waits = state == ZG_ORDER_PAID || state == ZG_ORDER_PACKED || (state == ZG_ORDER_UNPAID && cash);
  gboolean is_goods = kind == ZG_ORDER_GOODS || kind == ZG_ORDER_RESEND;

  return waits && is_goods && holds == ZG_HOLD_NONE;
}

static void
test_each (void)
{
  for (int state = 0; state < ZG_N_ORDER_STATES; state++)
    for (int kind = 0; kind < ZG_N_ORDER_KINDS; kind++)
      for (int holds = 0; holds < 1 << ZG_N_HOLDS; holds++)
        for (int cash = 0; cash < 2; cash++)
          {
            g_autoptr(ZgOrder) order = make_order (state, kind, holds, cash);
            g_autoptr(GError) error = NULL;
            gboolean found = zg_parcel_check_order (order, &error);
            gboolean has_left = state >= ZG_ORDER_SHIPPED && state <= ZG_ORDER_COMPLETED;

            g_test_message ("%s %s holds %d cash %d: %s", zg_order_state_to_word (state), zg_order_kind_to_word (kind), holds,
                            cash, error != NULL ? error->message : "may go");
            g_assert_cmpint (found, ==, may_go (state, kind, holds, cash));
            g_assert_cmpint (zg_parcel_keeps (order), ==, found || has_left);
            if (!found)
              g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
          }
}

/* What a refusal says, each sentence once. */
static const struct {
  ZgOrderState state;
  ZgOrderKind kind;
  ZgHold holds;
  const char *says;
} refusals[] = {
  { ZG_ORDER_PAID, ZG_ORDER_SURCHARGE, 0, "A surcharge never ships, so it goes in no parcel." },
  { ZG_ORDER_PAID, ZG_ORDER_VIRTUAL, 0, "There is nothing to ship in this order, so it goes in no parcel." },
  { ZG_ORDER_CLOSED, ZG_ORDER_GOODS, 0, "The order is closed and ships no more." },
  { ZG_ORDER_SHIPPED, ZG_ORDER_GOODS, 0, "The order has left already." },
  { ZG_ORDER_COMPLETED, ZG_ORDER_GOODS, 0, "The order has left already." },
  { ZG_ORDER_PAID, ZG_ORDER_GOODS, ZG_HOLD_REFUND | ZG_HOLD_CASE,
    "A refund of this order is open. Settle it before it goes in a parcel with others." },
  { ZG_ORDER_PAID, ZG_ORDER_GOODS, ZG_HOLD_PLATFORM,
    "The platform says not to ship this order yet. Wait until it releases the order." },
  { ZG_ORDER_PAID, ZG_ORDER_GOODS, ZG_HOLD_PRESALE,
    "The balance of this pre-sale order is not paid. It goes in no parcel before." },
  { ZG_ORDER_PACKED, ZG_ORDER_GOODS, ZG_HOLD_CASE,
    "A case of this order is open in which nothing may be sent. Settle it before it goes in a parcel with others." },
  { ZG_ORDER_UNPAID, ZG_ORDER_GOODS, 0, "The order is not paid. Only paid orders are sent together." },
};

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr(ZgOrder) order = make_order (refusals[i].state, refusals[i].kind, refusals[i].holds, FALSE);
      g_autoptr(GError) error = NULL;

      g_assert_false (zg_parcel_check_order (order, &error));
      g_assert_cmpstr (error->message, ==, refusals[i].says);
    }
}

/* The file does not say so of a pre-sale, but its money does. */
static void
test_presale (void)
{
  g_autoptr(ZgOrder) order = make_order (ZG_ORDER_PAID, ZG_ORDER_GOODS, ZG_HOLD_NONE, FALSE);

  order->presale = TRUE;
  g_assert_true (zg_parcel_check_order (order, NULL));
  order->paid = 300;
  g_assert_false (zg_parcel_check_order (order, NULL));
}

/* Two orders, each with what is paid of 1000 and whether the rest is paid at the door. */
static const struct {
  gboolean cash_a;
  gint64 paid_a;
  gboolean cash_b;
  gint64 paid_b;
  gboolean may;
} pairs[] = {
  { FALSE, 1000, FALSE, 1000, TRUE },
  { TRUE, 0, TRUE, 0, TRUE },
  { TRUE, 0, TRUE, 400, TRUE },
  { TRUE, 0, FALSE, 1000, FALSE },
  { FALSE, 1000, TRUE, 999, FALSE },
  { TRUE, 1000, FALSE, 1000, TRUE },
  { TRUE, 1000, TRUE, 0, FALSE },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr(ZgOrder) a = make_order (ZG_ORDER_PACKED, ZG_ORDER_GOODS, 0, pairs[i].cash_a);
      g_autoptr(ZgOrder) b = make_order (ZG_ORDER_PACKED, ZG_ORDER_GOODS, 0, pairs[i].cash_b);
      g_autoptr(GError) error = NULL;

      a->paid = pairs[i].paid_a;
      b->paid = pairs[i].paid_b;
      g_test_message ("pair %d", (int) i);
      g_assert_cmpint (zg_parcel_check_pair (a, b, &error), ==, pairs[i].may);
      g_assert_cmpint (zg_parcel_check_pair (b, a, NULL), ==, pairs[i].may);
      if (!pairs[i].may)
        g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
    }
}

static const struct {
  int postage[4];
  const char *currencies[4];
  int saved;
} postages[] = {
  { { 800, 600 }, { "CNY", "CNY" }, 600 },
  { { 600, 800, 500 }, { "CNY", "CNY", "CNY" }, 1100 },
  { { 0, 800 }, { "CNY", "CNY" }, 0 },
  { { 0, 0 }, { "CNY", "CNY" }, 0 },
  { { 700, 700 }, { "CNY", "CNY" }, 700 },
  { { 800, 600 }, { "CNY", "USD" }, 0 },
  { { -100, 600 }, { "CNY", "CNY" }, 0 },
  { { 800 }, { "CNY" }, 0 },
};

static void
test_postage (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (postages); i++)
    {
      g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);

      for (int j = 0; j < 4 && postages[i].currencies[j] != NULL; j++)
        {
          ZgOrder *order = zg_order_new ();

          order->postage = postages[i].postage[j];
          g_free (order->currency);
          order->currency = g_strdup (postages[i].currencies[j]);
          g_ptr_array_add (orders, order);
        }
      g_assert_cmpint (zg_parcel_get_saved_postage (orders), ==, postages[i].saved);
    }
}

static void
set_address (ZgOrder      *order,
             const char   *city,
             const char   *detail,
             ZgDisclosure  disclosure)
{
  g_free (order->address->city);
  g_free (order->address->detail);
  order->address->city = g_strdup (city);
  order->address->detail = g_strdup (detail);
  order->address->disclosure = disclosure;
}

/* "field: a | b; …" with ! before a warning. */
static char *
describe (GPtrArray *orders)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(GPtrArray) differences = zg_parcel_list_differences (orders, zone);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const ZgParcelDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (text, "%s%s%s:", i > 0 ? "; " : "", difference->is_warning ? "!" : "",
                              zg_parcel_field_to_word (difference->field));
      for (guint j = 0; j < difference->values->len; j++)
        g_string_append_printf (text, "%s %s", j > 0 ? " |" : "", (const char *) g_ptr_array_index (difference->values, j));
    }
  return g_string_free (text, FALSE);
}

static void
test_differences (void)
{
  g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  ZgOrder *a = zg_order_new (), *b = zg_order_new ();
  g_autofree char *none = NULL, *written = NULL, *hidden = NULL, *elsewhere = NULL, *all = NULL;

  g_ptr_array_add (orders, a);
  g_ptr_array_add (orders, b);
  set_address (a, "杭州市", "文三路 9 号", ZG_DISCLOSURE_PLAIN);
  set_address (b, "杭州市", "文三路 9 号", ZG_DISCLOSURE_PLAIN);
  none = describe (orders);
  g_assert_cmpstr (none, ==, "");

  set_address (b, "杭州", "文三路９号", ZG_DISCLOSURE_PLAIN);
  written = describe (orders);
  g_assert_cmpstr (written, ==, "address: 杭州市文三路 9 号 | 杭州文三路９号");
  set_address (b, "杭州市", "文三**", ZG_DISCLOSURE_MASKED);
  hidden = describe (orders);
  g_assert_cmpstr (hidden, ==, "address: 杭州市文三路 9 号 | 杭州市文三**");
  set_address (b, "杭州市", "文三路 19 号", ZG_DISCLOSURE_PLAIN);
  elsewhere = describe (orders);
  g_assert_cmpstr (elsewhere, ==, "!address: 杭州市文三路 9 号 | 杭州市文三路 19 号");

  set_address (b, "杭州市", "文三路 9 号", ZG_DISCLOSURE_PLAIN);
  zg_personal_set (&b->recipient, "张三");
  zg_personal_set (&b->phone, "13800000001");
  b->buyer_account = g_strdup ("tb1");
  g_free (b->shop);
  b->shop = g_strdup ("青禾小铺");
  b->courier = g_strdup ("顺丰速运");
  b->buyer_note = g_strdup ("下午送");
  b->seller_note = g_strdup ("送挂件");
  b->gift = TRUE;
  b->ship_by = (ZgTime) 1790058000 * ZG_TIME_SECOND;
  g_free (b->currency);
  b->currency = g_strdup ("USD");
  all = describe (orders);
  g_assert_cmpstr (all, ==, "recipient:  | 张三; phone:  | 13800000001; account:  | tb1; shop: Other | Other 青禾小铺; "
                   "courier:  | 顺丰速运; buyer-note:  | 下午送; seller-note:  | 送挂件; gift:  | Gift; "
                   "ship-by:  | 2026-09-22 06:20; currency: CNY | USD");
}

/* Lines of an order as quantities, shipments as "line=quantity …", and what a next one does: "rest", "part" or "refused". */
static const struct {
  int quantities[3];
  const char *sent[3];
  const char *next;
  const char *left;
  const char *result;
} parts[] = {
  { { 3 }, { NULL }, "1=1", "1=3", "part" },
  { { 3 }, { "1=1", "1=1" }, "1=1", "1=1", "rest" },
  { { 3 }, { "1=1", "1=1" }, "1=2", "1=1", "refused" },
  { { 3 }, { NULL }, "1=3", "1=3", "rest" },
  { { 3 }, { NULL }, "1=1 1=2", "1=3", "rest" },
  { { 3 }, { NULL }, "1=2 1=2", "1=3", "refused" },
  { { 1, 2 }, { "1=1" }, "2=2", "2=2", "rest" },
  { { 1, 2 }, { "1=1" }, "1=1", "2=2", "refused" },
  { { 1, 2 }, { NULL }, "1=1", "1=1 2=2", "part" },
  { { 1, 2 }, { NULL }, "1=0", "1=1 2=2", "refused" },
  { { 1, 2 }, { NULL }, "1=-1", "1=1 2=2", "refused" },
  { { 1, 2 }, { NULL }, "9=1", "1=1 2=2", "refused" },
  { { 1 }, { NULL }, "", "1=1", "refused" },
  { { 1 }, { "1=2" }, "1=1", "", "refused" },
};

static GArray *
parse_pieces (const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (ZgShipPiece));
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (int i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      ZgShipPiece piece = { g_ascii_strtoll (words[i], NULL, 10), g_ascii_strtoll (words[i] + 2, NULL, 10) };

      g_array_append_val (pieces, piece);
    }
  return pieces;
}

static char *
pieces_to_text (GArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgShipPiece *piece = &g_array_index (pieces, ZgShipPiece, i);

      g_string_append_printf (text, "%s%d=%d", i > 0 ? " " : "", (int) piece->item_id, (int) piece->quantity);
    }
  return g_string_free (text, FALSE);
}

static void
test_parts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(ZgOrder) order = zg_order_new ();
      g_autoptr(GPtrArray) shipments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_shipment_free);
      g_autoptr(GArray) next = parse_pieces (parts[i].next);
      g_autoptr(GArray) left = NULL;
      g_autofree char *left_text = NULL;
      g_autoptr(GError) error = NULL;
      gboolean is_rest = FALSE, may;

      for (int j = 0; j < 3 && parts[i].quantities[j] > 0; j++)
        {
          ZgOrderItem *item = zg_order_item_new ();

          item->id = j + 1;
          item->quantity = parts[i].quantities[j];
          g_ptr_array_add (order->items, item);
        }
      for (int j = 0; j < 3 && parts[i].sent[j] != NULL; j++)
        {
          ZgShipment *shipment = zg_shipment_new ();

          g_array_unref (shipment->pieces);
          shipment->pieces = parse_pieces (parts[i].sent[j]);
          g_ptr_array_add (shipments, shipment);
        }
      left = zg_shipment_count_left (order, shipments);
      left_text = pieces_to_text (left);
      g_test_message ("%d: %s of %s", (int) i, parts[i].next, left_text);
      g_assert_cmpstr (left_text, ==, parts[i].left);
      may = zg_shipment_check (order, shipments, next, &is_rest, &error);
      g_assert_cmpstr (!may ? "refused" : is_rest ? "rest" : "part", ==, parts[i].result);
      if (!may)
        g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parcel/each", test_each);
  g_test_add_func ("/parcel/sentences", test_sentences);
  g_test_add_func ("/parcel/presale", test_presale);
  g_test_add_func ("/parcel/pairs", test_pairs);
  g_test_add_func ("/parcel/postage", test_postage);
  g_test_add_func ("/parcel/differences", test_differences);
  g_test_add_func ("/shipment/parts", test_parts);

  return g_test_run ();
}
