/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-copy"

#include "config.h"

#include "zg-round-copy.h"

#include <glib/gi18n.h>

/* A copy in a round: what logs it knows the round, so that a round and its log never differ. */

typedef struct {
  ZgReplyDraft *draft;
  ZgRoundJob *job;
  ZgRoundCopied copied;
  gpointer user_data;
} Copying;

static void
copying_free (Copying *copying)
{
  zg_reply_draft_free (copying->draft);
  zg_round_job_free (copying->job);
  g_free (copying);
}

static void
copied_cb (gboolean copied,
           gpointer user_data)
{
  Copying *copying = user_data;

  /* After the last message the first is next again. */
  copying->job->stays = zg_message_turn_get_next (zg_reply_draft_get_turn (copying->draft)) != 0;
  copying->copied (copied ? g_steal_pointer (&copying->job) : NULL, copying->user_data);
  copying_free (copying);
}

static ZgRoundJob *
make_job (const ZgRoundJob   *turn,
          const ZgReplyDraft *draft)
{
  const ZgRoundMember *member = turn->step->member;
  const ZgMessageTurn *messages = zg_reply_draft_get_turn (draft);
  guint part = zg_message_turn_get_next (messages);
  ZgRoundJob *job = zg_round_job_new (part == 0 ? ZG_ROUND_JOB_COPIED : ZG_ROUND_JOB_NEXT_MESSAGE, turn->session,
                                      turn->round_id);

  job->position = member->position;
  job->customer_id = member->customer_id;
  job->order_id = member->order_id;
  job->reply = zg_reply_copy (zg_reply_item_get_reply (turn->item));
  job->text = g_strdup (zg_message_turn_is_picture (messages, part) ? _("[picture]")
                                                                    : zg_message_turn_get_text (messages, part));
  return job;
}

/**
 * zg_round_copy:
 * @window: the window that copies
 * @toasts: where to say so
 * @turn: where the round stands; somebody's turn
 * @draft: the text for them
 * @copied: called once the clipboard holds the text, or could not be given it
 * @user_data: for @copied
 *
 * Copies the text for whose turn it is, or the one of its messages that is next.
 *
 * Returns: what came of it; only with %ZG_COPY_STARTED @copied is called
 */
ZgCopyVerdict
zg_round_copy (GtkWindow        *window,
               ZgToastArea      *toasts,
               const ZgRoundJob *turn,
               ZgReplyDraft     *draft,
               ZgRoundCopied     copied,
               gpointer          user_data)
{
  Copying *copying = g_new0 (Copying, 1);
  ZgCopyVerdict verdict;

  copying->draft = zg_reply_draft_ref (draft);
  copying->job = make_job (turn, draft);
  copying->copied = copied;
  copying->user_data = user_data;
  verdict = zg_reply_copy_draft_unlogged (window, turn->session, toasts, draft, copied_cb, copying);
  if (verdict != ZG_COPY_STARTED)
    copying_free (copying);
  return verdict;
}
