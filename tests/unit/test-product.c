/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-error.h"
#include "zg-product.h"
#include "zg-promotion.h"

/* What the shop sells: what may be kept, which size somebody takes, when a promotion runs. */

#define BOTH "S 150-160cm 40-48kg; M 160-165cm 48-55kg; L 166-170cm 55-62kg; XL 170-180cm 63-75kg"
#define HEIGHTS "90 -95cm; 100 96-105cm; 110 106cm-"
#define WEIGHTS "大 61-75kg; 中 46-60kg; 小 -45kg"

/* Millimetres and grams; 0 is not known. What comes out is "fits M", "between S M", "ask height weight", "too-large". */
static const struct {
  const char *chart;
  int height;
  int weight;
  const char *advice;
} advices[] = {
  { BOTH, 1550, 45000, "fits S" },
  { BOTH, 1500, 40000, "fits S" },
  { BOTH, 1620, 50000, "fits M" },
  { BOTH, 1650, 54900, "fits M" },
  { BOTH, 1680, 60000, "fits L" },
  { BOTH, 1800, 75000, "fits XL" },
  { BOTH, 1750, 70000, "fits XL" },
  /* On a bound that two sizes share. */
  { BOTH, 1600, 48000, "between S M" },
  { BOTH, 1600, 45000, "fits S" },
  { BOTH, 1600, 50000, "fits M" },
  { BOTH, 1650, 55000, "fits M" },
  { BOTH, 1660, 55000, "fits L" },
  { BOTH, 1700, 62000, "fits L" },
  { BOTH, 1700, 63000, "fits XL" },
  /* Tall and light, short and heavy: both are named. */
  { BOTH, 1620, 45000, "between S M" },
  { BOTH, 1550, 50000, "between S M" },
  { BOTH, 1550, 60000, "between S L" },
  { BOTH, 1550, 70000, "between S XL" },
  { BOTH, 1750, 45000, "between S XL" },
  { BOTH, 1680, 50000, "between M L" },
  /* Between the rows. */
  { BOTH, 1655, 50000, "fits M" },
  { BOTH, 1655, 58000, "fits L" },
  { BOTH, 1655, 55000, "between M L" },
  { BOTH, 1655, 45000, "between S M" },
  { BOTH, 1680, 62500, "fits L" },
  { BOTH, 1750, 62500, "fits XL" },
  { BOTH, 1700, 62500, "between L XL" },
  /* Outside. */
  { BOTH, 1499, 45000, "too-small" },
  { BOTH, 1550, 39999, "too-small" },
  { BOTH, 1801, 70000, "too-large" },
  { BOTH, 1750, 75001, "too-large" },
  { BOTH, 1400, 30000, "too-small" },
  /* Not known. */
  { BOTH, 0, 45000, "ask height" },
  { BOTH, 1550, 0, "ask weight" },
  { BOTH, 0, 0, "ask height weight" },
  /* One measure alone. */
  { HEIGHTS, 900, 0, "fits 90" },
  { HEIGHTS, 950, 90000, "fits 90" },
  { HEIGHTS, 955, 0, "between 90 100" },
  { HEIGHTS, 960, 0, "fits 100" },
  { HEIGHTS, 1055, 0, "between 100 110" },
  { HEIGHTS, 2000, 0, "fits 110" },
  { HEIGHTS, 0, 20000, "ask height" },
  { WEIGHTS, 0, 45000, "fits 小" },
  { WEIGHTS, 0, 45500, "between 小 中" },
  { WEIGHTS, 0, 60500, "between 中 大" },
  { WEIGHTS, 0, 75500, "too-large" },
  { WEIGHTS, 1600, 0, "ask weight" },
  { "均码", 0, 0, "fits 均码" },
  { "S; M", 1600, 50000, "no-chart" },
  { "", 1600, 50000, "no-chart" },
  { "均码 150-170cm 40-60kg", 1600, 50000, "fits 均码" },
  { "均码 150-170cm 40-60kg", 1750, 50000, "too-large" },
  { "M 90-110斤", 0, 50000, "fits M" },
  { "M 90-110斤", 0, 55500, "too-large" },
};

