/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-contact-table.h"

#include <glib/gi18n.h>

#include "zg-customer-table.h"
#include "zg-statement.h"
#include "zg-uid.h"

/* What was and what will be between the shop and a customer: the contact log and the follow-ups. */

/**
 * zg_contact_table_insert:
 * @db: a writing connection in a transaction
 * @contact: a new line; gets its id and uid
 * @error: return location for an error
 *
 * Returns: whether it is logged and the customer's last contact is right
 */
gboolean
zg_contact_table_insert (ZgDatabase  *db,
                         ZgContact   *contact,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO contact (uid, at, kind, customer_id, order_id, reply_id, staff_id, title, text) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  g_free (contact->uid);
  contact->uid = zg_uid_new ();
  zg_statement_bind_text (statement, 0, contact->uid);
  zg_statement_bind_time (statement, 1, contact->at);
  zg_statement_bind_int64 (statement, 2, contact->kind);
  zg_statement_bind_id (statement, 3, contact->customer_id);
  zg_statement_bind_id (statement, 4, contact->order_id);
  zg_statement_bind_id (statement, 5, contact->reply_id);
  zg_statement_bind_id (statement, 6, contact->staff_id);
  zg_statement_bind_text (statement, 7, contact->title);
  zg_statement_bind_text (statement, 8, contact->text);
  if (!zg_statement_run (statement, error))
    return FALSE;

  contact->id = zg_database_last_id (db);
  zg_database_note_change (db, ZG_TABLE_CONTACT, contact->id);
  return zg_customer_table_refresh_totals (db, contact->customer_id, error);
}

/**
 * zg_contact_table_append_to_last_copy:
 * @db: a writing connection in a transaction
 * @reply_id: a reply
 * @customer_id: for whom it was copied
 * @text: what else was copied of it, on a line of its own
 * @id_out: (out): the line of the log, 0 when the last thing that was copied for them was another reply
 * @error: return location for an error
 *
 * Returns: whether the log could be written
 */
gboolean
zg_contact_table_append_to_last_copy (ZgDatabase  *db,
                                      gint64       reply_id,
                                      gint64       customer_id,
                                      const char  *text,
                                      gint64      *id_out,
                                      GError     **error)
{
  g_autoptr(ZgStatement) select = zg_statement_new (db,
    "SELECT id, reply_id FROM contact WHERE customer_id = ? AND kind = ? ORDER BY at DESC, id DESC LIMIT 1", error);
  g_autoptr(ZgStatement) update = NULL;
  gboolean has_row;

  *id_out = 0;
  if (select == NULL)
    return FALSE;
  zg_statement_bind_int64 (select, 0, customer_id);
  zg_statement_bind_int64 (select, 1, ZG_CONTACT_COPY);
  if (!zg_statement_step (select, &has_row, error))
    return FALSE;
  if (!has_row || zg_statement_get_int64 (select, 1) != reply_id)
    return TRUE;
  *id_out = zg_statement_get_int64 (select, 0);

  update = zg_statement_new (db, "UPDATE contact SET text = text || char(10) || ? WHERE id = ?", error);
  if (update == NULL)
    return FALSE;
  zg_statement_bind_text (update, 0, text);
  zg_statement_bind_int64 (update, 1, *id_out);
  if (!zg_statement_run (update, error))
    return FALSE;

  zg_database_note_change (db, ZG_TABLE_CONTACT, *id_out);
  return TRUE;
}

/**
 * zg_contact_table_delete:
 * @db: a writing connection in a transaction
 * @id: a line of the log
 * @error: return location for an error
 *
 * Takes a line back, as after an undone copy.
 *
 * Returns: whether it is gone
 */
