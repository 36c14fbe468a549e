/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-reply-rank.h"

#include <string.h>

#include "zg-order-state.h"
#include "zg-fold.h"
#include "zg-pinyin.h"

/*
 * Finding the right reply. A shop has some thousands at the most, so what can be matched is folded once and every key
 * press looks at all of them in memory.
 */

typedef struct {
  const ZgReply *reply;
  char *title;
  char *shortcode;
  char *keywords;               /* one a line */
  char *body;
  GPtrArray *keys;              /* pinyin and initials of the title */
} Entry;

struct _ZgReplyRanker {
  GPtrArray *replies;
  GArray *entries;
};

static void
entry_clear (Entry *entry)
{
  g_free (entry->title);
  g_free (entry->shortcode);
  g_free (entry->keywords);
  g_free (entry->body);
  g_ptr_array_unref (entry->keys);
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

/**
 * zg_reply_ranker_new:
 * @replies: (element-type ZgReply): the replies, in the order of groups and places; a reference is kept
 *
 * Prepares replies for ranking.
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
      entry.body = fold_all (reply->body, reply->variants);
      entry.keys = zg_text_keys (reply->title);
      g_array_append_val (ranker->entries, entry);
    }
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
  g_ptr_array_unref (ranker->replies);
  g_free (ranker);
}

static gboolean
match_keys (GPtrArray  *keys,
            const char *query)
{
  for (guint i = 0; i < keys->len; i++)
    {
      if (g_str_has_prefix (g_ptr_array_index (keys, i), query))
        return TRUE;
    }
  return FALSE;
}

static ZgReplyMatch
match (const Entry *entry,
       const char  *query)
{
  if (entry->shortcode[0] != '\0' && strcmp (entry->shortcode, query) == 0)
    return ZG_REPLY_MATCH_SHORTCODE;
  if (strcmp (entry->title, query) == 0)
    return ZG_REPLY_MATCH_TITLE;
  if (entry->shortcode[0] != '\0' && g_str_has_prefix (entry->shortcode, query))
    return ZG_REPLY_MATCH_SHORTCODE_PREFIX;
  if (g_str_has_prefix (entry->title, query))
    return ZG_REPLY_MATCH_TITLE_PREFIX;
  if (match_keys (entry->keys, query))
    return ZG_REPLY_MATCH_INITIALS;
  if (strstr (entry->title, query) != NULL)
    return ZG_REPLY_MATCH_TITLE_PART;
  if (strstr (entry->keywords, query) != NULL)
    return ZG_REPLY_MATCH_KEYWORD;
  if (strstr (entry->body, query) != NULL)
    return ZG_REPLY_MATCH_BODY;
  return ZG_REPLY_MATCH_NONE;
}

/* What decides between replies that fit equally well: the stage, favourites, then how lately they were used. */
static gint64
score (const ZgReply *reply,
       guint32        stages,
       ZgTime         now)
{
  gint64 result = 0;

  if ((reply->stages & stages) != 0)
    result += 1000000;
  if (reply->favourite)
    result += 100000;
  if (reply->last_used_at != ZG_TIME_NONE)
    result += 50000 - CLAMP ((now - reply->last_used_at) / ZG_TIME_HOUR, 0, 50000);
  return result;
}

static gint
compare (gconstpointer a,
         gconstpointer b)
{
  const ZgReplyRanking *first = a;
  const ZgReplyRanking *second = b;

  if (first->match != second->match)
    return first->match < second->match ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return (first->index > second->index) - (first->index < second->index);
}

/**
 * zg_reply_ranker_rank:
 * @ranker: a ranker
 * @query: what was typed; empty for all
 * @stages: bit set of 1 << #ZgStage that fit the current order, or 0
 * @now: what time it is
 *
 * Finds replies by shortcode, title, pinyin, initials, keywords and text, the best first. For an empty query those
 * that fit the stage come first, the others stay in the order of groups.
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
  g_autofree char *folded = g_strstrip (zg_fold (query));

  for (guint i = 0; i < ranker->entries->len; i++)
    {
      const Entry *entry = &g_array_index (ranker->entries, Entry, i);
      ZgReplyRanking ranking = { i, ZG_REPLY_MATCH_NONE, 0 };

      if (folded[0] != '\0')
        {
          ranking.match = match (entry, folded);
          if (ranking.match == ZG_REPLY_MATCH_NONE)
            continue;
          ranking.score = score (entry->reply, stages, now);
        }
      else
        {
          ranking.score = (entry->reply->stages & stages) != 0 ? 1 : 0;
        }
      g_array_append_val (rankings, ranking);
    }

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
      return STAGE (CONFIRMATION) | STAGE (PAYMENT) | STAGE (CLOSING);
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
