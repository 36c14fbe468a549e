/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-gate.h"

#include <glib/gi18n.h>

#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-order-parcel.h"
#include "zg-order-sent.h"
#include "zg-order-state-table.h"
#include "zg-parcel-table.h"
#include "zg-payment-table.h"

/*
 * The one gate through which an order gets from one state to the next. Every way to move an order ends here: the rule
 * itself is the pure function zg_order_state_check() of domain/, this file gives it the facts and writes the result.
 */

static ZgOrderSituation
get_situation (const ZgOrder *order)
{
  return (ZgOrderSituation) {
    .state = order->state,
    .kind = order->kind,
    .holds = order->holds,
    .cash_on_delivery = order->cash_on_delivery,
    .checklist_complete = order->confirmed_at != ZG_TIME_NONE,
  };
}

/* What is in one box leaves in one go. */
static gboolean
check_parcel (ZgDatabase                *db,
              const ZgOrder             *order,
              const ZgOrderMoveRequest  *request,
              GError                   **error)
{
  g_autofree char *number = NULL;

  if (request->to != ZG_ORDER_SHIPPED || request->actor != ZG_ACTOR_DESK || request->with_parcel)
    return TRUE;
  if (!zg_parcel_table_find_waiting (db, order, &number, error))
    return FALSE;
  if (number == NULL)
    return TRUE;
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
               _("The order is in one parcel with %s. Send the whole parcel, or take it apart first."), number);
  return FALSE;
}

/**
 * zg_order_gate_check:
 * @db: a connection
 * @order: an order as it is
 * @request: what is wished
 * @error: return location for an error
 *
 * Returns: %TRUE when zg_order_gate_move() would do it, else the sentence why not in @error
 */
gboolean
zg_order_gate_check (ZgDatabase                *db,
                     const ZgOrder             *order,
                     const ZgOrderMoveRequest  *request,
                     GError                   **error)
{
  ZgOrderSituation situation = get_situation (order);

  return zg_order_state_check (&situation, request->to, request->actor, request->reason, error)
         && check_parcel (db, order, request, error);
}

/* Whoever says at the desk that an order is paid says that what was left has come in. */
static gboolean
pay_rest (ZgDatabase                *db,
          ZgOrder                   *order,
          const ZgOrderMoveRequest  *request,
          gint64                     rest,
          gint64                     history_id,
          GError                   **error)
{
  g_autoptr(ZgPayment) payment = zg_payment_new (rest == order->total ? ZG_PAYMENT_WHOLE : ZG_PAYMENT_BALANCE, rest);

  payment->order_id = order->id;
  payment->at = request->at;
  payment->staff_id = request->staff_id;
  payment->history_id = history_id;
  return zg_payment_table_insert (db, payment, error) && zg_payment_table_write_paid (db, order, order->total, error);
}

/**
 * zg_order_gate_move:
 * @db: a writing connection in a transaction
 * @order: the order as it was read; gets the new state and version
 * @request: what is wished
 * @error: return location for an error
 *
 * Moves an order when the rules allow it, with its history, what was paid, and its customer's totals.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when a rule forbids it; nothing is changed then
 */
gboolean
zg_order_gate_move (ZgDatabase                *db,
                    ZgOrder                   *order,
                    const ZgOrderMoveRequest  *request,
                    GError                   **error)
{
  gint64 rest = order->total - order->paid;
  gint64 history_id;

  if (!zg_order_gate_check (db, order, request, error)
      || !zg_order_state_table_move (db, order, request->to, request->at, request->actor, request->staff_id,
                                     request->reason, request->import_id, &history_id, error))
    return FALSE;
  if (request->to == ZG_ORDER_PAID && request->actor == ZG_ACTOR_DESK && rest > 0
      && !pay_rest (db, order, request, rest, history_id, error))
    return FALSE;
  if (!(request->to == ZG_ORDER_SHIPPED && request->actor == ZG_ACTOR_DESK
        ? zg_order_sent_note_rest (db, order, request->at, request->staff_id, history_id, error)
        : zg_order_sent_refresh (db, order, error))
      || !zg_order_parcel_settle (db, order, request->at, error))
    return FALSE;
  return zg_customer_table_refresh_totals (db, order->customer_id, error);
}

static gboolean
undo_one (ZgDatabase  *db,
          ZgOrder     *order,
          ZgTime       now,
          GError     **error)
{
  gint64 paid = order->paid;
  gint64 history_id, amount;

  if (!zg_order_state_table_undo (db, order, &history_id, error)
      || !zg_payment_table_undo_step (db, history_id, now, &amount, error))
    return FALSE;
  if (amount != 0 && !zg_payment_table_write_paid (db, order, paid - amount, error))
    return FALSE;
  return zg_order_sent_undo_step (db, order, history_id, now, error)
         && zg_customer_table_refresh_totals (db, order->customer_id, error);
}

