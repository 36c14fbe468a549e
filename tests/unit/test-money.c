/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-error.h"
#include "zg-money.h"

#define REFUSED G_MININT64 + 1

static const struct {
  const char *text;
  const char *currency;
  gint64 minor;
} parse_table[] = {
  { "201.12", "CNY", 20112 },
  { "201.12元", "CNY", 20112 },
  { "￥1,299.00", "CNY", 129900 },
  { "¥219", "CNY", 21900 },
  { "0元", "CNY", 0 },
  { "-8.00", "CNY", -800 },
  { "−8.00", "CNY", -800 },
  { "-￥8.00", "CNY", -800 },
  { "￥-8.00", "CNY", -800 },
  { "１２．５０", "CNY", 1250 },
  { "￥１，２９９．００", "CNY", 129900 },
  { " 5 ", "CNY", 500 },
  { "5 元", "CNY", 500 },
  { "CNY 5", "CNY", 500 },
  { "RMB5", "CNY", 500 },
  { "5", NULL, 500 },
  { "5", "", 500 },
  { "1.5", "CNY", 150 },
  { "1.230", "CNY", 123 },
  { "1.2300000", "CNY", 123 },
  { ".5", "CNY", 50 },
  { "1,234,567.89", "CNY", 123456789 },
  { "007", "CNY", 700 },
  { "92233720368547758.07", "CNY", G_MAXINT64 },
  { "-92233720368547758.08", "CNY", G_MININT64 },
  { "1200", "JPY", 1200 },
  { "¥1,200", "JPY", 1200 },
  { "1200.00", "JPY", 1200 },
  { "$12.34", "USD", 1234 },
  { "US$12.34", "USD", 1234 },
  { "NT$90", "TWD", 9000 },
  { "€9.99", "EUR", 999 },
  { "12.34 GBP", "GBP", 1234 },
  { "1.234", "CNY", REFUSED },
  { "0.5", "JPY", REFUSED },
  { "12,34", "CNY", REFUSED },
  { "1234,567", "CNY", REFUSED },
  { ",123", "CNY", REFUSED },
  { "1,,234", "CNY", REFUSED },
  { "1.2,345", "CNY", REFUSED },
  { "", "CNY", REFUSED },
  { "-", "CNY", REFUSED },
  { "--8", "CNY", REFUSED },
  { "元", "CNY", REFUSED },
  { ".", "CNY", REFUSED },
  { "5.", "CNY", REFUSED },
  { "1.2.3", "CNY", REFUSED },
  { "1e3", "CNY", REFUSED },
  { "0x10", "CNY", REFUSED },
  { "nan", "CNY", REFUSED },
  { "无退款申请", "CNY", REFUSED },
  { "1 299", "CNY", REFUSED },
  { "$5", "CNY", REFUSED },
  { "5元", "USD", REFUSED },
  { "92233720368547758.08", "CNY", REFUSED },
  { "-92233720368547758.09", "CNY", REFUSED },
  { "99999999999999999999999", "CNY", REFUSED },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parse_table); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = 77;
      gboolean read = zg_money_parse (parse_table[i].text, parse_table[i].currency, &minor, &error);

      g_test_message ("%s %s", parse_table[i].text, parse_table[i].currency);
      if (parse_table[i].minor == REFUSED)
        {
          g_assert_false (read);
          g_assert_cmpint (minor, ==, 77);
          g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_true (read);
          g_assert_cmpint (minor, ==, parse_table[i].minor);
        }
    }

  {
    gint64 minor = 77;

    g_assert_false (zg_money_parse (NULL, "CNY", &minor, NULL));
  }
}

static const struct {
  gint64 minor;
  const char *currency;
  const char *decimal;
  const char *text;
} write_table[] = {
  { 21900, "CNY", "219.00", "¥219.00" },
  { 128600, "CNY", "1286.00", "¥1,286.00" },
  { 0, "CNY", "0.00", "¥0.00" },
  { 5, "CNY", "0.05", "¥0.05" },
  { -5, "CNY", "-0.05", "-¥0.05" },
  { -800, "CNY", "-8.00", "-¥8.00" },
  { 100000000, "CNY", "1000000.00", "¥1,000,000.00" },
  { 99900, "CNY", "999.00", "¥999.00" },
  { G_MAXINT64, "CNY", "92233720368547758.07", "¥92,233,720,368,547,758.07" },
  { G_MININT64, "CNY", "-92233720368547758.08", "-¥92,233,720,368,547,758.08" },
  { 9000, "TWD", "90.00", "NT$90" },
  { 9050, "TWD", "90.50", "NT$90.50" },
  { 1234, "USD", "12.34", "$12.34" },
  { 1234, "EUR", "12.34", "EUR 12.34" },
  { 1234, "GBP", "12.34", "GBP 12.34" },
  { 1200, "JPY", "1200", "JPY 1,200" },
  { 0, "KRW", "0", "KRW 0" },
  { 100, NULL, "1.00", "¥1.00" },
  { 100, "", "1.00", "¥1.00" },
};

static void
test_write (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (write_table); i++)
    {
      g_autofree char *decimal = zg_money_to_decimal (write_table[i].minor, write_table[i].currency);
      g_autofree char *text = zg_money_to_text (write_table[i].minor, write_table[i].currency);
      gint64 again = 77;

      g_assert_cmpstr (decimal, ==, write_table[i].decimal);
      g_assert_cmpstr (text, ==, write_table[i].text);
      g_assert_true (zg_money_parse (decimal, write_table[i].currency, &again, NULL));
      g_assert_cmpint (again, ==, write_table[i].minor);
      g_assert_true (zg_money_parse (text, write_table[i].currency, &again, NULL));
      g_assert_cmpint (again, ==, write_table[i].minor);
    }
}

static void
test_decimals (void)
{
  g_assert_cmpint (zg_money_decimals ("CNY"), ==, 2);
  g_assert_cmpint (zg_money_decimals ("cny"), ==, 2);
  g_assert_cmpint (zg_money_decimals ("TWD"), ==, 2);
  g_assert_cmpint (zg_money_decimals ("JPY"), ==, 0);
  g_assert_cmpint (zg_money_decimals ("KRW"), ==, 0);
  g_assert_cmpint (zg_money_decimals ("XYZ"), ==, 2);
  g_assert_cmpint (zg_money_decimals (NULL), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/write", test_write);
  g_test_add_func ("/money/decimals", test_decimals);
  return g_test_run ();
}
