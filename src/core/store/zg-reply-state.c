/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-reply-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"

/*
 * Where a reply stands: its group and place, whether it is a favourite, whether it is in the bin. That is not what it
 * says: it changes without a new version, so that an editor that is open on the reply can still save.
 */

#define STATE_COLUMNS "id, group_id, position, favourite, deleted_at"

static void
read_state (ZgStatement  *statement,
            ZgReplyState *state)
{
  state->id = zg_statement_get_int64 (statement, 0);
  state->group_id = zg_statement_get_int64 (statement, 1);
  state->position = zg_statement_get_int64 (statement, 2);
  state->favourite = zg_statement_get_int64 (statement, 3) != 0;
  state->deleted_at = zg_statement_get_time (statement, 4);
}

/**
 * zg_reply_table_load_state:
 * @db: a connection
 * @id: a reply, also one in the bin
 * @state_out: (out caller-allocates): where it stands
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_NOT_FOUND when there is no such reply
 */
gboolean
zg_reply_table_load_state (ZgDatabase    *db,
                           gint64         id,
                           ZgReplyState  *state_out,
                           GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT " STATE_COLUMNS " FROM reply WHERE id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such reply."));
      return FALSE;
    }
  read_state (statement, state_out);
  return TRUE;
}

/**
 * zg_reply_table_load_states:
 * @db: a connection
 * @group_id: a group
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgReplyState): where the replies of the group stand, in their order;
 *   those in the bin come last
 */
GArray *
zg_reply_table_load_states (ZgDatabase  *db,
                            gint64       group_id,
                            GError     **error)
{
  g_autoptr(GArray) states = g_array_new (FALSE, FALSE, sizeof (ZgReplyState));
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT " STATE_COLUMNS " FROM reply WHERE group_id = ? ORDER BY deleted_at IS NOT NULL, position, id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, group_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgReplyState state;

      if (!has_row)
        return g_steal_pointer (&states);
      read_state (statement, &state);
      g_array_append_val (states, state);
    }
  return NULL;
}

/**
 * zg_reply_table_put_state:
 * @db: a writing connection in a transaction
 * @state: where a reply is to stand
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when it would come out of the bin with a shortcode that is taken
 */
gboolean
zg_reply_table_put_state (ZgDatabase          *db,
                          const ZgReplyState  *state,
                          GError             **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE reply SET group_id = ?, position = ?, favourite = ?, deleted_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, state->group_id);
  zg_statement_bind_int64 (statement, 1, state->position);
  zg_statement_bind_int64 (statement, 2, state->favourite ? 1 : 0);
  zg_statement_bind_time (statement, 3, state->deleted_at);
  zg_statement_bind_int64 (statement, 4, state->id);
  zg_database_note_change (db, ZG_TABLE_REPLY, state->id);
  return zg_statement_run (statement, error);
}

/**
 * zg_reply_table_set_deleted:
 * @db: a writing connection in a transaction
 * @id: a reply
 * @deleted_at: when it went to the bin, or %ZG_TIME_NONE to take it out
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
zg_reply_table_set_deleted (ZgDatabase  *db,
                            gint64       id,
                            ZgTime       deleted_at,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE reply SET deleted_at = ?, version = version + 1 WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, deleted_at);
  zg_statement_bind_int64 (statement, 1, id);
  zg_database_note_change (db, ZG_TABLE_REPLY, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_reply_table_purge_bin:
 * @db: a writing connection in a transaction
 * @before: replies that went to the bin earlier than this are deleted for good
 * @error: return location for an error
 *
 * What was copied of them stays in the customers' timelines.
 *
 * Returns: whether they are gone
 */
gboolean
zg_reply_table_purge_bin (ZgDatabase  *db,
                          ZgTime       before,
                          GError     **error)
{
  /* Their numbers are given again: an import that is taken back must not look for them under these. */
  g_autoptr(ZgStatement) entries = zg_statement_new (db,
    "DELETE FROM import_change WHERE kind IN ('reply', 'reply-new') "
    "AND row_id IN (SELECT id FROM reply WHERE deleted_at < ?)", error);
  g_autoptr(ZgStatement) statement = NULL;

  if (entries == NULL)
    return FALSE;
  zg_statement_bind_int64 (entries, 0, before);
  if (!zg_statement_run (entries, error))
    return FALSE;

  statement = zg_statement_new (db, "DELETE FROM reply WHERE deleted_at < ?", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, before);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) > 0)
    zg_database_note_change (db, ZG_TABLE_REPLY, 0);
  return TRUE;
}
