/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "check-paste.h"

/* What the fuzzer checks, without a fuzzer: the pastes of the unit suite cut and mixed, and inputs from what has a meaning. */

/* The same with each run, so that what fails once fails again. */
#define SEED 20260922
#define N_ROUNDS 20000
#define MAX_LENGTH 300

static char **
load_pastes (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "paste", "pastes.tsv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GPtrArray) pastes = g_ptr_array_new ();

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", 3);

      if (*lines[i] != '#' && g_strv_length (columns) > 1)
        g_ptr_array_add (pastes, g_strcompress (columns[1]));
    }
  g_ptr_array_add (pastes, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&pastes), FALSE);
}

/* The end of one after the beginning of another, cut anywhere, even within a character. */
static void
test_mixed (void)
{
  g_auto(GStrv) pastes = load_pastes ();
  guint n = g_strv_length (pastes);
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  g_assert_cmpuint (n, >, 300);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const char *one = pastes[g_rand_int_range (rand, 0, n)];
      const char *other = pastes[g_rand_int_range (rand, 0, n)];
      gsize head = g_rand_int_range (rand, 0, strlen (one) + 1);
      gsize tail = g_rand_int_range (rand, 0, strlen (other) + 1);
      g_autofree char *input = g_strdup_printf ("%.*s%s", (int) head, one, other + tail);

      check_paste (input, strlen (input));
    }
}

static const char * const words[] = {
  "浙江省", "浙江", "杭州市", "西湖区", "上海", "吉林", "鼓楼区", "市辖区", "县", "高新区", "海门市", "臺北市", "香港", "路", "号", "10", "3栋",
  "13800138000", "138", "0000", "0571", "-", "8", "86", "+", "****", "转", "310000", "000000", "张三", "王小五", "先生", "收", "收货人", "：", ":",
  "电话", "地址", "邮编", "备注", "我叫", "寄到", "（", "）", "[", "]", "【", "】", "，", ",", "/", "、", "。", " ", "　", "\n", "\t", "1.", "①", "吗",
  "谢谢", "请发", "顺丰", "订单号", "https://", "2026-05-17", "😀", "\xe2\x80\x8f", "\xff", "A", "Tom", "的", "*",
};

static void
test_at_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(GString) input = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 0, 24); n > 0 && input->len < MAX_LENGTH; n--)
        g_string_append (input, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      check_paste (input->str, input->len);
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
        input[i] = g_rand_boolean (rand) ? "0123456789 -*(:"[g_rand_int_range (rand, 0, 15)] : (char) g_rand_int (rand);
      check_paste (input, length);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste-properties/mixed", test_mixed);
  g_test_add_func ("/paste-properties/at-random", test_at_random);
  g_test_add_func ("/paste-properties/bytes-at-random", test_bytes_at_random);
  return g_test_run ();
}
