/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order-state.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgOpenOrder:
 * @customer_id: whose it is, or 0
 * @customer: (nullable): what to show them as
 * @tracking: (nullable): the number of its parcel
 * @is_held: whether something forbids to ship it
 * @in_conflict: whether the platform says something else than the desk, and could have known
 *
 * What decides what is due of an order that is not received yet. Its texts live as long as the call that hands it out.
 */
typedef struct {
  gint64 id;
  const char *number;
  gint64 customer_id;
  const char *customer;
  ZgOrderState state;
  ZgTime ordered_at;
  ZgTime paid_at;
  ZgTime shipped_at;
  ZgTime ship_by;
  ZgTime confirmed_at;
  gboolean cash_on_delivery;
  ZgOrderState platform_state;
  ZgTime evidence_at;
  gboolean is_held;
  const char *tracking;
  gboolean in_conflict;
} ZgOpenOrder;

/**
 * ZgDueFollowUp:
 * @customer: (nullable): what to show the customer as
 * @number: (nullable): the order's number
 *
 * A follow-up that is due. Its texts live as long as the call that hands it out.
 */
typedef struct {
  gint64 id;
  ZgTime due_at;
  gint64 customer_id;
  const char *customer;
  gint64 order_id;
  const char *number;
  const char *text;
} ZgDueFollowUp;

typedef void (*ZgOpenOrderFunc) (const ZgOpenOrder *order,
                                 gpointer           data);
typedef void (*ZgDueFollowUpFunc) (const ZgDueFollowUp *follow_up,
                                   gpointer             data);

gboolean zg_due_table_foreach_open_order (ZgDatabase       *db,
                                          ZgOpenOrderFunc   func,
                                          gpointer          data,
                                          GError          **error);
gboolean zg_due_table_foreach_follow_up (ZgDatabase         *db,
                                         ZgTime              until,
                                         ZgDueFollowUpFunc   func,
                                         gpointer            data,
                                         GError            **error);

G_END_DECLS
