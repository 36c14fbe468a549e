/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-fill-context.h"
#include "zg-interest-table.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-ship.h"
#include "zg-order-table.h"
#include "zg-product-advice.h"
#include "zg-product-desk.h"
#include "zg-product-fields.h"
#include "zg-product-find.h"
#include "zg-product-stock.h"
#include "zg-product-table.h"
#include "zg-shipment.h"
#include "zg-shop-file.h"

/* Products and promotions in a shop file: saved, found, recommended, counted, and said in replies. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  ZgDatabase *db;
  ZgClock *clock;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  self->folder = shop_folder_make (&path);
  self->clock = zg_clock_new_fixed (NOW, zone);
  self->db = zg_shop_file_open_writer (path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_database_rollback (self->db);
  zg_database_close (self->db);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
}

/* Adds a product from "title field=value|field=value" and gives its id. */
static gint64
add (Fixture    *self,
     const char *title,
     const char *fields)
{
  g_autoptr(ZgProduct) product = zg_product_new (title);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) words = g_strsplit (fields, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (words[i], "=", 2);

      if (parts[0] != NULL)
        zg_product_set_field (self->db, product, parts[0], parts[1], &error);
      g_assert_no_error (error);
    }
  zg_product_desk_save (self->db, product, NOW, NULL, &error);
  g_assert_no_error (error);
  return product->id;
}

static void
set (Fixture    *self,
     gint64      id,
     const char *field,
     const char *value)
{
  g_autoptr(ZgProduct) product = zg_product_table_load (self->db, id, NULL);
  g_autoptr(GError) error = NULL;

  zg_product_set_field (self->db, product, field, value, &error);
  g_assert_no_error (error);
  zg_product_desk_save (self->db, product, NOW, NULL, &error);
  g_assert_no_error (error);
}

static ZgOrderItem *
add_item (ZgOrder    *order,
          const char *title,
          const char *size,
          const char *sku,
          gint64      quantity)
{
  ZgOrderItem *item = zg_order_item_new ();

  item->title = (g_free (item->title), g_strdup (title));
  item->size = g_strdup (size);
  item->sku = g_strdup (sku);
  item->quantity = quantity;
  g_ptr_array_add (order->items, item);
  return item;
}

/* A paid order of a customer with one line for each title, sku or both given as "title/size/sku/quantity". */
static gint64
add_order (Fixture    *self,
           const char *number,
           gint64      customer_id,
           const char *lines)
{
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) words = g_strsplit (lines, "|", -1);

  order->number = g_strdup (number);
  order->ordered_at = NOW - ZG_TIME_HOUR;
  order->state = ZG_ORDER_PAID;
  order->customer_id = customer_id;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (words[i], "/", 4);

      add_item (order, parts[0], parts[1], parts[2], g_ascii_strtoll (parts[3], NULL, 10));
    }
  zg_order_table_insert (self->db, order, 0, &error);
  g_assert_no_error (error);
  return order->id;
}

static gint64
add_customer (Fixture    *self,
              const char *name)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GError) error = NULL;

  zg_personal_set (&customer->name, name);
  customer->size.height = 1620;
  customer->size.weight = 50000;
  zg_customer_table_insert (self->db, customer, NOW, 0, &error);
  g_assert_no_error (error);
  return customer->id;
}

/* All that is kept of a product, as JSON. */
static char *
describe (Fixture *self,
          gint64   id)
{
  g_autoptr(ZgProduct) product = zg_product_table_load (self->db, id, NULL);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  char *text;

  json_node_take_object (node, zg_product_json_new (product));
  text = json_to_string (node, FALSE);
  json_node_unref (node);
  return text;
}

