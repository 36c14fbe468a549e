/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-reply-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* The replies, their groups, keywords and variants. A shop has at most some thousands: they are read as a whole. */

#define REPLY_COLUMNS \
  "r.id, r.uid, r.version, r.group_id, g.name, r.title, r.shortcode, r.body, r.stages, r.starter, r.favourite, " \
  "r.position, r.use_count, r.last_used_at, r.valid_from, r.valid_until, r.owner_id, r.starts_wait, r.picture_id, " \
  "r.deleted_at, r.created_at, r.updated_at"
#define SELECT_REPLIES "SELECT " REPLY_COLUMNS " FROM reply AS r JOIN reply_group AS g ON g.id = r.group_id "

static ZgReply *
read_reply (ZgStatement *statement)
{
  ZgReply *reply = zg_reply_new ();

  reply->id = zg_statement_get_int64 (statement, 0);
  zg_statement_copy_text (statement, 1, &reply->uid);
  reply->version = zg_statement_get_int64 (statement, 2);
  reply->group_id = zg_statement_get_int64 (statement, 3);
  zg_statement_copy_text (statement, 4, &reply->group_name);
  zg_statement_copy_text (statement, 5, &reply->title);
  zg_statement_copy_text (statement, 6, &reply->shortcode);
  zg_statement_copy_text (statement, 7, &reply->body);
  reply->stages = zg_statement_get_int64 (statement, 8);
  zg_statement_copy_text (statement, 9, &reply->starter);
  reply->favourite = zg_statement_get_int64 (statement, 10) != 0;
  reply->position = zg_statement_get_int64 (statement, 11);
  reply->use_count = zg_statement_get_int64 (statement, 12);
  reply->last_used_at = zg_statement_get_time (statement, 13);
  reply->valid_from = zg_statement_get_time (statement, 14);
  reply->valid_until = zg_statement_get_time (statement, 15);
  reply->owner_id = zg_statement_get_int64 (statement, 16);
  reply->starts_wait = zg_statement_get_int64 (statement, 17) != 0;
  reply->picture_id = zg_statement_get_int64 (statement, 18);
  reply->deleted_at = zg_statement_get_time (statement, 19);
  reply->created_at = zg_statement_get_time (statement, 20);
  reply->updated_at = zg_statement_get_time (statement, 21);
  return reply;
}

/* Reads rows of (reply id, text) into the lists of the replies in @by_id. */
static gboolean
read_texts (ZgDatabase  *db,
            const char  *sql,
            GHashTable  *by_id,
            gboolean     keywords,
            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;
      ZgReply *reply;

      if (!has_row)
        return TRUE;

      id = zg_statement_get_int64 (statement, 0);
      reply = g_hash_table_lookup (by_id, &id);
      if (reply != NULL)
        g_ptr_array_add (keywords ? reply->keywords : reply->variants, zg_statement_dup_text (statement, 1));
    }
  return FALSE;
}

static gboolean
read_replies (ZgStatement  *statement,
              GPtrArray    *replies,
              GError      **error)
{
  gboolean has_row;

  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (replies, read_reply (statement));
    }
  return FALSE;
}

/* The replies that @sql selects, with their keywords and variants. @id, unless it is 0, is for the "?" in @sql. */
static GPtrArray *
load (ZgDatabase  *db,
      const char  *sql,
      gint64       id,
      GError     **error)
{
  g_autoptr(GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);

  if (statement == NULL)
    return NULL;
  if (id != 0)
    zg_statement_bind_int64 (statement, 0, id);
  if (!read_replies (statement, replies, error))
    return NULL;

  for (guint i = 0; i < replies->len; i++)
    {
      ZgReply *reply = g_ptr_array_index (replies, i);

      g_hash_table_insert (by_id, &reply->id, reply);
    }

  if (!read_texts (db, "SELECT reply_id, keyword FROM reply_keyword ORDER BY reply_id, position", by_id, TRUE, error)
      || !read_texts (db, "SELECT reply_id, body FROM reply_variant ORDER BY reply_id, position", by_id, FALSE, error))
    return NULL;
  return g_steal_pointer (&replies);
}

/**
 * zg_reply_table_load_all:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgReply): all replies that are not in the bin, by group and place
 */
