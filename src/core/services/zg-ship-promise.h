/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgShipPromise:
 * @by: when the parcel leaves at the latest, by the house's rule; the end of that day
 * @until_cut_off: how long a payment still counts for today, 0 when it is too late for today
 * @cut_off: the house's cut-off today
 * @text: what to tell a customer, translated
 * @overdue: whether the time has passed and the parcel has not left
 *
 * What the house promises about the shipping time of an order.
 */
typedef struct {
  ZgTime by;
  ZgTime until_cut_off;
  ZgTime cut_off;
  char *text;
  gboolean overdue;
} ZgShipPromise;

char *zg_ship_promise_load_cut_off (ZgDatabase  *db,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgShipPromise *zg_ship_promise_make (ZgDatabase     *db,
                                     const ZgOrder  *order,
                                     ZgClock        *clock,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
ZgShipPromise *zg_ship_promise_compute (const char *cut_off,
                                        ZgTime      paid_at,
                                        ZgTime      shipped_at,
                                        ZgClock    *clock) G_GNUC_WARN_UNUSED_RESULT;
void zg_ship_promise_free (ZgShipPromise *promise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgShipPromise, zg_ship_promise_free)

G_END_DECLS
