/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-bulk.h"
#include "zg-order-state.h"

G_BEGIN_DECLS

/**
 * ZgOrderBulkKind:
 * @ZG_ORDER_BULK_MOVE: each goes to another state, as far as the gate lets it
 * @ZG_ORDER_BULK_UNDO_MOVE: takes @ZG_ORDER_BULK_MOVE back
 * @ZG_ORDER_BULK_SET_FLAG: each gets a flag
 * @ZG_ORDER_BULK_RESTORE_FLAG: takes @ZG_ORDER_BULK_SET_FLAG back
 */
typedef enum {
  ZG_ORDER_BULK_MOVE,
  ZG_ORDER_BULK_UNDO_MOVE,
  ZG_ORDER_BULK_SET_FLAG,
  ZG_ORDER_BULK_RESTORE_FLAG,
} ZgOrderBulkKind;

/**
 * ZgOrderBulk:
 * @to: where they go to, or what is taken back
 * @reason: (nullable): why a rule is overridden
 * @flag: which flag they get
 * @flags: (element-type gint64 int): which flags they had
 * @parcels: (element-type gint64): parcels that were sent, or came back, with one of their orders; the others need no step
 *   of their own
 *
 * One change for many orders. An order that a rule forbids it for is refused with the sentence why, and the others go on;
 * one that is gone meanwhile is passed by.
 */
typedef struct {
  ZgBulk bulk;
  ZgOrderBulkKind kind;
  ZgOrderState to;
  char *reason;
  int flag;
  GHashTable *flags;
  GHashTable *parcels;
} ZgOrderBulk;

ZgOrderBulk *zg_order_bulk_new_move (GArray       *ids,
                                     ZgOrderState  to,
                                     const char   *reason,
                                     ZgClock      *clock) G_GNUC_WARN_UNUSED_RESULT;
ZgOrderBulk *zg_order_bulk_new_flag (GArray  *ids,
                                     int      flag,
                                     ZgClock *clock) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderBulk, zg_bulk_unref)

G_END_DECLS
