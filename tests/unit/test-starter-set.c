/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "starter-replies.h"
#include "zg-reply-desk.h"
#include "zg-similar.h"

/* The starter replies as a set: enough for each stage, in groups, the same in each language, no two alike. */

#define MIN_REPLIES 124
#define MIN_REPLIES_OF_STAGE 4

static void
test_counts (void)
{
  const char * const *languages = zg_starter_library_list_languages ();

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) replies = starter_replies_load (languages[i]);
      guint counts[ZG_N_STAGES] = { 0 };

      g_assert_cmpuint (replies->len, >=, MIN_REPLIES);
      for (guint k = 0; k < replies->len; k++)
        for (int stage = 0; stage < ZG_N_STAGES; stage++)
          counts[stage] += starter_reply_has_stage (replies->pdata[k], stage);
      for (int stage = 0; stage < ZG_N_STAGES; stage++)
        if (counts[stage] < MIN_REPLIES_OF_STAGE)
          g_error ("%s has only %u replies for %s", languages[i], counts[stage], zg_stage_to_word (stage));
    }
}

/* Groups stand in the order of a conversation, each in one piece, and there are not too many to look over. */
static void
test_groups (void)
{
  const char * const *languages = zg_starter_library_list_languages ();

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) replies = starter_replies_load (languages[i]);
      g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      const char *group = "";

      for (guint k = 0; k < replies->len; k++)
        {
          const ZgReply *reply = replies->pdata[k];

          if (strcmp (reply->group_name, group) == 0)
            continue;
          group = reply->group_name;
          if (!g_hash_table_add (seen, reply->group_name))
            g_error ("%s: the group %s is torn apart", reply->starter, group);
        }
      g_assert_cmpuint (g_hash_table_size (seen), >=, 8);
      g_assert_cmpuint (g_hash_table_size (seen), <=, 14);
      g_assert_true (starter_reply_has_stage (replies->pdata[0], ZG_STAGE_GREETING));
    }
}

static guint
count_messages (const char *body)
{
  g_auto(GStrv) messages = zg_reply_split_messages (body);

  return g_strv_length (messages);
}

/* What is the same reply in another language is used at the same place in the same way. */
static void
test_languages_agree (void)
{
  const char * const *languages = zg_starter_library_list_languages ();
  g_autoptr(GPtrArray) replies = starter_replies_load (languages[0]);
  guint n_waits = 0;
  guint n_several = 0;

  for (gsize i = 1; languages[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) others = starter_replies_load (languages[i]);

      g_assert_cmpuint (others->len, ==, replies->len);
      for (guint k = 0; k < replies->len; k++)
        {
          const ZgReply *reply = replies->pdata[k];
          const ZgReply *other = others->pdata[k];

          g_assert_cmpstr (strchr (other->starter, '/'), ==, strchr (reply->starter, '/'));
          g_assert_cmphex (other->stages, ==, reply->stages);
          g_assert_cmpint (other->starts_wait, ==, reply->starts_wait);
          g_assert_cmpuint (count_messages (other->body), ==, count_messages (reply->body));
        }
    }
  for (guint k = 0; k < replies->len; k++)
    {
      n_waits += ((ZgReply *) replies->pdata[k])->starts_wait;
      n_several += count_messages (((ZgReply *) replies->pdata[k])->body) > 1;
    }
  g_assert_cmpuint (n_waits, >=, 3);
  g_assert_cmpuint (n_several, >=, 3);
}

/* Shortcodes are typed: the first letters of the title's pinyin, or a short English word. */
static void
test_shortcodes_are_short (void)
{
  const char * const *languages = zg_starter_library_list_languages ();

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) replies = starter_replies_load (languages[i]);

      for (guint k = 0; k < replies->len; k++)
        {
          const ZgReply *reply = replies->pdata[k];

          if (strlen (reply->shortcode) > (starter_reply_is_chinese (reply) ? 5 : 7))
            g_error ("%s: the shortcode %s is long", reply->starter, reply->shortcode);
        }
    }
}

static void
test_keywords (void)
{
  const char * const *languages = zg_starter_library_list_languages ();

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) replies = starter_replies_load (languages[i]);
      g_autoptr(GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint k = 0; k < replies->len; k++)
        {
          const ZgReply *reply = replies->pdata[k];

          if (reply->keywords->len < 2 || reply->keywords->len > 6)
            g_error ("%s has %u keywords", reply->starter, reply->keywords->len);
          for (guint n = 0; n < reply->keywords->len; n++)
            if (!g_hash_table_insert (asked, reply->keywords->pdata[n], reply->starter))
              g_error ("%s: another reply answers “%s”, too", reply->starter, (char *) reply->keywords->pdata[n]);
        }
    }
}

/* Every wording of @language, and to whom it belongs. */
static void
assert_all_differ (const char *language)
{
  g_autoptr(GPtrArray) replies = starter_replies_load (language);
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  g_autoptr(GArray) pairs = NULL;

  for (guint i = 0; i < replies->len; i++)
    {
      const ZgReply *reply = replies->pdata[i];

      for (guint k = 0; k < zg_reply_get_n_wordings (reply); k++)
        {
          g_ptr_array_add (texts, (char *) zg_reply_get_wording (reply, k));
          g_ptr_array_add (keys, reply->starter);
        }
    }
  pairs = zg_similar_find (texts, ZG_SIMILAR_LIMIT);
  if (pairs->len > 0)
    {
      const ZgSimilarPair *pair = &g_array_index (pairs, ZgSimilarPair, 0);

      g_error ("%s and %s share %.0f %% of their character pairs", (char *) keys->pdata[pair->first],
               (char *) keys->pdata[pair->second], pair->share * 100);
    }
}

static void
test_no_two_alike (void)
{
  assert_all_differ ("zh_CN");
  assert_all_differ ("zh_TW");
}

/* In English any two texts share many pairs of letters: here it is pairs of words. */
static GHashTable *
collect_word_pairs (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_auto(GStrv) words = g_strsplit_set (lower, " \n.,:;!?\"{}|()", -1);
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *last = NULL;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (last != NULL)
        g_hash_table_add (pairs, g_strconcat (last, " ", words[i], NULL));
      last = words[i];
    }
  return pairs;
}

static double
share_word_pairs (const char *first,
                  const char *second)
{
  g_autoptr(GHashTable) a = collect_word_pairs (first);
  g_autoptr(GHashTable) b = collect_word_pairs (second);
  guint n_common = 0;
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    n_common += g_hash_table_contains (b, pair);
  return 2.0 * n_common / MAX (1, g_hash_table_size (a) + g_hash_table_size (b));
}

static void
test_no_two_alike_english (void)
{
  g_autoptr(GPtrArray) replies = starter_replies_load ("en");

  for (guint i = 0; i < replies->len; i++)
    for (guint k = i + 1; k < replies->len; k++)
      {
        const ZgReply *first = replies->pdata[i];
        const ZgReply *second = replies->pdata[k];

        if (share_word_pairs (first->body, second->body) > ZG_SIMILAR_LIMIT)
          g_error ("%s and %s say the same", first->starter, second->starter);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/starter-set/counts", test_counts);
  g_test_add_func ("/starter-set/groups", test_groups);
  g_test_add_func ("/starter-set/languages-agree", test_languages_agree);
  g_test_add_func ("/starter-set/shortcodes", test_shortcodes_are_short);
  g_test_add_func ("/starter-set/keywords", test_keywords);
  g_test_add_func ("/starter-set/no-two-alike", test_no_two_alike);
  g_test_add_func ("/starter-set/no-two-alike-english", test_no_two_alike_english);

  return g_test_run ();
}