gboolean
zg_contact_table_delete (ZgDatabase  *db,
                         gint64       id,
                         GError     **error)
{
  g_autoptr(ZgStatement) select = zg_statement_new (db, "SELECT customer_id FROM contact WHERE id = ?", error);
  g_autoptr(ZgStatement) erase = NULL;
  gboolean has_row;
  gint64 customer_id;

  if (select == NULL)
    return FALSE;
  zg_statement_bind_int64 (select, 0, id);
  if (!zg_statement_step (select, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  customer_id = zg_statement_get_int64 (select, 0);

  erase = zg_statement_new (db, "DELETE FROM contact WHERE id = ?", error);
  if (erase == NULL)
    return FALSE;
  zg_statement_bind_int64 (erase, 0, id);
  if (!zg_statement_run (erase, error))
    return FALSE;

  zg_database_note_change (db, ZG_TABLE_CONTACT, id);
  return zg_customer_table_refresh_totals (db, customer_id, error);
}

/**
 * zg_contact_table_load_for_customer:
 * @db: a connection
 * @customer_id: a customer
 * @limit: how many at the most
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgContact): the log, newest first
 */
GPtrArray *
zg_contact_table_load_for_customer (ZgDatabase  *db,
                                    gint64       customer_id,
                                    int          limit,
                                    GError     **error)
{
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_contact_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.id, c.uid, c.at, c.kind, c.order_id, c.reply_id, c.staff_id, s.name, c.title, c.text "
    "FROM contact AS c LEFT JOIN staff AS s ON s.id = c.staff_id WHERE c.customer_id = ? "
    "ORDER BY c.at DESC, c.id DESC LIMIT ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, limit);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgContact *contact;

      if (!has_row)
        return g_steal_pointer (&contacts);

      contact = zg_contact_new ();
      contact->id = zg_statement_get_int64 (statement, 0);
      zg_statement_copy_text (statement, 1, &contact->uid);
      contact->at = zg_statement_get_time (statement, 2);
      contact->kind = zg_statement_get_int64 (statement, 3);
      contact->customer_id = customer_id;
      contact->order_id = zg_statement_get_int64 (statement, 4);
      contact->reply_id = zg_statement_get_int64 (statement, 5);
      contact->staff_id = zg_statement_get_int64 (statement, 6);
      zg_statement_copy_text (statement, 7, &contact->staff_name);
      zg_statement_copy_text (statement, 8, &contact->title);
      zg_statement_copy_text (statement, 9, &contact->text);
      g_ptr_array_add (contacts, contact);
    }
  return NULL;
}

/**
 * zg_contact_table_find_last_copy:
 * @db: a connection
 * @reply_id: a reply
 * @customer_id: a customer, or 0
 * @at_out: (out): when it was last copied for this customer, or %ZG_TIME_NONE
 * @count_out: (out): how often; the next wording is chosen by it
 * @error: return location for an error
 *
 * Returns: whether the search ran
 */
gboolean
zg_contact_table_find_last_copy (ZgDatabase  *db,
                                 gint64       reply_id,
                                 gint64       customer_id,
                                 ZgTime      *at_out,
                                 int         *count_out,
                                 GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT max(at), count(*) FROM contact WHERE reply_id = ? AND customer_id = ? AND kind = 0", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, reply_id);
  zg_statement_bind_int64 (statement, 1, customer_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *at_out = zg_statement_get_time (statement, 0);
  *count_out = (int) zg_statement_get_int64 (statement, 1);
  return TRUE;
}

/**
 * zg_contact_table_load_copies:
 * @db: a connection
 * @customer_id: a customer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64 ZgCopies): by reply id, what was copied for this customer
 */
GHashTable *
zg_contact_table_load_copies (ZgDatabase  *db,
                              gint64       customer_id,
                              GError     **error)
{
  g_autoptr(GHashTable) copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT reply_id, max(at), count(*) FROM contact WHERE customer_id = ? AND kind = 0 AND reply_id IS NOT NULL "
    "GROUP BY reply_id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, customer_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgCopies *entry;

      if (!has_row)
        return g_steal_pointer (&copies);

      entry = g_new0 (ZgCopies, 1);
      entry->reply_id = zg_statement_get_int64 (statement, 0);
      entry->last_at = zg_statement_get_time (statement, 1);
      entry->count = (guint) zg_statement_get_int64 (statement, 2);
      g_hash_table_insert (copies, &entry->reply_id, entry);
    }
  return NULL;
}

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
