/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-match.h"
#include "zg-tokenizer.h"

static void
test_expressions (void)
{
  static const struct {
    const char *text;
    const char *long_pieces;
    const char *short_pieces;
    guint n_phrases;
  } rows[] = {
    { NULL, NULL, NULL, 0 },
    { "", NULL, NULL, 0 },
    { "  　", NULL, NULL, 0 },
    { "(*", NULL, NULL, 0 },
    { "\"", NULL, NULL, 0 },
    { "\xff", NULL, NULL, 0 },
    /* One token: the index has the answer. */
    { "西湖", "\"西湖\"", NULL, 0 },
    { "abc", "\"abc\"", NULL, 0 },
    { "杭州 西湖", "\"杭州\" AND \"西湖\"", NULL, 0 },
    /* Several: the text has to be read. */
    { "文三路", "\"文三\" AND \"三路\"", NULL, 1 },
    { "2468", "\"246\" AND \"468\"", NULL, 1 },
    { "文三路 2468", "\"文三\" AND \"三路\" AND \"246\" AND \"468\"", NULL, 2 },
    /* One that is no whole token is the beginning of one, and belongs to a name. */
    { "王", NULL, "\"王\"*", 0 },
    { " 王。", NULL, "\"王\"*", 0 },
    { "wx", NULL, "\"wx\"*", 0 },
    { "ＷＸ", NULL, "\"ＷＸ\"*", 0 },
    { "🌸", NULL, "\"🌸\"*", 0 },
    { "さく", NULL, "\"さく\"*", 0 },
    { "王 w", NULL, "\"王\"* AND \"w\"*", 0 },
    { "王 杭州", "\"杭州\"", "\"王\"*", 0 },
    { "王　杭州", "\"杭州\"", "\"王\"*", 0 },        /* the blank of a Chinese input method */
    /* At the end of a longer piece it is left to the reading, unless there is nothing else. */
    { "文三路8", "\"文三\" AND \"三路\"", NULL, 1 },
    { "8幢502", "\"502\"", NULL, 1 },
    { "张a", "\"张\" AND \"a\"*", NULL, 1 },
    { "abc张", "\"abc\"", NULL, 1 },
    /* Nothing is FTS5 syntax. */
    { "a\"b", "\"a\" AND \"b\"*", NULL, 1 },
    { "张 OR", NULL, "\"张\"* AND \"OR\"*", 0 },
    { "name:xyz", "\"nam\" AND \"ame\" AND \"xyz\"", NULL, 1 },
    { "NEAR(abc)", "\"NEA\" AND \"EAR\" AND \"abc\"", NULL, 1 },
    { "-abc* ^d", "\"abc\"", "\"d\"*", 0 },
    { "a\xff" "bcd", "\"bcd\"", NULL, 1 },
    { "abe\xcc\x81x", "\"abe\" AND \"be\xcc\x81\" AND \"e\xcc\x81x\"", NULL, 1 },
    { "e\xcc\x81xyz", "\"e\xcc\x81x\" AND \"xyz\"", NULL, 1 },        /* no token of a mark alone */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgMatch) match = zg_match_new (rows[i].text);

      g_assert_cmpint (match == NULL, ==, rows[i].long_pieces == NULL && rows[i].short_pieces == NULL);
      if (match == NULL)
        continue;
      g_assert_cmpstr (match->long_pieces, ==, rows[i].long_pieces);
      g_assert_cmpstr (match->short_pieces, ==, rows[i].short_pieces);
      g_assert_cmpint (match->phrases->len, ==, rows[i].n_phrases);
      g_assert_cmpint (match->short_phrases->len > 0, ==, rows[i].short_pieces != NULL);
    }
}

