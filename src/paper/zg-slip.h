/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"
#include "zg-page-flow.h"

G_BEGIN_DECLS

/**
 * ZgSlipOptions:
 * @shop: (nullable): what the shop is called
 * @now: when it is printed
 * @zone: where the shop is
 * @without_seller_note: whether the shop's own notes stay off the slip
 */
typedef struct {
  const char *shop;
  ZgTime now;
  GTimeZone *zone;
  gboolean without_seller_note;
} ZgSlipOptions;

void zg_slip_add (ZgPageFlow          *flow,
                  GPtrArray           *orders,
                  const ZgSlipOptions *options);

G_END_DECLS
