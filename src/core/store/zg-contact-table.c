/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-contact-table.h"

#include "zg-customer-table.h"
#include "zg-statement.h"
#include "zg-uid.h"

/* What was between the shop and a customer: the contact log. */

static void
bind_contact (ZgStatement     *statement,
              const ZgContact *contact)
{
  zg_statement_bind_text (statement, 0, contact->uid);
  zg_statement_bind_time (statement, 1, contact->at);
  zg_statement_bind_int64 (statement, 2, contact->kind);
  zg_statement_bind_id (statement, 3, contact->customer_id);
  zg_statement_bind_id (statement, 4, contact->order_id);
  zg_statement_bind_id (statement, 5, contact->reply_id);
  zg_statement_bind_id (statement, 6, contact->staff_id);
  zg_statement_bind_text (statement, 7, contact->title);
  zg_statement_bind_text (statement, 8, contact->text);
}

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
  bind_contact (statement, contact);
  if (!zg_statement_run (statement, error))
    return FALSE;

  contact->id = zg_database_last_id (db);
  zg_database_note_change (db, ZG_TABLE_CONTACT, contact->id);
  return zg_customer_table_refresh_totals (db, contact->customer_id, error);
}

/**
 * zg_contact_table_restore:
 * @db: a writing connection in a transaction
 * @contact: a line that was taken away
 * @error: return location for an error
 *
 * Puts the line back as the row that it was, so that whatever knows it by its uid finds it again.
 *
 * Returns: whether it is logged and the customer's last contact is right
 */
gboolean
zg_contact_table_restore (ZgDatabase       *db,
                          const ZgContact  *contact,
                          GError          **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO contact (uid, at, kind, customer_id, order_id, reply_id, staff_id, title, text, id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  bind_contact (statement, contact);
  zg_statement_bind_int64 (statement, 9, contact->id);
  if (!zg_statement_run (statement, error))
    return FALSE;

  zg_database_note_change (db, ZG_TABLE_CONTACT, contact->id);
  return zg_customer_table_refresh_totals (db, contact->customer_id, error);
}

/**
 * zg_contact_table_set_text:
 * @db: a writing connection in a transaction
 * @id: a line of the log
 * @text: what it should say
 * @error: return location for an error
 *
 * Returns: whether it says so, if there is such a line
 */
gboolean
zg_contact_table_set_text (ZgDatabase  *db,
                           gint64       id,
                           const char  *text,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE contact SET text = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, text);
  zg_statement_bind_int64 (statement, 1, id);
  zg_database_note_change (db, ZG_TABLE_CONTACT, id);
  return zg_statement_run (statement, error);
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
 * zg_contact_table_find_change:
 * @db: a connection
 * @order_id: an order
 * @title: what was changed
 * @at: when
 * @id_out: (out): the newest such line of the log, 0 when there is none
 * @error: return location for an error
 *
 * Returns: whether the search ran
 */
gboolean
zg_contact_table_find_change (ZgDatabase  *db,
                              gint64       order_id,
                              const char  *title,
                              ZgTime       at,
                              gint64      *id_out,
                              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM contact WHERE order_id = ? AND kind = 3 AND at = ? AND title = ? ORDER BY id DESC LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  zg_statement_bind_int64 (statement, 1, at);
  zg_statement_bind_text (statement, 2, title);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

#define SELECT_CONTACT \
  "SELECT c.id, c.uid, c.at, c.kind, c.customer_id, c.order_id, c.reply_id, c.staff_id, s.name, c.title, c.text " \
  "FROM contact AS c LEFT JOIN staff AS s ON s.id = c.staff_id "

static ZgContact *
read_contact (ZgStatement *statement)
{
  ZgContact *contact = zg_contact_new ();

  contact->id = zg_statement_get_int64 (statement, 0);
  zg_statement_copy_text (statement, 1, &contact->uid);
  contact->at = zg_statement_get_time (statement, 2);
  contact->kind = zg_statement_get_int64 (statement, 3);
  contact->customer_id = zg_statement_get_int64 (statement, 4);
  contact->order_id = zg_statement_get_int64 (statement, 5);
  contact->reply_id = zg_statement_get_int64 (statement, 6);
  contact->staff_id = zg_statement_get_int64 (statement, 7);
  zg_statement_copy_text (statement, 8, &contact->staff_name);
  zg_statement_copy_text (statement, 9, &contact->title);
  zg_statement_copy_text (statement, 10, &contact->text);
  return contact;
}

/**
 * zg_contact_table_load:
 * @db: a connection
 * @id: a line of the log
 * @contact_out: (out) (transfer full) (nullable): it, %NULL when there is no such line
 * @error: return location for an error
 *
 * Returns: whether the shop file could be read
 */
gboolean
zg_contact_table_load (ZgDatabase  *db,
                       gint64       id,
                       ZgContact  **contact_out,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, SELECT_CONTACT "WHERE c.id = ?", error);
  gboolean has_row;

  *contact_out = NULL;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *contact_out = read_contact (statement);
  return TRUE;
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
    SELECT_CONTACT "WHERE c.customer_id = ? ORDER BY c.at DESC, c.id DESC LIMIT ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, limit);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&contacts);
      g_ptr_array_add (contacts, read_contact (statement));
    }
  return NULL;
}

/**
 * zg_contact_table_find_copy:
 * @db: a connection
 * @order_id: an order
 * @stages: bit set of 1 << #ZgStage
 * @text: (nullable): what the copy may say instead
 * @since: the earliest moment that counts
 * @is_there_out: (out): whether something was copied for the order since then: a reply of one of @stages, or a text with @text
 * @error: return location for an error
 *
 * Returns: whether the search ran
 */
gboolean
zg_contact_table_find_copy (ZgDatabase  *db,
                            gint64       order_id,
                            guint        stages,
                            const char  *text,
                            ZgTime       since,
                            gboolean    *is_there_out,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT 1 FROM contact AS c LEFT JOIN reply AS r ON r.id = c.reply_id WHERE c.order_id = ?1 AND c.kind = 0 AND c.at >= ?2 "
    "AND ((coalesce(r.stages, 0) & ?3) <> 0 OR (?4 <> '' AND instr(c.text, ?4) > 0)) LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  zg_statement_bind_int64 (statement, 1, since);
  zg_statement_bind_int64 (statement, 2, stages);
  zg_statement_bind_text (statement, 3, text != NULL ? text : "");
  return zg_statement_step (statement, is_there_out, error);
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
