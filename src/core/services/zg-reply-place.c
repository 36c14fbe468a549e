/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-place.h"

#include "zg-reply-table.h"

/* Where a reply stands: in which group, at which place there, and whether among the favourites. It is no part of what the
 * reply says, nor of its version; each change notes what was before in a ZgReplyUndo. */

static gboolean
put_state (ZgDatabase          *db,
           const ZgReplyState  *before,
           const ZgReplyState  *after,
           ZgReplyUndo         *undo,
           GError             **error)
{
  zg_reply_undo_note_state (undo, before);
  return zg_reply_table_put_state (db, after, error);
}

static gboolean
find_state (GArray *states,
            gint64  id,
            guint  *index_out)
{
  for (guint i = 0; i < states->len; i++)
    if (g_array_index (states, ZgReplyState, i).id == id)
      {
        *index_out = i;
        return TRUE;
      }
  return FALSE;
}

/* How many of @states, which begin with them, are not in the bin. */
static guint
count_used (GArray *states)
{
  guint n = 0;

  while (n < states->len && g_array_index (states, ZgReplyState, n).deleted_at == ZG_TIME_NONE)
    n++;
  return n;
}

/* Numbers the replies of a group in the order of @states. */
static gboolean
renumber (ZgDatabase   *db,
          gint64        group_id,
          GArray       *states,
          ZgReplyUndo  *undo,
          GError      **error)
{
  for (guint i = 0; i < states->len; i++)
    {
      const ZgReplyState *before = &g_array_index (states, ZgReplyState, i);
      ZgReplyState after = *before;

      after.group_id = group_id;
      after.position = (int) i;
      if ((after.group_id != before->group_id || after.position != before->position)
          && !put_state (db, before, &after, undo, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_reply_place_move:
 * @db: a writing connection in a transaction
 * @id: a reply
 * @group_id: where it is to be
 * @index: its place there, from 0; -1 for the end
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Returns: whether it is there
 */
gboolean
zg_reply_place_move (ZgDatabase   *db,
                     gint64        id,
                     gint64        group_id,
                     int           index,
                     ZgReplyUndo  *undo,
                     GError      **error)
{
  g_autoptr(GArray) states = NULL;
  ZgReplyState moved;
  guint at, n;

  if (!zg_reply_table_load_state (db, id, &moved, error))
    return FALSE;
  states = zg_reply_table_load_states (db, group_id, error);
  if (states == NULL)
    return FALSE;

  if (find_state (states, id, &at))
    g_array_remove_index (states, at);
  n = count_used (states);
  at = index < 0 || (guint) index > n ? n : (guint) index;
  g_array_insert_val (states, at, moved);
  return renumber (db, group_id, states, undo, error);
}

/**
 * zg_reply_place_behind:
 * @db: a writing connection in a transaction
 * @id: a reply
 * @other_id: another one of its group
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Returns: whether it stands right behind the other
 */
gboolean
zg_reply_place_behind (ZgDatabase   *db,
                       gint64        id,
                       gint64        other_id,
                       ZgReplyUndo  *undo,
                       GError      **error)
{
  g_autoptr(GArray) states = NULL;
  ZgReplyState other;
  guint at;

  if (!zg_reply_table_load_state (db, other_id, &other, error))
    return FALSE;
  states = zg_reply_table_load_states (db, other.group_id, error);
  if (states == NULL)
    return FALSE;

  return zg_reply_place_move (db, id, other.group_id, find_state (states, other_id, &at) ? (int) at + 1 : -1, undo, error);
}

/**
 * zg_reply_place_put:
 * @db: a writing connection in a transaction
 * @id: a reply
 * @onto_id: the one whose place it is to have
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Moves a reply to where another one is, as if it was dropped there: that one and those between make room.
 *
 * Returns: whether it is there
 */
gboolean
zg_reply_place_put (ZgDatabase   *db,
                    gint64        id,
                    gint64        onto_id,
                    ZgReplyUndo  *undo,
                    GError      **error)
{
  g_autoptr(GArray) states = NULL;
  ZgReplyState onto;
  guint at;

  if (!zg_reply_table_load_state (db, onto_id, &onto, error))
    return FALSE;
  states = zg_reply_table_load_states (db, onto.group_id, error);
  if (states == NULL)
    return FALSE;
  return !find_state (states, onto_id, &at) || zg_reply_place_move (db, id, onto.group_id, (int) at, undo, error);
}

/**
 * zg_reply_place_shift:
 * @db: a writing connection in a transaction
 * @id: a reply
 * @step: by how many places, negative for up
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Moves a reply within its group, as far as the group goes.
 *
 * Returns: %FALSE on an error
 */
gboolean
zg_reply_place_shift (ZgDatabase   *db,
                      gint64        id,
                      int           step,
                      ZgReplyUndo  *undo,
                      GError      **error)
{
  g_autoptr(GArray) states = NULL;
  ZgReplyState state;
  guint at;

  if (!zg_reply_table_load_state (db, id, &state, error))
    return FALSE;
  states = zg_reply_table_load_states (db, state.group_id, error);
  if (states == NULL)
    return FALSE;
  return !find_state (states, id, &at)
         || zg_reply_place_move (db, id, state.group_id, MAX ((int) at + step, 0), undo, error);
}

/**
 * zg_reply_place_set_favourite:
 * @db: a writing connection in a transaction
 * @id: a reply
 * @favourite: whether it is one
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Returns: whether it is so
 */
gboolean
zg_reply_place_set_favourite (ZgDatabase   *db,
                              gint64        id,
                              gboolean      favourite,
                              ZgReplyUndo  *undo,
                              GError      **error)
{
  ZgReplyState before, after;

  if (!zg_reply_table_load_state (db, id, &before, error))
    return FALSE;
  after = before;
  after.favourite = favourite;
  return put_state (db, &before, &after, undo, error);
}

/**
 * zg_reply_place_keep:
 * @db: a writing connection in a transaction
 * @reply: what is to be saved
 * @opened: the same as the clerk found it when they began
 * @error: return location for an error
 *
 * Where a reply stands, in which group and whether among the favourites, is no part of its version: it may have been
 * changed beside an open form. What the clerk left as they found it becomes what it is by now.
 *
 * Returns: whether the reply could be read
 */
gboolean
zg_reply_place_keep (ZgDatabase     *db,
                     ZgReply        *reply,
                     const ZgReply  *opened,
                     GError        **error)
{
  g_autoptr(ZgReply) now = NULL;

  if (reply->id == 0)
    return TRUE;
  now = zg_reply_table_load (db, reply->id, error);
  if (now == NULL)
    return FALSE;

  if (reply->group_id == opened->group_id)
    reply->group_id = now->group_id;
  if (reply->favourite == opened->favourite)
    reply->favourite = now->favourite;
  return TRUE;
}
