/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-checklist.h"
#include "zg-page-flow.h"

G_BEGIN_DECLS

/**
 * ZgOrderSheet:
 * @order: the order
 * @shop: (nullable): what the shop is called
 * @customer: (nullable): whose it is
 * @caution: (nullable): what is to be minded about them
 * @rows: (nullable) (element-type ZgCheckRow): the confirmation list
 * @history: (nullable) (element-type utf8): what happened, a line each, oldest first
 * @now: when it is printed
 * @zone: where the shop is
 *
 * All that the desk knows of an order, for the shop's own use.
 */
typedef struct {
  const ZgOrder *order;
  const char *shop;
  const char *customer;
  const char *caution;
  GPtrArray *rows;
  GPtrArray *history;
  ZgTime now;
  GTimeZone *zone;
} ZgOrderSheet;

void zg_order_sheet_add (ZgPageFlow         *flow,
                         const ZgOrderSheet *sheet);

G_END_DECLS