static void
test_size (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (advices); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) rows = zg_size_chart_parse (advices[i].chart, &error);
      const ZgBodySize body = { .height = advices[i].height, .weight = advices[i].weight };
      g_autoptr(GString) found = g_string_new (NULL);
      ZgSizeAdvice advice;

      g_assert_no_error (error);
      advice = zg_size_chart_advise (rows, &body);
      g_string_assign (found, zg_size_result_to_word (advice.result));
      if (advice.smaller != NULL)
        g_string_append_printf (found, " %s", advice.smaller->size);
      if (advice.size != NULL)
        g_string_append_printf (found, " %s", advice.size->size);
      g_string_append (found, advice.asks_height ? " height" : "");
      g_string_append (found, advice.asks_weight ? " weight" : "");
      if (strcmp (found->str, advices[i].advice) != 0)
        g_error ("%s, %d mm, %d g: %s instead of %s", advices[i].chart, body.height, body.weight, found->str, advices[i].advice);
    }
}

static void
test_size_text (void)
{
  static const struct {
    const char *chart;
    int height;
    int weight;
    const char *text;
  } rows[] = {
    { BOTH, 1620, 50000, "For 162 cm · 50 kg size M fits." },
    { BOTH, 1620, 45000, "162 cm · 45 kg is between S and M; we advise M, which is the roomier one." },
    { BOTH, 1400, 50000, "For 140 cm · 50 kg even the smallest size would be too large." },
    { BOTH, 1900, 90000, "For 190 cm · 90 kg even the largest size would be too small." },
    { BOTH, 0, 0, "How tall are you, and what do you weigh? Then we can tell you the size." },
    { BOTH, 0, 50000, "How tall are you? Then we can tell you the size." },
    { BOTH, 1600, 0, "What do you weigh? Then we can tell you the size." },
    { "M 150-170cm it is cut narrow", 1600, 0, "For 160 cm size M fits. it is cut narrow" },
    { "均码", 0, 0, "Size 均码 fits." },
    { "", 1600, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) chart = zg_size_chart_parse (rows[i].chart, NULL);
      const ZgBodySize body = { .height = rows[i].height, .weight = rows[i].weight };
      ZgSizeAdvice advice = zg_size_chart_advise (chart, &body);
      g_autofree char *text = zg_size_advice_to_text (&advice, &body);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* What is written is read again as the same; what is not understood is refused, not passed over. */
static void
test_chart_text (void)
{
  static const struct {
    const char *written;
    const char *kept;
    const char *error;
  } rows[] = {
    { "M 160-165cm 45-52kg", "M 160-165cm 45-52kg", NULL },
    { "M 160-165cm 45-52kg 版型偏小 1", "M 160-165cm 45-52kg 版型偏小 1", NULL },
    { "Ｍ　１６０-165ＣＭ 90~105斤\nL 105-125斤", "M 160-165cm 45-52.5kg\nL 52.5-62.5kg", NULL },
    { "M 45kg-52.25kg; ; L 52.3kg-", "M 45-52.25kg\nL 52.3-kg", NULL },
    { "M -160.5cm", "M -160.5cm", NULL },
    { "38 160cm", "38 160cm", NULL },
    { "", "", NULL },
    { "M 160-165", NULL, "“M 160-165” is no row of a size chart; write it so: M 160-165cm 45-52kg." },
    { "M 165-160cm", NULL, "Size M begins behind its end; write the smaller measure first." },
    { "M 1-2cm", NULL, "The measures of size M are not those of a person: 40 to 250 cm, 2 to 300 kg." },
    { "M 45-52kg; M 52-60kg", NULL, "Size M stands in the chart twice." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) chart = zg_size_chart_parse (rows[i].written, &error);
      g_autofree char *kept = chart != NULL ? zg_size_chart_to_text (chart) : NULL;
      g_autoptr(GPtrArray) again = kept != NULL ? zg_size_chart_parse (kept, NULL) : NULL;
      g_autofree char *kept_again = again != NULL ? zg_size_chart_to_text (again) : NULL;

      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, rows[i].error);
      g_assert_cmpstr (kept, ==, rows[i].kept);
      g_assert_cmpstr (kept_again, ==, rows[i].kept);
    }
}

static ZgProduct *
make_product (const char *title)
{
  ZgProduct *product = zg_product_new (title);

  product->id = 7;
  return product;
}

static ZgVariant *
add_variant (ZgProduct  *product,
             const char *colour,
             const char *size,
             const char *sku,
             gint64      stock)
{
  ZgVariant *variant = zg_variant_new ();

  variant->colour = (g_free (variant->colour), g_strdup (colour));
  variant->size = (g_free (variant->size), g_strdup (size));
  variant->sku = (g_free (variant->sku), g_strdup (sku));
  variant->stock = stock;
  g_ptr_array_add (product->variants, variant);
  return variant;
}

static void
spoil (ZgProduct *product,
       int        how)
{
  g_autofree char *long_title = g_strnfill (ZG_PRODUCT_MAX_TITLE + 1, 'x');

  switch (how)
    {
    case 0: product->title = (g_free (product->title), g_strdup (" ")); break;
    case 1: product->title = (g_free (product->title), g_steal_pointer (&long_title)); break;
    case 2: product->code = (g_free (product->code), g_strdup ("A\nB")); break;
    case 3: product->link = (g_free (product->link), g_strdup ("shop.example/1")); break;
    case 4: product->link = (g_free (product->link), g_strdup ("https://shop.example/1 新品")); break;
    case 5: product->currency = (g_free (product->currency), g_strdup ("cny")); break;
    case 6: product->return_policy = (g_free (product->return_policy), g_strdup ("never")); break;
    case 7: product->price = -1; break;
    case 8: product->stock = -2; break;
    case 9: add_variant (product, "", " ", "K", ZG_PRODUCT_NONE); break;
    case 10: add_variant (product, "黑", "L", "", ZG_PRODUCT_NONE); add_variant (product, "黑", "L ", "", ZG_PRODUCT_NONE); break;
    case 11: add_variant (product, "黑", "L", "K", ZG_PRODUCT_NONE); add_variant (product, "白", "L", "K", ZG_PRODUCT_NONE); break;
    case 12: product->stock = 3; add_variant (product, "黑", "L", "", 3); break;
    case 13: g_ptr_array_add (product->related, zg_related_product_new (7, NULL)); break;
    case 14:
      for (int i = 0; i < 2; i++)
        g_ptr_array_add (product->related, zg_related_product_new (8, NULL));
      break;
    case 15: g_ptr_array_add (product->sizes, zg_size_row_new ("")); break;
    default: g_assert_not_reached ();
    }
}

static void
test_validate (void)
{
  static const char * const messages[] = {
    "A product needs a title.",
    "Title, short title and code of a product are one line of 200 characters at most.",
    "Title, short title and code of a product are one line of 200 characters at most.",
    "A link begins with https:// or http:// and has no blanks.",
    "A link begins with https:// or http:// and has no blanks.",
    "A currency is written with three capital letters, as CNY.",
    "“never” is no return policy; say one of: seven-days, made-to-order, fresh, opened, press, none.",
    "A price is not below zero.",
    "A stock is not below zero.",
    "A variant needs a colour or a size.",
    "The variant “黑 L” stands there twice.",
    "Two variants have the SKU “K”.",
    "Count the stock by variant or for the whole product, not both.",
    "A product does not go with itself.",
    "A product stands twice among those that go with it.",
    "A row of the size chart has no size.",
  };

  for (int i = 0; i < (int) G_N_ELEMENTS (messages); i++)
    {
      g_autoptr(ZgProduct) product = make_product ("云朵针织开衫");
      g_autoptr(GError) error = NULL;

      g_assert_true (zg_product_validate (product, NULL));
      spoil (product, i);
      zg_product_normalise (product);
      g_assert_false (zg_product_validate (product, &error));
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, messages[i]);
    }
}

