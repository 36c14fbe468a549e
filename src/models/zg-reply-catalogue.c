/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-models"

#include "config.h"

#include "zg-reply-catalogue.h"

#include <string.h>

#include "zg-reply-rank.h"
#include "zg-reply-table.h"
#include "zg-template.h"

/*
 * The replies for a search outside of the shop, where others may look on: by what they are called, never filled in. The
 * desktop's search asks for every key that is pressed, and for much that has nothing to do with the shop, so a word within
 * a text does not count.
 */

struct _ZgReplyCatalogue
{
  GPtrArray *replies;
  ZgReplyRanker *ranker;
  GHashTable *by_uid;
  ZgTime now;
};

static gboolean
is_offered (const ZgReply *reply,
            gint64         staff_id,
            ZgTime         now)
{
  return (reply->owner_id == 0 || reply->owner_id == staff_id) && zg_reply_is_valid_at (reply, now);
}

/**
 * zg_reply_catalogue_load:
 * @db: the shop file
 * @staff_id: who works here, or 0
 * @now: what time it is
 * @error: return location
 *
 * Reads the replies that may be said now and are this clerk's or everybody's.
 *
 * Returns: (transfer full): the catalogue
 */
ZgReplyCatalogue *
zg_reply_catalogue_load (ZgDatabase  *db,
                         gint64       staff_id,
                         ZgTime       now,
                         GError     **error)
{
  GPtrArray *replies = zg_reply_table_load_all (db, error);
  ZgReplyCatalogue *catalogue;

  if (replies == NULL)
    return NULL;

  for (guint i = replies->len; i > 0; i--)
    if (!is_offered (g_ptr_array_index (replies, i - 1), staff_id, now))
      g_ptr_array_remove_index (replies, i - 1);

  catalogue = g_new0 (ZgReplyCatalogue, 1);
  catalogue->replies = replies;
  catalogue->ranker = zg_reply_ranker_new (replies);
  catalogue->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->now = now;
  for (guint i = 0; i < replies->len; i++)
    {
      ZgReply *reply = g_ptr_array_index (replies, i);

      g_hash_table_insert (catalogue->by_uid, reply->uid, reply);
    }

  return catalogue;
}

/**
 * zg_reply_catalogue_free:
 * @catalogue: (transfer full): a catalogue
 */
void
zg_reply_catalogue_free (ZgReplyCatalogue *catalogue)
{
  g_hash_table_unref (catalogue->by_uid);
  zg_reply_ranker_free (catalogue->ranker);
  g_ptr_array_unref (catalogue->replies);
  g_free (catalogue);
}

/**
 * zg_reply_catalogue_find:
 * @catalogue: a catalogue
 * @terms: (array zero-terminated): what was typed, a word each
 *
 * Finds replies by shortcode, title, pinyin and initials, ranked as on the Replies screen.
 *
 * Returns: (transfer full) (array zero-terminated): their uids, the best first; none for no words
 */
char **
zg_reply_catalogue_find (ZgReplyCatalogue   *catalogue,
                         const char * const *terms)
{
  g_autofree char *query = g_strstrip (g_strjoinv (" ", (char **) terms));
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  g_autoptr (GArray) rankings = NULL;

  if (*query != '\0')
    rankings = zg_reply_ranker_rank (catalogue->ranker, query, 0, catalogue->now);
  for (guint i = 0; rankings != NULL && i < rankings->len; i++)
    {
      const ZgReplyRanking *ranking = &g_array_index (rankings, ZgReplyRanking, i);

      if (ranking->match < ZG_REPLY_MATCH_KEYWORD)
        g_ptr_array_add (uids, g_strdup (((ZgReply *) g_ptr_array_index (catalogue->replies, ranking->index))->uid));
    }
  g_ptr_array_add (uids, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&uids), FALSE);
}

/**
 * zg_reply_catalogue_lookup:
 * @catalogue: a catalogue
 * @uid: which one
 *
 * Returns: (transfer none) (nullable): the reply, if it is offered
 */
const ZgReply *
zg_reply_catalogue_lookup (ZgReplyCatalogue *catalogue,
                           const char       *uid)
{
  return g_hash_table_lookup (catalogue->by_uid, uid);
}

/* Nobody is there to ask, so every placeholder is shown by its name. */
static char *
look_up_nothing (const ZgPlaceholder *placeholder,
                 int                  offset,
                 gpointer             data)
{
  return NULL;
}

/* What is missing is held together with U+2060 and ends with a question mark: the proof-reader's signs, not those of one
 * who only looks for a reply. */
static void
append_name (GString    *line,
             const char *missing,
             gsize       length)
{
  g_string_append_c (line, '[');
  for (const char *c = missing; c < missing + length; c = g_utf8_next_char (c))
    if (g_utf8_get_char (c) != 0x2060 && *c != '?')
      g_string_append_unichar (line, g_utf8_get_char (c));
  g_string_append_c (line, ']');
}

/**
 * zg_reply_catalogue_describe:
 * @reply: a reply
 *
 * Returns: (transfer full): the first line of its text, with the names of what would be filled in
 */
char *
zg_reply_catalogue_describe (const ZgReply *reply)
{
  g_autoptr (ZgFill) fill = zg_template_fill (reply->body, ZG_EMOTICONS_NONE, look_up_nothing, NULL, NULL);
  gsize end = strcspn (fill->text, "\n" ZG_REPLY_MESSAGE_SEPARATOR);
  GString *line = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < fill->spans->len; i++)
    {
      const ZgSpan *span = &g_array_index (fill->spans, ZgSpan, i);

      if (span->kind != ZG_SPAN_MISSING || span->end > end)
        continue;
      g_string_append_len (line, fill->text + at, (gssize) (span->start - at));
      append_name (line, fill->text + span->start, span->end - span->start);
      at = span->end;
    }
  g_string_append_len (line, fill->text + at, (gssize) (end - at));

  return g_string_free (line, FALSE);
}
