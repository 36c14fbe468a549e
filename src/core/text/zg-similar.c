/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-similar.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-utf8.h"

/*
 * Texts that are nearly the same, by the character pairs that they share: 2 × common / (pairs of one + pairs of the
 * other), which is Dice's coefficient.
 *
 * Among thousands of texts not every two are compared. Two that share enough have a pair in common among the rarest of
 * each, for the others alone would not be enough. So only the rarest stand in an index, and only texts that meet there
 * are compared (prefix filtering: Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007).
 */

typedef struct {
  GPtrArray *sets;              /* of each text its pairs as places, the rarest first */
  double limit;
  GArray **index;               /* by place: the texts that have it among their rarest, NULL for none */
  guint *met;                   /* by text: the last one, counted from 1, that was compared with it */
} Search;

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

/* Leaves each number once, in ascending order. */
static void
sort_and_unite (GArray *numbers)
{
  guint n = 0;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);

      if (n == 0 || g_array_index (numbers, guint32, n - 1) != number)
        g_array_index (numbers, guint32, n++) = number;
    }
  g_array_set_size (numbers, n);
}

/**
 * zg_character_pairs:
 * @text: any text, valid UTF-8 or not
 *
 * The pairs of neighbouring letters, digits and Chinese characters, folded; blanks and punctuation are skipped. A text of
 * one character has that one for a pair. Any thread.
 *
 * Returns: (transfer full) (element-type guint32): each pair once, in ascending order: the first character times 65536
 *   plus the second; those beyond U+FFFF are so rare that two pairs may have the same number
 */
GArray *
zg_character_pairs (const char *text)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *end = text + strlen (text);
  guint n_characters = 0;
  guint32 pair = 0;

  for (const char *p = text; p < end;)
    {
      gunichar c;

      p = zg_utf8_next (p, end, &c);
      if (!g_unichar_isalnum (c))
        continue;

      pair = (pair << 16) ^ zg_fold_char (c);
      if (n_characters++ > 0)
        g_array_append_val (pairs, pair);
    }
  if (n_characters == 1)
    g_array_append_val (pairs, pair);

  sort_and_unite (pairs);
  return pairs;
}

/* 0 for two that do not share more than @limit: then they are not looked at any further. */
static double
compute_share (GArray *first,
               GArray *second,
               double  limit)
{
  double least = limit * (first->len + second->len) / 2;
  guint common = 0;

  if (first->len + second->len == 0)
    return 0;

  for (guint i = 0, k = 0; i < first->len && k < second->len;)
    {
      guint32 a = g_array_index (first, guint32, i), b = g_array_index (second, guint32, k);

      if (common + MIN (first->len - i, second->len - k) < least)
        return 0;
      common += a == b;
      i += a <= b;
      k += b <= a;
    }
  return 2.0 * common / (first->len + second->len);
}

/**
 * zg_similar_share:
 * @first: a text
 * @second: another text
 *
 * Returns: what part of their character pairs they share, from 0 to 1; 0 when neither has any
 */
double
zg_similar_share (const char *first,
                  const char *second)
{
  g_autoptr(GArray) pairs = zg_character_pairs (first);
  g_autoptr(GArray) others = zg_character_pairs (second);

  return compute_share (pairs, others, 0);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const guint32 *first = a, *second = b;

  if (first[1] != second[1])
    return first[1] < second[1] ? -1 : 1;
  return compare_numbers (a, b);
}

/* The place of each pair among all of them, the rarest first. */
static GHashTable *
rank_pairs (GPtrArray *sets)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, 2 * sizeof (guint32));
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sets->len; i++)
    {
      GArray *set = g_ptr_array_index (sets, i);

      g_array_append_vals (all, set->data, set->len);
    }
  g_array_sort (all, compare_numbers);

  for (guint i = 0, next; i < all->len; i = next)
    {
      guint32 count[2] = { g_array_index (all, guint32, i), 0 };

      for (next = i; next < all->len && g_array_index (all, guint32, next) == count[0]; next++)
        count[1]++;
      g_array_append_vals (counts, count, 1);
    }
  g_array_sort (counts, compare_counts);

  for (guint i = 0; i < counts->len; i++)
    g_hash_table_insert (places, GUINT_TO_POINTER (((guint32 *) (void *) counts->data)[2 * i]), GUINT_TO_POINTER (i));
  return places;
}

