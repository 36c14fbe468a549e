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

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/**
 * zg_reply_split_messages:
 * @body: a body or a variant
 *
 * Takes the messages of one wording apart. Blank ones are left out: nobody sends them.
 *
 * Returns: (transfer full) (array zero-terminated=1): the messages in the order in which they are copied; empty only for
 *   a blank body
 */
char **
zg_reply_split_messages (const char *body)
{
  g_auto(GStrv) parts = g_strsplit (body, ZG_REPLY_MESSAGE_SEPARATOR, -1);
  g_autoptr(GStrvBuilder) messages = g_strv_builder_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    if (!is_blank (parts[i]))
      g_strv_builder_add (messages, parts[i]);
  return g_strv_builder_end (messages);
}

/**
 * zg_reply_join_messages:
 * @messages: (array zero-terminated=1): messages in the order in which they are copied
 *
 * Returns: (transfer full): one body of them, blank ones left out
 */
char *
zg_reply_join_messages (char **messages)
{
  g_autoptr(GString) body = g_string_new (NULL);
  const char *separator = "";

  for (gsize i = 0; messages[i] != NULL; i++)
    if (!is_blank (messages[i]))
      {
        g_string_append (body, separator);
        g_string_append (body, messages[i]);
        separator = ZG_REPLY_MESSAGE_SEPARATOR;
      }
  return g_string_free (g_steal_pointer (&body), FALSE);
}

static void
strip (char **text)
{
  char *stripped = g_strstrip (g_strdup (*text != NULL ? *text : ""));

  g_free (*text);
  *text = stripped;
}

/* Takes the blank messages out of a wording, and the blanks around each that is left. */
static void
normalise_messages (char **body)
{
  g_auto(GStrv) messages = zg_reply_split_messages (*body != NULL ? *body : "");

  for (gsize i = 0; messages[i] != NULL; i++)
    g_strstrip (messages[i]);
  g_free (*body);
  *body = zg_reply_join_messages (messages);
}

/* Takes out what is blank or there twice. */
static void
remove_repeats (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len;)
    {
      const char *text = g_ptr_array_index (texts, i);
      gboolean seen = *text == '\0';

      for (guint k = 0; k < i && !seen; k++)
        seen = g_str_equal (g_ptr_array_index (texts, k), text);
      if (seen)
        g_ptr_array_remove_index (texts, i);
      else
        i++;
    }
}

/**
 * zg_reply_normalise:
 * @reply: an edited reply
 *
 * Brings what was typed into the form that is kept: no blanks around texts, no empty messages, keywords or variants, and
 * none of them twice.
 */
void
zg_reply_normalise (ZgReply *reply)
{
  strip (&reply->title);
  strip (&reply->shortcode);
  normalise_messages (&reply->body);
  for (guint i = 0; i < reply->keywords->len; i++)
    strip ((char **) &g_ptr_array_index (reply->keywords, i));
  for (guint i = 0; i < reply->variants->len; i++)
    normalise_messages ((char **) &g_ptr_array_index (reply->variants, i));
  remove_repeats (reply->keywords);
  remove_repeats (reply->variants);
}

static gboolean
texts_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * zg_reply_equal:
 * @a: a reply in the form of zg_reply_normalise()
 * @b: another one, in that form, too
 *
 * Returns: whether all that a person edits is the same
 */
gboolean
zg_reply_equal (const ZgReply *a,
                const ZgReply *b)
{
  return g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->shortcode, b->shortcode) == 0
         && g_strcmp0 (a->body, b->body) == 0
         && texts_equal (a->keywords, b->keywords)
         && texts_equal (a->variants, b->variants)
         && a->group_id == b->group_id
         && a->stages == b->stages
         && a->favourite == b->favourite
         && a->valid_from == b->valid_from
         && a->valid_until == b->valid_until
         && a->owner_id == b->owner_id
         && a->starts_wait == b->starts_wait
         && a->picture_id == b->picture_id;
}

/**
 * zg_reply_set_keywords:
 * @reply: a reply
 * @text: keywords with commas between them, Western or Chinese ones
 *
 * Replaces the keywords. One may hold blanks; what is written twice counts once.
 */
void
zg_reply_set_keywords (ZgReply    *reply,
                       const char *text)
{
  g_auto(GStrv) words = g_regex_split_simple ("[,，、;；\\n]", text, 0, 0);

  g_ptr_array_set_size (reply->keywords, 0);
  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (reply->keywords, g_strstrip (g_strdup (words[i])));
  remove_repeats (reply->keywords);
}

/**
 * zg_reply_keywords_to_text:
 * @reply: a reply
 *
 * Returns: (transfer full): its keywords with commas between them, for zg_reply_set_keywords()
 */
char *
zg_reply_keywords_to_text (const ZgReply *reply)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < reply->keywords->len; i++)
    {
      if (i > 0)
        /* Translators: between two keywords of a list */
        g_string_append (text, _(", "));
      g_string_append (text, g_ptr_array_index (reply->keywords, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * zg_reply_is_valid_at:
 * @reply: a reply
 * @now: what time it is
 *
 * A reply out of its time is listed, for a promise made yesterday may have to be read again, but it is not copied
 * without saying so.
 *
 * Returns: whether it may be said now
 */
gboolean
zg_reply_is_valid_at (const ZgReply *reply,
                      ZgTime         now)
{
  return (reply->valid_from == ZG_TIME_NONE || now >= reply->valid_from)
         && (reply->valid_until == ZG_TIME_NONE || now < reply->valid_until);
}

/**
 * zg_reply_is_visible_to:
 * @reply: a reply
 * @staff_id: who works at the desk, 0 for nobody known
 *
 * Returns: whether it is listed for them: what all share, and their own
 */
gboolean
zg_reply_is_visible_to (const ZgReply *reply,
                        gint64         staff_id)
{
  return reply->owner_id == 0 || reply->owner_id == staff_id;
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