GPtrArray *
zg_reply_table_load_all (ZgDatabase  *db,
                         GError     **error)
{
  return load (db, SELECT_REPLIES "WHERE r.deleted_at IS NULL ORDER BY g.position, g.id, r.position, r.id", 0, error);
}

/**
 * zg_reply_table_load_bin:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgReply): the replies in the bin, what came last first
 */
GPtrArray *
zg_reply_table_load_bin (ZgDatabase  *db,
                         GError     **error)
{
  return load (db, SELECT_REPLIES "WHERE r.deleted_at IS NOT NULL ORDER BY r.deleted_at DESC, r.id DESC", 0, error);
}

static ZgReply *
load_one (ZgDatabase  *db,
          const char  *sql,
          gint64       id,
          GError     **error)
{
  g_autoptr(GPtrArray) replies = load (db, sql, id, error);

  if (replies == NULL)
    return NULL;
  if (replies->len > 0)
    return g_ptr_array_steal_index (replies, 0);

  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such reply."));
  return NULL;
}

/**
 * zg_reply_table_load:
 * @db: a connection
 * @id: a reply
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the reply; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none or it is in
 *   the bin
 */
ZgReply *
zg_reply_table_load (ZgDatabase  *db,
                     gint64       id,
                     GError     **error)
{
  return load_one (db, SELECT_REPLIES "WHERE r.id = ? AND r.deleted_at IS NULL", id, error);
}

/**
 * zg_reply_table_load_from_bin:
 * @db: a connection
 * @id: a reply
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the reply; %NULL with %ZG_STORE_ERROR_NOT_FOUND when the bin has none of that id
 */
ZgReply *
zg_reply_table_load_from_bin (ZgDatabase  *db,
                              gint64       id,
                              GError     **error)
{
  return load_one (db, SELECT_REPLIES "WHERE r.id = ? AND r.deleted_at IS NOT NULL", id, error);
}

/**
 * zg_reply_table_find_starter:
 * @db: a connection
 * @starter: a key of the starter library
 * @id_out: (out): the reply that came from it, 0 when there is none
 * @in_bin_out: (out): whether it is in the bin
 * @error: return location for an error
 *
 * A reply in use is found before one in the bin.
 *
 * Returns: %FALSE on an error
 */
gboolean
zg_reply_table_find_starter (ZgDatabase  *db,
                             const char  *starter,
                             gint64      *id_out,
                             gboolean    *in_bin_out,
                             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, deleted_at IS NOT NULL FROM reply WHERE starter = ? ORDER BY deleted_at IS NOT NULL, id LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, starter);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  *in_bin_out = has_row && zg_statement_get_int64 (statement, 1) != 0;
  return TRUE;
}

/**
 * zg_reply_table_find_by_shortcode:
 * @db: a connection
 * @shortcode: a shortcode
 * @error: return location for an error
 *
 * Returns: the reply; 0 with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
gint64
zg_reply_table_find_by_shortcode (ZgDatabase  *db,
                                  const char  *shortcode,
                                  GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM reply WHERE shortcode = ? AND shortcode <> '' AND deleted_at IS NULL", error);
  gboolean has_row;

  if (statement == NULL)
    return 0;
  zg_statement_bind_text (statement, 0, shortcode);
  if (!zg_statement_step (statement, &has_row, error))
    return 0;
  if (!has_row)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no reply “%s”."), shortcode);
      return 0;
    }
  return zg_statement_get_int64 (statement, 0);
}

static gboolean
write_texts (ZgDatabase  *db,
             const char  *clear_sql,
             const char  *insert_sql,
             gint64       reply_id,
             GPtrArray   *texts,
             GError     **error)
{
  g_autoptr(ZgStatement) clear = zg_statement_new (db, clear_sql, error);
  g_autoptr(ZgStatement) insert = NULL;

  if (clear == NULL)
    return FALSE;
  zg_statement_bind_int64 (clear, 0, reply_id);
  if (!zg_statement_run (clear, error))
    return FALSE;

  insert = zg_statement_new (db, insert_sql, error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    {
      zg_statement_bind_int64 (insert, 0, reply_id);
      zg_statement_bind_int64 (insert, 1, i);
      zg_statement_bind_text (insert, 2, g_ptr_array_index (texts, i));
      if (!zg_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_lists (ZgDatabase     *db,
             const ZgReply  *reply,
             GError        **error)
{
  zg_database_note_change (db, ZG_TABLE_REPLY, reply->id);
  return write_texts (db, "DELETE FROM reply_keyword WHERE reply_id = ?",
                      "INSERT INTO reply_keyword (reply_id, position, keyword) VALUES (?, ?, ?)",
                      reply->id, reply->keywords, error)
         && write_texts (db, "DELETE FROM reply_variant WHERE reply_id = ?",
                         "INSERT INTO reply_variant (reply_id, position, body) VALUES (?, ?, ?)",
                         reply->id, reply->variants, error);
}

static void
bind_fields (ZgStatement   *statement,
             const ZgReply *reply,
             ZgTime         now)
{
  zg_statement_bind_int64 (statement, 0, reply->group_id);
  zg_statement_bind_int64 (statement, 1, reply->position);
  zg_statement_bind_text (statement, 2, reply->title);
  zg_statement_bind_text (statement, 3, reply->shortcode);
  zg_statement_bind_text (statement, 4, reply->body);
  zg_statement_bind_int64 (statement, 5, reply->stages);
  zg_statement_bind_text (statement, 6, reply->starter);
  zg_statement_bind_int64 (statement, 7, reply->favourite ? 1 : 0);
  zg_statement_bind_time (statement, 8, reply->valid_from);
  zg_statement_bind_time (statement, 9, reply->valid_until);
  zg_statement_bind_id (statement, 10, reply->owner_id);
  zg_statement_bind_int64 (statement, 11, reply->starts_wait ? 1 : 0);
  zg_statement_bind_id (statement, 12, reply->picture_id);
  zg_statement_bind_time (statement, 13, now);
}

/**
 * zg_reply_table_insert:
 * @db: a writing connection in a transaction
 * @reply: a new reply with its group's id; gets its id, uid and version
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when the shortcode is taken
 */