/* The desk's last step of an order in @at_out, %ZG_TIME_NONE when the last was not the desk's. */
static gboolean
find_desk_step (ZgDatabase     *db,
                const ZgOrder  *order,
                ZgTime         *at_out,
                GError        **error)
{
  g_autoptr(GPtrArray) moves = zg_order_state_table_load_history (db, order->id, error);

  *at_out = ZG_TIME_NONE;
  for (guint i = 0; moves != NULL && i < moves->len; i++)
    {
      const ZgOrderMove *move = g_ptr_array_index (moves, i);

      if (!move->undone)
        *at_out = move->actor == ZG_ACTOR_DESK ? move->at : ZG_TIME_NONE;
    }
  return moves != NULL;
}

/* Adds to @orders what left in one box with @order; refuses when one of them went on since. */
static gboolean
add_box (ZgDatabase     *db,
         const ZgOrder  *order,
         GPtrArray      *orders,
         GError        **error)
{
  g_autoptr(GPtrArray) mates = NULL;
  ZgTime at, mate_at;

  if (order->state != ZG_ORDER_SHIPPED || order->parcel_id == 0)
    return TRUE;
  mates = zg_parcel_table_load_orders (db, order->parcel_id, error);
  if (mates == NULL || !find_desk_step (db, order, &at, error))
    return FALSE;
  for (guint i = 0; i < mates->len && at != ZG_TIME_NONE; i++)
    {
      const ZgOrder *mate = g_ptr_array_index (mates, i);

      if (mate->id == order->id || mate->state < ZG_ORDER_SHIPPED || mate->state == ZG_ORDER_CLOSED)
        continue;
      if (mate->state > ZG_ORDER_SHIPPED)
        {
          g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                       _("Order %s of the same parcel went on since. Take its last step back first."), mate->number);
          return FALSE;
        }
      if (!find_desk_step (db, mate, &mate_at, error))
        return FALSE;
      if (mate_at == at)
        g_ptr_array_add (orders, zg_order_copy (mate));
    }
  return TRUE;
}

/**
 * zg_order_gate_undo:
 * @db: a writing connection in a transaction
 * @order: the order as it was read; gets the state it had before and the new version
 * @now: what time it is
 * @error: return location for an error
 *
 * Takes back the last thing the desk did to an order's state, with the payment or shipment that it noted. A part that left
 * is such a thing as well. When a parcel was shipped, all of its orders come back.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_NOT_FOUND when the last move was the platform's or there was none, with
 *   %ZG_DOMAIN_ERROR_REFUSED when another order of the parcel went on since
 */
gboolean
zg_order_gate_undo (ZgDatabase  *db,
                    ZgOrder     *order,
                    ZgTime       now,
                    GError     **error)
{
  g_autoptr(GPtrArray) mates = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  gboolean is_undone;

  if (!zg_order_sent_undo_part (db, order, now, &is_undone, error))
    return FALSE;
  if (is_undone)
    return TRUE;
  if (!add_box (db, order, mates, error) || !undo_one (db, order, now, error))
    return FALSE;
  for (guint i = 0; i < mates->len; i++)
    {
      if (!undo_one (db, g_ptr_array_index (mates, i), now, error))
        return FALSE;
    }
  return zg_order_parcel_settle (db, order, now, error);
}

/**
 * zg_order_gate_offers:
 * @order: an order
 * @to: a state
 *
 * Returns: whether the desk may move @order to @to, if need be with a reason
 */
gboolean
zg_order_gate_offers (const ZgOrder *order,
                      ZgOrderState   to)
{
  ZgOrderSituation situation = get_situation (order);

  return zg_order_state_check (&situation, to, ZG_ACTOR_DESK, "reason", NULL);
}

/**
 * zg_order_gate_needs_reason:
 * @order: an order
 * @to: a state
 *
 * Returns: whether the desk may move @order to @to only with a reason
 */
gboolean
zg_order_gate_needs_reason (const ZgOrder *order,
                            ZgOrderState   to)
{
  ZgOrderSituation situation = get_situation (order);

  return zg_order_gate_offers (order, to) && !zg_order_state_check (&situation, to, ZG_ACTOR_DESK, NULL, NULL);
}

/**
 * zg_order_gate_next:
 * @order: an order
 *
 * Returns: the step that a button offers, or %ZG_ORDER_STATE_UNKNOWN
 */
ZgOrderState
zg_order_gate_next (const ZgOrder *order)
{
  ZgOrderSituation situation = get_situation (order);

  return zg_order_state_next (&situation);
}
