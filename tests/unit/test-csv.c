/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "zg-cell.h"
#include "zg-csv-writer.h"
#include "zg-delimited-reader.h"
#include "zg-header-map.h"

/* Cells: what stands around a value in shops' files goes, what we put around one comes off again exactly. */

static void
test_ids (void)
{
  static const struct {
    const char *cell, *id;
  } cases[] = {
    { "35153131470000579", "35153131470000579" },
    { "=\"35153131470000579\"", "35153131470000579" },
    { "'35153131470000579", "35153131470000579" },
    { "\t6917000000000000001", "6917000000000000001" },
    { " \t=\" '35\" ", "35" },
    { "\"35\"", "35" },
    { "\xef\xbb\xbf" "35\xe3\x80\x80", "35" },
    { "=\"\"", "" },
    { "'", "" },
    { "\"", "\"" },
    { "''35", "'35" },
    { "-", "" },
    { "null", "" },
    { "0", "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = zg_cell_to_id (cases[i].cell);

      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

static void
test_texts (void)
{
  static const struct {
    const char *cell, *text;
  } cases[] = {
    { " 王小明\t", "王小明" },
    { "\xc2\xa0王\xe3\x80\x80", "王" },
    { "'=1+1", "=1+1" },
    { "=1+1", "=1+1" },
    { "'王", "'王" },
    { "''=1", "'=1" },
    { "—", "" },
    { "——", "" },
    { "None", "" },
    { "无", "" },
    { "****", "" },
    { "无锡", "无锡" },
    { "林**", "林**" },
    { "Nan", "Nan" },
    { "----", "----" },
    { "", "" },
    { " ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = zg_cell_to_text (cases[i].cell);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_rounded (void)
{
  g_assert_true (zg_cell_is_rounded_id ("3.51531E+16"));
  g_assert_true (zg_cell_is_rounded_id ("3.51531e16"));
  g_assert_true (zg_cell_is_rounded_id ("4E+17"));
  g_assert_true (zg_cell_is_rounded_id ("4.5E-05"));
  g_assert_false (zg_cell_is_rounded_id ("35153131470000579"));
  g_assert_false (zg_cell_is_rounded_id ("E16"));
  g_assert_false (zg_cell_is_rounded_id ("3E"));
  g_assert_false (zg_cell_is_rounded_id ("3E1X"));
}

static const char * const values[] = {
  "", "a", "王小明", "a,b", "a\"b", "\"", "a\nb", "a\r\nb", "\r", "=1+1", "+8613800001111", "-5", "@name", "\tx", "''",
  "'=1", "''=1", "'a", "35153131470000579", "a;b", "a\tb", "A&B <b>", "{{", "=HYPERLINK(\"a\")", "-",
};

static char *
write_values (void)
{
  GString *csv = g_string_new (NULL);

  zg_csv_begin (csv);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      zg_csv_append (csv, 0, "row");
      zg_csv_append (csv, 1, values[i]);
      zg_csv_append (csv, 2, NULL);
      zg_csv_end_row (csv);
    }
  return g_string_free (csv, FALSE);
}

/* Whatever is written comes back, and no cell begins so that a spreadsheet calculates. */
static void
test_round_trip (void)
{
  g_autofree char *folder = g_dir_make_tmp ("zg-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "values.csv", NULL);
  g_autofree char *csv = write_values ();
  g_autoptr(ZgDelimitedReader) reader = NULL;
  gboolean has_record;

  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbfrow,,\r\nrow,a,\r\n"));
  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  reader = zg_delimited_reader_open (path, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const char *cell;
      g_autofree char *text = NULL;

      g_assert_true (zg_delimited_reader_next (reader, &has_record, NULL) && has_record);
      g_assert_cmpint (zg_delimited_reader_get_fault (reader), ==, ZG_RECORD_SOUND);
      g_assert_cmpuint (zg_delimited_reader_get_n_fields (reader), ==, 3);
      cell = zg_delimited_reader_get_field (reader, 1);
      g_assert_true (*cell == '\0' || strchr ("=+-@\t\r", *cell) == NULL);
      text = zg_cell_to_text (cell);
      g_assert_cmpstr (text, ==, values[i]);
    }
  g_assert_true (zg_delimited_reader_next (reader, &has_record, NULL));
  g_assert_false (has_record);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_header_names (void)
{
  static const struct {
    const char *name, *normal;
  } cases[] = {
    { "收货地址 ", "收货地址" },
    { "\xef\xbb\xbf订单编号", "订单编号" },
    { "总金额（元）", "总金额" },
    { "商家应收金额(元)（支付金额）", "商家应收金额(元)(支付金额)" },
    { "修改后的SKU", "修改后的sku" },
    { "\t订单 编号\xe3\x80\x80", "订单编号" },
    { "Order ID", "orderid" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = zg_header_normalise (cases[i].name);

      g_assert_cmpstr (normal, ==, cases[i].normal);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/ids", test_ids);
  g_test_add_func ("/csv/texts", test_texts);
  g_test_add_func ("/csv/rounded", test_rounded);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/header-names", test_header_names);
  return g_test_run ();
}