static void
test_whole (Fixture       *self,
            gconstpointer  data)
{
  gint64 other = add (self, "打底衫", "code=B-1");
  gint64 id = add (self, " 云朵针织开衫 ", "code=A-1|short=开衫|link=https://shop.example/1|price=219.50|points=软糯\n不扎|reason=百搭|"
                   "cautions=手洗|attributes=材质: 羊毛|return-policy=opened|variant.1.colour=黑|variant.1.size=L|variant.1.sku=K1|"
                   "variant.1.price=229|variant.1.stock=3|variant.2.colour=白|sizes=M 160-165cm 45-52kg 偏小|related=B-1: 一起穿");
  g_autofree char *text = describe (self, id);

  g_assert_cmpint (other, ==, 1);
  g_assert_cmpstr (text, ==, "{\"id\":\"2\",\"title\":\"云朵针织开衫\",\"short_title\":\"开衫\",\"code\":\"A-1\","
                   "\"link\":\"https://shop.example/1\",\"price\":\"219.50\",\"currency\":\"CNY\",\"stock\":null,\"sold_out\":false,"
                   "\"points\":[\"软糯\",\"不扎\"],\"reason\":\"百搭\",\"cautions\":\"手洗\",\"attributes\":[\"材质: 羊毛\"],"
                   "\"return_policy\":\"opened\",\"variants\":[{\"colour\":\"黑\",\"size\":\"L\",\"sku\":\"K1\",\"price\":\"229.00\","
                   "\"stock\":3},{\"colour\":\"白\",\"size\":null,\"sku\":null,\"price\":null,\"stock\":null}],"
                   "\"related\":[{\"id\":\"1\",\"title\":\"打底衫\",\"reason\":\"一起穿\"}],"
                   "\"sizes\":[{\"size\":\"M\",\"height_from_mm\":1600,\"height_to_mm\":1650,\"weight_from_g\":45000,"
                   "\"weight_to_g\":52000,\"note\":\"偏小\"}],\"deleted\":false}");
}

