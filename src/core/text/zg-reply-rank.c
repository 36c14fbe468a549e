/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-reply-rank.h"

#include <math.h>
#include <string.h>

#include "zg-order-state.h"
#include "zg-fold.h"
#include "zg-pinyin.h"
#include "zg-reply-suggest.h"
#include "zg-utf8.h"

/*
 * Finding the right reply. A shop has some thousands at the most, so what can be matched is folded once and every key
 * press looks at all of them in memory.
 *
 * What was typed is first taken for a part of a name: of a shortcode or a title. Where it reads like a sentence, or is a
 * part of nothing, it is a customer's question, and what answers it comes behind those names.
 */

/* After so long without use a reply counts half as much: a week's campaign makes room, a habit outlives a holiday. */
#define HALF_LIFE (14 * ZG_TIME_DAY)

/* Fewer letters stand for something in nearly every keyword. */
#define MIN_KEYWORD_LETTERS 3

/* As much has to be typed before it can be a sentence, and before it can be a question if it is a part of nothing. */
#define MIN_SENTENCE_CHARACTERS 5
#define MIN_SENTENCE_WORDS 4
#define MIN_QUESTION_CHARACTERS 2

typedef struct {
  const ZgReply *reply;
  char *title;
  ZgSyllables *syllables;       /* of the title */
  gsize title_start;            /* where the words of the title as it is written begin, in bytes */
  char *shortcode;
  char *keywords;               /* one a line */
  GPtrArray *keyword_syllables; /* of each keyword; NULL without any */
  char *body;                   /* with all other wordings */
} Entry;

struct _ZgReplyRanker {
  GPtrArray *replies;
  GArray *entries;
  ZgReplySuggester *suggester;
};

static void
entry_clear (Entry *entry)
{
  g_free (entry->title);
  g_free (entry->syllables);
  g_free (entry->shortcode);
  g_free (entry->keywords);
  g_clear_pointer (&entry->keyword_syllables, g_ptr_array_unref);
  g_free (entry->body);
}

/* Brackets and bullets at the head of a title are not typed. */
static gsize
find_title_start (const char *title)
{
  const char *end = title + strlen (title);

  for (const char *p = title; p < end;)
    {
      const char *start = p;
      gunichar c;

      p = zg_utf8_next (p, end, &c);
      if (g_unichar_isalnum (c))
        return start - title;
    }

  return 0;
}

static char *
fold_all (const char *first,
          GPtrArray  *others)
{
  g_autofree char *folded = zg_fold (first);
  GString *text = g_string_new (folded);

  for (guint i = 0; i < others->len; i++)
    {
      g_autofree char *other = zg_fold (g_ptr_array_index (others, i));

      g_string_append_c (text, '\n');
      g_string_append (text, other);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
read_keywords (GPtrArray *keywords)
{
  GPtrArray *syllables = NULL;

  for (guint i = 0; i < keywords->len; i++)
    {
      if (syllables == NULL)
        syllables = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (syllables, zg_syllables_new (g_ptr_array_index (keywords, i)));
    }
  return syllables;
}

/**
 * zg_reply_ranker_new:
 * @replies: (element-type ZgReply): the replies, in the order of groups and places; a reference is kept
 *
 * Prepares replies for ranking. Any thread.
 *
 * Returns: (transfer full): the ranker
 */
ZgReplyRanker *
zg_reply_ranker_new (GPtrArray *replies)
{
  ZgReplyRanker *ranker = g_new0 (ZgReplyRanker, 1);

  ranker->replies = g_ptr_array_ref (replies);
  ranker->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), replies->len);
  g_array_set_clear_func (ranker->entries, (GDestroyNotify) entry_clear);
  for (guint i = 0; i < replies->len; i++)
    {
      const ZgReply *reply = g_ptr_array_index (replies, i);
      Entry entry = { .reply = reply };

      entry.title = zg_fold (reply->title);
      entry.shortcode = zg_fold (reply->shortcode != NULL ? reply->shortcode : "");
      entry.keywords = fold_all ("", reply->keywords);
      entry.keyword_syllables = read_keywords (reply->keywords);
      entry.body = fold_all (reply->body, reply->variants);
      entry.syllables = zg_syllables_new (reply->title);
      entry.title_start = find_title_start (reply->title);
      g_array_append_val (ranker->entries, entry);
    }
  ranker->suggester = zg_reply_suggester_new (replies);
  return ranker;
}

/**
 * zg_reply_ranker_free:
 * @ranker: (transfer full): a ranker
 */
void
zg_reply_ranker_free (ZgReplyRanker *ranker)
{
  g_array_unref (ranker->entries);
  zg_reply_suggester_free (ranker->suggester);
  g_ptr_array_unref (ranker->replies);
  g_free (ranker);
}