static void
replace_by_places (GPtrArray  *sets,
                   GHashTable *places)
{
  for (guint i = 0; i < sets->len; i++)
    {
      GArray *set = g_ptr_array_index (sets, i);

      for (guint k = 0; k < set->len; k++)
        {
          guint32 *number = &g_array_index (set, guint32, k);

          *number = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (*number)));
        }
      g_array_sort (set, compare_numbers);
    }
}

/* How many of a text's n pairs, the rarest, have one in common with any text that is like it. Both share c > limit / 2 ×
 * (n + m) pairs and m ≥ c, so c > n × limit / (2 − limit): among all but so many there is at least one. */
static guint
get_n_rarest (guint  n,
              double limit)
{
  return n - MIN (n, (guint) (n * limit / (2 - limit)));
}

/* The earlier text that @text is most like, as a pair; its share is 0 when there is none. */
static ZgSimilarPair
find_nearest (Search *search,
              guint   text,
              guint   n_rarest)
{
  GArray *set = g_ptr_array_index (search->sets, text);
  ZgSimilarPair nearest = { 0, text, 0 };

  for (guint i = 0; i < n_rarest; i++)
    {
      GArray *others = search->index[g_array_index (set, guint32, i)];

      for (guint k = 0; others != NULL && k < others->len; k++)
        {
          guint other = g_array_index (others, guint, k);
          double share;

          if (search->met[other] == text + 1)
            continue;
          search->met[other] = text + 1;
          share = compute_share (g_ptr_array_index (search->sets, other), set,
                                 MAX (search->limit, nearest.share));
          if (share > search->limit && share > nearest.share)
            nearest = (ZgSimilarPair) { other, text, share };
        }
    }
  return nearest;
}

static void
add_to_index (Search *search,
              guint   text,
              guint   n_rarest)
{
  GArray *set = g_ptr_array_index (search->sets, text);

  for (guint i = 0; i < n_rarest; i++)
    {
      GArray **texts = &search->index[g_array_index (set, guint32, i)];

      if (*texts == NULL)
        *texts = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (*texts, text);
    }
}

/**
 * zg_similar_find:
 * @texts: (element-type utf8): texts
 * @limit: between 0 and 1, %ZG_SIMILAR_LIMIT for replies
 *
 * Finds the texts of which more than @limit of the character pairs are in an earlier one, too. Of 10,000 different
 * replies it compares a few in a hundred of all twos. Any thread.
 *
 * Returns: (transfer full) (element-type ZgSimilarPair): for each text that is like an earlier one, the earlier one that
 *   it is most like; in the order of the later texts
 */
GArray *
zg_similar_find (GPtrArray *texts,
                 double     limit)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ZgSimilarPair));
  g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) places = NULL;
  g_autofree guint *met = g_new0 (guint, texts->len);
  Search search = { .sets = sets, .limit = limit, .met = met };
  guint n_places;

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (sets, zg_character_pairs (g_ptr_array_index (texts, i)));
  places = rank_pairs (sets);
  replace_by_places (sets, places);
  n_places = g_hash_table_size (places);
  search.index = g_new0 (GArray *, n_places);

  for (guint i = 0; i < texts->len; i++)
    {
      guint n_rarest = get_n_rarest (((GArray *) g_ptr_array_index (sets, i))->len, limit);
      ZgSimilarPair nearest = find_nearest (&search, i, n_rarest);

      if (nearest.share > 0)
        g_array_append_val (found, nearest);
      /* The same again finds nobody whom the first one does not find. */
      if (nearest.share < 1)
        add_to_index (&search, i, n_rarest);
    }

  for (guint i = 0; i < n_places; i++)
    g_clear_pointer (&search.index[i], g_array_unref);
  g_free (search.index);
  return found;
}
