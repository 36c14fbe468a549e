/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-order-filter.h"

#include "zg-error.h"

/* What is written is read back as the same. */
static void
test_round_trip (void)
{
  static const char * const texts[] = {
    "", "state:unpaid", "state:paid,packed", "flag:none,red", "flag:purple", "hold:any", "hold:refund,case", "courier:圆通",
    "courier:\"\"", "courier:\"a b\"", "platform:taobao", "shop:\"青禾 小铺\"", "ordered:2026-09-01..2026-09-30",
    "ordered:2026-09-01..", "ordered:..2026-09-30", "deadline:late", "deadline:today", "deadline:tomorrow", "deadline:week",
    "confirmed:yes", "confirmed:no", "case", "partly", "parcel", "noted",
    "state:paid,packed flag:red hold:any courier:顺丰 platform:taobao shop:旗舰店 ordered:2026-09-01..2026-09-02 deadline:late "
    "confirmed:no case partly parcel noted",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ZgOrderFilter) filter = zg_order_filter_parse (texts[i], &error);
      g_autofree char *text = NULL;
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      text = zg_order_filter_to_text (filter);
      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_cmpint (zg_order_filter_is_empty (filter), ==, *texts[i] == '\0');
      words = zg_order_filter_describe (filter);
      g_assert_cmpint (*words == '\0', ==, *texts[i] == '\0');
    }
}

static void
test_other_forms (void)
{
  g_autoptr (ZgOrderFilter) filter = zg_order_filter_parse (" noted   state:packed,paid\tordered:2026-09-05 ", NULL);
  g_autofree char *text = zg_order_filter_to_text (filter);
  g_autofree char *words = zg_order_filter_describe (filter);

  g_assert_cmpstr (text, ==, "state:paid,packed ordered:2026-09-05..2026-09-05 noted");
  g_assert_cmpstr (words, ==, "Paid or Packed · 2026-09-05..2026-09-05 · with a note");
}

static void
test_refused (void)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "state", "The filter can't read “state:”. Write it like state:paid,packed." },
    { "state:", "The filter can't read “state:”. Write it like state:paid,packed." },
    { "state:frozen", "The filter can't read “state:frozen”. Write it like state:paid,packed." },
    { "state:paid,", "The filter can't read “state:paid,”. Write it like state:paid,packed." },
    { "flag:pink", "The filter can't read “flag:pink”. Write it like flag:red,blue." },
    { "hold:yes", "The filter can't read “hold:yes”. Write it like hold:any." },
    { "platform:moon", "The filter can't read “platform:moon”. Write it like platform:taobao." },
    { "shop:\"\"", "The filter can't read “shop:”. Write it like shop:NAME." },
    { "ordered:2026-02-30", "The filter can't read “ordered:2026-02-30”. Write it like ordered:2026-09-01..2026-09-30." },
    { "ordered:2026-09-02..2026-09-01",
      "The filter can't read “ordered:2026-09-02..2026-09-01”. Write it like ordered:2026-09-01..2026-09-30." },
    { "ordered:..", "The filter can't read “ordered:..”. Write it like ordered:2026-09-01..2026-09-30." },
    { "deadline:soon", "The filter can't read “deadline:soon”. Write it like deadline:today." },
    { "case:yes", "The filter can't read “case:yes”. Write it like case." },
    { "weight:3", "A filter has no term “weight”." },
    { "case case", "The filter has the term “case” twice." },
    { "courier:\"圆通", "In the filter, the quotation marks behind “courier” do not fit together." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (zg_order_filter_parse (cases[i].text, &error));
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-filter/round-trip", test_round_trip);
  g_test_add_func ("/order-filter/other-forms", test_other_forms);
  g_test_add_func ("/order-filter/refused", test_refused);

  return g_test_run ();
}
