/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "bench-figures.h"
#include "zg-wording-list.h"

/*
 * The wording check while somebody types: each key has the whole text checked again, against the whole Chinese word list.
 * The text is a long one, of 2,000 characters, and made of the sentences that the check is tested with, half of them
 * innocent. The limit is for the processor's time of one key's check. To fold the text and look for each word and each
 * exception of the list in it with strstr(), in the same run, is the reference.
 */

#define N_CHARS 2000
#define N_KEYS 300
#define LIMIT_MS 8.0

/* The first column of the sentences, from a line chosen by @random on and one after the other, until it is enough. */
static GString *
make_text (GRand *random)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "wording", "zh_CN.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);
  guint n_lines;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  n_lines = g_strv_length (lines);
  for (guint i = g_rand_int_range (random, 0, n_lines); g_utf8_strlen (text->str, -1) < N_CHARS; i++)
    {
      const char *line = lines[i % n_lines];

      if (line[0] != '#')
        g_string_append_len (text, line, (gssize) strcspn (line, "\t"));
    }
  g_string_truncate (text, g_utf8_offset_to_pointer (text->str, N_CHARS) - text->str);
  return text;
}

/* The reference: each word by itself. */
static guint
look_one_by_one (GPtrArray  *entries,
                 const char *text)
{
  g_autofree char *folded = zg_wording_text_fold (text);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const ZgWordingEntry *entry = g_ptr_array_index (entries, i);

      n += strstr (folded, entry->word) != NULL;
      for (guint k = 0; entry->exceptions[k] != NULL; k++)
        n += strstr (folded, entry->exceptions[k]) != NULL;
    }
  return n;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);
  g_autoptr(GArray) checks = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) looks = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(ZgWording) wording = NULL;
  g_autoptr(GString) text = NULL;
  double begin, median, p95;
  guint n_findings = 0, n_words = 0;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  entries = zg_wording_list_load_shipped ("zh_CN", &error);
  g_assert_no_error (error);
  begin = bench_cpu ();
  wording = zg_wording_new (entries);
  printf ("%-20s %u words in %.2f ms\n", "list compiled", entries->len, bench_cpu () - begin);

  text = make_text (random);
  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autoptr(GArray) findings = NULL;
      const char *place = g_utf8_offset_to_pointer (text->str, g_rand_int_range (random, 0, N_CHARS));
      double taken;

      g_string_insert (text, place - text->str, "好");
      begin = bench_cpu ();
      findings = zg_wording_check_body (wording, text->str, 0);
      taken = bench_cpu () - begin;
      g_array_append_val (checks, taken);
      n_findings = findings->len;

      begin = bench_cpu ();
      n_words = look_one_by_one (entries, text->str);
      taken = bench_cpu () - begin;
      g_array_append_val (looks, taken);
    }

  /* It found something, and a plain search finds more: it knows no exceptions. */
  g_assert_cmpuint (n_findings, >, 0);
  g_assert_cmpuint (n_words, >, 0);
  median = bench_percentile (checks, 0.5);
  p95 = bench_percentile (checks, 0.95);
  printf ("%-20s %u keys   median %.3f p95 %.3f max %.3f ms   ratio to limit of %.0f ms %.3f, to strstr of each word %.2f\n",
          "checked", N_KEYS, median, p95, bench_percentile (checks, 1), LIMIT_MS, p95 / LIMIT_MS,
          median / bench_percentile (looks, 0.5));
  return p95 <= LIMIT_MS ? 0 : 1;
}
