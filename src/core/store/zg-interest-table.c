/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-interest-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* What customers asked for and did not buy: a few rows a customer. */

#define SELECT "SELECT i.id, i.uid, i.version, i.customer_id, i.at, i.staff_id, s.name, i.product, i.reason, i.note, " \
  "i.state, i.ask_again_at, i.follow_up_id FROM interest AS i LEFT JOIN staff AS s ON s.id = i.staff_id "

static void
bind_fields (ZgStatement      *statement,
             const ZgInterest *interest)
{
  zg_statement_bind_int64 (statement, 0, interest->customer_id);
  zg_statement_bind_int64 (statement, 1, interest->at);
  zg_statement_bind_id (statement, 2, interest->staff_id);
  zg_statement_bind_text (statement, 3, interest->product);
  zg_statement_bind_text (statement, 4, interest->reason);
  zg_statement_bind_text (statement, 5, interest->note);
  zg_statement_bind_int64 (statement, 6, interest->state);
  zg_statement_bind_time (statement, 7, interest->ask_again_at);
  zg_statement_bind_id (statement, 8, interest->follow_up_id);
}

/**
 * zg_interest_table_insert:
 * @db: a writing connection in a transaction
 * @interest: a new one, which gets its id, uid and version; or one that was deleted, which comes back as it was
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_interest_table_insert (ZgDatabase  *db,
                          ZgInterest  *interest,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO interest (customer_id, at, staff_id, product, reason, note, state, ask_again_at, follow_up_id, id, uid, "
    "version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  if (interest->uid == NULL)
    interest->uid = zg_uid_new ();
  interest->version = MAX (interest->version, 1);
  bind_fields (statement, interest);
  zg_statement_bind_id (statement, 9, interest->id);
  zg_statement_bind_text (statement, 10, interest->uid);
  zg_statement_bind_int64 (statement, 11, interest->version);
  if (!zg_statement_run (statement, error))
    return FALSE;

  interest->id = zg_database_last_id (db);
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, interest->customer_id);
  return TRUE;
}

/**
 * zg_interest_table_update:
 * @db: a writing connection in a transaction
 * @interest: one as it should be, with the version that was read; gets the new version
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since it was read, or deleted it
 */
gboolean
zg_interest_table_update (ZgDatabase  *db,
                          ZgInterest  *interest,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE interest SET customer_id = ?, at = ?, staff_id = ?, product = ?, reason = ?, note = ?, state = ?, "
    "ask_again_at = ?, follow_up_id = ?, version = version + 1 WHERE id = ? AND version = ?", error);

  if (statement == NULL)
    return FALSE;

  bind_fields (statement, interest);
  zg_statement_bind_int64 (statement, 9, interest->id);
  zg_statement_bind_int64 (statement, 10, interest->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this in the meantime. Look at it again, then repeat your change."));
      return FALSE;
    }

  interest->version++;
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, interest->customer_id);
  return TRUE;
}

/**
 * zg_interest_table_delete:
 * @db: a writing connection in a transaction
 * @id: an interest; its follow-up stays
 * @error: return location for an error
 *
 * Returns: whether there is no such interest any more
 */
gboolean
zg_interest_table_delete (ZgDatabase  *db,
                          gint64       id,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM interest WHERE id = ? RETURNING customer_id", error);
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

static ZgInterest *
read_row (ZgStatement *statement)
{
  ZgInterest *interest = zg_interest_new ();

  interest->id = zg_statement_get_int64 (statement, 0);
  zg_statement_copy_text (statement, 1, &interest->uid);
  interest->version = zg_statement_get_int64 (statement, 2);
  interest->customer_id = zg_statement_get_int64 (statement, 3);
  interest->at = zg_statement_get_time (statement, 4);
  interest->staff_id = zg_statement_get_int64 (statement, 5);
  zg_statement_copy_text (statement, 6, &interest->staff_name);
  zg_statement_copy_text (statement, 7, &interest->product);
  zg_statement_copy_text (statement, 8, &interest->reason);
  zg_statement_copy_text (statement, 9, &interest->note);
  interest->state = zg_statement_get_int64 (statement, 10);
  interest->ask_again_at = zg_statement_get_time (statement, 11);
  interest->follow_up_id = zg_statement_get_int64 (statement, 12);
  return interest;
}

/**
 * zg_interest_table_load:
 * @db: a connection
 * @id: an interest
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): it; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgInterest *
zg_interest_table_load (ZgDatabase  *db,
                        gint64       id,
                        GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, SELECT "WHERE i.id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such note of what they asked for."));
      return NULL;
    }
  return read_row (statement);
}

/**
 * zg_interest_table_list:
 * @db: a connection
 * @customer_id: a customer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgInterest): what they asked for, the newest first
 */
GPtrArray *
zg_interest_table_list (ZgDatabase  *db,
                        gint64       customer_id,
                        GError     **error)
{
  g_autoptr(GPtrArray) interests = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_interest_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    SELECT "WHERE i.customer_id = ? ORDER BY i.at DESC, i.id DESC", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, customer_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&interests);
      g_ptr_array_add (interests, read_row (statement));
    }
  return NULL;
}