static void
test_stock (void)
{
  g_autoptr(ZgProduct) product = make_product ("云朵针织开衫");
  ZgVariant *black, *white;

  g_assert_cmpint (zg_product_get_stock (product), ==, ZG_PRODUCT_NONE);
  g_assert_false (zg_product_is_sold_out (product));
  product->stock = 0;
  g_assert_true (zg_product_is_sold_out (product));
  product->stock = ZG_PRODUCT_NONE;
  black = add_variant (product, "黑", "L", "K1", 0);
  white = add_variant (product, "白", "", "K2", ZG_PRODUCT_NONE);
  g_assert_false (zg_product_is_sold_out (product));
  black->stock = 1;
  g_assert_cmpint (zg_product_get_stock (product), ==, ZG_PRODUCT_NONE);
  g_assert_false (zg_product_is_sold_out (product));
  black->stock = 0;
  white->stock = 4;
  g_assert_cmpint (zg_product_get_stock (product), ==, 4);
  white->stock = 0;
  g_assert_true (zg_product_is_sold_out (product));

  g_assert_true (zg_product_find_variant (product, "K2", "黑", "L") == white);
  g_assert_true (zg_product_find_variant (product, NULL, "黑", "L") == black);
  g_assert_true (zg_product_find_variant (product, "K9", "白", "M") == white);
  g_assert_null (zg_product_find_variant (product, NULL, "黑", "M"));
  g_assert_null (zg_product_find_variant (product, "", NULL, NULL));
  g_assert_cmpint (zg_product_get_stock_of (product, black), ==, 0);
  g_assert_cmpint (zg_product_get_stock_of (product, NULL), ==, ZG_PRODUCT_NONE);
}

