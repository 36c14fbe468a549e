/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-message-turn.h"
#include "zg-reply-book.h"
#include "zg-wording.h"

G_BEGIN_DECLS

/**
 * ZgReplyChange:
 * @ZG_REPLY_CHANGE_NONE: nothing that would have to be told
 * @ZG_REPLY_CHANGE_WORDS: the chosen reply says something else
 * @ZG_REPLY_CHANGE_REPLY: it is another reply than the chosen one
 *
 * What became of a reply while the clerk was looking at it.
 */
typedef enum {
  ZG_REPLY_CHANGE_NONE,
  ZG_REPLY_CHANGE_WORDS,
  ZG_REPLY_CHANGE_REPLY,
} ZgReplyChange;

typedef struct _ZgReplyDraft ZgReplyDraft;

ZgReplyDraft *zg_reply_draft_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgReplyDraft *zg_reply_draft_ref (ZgReplyDraft *draft);
void zg_reply_draft_free (ZgReplyDraft *draft);
void zg_reply_draft_set_person (ZgReplyDraft *draft,
                                gint64        customer_id,
                                gint64        order_id);
gboolean zg_reply_draft_set_item (ZgReplyDraft *draft,
                                  ZgReplyItem  *item);
ZgReplyItem *zg_reply_draft_get_item (const ZgReplyDraft *draft);
const ZgFill *zg_reply_draft_get_fill (const ZgReplyDraft *draft);
gboolean zg_reply_draft_is_complete (const ZgReplyDraft *draft);
const ZgMessageTurn *zg_reply_draft_get_turn (const ZgReplyDraft *draft);
guint zg_reply_draft_get_round (const ZgReplyDraft *draft);
void zg_reply_draft_note_copied (ZgReplyDraft *draft,
                                 guint         round,
                                 guint         part);
gboolean zg_reply_draft_take_staleness (ZgReplyDraft *draft,
                                        ZgTime        now);
ZgReplyChange zg_reply_draft_take_change (ZgReplyDraft *draft);
void zg_reply_draft_note_displaced (ZgReplyDraft *draft);
void zg_reply_draft_note_shown (ZgReplyDraft *draft);
void zg_reply_draft_note_written (ZgReplyDraft  *draft,
                                  const ZgReply *reply);
guint zg_reply_draft_get_wording (const ZgReplyDraft *draft);
void zg_reply_draft_next_wording (ZgReplyDraft *draft);
void zg_reply_draft_set_words (ZgReplyDraft *draft,
                               ZgWording    *words);
GArray *zg_reply_draft_get_findings (const ZgReplyDraft *draft);
void zg_reply_draft_replace (ZgReplyDraft         *draft,
                             const ZgWordingEntry *entry);
void zg_reply_draft_answer (ZgReplyDraft *draft,
                            const char   *name,
                            const char   *answer);
gboolean zg_reply_draft_forget_answers (ZgReplyDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyDraft, zg_reply_draft_free)

G_END_DECLS
