/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-models"

#include "config.h"

#include "zg-reply-draft.h"

/* The chosen reply on its way to the clipboard: in which wording, with which answers, and the text that comes of it.
 * Whoever shows one reply to be copied shows a draft; whether it may be copied is not for a widget to say. */

struct _ZgReplyDraft
{
  ZgReplyItem *item;
  guint wording;
  GHashTable *answers;          /* name → answer, for this reply and this customer alone */
  ZgFill *fill;
  ZgWording *words;             /* what texts are checked for, or NULL */
  GArray *findings;             /* ZgWordingFinding, of the text in fill */
  GHashTable *replaced;         /* words for which this reply and customer get the replacement */
  ZgMessageTurn *turn;
  guint round;                  /* counts how often the turn began anew */
  gint64 customer_id;
  gint64 order_id;
  gboolean staleness_told;
  ZgReplyChange change;         /* that nobody has been told of */
  gint64 written_id;            /* what the clerk last wrote: which reply, */
  gint64 written_version;       /* and which version that became */
};

static GArray *
check (ZgReplyDraft *draft)
{
  const ZgReply *reply = zg_reply_item_get_reply (draft->item);

  return zg_wording_check_fill (draft->words, zg_reply_get_wording (reply, draft->wording), draft->fill, reply->stages);
}

/* From the end, so that the places of those before it hold; returns whether the text is another. */
static gboolean
replace_words (ZgReplyDraft *draft)
{
  gboolean changed = FALSE;

  for (guint i = draft->findings->len; i > 0; i--)
    {
      const ZgWordingFinding *finding = &g_array_index (draft->findings, ZgWordingFinding, i - 1);
      g_autofree char *replacement = NULL;

      if (!g_hash_table_contains (draft->replaced, finding->entry->word))
        continue;
      replacement = zg_wording_entry_dup_replacement (finding->entry);
      if (replacement == NULL)
        continue;
      zg_wording_replace (draft->fill, finding, replacement);
      changed = TRUE;
    }
  return changed;
}

static void
refill (ZgReplyDraft *draft)
{
  g_clear_pointer (&draft->fill, zg_fill_free);
  g_clear_pointer (&draft->findings, g_array_unref);
  if (draft->item != NULL)
    draft->fill = zg_reply_item_fill (draft->item, draft->wording, draft->answers);
  if (draft->item != NULL && draft->words != NULL)
    {
      draft->findings = check (draft);
      if (replace_words (draft))
        {
          g_array_unref (draft->findings);
          draft->findings = check (draft);
        }
    }
  zg_message_turn_set (draft->turn, draft->fill != NULL ? draft->fill->text : NULL,
                       draft->item != NULL && zg_reply_item_get_reply (draft->item)->picture_id != 0);
}

/* What the clerk reads is the wording on show; what else became of the reply is nothing to stop for. */
static gboolean
says_else (const ZgReply *reply,
           const ZgReply *before,
           guint          wording)
{
  wording %= zg_reply_get_n_wordings (reply);
  return wording >= zg_reply_get_n_wordings (before) || reply->picture_id != before->picture_id
         || !g_str_equal (zg_reply_get_wording (reply, wording), zg_reply_get_wording (before, wording));
}

static gboolean
is_written_here (const ZgReplyDraft *draft,
                 const ZgReply      *reply)
{
  return reply->id == draft->written_id && reply->version == draft->written_version;
}

/* It is another text from here on. */
static void
start_over (ZgReplyDraft *draft)
{
  zg_message_turn_restart (draft->turn);
  draft->round++;
  draft->staleness_told = FALSE;
}

/**
 * zg_reply_draft_new:
 *
 * Returns: (transfer full): a draft of nothing
 */
ZgReplyDraft *
zg_reply_draft_new (void)
{
  ZgReplyDraft *draft = g_rc_box_new0 (ZgReplyDraft);

  draft->turn = zg_message_turn_new ();
  draft->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  draft->replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return draft;
}

/**
 * zg_reply_draft_ref:
 * @draft: a draft
 *
 * Returns: (transfer full): the same, for who copies it and comes back later
 */
ZgReplyDraft *
zg_reply_draft_ref (ZgReplyDraft *draft)
{
  return g_rc_box_acquire (draft);
}

static void
clear (gpointer data)
{
  ZgReplyDraft *draft = data;

  g_clear_object (&draft->item);
  g_clear_pointer (&draft->answers, g_hash_table_unref);
  g_clear_pointer (&draft->replaced, g_hash_table_unref);
  g_clear_pointer (&draft->fill, zg_fill_free);
  g_clear_pointer (&draft->findings, g_array_unref);
  g_clear_pointer (&draft->words, zg_wording_unref);
  zg_message_turn_free (draft->turn);
}

/**
 * zg_reply_draft_free:
 * @draft: (transfer full): a draft
 */
