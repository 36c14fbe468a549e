/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-reply-record.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a title that is made of a text, and what is shown of a refused row, has at the most, in characters. */
#define TITLE_LENGTH 20
#define CONTENT_LENGTH 60

static const struct {
  const char *word;
  const char *label;
} formats[ZG_N_REPLY_FORMATS] = {
  [ZG_REPLY_FORMAT_CSV] = { "replies-csv", N_("Replies of Zhanggui (CSV)") },
  [ZG_REPLY_FORMAT_JSON] = { "replies-json", N_("Replies of Zhanggui (JSON)") },
  [ZG_REPLY_FORMAT_QIANNIU] = { "qianniu", N_("Quick phrases of Qianniu") },
  [ZG_REPLY_FORMAT_ESPANSO] = { "espanso", N_("Matches of espanso") },
  [ZG_REPLY_FORMAT_SHORT_CODES] = { "short-codes", N_("Table of shortcodes") },
  [ZG_REPLY_FORMAT_PHRASES] = { "phrases", N_("Plain text, a phrase a line") },
};

/**
 * zg_reply_format_to_word:
 * @format: a format
 *
 * Returns: the command line's word for it
 */
const char *
zg_reply_format_to_word (ZgReplyFormat format)
{
  return formats[format].word;
}

/**
 * zg_reply_format_from_word:
 * @word: a word as zg_reply_format_to_word() gives it
 * @format_out: (out): the format
 *
 * Returns: whether @word is one
 */
gboolean
zg_reply_format_from_word (const char    *word,
                           ZgReplyFormat *format_out)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].word, word) == 0)
      {
        *format_out = (ZgReplyFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * zg_reply_format_to_label:
 * @format: a format
 *
 * Returns: its name in the user's language
 */
const char *
zg_reply_format_to_label (ZgReplyFormat format)
{
  return _(formats[format].label);
}

/**
 * zg_reply_format_is_ours:
 * @format: a format
 *
 * Returns: whether it knows several messages, and placeholders in our way
 */
gboolean
zg_reply_format_is_ours (ZgReplyFormat format)
{
  return format == ZG_REPLY_FORMAT_CSV || format == ZG_REPLY_FORMAT_JSON;
}

/**
 * zg_reply_record_new:
 * @line: the line of the file that it begins on
 *
 * Returns: (transfer full): a record of an empty reply, of which nothing is said yet
 */
ZgReplyRecord *
zg_reply_record_new (guint64 line)
{
  ZgReplyRecord *record = g_new0 (ZgReplyRecord, 1);

  record->line = line;
  record->reply = zg_reply_new ();
  record->reply->uid = g_strdup ("");
  record->reply->group_name = g_strdup ("");
  record->reply->title = g_strdup ("");
  record->reply->shortcode = g_strdup ("");
  record->reply->body = g_strdup ("");
  return record;
}

/**
 * zg_reply_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
zg_reply_record_free (ZgReplyRecord *record)
{
  if (record == NULL)
    return;

  zg_reply_free (record->reply);
  g_free (record->owner);
  g_clear_pointer (&record->picture, zg_picture_free);
  g_free (record->raw);
  g_free (record);
}

/**
 * zg_reply_record_take_flat_body:
 * @record: a record of a file that knows texts without more to them
 * @text: such a text
 *
 * Makes the text the reply's body, with line ends as ours, and its beginning the title.
 */
void
zg_reply_record_take_flat_body (ZgReplyRecord *record,
                                const char    *text)
{
  g_autoptr(GString) body = g_string_new (text);

  g_string_replace (body, "\r\n", "\n", 0);
  g_string_replace (body, "\r", "\n", 0);
  g_free (record->reply->body);
  record->reply->body = g_strstrip (g_strdup (body->str));
  g_free (record->reply->title);
  record->reply->title = zg_reply_make_title (record->reply->body);
  record->fields |= ZG_REPLY_HAS_BODY;
}

static char *
shorten (const char *text,
         glong       length)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= length)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, length - 1);
  return g_strconcat (start, "…", NULL);
}

/**
 * zg_reply_make_title:
 * @body: a reply's text
 *
 * Returns: (transfer full): a title for a reply that comes without one: how its first line begins
 */
char *
zg_reply_make_title (const char *body)
{
  g_autofree char *first = NULL;

  while (g_ascii_isspace (*body))
    body++;
  first = g_strndup (body, strcspn (body, "\r\n" ZG_REPLY_MESSAGE_SEPARATOR));
  return shorten (g_strstrip (first), TITLE_LENGTH);
}

/**
 * zg_reply_flatten:
 * @body: a body or a variant
 *
 * Returns: (transfer full): it for programs that know one message only: a message follows the other on a new line
 */
char *
zg_reply_flatten (const char *body)
{
  g_auto(GStrv) messages = zg_reply_split_messages (body);

  return g_strjoinv ("\n", messages);
}

/**
 * zg_reply_refusal_new:
 * @line: a line of the file
 * @content: what stands there
 * @reason: why it is refused, translated
 *
 * Returns: (transfer full): the refusal
 */
ZgReplyRefusal *
zg_reply_refusal_new (guint64     line,
                      const char *content,
                      const char *reason)
{
  ZgReplyRefusal *refusal = g_new0 (ZgReplyRefusal, 1);
  g_autofree char *valid = g_utf8_make_valid (content, -1);

  refusal->line = line;
  refusal->content = shorten (g_strstrip (g_strdelimit (valid, "\r\n\t" ZG_REPLY_MESSAGE_SEPARATOR, ' ')),
                              CONTENT_LENGTH);
  refusal->reason = g_strdup (reason);
  return refusal;
}

/**
 * zg_reply_refusal_free:
 * @refusal: (transfer full) (nullable): a refusal
 */
void
zg_reply_refusal_free (ZgReplyRefusal *refusal)
{
  if (refusal == NULL)
    return;

  g_free (refusal->content);
  g_free (refusal->reason);
  g_free (refusal->raw);
  g_free (refusal);
}
