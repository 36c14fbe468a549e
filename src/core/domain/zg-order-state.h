/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "zg-order-kind.h"

G_BEGIN_DECLS

/**
 * ZgOrderState:
 *
 * Where an order stands. The numbers are kept in the shop file; the words are those of the command line.
 */
typedef enum {
  ZG_ORDER_UNPAID = 0,
  ZG_ORDER_PAID = 1,
  ZG_ORDER_PACKED = 2,
  ZG_ORDER_SHIPPED = 3,
  ZG_ORDER_RECEIVED = 4,
  ZG_ORDER_COMPLETED = 5,
  ZG_ORDER_CLOSED = 6,
} ZgOrderState;

#define ZG_N_ORDER_STATES 7
/* No statement: the platform said nothing that we understand. */
#define ZG_ORDER_STATE_UNKNOWN ((ZgOrderState) -1)

/**
 * ZgActor:
 * @ZG_ACTOR_DESK: a person at the desk, bound by every rule
 * @ZG_ACTOR_PLATFORM: a fact read from a platform's file: it has happened already, so no reason is asked
 *
 * Who moves an order.
 */
typedef enum {
  ZG_ACTOR_DESK = 0,
  ZG_ACTOR_PLATFORM = 1,
} ZgActor;

typedef enum {
  ZG_HOLD_NONE = 0,
  ZG_HOLD_REFUND = 1 << 0,      /* a refund is open */
  ZG_HOLD_PLATFORM = 1 << 1,    /* paid, but the platform says not to ship */
  ZG_HOLD_PRESALE = 1 << 2,     /* the balance of a pre-sale is not paid */
  ZG_HOLD_CASE = 1 << 3,        /* a case is open in which nothing may leave the shop */
} ZgHold;

#define ZG_N_HOLDS 4

/**
 * ZgOrderSituation:
 * @state: where the order stands
 * @kind: what it is: some orders have nothing to ship
 * @holds: what forbids packing and shipping
 * @checklist_complete: whether every row of the checklist is done
 * @cash_on_delivery: whether it ships unpaid
 *
 * All that the gate looks at.
 */
typedef struct {
  ZgOrderState state;
  ZgOrderKind kind;
  ZgHold holds;
  gboolean checklist_complete;
  gboolean cash_on_delivery;
} ZgOrderSituation;

const char *zg_order_state_to_word (ZgOrderState state);
gboolean zg_order_state_from_word (const char   *word,
                                   ZgOrderState *state_out);
const char *zg_order_state_to_label (ZgOrderState state);
gboolean zg_order_state_check (const ZgOrderSituation  *situation,
                               ZgOrderState             to,
                               ZgActor                  actor,
                               const char              *reason,
                               GError                 **error);
ZgOrderState zg_order_state_next (const ZgOrderSituation *situation);
const char *zg_order_state_next_label (ZgOrderState to);
const char *zg_hold_to_word (ZgHold hold);
const char *zg_hold_to_label (ZgHold hold);

G_END_DECLS