/* What was read before somebody else wrote is refused and loses nothing; an edit can be taken back as long as it is the last. */
static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  gint64 id = add (self, "开衫", "code=A-1|variant.1.size=L|variant.1.sku=K1|sizes=L 160cm-");
  g_autofree char *before = describe (self, id);
  g_autoptr(ZgProduct) mine = zg_product_table_load (self->db, id, NULL);
  g_autoptr(ZgProduct) theirs = zg_product_table_load (self->db, id, NULL);
  g_autoptr(ZgProductChange) change = NULL;
  g_autoptr(ZgProductChange) deletion = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *after = NULL;

  zg_product_set_field (self->db, mine, "title", "羊毛开衫", NULL);
  g_ptr_array_set_size (mine->variants, 0);
  g_ptr_array_set_size (mine->sizes, 0);
  g_assert_true (zg_product_desk_save (self->db, mine, NOW, &change, &error));
  kept = describe (self, id);
  g_assert_null (strstr (kept, "K1"));
  g_assert_false (zg_product_desk_save (self->db, theirs, NOW, NULL, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_clear_error (&error);
  after = describe (self, id);
  g_assert_cmpstr (after, ==, kept);

  g_assert_true (zg_product_desk_take_back (self->db, change, NOW, &error));
  g_clear_pointer (&after, g_free);
  after = describe (self, id);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (zg_product_desk_take_back (self->db, change, NOW, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_clear_error (&error);

  g_assert_true (zg_product_desk_delete (self->db, id, NOW, &deletion, &error));
  g_assert_null (zg_product_find_one (self->db, "A-1", FALSE, NULL));
  g_assert_true (zg_product_desk_take_back (self->db, deletion, NOW, &error));
  g_clear_pointer (&after, g_free);
  after = describe (self, id);
  g_assert_cmpstr (after, ==, before);
}

/* Codes and SKUs are one product's own, also when it comes back out of the bin. */
static void
test_numbers (Fixture       *self,
              gconstpointer  data)
{
  gint64 first = add (self, "开衫", "code=A-1|variant.1.size=L|variant.1.sku=K1");
  g_autoptr(ZgProduct) second = zg_product_new ("打底衫");
  g_autoptr(GError) error = NULL;

  zg_product_set_field (self->db, second, "code", "A-1", NULL);
  g_assert_false (zg_product_desk_save (self->db, second, NOW, NULL, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
  g_assert_cmpstr (error->message, ==, "“开衫” has the code “A-1” already.");
  g_clear_error (&error);
  zg_product_set_field (self->db, second, "code", "A-2", NULL);
  zg_product_set_field (self->db, second, "variant.1.size", "M", NULL);
  zg_product_set_field (self->db, second, "variant.1.sku", "K1", NULL);
  g_assert_false (zg_product_desk_save (self->db, second, NOW, NULL, &error));
  g_assert_cmpstr (error->message, ==, "“开衫” has the SKU “K1” already.");
  g_clear_error (&error);

  g_assert_true (zg_product_desk_delete (self->db, first, NOW, NULL, &error));
  g_assert_true (zg_product_desk_save (self->db, second, NOW, NULL, &error));
  g_assert_false (zg_product_desk_restore (self->db, first, NOW, NULL, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE);
}

static void
test_find (Fixture       *self,
           gconstpointer  data)
{
  static const struct {
    const char *query;
    const char *found;
  } rows[] = {
    { "A-1", "云朵针织开衫 羊毛打底衫" }, { "a-1", "云朵针织开衫 羊毛打底衫" }, { "K-77", "打底衫" }, { "开衫", "云朵针织开衫" }, { "yd", "云朵针织开衫" },
    { "zzkshan", "云朵针织开衫" }, { "yunduo", "云朵针织开衫" }, { "dds", "打底衫 羊毛打底衫" }, { "dds2", "" }, { "衫", "云朵针织开衫 打底衫 羊毛打底衫" },
    { "打底衫", "打底衫 羊毛打底衫" }, { "羊毛 打底", "羊毛打底衫" }, { "亲肤", "打底衫" }, { "A-", "云朵针织开衫 羊毛打底衫" }, { "围巾", "" },
    { "A-10", "羊毛打底衫" },
  };
  g_autoptr(GPtrArray) products = NULL;
  g_autoptr(ZgProductFinder) finder = NULL;

  add (self, "云朵针织开衫", "code=A-1|short=针织开衫");
  add (self, "打底衫", "variant.1.size=L|variant.1.sku=K-77|points=亲肤");
  add (self, "羊毛打底衫", "code=A-10");
  products = zg_product_table_list (self->db, FALSE, NULL);
  finder = zg_product_finder_new (products);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) found = zg_product_finder_find (finder, rows[i].query);
      g_autoptr(GString) titles = g_string_new (NULL);

      for (guint k = 0; k < found->len; k++)
        g_string_append_printf (titles, "%s%s", k > 0 ? " " : "", ((const ZgProduct *) g_ptr_array_index (found, k))->title);
      if (strcmp (titles->str, rows[i].found) != 0)
        g_error ("%s finds “%s” instead of “%s”", rows[i].query, titles->str, rows[i].found);
    }
}

/* Lines know their products when the order is written, and when the product comes later. */
static void
test_link (Fixture       *self,
           gconstpointer  data)
{
  gint64 early = add_order (self, "1", 0, "开衫///1");
  gint64 first = add (self, "开衫", "code=A-1|variant.1.size=L|variant.1.sku=K1");
  gint64 late = add_order (self, "2", 0, "另一个名字//K1/1|又一个名字//A-1/1|开衫///1|云朵///1");
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, early, NULL);
  g_autoptr(ZgOrder) second = zg_order_table_load (self->db, late, NULL);
  const gint64 expected[] = { first, first, first, 0 };
  g_autoptr(ZgOrder) third = NULL;

  g_assert_cmpint (((ZgOrderItem *) g_ptr_array_index (order->items, 0))->product_id, ==, first);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (((ZgOrderItem *) g_ptr_array_index (second->items, i))->product_id, ==, expected[i]);

  /* Of two with the same title nobody knows which is meant. */
  add (self, "开衫", "code=A-2");
  third = zg_order_table_load (self->db, add_order (self, "3", 0, "开衫///1"), NULL);
  g_assert_cmpint (((ZgOrderItem *) g_ptr_array_index (third->items, 0))->product_id, ==, 0);
}

/* Titles with reasons, as a customer is told. */
static char *
recommend (Fixture *self,
           gint64   customer_id,
           gint64   order_id,
           gint64   product_id)
{
  g_autoptr(ZgOrder) order = order_id != 0 ? zg_order_table_load (self->db, order_id, NULL) : NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = zg_product_advice_recommend (self->db, customer_id, order, product_id, 2, &error);

  g_assert_no_error (error);
  return zg_product_advice_to_text (found);
}

static void
expect_recommended (Fixture    *self,
                    gint64      customer_id,
                    gint64      order_id,
                    gint64      product_id,
                    const char *text)
{
  g_autofree char *found = recommend (self, customer_id, order_id, product_id);

  g_assert_cmpstr (found, ==, text);
}

static void
test_recommend (Fixture       *self,
                gconstpointer  data)
{
  gint64 scarf = add (self, "丝巾", "code=S|reason=送礼好看|stock=5");
  gint64 shirt = add (self, "打底衫", "code=B|stock=5");
  gint64 coat = add (self, "大衣", "code=C|related=B: 里面穿;S: 颜色配");
  gint64 customer = add_customer (self, "林小满");
  gint64 order;
  g_autoptr(ZgInterest) interest = zg_interest_new ();

  expect_recommended (self, 0, 0, 0, "丝巾: 送礼好看");
  expect_recommended (self, 0, 0, coat, "打底衫: 里面穿\n丝巾: 颜色配");
  order = add_order (self, "1", customer, "大衣///1");
  expect_recommended (self, 0, order, 0, "打底衫: 里面穿\n丝巾: 颜色配");
  expect_recommended (self, customer, 0, 0, "打底衫: 里面穿\n丝巾: 颜色配");
  set (self, shirt, "stock", "0");
  expect_recommended (self, customer, 0, 0, "丝巾: 颜色配");
  set (self, shirt, "stock", "1");
  add_order (self, "2", customer, "打底衫///1");
  expect_recommended (self, customer, 0, 0, "丝巾: 颜色配");
  zg_product_desk_delete (self->db, scarf, NOW, NULL, NULL);
  expect_recommended (self, customer, 0, 0, NULL);

  /* What they asked for is the best reason of all. */
  add (self, "皮带", "code=P|points=头层牛皮\n可调节");
  interest->customer_id = customer;
  interest->at = NOW;
  interest->product = (g_free (interest->product), g_strdup ("皮带"));
  g_assert_true (zg_interest_table_insert (self->db, interest, NULL));
  expect_recommended (self, customer, 0, 0, "皮带: 头层牛皮");
}

static const char *
word_of_stock (Fixture *self,
               gint64   order_id,
               char   **note_out)
{
  g_autoptr(ZgOrderFile) file = NULL;
  g_autoptr(GError) error = NULL;

  file = zg_order_desk_open (self->db, order_id, self->clock, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < file->rows->len; i++)
    {
      const ZgCheckRow *row = g_ptr_array_index (file->rows, i);

      if (row->check == ZG_CHECK_STOCK)
        {
          *note_out = g_strdup (row->note);
          return zg_check_state_to_word (row->state);
        }
    }
  g_assert_not_reached ();
}

static void
expect_stock_row (Fixture    *self,
                  gint64      order_id,
                  const char *state,
                  const char *note)
{
  g_autofree char *found = NULL;

  g_assert_cmpstr (word_of_stock (self, order_id, &found), ==, state);
  g_assert_cmpstr (found, ==, note);
}

static void
test_stock_row (Fixture       *self,
                gconstpointer  data)
{
  gint64 unknown = add_order (self, "1", 0, "云朵///2");
  gint64 order = add_order (self, "2", 0, "开衫/L/K1/1|开衫/L/K1/1|开衫/M//9");
  gint64 whole = add_order (self, "3", 0, "丝巾///2");
  gint64 cardigan, scarf;

  expect_stock_row (self, order, "ok", NULL);
  cardigan = add (self, "开衫", "variant.1.size=L|variant.1.sku=K1|variant.1.stock=2|variant.2.size=M");
  scarf = add (self, "丝巾", "");
  expect_stock_row (self, unknown, "ok", NULL);
  expect_stock_row (self, order, "ok", NULL);
  expect_stock_row (self, whole, "ok", "Not counted");
  set (self, cardigan, "variant.1.stock", "1");
  set (self, scarf, "stock", "1");
  expect_stock_row (self, order, "warn", "开衫 L: needs 2, has 1");
  expect_stock_row (self, whole, "warn", "丝巾: needs 2, has 1");
  set (self, scarf, "stock", "2");
  expect_stock_row (self, whole, "ok", NULL);
  g_assert_true (zg_product_desk_delete (self->db, scarf, NOW, NULL, NULL));
  expect_stock_row (self, whole, "ok", NULL);
}

static gint64
get_stock (Fixture *self,
           gint64   id)
{
  g_autoptr(ZgProduct) product = zg_product_table_load (self->db, id, NULL);

  return zg_product_get_stock (product);
}

static void
ship (Fixture *self,
      gint64   order_id,
      gint64   n_pieces)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, order_id, NULL);
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (ZgShipPiece));
  ZgShipPiece piece = { ((ZgOrderItem *) g_ptr_array_index (order->items, 0))->id, n_pieces };
  ZgShipRequest request = { .order_id = order_id, .at = NOW, .reason = "the boss said so" };
  g_autoptr(GError) error = NULL;

  g_array_append_val (pieces, piece);
  request.pieces = n_pieces != 0 ? pieces : NULL;
  zg_order_ship (self->db, &request, self->clock, &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *self,
      gint64   order_id)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, order_id, NULL);
  g_autoptr(GError) error = NULL;

  zg_order_gate_undo (self->db, order, NOW, &error);
  g_assert_no_error (error);
}