static void
test_promotion (void)
{
  static const struct {
    ZgTime from;
    ZgTime until;
    ZgTime now;
    const char *state;
  } rows[] = {
    { ZG_TIME_NONE, ZG_TIME_NONE, 0, "running" }, { 10, ZG_TIME_NONE, 9, "planned" }, { 10, ZG_TIME_NONE, 10, "running" },
    { ZG_TIME_NONE, 20, 19, "running" }, { ZG_TIME_NONE, 20, 20, "over" }, { 10, 20, 21, "over" }, { 10, 20, 9, "planned" },
  };
  g_autoptr(ZgPromotion) promotion = zg_promotion_new (" 满减 ");
  g_autoptr(GError) error = NULL;
  gint64 id = 5;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      promotion->from_at = rows[i].from;
      promotion->until_at = rows[i].until;
      g_assert_true (zg_promotion_validate (promotion, NULL));
      g_assert_cmpstr (zg_promotion_state_to_word (zg_promotion_get_state (promotion, rows[i].now)), ==, rows[i].state);
    }
  g_assert_cmpstr (zg_promotion_get_rule (promotion), ==, "满减");
  g_assert_true (zg_promotion_has_product (promotion, 0));
  g_array_append_val (promotion->product_ids, id);
  g_assert_true (zg_promotion_has_product (promotion, 5));
  g_assert_false (zg_promotion_has_product (promotion, 6));
  promotion->until_at = 10;
  g_assert_false (zg_promotion_validate (promotion, &error));
  g_assert_cmpstr (error->message, ==, "A promotion ends after it begins.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product/size", test_size);
  g_test_add_func ("/product/size-text", test_size_text);
  g_test_add_func ("/product/chart-text", test_chart_text);
  g_test_add_func ("/product/validate", test_validate);
  g_test_add_func ("/product/stock", test_stock);
  g_test_add_func ("/product/promotion", test_promotion);
  return g_test_run ();
}
