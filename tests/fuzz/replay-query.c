/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "check-query.h"

/* What the fuzzer checks, without a fuzzer: searches of every kind put together, cut anywhere, and filters. */

/* The same with each run, so that what fails once fails again. */
#define SEED 20260922
#define N_ROUNDS 4000
#define MAX_LENGTH 300

static const char * const typed[] = {
  "王", "王小姐", "王晓雯", "晓雯_xw", "wang", "wxw", "w", "lv", "张", "張", "孙先生", "A&B", "<b>", "138", "13800002468", "2468", "68", "8", "6", "+86",
  "****", "浙江", "杭州市西湖区", "西湖", "文三路", "100", "号", "3 幢 502", "批发", "送礼", "L 码", "喜欢", "羊毛", "花", "🌸", "NEAR", "AND", "OR", "\"",
  "*", "(", ")", "-", ":", "^", "'", "%", "_", "\\", " ", "　", "\t", "，", "é", "e\xcc\x81", "Ａ", "ß", "İ", "\xe2\x80\x8f", "\xff", "\xe7\x8e", "x", "le",
};

static const char * const terms[] = {
  "tag:", "any-tag:", "level:", "type:", "province:", "city:", "last-order:", "no-order:", "ordered:", "orders:", "spent:", "birthday:", "no-contact:",
  "never-contacted", "consent:", "asked", "unshipped", "follow-up", "caution", "currency:", "批发", "送礼", "金", "银", "\"\"", "\"", "\\", "price",
  "浙江", "杭州", "杭州市", "2026-01-01", "2026-02-31", "..", "2..", "..5", "500..", "1", "12", "13", "this-month", "next-month", "30d", "90d", "99999999999", "yes", "no",
  "not-asked", "due", "open", "CNY", "USD", " ", " ", " ", " ", ":", "\n",
};

static void
test_corpus (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "query", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_checked = 0;

  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *input = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &input, &size, NULL));
      check_query (input, size);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >=, 5);
}

static void
append_some (GString            *input,
             GRand              *rand,
             const char * const *words,
             guint               n_words,
             int                 max)
{
  for (int n = g_rand_int_range (rand, 0, max); n > 0 && input->len < MAX_LENGTH; n--)
    g_string_append (input, words[g_rand_int_range (rand, 0, n_words)]);
}

static void
test_at_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(GString) input = g_string_new (NULL);

      append_some (input, rand, typed, G_N_ELEMENTS (typed), 5);
      if (g_rand_int_range (rand, 0, 8) == 0)
        g_string_truncate (input, g_rand_int_range (rand, 0, input->len + 1));
      g_string_append_c (input, '\n');
      append_some (input, rand, terms, G_N_ELEMENTS (terms), 6);
      check_query (input->str, input->len);
    }
}

static void
test_bytes_at_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      char input[16];
      gsize length = g_rand_int_range (rand, 0, sizeof input);

      for (gsize i = 0; i < length; i++)
        input[i] = (char) g_rand_int (rand);
      check_query (input, length);
    }
}

/* Each term with a value that it takes, and each with one that it does not. */
static void
test_terms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (terms); j++)
      {
        g_autofree char *input = g_strconcat ("王\n", terms[i], terms[j], NULL);

        check_query (input, strlen (input));
      }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-properties/corpus", test_corpus);
  g_test_add_func ("/query-properties/terms", test_terms);
  g_test_add_func ("/query-properties/at-random", test_at_random);
  g_test_add_func ("/query-properties/bytes-at-random", test_bytes_at_random);
  return g_test_run ();
}
