/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply.h"

G_BEGIN_DECLS

/**
 * ZgReplySuggestion:
 * @index: which of the replies that the suggester was given
 * @score: how well it answers, above 0 and up to 1
 * @is_expired: whether it may not be said at this time
 */
typedef struct {
  guint index;
  double score;
  gboolean is_expired;
} ZgReplySuggestion;

typedef struct _ZgReplySuggester ZgReplySuggester;

ZgReplySuggester *zg_reply_suggester_new (GPtrArray *replies) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_suggester_free (ZgReplySuggester *suggester);
GArray *zg_reply_suggester_suggest (ZgReplySuggester *suggester,
                                    const char       *text,
                                    ZgTime            now) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplySuggester, zg_reply_suggester_free)

G_END_DECLS