/* Letters that stand for characters of the title. One letter does for its beginning alone: elsewhere it would stand
 * for something in nearly every title. */
static ZgReplyMatch
match_pinyin (const Entry *entry,
              const char  *word)
{
  gsize start, end;

  if (!zg_syllables_find (entry->syllables, word, &start, &end))
    return ZG_REPLY_MATCH_NONE;
  if (start <= entry->title_start)
    return ZG_REPLY_MATCH_INITIALS;

  return word[1] != '\0' ? ZG_REPLY_MATCH_INITIALS_PART : ZG_REPLY_MATCH_NONE;
}

static gboolean
has_keyword (const Entry *entry,
             const char  *word)
{
  gsize start, end;

  if (strstr (entry->keywords, word) != NULL)
    return TRUE;
  if (entry->keyword_syllables == NULL || !g_ascii_isalpha (word[0]) || strlen (word) < MIN_KEYWORD_LETTERS)
    return FALSE;

  for (guint i = 0; i < entry->keyword_syllables->len; i++)
    {
      if (zg_syllables_find (g_ptr_array_index (entry->keyword_syllables, i), word, &start, &end))
        return TRUE;
    }
  return FALSE;
}

static ZgReplyMatch
match_word (const Entry *entry,
            const char  *word)
{
  ZgReplyMatch pinyin;

  if (strcmp (entry->shortcode, word) == 0)
    return ZG_REPLY_MATCH_SHORTCODE;
  if (strcmp (entry->title, word) == 0)
    return ZG_REPLY_MATCH_TITLE;
  if (g_str_has_prefix (entry->shortcode, word))
    return ZG_REPLY_MATCH_SHORTCODE_PREFIX;
  if (g_str_has_prefix (entry->title, word))
    return ZG_REPLY_MATCH_TITLE_PREFIX;

  pinyin = match_pinyin (entry, word);
  if (pinyin == ZG_REPLY_MATCH_INITIALS)
    return pinyin;
  if (strstr (entry->title, word) != NULL)
    return ZG_REPLY_MATCH_TITLE_PART;
  if (pinyin != ZG_REPLY_MATCH_NONE)
    return pinyin;
  if (has_keyword (entry, word))
    return ZG_REPLY_MATCH_KEYWORD;
  if (strstr (entry->body, word) != NULL)
    return ZG_REPLY_MATCH_BODY;

  return ZG_REPLY_MATCH_NONE;
}

/* The query as a whole, or all of its words wherever they stand: then it fits as badly as the worst of them. */
static ZgReplyMatch
match (const Entry        *entry,
       const char         *query,
       const char * const *words)
{
  ZgReplyMatch result = match_word (entry, query);

  if (result != ZG_REPLY_MATCH_NONE || words[0] == NULL || words[1] == NULL)
    return result;

  result = match_word (entry, words[0]);
  for (gsize i = 1; words[i] != NULL; i++)
    result = MAX (result, match_word (entry, words[i]));

  return result;
}

/**
 * zg_reply_get_liveliness:
 * @reply: a reply
 * @now: what time it is
 *
 * How much a reply is in use: it grows with the number of its uses, ever more slowly, and is halved by each 14 days since
 * the last one.
 *
 * Returns: 0 for one that was never used; 1 for one that was used once, just now; seldom above 10
 */
double
zg_reply_get_liveliness (const ZgReply *reply,
                         ZgTime         now)
{
  ZgTime since = reply->last_used_at != ZG_TIME_NONE ? MAX (now - reply->last_used_at, 0) : 0;

  if (reply->last_used_at == ZG_TIME_NONE)
    return 0;
  return log2 (1 + MAX (reply->use_count, 1)) * exp2 (-(double) since / HALF_LIFE);
}

/* What decides between replies that fit equally well: the stage, favourites, then how much they are in use. */
static gint64
score (const ZgReply *reply,
       guint32        stages,
       ZgTime         now)
{
  gint64 result = 0;

  if ((reply->stages & stages) != 0)
    result += 2000000;
  if (reply->favourite)
    result += 1000000;
  return result + (gint64) MIN (zg_reply_get_liveliness (reply, now) * 10000, 999999);
}

static gint
compare (gconstpointer a,
         gconstpointer b)
{
  const ZgReplyRanking *first = a;
  const ZgReplyRanking *second = b;

  if (first->is_expired != second->is_expired)
    return first->is_expired ? 1 : -1;
  if (first->match != second->match)
    return first->match < second->match ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return (first->index > second->index) - (first->index < second->index);
}

static guint
count_han (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += zg_char_is_han (g_utf8_get_char (p));
  return n;
}

