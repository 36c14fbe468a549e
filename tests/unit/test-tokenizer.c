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
test_match_query (void)
{
  static const struct {
    const char *text;
    const char *expression;
  } rows[] = {
    { NULL, NULL },
    { "", NULL },
    { "  　", NULL },
    { "(*", NULL },
    { "文三路", "\"文三路\"" },
    { "王", "\"王\"*" },
    { "（王", "\"（王\"*" },
    { "王 杭州", "\"王\"* AND \"杭州\"" },
    { "王　杭州", "\"王\"* AND \"杭州\"" },        /* the blank of a Chinese input method */
    { "13", "\"13\"*" },
    { "张三a", "\"张三a\"*" },
    { "张三abc", "\"张三abc\"" },
    { "abc张", "\"abc张\"*" },
    { "さく", "\"さく\"*" },
    { "a\"b", "\"a\"\"b\"*" },
    { "\"", NULL },
    { "张 OR", "\"张\"* AND \"OR\"*" },
    { "name:xyz", "\"name:xyz\"" },
    { "NEAR(abc)", "\"NEAR(abc)\"" },
    { "a\xff" "bc", "\"a\xef\xbf\xbd" "bc\"*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *expression = zg_match_query (rows[i].text);

      g_assert_cmpstr (expression, ==, rows[i].expression);
    }
}

static void
test_is_short (void)
{
  static const struct {
    const char *text;
    gboolean is_short;
  } rows[] = {
    { NULL, FALSE }, { "", FALSE }, { "，", FALSE }, { "王", TRUE }, { " 王 ", TRUE }, { "王。", TRUE }, { "w", TRUE },
    { "wx", TRUE }, { "ＷＸ", TRUE }, { "13", TRUE }, { "王 w", TRUE }, { "王晓", FALSE }, { "wxw", FALSE },
    { "王w", FALSE }, { "王 杭州", FALSE }, { "\xff", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (zg_query_is_short (rows[i].text) != rows[i].is_short)
        g_test_message ("%s", rows[i].text);
      g_assert_cmpint (zg_query_is_short (rows[i].text), ==, rows[i].is_short);
    }
}

static int
take (const char *token,
      int         length,
      int         start,
      int         end,
      gpointer    data)
{
  g_ptr_array_add (data, g_strndup (token, length));
  return 0;
}

/* What FTS5 does with a phrase: its tokens one behind the other, the last as a prefix where the query says so. */
static gboolean
phrase_is_in (GPtrArray *phrase,
              GPtrArray *document,
              gboolean   is_prefix)
{
  for (guint at = 0; at + phrase->len <= document->len; at++)
    {
      guint n = 0;

      for (; n < phrase->len; n++)
        {
          const char *wanted = g_ptr_array_index (phrase, n);
          const char *token = g_ptr_array_index (document, at + n);
          gboolean is_last = n + 1 == phrase->len;

          if (is_last && is_prefix ? !g_str_has_prefix (token, wanted) : strcmp (token, wanted) != 0)
            break;
        }
      if (n == phrase->len)
        return TRUE;
    }
  return FALSE;
}

/* Every part of every text is found, whatever scripts are mixed in it. */
static void
test_every_part_is_found (void)
{
  static const char * const alphabet[] = { "张", "三", "丰", "豐", "𠮷", "a", "B", "1", "2", "ü", "，", "-", "さ", "Ｃ" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr(GPtrArray) document = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GPtrArray) phrase = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *part = NULL;
      g_autofree char *expression = NULL;
      int n = g_test_rand_int_range (1, 12);
      int from = g_test_rand_int_range (0, n);

      for (int i = 0; i < n; i++)
        g_string_append (text, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);
      part = g_utf8_substring (text->str, from, g_test_rand_int_range (from + 1, n + 1));
      zg_tokenize (text->str, -1, FALSE, take, document);
      zg_tokenize (part, -1, TRUE, take, phrase);
      expression = zg_match_query (part);

      g_assert_cmpint (expression == NULL, ==, phrase->len == 0);
      if (expression == NULL)
        continue;
      if (!phrase_is_in (phrase, document, g_str_has_suffix (expression, "*")))
        g_test_message ("%s is not found in %s", expression, text->str);
      g_assert_true (phrase_is_in (phrase, document, g_str_has_suffix (expression, "*")));
    }
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
  g_test_add_func ("/tokenizer/match-query", test_match_query);
  g_test_add_func ("/tokenizer/is-short", test_is_short);
  g_test_add_func ("/tokenizer/every-part-is-found", test_every_part_is_found);
  if (g_test_perf ())
    g_test_add_func ("/tokenizer/speed", test_speed);
  return g_test_run ();
}
