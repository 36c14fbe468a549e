/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-payment-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* Payments of orders. One that was taken back stays in the file, marked. What is paid in all stands in the order as well. */

#define SELECT_PAYMENTS \
  "SELECT p.id, p.order_id, p.at, p.kind, p.amount, p.method, p.note, p.staff_id, s.name, p.history_id, p.undone_at " \
  "FROM payment AS p LEFT JOIN staff AS s ON s.id = p.staff_id "

static ZgPayment *
read_payment (ZgStatement *statement)
{
  ZgPayment *payment = zg_payment_new (zg_statement_get_int64 (statement, 3), zg_statement_get_int64 (statement, 4));

  payment->id = zg_statement_get_int64 (statement, 0);
  payment->order_id = zg_statement_get_int64 (statement, 1);
  payment->at = zg_statement_get_time (statement, 2);
  payment->method = zg_statement_dup_text (statement, 5);
  payment->note = zg_statement_dup_text (statement, 6);
  payment->staff_id = zg_statement_get_int64 (statement, 7);
  payment->staff_name = zg_statement_dup_text (statement, 8);
  payment->history_id = zg_statement_get_int64 (statement, 9);
  payment->undone_at = zg_statement_get_time (statement, 10);
  return payment;
}

/**
 * zg_payment_table_insert:
 * @db: a writing connection in a transaction
 * @payment: a payment; gets its id
 * @error: return location for an error
 *
 * Returns: whether it is written; what the order says is paid is the caller's
 */
gboolean
zg_payment_table_insert (ZgDatabase  *db,
                         ZgPayment   *payment,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO payment (uid, order_id, at, kind, amount, method, note, staff_id, history_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  g_autofree char *uid = zg_uid_new ();

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, uid);
  zg_statement_bind_int64 (statement, 1, payment->order_id);
  zg_statement_bind_time (statement, 2, payment->at);
  zg_statement_bind_int64 (statement, 3, payment->kind);
  zg_statement_bind_int64 (statement, 4, payment->amount);
  zg_statement_bind_text (statement, 5, payment->method);
  zg_statement_bind_text (statement, 6, payment->note);
  zg_statement_bind_id (statement, 7, payment->staff_id);
  zg_statement_bind_id (statement, 8, payment->history_id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  payment->id = zg_database_last_id (db);
  return TRUE;
}

/**
 * zg_payment_table_load:
 * @db: a connection
 * @id: a payment
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the payment; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgPayment *
zg_payment_table_load (ZgDatabase  *db,
                       gint64       id,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, SELECT_PAYMENTS "WHERE p.id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_payment (statement);
  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such payment."));
  return NULL;
}

/**
 * zg_payment_table_list:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgPayment): what was paid of it and not taken back, oldest first
 */
GPtrArray *
zg_payment_table_list (ZgDatabase  *db,
                       gint64       order_id,
                       GError     **error)
{
  g_autoptr(GPtrArray) payments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_payment_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    SELECT_PAYMENTS "WHERE p.order_id = ? AND p.undone_at IS NULL ORDER BY p.at, p.id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&payments);
      g_ptr_array_add (payments, read_payment (statement));
    }
  return NULL;
}

/**
 * zg_payment_table_join_step:
 * @db: a writing connection in a transaction
 * @payment: a payment that has just moved its order
 * @error: return location for an error
 *
 * Returns: whether the newest step of the order takes the payment with it when it is taken back
 */
gboolean
zg_payment_table_join_step (ZgDatabase  *db,
                            ZgPayment   *payment,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE payment SET history_id = (SELECT max(id) FROM order_history WHERE order_id = ?1) WHERE id = ?2", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, payment->order_id);
  zg_statement_bind_int64 (statement, 1, payment->id);
  return zg_statement_run (statement, error);
}

/**
 * zg_payment_table_undo:
 * @db: a writing connection in a transaction
 * @id: a payment
 * @at: now
 * @error: return location for an error
 *
 * Returns: whether it counts no more
 */
gboolean
zg_payment_table_undo (ZgDatabase  *db,
                       gint64       id,
                       ZgTime       at,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE payment SET undone_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, at);
  zg_statement_bind_int64 (statement, 1, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_payment_table_undo_step:
 * @db: a writing connection in a transaction
 * @history_id: a step of an order that is taken back
 * @at: now
 * @amount_out: (out): what its payments come to, 0 without any
 * @error: return location for an error
 *
 * Returns: whether the payments that the step brought count no more
 */
gboolean
zg_payment_table_undo_step (ZgDatabase  *db,
                            gint64       history_id,
                            ZgTime       at,
                            gint64      *amount_out,
                            GError     **error)
{
  g_autoptr(ZgStatement) sum = zg_statement_new (db,
    "SELECT coalesce(sum(amount), 0) FROM payment WHERE history_id = ? AND undone_at IS NULL", error);
  g_autoptr(ZgStatement) statement = NULL;
  gboolean has_row;

  if (sum == NULL)
    return FALSE;
  zg_statement_bind_int64 (sum, 0, history_id);
  if (!zg_statement_step (sum, &has_row, error))
    return FALSE;
  *amount_out = zg_statement_get_int64 (sum, 0);

  statement = zg_statement_new (db, "UPDATE payment SET undone_at = ? WHERE history_id = ? AND undone_at IS NULL", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, at);
  zg_statement_bind_int64 (statement, 1, history_id);
  return zg_statement_run (statement, error);
}

/**
 * zg_payment_table_write_paid:
 * @db: a writing connection in a transaction
 * @order: an order as it was read; gets the amount and the new version
 * @paid: what is paid of it in all
 * @error: return location for an error
 *
 * Writes what is paid, and the holds that follow from it.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the order since it was read
 */
gboolean
zg_payment_table_write_paid (ZgDatabase  *db,
                             ZgOrder     *order,
                             gint64       paid,
                             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE shop_order SET paid = ?1, holds = ?2, version = version + 1 WHERE id = ?3 AND version = ?4", error);

  if (statement == NULL)
    return FALSE;
  order->paid = paid;
  /* The platform's word for it stands until the desk has the whole amount. */
  if (paid >= order->total)
    order->holds &= ~ZG_HOLD_PRESALE;
  zg_order_derive_holds (order);
  zg_statement_bind_int64 (statement, 0, paid);
  zg_statement_bind_int64 (statement, 1, order->holds);
  zg_statement_bind_int64 (statement, 2, order->id);
  zg_statement_bind_int64 (statement, 3, order->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this order in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }
  order->version++;
  zg_database_note_change (db, ZG_TABLE_ORDER, order->id);
  return TRUE;
}
