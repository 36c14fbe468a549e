/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-customer-filter.h"
#include "zg-error.h"

/* What is written is what is read, in one form only; what is not understood is refused in a sentence. */

static const struct {
  const char *text;
  const char *canonical;        /* NULL: the same */
  const char *words;
} good[] = {
  { "", NULL, "all customers" },
  { "  \n ", "", "all customers" },
  { "tag:VIP", NULL, "tag VIP" },
  { "tag:老客 tag:\"送礼 用\" any-tag:a any-tag:b", NULL, "tag 老客 and 送礼 用 · tag a or b" },
  { "tag:\"a\\\"b \\\\c\"", NULL, "tag a\"b \\c" },
  { "tag:a\"b", NULL, "tag a\"b" },
  { "tag:\"plain\"", "tag:plain", "tag plain" },
  { "tag:no-order:3d", NULL, "tag no-order:3d" },
  { "level:金卡", NULL, "level 金卡" },
  { "level:\"\" type:", "level:\"\" type:\"\"", "without a level · without a type" },
  { "type:price", NULL, "type price" },
  { "city:杭州 province:浙江", "province:浙江 city:杭州", "in 浙江 · in 杭州" },
  { "last-order:2026-01-01..2026-03-31", NULL, "last order from 2026-01-01 to 2026-03-31" },
  { "last-order:2026-02-28", "last-order:2026-02-28..2026-02-28", "last order from 2026-02-28 to 2026-02-28" },
  { "last-order:2028-02-29..", NULL, "last order since 2028-02-29" },
  { "last-order:..2026-12-31", NULL, "last order until 2026-12-31" },
  { "no-order:90d", NULL, "last order more than 90 days ago" },
  { "ordered:1d", NULL, "an order in the last 1 day" },
  { "orders:2..5", NULL, "2 to 5 orders" },
  { "orders:0", "orders:0..0", "0 orders" },
  { "orders:1..", NULL, "at least 1 order" },
  { "orders:..3", NULL, "at most 3 orders" },
  { "spent:100..500.50", "spent:100.00..500.50", "spent ¥100.00 to ¥500.50" },
  { "spent:1,000..", "spent:1000.00..", "spent at least ¥1,000.00" },
  { "spent:..0", "spent:..0.00", "spent at most ¥0.00" },
  { "currency:JPY spent:5000..", NULL, NULL },
  { "birthday:this-month", NULL, "birthday this month" },
  { "birthday:next-month", NULL, "birthday next month" },
  { "birthday:12", NULL, "birthday in month 12" },
  { "no-contact:30d never-contacted", NULL, "not heard of for more than 30 days · never contacted" },
  { "consent:not-asked", NULL, "not asked whether they may be contacted" },
  { "consent:no", NULL, "does not want to be contacted" },
  { "caution unshipped asked:due consent:yes", "consent:yes asked:due unshipped caution",
    "may be contacted · asked and did not buy, time to ask again · waiting for a parcel · to be careful with" },
  { "asked:open follow-up", NULL, "asked and did not buy · a follow-up is due" },
};

static const struct {
  const char *text;
  const char *part;             /* of the sentence */
} bad[] = {
  { "colour:red", "no term “colour”" },
  { "VIP", "no term “VIP”" },
  { ":x", "no term “”" },
  { "Tag:VIP", "no term “Tag”" },
  { "level:a level:b", "“level” twice" },
  { "caution caution", "“caution” twice" },
  { "tag:a tag:a", "tag:a" },
  { "tag:", "tag:NAME" },
  { "tag", "tag:NAME" },
  { "city:", "city:NAME" },
  { "caution:yes", "Write it like caution" },
  { "tag:\"open", "quotation marks behind “tag”" },
  { "tag:\"a\"b", "quotation marks behind “tag”" },
  { "last-order:2026-02-30..", "last-order:2026-02-30.." },
  { "last-order:2026-2-3..", "Write it like" },
  { "last-order:..", "Write it like" },
  { "last-order:2026-03-01..2026-02-01", "Write it like" },
  { "no-order:0d", "no-order:90d" },
  { "no-order:90", "no-order:90d" },
  { "no-order:99999999999d", "no-order:90d" },
  { "no-contact:-3d", "no-contact:30d" },
  { "orders:5..2", "Write it like orders:2..5" },
  { "orders:-1..", "Write it like" },
  { "orders:1..2..3", "Write it like" },
  { "orders:a", "Write it like" },
  { "spent:1.234..", "Write it like spent:" },
  { "spent:-1..", "Write it like spent:" },
  { "spent:500.. currency:JPY", "before the amounts" },
  { "currency:yen", "currency:TWD" },
  { "birthday:0", "birthday:this-month" },
  { "birthday:13", "birthday:this-month" },
  { "birthday:soon", "birthday:this-month" },
  { "consent:maybe", "consent:yes" },
  { "asked", "asked:due" },
  { "tag:\xff", "too long" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (good[i].text, &error);
      g_autoptr(ZgCustomerFilter) copy = NULL;
      g_autoptr(ZgCustomerFilter) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      text = zg_customer_filter_to_text (filter);
      g_assert_cmpstr (text, ==, good[i].canonical != NULL ? good[i].canonical : good[i].text);
      again = zg_customer_filter_parse (text, &error);
      g_assert_no_error (error);
      copy = zg_customer_filter_copy (filter);
      g_assert_true (zg_customer_filter_equal (copy, again));
      g_assert_cmpint (zg_customer_filter_is_empty (copy), ==, *text == '\0');
      words = zg_customer_filter_describe (copy);
      if (good[i].words != NULL)
        g_assert_cmpstr (words, ==, good[i].words);
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (bad[i].text, &error);

      if (filter != NULL)
        g_error ("“%s” was taken", bad[i].text);
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
      if (strstr (error->message, bad[i].part) == NULL)
        g_error ("“%s”: %s", bad[i].text, error->message);
    }
}

static void
test_limits (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  for (int i = 0; i < 65; i++)
    g_string_append_printf (text, "tag:%d ", i);
  g_assert_null (zg_customer_filter_parse (text->str, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);
  words = g_strnfill (5000, 'x');
  g_string_printf (text, "tag:%s", words);
  g_assert_null (zg_customer_filter_parse (text->str, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-filter/good", test_good);
  g_test_add_func ("/customer-filter/bad", test_bad);
  g_test_add_func ("/customer-filter/limits", test_limits);
  return g_test_run ();
}
