/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-reply-import-table.h"

#include "zg-statement.h"

/*
 * What an import of replies needs beside the replies' own table: whose they are by name, what they bring along, and what
 * was before, so that the import can be taken back. That is kept in import_change like the rows of other imports, with
 * kinds of its own.
 */

#define KIND_CHANGED "reply"
#define KIND_NEW "reply-new"
#define KIND_GROUP "reply-group"

static gboolean
run_with_ids (ZgDatabase  *db,
              const char  *sql,
              gint64       first,
              gint64       second,
              gint64       third,
              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, first);
  if (second >= 0)
    zg_statement_bind_int64 (statement, 1, second);
  if (third >= 0)
    zg_statement_bind_int64 (statement, 2, third);
  return zg_statement_run (statement, error);
}

/**
 * zg_reply_import_table_load_owners:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64 utf8): the names of all clerks by their ids, with those who
 *   left
 */
GHashTable *
zg_reply_import_table_load_owners (ZgDatabase  *db,
                                   GError     **error)
{
  g_autoptr(GHashTable) owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT id, name FROM staff ORDER BY active, id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&owners);
      id = zg_statement_get_int64 (statement, 0);
      g_hash_table_insert (owners, g_memdup2 (&id, sizeof id), zg_statement_dup_text (statement, 1));
    }
  return NULL;
}

/**
 * zg_reply_import_table_set_origin:
 * @db: a writing connection in a transaction
 * @reply: a reply that was just inserted, with the uid and the use that it had elsewhere
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when another reply has the uid
 */
gboolean
zg_reply_import_table_set_origin (ZgDatabase     *db,
                                  const ZgReply  *reply,
                                  GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE reply SET uid = ?, use_count = ?, last_used_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, reply->uid);
  zg_statement_bind_int64 (statement, 1, reply->use_count);
  zg_statement_bind_time (statement, 2, reply->last_used_at);
  zg_statement_bind_int64 (statement, 3, reply->id);
  return zg_statement_run (statement, error);
}

/**
 * zg_reply_import_table_note:
 * @db: a writing connection in a transaction
 * @import_id: an import
 * @reply_id: a reply that it is about to change
 * @error: return location for an error
 *
 * Keeps the reply as it is now, and takes its shortcode off, so that replies can change theirs with one another.
 *
 * Returns: whether it is kept
 */
gboolean
zg_reply_import_table_note (ZgDatabase  *db,
                            gint64       import_id,
                            gint64       reply_id,
                            GError     **error)
{
  return run_with_ids (db,
    "INSERT INTO import_change (import_id, kind, row_id, version_after, before) "
    "SELECT ?1, '" KIND_CHANGED "', r.id, 0, json_object('group_id', r.group_id, 'position', r.position, 'title', r.title, "
    "'shortcode', r.shortcode, 'body', r.body, 'stages', r.stages, 'starter', r.starter, 'favourite', r.favourite, "
    "'valid_from', r.valid_from, 'valid_until', r.valid_until, 'owner_id', r.owner_id, 'starts_wait', r.starts_wait, "
    "'picture_id', r.picture_id, 'deleted_at', r.deleted_at, 'updated_at', r.updated_at, "
    "'keywords', (SELECT json_group_array(keyword) FROM (SELECT keyword FROM reply_keyword WHERE reply_id = r.id "
    "  ORDER BY position)), "
    "'variants', (SELECT json_group_array(body) FROM (SELECT body FROM reply_variant WHERE reply_id = r.id "
    "  ORDER BY position))) "
    "FROM reply AS r WHERE r.id = ?2", import_id, reply_id, -1, error)
    && run_with_ids (db, "UPDATE reply SET shortcode = '' WHERE id = ?", reply_id, -1, -1, error);
}

/**
 * zg_reply_import_table_seal:
 * @db: a writing connection in a transaction
 * @import_id: an import
 * @reply_id: a reply that it has changed
 * @version: its version now
 * @error: return location for an error
 *
 * Returns: whether it is noted how the import left the reply
 */
