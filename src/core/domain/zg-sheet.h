/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-checklist.h"

G_BEGIN_DECLS

/**
 * ZgSheet:
 * @customer: (nullable): whose order it is
 * @caution: (nullable): what is to be minded about them
 * @rows: (element-type ZgCheckRow): the confirmation list
 * @history: (element-type utf8): what happened, a line each, oldest first
 *
 * What stands on an order sheet: all that the desk knows of an order, for the shop's own use.
 */
typedef struct {
  ZgOrder *order;
  char *customer;
  char *caution;
  GPtrArray *rows;
  GPtrArray *history;
} ZgSheet;

void zg_sheet_free (ZgSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgSheet, zg_sheet_free)

G_END_DECLS
