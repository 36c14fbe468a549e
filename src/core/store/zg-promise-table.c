/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-promise-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* Promises on orders. Few are open at a time, and an index has these alone. */

#define SELECT_PROMISES \
  "SELECT p.id, p.uid, p.version, p.order_id, p.text, p.amount, p.made_at, p.due_at, p.staff_id, p.state, p.done_at, s.name, " \
  "o.number, o.currency, o.customer_id, coalesce(nullif(u.call_name, ''), nullif(u.name, ''), o.recipient) " \
  "FROM promise AS p JOIN shop_order AS o ON o.id = p.order_id LEFT JOIN customer AS u ON u.id = o.customer_id " \
  "LEFT JOIN staff AS s ON s.id = p.staff_id "

static ZgPromise *
read_promise (ZgStatement *statement)
{
  ZgPromise *promise = zg_promise_new (zg_statement_get_text (statement, 4), zg_statement_get_int64 (statement, 5),
                                       zg_statement_get_time (statement, 7));

  promise->id = zg_statement_get_int64 (statement, 0);
  promise->uid = zg_statement_dup_text (statement, 1);
  promise->version = zg_statement_get_int64 (statement, 2);
  promise->order_id = zg_statement_get_int64 (statement, 3);
  promise->made_at = zg_statement_get_time (statement, 6);
  promise->staff_id = zg_statement_get_int64 (statement, 8);
  promise->state = (ZgPromiseState) zg_statement_get_int64 (statement, 9);
  promise->done_at = zg_statement_get_time (statement, 10);
  promise->staff_name = zg_statement_dup_text (statement, 11);
  promise->number = zg_statement_dup_text (statement, 12);
  promise->currency = zg_statement_dup_text (statement, 13);
  promise->customer_id = zg_statement_get_int64 (statement, 14);
  promise->customer = zg_statement_dup_text (statement, 15);
  return promise;
}

static void
bind_fields (ZgStatement     *statement,
             const ZgPromise *promise)
{
  zg_statement_bind_int64 (statement, 0, promise->order_id);
  zg_statement_bind_text (statement, 1, promise->text);
  zg_statement_bind_int64 (statement, 2, promise->amount);
  zg_statement_bind_int64 (statement, 3, promise->made_at);
  zg_statement_bind_int64 (statement, 4, promise->due_at);
  zg_statement_bind_id (statement, 5, promise->staff_id);
  zg_statement_bind_int64 (statement, 6, promise->state);
  zg_statement_bind_time (statement, 7, promise->done_at);
}

static void
note_written (ZgDatabase      *db,
              const ZgPromise *promise)
{
  zg_database_note_change (db, ZG_TABLE_PROMISE, promise->id);
  zg_database_note_change (db, ZG_TABLE_ORDER, promise->order_id);
}

/**
 * zg_promise_table_insert:
 * @db: a writing connection in a transaction
 * @promise: a new one, which gets its id, uid and version; or one that was deleted, which comes back as it was
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_promise_table_insert (ZgDatabase  *db,
                         ZgPromise   *promise,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO promise (order_id, text, amount, made_at, due_at, staff_id, state, done_at, id, uid, version) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  if (promise->uid == NULL)
    promise->uid = zg_uid_new ();
  promise->version = MAX (promise->version, 1);
  bind_fields (statement, promise);
  zg_statement_bind_id (statement, 8, promise->id);
  zg_statement_bind_text (statement, 9, promise->uid);
  zg_statement_bind_int64 (statement, 10, promise->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  promise->id = zg_database_last_id (db);
  note_written (db, promise);
  return TRUE;
}

/* After a write: the row had the version that was read, or somebody else was faster. */
static gboolean
check_written (ZgDatabase       *db,
               const ZgPromise  *promise,
               GError          **error)
{
  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this promise in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }
  note_written (db, promise);
  return TRUE;
}

/**
 * zg_promise_table_update:
 * @db: a writing connection in a transaction
 * @promise: one as it should be, with the version that was read; gets the new version
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since it was read
 */
gboolean
zg_promise_table_update (ZgDatabase  *db,
                         ZgPromise   *promise,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE promise SET order_id = ?, text = ?, amount = ?, made_at = ?, due_at = ?, staff_id = ?, state = ?, done_at = ?, "
    "version = version + 1 WHERE id = ? AND version = ?", error);

  if (statement == NULL)
    return FALSE;
  bind_fields (statement, promise);
  zg_statement_bind_int64 (statement, 8, promise->id);
  zg_statement_bind_int64 (statement, 9, promise->version);
  if (!zg_statement_run (statement, error) || !check_written (db, promise, error))
    return FALSE;
  promise->version++;
  return TRUE;
}

/**
 * zg_promise_table_delete:
 * @db: a writing connection in a transaction
 * @promise: one as it was read
 * @error: return location for an error
 *
 * Returns: whether it is gone; %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since
 */
gboolean
zg_promise_table_delete (ZgDatabase       *db,
                         const ZgPromise  *promise,
                         GError          **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM promise WHERE id = ? AND version = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, promise->id);
  zg_statement_bind_int64 (statement, 1, promise->version);
  return zg_statement_run (statement, error) && check_written (db, promise, error);
}

static GPtrArray *
read_all (ZgStatement  *statement,
          GError      **error)
{
  g_autoptr(GPtrArray) promises = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_promise_free);
  gboolean has_row;

  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&promises);
      g_ptr_array_add (promises, read_promise (statement));
    }
  return NULL;
}

/**
 * zg_promise_table_load:
 * @db: a connection
 * @id: a promise
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): it; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgPromise *
zg_promise_table_load (ZgDatabase  *db,
                       gint64       id,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, SELECT_PROMISES "WHERE p.id = ?", error);
  g_autoptr(GPtrArray) promises = NULL;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  promises = read_all (statement, error);
  if (promises == NULL)
    return NULL;
  if (promises->len > 0)
    return g_ptr_array_steal_index (promises, 0);
  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such promise."));
  return NULL;
}

/**
 * zg_promise_table_list_open:
 * @db: a connection
 * @until: up to when they have to be kept; %ZG_TIME_NONE for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgPromise): what was promised and not kept yet, the first one due first
 */
GPtrArray *
zg_promise_table_list_open (ZgDatabase  *db,
                            ZgTime       until,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    SELECT_PROMISES "WHERE p.state = 0 AND p.due_at <= ? ORDER BY p.due_at, p.id", error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, until != ZG_TIME_NONE ? until : G_MAXINT64);
  return read_all (statement, error);
}

/**
 * zg_promise_table_list_for_order:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgPromise): what was promised on it, kept and withdrawn ones too, by the
 *   time they are due
 */
GPtrArray *
zg_promise_table_list_for_order (ZgDatabase  *db,
                                 gint64       order_id,
                                 GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, SELECT_PROMISES "WHERE p.order_id = ? ORDER BY p.due_at, p.id",
                                                       error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  return read_all (statement, error);
}
