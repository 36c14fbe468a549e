/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-picture-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* The pictures of replies, in the shop file itself: a backup has all of them. */

/**
 * zg_picture_table_insert:
 * @db: a writing connection in a transaction
 * @picture: a new picture; gets its id and uid
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
zg_picture_table_insert (ZgDatabase  *db,
                         ZgPicture   *picture,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO picture (uid, media_type, width, height, bytes) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  g_free (picture->uid);
  picture->uid = zg_uid_new ();
  zg_statement_bind_text (statement, 0, picture->uid);
  zg_statement_bind_text (statement, 1, picture->media_type);
  zg_statement_bind_int64 (statement, 2, picture->width);
  zg_statement_bind_int64 (statement, 3, picture->height);
  zg_statement_bind_bytes (statement, 4, picture->bytes);
  if (!zg_statement_run (statement, error))
    return FALSE;

  picture->id = zg_database_last_id (db);
  return TRUE;
}

/**
 * zg_picture_table_load:
 * @db: a connection
 * @id: a picture
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgPicture *
zg_picture_table_load (ZgDatabase  *db,
                       gint64       id,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT uid, media_type, width, height, bytes FROM picture WHERE id = ?", error);
  ZgPicture *picture;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such picture."));
      return NULL;
    }

  picture = g_new0 (ZgPicture, 1);
  picture->id = id;
  zg_statement_copy_text (statement, 0, &picture->uid);
  zg_statement_copy_text (statement, 1, &picture->media_type);
  picture->width = zg_statement_get_int64 (statement, 2);
  picture->height = zg_statement_get_int64 (statement, 3);
  picture->bytes = zg_statement_dup_bytes (statement, 4);
  return picture;
}

/**
 * zg_picture_table_delete_unused:
 * @db: a writing connection in a transaction
 * @error: return location for an error
 *
 * Deletes the pictures that no reply has, not even one in the bin, and none that an import can give back to its reply.
 *
 * Returns: whether they are gone
 */
gboolean
zg_picture_table_delete_unused (ZgDatabase  *db,
                                GError     **error)
{
  return zg_database_exec (db,
    "DELETE FROM picture WHERE NOT EXISTS (SELECT 1 FROM reply WHERE reply.picture_id = picture.id) "
    "AND NOT EXISTS (SELECT 1 FROM import_change WHERE kind = 'reply' "
    "AND json_extract(before, '$.picture_id') = picture.id)", error);
}
