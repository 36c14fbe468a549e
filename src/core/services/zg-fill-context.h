/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-database.h"
#include "zg-fill-goods.h"
#include "zg-order.h"
#include "zg-reply.h"
#include "zg-ship-promise.h"
#include "zg-shop-table.h"
#include "zg-template.h"

G_BEGIN_DECLS

/**
 * ZgFillContext:
 * @customer: (nullable): whom a text is for
 * @order: (nullable): what it is about
 * @clerk: (nullable): who says it
 * @goods: (nullable): what products and promotions say
 * @is_sample: whether all of it is invented
 *
 * All that replies are filled from: a snapshot, so that a list of replies is filled without asking the store again.
 */
typedef struct {
  ZgCustomer *customer;
  ZgOrder *order;
  ZgShipPromise *promise;
  ZgStaff *clerk;
  ZgFillGoods *goods;
  char *shop_name;
  ZgClock *clock;
  gboolean is_sample;
} ZgFillContext;

ZgFillContext *zg_fill_context_load (ZgDatabase  *db,
                                     gint64       customer_id,
                                     gint64       order_id,
                                     gint64       staff_id,
                                     ZgClock     *clock,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_fill_context_set_product (ZgFillContext  *context,
                                      ZgDatabase     *db,
                                      gint64          product_id,
                                      GError        **error);
ZgFillContext *zg_fill_context_new_sample (ZgClock *clock) G_GNUC_WARN_UNUSED_RESULT;
ZgFillContext *zg_fill_context_load_sample (ZgDatabase  *db,
                                            gint64       staff_id,
                                            ZgClock     *clock,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_fill_context_free (ZgFillContext *context);
ZgFill *zg_fill_context_fill (ZgFillContext *context,
                              const char    *body,
                              GHashTable    *answers) G_GNUC_WARN_UNUSED_RESULT;
ZgFill *zg_fill_context_fill_known (ZgFillContext *context,
                                    const char    *body,
                                    GHashTable    *answers) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgFillContext, zg_fill_context_free)

G_END_DECLS
