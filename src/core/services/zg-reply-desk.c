/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-desk.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-contact-table.h"
#include "zg-error.h"
#include "zg-reply-rank.h"
#include "zg-reply-table.h"
#include "zg-waiting.h"

/* What the desk does with replies: choose the wording, note what was copied, find one. */

/**
 * zg_reply_get_n_wordings:
 * @reply: a reply
 *
 * Returns: in how many ways it can be said, at least 1
 */
guint
zg_reply_get_n_wordings (const ZgReply *reply)
{
  return 1 + reply->variants->len;
}

/**
 * zg_reply_get_wording:
 * @reply: a reply
 * @index: which wording; any number, they are taken in turn
 *
 * Returns: (transfer none): the body
 */
const char *
zg_reply_get_wording (const ZgReply *reply,
                      guint          index)
{
  index %= zg_reply_get_n_wordings (reply);
  return index == 0 ? reply->body : g_ptr_array_index (reply->variants, index - 1);
}

/**
 * zg_reply_desk_next_wording:
 * @db: a connection
 * @reply: a reply
 * @customer_id: whom it is for, or 0
 * @index_out: (out): the wording whose turn it is, so that nobody reads the same sentence twice
 * @last_copy_out: (out) (optional): when this customer last got it, or %ZG_TIME_NONE
 * @error: return location for an error
 *
 * Returns: whether the log could be read
 */
gboolean
zg_reply_desk_next_wording (ZgDatabase     *db,
                            const ZgReply  *reply,
                            gint64          customer_id,
                            guint          *index_out,
                            ZgTime         *last_copy_out,
                            GError        **error)
{
  ZgTime last = ZG_TIME_NONE;
  int n_copies = 0;

  if (customer_id != 0
      && !zg_contact_table_find_last_copy (db, reply->id, customer_id, &last, &n_copies, error))
    return FALSE;

  *index_out = (guint) n_copies % zg_reply_get_n_wordings (reply);
  if (last_copy_out != NULL)
    *last_copy_out = last;
  return TRUE;
}

/**
 * zg_reply_desk_log_copy:
 * @db: a writing connection in a transaction
 * @reply: what was copied
 * @customer_id: for whom, 0 for nobody: then only the use is counted
 * @order_id: about what, or 0
 * @text: the text as it was copied
 * @staff_id: by whom, or 0
 * @now: when
 * @error: return location for an error
 *
 * Notes a copy in the customer's timeline, counts the reply's use, and starts or ends the customer's waiting clock.
 *
 * Returns: the line's id, for zg_reply_desk_undo_copy(); -1 when nothing was logged, 0 on an error
 */
gint64
zg_reply_desk_log_copy (ZgDatabase     *db,
                        const ZgReply  *reply,
                        gint64          customer_id,
                        gint64          order_id,
                        const char     *text,
                        gint64          staff_id,
                        ZgTime          now,
                        GError        **error)
{
  g_autoptr(ZgContact) contact = zg_contact_new ();

  if (!zg_reply_table_note_use (db, reply->id, now, error))
    return 0;
  if (customer_id == 0)
    return -1;

  contact->at = now;
  contact->kind = ZG_CONTACT_COPY;
  contact->customer_id = customer_id;
  contact->order_id = order_id;
  contact->reply_id = reply->id;
  contact->staff_id = staff_id;
  g_free (contact->title);
  contact->title = g_strdup (reply->title);
  g_free (contact->text);
  contact->text = g_strdup (text);
  if (!zg_contact_table_insert (db, contact, error) || !zg_waiting_note_copy (db, reply, customer_id, now, error))
    return 0;
  return contact->id;
}

/**
 * zg_reply_desk_log_next_message:
 * @db: a writing connection in a transaction
 * @reply: a reply of several messages, the first of which was copied before
 * @customer_id: for whom, 0 for nobody: then there is nothing to note
 * @order_id: about what, or 0
 * @text: the message as it was copied
 * @staff_id: by whom, or 0
 * @now: when
 * @error: return location for an error
 *
 * Adds a message to the line of the timeline that the first one has: all of them together are one use of the reply.
 *
 * Returns: the line's id, as zg_reply_desk_log_copy()
 */
gint64
zg_reply_desk_log_next_message (ZgDatabase     *db,
                                const ZgReply  *reply,
                                gint64          customer_id,
                                gint64          order_id,
                                const char     *text,
                                gint64          staff_id,
                                ZgTime          now,
                                GError        **error)
{
  gint64 contact_id;

  if (customer_id == 0)
    return -1;
  if (!zg_contact_table_append_to_last_copy (db, reply->id, customer_id, text, &contact_id, error))
    return 0;
  if (contact_id != 0)
    return contact_id;
  return zg_reply_desk_log_copy (db, reply, customer_id, order_id, text, staff_id, now, error);
}

/**
 * zg_reply_desk_undo_copy:
 * @db: a writing connection in a transaction
 * @contact_id: what zg_reply_desk_log_copy() returned
 * @customer_id: for whom it was
 * @error: return location for an error
 *
 * Takes the line out of the timeline: the text was copied but not sent.
 *
 * Returns: whether it is gone
 */
gboolean
zg_reply_desk_undo_copy (ZgDatabase  *db,
                         gint64       contact_id,
                         gint64       customer_id,
                         GError     **error)
{
  return contact_id <= 0
         || (zg_contact_table_delete (db, contact_id, error) && zg_waiting_note_undo (db, customer_id, error));
}

