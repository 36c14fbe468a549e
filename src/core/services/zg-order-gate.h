/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgOrderMoveRequest:
 * @to: where the order should stand
 * @at: when that happened
 * @actor: who says so
 * @staff_id: the clerk, or 0
 * @reason: (nullable): why a rule is overridden
 * @import_id: the import that says so, or 0
 * @with_parcel: whether the caller ships all orders of its parcel (zg_order_ship()); an order of a parcel is not shipped alone
 *
 * The wish to move an order, whatever it came from: a button, a key, a bulk action, the command line, a file.
 */
typedef struct {
  ZgOrderState to;
  ZgTime at;
  ZgActor actor;
  gint64 staff_id;
  const char *reason;
  gint64 import_id;
  gboolean with_parcel;
} ZgOrderMoveRequest;

gboolean zg_order_gate_check (ZgDatabase                *db,
                              const ZgOrder             *order,
                              const ZgOrderMoveRequest  *request,
                              GError                   **error);
gboolean zg_order_gate_move (ZgDatabase                *db,
                             ZgOrder                   *order,
                             const ZgOrderMoveRequest  *request,
                             GError                   **error);
gboolean zg_order_gate_undo (ZgDatabase  *db,
                             ZgOrder     *order,
                             ZgTime       now,
                             GError     **error);
gboolean zg_order_gate_offers (const ZgOrder *order,
                               ZgOrderState   to);
gboolean zg_order_gate_needs_reason (const ZgOrder *order,
                                     ZgOrderState   to);
ZgOrderState zg_order_gate_next (const ZgOrder *order);

G_END_DECLS
