/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply"

#include "config.h"

#include "zg-reply.h"

#include <glib/gi18n.h>

static const struct {
  const char *word;
  const char *label;
} stages[ZG_N_STAGES] = {
  [ZG_STAGE_GREETING] = { "greeting", N_("Greeting") },
  [ZG_STAGE_NEED] = { "need", N_("Finding the need") },
  [ZG_STAGE_RECOMMEND] = { "recommend", N_("Recommending") },
  [ZG_STAGE_OBJECTION] = { "objection", N_("Objections") },
  [ZG_STAGE_CLOSING] = { "closing", N_("Closing the sale") },
  [ZG_STAGE_CONFIRMATION] = { "confirmation", N_("Order confirmation") },
  [ZG_STAGE_PAYMENT] = { "payment", N_("Payment reminder") },
  [ZG_STAGE_SHIPPING] = { "shipping", N_("Shipping notice") },
  [ZG_STAGE_DELAY] = { "delay", N_("Delay notice") },
  [ZG_STAGE_AFTER_SALE] = { "after-sale", N_("After sale") },
  [ZG_STAGE_REVIEW] = { "review", N_("Asking for a review") },
  [ZG_STAGE_BAD_REVIEW] = { "bad-review", N_("Bad review") },
  [ZG_STAGE_HANDOVER] = { "handover", N_("Note and handover") },
  [ZG_STAGE_FAREWELL] = { "farewell", N_("Farewell") },
  [ZG_STAGE_BUSY] = { "busy", N_("Busy") },
  [ZG_STAGE_AWAY] = { "away", N_("Away") },
  [ZG_STAGE_STATUS_LINE] = { "status-line", N_("Status line") },
  [ZG_STAGE_PROMOTION] = { "promotion", N_("Promotion") },
  [ZG_STAGE_BIRTHDAY] = { "birthday", N_("Birthday") },
};

/**
 * zg_stage_to_word:
 * @stage: a stage
 *
 * Returns: the word of files and of the command line, not translated
 */
const char *
zg_stage_to_word (ZgStage stage)
{
  g_return_val_if_fail ((int) stage >= 0 && (int) stage < ZG_N_STAGES, NULL);

  return stages[stage].word;
}

/**
 * zg_stage_from_word:
 * @word: (nullable): a word as zg_stage_to_word() gives it
 * @stage_out: (out) (optional): the stage
 *
 * Returns: whether @word is a stage
 */
gboolean
zg_stage_from_word (const char *word,
                    ZgStage    *stage_out)
{
  for (int i = 0; i < ZG_N_STAGES; i++)
    if (g_strcmp0 (stages[i].word, word) == 0)
      {
        if (stage_out != NULL)
          *stage_out = (ZgStage) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * zg_stage_to_label:
 * @stage: a stage
 *
 * Returns: its name in the user's language
 */
const char *
zg_stage_to_label (ZgStage stage)
{
  g_return_val_if_fail ((int) stage >= 0 && (int) stage < ZG_N_STAGES, NULL);

  return _(stages[stage].label);
}

/**
 * zg_reply_new:
 *
 * Returns: (transfer full): an empty reply without keywords and variants
 */
ZgReply *
zg_reply_new (void)
{
  ZgReply *reply = g_new0 (ZgReply, 1);

  reply->keywords = g_ptr_array_new_with_free_func (g_free);
  reply->variants = g_ptr_array_new_with_free_func (g_free);
  return reply;
}

static GPtrArray *
copy_texts (GPtrArray *texts)
{
  GPtrArray *copy = g_ptr_array_new_full (texts->len, g_free);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (copy, g_strdup (texts->pdata[i]));
  return copy;
}

/**
 * zg_reply_copy:
 * @reply: a reply
 *
 * Returns: (transfer full): a reply with the same content
 */
ZgReply *
zg_reply_copy (const ZgReply *reply)
{
  ZgReply *copy = g_new0 (ZgReply, 1);

  *copy = *reply;
  copy->uid = g_strdup (reply->uid);
  copy->group_name = g_strdup (reply->group_name);
  copy->title = g_strdup (reply->title);
  copy->shortcode = g_strdup (reply->shortcode);
  copy->body = g_strdup (reply->body);
  copy->starter = g_strdup (reply->starter);
  copy->keywords = copy_texts (reply->keywords);
  copy->variants = copy_texts (reply->variants);
  return copy;
}

/**
 * zg_reply_free:
 * @reply: (transfer full) (nullable): a reply
 */
void
zg_reply_free (ZgReply *reply)
{
  if (reply == NULL)
    return;

  g_free (reply->uid);
  g_free (reply->group_name);
  g_free (reply->title);
  g_free (reply->shortcode);
  g_free (reply->body);
  g_free (reply->starter);
  g_clear_pointer (&reply->keywords, g_ptr_array_unref);
  g_clear_pointer (&reply->variants, g_ptr_array_unref);
  g_free (reply);
}

/**
 * zg_reply_group_free:
 * @group: (transfer full) (nullable): a group of replies
 */
void
zg_reply_group_free (ZgReplyGroup *group)
{
  if (group == NULL)
    return;

  g_free (group->uid);
  g_free (group->name);
  g_free (group);
}
