/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-edit.h"

#include <glib/gi18n.h>

#include "zg-picture-table.h"
#include "zg-reply-desk.h"
#include "zg-reply-place.h"

/*
 * Edits of the shop's replies. Each notes what was before in a ZgReplyUndo. What is saved goes through
 * zg_reply_validate(), wherever it was typed.
 */

/* The shortcode is one reply's own, and the sentence says whose. */
static gboolean
check_shortcode (ZgDatabase     *db,
                 const ZgReply  *reply,
                 GError        **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(ZgReply) other = NULL;
  gint64 id;

  if (*reply->shortcode == '\0')
    return TRUE;

  id = zg_reply_table_find_by_shortcode (db, reply->shortcode, &local_error);
  if (id == reply->id || g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (id == 0)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  other = zg_reply_table_load (db, id, error);
  if (other != NULL)
    g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE, _("“%s” has the shortcode “%s” already."),
                 other->title, reply->shortcode);
  return FALSE;
}

static gboolean
find_end (ZgDatabase  *db,
          gint64       group_id,
          int         *position_out,
          GError     **error)
{
  g_autoptr(GArray) states = zg_reply_table_load_states (db, group_id, error);

  if (states == NULL)
    return FALSE;

  *position_out = 0;
  for (guint i = 0; i < states->len; i++)
    *position_out = MAX (*position_out, g_array_index (states, ZgReplyState, i).position + 1);
  return TRUE;
}

/* A new reply is taken back by putting it into the bin: it may have been copied already. */
static gboolean
insert (ZgDatabase   *db,
        ZgReply      *reply,
        ZgTime        now,
        ZgReplyUndo  *undo,
        GError      **error)
{
  ZgReplyState state;

  if (!find_end (db, reply->group_id, &reply->position, error) || !zg_reply_table_insert (db, reply, now, error))
    return FALSE;

  state = (ZgReplyState) { reply->id, reply->group_id, reply->position, reply->favourite, now };
  zg_reply_undo_note_state (undo, &state);
  return TRUE;
}

static gboolean
update (ZgDatabase   *db,
        ZgReply      *reply,
        ZgTime        now,
        ZgReplyUndo  *undo,
        GError      **error)
{
  g_autoptr(ZgReply) before = zg_reply_table_load (db, reply->id, error);
  ZgReplyState state;

  if (before == NULL)
    return FALSE;

  /* Whoever ordered the group meanwhile did not change what the reply says. */
  reply->position = before->position;
  if (reply->group_id != before->group_id && !find_end (db, reply->group_id, &reply->position, error))
    return FALSE;
  if (!zg_reply_table_update (db, reply, now, error))
    return FALSE;

  state = (ZgReplyState) { before->id, before->group_id, before->position, before->favourite, ZG_TIME_NONE };
  zg_reply_undo_note_state (undo, &state);
  zg_reply_undo_note_reply (undo, before, reply->version);
  return TRUE;
}

/**
 * zg_reply_edit_save:
 * @db: a writing connection in a transaction
 * @reply: a reply as it should be: a new one has no id, another has the version that was read. Gets its id and version,
 *   and the form that is kept
 * @picture: (nullable): a new picture for it; without one the reply keeps its @picture_id
 * @now: what time it is
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Returns: whether it is saved; %FALSE with %ZG_DOMAIN_ERROR_INVALID when zg_reply_validate() refuses it, with
 *   %ZG_STORE_ERROR_DUPLICATE when another reply has the shortcode, with %ZG_STORE_ERROR_STALE when somebody else
 *   changed it
 */
gboolean
zg_reply_edit_save (ZgDatabase   *db,
                    ZgReply      *reply,
                    ZgPicture    *picture,
                    ZgTime        now,
                    ZgReplyUndo  *undo,
                    GError      **error)
{
  zg_reply_normalise (reply);
  if (!zg_reply_validate (reply, error) || !check_shortcode (db, reply, error))
    return FALSE;

  if (picture != NULL)
    {
      if (!zg_picture_table_insert (db, picture, error))
        return FALSE;
      reply->picture_id = picture->id;
    }
  return reply->id == 0 ? insert (db, reply, now, undo, error) : update (db, reply, now, undo, error);
}

