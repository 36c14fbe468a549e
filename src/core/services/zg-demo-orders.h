/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-demo-book.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgDemoOrder:
 * @order: as the buyer placed it
 * @state: where it stands today
 * @shipped_at: when it left, where it did
 * @received_at: when it arrived, where it did
 * @script: (nullable): what the script says of it, %NULL for an invented one
 *
 * An order of the demo, before it is lived through.
 */
typedef struct {
  ZgOrder *order;
  ZgOrderState state;
  ZgTime shipped_at;
  ZgTime received_at;
  JsonObject *script;
} ZgDemoOrder;

ZgDemoOrder *zg_demo_order_read (ZgDemoBook       *book,
                                 const ZgCustomer *customer,
                                 JsonObject       *script) G_GNUC_WARN_UNUSED_RESULT;
ZgDemoOrder *zg_demo_order_invent (ZgDemoBook       *book,
                                   const ZgCustomer *customer,
                                   ZgTime            at,
                                   int               index) G_GNUC_WARN_UNUSED_RESULT;
void zg_demo_order_free (ZgDemoOrder *self);
int zg_demo_order_compare (gconstpointer a,
                           gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgDemoOrder, zg_demo_order_free)

G_END_DECLS
