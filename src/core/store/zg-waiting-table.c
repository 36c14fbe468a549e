/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-waiting-table.h"

#include "zg-contact.h"
#include "zg-statement.h"

/* Who was told to wait a moment. There is one row a customer at the most. */

/**
 * zg_waiting_free:
 * @waiting: (transfer full): a customer who waits
 */
void
zg_waiting_free (ZgWaiting *waiting)
{
  g_free (waiting->call_name);
  g_free (waiting);
}

/**
 * zg_waiting_table_put:
 * @db: a writing connection in a transaction
 * @waiting: who waits; takes the place of what was there for this customer
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
zg_waiting_table_put (ZgDatabase       *db,
                      const ZgWaiting  *waiting,
                      GError          **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO waiting (customer_id, started_at, due_at, reply_id) VALUES (?, ?, ?, nullif(?, 0)) "
    "ON CONFLICT (customer_id) DO UPDATE SET started_at = excluded.started_at, due_at = excluded.due_at, "
    "reply_id = excluded.reply_id", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, waiting->customer_id);
  zg_statement_bind_int64 (statement, 1, waiting->started_at);
  zg_statement_bind_int64 (statement, 2, waiting->due_at);
  zg_statement_bind_int64 (statement, 3, waiting->reply_id);
  if (!zg_statement_run (statement, error))
    return FALSE;

  zg_database_note_change (db, ZG_TABLE_WAITING, waiting->customer_id);
  return TRUE;
}

/**
 * zg_waiting_table_remove:
 * @db: a writing connection in a transaction
 * @customer_id: who waits no longer; may not have waited
 * @error: return location for an error
 *
 * Returns: whether nobody waits there now
 */
gboolean
zg_waiting_table_remove (ZgDatabase  *db,
                         gint64       customer_id,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM waiting WHERE customer_id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  if (!zg_statement_run (statement, error))
    return FALSE;

  zg_database_note_change (db, ZG_TABLE_WAITING, customer_id);
  return TRUE;
}

/**
 * zg_waiting_table_load:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgWaiting): all who wait, the first one due first
 */
GPtrArray *
zg_waiting_table_load (ZgDatabase  *db,
                       GError     **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_waiting_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT w.customer_id, coalesce(nullif(c.call_name, ''), c.name), w.started_at, w.due_at, w.reply_id "
    "FROM waiting AS w JOIN customer AS c ON c.id = w.customer_id ORDER BY w.due_at, w.customer_id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgWaiting *waiting;

      if (!has_row)
        return g_steal_pointer (&all);

      waiting = g_new0 (ZgWaiting, 1);
      waiting->customer_id = zg_statement_get_int64 (statement, 0);
      waiting->call_name = zg_statement_dup_text (statement, 1);
      waiting->started_at = zg_statement_get_time (statement, 2);
      waiting->due_at = zg_statement_get_time (statement, 3);
      waiting->reply_id = zg_statement_get_int64 (statement, 4);
      g_ptr_array_add (all, waiting);
    }
  return NULL;
}

/**
 * zg_waiting_table_find_last_wait:
 * @db: a connection
 * @customer_id: a customer
 * @reply_id_out: (out): the reply that told them to wait, or 0 when the last thing copied for them was no such reply
 * @at_out: (out): when that was
 * @error: return location for an error
 *
 * Returns: whether the log could be read
 */
gboolean
zg_waiting_table_find_last_wait (ZgDatabase  *db,
                                 gint64       customer_id,
                                 gint64      *reply_id_out,
                                 ZgTime      *at_out,
                                 GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.at, CASE WHEN r.starts_wait THEN r.id ELSE 0 END FROM contact AS c LEFT JOIN reply AS r ON r.id = c.reply_id "
    "WHERE c.customer_id = ? AND c.kind = ? ORDER BY c.at DESC, c.id DESC LIMIT 1", error);
  gboolean has_row;

  *reply_id_out = 0;
  *at_out = ZG_TIME_NONE;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, ZG_CONTACT_COPY);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *at_out = zg_statement_get_time (statement, 0);
      *reply_id_out = zg_statement_get_int64 (statement, 1);
    }
  return TRUE;
}
