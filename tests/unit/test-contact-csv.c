/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "contact-words.h"
#include "zg-contact-file.h"
#include "zg-customer-cell.h"

/* Tables of contacts of Google, Outlook and ours. The files were written by hand. */

static void
check (const char         *name,
       ZgContactFormat     format,
       const char         *encoding,
       const char * const *expected,
       gsize               n_expected)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "contacts", name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgContactFile) file = NULL;
  ZgContactFormat found;
  gsize n = 0;

  g_assert_true (zg_contact_file_recognise (path, &found));
  g_assert_cmpint (found, ==, format);
  file = zg_contact_file_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (zg_contact_file_get_encoding (file), ==, encoding);
  while (TRUE)
    {
      g_autoptr(ZgContactRecord) record = NULL;
      g_autofree char *text = NULL;

      zg_contact_file_next (file, &record, &error);
      g_assert_no_error (error);
      if (record == NULL)
        break;
      text = describe_contact (record);
      g_assert_cmpint (n, <, n_expected);
      g_assert_cmpstr (text, ==, expected[n++]);
    }
  g_assert_cmpint (n, ==, n_expected);
}

static void
test_google_old (void)
{
  static const char * const expected[] = {
    "王小明/小王 [13800138000] [13900139000] [work02083331234] <home广东省|广州市|越秀区|示例街1号|510180> #老客 #代发 "
    "*1990-05-17 “喜欢浅色\nE-mail: xiaoming@example.com\nCompany: 示例公司\nJob title: 采购\nCustom Field 1 - Value: 金牛”",
    "Anna Müller [+49301234567] <work|||Hauptstraße 1, Berlin, 10115, Germany|>",
  };

  check ("google-old.csv", ZG_CONTACT_FORMAT_GOOGLE, "UTF-8", expected, G_N_ELEMENTS (expected));
}

static void
test_google_new (void)
{
  static const char * const expected[] = {
    "欧阳娜娜 [13800138001] <浙江省|杭州市|西湖区|文三路100号|> #老客 *--08-18 “=1+1” -Photo",
    " “谁也不是” !there is no name, phone number or account",
  };

  check ("google-new.csv", ZG_CONTACT_FORMAT_GOOGLE, "UTF-8", expected, G_N_ELEMENTS (expected));
}

static void
test_outlook (void)
{
  static const char * const english[] = {
    "Xiaoming Wang [13800138000] [work02083331234] <home广东省|广州市|越秀区|示例街1号 501室|510180> #老客 #代发 *1990-05-17 "
    "“two\nlines\nCompany: Example Ltd\nE-mail: xm@example.com”",
  };
  static const char * const chinese[] = {
    "王小明 [13800138000] [work02083331234] <work广东省|广州市|天河区|示例路2号|510000> #老客 *1990-05-17 "
    "“喜欢浅色\nCompany: 示例公司\nE-mail: xm@example.com”",
  };

  check ("outlook-en.csv", ZG_CONTACT_FORMAT_OUTLOOK, "UTF-8", english, G_N_ELEMENTS (english));
  check ("outlook-zh.csv", ZG_CONTACT_FORMAT_OUTLOOK, "GB18030", chinese, G_N_ELEMENTS (chinese));
}

static void
test_own (void)
{
  static const char * const expected[] = {
    "王小明/小王 [13800138000] [公司02083331234] <家广东省|广州市|越秀区|示例街1号|510180> <浙江省||||> #老客 #a,b "
    "@taobao:tb|1 *L1990+05-17 “=1+1\r\n第二行”",
    "只有名字",
    "坏生日 !“31日” is not a birthday. Write it like 1990-08-18, 8-18 or lunar 8-18.",
  };

  check ("own.csv", ZG_CONTACT_FORMAT_CSV, "UTF-8", expected, G_N_ELEMENTS (expected));
}

/* What is no table of contacts is not taken for one. */
static void
test_others (void)
{
  static const char * const texts[] = {
    "姓名,电话,生日\r\n王晓雯,13800138000,8月18日\r\n", "订单编号,买家会员名\r\n1,2\r\n", "group,title,shortcode,body\r\n,,,\r\n",
    "begin\r\n", "BEGIN:VCALENDAR\r\n", "Name,Notes\r\n", "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = NULL;
      ZgContactFormat format;
      int fd = g_file_open_tmp ("table-XXXXXX.csv", &path, NULL);

      g_close (fd, NULL);
      g_file_set_contents (path, texts[i], -1, NULL);
      g_assert_false (zg_contact_file_recognise (path, &format));
      g_unlink (path);
    }
}

static void
test_cells (void)
{
  static const struct {
    const char *cell;
    const char *expected;
  } cases[] = {
    { "", "" }, { "a", "a;" }, { "a|b", "a,b;" }, { "a\\|b|c", "a|b,c;" }, { "a\\\\|b", "a\\,b;" }, { "a\\nb", "a\nb;" },
    { "a\nb", "a;b;" }, { "a\r\n\r\nb\r\n", "a;b;" }, { "|", ",;" }, { "a\\", "a\\;" }, { " \n a", " a;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) lines = zg_customer_cell_split (cases[i].cell);
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint k = 0; k < lines->len; k++)
        {
          GPtrArray *parts = g_ptr_array_index (lines, k);

          for (guint n = 0; n < parts->len; n++)
            g_string_append_printf (text, "%s%s", n > 0 ? "," : "", (char *) g_ptr_array_index (parts, n));
          g_string_append_c (text, ';');
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-csv/google-old", test_google_old);
  g_test_add_func ("/contact-csv/google-new", test_google_new);
  g_test_add_func ("/contact-csv/outlook", test_outlook);
  g_test_add_func ("/contact-csv/own", test_own);
  g_test_add_func ("/contact-csv/others", test_others);
  g_test_add_func ("/contact-csv/cells", test_cells);
  return g_test_run ();
}