static void
test_check (void)
{
  static const struct {
    const char *typed;
    const char *texts[3];
    gboolean is_hit;
  } rows[] = {
    { "文三路", { "西湖区文三路100号" }, TRUE },
    { "文三路", { "文三街，三路车站" }, FALSE },        /* both tokens, not together */
    { "文三路", { "文三", "三路" }, FALSE },
    { "文三路", { "文三\n三路" }, FALSE },
    { "文三路", { "别的", "文三路" }, TRUE },
    { "文三路", { NULL }, FALSE },
    { "2468", { "13802468000" }, TRUE },
    { "2468", { "1380246\n4680000" }, FALSE },
    { "文三路1", { "文三路100号" }, TRUE },
    { "文三路1", { "文三路200号" }, FALSE },
    { "100号3幢", { "文三路100号幸福小区3幢" }, FALSE },
    { "100号3幢", { "文三路 100 号 3 幢 502" }, TRUE },        /* blanks and points do not count */
    { "100號", { "文三路１００号" }, TRUE },
    { "王晓雯 文三路", { "王晓雯", "文三路" }, TRUE },
    { "王晓雯 文三路", { "王晓雯", "文三街 三路" }, FALSE },
    { "ABCD", { "xabcde" }, TRUE },
    { "🌸花花", { "小🌸花花" }, TRUE },
    /* Short pieces are the beginning of a token, which is any character. */
    { "文三路 号", { "文三路100号" }, TRUE },
    { "文三路 号", { "文三路100", "一号" }, TRUE },
    { "文三路 幢", { "文三路100号" }, FALSE },
    { "abc b", { "abc" }, TRUE },
    { "abc d", { "abc" }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgMatch) match = zg_match_new (rows[i].typed);

      if (zg_match_check (match, TRUE, rows[i].texts) != rows[i].is_hit)
        g_test_message ("%s in %s", rows[i].typed, rows[i].texts[0]);
      g_assert_cmpint (zg_match_check (match, TRUE, rows[i].texts), ==, rows[i].is_hit);
    }
}

/* What the index has answered already is not looked for again. */
static void
test_check_without_short (void)
{
  g_autoptr(ZgMatch) match = zg_match_new ("文三路 号");

  g_assert_true (zg_match_check (match, FALSE, (const char *[]) { "文三路", NULL }));
  g_assert_false (zg_match_check (match, TRUE, (const char *[]) { "文三路", NULL }));
}

/* Something long that was pasted: few of its tokens are asked for, all are compared. */
static void
test_long (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(ZgMatch) match = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_unichar (text, 0x4e00 + i);
  match = zg_match_new (text->str);
  g_assert_cmpint (strlen (match->all), <, 200);
  g_assert_true (zg_match_check (match, TRUE, (const char *[]) { text->str, NULL }));
  g_string_truncate (text, text->len - 3);
  g_assert_false (zg_match_check (match, TRUE, (const char *[]) { text->str, NULL }));
}

static int
note_token (const char *token,
            int         length,
            int         start,
            int         end,
            gpointer    data)
{
  g_hash_table_add (data, g_strndup (token, length));
  return 0;
}

/* What the index says to one quoted token of an expression. */
static gboolean
index_has (GHashTable *tokens,
           const char *quoted)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer token, other;

  zg_tokenize (quoted, -1, TRUE, note_token, wanted);
  g_assert_cmpint (g_hash_table_size (wanted), ==, 1);
  g_hash_table_iter_init (&iter, wanted);
  g_assert_true (g_hash_table_iter_next (&iter, &token, NULL));
  if (!g_str_has_suffix (quoted, "*"))
    return g_hash_table_contains (tokens, token);

  g_hash_table_iter_init (&iter, tokens);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      if (g_str_has_prefix (other, token))
        return TRUE;
    }
  return FALSE;
}

/* Every part of every text is found, whatever scripts are mixed in it. */
static void
test_every_part_is_found (void)
{
  static const char * const alphabet[] = {
    "张", "三", "丰", "豐", "𠮷", "a", "B", "1", "2", "ü", "，", "-", "さ", "Ｃ", "🌸", "\"", " ",
  };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr(GHashTable) tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(ZgMatch) match = NULL;
      g_autofree char *part = NULL;
      g_auto(GStrv) asked = NULL;
      int n = g_test_rand_int_range (1, 12);
      int from = g_test_rand_int_range (0, n);

      for (int i = 0; i < n; i++)
        g_string_append (text, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);
      part = g_utf8_substring (text->str, from, g_test_rand_int_range (from + 1, n + 1));
      match = zg_match_new (part);
      if (match == NULL)
        continue;

      zg_tokenize (text->str, -1, FALSE, note_token, tokens);
      asked = g_strsplit (match->all, " AND ", -1);
      for (gsize i = 0; asked[i] != NULL; i++)
        {
          if (!index_has (tokens, asked[i]))
            g_test_message ("%s of %s is not found in %s", asked[i], part, text->str);
          g_assert_true (index_has (tokens, asked[i]));
        }
      g_assert_true (zg_match_check (match, TRUE, (const char *[]) { text->str, NULL }));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/expressions", test_expressions);
  g_test_add_func ("/match/check", test_check);
  g_test_add_func ("/match/check-without-short", test_check_without_short);
  g_test_add_func ("/match/long", test_long);
  g_test_add_func ("/match/every-part-is-found", test_every_part_is_found);
  return g_test_run ();
}
