/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-book.h"
#include "zg-reply-list.h"

G_BEGIN_DECLS

/**
 * ZgReplyChoice:
 *
 * Which reply is chosen in the list when that is made anew.
 */
typedef struct _ZgReplyChoice ZgReplyChoice;

/**
 * ZgReplyChoiceOutcome:
 * @ZG_REPLY_CHOICE_KEPT: the same reply as before, or the first one where none was
 * @ZG_REPLY_CHOICE_WANTED: the one that was asked for, to be copied
 * @ZG_REPLY_CHOICE_DISPLACED: another one, because the chosen one is no longer listed
 */
typedef enum {
  ZG_REPLY_CHOICE_KEPT,
  ZG_REPLY_CHOICE_WANTED,
  ZG_REPLY_CHOICE_DISPLACED,
} ZgReplyChoiceOutcome;

ZgReplyChoice *zg_reply_choice_new (ZgReplyBook *book,
                                    ZgReplyList *list) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_choice_free (ZgReplyChoice *choice);
void zg_reply_choice_show_later (ZgReplyChoice *choice,
                                 gint64         id);
gboolean zg_reply_choice_open (ZgReplyChoice *choice,
                               gint64         id);
ZgReplyChoiceOutcome zg_reply_choice_renew (ZgReplyChoice *choice);

G_END_DECLS