gboolean
zg_reply_table_insert (ZgDatabase  *db,
                       ZgReply     *reply,
                       ZgTime       now,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO reply (group_id, position, title, shortcode, body, stages, starter, favourite, valid_from, valid_until, "
    "owner_id, starts_wait, picture_id, created_at, updated_at, uid) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14, ?15)", error);

  if (statement == NULL)
    return FALSE;

  g_free (reply->uid);
  reply->uid = zg_uid_new ();
  bind_fields (statement, reply, now);
  zg_statement_bind_text (statement, 14, reply->uid);
  if (!zg_statement_run (statement, error))
    return FALSE;

  reply->id = zg_database_last_id (db);
  reply->version = 1;
  reply->created_at = reply->updated_at = now;
  return write_lists (db, reply, error);
}

/**
 * zg_reply_table_update:
 * @db: a writing connection in a transaction
 * @reply: a reply as it should be, with the version that was read; gets the new version
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the reply, %ZG_STORE_ERROR_DUPLICATE when the
 *   shortcode is taken
 */
gboolean
zg_reply_table_update (ZgDatabase  *db,
                       ZgReply     *reply,
                       ZgTime       now,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE reply SET group_id = ?1, position = ?2, title = ?3, shortcode = ?4, body = ?5, stages = ?6, starter = ?7, "
    "favourite = ?8, valid_from = ?9, valid_until = ?10, owner_id = ?11, starts_wait = ?12, picture_id = ?13, "
    "updated_at = ?14, version = version + 1 WHERE id = ?15 AND version = ?16", error);

  if (statement == NULL)
    return FALSE;

  bind_fields (statement, reply, now);
  zg_statement_bind_int64 (statement, 14, reply->id);
  zg_statement_bind_int64 (statement, 15, reply->version);
  if (!zg_statement_run (statement, error))
    return FALSE;

  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this reply in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }

  reply->version++;
  reply->updated_at = now;
  return write_lists (db, reply, error);
}

/**
 * zg_reply_table_note_use:
 * @db: a writing connection in a transaction
 * @id: a reply
 * @at: when it was copied
 * @error: return location for an error
 *
 * Counts a use. Not an edit: the version stays.
 *
 * Returns: whether it is done
 */
gboolean
zg_reply_table_note_use (ZgDatabase  *db,
                         gint64       id,
                         ZgTime       at,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE reply SET use_count = use_count + 1, last_used_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, at);
  zg_statement_bind_int64 (statement, 1, id);
  zg_database_note_change (db, ZG_TABLE_REPLY, id);
  return zg_statement_run (statement, error);
}