gboolean
zg_reply_import_table_seal (ZgDatabase  *db,
                            gint64       import_id,
                            gint64       reply_id,
                            gint64       version,
                            GError     **error)
{
  return run_with_ids (db, "UPDATE import_change SET version_after = ?1 WHERE kind = '" KIND_CHANGED "' AND row_id = ?2 "
                           "AND import_id = ?3", version, reply_id, import_id, error);
}

/**
 * zg_reply_import_table_note_new:
 * @db: a writing connection in a transaction
 * @import_id: an import
 * @reply_id: a reply that it has made
 * @error: return location for an error
 *
 * Returns: whether it is noted
 */
gboolean
zg_reply_import_table_note_new (ZgDatabase  *db,
                                gint64       import_id,
                                gint64       reply_id,
                                GError     **error)
{
  return run_with_ids (db, "INSERT INTO import_change (import_id, kind, row_id, version_after, before) "
                           "VALUES (?, '" KIND_NEW "', ?, 1, '')", import_id, reply_id, -1, error);
}

/**
 * zg_reply_import_table_note_group:
 * @db: a writing connection in a transaction
 * @import_id: an import
 * @group_id: a group that it has made
 * @error: return location for an error
 *
 * Returns: whether it is noted
 */
gboolean
zg_reply_import_table_note_group (ZgDatabase  *db,
                                  gint64       import_id,
                                  gint64       group_id,
                                  GError     **error)
{
  return run_with_ids (db, "INSERT INTO import_change (import_id, kind, row_id, version_after, before) "
                           "VALUES (?, '" KIND_GROUP "', ?, 1, '')", import_id, group_id, -1, error);
}

/* What somebody wrote a newer version of stays as it is. */
static gboolean
keep_edited (ZgDatabase  *db,
             gint64       import_id,
             GPtrArray   *kept,
             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT r.id FROM import_change AS c JOIN reply AS r ON r.id = c.row_id "
    "WHERE c.import_id = ? AND c.kind IN ('" KIND_CHANGED "', '" KIND_NEW "') AND r.version <> c.version_after ORDER BY r.id",
    error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, import_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return run_with_ids (db,
          "DELETE FROM import_change WHERE import_id = ? AND kind IN ('" KIND_CHANGED "', '" KIND_NEW "') "
          "AND version_after <> (SELECT version FROM reply WHERE id = row_id)", import_id, -1, -1, error);
      g_ptr_array_add (kept, g_strdup_printf ("reply %" G_GINT64_FORMAT, zg_statement_get_int64 (statement, 0)));
    }
  return FALSE;
}

/* A new reply that was copied goes to the bin, the others are as if they had never been. */
static gboolean
remove_new (ZgDatabase  *db,
            gint64       import_id,
            ZgTime       now,
            gint64      *n_removed,
            GError     **error)
{
  if (!run_with_ids (db, "UPDATE reply SET deleted_at = ?2 WHERE deleted_at IS NULL "
                         "AND id IN (SELECT row_id FROM import_change WHERE import_id = ?1 AND kind = '" KIND_NEW "') "
                         "AND EXISTS (SELECT 1 FROM contact WHERE reply_id = reply.id)", import_id, now, -1, error))
    return FALSE;
  *n_removed += zg_database_changes (db);
  if (!run_with_ids (db, "DELETE FROM reply WHERE "
                         "id IN (SELECT row_id FROM import_change WHERE import_id = ?1 AND kind = '" KIND_NEW "') "
                         "AND NOT EXISTS (SELECT 1 FROM contact WHERE reply_id = reply.id)", import_id, -1, -1, error))
    return FALSE;
  *n_removed += zg_database_changes (db);
  return TRUE;
}

#define BEFORE(field) "json_extract(c.before, '$." field "')"
#define OF_IMPORT "FROM import_change AS c WHERE c.import_id = ?1 AND c.kind = '" KIND_CHANGED "'"

