/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-group-edit.h"

#include <glib/gi18n.h>

#include "zg-error.h"

/* Edits of the groups that replies are in. A reply always is in one. */

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, sentence);
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

/* Puts the replies of a group that goes behind those that are in another one. */
static gboolean
move_in (ZgDatabase   *db,
         GArray       *states,
         gint64        group_id,
         ZgReplyUndo  *undo,
         GError      **error)
{
  g_autoptr(GArray) there = zg_reply_table_load_states (db, group_id, error);
  int position = 0;

  if (there == NULL)
    return FALSE;
  for (guint i = 0; i < there->len; i++)
    position = MAX (position, g_array_index (there, ZgReplyState, i).position + 1);

  for (guint i = 0; i < states->len; i++)
    {
      ZgReplyState state = g_array_index (states, ZgReplyState, i);

      zg_reply_undo_note_state (undo, &state);
      state.group_id = group_id;
      state.position = position++;
      if (!zg_reply_table_put_state (db, &state, error))
        return FALSE;
    }
  return TRUE;
}

/* Sets @name_out to the name without blanks around it, unless it is empty or another group's. */
static gboolean
check_group_name (ZgDatabase  *db,
                  const char  *name,
                  gint64       group_id,
                  char       **name_out,
                  GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  gint64 other;

  if (*stripped == '\0')
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A group needs a name."));
      return FALSE;
    }
  if (!zg_reply_table_find_group (db, stripped, &other, error))
    return FALSE;
  if (other != 0 && other != group_id)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE, _("There is a group “%s” already."), stripped);
      return FALSE;
    }
  *name_out = g_steal_pointer (&stripped);
  return TRUE;
}

/* (transfer none): the group of that id. */
static ZgReplyGroup *
find_group (GPtrArray  *groups,
            gint64      group_id,
            guint      *index_out,
            GError    **error)
{
  for (guint i = 0; i < groups->len; i++)
    {
      ZgReplyGroup *group = g_ptr_array_index (groups, i);

      if (group->id == group_id)
        {
          *index_out = i;
          return group;
        }
    }
  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such group."));
  return NULL;
}

/**
 * zg_reply_group_edit_add:
 * @db: a writing connection in a transaction
 * @name: what to call it
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Returns: a new group at the end; 0 on an error, with %ZG_STORE_ERROR_DUPLICATE when there is one of that name
 */
gint64
zg_reply_group_edit_add (ZgDatabase   *db,
                         const char   *name,
                         ZgReplyUndo  *undo,
                         GError      **error)
{
  g_autofree char *stripped = NULL;
  gint64 id;

  if (!check_group_name (db, name, 0, &stripped, error))
    return 0;
  id = zg_reply_table_ensure_group (db, stripped, error);
  if (id != 0)
    zg_reply_undo_note_new_group (undo, id);
  return id;
}

/**
 * zg_reply_group_edit_rename:
 * @db: a writing connection in a transaction
 * @group_id: a group
 * @name: what to call it
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when another group has the name
 */
gboolean
zg_reply_group_edit_rename (ZgDatabase   *db,
                            gint64        group_id,
                            const char   *name,
                            ZgReplyUndo  *undo,
                            GError      **error)
{
  g_autoptr(GPtrArray) groups = zg_reply_table_load_groups (db, error);
  g_autofree char *stripped = NULL;
  ZgReplyGroup *group;
  guint index;

  if (groups == NULL)
    return FALSE;
  group = find_group (groups, group_id, &index, error);
  if (group == NULL || !check_group_name (db, name, group_id, &stripped, error))
    return FALSE;

  zg_reply_undo_note_group (undo, group);
  g_free (group->name);
  group->name = g_steal_pointer (&stripped);
  return zg_reply_table_put_group (db, group, error);
}

/**
 * zg_reply_group_edit_shift:
 * @db: a writing connection in a transaction
 * @group_id: a group
 * @step: by how many places, negative for up
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Returns: %FALSE on an error
 */
gboolean
zg_reply_group_edit_shift (ZgDatabase   *db,
                           gint64        group_id,
                           int           step,
                           ZgReplyUndo  *undo,
                           GError      **error)
{
  g_autoptr(GPtrArray) groups = zg_reply_table_load_groups (db, error);
  ZgReplyGroup *group;
  guint index, target;

  if (groups == NULL || find_group (groups, group_id, &index, error) == NULL)
    return FALSE;

  target = (guint) CLAMP ((int) index + step, 0, (int) groups->len - 1);
  group = g_ptr_array_steal_index (groups, index);
  g_ptr_array_insert (groups, (int) target, group);
  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (group->position == (int) i)
        continue;
      zg_reply_undo_note_group (undo, group);
      group->position = (int) i;
      if (!zg_reply_table_put_group (db, group, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_reply_group_edit_delete:
 * @db: a writing connection in a transaction
 * @group_id: a group
 * @move_to: the group that gets its replies, those in the bin among them; 0 when there are none but in the bin
 * @undo: (nullable): notes what was before
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when it is the last group, or has replies and @move_to is 0
 */
gboolean
zg_reply_group_edit_delete (ZgDatabase   *db,
                            gint64        group_id,
                            gint64        move_to,
                            ZgReplyUndo  *undo,
                            GError      **error)
{
  g_autoptr(GPtrArray) groups = zg_reply_table_load_groups (db, error);
  g_autoptr(GArray) own = NULL;
  const ZgReplyGroup *group;
  guint index;

  group = groups != NULL ? find_group (groups, group_id, &index, error) : NULL;
  own = group != NULL ? zg_reply_table_load_states (db, group_id, error) : NULL;
  if (own == NULL)
    return FALSE;
  if (groups->len == 1)
    return refuse (error, _("The last group stays: replies need one."));
  if (count_used (own) > 0 && move_to == 0)
    return refuse (error, _("The group still has replies. Say which group gets them."));

  /* What lies in the bin needs a group to come back to. */
  if (move_to == 0 || move_to == group_id)
    move_to = ((ZgReplyGroup *) g_ptr_array_index (groups, index == 0 ? 1 : 0))->id;
  zg_reply_undo_note_group (undo, group);
  return move_in (db, own, move_to, undo, error) && zg_reply_table_delete_group (db, group_id, error);
}
