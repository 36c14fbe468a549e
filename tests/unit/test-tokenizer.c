/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-tokenizer.h"

static int
collect (const char *token,
         int         length,
         int         start,
         int         end,
         gpointer    data)
{
  GString *tokens = data;

  g_string_append_printf (tokens, "%s%.*s@%d-%d", tokens->len > 0 ? " " : "", length, token, start, end);
  return 0;
}

static void
test_tokenize (void)
{
  static const struct {
    const char *text;
    const char *document;
    const char *query;
  } rows[] = {
    { "王晓雯", "王晓@0-6 晓雯@3-9 雯@6-9", "王晓@0-6 晓雯@3-9" },
    { "王", "王@0-3", "王@0-3" },
    { "2468", "246@0-3 468@1-4 68@2-4 8@3-4", "246@0-3 468@1-4" },
    { "ab", "ab@0-2 b@1-2", "ab@0-2" },
    { "张三ABC", "张三@0-6 三@3-6 abc@6-9 bc@7-9 c@8-9", "张三@0-6 三@3-6 abc@6-9" },
    { "张三a", "张三@0-6 三@3-6 a@6-7", "张三@0-6 三@3-6 a@6-7" },
    { "张，三", "张@0-3 三@6-9", "张@0-3 三@6-9" },
    { "张三，", "张三@0-6 三@3-6", "张三@0-6" },
    { "張三", "张三@0-6 三@3-6", "张三@0-6" },
    { "ＡＢ１", "ab1@0-9 b1@3-9 1@6-9", "ab1@0-9" },
    { "㐀𠮷", "㐀𠮷@0-7 𠮷@3-7", "㐀𠮷@0-7" },
    { "佐々木", "佐々@0-6 々木@3-9 木@6-9", "佐々@0-6 々木@3-9" },
    { "さくら", "さくら@0-9 くら@3-9 ら@6-9", "さくら@0-9" },
    { "🌸", "🌸@0-4", "🌸@0-4" },
    { "林**", "林@0-3", "林@0-3" },
    { "a\xff" "b", "a@0-1 b@2-3", "a@0-1 b@2-3" },
    { "\xff\xfe", "", "" },
    { "，。！…", "", "" },
    { "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GString) document = g_string_new (NULL);
      g_autoptr(GString) query = g_string_new (NULL);

      zg_tokenize (rows[i].text, (int) strlen (rows[i].text), FALSE, collect, document);
      zg_tokenize (rows[i].text, -1, TRUE, collect, query);
      g_assert_cmpstr (document->str, ==, rows[i].document);
      g_assert_cmpstr (query->str, ==, rows[i].query);
    }
}

static int
stop_at_third (const char *token,
               int         length,
               int         start,
               int         end,
               gpointer    data)
{
  return ++*(int *) data == 3 ? 42 : 0;
}

static void
test_stop (void)
{
  static const char * const texts[] = { "王晓雯雯雯", "王 晓 雯 雯", "王晓 雯雯", "abc" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int calls = 0;

      g_assert_cmpint (zg_tokenize (texts[i], -1, FALSE, stop_at_third, &calls), ==, 42);
      g_assert_cmpint (calls, ==, 3);
    }
}

static void
test_is_full (void)
{
  static const struct {
    const char *token;
    gboolean is_full;
  } rows[] = {
    { "王", FALSE }, { "王晓", TRUE }, { "a", FALSE }, { "ab", FALSE }, { "abc", TRUE }, { "さく", FALSE },
    { "さくら", TRUE }, { "𠮷", FALSE }, { "🌸", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (zg_token_is_full (rows[i].token, (int) strlen (rows[i].token)), ==, rows[i].is_full);
}

static int
count (const char *token,
       int         length,
       int         start,
       int         end,
       gpointer    data)
{
  ++*(int *) data;
  return 0;
}

static void
test_speed (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  double seconds;
  int n = 0;

  while (text->len < 4 * 1024 * 1024)
    g_string_append (text, "王晓雯，13800002468，浙江省杭州市西湖区文三路 100 号幸福小区 3 幢 502。老客户 VIP；");
  zg_tokenize ("一", -1, FALSE, count, &n);

  n = 0;
  g_test_timer_start ();
  zg_tokenize (text->str, (int) text->len, FALSE, count, &n);
  seconds = g_test_timer_elapsed ();
  g_test_maximized_result (n / seconds / 1e6, "%.1f million tokens a second", n / seconds / 1e6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer/tokenize", test_tokenize);
  g_test_add_func ("/tokenizer/stop", test_stop);
  g_test_add_func ("/tokenizer/is-full", test_is_full);
  if (g_test_perf ())
    g_test_add_func ("/tokenizer/speed", test_speed);
  return g_test_run ();
}
