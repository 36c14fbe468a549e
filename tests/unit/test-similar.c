/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zg-similar.h"

static void
test_pairs (void)
{
  static const struct {
    const char *text;
    guint n;
  } rows[] = {
    { "", 0 }, { "。！ ", 0 }, { "好", 1 }, { "您好", 1 }, { "您，好", 1 }, { "您好您好", 2 }, { "ＡＢ ab", 2 }, { "\xff", 0 },
    { "發貨发货", 2 }, { "𠮷𠮷𠮷", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) pairs = zg_character_pairs (rows[i].text);
      g_autofree char *shown = g_strescape (rows[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpuint (pairs->len, ==, rows[i].n);
    }
}

static void
test_share (void)
{
  static const struct {
    const char *first;
    const char *second;
    double share;
  } rows[] = {
    { "", "", 0 }, { "", "您好", 0 }, { "。", "！", 0 }, { "您好", "您好！", 1 }, { "已發貨", "已发货", 1 },
    { "一二三四五", "一二三四六", 0.75 }, { "一二三四五", "六七", 0 }, { "一二", "二一", 0 }, { "abc", "ABcd", 0.8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpfloat_with_epsilon (zg_similar_share (rows[i].first, rows[i].second), rows[i].share, 1e-9);
      g_assert_cmpfloat_with_epsilon (zg_similar_share (rows[i].second, rows[i].first), rows[i].share, 1e-9);
    }
}

static void
test_find (void)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  g_autoptr(GArray) found = NULL;
  ZgSimilarPair *pairs;

  g_ptr_array_add (texts, (char *) "您的包裹已经发出，请留意查收");
  g_ptr_array_add (texts, (char *) "这款现在缺货，下周到货");
  g_ptr_array_add (texts, (char *) "您的包裹已经发出，请注意查收");
  g_ptr_array_add (texts, (char *) "");
  g_ptr_array_add (texts, (char *) "您的包裹已经发出，请留意查收。");
  g_ptr_array_add (texts, (char *) "您的包裹已经发出，请注意查收！");
  g_ptr_array_add (texts, (char *) "！");
  found = zg_similar_find (texts, ZG_SIMILAR_LIMIT);

  pairs = (ZgSimilarPair *) (void *) found->data;
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (pairs[0].first, ==, 0);
  g_assert_cmpuint (pairs[0].second, ==, 2);
  g_assert_cmpfloat (pairs[0].share, <, 1);
  g_assert_cmpuint (pairs[1].first, ==, 0);
  g_assert_cmpuint (pairs[1].second, ==, 4);
  g_assert_cmpfloat (pairs[1].share, ==, 1);
  /* Like the first one, too, but more like the third. */
  g_assert_cmpuint (pairs[2].first, ==, 2);
  g_assert_cmpuint (pairs[2].second, ==, 5);
  g_assert_cmpfloat (pairs[2].share, ==, 1);
}

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  guint length = g_rand_int_range (random, 1, 30);

  for (guint i = 0; i < length; i++)
    g_string_append_c (text, (char) g_rand_int_range (random, 'a', 'e'));
  return g_string_free (text, FALSE);
}

/* The index leaves nothing out that comparing every two would find. */
static void
test_complete (void)
{
  static const double limits[] = { 0, 0.2, 0.5, 0.6, 0.9, 1 };
  g_autoptr(GRand) random = g_rand_new_with_seed (20260922);

  for (gsize l = 0; l < G_N_ELEMENTS (limits); l++)
    {
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GArray) found = NULL;
      guint next = 0;

      for (guint i = 0; i < 120; i++)
        g_ptr_array_add (texts, make_text (random));
      found = zg_similar_find (texts, limits[l]);

      for (guint i = 0; i < texts->len; i++)
        {
          double nearest = 0;

          for (guint k = 0; k < i; k++)
            nearest = MAX (nearest, zg_similar_share (texts->pdata[k], texts->pdata[i]));
          if (nearest <= limits[l])
            continue;
          g_assert_cmpuint (next, <, found->len);
          g_assert_cmpuint (g_array_index (found, ZgSimilarPair, next).second, ==, i);
          g_assert_cmpfloat_with_epsilon (g_array_index (found, ZgSimilarPair, next).share, nearest, 1e-9);
          next++;
        }
      g_assert_cmpuint (next, ==, found->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/similar/pairs", test_pairs);
  g_test_add_func ("/similar/share", test_share);
  g_test_add_func ("/similar/find", test_find);
  g_test_add_func ("/similar/complete", test_complete);
  return g_test_run ();
}