static void
make_copy (ZgReply *reply)
{
  /* Translators: the title of a reply that was made as a copy of another one */
  char *title = g_strdup_printf (_("%s (copy)"), reply->title);

  g_free (reply->title);
  reply->title = title;
  reply->id = 0;
  reply->favourite = FALSE;
  /* The copy is the shop's own: taking the starter library out leaves it. */
  g_clear_pointer (&reply->starter, g_free);
  g_free (reply->shortcode);
  reply->shortcode = g_strdup ("");
}

/**
 * zg_reply_edit_duplicate:
 * @db: a writing connection in a transaction
 * @id: a reply
 * @now: what time it is
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Makes another reply of the same content right behind it. The shortcode stays with the first.
 *
 * Returns: the new reply; 0 on an error
 */
gint64
zg_reply_edit_duplicate (ZgDatabase   *db,
                         gint64        id,
                         ZgTime        now,
                         ZgReplyUndo  *undo,
                         GError      **error)
{
  g_autoptr(ZgReply) copy = zg_reply_table_load (db, id, error);

  if (copy == NULL)
    return 0;

  make_copy (copy);
  if (!insert (db, copy, now, undo, error) || !zg_reply_place_behind (db, copy->id, id, undo, error))
    return 0;
  return copy->id;
}

/**
 * zg_reply_edit_delete:
 * @db: a writing connection in a transaction
 * @id: a reply
 * @now: what time it is
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Puts a reply into the bin, where it stays for %ZG_REPLY_BIN_TIME.
 *
 * Returns: whether it is there
 */
gboolean
zg_reply_edit_delete (ZgDatabase   *db,
                      gint64        id,
                      ZgTime        now,
                      ZgReplyUndo  *undo,
                      GError      **error)
{
  ZgReplyState before, after;

  if (!zg_reply_table_load_state (db, id, &before, error))
    return FALSE;
  after = before;
  after.deleted_at = now;
  zg_reply_undo_note_state (undo, &before);
  return zg_reply_table_put_state (db, &after, error);
}

/**
 * zg_reply_edit_restore:
 * @db: a writing connection in a transaction
 * @id: a reply in the bin
 * @now: what time it is
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Takes a reply out of the bin, to the end of its group. A shortcode that another reply got meanwhile stays there.
 *
 * Returns: whether it is in use again
 */
gboolean
zg_reply_edit_restore (ZgDatabase   *db,
                       gint64        id,
                       ZgTime        now,
                       ZgReplyUndo  *undo,
                       GError      **error)
{
  g_autoptr(ZgReply) reply = zg_reply_table_load_from_bin (db, id, error);
  g_autoptr(ZgReply) before = NULL;
  g_autoptr(GError) local_error = NULL;
  ZgReplyState state;

  if (reply == NULL)
    return FALSE;

  state = (ZgReplyState) { id, reply->group_id, reply->position, reply->favourite, reply->deleted_at };
  zg_reply_undo_note_state (undo, &state);
  if (!check_shortcode (db, reply, &local_error))
    {
      if (!g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      before = zg_reply_copy (reply);
      *reply->shortcode = '\0';
      if (!zg_reply_table_update (db, reply, now, error))
        return FALSE;
      zg_reply_undo_note_reply (undo, before, reply->version);
    }

  state.deleted_at = ZG_TIME_NONE;
  return find_end (db, reply->group_id, &state.position, error) && zg_reply_table_put_state (db, &state, error);
}

/**
 * zg_reply_edit_tidy:
 * @db: a writing connection in a transaction
 * @now: what time it is
 * @error: return location for an error
 *
 * Deletes for good what was in the bin for longer than %ZG_REPLY_BIN_TIME, and the pictures that no reply has. To be
 * done when the program starts, while nothing waits to be taken back.
 *
 * Returns: whether it is done
 */
gboolean
zg_reply_edit_tidy (ZgDatabase  *db,
                    ZgTime       now,
                    GError     **error)
{
  return zg_reply_table_purge_bin (db, now - ZG_REPLY_BIN_TIME, error) && zg_picture_table_delete_unused (db, error);
}