void
zg_reply_draft_free (ZgReplyDraft *draft)
{
  g_rc_box_release_full (draft, clear);
}

/**
 * zg_reply_draft_set_person:
 * @draft: a draft
 * @customer_id: whom the texts are for from now on, or 0
 * @order_id: about what, or 0
 *
 * What was answered for somebody else is forgotten, and of several messages the first one is next.
 */
void
zg_reply_draft_set_person (ZgReplyDraft *draft,
                           gint64        customer_id,
                           gint64        order_id)
{
  if (customer_id == draft->customer_id && order_id == draft->order_id)
    return;

  draft->customer_id = customer_id;
  draft->order_id = order_id;
  draft->change = ZG_REPLY_CHANGE_NONE;
  zg_reply_draft_forget_answers (draft);
}

/**
 * zg_reply_draft_set_item:
 * @draft: a draft
 * @item: (nullable): what was chosen
 *
 * Begins with the wording whose turn it is. The same reply filled anew, after something was written, keeps what was
 * answered, and between two of its messages the wording; another one does not. Where it says something else then, and not
 * because the clerk wrote it so, see zg_reply_draft_take_change().
 *
 * Returns: whether that is another item than before
 */
gboolean
zg_reply_draft_set_item (ZgReplyDraft *draft,
                         ZgReplyItem  *item)
{
  g_autoptr (ZgReplyItem) item_before = draft->item != NULL ? g_object_ref (draft->item) : NULL;
  const ZgReply *before = item_before != NULL ? zg_reply_item_get_reply (item_before) : NULL;
  const ZgReply *reply = item != NULL ? zg_reply_item_get_reply (item) : NULL;
  gboolean is_same = before != NULL && reply != NULL && reply->id == before->id;

  if (!g_set_object (&draft->item, item))
    return FALSE;

  if (!is_same)
    {
      g_hash_table_remove_all (draft->answers);
      g_hash_table_remove_all (draft->replaced);
      start_over (draft);
      draft->change = ZG_REPLY_CHANGE_NONE;
    }
  if (zg_message_turn_get_next (draft->turn) == 0)
    draft->wording = item != NULL ? zg_reply_item_get_wording (item) : 0;
  if (is_same && is_written_here (draft, reply))
    draft->change = ZG_REPLY_CHANGE_NONE;
  else if (is_same && says_else (reply, before, draft->wording))
    draft->change = ZG_REPLY_CHANGE_WORDS;
  refill (draft);

  return TRUE;
}

/**
 * zg_reply_draft_get_item:
 * @draft: a draft
 *
 * Returns: (transfer none) (nullable): what was chosen
 */
ZgReplyItem *
zg_reply_draft_get_item (const ZgReplyDraft *draft)
{
  return draft->item;
}

/**
 * zg_reply_draft_get_fill:
 * @draft: a draft
 *
 * Returns: (transfer none) (nullable): the text, until something is changed in the draft
 */
const ZgFill *
zg_reply_draft_get_fill (const ZgReplyDraft *draft)
{
  return draft->fill;
}

/**
 * zg_reply_draft_is_complete:
 * @draft: a draft
 *
 * Returns: whether there is a text and nothing is missing in it
 */
gboolean
zg_reply_draft_is_complete (const ZgReplyDraft *draft)
{
  return draft->fill != NULL && draft->fill->missing->len == 0;
}

/**
 * zg_reply_draft_get_turn:
 * @draft: a draft
 *
 * Returns: (transfer none): what is copied one after the other, and what is next
 */
const ZgMessageTurn *
zg_reply_draft_get_turn (const ZgReplyDraft *draft)
{
  return draft->turn;
}

/**
 * zg_reply_draft_get_round:
 * @draft: a draft
 *
 * Returns: a number that is another one as soon as another reply, wording or person is chosen
 */
guint
zg_reply_draft_get_round (const ZgReplyDraft *draft)
{
  return draft->round;
}

/**
 * zg_reply_draft_note_copied:
 * @draft: a draft
 * @round: zg_reply_draft_get_round() when the part was copied
 * @part: the part that the clipboard holds now
 *
 * Goes on to the next part, unless something else was chosen meanwhile.
 */
void
zg_reply_draft_note_copied (ZgReplyDraft *draft,
                            guint         round,
                            guint         part)
{
  if (round == draft->round && part == zg_message_turn_get_next (draft->turn))
    zg_message_turn_advance (draft->turn);
}

/**
 * zg_reply_draft_take_staleness:
 * @draft: a draft
 * @now: what time it is
 *
 * Returns: whether the reply may not be said at this time, and nobody has been told so since it was chosen; telling is
 *   up to the caller
 */
gboolean
zg_reply_draft_take_staleness (ZgReplyDraft *draft,
                               ZgTime        now)
{
  if (draft->staleness_told || draft->item == NULL
      || zg_reply_is_valid_at (zg_reply_item_get_reply (draft->item), now))
    return FALSE;

  draft->staleness_told = TRUE;
  return TRUE;
}

