/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-table.h"

G_BEGIN_DECLS

/**
 * ZgOrderUrgency:
 * @ZG_ORDER_URGENCY_NONE: nothing is expected of us
 * @ZG_ORDER_URGENCY_NORMAL: ours to do, in time
 * @ZG_ORDER_URGENCY_SOON: something is missing or differs
 * @ZG_ORDER_URGENCY_LATE: it should have been done
 *
 * How much a line of the list asks for a person.
 */
typedef enum {
  ZG_ORDER_URGENCY_NONE,
  ZG_ORDER_URGENCY_NORMAL,
  ZG_ORDER_URGENCY_SOON,
  ZG_ORDER_URGENCY_LATE,
} ZgOrderUrgency;

/**
 * ZgOrderLine:
 * @row: the order
 * @promise: until when it ships, or how it shipped, translated; may be empty
 * @next_step: what to do with it next, translated; may be empty
 *
 * What the list of orders shows of one: the row with what follows from it.
 */
typedef struct {
  ZgOrderRow *row;
  char *promise;
  ZgOrderUrgency promise_urgency;
  char *next_step;
  ZgOrderUrgency next_urgency;
} ZgOrderLine;

ZgOrderLine *zg_order_line_new (ZgOrderRow *row,
                                const char *cut_off,
                                ZgClock    *clock) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_line_free (ZgOrderLine *line);
GPtrArray *zg_order_lines_load (ZgDatabase    *db,
                                const gint64  *ids,
                                guint          n_ids,
                                ZgClock       *clock,
                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderLine, zg_order_line_free)

G_END_DECLS
