/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "zg-word-finder.h"

/* Many words in one walk: the finder finds what a plain search for each word finds, and nothing else. */

typedef struct {
  guint tag;
  guint start;
  guint end;
} Hit;

static void
take (guint    tag,
      guint    n_chars,
      guint    end,
      gpointer data)
{
  Hit hit = { .tag = tag, .start = end - n_chars, .end = end };

  g_array_append_val ((GArray *) data, hit);
}

static GArray *
find (ZgWordFinder *finder,
      const char   *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  guint state = 0;

  for (guint i = 0; text[i] != '\0'; i++)
    state = zg_word_finder_feed (finder, state, text[i], i + 1, take, hits);
  return hits;
}

static void
add (ZgWordFinder *finder,
     const char   *word,
     guint         tag)
{
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (word, -1, NULL);

  zg_word_finder_add (finder, chars, strlen (word), tag);
}

/* The example of the paper: every word is found, also inside and across others. */
static void
test_paper (void)
{
  static const char * const words[] = { "he", "she", "his", "hers" };
  static const Hit wanted[] = { { 1, 1, 4 }, { 0, 2, 4 }, { 3, 2, 6 } };
  g_autoptr(ZgWordFinder) finder = zg_word_finder_new ();
  g_autoptr(GArray) hits = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add (finder, words[i], i);
  zg_word_finder_compile (finder);

  hits = find (finder, "ushers");
  g_assert_cmpmem (hits->data, hits->len * sizeof (Hit), wanted, sizeof wanted);
}

static void
test_same_word (void)
{
  g_autoptr(ZgWordFinder) finder = zg_word_finder_new ();
  g_autoptr(GArray) hits = NULL;

  add (finder, "a", 1);
  add (finder, "", 2);
  add (finder, "a", 3);
  zg_word_finder_compile (finder);

  hits = find (finder, "xa");
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpuint (g_array_index (hits, Hit, 0).tag + g_array_index (hits, Hit, 1).tag, ==, 4);
}

static void
test_empty (void)
{
  g_autoptr(ZgWordFinder) finder = zg_word_finder_new ();
  g_autoptr(GArray) hits = NULL;

  zg_word_finder_compile (finder);
  hits = find (finder, "anything");
  g_assert_cmpuint (hits->len, ==, 0);
}

static char *
make_word (GRand *rand,
           int    max_length)
{
  int length = g_rand_int_range (rand, 1, max_length + 1);
  char *word = g_malloc0 (length + 1);

  for (int i = 0; i < length; i++)
    word[i] = (char) g_rand_int_range (rand, 'a', 'd');
  return word;
}

/* Words and texts of three letters, so that everything overlaps. */
static void
test_like_plain_search (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);

  for (int round = 0; round < 300; round++)
    {
      g_autoptr(ZgWordFinder) finder = zg_word_finder_new ();
      g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = make_word (rand, 60);
      g_autoptr(GArray) hits = NULL;
      guint n_wanted = 0;

      for (guint i = 0; i < 12; i++)
        {
          g_ptr_array_add (words, make_word (rand, 5));
          add (finder, words->pdata[i], i);
        }
      zg_word_finder_compile (finder);

      hits = find (finder, text);
      for (guint i = 0; i < hits->len; i++)
        {
          const Hit *hit = &g_array_index (hits, Hit, i);

          g_assert_cmpuint (hit->end - hit->start, ==, strlen (words->pdata[hit->tag]));
          g_assert_cmpint (strncmp (text + hit->start, words->pdata[hit->tag], hit->end - hit->start), ==, 0);
        }
      for (guint i = 0; i < words->len; i++)
        for (const char *p = text; (p = strstr (p, words->pdata[i])) != NULL; p++)
          n_wanted++;
      g_assert_cmpuint (hits->len, ==, n_wanted);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-finder/paper", test_paper);
  g_test_add_func ("/word-finder/same-word", test_same_word);
  g_test_add_func ("/word-finder/empty", test_empty);
  g_test_add_func ("/word-finder/like-plain-search", test_like_plain_search);

  return g_test_run ();
}