/* All shortcodes are free first. One that another reply got since stays there, a group that is gone is not made again. */
static gboolean
restore_changed (ZgDatabase  *db,
                 gint64       import_id,
                 gint64      *n_restored,
                 GError     **error)
{
  static const char * const steps[] = {
    "UPDATE reply SET shortcode = '' WHERE id IN (SELECT c.row_id " OF_IMPORT ")",
    "UPDATE reply SET version = reply.version + 1, position = " BEFORE ("position") ", title = " BEFORE ("title") ", "
    "  body = " BEFORE ("body") ", stages = " BEFORE ("stages") ", starter = " BEFORE ("starter") ", "
    "  favourite = " BEFORE ("favourite") ", valid_from = " BEFORE ("valid_from") ", "
    "  valid_until = " BEFORE ("valid_until") ", owner_id = " BEFORE ("owner_id") ", "
    "  starts_wait = " BEFORE ("starts_wait") ", picture_id = " BEFORE ("picture_id") ", "
    "  deleted_at = " BEFORE ("deleted_at") ", updated_at = " BEFORE ("updated_at") ", "
    "  group_id = coalesce((SELECT id FROM reply_group WHERE id = " BEFORE ("group_id") "), reply.group_id) "
    "FROM import_change AS c WHERE c.row_id = reply.id AND c.import_id = ?1 AND c.kind = '" KIND_CHANGED "'",
    "UPDATE reply SET shortcode = " BEFORE ("shortcode") " "
    "FROM import_change AS c WHERE c.row_id = reply.id AND c.import_id = ?1 AND c.kind = '" KIND_CHANGED "' "
    "AND NOT EXISTS (SELECT 1 FROM reply AS o WHERE o.shortcode = " BEFORE ("shortcode") " AND o.deleted_at IS NULL "
    "  AND reply.deleted_at IS NULL)",
    "DELETE FROM reply_keyword WHERE reply_id IN (SELECT c.row_id " OF_IMPORT ")",
    "INSERT INTO reply_keyword (reply_id, position, keyword) SELECT c.row_id, j.key, j.value "
    "FROM import_change AS c, json_each(c.before, '$.keywords') AS j WHERE c.import_id = ?1 AND c.kind = '" KIND_CHANGED "'",
    "DELETE FROM reply_variant WHERE reply_id IN (SELECT c.row_id " OF_IMPORT ")",
    "INSERT INTO reply_variant (reply_id, position, body) SELECT c.row_id, j.key, j.value "
    "FROM import_change AS c, json_each(c.before, '$.variants') AS j WHERE c.import_id = ?1 AND c.kind = '" KIND_CHANGED "'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (!run_with_ids (db, steps[i], import_id, -1, -1, error))
        return FALSE;
      if (i == 0)
        *n_restored += zg_database_changes (db);
    }
  return TRUE;
}

/**
 * zg_reply_import_table_put_back:
 * @db: a writing connection in a transaction
 * @import_id: an import
 * @now: what time it is
 * @n_removed: (inout): counts replies that were removed
 * @n_restored: (inout): counts replies that are as they were before
 * @kept: (element-type utf8): gets the replies that somebody edited since; they stay
 * @error: return location for an error
 *
 * Takes an import of replies back. One that brought none is left as it is.
 *
 * Returns: whether that worked
 */
gboolean
zg_reply_import_table_put_back (ZgDatabase  *db,
                                gint64       import_id,
                                ZgTime       now,
                                gint64      *n_removed,
                                gint64      *n_restored,
                                GPtrArray   *kept,
                                GError     **error)
{
  zg_database_note_change (db, ZG_TABLE_REPLY, 0);
  return keep_edited (db, import_id, kept, error)
         && remove_new (db, import_id, now, n_removed, error)
         && restore_changed (db, import_id, n_restored, error)
         && run_with_ids (db, "DELETE FROM reply_group WHERE id IN (SELECT row_id FROM import_change WHERE import_id = ? "
                              "AND kind = '" KIND_GROUP "') AND NOT EXISTS (SELECT 1 FROM reply WHERE group_id = reply_group.id)",
                          import_id, -1, -1, error)
         && run_with_ids (db, "DELETE FROM import_change WHERE import_id = ? "
                              "AND kind IN ('" KIND_CHANGED "', '" KIND_NEW "', '" KIND_GROUP "')", import_id, -1, -1, error);
}
