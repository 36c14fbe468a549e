/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-vcard.h"

/* What the fuzzer checks, without a fuzzer: the cards of the tests, and inputs thrown together from what has a meaning. */

static void
test_folder (gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, data, NULL);
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
      check_vcard (contents, length);
      n_files++;
    }
  g_assert_cmpint (n_files, >=, 5);
}

/* The same with each run, so that what fails once fails again. */
#define SEED 20261123
#define N_ROUNDS 3000
#define MAX_LENGTH 400

static const char * const words[] = {
  "BEGIN:VCARD\n", "\nEND:VCARD\n", "\nVERSION:2.1\n", "\r\n", "\n", "\r", "\n ", "\n\t", ":", ";", ",", "=", "\\", "\"", ".", "\nFN:",
  "\nN:", "\nTEL", "\nADR", "\nBDAY:", "\nNOTE:", "\nPHOTO", "\nEMAIL:", "\nCATEGORIES:", "\nitem1.", "X-ABLabel:", "\nAGENT:\n",
  "\nX-ZHANGGUI-ACCOUNT;PLATFORM=", "\nX-ZHANGGUI-LEVEL:", "\nLABEL:", "\nUID:", "0123456789abcdef0123456789abcdef",
  ";CHARSET=GBK", ";CHARSET=UTF-16", ";ENCODING=QUOTED-PRINTABLE", ";ENCODING=b", ";TYPE=HOME,PREF", ";VALUE=uri", "tel:+86-20-83331234",
  "=E7=8E=8B", "=\n", "=", "=0A", "=00", "王小明", "\xcd\xf5", "\xff\xfe", "\xef\xbb\xbf", "13800138000", "1990-05-17", "--0229", "L1990+05-17",
  "\\n", "\\;", "\xe2\x80\xae", "😊", "\x01", "\x7f", "a", "广东省", "*", "##", "\xe4",
};

static void
test_at_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(GString) input = g_string_new (round % 2 == 0 ? "BEGIN:VCARD\nFN:王\n" : "");

      while (input->len < MAX_LENGTH && g_rand_int_range (rand, 0, 32) != 0)
        g_string_append (input, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      if (round % 3 != 0)
        g_string_append (input, "\nEND:VCARD\n");
      check_vcard (input->str, input->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/vcard-properties/corpus", "fuzz/corpus/vcard", test_folder);
  g_test_add_data_func ("/vcard-properties/fixtures", "fixtures/contacts", test_folder);
  g_test_add_func ("/vcard-properties/at-random", test_at_random);
  return g_test_run ();
}