/* What leaves is off the stock, in parts and as a whole; what is taken back is there again. */
static void
test_stock_moves (Fixture       *self,
                  gconstpointer  data)
{
  gint64 id = add (self, "开衫", "variant.1.size=L|variant.1.sku=K1|variant.1.stock=5|variant.2.size=M|variant.2.stock=1");
  gint64 scarf = add (self, "丝巾", "stock=4");
  gint64 tie = add (self, "领带", "");
  gint64 order = add_order (self, "1", 0, "开衫/L/K1/3|丝巾///1|领带///1|云朵///1");

  ship (self, order, 1);
  g_assert_cmpint (get_stock (self, id), ==, 5);
  g_assert_cmpint (get_stock (self, scarf), ==, 4);
  expect_stock_row (self, order, "ok", NULL);
  ship (self, order, 0);
  g_assert_cmpint (get_stock (self, id), ==, 3);
  g_assert_cmpint (get_stock (self, scarf), ==, 3);
  g_assert_cmpint (get_stock (self, tie), ==, ZG_PRODUCT_NONE);
  undo (self, order);
  g_assert_cmpint (get_stock (self, id), ==, 5);
  g_assert_cmpint (get_stock (self, scarf), ==, 4);
  undo (self, order);
  g_assert_cmpint (get_stock (self, id), ==, 6);

  /* Two left though one was counted: the count was wrong, and two come back. */
  set (self, id, "variant.1.stock", "1");
  ship (self, order, 2);
  g_assert_cmpint (get_stock (self, id), ==, 1);
  undo (self, order);
  g_assert_cmpint (get_stock (self, id), ==, 3);
}

