/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-attachment-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* Files that belong to customers, in the shop file itself: a backup has all of them. */

#define COLUMNS "a.id, a.uid, a.customer_id, a.order_id, a.at, a.staff_id, s.name, a.name, a.media_type, a.size, o.number, " \
  "a.case_id"
#define TABLES "attachment AS a LEFT JOIN staff AS s ON s.id = a.staff_id LEFT JOIN shop_order AS o ON o.id = a.order_id"

/**
 * zg_attachment_table_insert:
 * @db: a writing connection in a transaction
 * @attachment: a new one, which gets its id and uid; or one that was deleted, which comes back as it was
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
zg_attachment_table_insert (ZgDatabase    *db,
                            ZgAttachment  *attachment,
                            GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO attachment (id, uid, customer_id, order_id, at, staff_id, name, media_type, size, bytes, case_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  if (attachment->uid == NULL)
    attachment->uid = zg_uid_new ();
  zg_statement_bind_id (statement, 0, attachment->id);
  zg_statement_bind_text (statement, 1, attachment->uid);
  zg_statement_bind_int64 (statement, 2, attachment->customer_id);
  zg_statement_bind_id (statement, 3, attachment->order_id);
  zg_statement_bind_int64 (statement, 4, attachment->at);
  zg_statement_bind_id (statement, 5, attachment->staff_id);
  zg_statement_bind_text (statement, 6, attachment->name);
  zg_statement_bind_text (statement, 7, attachment->media_type);
  zg_statement_bind_int64 (statement, 8, attachment->size);
  zg_statement_bind_bytes (statement, 9, attachment->bytes);
  zg_statement_bind_id (statement, 10, attachment->case_id);
  if (!zg_statement_run (statement, error))
    return FALSE;

  attachment->id = zg_database_last_id (db);
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, attachment->customer_id);
  return TRUE;
}

static ZgAttachment *
read_row (ZgStatement *statement)
{
  ZgAttachment *attachment = g_new0 (ZgAttachment, 1);

  attachment->id = zg_statement_get_int64 (statement, 0);
  zg_statement_copy_text (statement, 1, &attachment->uid);
  attachment->customer_id = zg_statement_get_int64 (statement, 2);
  attachment->order_id = zg_statement_get_int64 (statement, 3);
  attachment->at = zg_statement_get_time (statement, 4);
  attachment->staff_id = zg_statement_get_int64 (statement, 5);
  zg_statement_copy_text (statement, 6, &attachment->staff_name);
  zg_statement_copy_text (statement, 7, &attachment->name);
  zg_statement_copy_text (statement, 8, &attachment->media_type);
  attachment->size = zg_statement_get_int64 (statement, 9);
  if (attachment->order_id != 0)
    zg_statement_copy_text (statement, 10, &attachment->order_number);
  attachment->case_id = zg_statement_get_int64 (statement, 11);
  return attachment;
}

/* The attachments of one customer or of one case, as @sql says, without the bytes. */
static GPtrArray *
list (ZgDatabase  *db,
      const char  *sql,
      gint64       id,
      GError     **error)
{
  g_autoptr(GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_attachment_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&attachments);
      g_ptr_array_add (attachments, read_row (statement));
    }
  return NULL;
}

/**
 * zg_attachment_table_list:
 * @db: a connection
 * @customer_id: a customer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgAttachment): theirs without the bytes, the newest first
 */
GPtrArray *
zg_attachment_table_list (ZgDatabase  *db,
                          gint64       customer_id,
                          GError     **error)
{
  return list (db, "SELECT " COLUMNS " FROM " TABLES " WHERE a.customer_id = ? ORDER BY a.at DESC, a.id DESC", customer_id,
               error);
}

/**
 * zg_attachment_table_list_for_case:
 * @db: a connection
 * @case_id: a case
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgAttachment): what belongs to it without the bytes, the oldest first
 */
GPtrArray *
zg_attachment_table_list_for_case (ZgDatabase  *db,
                                   gint64       case_id,
                                   GError     **error)
{
  return list (db, "SELECT " COLUMNS " FROM " TABLES " WHERE a.case_id = ? ORDER BY a.at, a.id", case_id, error);
}

/**
 * zg_attachment_table_load:
 * @db: a connection
 * @id: an attachment
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): it with its bytes; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgAttachment *
zg_attachment_table_load (ZgDatabase  *db,
                          gint64       id,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT " COLUMNS ", a.bytes FROM " TABLES " WHERE a.id = ?",
                                                       error);
  ZgAttachment *attachment;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such attachment."));
      return NULL;
    }
  attachment = read_row (statement);
  attachment->bytes = zg_statement_dup_bytes (statement, 12);
  return attachment;
}

/**
 * zg_attachment_table_update:
 * @db: a writing connection in a transaction
 * @before: an attachment as it was shown
 * @after: the same with another name, or about another order
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since, or deleted it
 */
gboolean
zg_attachment_table_update (ZgDatabase          *db,
                            const ZgAttachment  *before,
                            const ZgAttachment  *after,
                            GError             **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE attachment SET name = ?, order_id = ? WHERE id = ? AND name = ? AND order_id IS ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, after->name);
  zg_statement_bind_id (statement, 1, after->order_id);
  zg_statement_bind_int64 (statement, 2, before->id);
  zg_statement_bind_text (statement, 3, before->name);
  zg_statement_bind_id (statement, 4, before->order_id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this in the meantime. Look at it again, then repeat your change."));
      return FALSE;
    }
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, before->customer_id);
  return TRUE;
}

/**
 * zg_attachment_table_delete:
 * @db: a writing connection in a transaction
 * @id: an attachment
 * @error: return location for an error
 *
 * Returns: whether there is no such attachment any more
 */
gboolean
zg_attachment_table_delete (ZgDatabase  *db,
                            gint64       id,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM attachment WHERE id = ? RETURNING customer_id",
                                                       error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    zg_database_note_change (db, ZG_TABLE_CUSTOMER, zg_statement_get_int64 (statement, 0));
  return TRUE;
}

/**
 * zg_attachment_table_count:
 * @db: a connection
 * @customer_id: a customer
 * @n_out: (out): how many attachments they have
 * @error: return location for an error
 *
 * Returns: whether they could be counted
 */
gboolean
zg_attachment_table_count (ZgDatabase  *db,
                           gint64       customer_id,
                           gint64      *n_out,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT count(*) FROM attachment WHERE customer_id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *n_out = zg_statement_get_int64 (statement, 0);
  return TRUE;
}
