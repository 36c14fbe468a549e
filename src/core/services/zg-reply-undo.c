/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-undo.h"

/*
 * Taking edits of replies back. What a reply says is put back only when nobody wrote a newer version since; where it
 * stands is put back in any case. A reply or group of several edits is noted by the first: that is what was before all.
 */

struct _ZgReplyUndo
{
  GPtrArray *replies;           /* ZgReply as it was, with the version that it has after the edit */
  GArray *states;               /* ZgReplyState as it was */
  GPtrArray *groups;            /* ZgReplyGroup as it was */
  GArray *new_groups;           /* gint64: groups that were not there */
};

/**
 * zg_reply_undo_new:
 *
 * Returns: (transfer full): an undo that takes nothing back yet
 */
ZgReplyUndo *
zg_reply_undo_new (void)
{
  ZgReplyUndo *undo = g_new0 (ZgReplyUndo, 1);

  undo->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  undo->states = g_array_new (FALSE, FALSE, sizeof (ZgReplyState));
  undo->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_group_free);
  undo->new_groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  return undo;
}

/**
 * zg_reply_undo_free:
 * @undo: (transfer full) (nullable): an undo
 */
void
zg_reply_undo_free (ZgReplyUndo *undo)
{
  if (undo == NULL)
    return;

  g_ptr_array_unref (undo->replies);
  g_array_unref (undo->states);
  g_ptr_array_unref (undo->groups);
  g_array_unref (undo->new_groups);
  g_free (undo);
}

/**
 * zg_reply_undo_is_empty:
 * @undo: an undo
 *
 * Returns: whether there is nothing to take back
 */
gboolean
zg_reply_undo_is_empty (const ZgReplyUndo *undo)
{
  return undo->replies->len == 0 && undo->states->len == 0 && undo->groups->len == 0 && undo->new_groups->len == 0;
}

static ZgReply *
find_reply (ZgReplyUndo *undo,
            gint64       id)
{
  for (guint i = 0; i < undo->replies->len; i++)
    {
      ZgReply *reply = g_ptr_array_index (undo->replies, i);

      if (reply->id == id)
        return reply;
    }
  return NULL;
}

/**
 * zg_reply_undo_note_reply:
 * @undo: (nullable): an undo
 * @before: what a reply said
 * @version_after: the version that the edit gave it
 */
void
zg_reply_undo_note_reply (ZgReplyUndo   *undo,
                          const ZgReply *before,
                          gint64         version_after)
{
  ZgReply *noted;

  if (undo == NULL)
    return;

  noted = find_reply (undo, before->id);
  if (noted == NULL)
    {
      noted = zg_reply_copy (before);
      g_ptr_array_add (undo->replies, noted);
    }
  noted->version = version_after;
}

/**
 * zg_reply_undo_note_state:
 * @undo: (nullable): an undo
 * @before: where a reply stood
 */
void
zg_reply_undo_note_state (ZgReplyUndo        *undo,
                          const ZgReplyState *before)
{
  if (undo == NULL)
    return;

  for (guint i = 0; i < undo->states->len; i++)
    if (g_array_index (undo->states, ZgReplyState, i).id == before->id)
      return;
  g_array_append_vals (undo->states, before, 1);
}

/**
 * zg_reply_undo_note_group:
 * @undo: (nullable): an undo
 * @before: a group as it was
 */
void
zg_reply_undo_note_group (ZgReplyUndo        *undo,
                          const ZgReplyGroup *before)
{
  ZgReplyGroup *copy;

  if (undo == NULL)
    return;

  for (guint i = 0; i < undo->groups->len; i++)
    if (((ZgReplyGroup *) g_ptr_array_index (undo->groups, i))->id == before->id)
      return;
  copy = g_new0 (ZgReplyGroup, 1);
  *copy = *before;
  copy->uid = g_strdup (before->uid);
  copy->name = g_strdup (before->name);
  g_ptr_array_add (undo->groups, copy);
}

/**
 * zg_reply_undo_note_new_group:
 * @undo: (nullable): an undo
 * @group_id: a group that was not there
 */
void
zg_reply_undo_note_new_group (ZgReplyUndo *undo,
                              gint64       group_id)
{
  if (undo != NULL)
    g_array_append_val (undo->new_groups, group_id);
}

static gboolean
restore_groups (ZgDatabase   *db,
                ZgReplyUndo  *undo,
                GError      **error)
{
  for (guint i = 0; i < undo->groups->len; i++)
    if (!zg_reply_table_put_group (db, g_ptr_array_index (undo->groups, i), error))
      return FALSE;
  return TRUE;
}

/**
 * zg_reply_undo_apply:
 * @db: a writing connection in a transaction
 * @undo: what was before
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: whether all is as it was; %FALSE with %ZG_STORE_ERROR_STALE when somebody wrote a newer version of a reply
 */
gboolean
zg_reply_undo_apply (ZgDatabase   *db,
                     ZgReplyUndo  *undo,
                     ZgTime        now,
                     GError      **error)
{
  if (!restore_groups (db, undo, error))
    return FALSE;

  /* Into the bin first: a reply there holds no shortcode. */
  for (guint i = 0; i < undo->states->len; i++)
    if (!zg_reply_table_put_state (db, &g_array_index (undo->states, ZgReplyState, i), error))
      return FALSE;
  for (guint i = 0; i < undo->replies->len; i++)
    {
      g_autoptr(ZgReply) before = zg_reply_copy (g_ptr_array_index (undo->replies, i));

      if (!zg_reply_table_update (db, before, now, error))
        return FALSE;
    }
  for (guint i = 0; i < undo->new_groups->len; i++)
    if (!zg_reply_table_delete_group (db, g_array_index (undo->new_groups, gint64, i), error))
      return FALSE;
  return TRUE;
}
