/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-case-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* Cases. What was offered in them, their log, and what follows from them for the order is zg-case-parts.c. */

#define SELECT_CASES \
  "SELECT c.id, c.uid, c.version, c.order_id, c.type, c.step, c.step_at, c.due_at, c.due_set, c.opened_at, c.closed_at, " \
  "c.reason, c.amount, c.outcome, c.satisfaction, c.courier, c.tracking, c.platform_number, c.note, c.staff_id, " \
  "c.new_order_id, s.name, o.number, o.platform, o.currency, o.customer_id, " \
  "coalesce(nullif(u.call_name, ''), nullif(u.name, ''), o.recipient), n.number FROM order_case AS c " \
  "JOIN shop_order AS o ON o.id = c.order_id LEFT JOIN customer AS u ON u.id = o.customer_id " \
  "LEFT JOIN staff AS s ON s.id = c.staff_id LEFT JOIN shop_order AS n ON n.id = c.new_order_id "

static ZgCase *
read_case (ZgStatement *statement)
{
  ZgCase *self = zg_case_new (zg_statement_get_text (statement, 4));

  self->id = zg_statement_get_int64 (statement, 0);
  self->uid = zg_statement_dup_text (statement, 1);
  self->version = zg_statement_get_int64 (statement, 2);
  self->order_id = zg_statement_get_int64 (statement, 3);
  g_free (self->step);
  self->step = zg_statement_dup_text (statement, 5);
  self->step_at = zg_statement_get_time (statement, 6);
  self->due_at = zg_statement_get_time (statement, 7);
  self->due_set = zg_statement_get_int64 (statement, 8) != 0;
  self->opened_at = zg_statement_get_time (statement, 9);
  self->closed_at = zg_statement_get_time (statement, 10);
  self->reason = zg_statement_dup_text (statement, 11);
  self->amount = zg_statement_get_int64 (statement, 12);
  self->outcome = zg_statement_dup_text (statement, 13);
  self->satisfaction = (ZgSatisfaction) zg_statement_get_int64 (statement, 14);
  self->courier = zg_statement_dup_text (statement, 15);
  self->tracking = zg_statement_dup_text (statement, 16);
  self->platform_number = zg_statement_dup_text (statement, 17);
  self->note = zg_statement_dup_text (statement, 18);
  self->staff_id = zg_statement_get_int64 (statement, 19);
  self->new_order_id = zg_statement_get_int64 (statement, 20);
  self->staff_name = zg_statement_dup_text (statement, 21);
  self->number = zg_statement_dup_text (statement, 22);
  self->platform = zg_statement_dup_text (statement, 23);
  self->currency = zg_statement_dup_text (statement, 24);
  self->customer_id = zg_statement_get_int64 (statement, 25);
  self->customer = zg_statement_dup_text (statement, 26);
  self->new_number = zg_statement_dup_text (statement, 27);
  return self;
}

/* Binds parameters 0 to 18, the columns that insert and update share. */
static void
bind_fields (ZgStatement  *statement,
             const ZgCase *self)
{
  zg_statement_bind_int64 (statement, 0, self->order_id);
  zg_statement_bind_text (statement, 1, self->type);
  zg_statement_bind_text (statement, 2, self->step);
  zg_statement_bind_int64 (statement, 3, self->step_at);
  zg_statement_bind_time (statement, 4, self->due_at);
  zg_statement_bind_int64 (statement, 5, self->due_set ? 1 : 0);
  zg_statement_bind_int64 (statement, 6, self->opened_at);
  zg_statement_bind_time (statement, 7, self->closed_at);
  zg_statement_bind_text (statement, 8, self->reason);
  zg_statement_bind_int64 (statement, 9, self->amount);
  zg_statement_bind_text (statement, 10, self->outcome);
  zg_statement_bind_int64 (statement, 11, self->satisfaction);
  zg_statement_bind_text (statement, 12, self->courier);
  zg_statement_bind_text (statement, 13, self->tracking);
  zg_statement_bind_text (statement, 14, self->platform_number);
  zg_statement_bind_text (statement, 15, self->note);
  zg_statement_bind_id (statement, 16, self->staff_id);
  zg_statement_bind_id (statement, 17, self->new_order_id);
}

/* What has changed: the case, and the order that shows it. */
static gboolean
note_written (ZgDatabase    *db,
              const ZgCase  *self,
              GError       **error)
{
  zg_database_note_change (db, ZG_TABLE_CASE, self->id);
  return zg_case_table_refresh_order (db, self->order_id, error);
}

/**
 * zg_case_table_insert:
 * @db: a writing connection in a transaction
 * @self: a new case, which gets its id, uid and version; or one that was deleted, which comes back as it was
 * @error: return location for an error
 *
 * Writes a case with what was offered in it; what follows for the order is derived with it.
 *
 * Returns: whether it is written
 */
