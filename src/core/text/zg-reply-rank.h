/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply.h"

G_BEGIN_DECLS

/**
 * ZgReplyMatch:
 *
 * How a reply fits a query, the best first.
 */
typedef enum {
  ZG_REPLY_MATCH_SHORTCODE,
  ZG_REPLY_MATCH_TITLE,
  ZG_REPLY_MATCH_SHORTCODE_PREFIX,
  ZG_REPLY_MATCH_TITLE_PREFIX,
  ZG_REPLY_MATCH_INITIALS,
  ZG_REPLY_MATCH_TITLE_PART,
  ZG_REPLY_MATCH_INITIALS_PART,
  ZG_REPLY_MATCH_ANSWER,        /* to what reads like a customer's question */
  ZG_REPLY_MATCH_KEYWORD,
  ZG_REPLY_MATCH_BODY,
  ZG_REPLY_MATCH_NONE,
} ZgReplyMatch;

/**
 * ZgReplyRanking:
 * @index: which of the replies that the ranker was given
 * @match: how it fits; %ZG_REPLY_MATCH_NONE for an empty query, which lists all
 * @score: what decides among those that fit equally well
 * @is_expired: whether it may not be said at this time
 */
typedef struct {
  guint index;
  ZgReplyMatch match;
  gint64 score;
  gboolean is_expired;
} ZgReplyRanking;

typedef struct _ZgReplyRanker ZgReplyRanker;

ZgReplyRanker *zg_reply_ranker_new (GPtrArray *replies) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_ranker_free (ZgReplyRanker *ranker);
GArray *zg_reply_ranker_rank (ZgReplyRanker *ranker,
                              const char    *query,
                              guint32        stages,
                              ZgTime         now);
double zg_reply_get_liveliness (const ZgReply *reply,
                                ZgTime         now);
guint32 zg_stages_for_order (int order_state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyRanker, zg_reply_ranker_free)

G_END_DECLS