/* A form that is open while goods leave does not write the old stock over the new one. */
static void
test_stock_stale (Fixture       *self,
                  gconstpointer  data)
{
  gint64 id = add (self, "丝巾", "stock=4");
  gint64 order = add_order (self, "1", 0, "丝巾///1");
  g_autoptr(ZgProduct) form = zg_product_table_load (self->db, id, NULL);
  g_autoptr(GError) error = NULL;

  ship (self, order, 0);
  g_assert_false (zg_product_desk_save (self->db, form, NOW, NULL, &error));
  g_assert_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);
  g_assert_cmpint (get_stock (self, id), ==, 3);
}

static void
add_promotion (Fixture    *self,
               const char *title,
               const char *rule,
               const char *products,
               ZgTime      from,
               ZgTime      until)
{
  g_autoptr(ZgPromotion) promotion = zg_promotion_new (title);
  g_autoptr(GError) error = NULL;

  zg_promotion_set_field (self->db, promotion, "rule", rule, NULL, &error);
  zg_promotion_set_field (self->db, promotion, "products", products, NULL, &error);
  promotion->from_at = from;
  promotion->until_at = until;
  zg_promotion_desk_save (self->db, promotion, &error);
  g_assert_no_error (error);
}

/* NULL where the clerk is asked. */
static void
expect_fill (Fixture    *self,
             gint64      customer_id,
             gint64      order_id,
             gint64      product_id,
             const char *body,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgFillContext) context = zg_fill_context_load (self->db, customer_id, order_id, 0, self->clock, &error);
  g_autoptr(ZgFill) fill = NULL;

  g_assert_no_error (error);
  if (product_id != 0)
    g_assert_true (zg_fill_context_set_product (context, self->db, product_id, &error));
  fill = zg_fill_context_fill (context, body, NULL);
  g_assert_cmpstr (fill->missing->len == 0 ? fill->text : NULL, ==, text);
}