/**
 * zg_reply_desk_load:
 * @db: a connection
 * @staff_id: who works at the desk, 0 for the clerk on duty
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgReply): the replies that are listed for them, by group and place:
 *   those of all, and their own
 */
GPtrArray *
zg_reply_desk_load (ZgDatabase  *db,
                    gint64       staff_id,
                    GError     **error)
{
  g_autoptr(GPtrArray) all = zg_reply_table_load_all (db, error);
  g_autoptr(GPtrArray) visible = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(ZgStaff) clerk = staff_id == 0 ? zg_shop_table_get_clerk (db, NULL) : NULL;

  if (all == NULL)
    return NULL;

  if (clerk != NULL)
    staff_id = clerk->id;
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      ZgReply *reply = g_ptr_array_index (all, i);

      if (zg_reply_is_visible_to (reply, staff_id))
        g_ptr_array_add (visible, reply);
      else
        zg_reply_free (reply);
    }
  return g_steal_pointer (&visible);
}

/**
 * zg_reply_search:
 * @db: a connection
 * @query: what was typed; empty for all
 * @limit: how many at the most
 * @staff_id: who searches, 0 for the clerk on duty: other clerks' own replies are not found
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgReply): the replies that fit, the best first
 */
GPtrArray *
zg_reply_search (ZgDatabase  *db,
                 const char  *query,
                 int          limit,
                 gint64       staff_id,
                 ZgTime       now,
                 GError     **error)
{
  g_autoptr(GPtrArray) replies = zg_reply_desk_load (db, staff_id, error);
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(ZgReplyRanker) ranker = NULL;
  g_autoptr(GArray) rankings = NULL;

  if (replies == NULL)
    return NULL;

  ranker = zg_reply_ranker_new (replies);
  rankings = zg_reply_ranker_rank (ranker, query, 0, now);
  for (guint i = 0; i < rankings->len && hits->len < (guint) MAX (limit, 0); i++)
    {
      const ZgReply *reply = g_ptr_array_index (replies, g_array_index (rankings, ZgReplyRanking, i).index);

      g_ptr_array_add (hits, zg_reply_copy (reply));
    }
  return g_steal_pointer (&hits);
}

static gboolean
check_text (const char  *text,
            const char  *sentence,
            GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (stripped[0] != '\0')
    return TRUE;
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
check_length (const ZgReply  *reply,
              GError        **error)
{
  gsize length = 0;

  for (guint i = 0; i < zg_reply_get_n_wordings (reply); i++)
    length += strlen (zg_reply_get_wording (reply, i));
  if (length <= ZG_REPLY_MAX_BYTES)
    return TRUE;

  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
               _("The text is too long for a chat: %d KB, of which %d KB can be kept. Make several replies of it."),
               (int) (length / 1024) + 1, ZG_REPLY_MAX_BYTES / 1024);
  return FALSE;
}

/* It is typed in one go and stands in a narrow column. */
static gboolean
check_shortcode (const char  *shortcode,
                 GError     **error)
{
  for (const char *at = shortcode; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      {
        g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A shortcode has no spaces."));
        return FALSE;
      }
  if (shortcode == NULL || g_utf8_strlen (shortcode, -1) <= ZG_REPLY_MAX_SHORTCODE)
    return TRUE;

  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A shortcode has at most %d characters."),
               ZG_REPLY_MAX_SHORTCODE);
  return FALSE;
}

static gboolean
check_time (const ZgReply  *reply,
            GError        **error)
{
  if (reply->valid_from == ZG_TIME_NONE || reply->valid_until == ZG_TIME_NONE || reply->valid_from < reply->valid_until)
    return TRUE;

  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       _("The last day on which the reply may be said is before the first one."));
  return FALSE;
}

/**
 * zg_reply_check_piece:
 * @piece: a piece of a body
 * @error: return location for an error
 *
 * Returns: whether it can be filled, now or with an answer; %FALSE with the reason for the person who wrote it
 */
gboolean
zg_reply_check_piece (const ZgPiece  *piece,
                      GError        **error)
{
  g_autofree char *fault = zg_piece_describe_fault (piece);

  if (fault == NULL)
    return TRUE;
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, fault);
  return FALSE;
}

/**
 * zg_reply_validate_form:
 * @reply: a reply from a file
 * @error: return location for an error
 *
 * What a reply has to be like at least. A placeholder that can't be filled may come from elsewhere: the reply can't be
 * copied until somebody has mended it, and is on the list of what to mend.
 *
 * Returns: whether it has a title and a text of a bearable length, and its times can be
 */
gboolean
zg_reply_validate_form (const ZgReply  *reply,
                        GError        **error)
{
  return check_text (reply->title, _("A reply needs a title."), error)
         && check_text (reply->body, _("A reply needs a text."), error)
         && check_length (reply, error)
         && check_shortcode (reply->shortcode, error)
         && check_time (reply, error);
}

/**
 * zg_reply_validate:
 * @reply: an edited reply
 * @error: return location for an error
 *
 * What a reply has to be like to be kept, wherever it comes from. That its shortcode is no other reply's, only the shop
 * file knows: zg_reply_edit_save() looks.
 *
 * Returns: whether it has a title and a text of a bearable length, every wording can be filled, and its times can be
 */
gboolean
zg_reply_validate (const ZgReply  *reply,
                   GError        **error)
{
  if (!zg_reply_validate_form (reply, error))
    return FALSE;

  for (guint i = 0; i < zg_reply_get_n_wordings (reply); i++)
    if (!zg_template_check (zg_reply_get_wording (reply, i), error))
      return FALSE;

  return TRUE;
}