/**
 * zg_reply_draft_take_change:
 * @draft: a draft
 *
 * Returns: what became of the reply under the clerk's eyes, by another clerk or from the command line, if nobody has been
 *   told so; telling is up to the caller
 */
ZgReplyChange
zg_reply_draft_take_change (ZgReplyDraft *draft)
{
  ZgReplyChange change = draft->change;

  draft->change = ZG_REPLY_CHANGE_NONE;
  return change;
}

/**
 * zg_reply_draft_note_displaced:
 * @draft: a draft
 *
 * Its reply was not chosen: it stands where the chosen one stood, which is no longer there.
 */
void
zg_reply_draft_note_displaced (ZgReplyDraft *draft)
{
  if (draft->item != NULL)
    draft->change = ZG_REPLY_CHANGE_REPLY;
}

/**
 * zg_reply_draft_note_shown:
 * @draft: a draft
 *
 * It comes into sight: what was changed in it while nobody saw it is read with all the rest.
 */
void
zg_reply_draft_note_shown (ZgReplyDraft *draft)
{
  draft->change = ZG_REPLY_CHANGE_NONE;
}

/**
 * zg_reply_draft_note_written:
 * @draft: a draft
 * @reply: a reply that the clerk has written, as it was saved
 *
 * They know its words, whether the draft has them already or gets them soon.
 */
void
zg_reply_draft_note_written (ZgReplyDraft  *draft,
                             const ZgReply *reply)
{
  draft->written_id = reply->id;
  draft->written_version = reply->version;
  if (draft->item != NULL && is_written_here (draft, zg_reply_item_get_reply (draft->item)))
    draft->change = ZG_REPLY_CHANGE_NONE;
}

/**
 * zg_reply_draft_get_wording:
 * @draft: a draft of some reply
 *
 * Returns: which of its wordings, from 0
 */
guint
zg_reply_draft_get_wording (const ZgReplyDraft *draft)
{
  return draft->wording % zg_reply_get_n_wordings (zg_reply_item_get_reply (draft->item));
}

/**
 * zg_reply_draft_next_wording:
 * @draft: a draft
 *
 * Says it in the next way there is.
 */
void
zg_reply_draft_next_wording (ZgReplyDraft *draft)
{
  draft->wording++;
  draft->change = ZG_REPLY_CHANGE_NONE;
  start_over (draft);
  refill (draft);
}

/**
 * zg_reply_draft_set_words:
 * @draft: a draft
 * @words: (nullable): what texts are checked for
 */
void
zg_reply_draft_set_words (ZgReplyDraft *draft,
                          ZgWording    *words)
{
  ZgWording *before = draft->words;

  draft->words = words != NULL ? zg_wording_ref (words) : NULL;
  refill (draft);
  if (before != NULL)
    zg_wording_unref (before);
}

/**
 * zg_reply_draft_get_findings:
 * @draft: a draft
 *
 * Returns: (transfer none) (nullable) (element-type ZgWordingFinding): what to say of the text's words, until something is
 *   changed in the draft; %NULL while there is no text or nothing to check it for
 */
GArray *
zg_reply_draft_get_findings (const ZgReplyDraft *draft)
{
  return draft->findings;
}

/**
 * zg_reply_draft_replace:
 * @draft: a draft
 * @entry: what was found
 *
 * Says this time, and to this customer alone, what @entry advises. The reply stays as it is.
 */
void
zg_reply_draft_replace (ZgReplyDraft         *draft,
                        const ZgWordingEntry *entry)
{
  g_hash_table_add (draft->replaced, g_strdup (entry->word));
  refill (draft);
}

/**
 * zg_reply_draft_answer:
 * @draft: a draft
 * @name: what was asked, see #ZgMissing
 * @answer: the answer; an empty one takes an answer back
 */
void
zg_reply_draft_answer (ZgReplyDraft *draft,
                       const char   *name,
                       const char   *answer)
{
  if (answer[0] == '\0')
    g_hash_table_remove (draft->answers, name);
  else
    g_hash_table_insert (draft->answers, g_strdup (name), g_strdup (answer));
  refill (draft);
}

/**
 * zg_reply_draft_forget_answers:
 * @draft: a draft
 *
 * Forgets replaced words, too.
 *
 * Returns: whether there was anything to forget
 */
gboolean
zg_reply_draft_forget_answers (ZgReplyDraft *draft)
{
  start_over (draft);
  if (g_hash_table_size (draft->answers) == 0 && g_hash_table_size (draft->replaced) == 0)
    return FALSE;

  g_hash_table_remove_all (draft->answers);
  g_hash_table_remove_all (draft->replaced);
  refill (draft);

  return TRUE;
}
