/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-gate.h"

#include "zg-customer-table.h"
#include "zg-order-state-table.h"

/*
 * The one gate through which an order gets from one state to the next. Every way to move an order ends here: the rule
 * itself is the pure function zg_order_state_check() of domain/, this file gives it the facts and writes the result.
 */

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
  ZgOrderSituation situation = {
    .state = order->state,
    .holds = order->holds,
    .cash_on_delivery = order->cash_on_delivery,
    .checklist_complete = order->confirmed_at != ZG_TIME_NONE,
  };

  return zg_order_state_check (&situation, request->to, request->actor, request->reason, error);
}

/**
 * zg_order_gate_move:
 * @db: a writing connection in a transaction
 * @order: the order as it was read; gets the new state and version
 * @request: what is wished
 * @error: return location for an error
 *
 * Moves an order when the rules allow it, with its history and its customer's totals.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when a rule forbids it; nothing is changed then
 */
gboolean
zg_order_gate_move (ZgDatabase                *db,
                    ZgOrder                   *order,
                    const ZgOrderMoveRequest  *request,
                    GError                   **error)
{
  return zg_order_gate_check (db, order, request, error)
         && zg_order_state_table_move (db, order, request->to, request->at, request->actor, request->staff_id,
                                       request->reason, request->import_id, error)
         && zg_customer_table_refresh_totals (db, order->customer_id, error);
}

/**
 * zg_order_gate_undo:
 * @db: a writing connection in a transaction
 * @order: the order as it was read; gets the state it had before and the new version
 * @error: return location for an error
 *
 * Takes back the last thing the desk did to an order's state.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_NOT_FOUND when the last move was the platform's or there was none
 */
gboolean
zg_order_gate_undo (ZgDatabase  *db,
                    ZgOrder     *order,
                    GError     **error)
{
  return zg_order_state_table_undo (db, order, error)
         && zg_customer_table_refresh_totals (db, order->customer_id, error);
}
