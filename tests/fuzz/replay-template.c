/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "check-template.h"

/* What the fuzzer checks, without a fuzzer: its corpus again, and inputs thrown together from what has a meaning. */

static void
test_corpus (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "template", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
      check_template (contents, length);
      n_files++;
    }
  g_assert_cmpint (n_files, >, 10);
}

/* The same with each run, so that what fails once fails again. */
#define SEED 20260922
#define N_ROUNDS 20000
#define MAX_LENGTH 200

static const char * const words[] = {
  "{", "}", "{{", "}}", "{?", "？", "|", "｜", ":", "：", "+3", "-1", "＋", "+", "\n", "\r\n", "\x1e", "\xff", " ", "　",
  "客户", "称呼", "颜色", "備註", "备注", "今天", "today", "order.items", "order.number", "商品", "表情:", "微笑", "face:rose", "黑色", "亲",
  "【", "】", "[", "]", "#", "%", "$", "<", ">", "姓名", "nick", "contact.name", "/:^_^", "[玫瑰]", "default: \"a\"",
  "\xe2\x80\xae", "\xe2\x80\x8d", "\xe2\x80\x8b", "\xe2\x81\xa0", "👩", "🦰", "\xef\xbb\xbf", "\x01", "\x7f", "\xe4", "\x80",
  "A&B <b>", "{订单号}", "{客户}", "{客户|亲}", "{?颜色:黑色|白色}", "{?备注}", "{今天+3}", "王小姐", "𠮷", "a",
};

static void
test_at_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(GString) input = g_string_new (NULL);

      while (input->len < MAX_LENGTH && g_rand_int_range (rand, 0, 16) != 0)
        g_string_append (input, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      check_template (input->str, input->len);
    }
}

/* Any character at all, without an opening brace: nothing is changed. */
static void
test_text_at_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < N_ROUNDS / 10; round++)
    {
      g_autoptr(GString) input = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 0, 60); n > 0; n--)
        {
          gunichar c = g_rand_int_range (rand, 1, 0x2ffff);

          if (g_unichar_validate (c) && c != '{')
            g_string_append_unichar (input, c);
        }
      check_template (input->str, input->len);
    }
}

static void
test_bytes_at_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      char input[32];
      gsize length = g_rand_int_range (rand, 0, sizeof input);

      for (gsize i = 0; i < length; i++)
        input[i] = g_rand_boolean (rand) ? "{}|?:+-\n\x1e\xff"[g_rand_int_range (rand, 0, 10)] : (char) g_rand_int (rand);
      check_template (input, length);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-properties/corpus", test_corpus);
  g_test_add_func ("/template-properties/at-random", test_at_random);
  g_test_add_func ("/template-properties/text-at-random", test_text_at_random);
  g_test_add_func ("/template-properties/bytes-at-random", test_bytes_at_random);
  return g_test_run ();
}
