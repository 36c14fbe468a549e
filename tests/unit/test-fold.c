/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-utf8.h"

static void
test_fold (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } rows[] = {
    { NULL, "" },
    { "", "" },
    { "   ", "" },
    { "Hello  World", "hello world" },
    { " a\tb\r\n c ", "a b c" },
    { "ＡＢＣ　１２３", "abc 123" },
    { "（Ｌ码）", "(l码)" },
    { "張三豐", "张三丰" },
    { "葉問", "叶问" },
    { "頭髮", "头发" },
    { "ÄÖ", "äö" },
    { "𠮷野家", "𠮷野家" },
    { "\xef\xa4\x80", "岂" },                     /* U+F900, a compatibility form of 豈 */
    { "😀A", "😀a" },
    { "a\xff" "b", "a\xef\xbf\xbd" "b" },
    { "张\xe4\xb8", "张\xef\xbf\xbd\xef\xbf\xbd" }, /* cut off */
    { "\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd" },   /* overlong */
    { "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },  /* a surrogate */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = zg_fold (rows[i].text);

      g_assert_cmpstr (folded, ==, rows[i].folded);
    }
}

/* Folding twice is folding once, for every character there is. */
static void
test_fold_is_stable (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      gunichar folded = zg_fold_char (c);

      if (zg_fold_char (folded) != folded)
        g_test_message ("U+%04X becomes U+%04X and then U+%04X", c, folded, zg_fold_char (folded));
      g_assert_cmphex (zg_fold_char (folded), ==, folded);
    }
}

/* The lenient reader agrees with GLib's strict one about what is valid, and never reads behind the end. */
static void
test_utf8_reader (void)
{
  for (guint round = 0; round < 200000; round++)
    {
      guint length = g_test_rand_int_range (1, 5);
      g_autofree char *bytes = g_malloc (length);
      gunichar expected, c;
      const char *next;

      for (guint i = 0; i < length; i++)
        bytes[i] = (char) g_test_rand_int_range (i == 0 ? 1 : 0x70, 0x100);
      expected = g_utf8_get_char_validated (bytes, length);
      next = zg_utf8_next (bytes, bytes + length, &c);
      if (expected == (gunichar) -1 || expected == (gunichar) -2)
        {
          g_assert_cmphex (c, ==, ZG_UTF8_INVALID);
          g_assert_true (next == bytes + 1);
        }
      else
        {
          g_assert_cmphex (c, ==, expected);
          g_assert_true (next == bytes + g_unichar_to_utf8 (expected, NULL));
        }
    }
}

static void
test_find_folded (void)
{
  static const struct {
    const char *haystack;
    const char *needle;
    int start;          /* -1: not there */
    int end;
  } rows[] = {
    { "核对地址", "地址", 6, 12 },
    { "ＡＢ核對", "b核对", 3, 12 },
    { "aaab", "aab", 1, 4 },
    { "核对", "地", -1, 0 },
    { "核对", "核对地", -1, 0 },
    { "核对", "", -1, 0 },
    { "", "核", -1, 0 },
    { "核\xff对", "对", 4, 7 },
    { "核对\xe5\xaf", "对\xe5", 3, 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize start = 0, end = 0;
      gboolean found = zg_find_folded (rows[i].haystack, rows[i].needle, &start, &end);

      g_assert_cmpint (found, ==, rows[i].start >= 0);
      if (!found)
        continue;
      g_assert_cmpint (start, ==, rows[i].start);
      g_assert_cmpint (end, ==, rows[i].end);
    }
}

static gpointer
fold_in_thread (gpointer data)
{
  return zg_fold (data);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fold", fold_in_thread, (gpointer) "張三豐");
  zg_text_warm_up ();
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *folded = g_thread_join (threads[i]);

      g_assert_cmpstr (folded, ==, "张三丰");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First, while nothing is loaded yet. */
  g_test_add_func ("/fold/threads", test_threads);
  g_test_add_func ("/fold/fold", test_fold);
  g_test_add_func ("/fold/stable", test_fold_is_stable);
  g_test_add_func ("/fold/utf8-reader", test_utf8_reader);
  g_test_add_func ("/fold/find", test_find_folded);
  return g_test_run ();
}