/* Whether @query, folded, can be what a customer asks, if @n_hits have it as a part. */
static gboolean
is_question (const char         *query,
             const char * const *words,
             guint               n_hits)
{
  guint n_han = count_han (query);
  guint n_words = g_strv_length ((char **) words);

  if (n_han >= MIN_SENTENCE_CHARACTERS || n_words >= MIN_SENTENCE_WORDS)
    return TRUE;
  /* Chinese with blanks between is a search for several words. */
  return n_hits == 0 && (n_han > 0 ? n_han >= MIN_QUESTION_CHARACTERS && n_words == 1 : n_words >= 2);
}

/* Adds what answers @query, and lifts what is there already but has it in its keywords or text alone. */
static void
add_answers (ZgReplyRanker *ranker,
             const char    *query,
             ZgTime         now,
             GArray        *rankings)
{
  g_autoptr(GArray) answers = zg_reply_suggester_suggest (ranker->suggester, query, now);
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rankings->len; i++)
    g_hash_table_insert (places, GUINT_TO_POINTER (g_array_index (rankings, ZgReplyRanking, i).index + 1),
                         GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < answers->len; i++)
    {
      const ZgReplySuggestion *answer = &g_array_index (answers, ZgReplySuggestion, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (answer->index + 1)));
      ZgReplyRanking ranking = { .index = answer->index, .match = ZG_REPLY_MATCH_ANSWER };

      ranking.score = (gint64) (answer->score * 1000000);
      ranking.is_expired = answer->is_expired;
      if (place == 0)
        g_array_append_val (rankings, ranking);
      else if (g_array_index (rankings, ZgReplyRanking, place - 1).match > ZG_REPLY_MATCH_ANSWER)
        g_array_index (rankings, ZgReplyRanking, place - 1) = ranking;
    }
}

/**
 * zg_reply_ranker_rank:
 * @ranker: a ranker
 * @query: what was typed or pasted; empty for all
 * @stages: bit set of 1 << #ZgStage that fit the current order, or 0
 * @now: what time it is
 *
 * Finds replies by shortcode, title, pinyin, initials, keywords and text, the best first; for a customer's question those
 * that answer it. For an empty query those that fit the stage come first, among them and after them the favourites, and
 * else the order of groups stays, so that the hand can learn the keys. What may not be said at this time comes last.
 * zg_marks_find() tells what to highlight.
 *
 * Returns: (transfer full) (element-type ZgReplyRanking): the hits
 */
GArray *
zg_reply_ranker_rank (ZgReplyRanker *ranker,
                      const char    *query,
                      guint32        stages,
                      ZgTime         now)
{
  GArray *rankings = g_array_new (FALSE, FALSE, sizeof (ZgReplyRanking));
  g_autofree char *folded = zg_fold (query);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < ranker->entries->len; i++)
    {
      const Entry *entry = &g_array_index (ranker->entries, Entry, i);
      ZgReplyRanking ranking = { .index = i, .match = ZG_REPLY_MATCH_NONE };

      if (folded[0] != '\0')
        {
          ranking.match = match (entry, folded, (const char * const *) words);
          if (ranking.match == ZG_REPLY_MATCH_NONE)
            continue;
          ranking.score = score (entry->reply, stages, now);
        }
      else
        {
          ranking.score = ((entry->reply->stages & stages) != 0 ? 2 : 0) + (entry->reply->favourite ? 1 : 0);
        }
      ranking.is_expired = !zg_reply_is_valid_at (entry->reply, now);
      g_array_append_val (rankings, ranking);
    }

  if (is_question (folded, (const char * const *) words, rankings->len))
    add_answers (ranker, folded, now, rankings);
  g_array_sort (rankings, compare);
  return rankings;
}

/**
 * zg_stages_for_order:
 * @order_state: a #ZgOrderState, or -1 without an order
 *
 * Returns: bit set of 1 << #ZgStage: at which stages a conversation about such an order stands
 */
guint32
zg_stages_for_order (int order_state)
{
#define STAGE(name) (1u << ZG_STAGE_ ## name)
  switch (order_state)
    {
    case ZG_ORDER_UNPAID:
      return STAGE (CONFIRMATION) | STAGE (PAYMENT);
    case ZG_ORDER_PAID:
      return STAGE (CONFIRMATION) | STAGE (DELAY);
    case ZG_ORDER_PACKED:
      return STAGE (SHIPPING) | STAGE (DELAY);
    case ZG_ORDER_SHIPPED:
      return STAGE (SHIPPING);
    case ZG_ORDER_RECEIVED:
    case ZG_ORDER_COMPLETED:
      return STAGE (REVIEW) | STAGE (AFTER_SALE) | STAGE (BAD_REVIEW);
    case ZG_ORDER_CLOSED:
      return STAGE (FAREWELL);
    default:
      return STAGE (GREETING) | STAGE (NEED) | STAGE (RECOMMEND);
    }
#undef STAGE
}
