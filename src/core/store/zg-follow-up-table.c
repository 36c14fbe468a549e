/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-follow-up-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* What will be between the shop and a customer: whom to get back to, and when. */

/**
 * zg_follow_up_table_insert:
 * @db: a writing connection in a transaction
 * @follow_up: a new follow-up; gets its id, uid and version
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_follow_up_table_insert (ZgDatabase  *db,
                           ZgFollowUp  *follow_up,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO follow_up (uid, customer_id, order_id, reply_id, staff_id, due_at, state, done_at, text, outcome) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  g_free (follow_up->uid);
  follow_up->uid = zg_uid_new ();
  zg_statement_bind_text (statement, 0, follow_up->uid);
  zg_statement_bind_id (statement, 1, follow_up->customer_id);
  zg_statement_bind_id (statement, 2, follow_up->order_id);
  zg_statement_bind_id (statement, 3, follow_up->reply_id);
  zg_statement_bind_id (statement, 4, follow_up->staff_id);
  zg_statement_bind_int64 (statement, 5, follow_up->due_at);
  zg_statement_bind_int64 (statement, 6, follow_up->state);
  zg_statement_bind_time (statement, 7, follow_up->done_at);
  zg_statement_bind_text (statement, 8, follow_up->text);
  zg_statement_bind_text (statement, 9, follow_up->outcome);
  if (!zg_statement_run (statement, error))
    return FALSE;

  follow_up->id = zg_database_last_id (db);
  follow_up->version = 1;
  zg_database_note_change (db, ZG_TABLE_FOLLOW_UP, follow_up->id);
  return TRUE;
}

/**
 * zg_follow_up_table_load:
 * @db: a connection
 * @id: a follow-up
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): it, open or done; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgFollowUp *
zg_follow_up_table_load (ZgDatabase  *db,
                         gint64       id,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT uid, version, customer_id, order_id, reply_id, staff_id, due_at, state, done_at, text, outcome "
    "FROM follow_up WHERE id = ?", error);
  ZgFollowUp *follow_up;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such follow-up."));
      return NULL;
    }

  follow_up = zg_follow_up_new ();
  follow_up->id = id;
  zg_statement_copy_text (statement, 0, &follow_up->uid);
  follow_up->version = zg_statement_get_int64 (statement, 1);
  follow_up->customer_id = zg_statement_get_int64 (statement, 2);
  follow_up->order_id = zg_statement_get_int64 (statement, 3);
  follow_up->reply_id = zg_statement_get_int64 (statement, 4);
  follow_up->staff_id = zg_statement_get_int64 (statement, 5);
  follow_up->due_at = zg_statement_get_time (statement, 6);
  follow_up->state = zg_statement_get_int64 (statement, 7);
  follow_up->done_at = zg_statement_get_time (statement, 8);
  zg_statement_copy_text (statement, 9, &follow_up->text);
  zg_statement_copy_text (statement, 10, &follow_up->outcome);
  return follow_up;
}

/**
 * zg_follow_up_table_finish:
 * @db: a writing connection in a transaction
 * @id: a follow-up
 * @at: when it was done, or %ZG_TIME_NONE to open it again
 * @outcome: (nullable): what came of it
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
gboolean
zg_follow_up_table_finish (ZgDatabase  *db,
                           gint64       id,
                           ZgTime       at,
                           const char  *outcome,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE follow_up SET state = ?, done_at = ?, outcome = ?, version = version + 1 WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, at != ZG_TIME_NONE ? ZG_FOLLOW_UP_DONE : ZG_FOLLOW_UP_OPEN);
  zg_statement_bind_time (statement, 1, at);
  zg_statement_bind_text (statement, 2, outcome);
  zg_statement_bind_int64 (statement, 3, id);
  if (!zg_statement_run (statement, error))
    return FALSE;

  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such follow-up."));
      return FALSE;
    }
  zg_database_note_change (db, ZG_TABLE_FOLLOW_UP, id);
  return TRUE;
}

/**
 * zg_follow_up_table_delete:
 * @db: a writing connection in a transaction
 * @id: a follow-up
 * @error: return location for an error
 *
 * Returns: whether there is no such follow-up any more
 */
gboolean
zg_follow_up_table_delete (ZgDatabase  *db,
                           gint64       id,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM follow_up WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  zg_database_note_change (db, ZG_TABLE_FOLLOW_UP, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_follow_up_table_load_open:
 * @db: a connection
 * @customer_id: only of this customer, or 0 for all
 * @until: only those due until then
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgFollowUp): open follow-ups, the earliest first
 */
GPtrArray *
zg_follow_up_table_load_open (ZgDatabase  *db,
                              gint64       customer_id,
                              ZgTime       until,
                              GError     **error)
{
  g_autoptr(GPtrArray) follow_ups = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_follow_up_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, customer_id != 0
    ? "SELECT id, uid, version, customer_id, order_id, reply_id, staff_id, due_at, text FROM follow_up "
      "WHERE customer_id = ?2 AND state = 0 AND due_at <= ?1 ORDER BY due_at, id"
    : "SELECT id, uid, version, customer_id, order_id, reply_id, staff_id, due_at, text FROM follow_up "
      "WHERE state = 0 AND due_at <= ?1 ORDER BY due_at, id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, until);
  if (customer_id != 0)
    zg_statement_bind_int64 (statement, 1, customer_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgFollowUp *follow_up;

      if (!has_row)
        return g_steal_pointer (&follow_ups);

      follow_up = zg_follow_up_new ();
      follow_up->id = zg_statement_get_int64 (statement, 0);
      zg_statement_copy_text (statement, 1, &follow_up->uid);
      follow_up->version = zg_statement_get_int64 (statement, 2);
      follow_up->customer_id = zg_statement_get_int64 (statement, 3);
      follow_up->order_id = zg_statement_get_int64 (statement, 4);
      follow_up->reply_id = zg_statement_get_int64 (statement, 5);
      follow_up->staff_id = zg_statement_get_int64 (statement, 6);
      follow_up->due_at = zg_statement_get_time (statement, 7);
      zg_statement_copy_text (statement, 8, &follow_up->text);
      g_ptr_array_add (follow_ups, follow_up);
    }
  return NULL;
}
