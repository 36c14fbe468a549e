/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-reply-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* The groups of the replies, in the order in which they are shown. */

/**
 * zg_reply_table_load_groups:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgReplyGroup): the groups in their order, with counts
 */
GPtrArray *
zg_reply_table_load_groups (ZgDatabase  *db,
                            GError     **error)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_group_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT g.id, g.uid, g.name, g.position, count(r.id) FROM reply_group AS g "
    "LEFT JOIN reply AS r ON r.group_id = g.id AND r.deleted_at IS NULL GROUP BY g.id ORDER BY g.position, g.id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgReplyGroup *group;

      if (!has_row)
        return g_steal_pointer (&groups);

      group = g_new0 (ZgReplyGroup, 1);
      group->id = zg_statement_get_int64 (statement, 0);
      zg_statement_copy_text (statement, 1, &group->uid);
      zg_statement_copy_text (statement, 2, &group->name);
      group->position = zg_statement_get_int64 (statement, 3);
      group->n_replies = zg_statement_get_int64 (statement, 4);
      g_ptr_array_add (groups, group);
    }
  return NULL;
}

/**
 * zg_reply_table_ensure_group:
 * @db: a writing connection in a transaction
 * @name: a group's name
 * @error: return location for an error
 *
 * Returns: the group of that name, made at the end when there was none; 0 on an error
 */
gint64
zg_reply_table_ensure_group (ZgDatabase  *db,
                             const char  *name,
                             GError     **error)
{
  g_autoptr(ZgStatement) insert = zg_statement_new (db,
    "INSERT OR IGNORE INTO reply_group (uid, name, position) "
    "SELECT ?1, ?2, coalesce(max(position) + 1, 0) FROM reply_group", error);
  g_autoptr(ZgStatement) select = NULL;
  g_autofree char *uid = zg_uid_new ();
  gboolean has_row;

  if (insert == NULL)
    return 0;
  zg_statement_bind_text (insert, 0, uid);
  zg_statement_bind_text (insert, 1, name);
  if (!zg_statement_run (insert, error))
    return 0;

  select = zg_statement_new (db, "SELECT id FROM reply_group WHERE name = ?", error);
  if (select == NULL)
    return 0;
  zg_statement_bind_text (select, 0, name);
  if (!zg_statement_step (select, &has_row, error))
    return 0;
  zg_database_note_change (db, ZG_TABLE_REPLY, 0);
  return zg_statement_get_int64 (select, 0);
}

/**
 * zg_reply_table_find_group:
 * @db: a connection
 * @name: a group's name
 * @id_out: (out): the group, 0 when there is none
 * @error: return location for an error
 *
 * Returns: %FALSE on an error
 */
gboolean
zg_reply_table_find_group (ZgDatabase  *db,
                           const char  *name,
                           gint64      *id_out,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT id FROM reply_group WHERE name = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, name);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * zg_reply_table_put_group:
 * @db: a writing connection in a transaction
 * @group: a group with its id, name and place; one that was deleted comes back under its id
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when another group has the name
 */
gboolean
zg_reply_table_put_group (ZgDatabase          *db,
                          const ZgReplyGroup  *group,
                          GError             **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO reply_group (id, uid, name, position) VALUES (?1, ?2, ?3, ?4) "
    "ON CONFLICT (id) DO UPDATE SET name = ?3, position = ?4, version = version + 1", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, group->id);
  zg_statement_bind_text (statement, 1, group->uid);
  zg_statement_bind_text (statement, 2, group->name);
  zg_statement_bind_int64 (statement, 3, group->position);
  zg_database_note_change (db, ZG_TABLE_REPLY, 0);
  return zg_statement_run (statement, error);
}

/**
 * zg_reply_table_delete_group:
 * @db: a writing connection in a transaction
 * @id: a group that no reply is in, not even one in the bin
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_CONSTRAINT when a reply is in it
 */
gboolean
zg_reply_table_delete_group (ZgDatabase  *db,
                             gint64       id,
                             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM reply_group WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  zg_database_note_change (db, ZG_TABLE_REPLY, 0);
  return zg_statement_run (statement, error);
}
