/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-payment.h"

#include <glib/gi18n.h>

#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-order-gate.h"
#include "zg-order-parcel.h"
#include "zg-order-state-table.h"
#include "zg-order-table.h"
#include "zg-payment-table.h"

/*
 * Money that comes in part by part. The payment that makes an order whole moves it through the gate, and whoever marks an
 * order as paid notes a payment of what was left: both ways end in the same rows.
 */

static gboolean
move_to_paid (ZgDatabase  *db,
              ZgOrder     *order,
              ZgPayment   *payment,
              GError     **error)
{
  ZgOrderMoveRequest request = {
    .to = ZG_ORDER_PAID,
    .at = payment->at,
    .actor = ZG_ACTOR_DESK,
    .staff_id = payment->staff_id,
  };

  return zg_order_gate_move (db, order, &request, error) && zg_payment_table_join_step (db, payment, error);
}

/**
 * zg_order_payment_add:
 * @db: a writing connection in a transaction
 * @payment: a payment of an order, with its time; gets its id
 * @error: return location for an error
 *
 * Notes money that came in, or went back. The order is paid when all of it has come in.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when there can be no such payment, with %ZG_DOMAIN_ERROR_REFUSED when the
 *   order is closed
 */
gboolean
zg_order_payment_add (ZgDatabase  *db,
                      ZgPayment   *payment,
                      GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, payment->order_id, error);

  if (order == NULL || !zg_payment_check (payment, order->total, order->paid, order->currency, error))
    return FALSE;
  if (order->state == ZG_ORDER_CLOSED && payment->amount > 0)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           _("The order is closed. Undo the closing to go on with it."));
      return FALSE;
    }

  if (!zg_payment_table_insert (db, payment, error)
      || !zg_payment_table_write_paid (db, order, order->paid + payment->amount, error))
    return FALSE;
  if (order->state == ZG_ORDER_UNPAID && order->paid >= order->total)
    return move_to_paid (db, order, payment, error);
  if (!zg_order_parcel_settle (db, order, payment->at, error))
    return FALSE;
  return zg_customer_table_refresh_totals (db, order->customer_id, error);
}

static gboolean
refuse_undo (GError **error)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                       _("The order went on after this payment. Take its last step back first."));
  return FALSE;
}

/**
 * zg_order_payment_undo:
 * @db: a writing connection in a transaction
 * @payment_id: a payment
 * @now: what time it is
 * @error: return location for an error
 *
 * Takes a payment back that was noted by mistake. An order that it made whole is unpaid again.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when the order went on since
 */
gboolean
zg_order_payment_undo (ZgDatabase  *db,
                       gint64       payment_id,
                       ZgTime       now,
                       GError     **error)
{
  g_autoptr(ZgPayment) payment = zg_payment_table_load (db, payment_id, error);
  g_autoptr(ZgOrder) order = payment != NULL ? zg_order_table_load (db, payment->order_id, error) : NULL;
  gboolean is_whole_without;

  if (order == NULL)
    return FALSE;
  if (payment->undone_at != ZG_TIME_NONE)
    return TRUE;
  is_whole_without = order->paid - payment->amount >= order->total;
  /* Cash on delivery ships unpaid, so its payments may go at any time. */
  if (!is_whole_without && order->state > ZG_ORDER_PAID && !order->cash_on_delivery)
    return refuse_undo (error);
  if (!is_whole_without && order->state == ZG_ORDER_PAID)
    {
      if (!zg_order_gate_undo (db, order, now, error))
        return FALSE;
      /* The step took with it what it had brought. */
      zg_payment_free (payment);
      payment = zg_payment_table_load (db, payment_id, error);
      if (payment == NULL || payment->undone_at != ZG_TIME_NONE)
        return payment != NULL;
    }
  return zg_payment_table_undo (db, payment_id, now, error)
         && zg_payment_table_write_paid (db, order, order->paid - payment->amount, error)
         && zg_order_parcel_settle (db, order, now, error)
         && zg_customer_table_refresh_totals (db, order->customer_id, error);
}