static void
test_fill (Fixture       *self,
           gconstpointer  data)
{
  gint64 customer = add_customer (self, "林小满");
  gint64 scarf, cardigan, order, other;

  expect_fill (self, 0, 0, 0, "{链接}", NULL);
  expect_fill (self, 0, 0, 0, "{活动}", NULL);
  scarf = add (self, "真丝丝巾", "code=S|short=丝巾|price=99|link=https://shop.example/2|reason=送礼好看");
  cardigan = add (self, "开衫", "code=A|price=219|points=软糯\n不扎|cautions=手洗|sizes=S 150-160cm; M 160-165cm|link=https://shop.example/1");
  order = add_order (self, "1", customer, "开衫///1");
  other = add_order (self, "2", customer, "云朵///1");

  expect_fill (self, customer, order, 0, "{链接} {产品} {产品价格}", "https://shop.example/1 开衫 ¥219.00");
  expect_fill (self, customer, order, 0, "{卖点}/{注意事项}", "软糯\n不扎/手洗");
  expect_fill (self, customer, order, 0, "{推荐尺码}", "For 162 cm · 50 kg size M fits.");
  expect_fill (self, customer, order, 0, "{推荐}", "丝巾: 送礼好看");
  expect_fill (self, customer, order, 0, "{產品} {連結} {特色}", "开衫 https://shop.example/1 软糯\n不扎");
  expect_fill (self, customer, order, scarf, "{链接} {产品}", "https://shop.example/2 丝巾");
  expect_fill (self, customer, order, scarf, "{卖点}", NULL);
  expect_fill (self, customer, order, scarf, "{推荐尺码}", NULL);
  expect_fill (self, 0, 0, cardigan, "{推荐尺码}", NULL);
  expect_fill (self, customer, other, 0, "{产品}", NULL);

  add_promotion (self, "开衫节", "开衫第二件半价", "A", NOW - 1, NOW + 1);
  add_promotion (self, "过去的", "已经结束", "", ZG_TIME_NONE, NOW);
  add_promotion (self, "将来的", "还没开始", "", NOW + 1, ZG_TIME_NONE);
  expect_fill (self, customer, order, 0, "{活动}", "开衫第二件半价");
  expect_fill (self, customer, order, scarf, "{活动}", "开衫第二件半价");
  expect_fill (self, 0, 0, scarf, "{活动}", NULL);
  expect_fill (self, customer, other, 0, "{活动}", NULL);
  expect_fill (self, 0, 0, 0, "{活动}", "开衫第二件半价");
  add_promotion (self, "满 300 减 30", "", "", ZG_TIME_NONE, ZG_TIME_NONE);
  expect_fill (self, customer, other, 0, "{优惠}", "满 300 减 30");
  zg_product_desk_delete (self->db, cardigan, NOW, NULL, NULL);
  expect_fill (self, customer, order, 0, "{链接}", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/product-desk/whole", test_whole);
  ADD ("/product-desk/undo", test_undo);
  ADD ("/product-desk/numbers", test_numbers);
  ADD ("/product-desk/find", test_find);
  ADD ("/product-desk/link", test_link);
  ADD ("/product-desk/recommend", test_recommend);
  ADD ("/product-desk/stock-row", test_stock_row);
  ADD ("/product-desk/stock-moves", test_stock_moves);
  ADD ("/product-desk/stock-stale", test_stock_stale);
  ADD ("/product-desk/fill", test_fill);
#undef ADD
  return g_test_run ();
}
