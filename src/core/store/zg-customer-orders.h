/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgOtherOrders:
 * @n_earlier: orders of the same customer that came before, closed ones apart
 * @n_unshipped: paid and not shipped yet, of the same shop; not what is in the same parcel, or is to go apart
 * @unshipped: (nullable): the number of the newest of these
 * @caution: (nullable): what the desk is to look out for with this customer
 *
 * What is known of an order's customer when the order is looked at.
 */
typedef struct {
  gint64 n_earlier;
  gint64 n_unshipped;
  char *unshipped;
  char *caution;
} ZgOtherOrders;

/**
 * ZgOrderName:
 * @number: as the platform gives it
 *
 * What an order is called, to choose it from others.
 */
typedef struct {
  gint64 id;
  char *number;
} ZgOrderName;

void zg_order_name_free (ZgOrderName *name);

GPtrArray *zg_customer_orders_list_names (ZgDatabase  *db,
                                          gint64       customer_id,
                                          int          limit,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_customer_orders_count (ZgDatabase  *db,
                                   gint64       customer_id,
                                   gint64      *n_unfinished_out,
                                   gint64      *n_paid_out,
                                   GError     **error);
gboolean zg_other_orders_load (ZgDatabase     *db,
                               const ZgOrder  *order,
                               ZgOtherOrders  *others_out,
                               GError        **error);
void zg_other_orders_clear (ZgOtherOrders *others);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZgOtherOrders, zg_other_orders_clear)

G_END_DECLS