gboolean
zg_case_table_insert (ZgDatabase  *db,
                      ZgCase      *self,
                      GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO order_case (order_id, type, step, step_at, due_at, due_set, opened_at, closed_at, reason, amount, outcome, "
    "satisfaction, courier, tracking, platform_number, note, staff_id, new_order_id, id, uid, version) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  if (self->uid == NULL)
    self->uid = zg_uid_new ();
  self->version = MAX (self->version, 1);
  bind_fields (statement, self);
  zg_statement_bind_id (statement, 18, self->id);
  zg_statement_bind_text (statement, 19, self->uid);
  zg_statement_bind_int64 (statement, 20, self->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  self->id = zg_database_last_id (db);
  return zg_case_table_save_remedies (db, self, error) && note_written (db, self, error);
}

static gboolean
refuse_stale (GError **error)
{
  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                       _("Somebody else changed this case in the meantime. Look at it again, then repeat your change."));
  return FALSE;
}

/**
 * zg_case_table_update:
 * @db: a writing connection in a transaction
 * @self: a case as it should be, with the version that was read; gets the new version
 * @error: return location for an error
 *
 * Writes a case with what was offered in it; what follows for the order is derived with it.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since it was read
 */
gboolean
zg_case_table_update (ZgDatabase  *db,
                      ZgCase      *self,
                      GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE order_case SET order_id = ?, type = ?, step = ?, step_at = ?, due_at = ?, due_set = ?, opened_at = ?, "
    "closed_at = ?, reason = ?, amount = ?, outcome = ?, satisfaction = ?, courier = ?, tracking = ?, platform_number = ?, "
    "note = ?, staff_id = ?, new_order_id = ?, version = version + 1 WHERE id = ? AND version = ?", error);

  if (statement == NULL)
    return FALSE;
  bind_fields (statement, self);
  zg_statement_bind_int64 (statement, 18, self->id);
  zg_statement_bind_int64 (statement, 19, self->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) == 0)
    return refuse_stale (error);
  self->version++;
  return zg_case_table_save_remedies (db, self, error) && note_written (db, self, error);
}

/**
 * zg_case_table_delete:
 * @db: a writing connection in a transaction
 * @self: a case as it was read
 * @error: return location for an error
 *
 * Returns: whether it is gone, with its log; %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since
 */
gboolean
zg_case_table_delete (ZgDatabase    *db,
                      const ZgCase  *self,
                      GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM order_case WHERE id = ? AND version = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, self->id);
  zg_statement_bind_int64 (statement, 1, self->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  return zg_database_changes (db) == 0 ? refuse_stale (error) : note_written (db, self, error);
}

/* (transfer full): the cases that @statement finds; takes it. */
static GPtrArray *
read_all (ZgDatabase   *db,
          ZgStatement  *statement,
          GError      **error)
{
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_case_free);
  gboolean has_row;

  do
    {
      if (!zg_statement_step (statement, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (cases, read_case (statement));
    }
  while (has_row);
  for (guint i = 0; i < cases->len; i++)
    if (!zg_case_table_load_remedies (db, g_ptr_array_index (cases, i), error))
      return NULL;
  return g_steal_pointer (&cases);
}

/**
 * zg_case_table_load:
 * @db: a connection
 * @id: a case
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the case; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgCase *
zg_case_table_load (ZgDatabase  *db,
                    gint64       id,
                    GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, SELECT_CASES "WHERE c.id = ?", error);
  g_autoptr(GPtrArray) cases = NULL;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  cases = read_all (db, statement, error);
  if (cases == NULL)
    return NULL;
  if (cases->len > 0)
    return g_ptr_array_steal_index (cases, 0);
  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such case."));
  return NULL;
}

/**
 * zg_case_table_list:
 * @db: a connection
 * @closed_too: whether to list closed ones behind them
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgCase): the open cases, the one first whose step is due first
 */
GPtrArray *
zg_case_table_list (ZgDatabase  *db,
                    gboolean     closed_too,
                    GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, closed_too
    ? SELECT_CASES "ORDER BY c.closed_at IS NOT NULL, c.closed_at DESC, c.due_at IS NULL, c.due_at, c.id"
    : SELECT_CASES "WHERE c.closed_at IS NULL ORDER BY c.due_at IS NULL, c.due_at, c.id", error);

  return statement != NULL ? read_all (db, statement, error) : NULL;
}

/**
 * zg_case_table_list_for_order:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgCase): its cases, the oldest first
 */
GPtrArray *
zg_case_table_list_for_order (ZgDatabase  *db,
                              gint64       order_id,
                              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, SELECT_CASES "WHERE c.order_id = ? ORDER BY c.opened_at, c.id",
                                                       error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  return read_all (db, statement, error);
}

/**
 * zg_case_table_list_due:
 * @db: a connection
 * @until: up to when
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgCase): the open cases whose step is due by then, the longest overdue
 *   first
 */
GPtrArray *
zg_case_table_list_due (ZgDatabase  *db,
                        ZgTime       until,
                        GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    SELECT_CASES "WHERE c.closed_at IS NULL AND c.due_at <= ? ORDER BY c.due_at, c.id", error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, until);
  return read_all (db, statement, error);
}
