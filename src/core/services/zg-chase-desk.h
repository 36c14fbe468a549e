/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-chase-table.h"

G_BEGIN_DECLS

/**
 * ZgChaseEntry:
 * @order: an unpaid order
 * @customer: (nullable): what to show its customer as
 * @plan: its reminders; there is a next one
 *
 * A line of the board.
 */
typedef struct {
  ZgOrder *order;
  char *customer;
  ZgChasePlan *plan;
} ZgChaseEntry;

/**
 * ZgChaseBoard:
 * @due: (element-type ZgChaseEntry): who is to be reminded now, the longest due first
 * @next: (element-type ZgChaseEntry): who is to be reminded later, the soonest first
 * @recovered: (element-type ZgChaseRecovery): who paid after a reminder, the newest first
 *
 * The payment chase of the whole shop.
 */
typedef struct {
  GPtrArray *due;
  GPtrArray *next;
  GPtrArray *recovered;
} ZgChaseBoard;

ZgChasePlan *zg_chase_desk_plan (ZgDatabase     *db,
                                 const ZgOrder  *order,
                                 ZgClock        *clock,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_chase_desk_mark (ZgDatabase  *db,
                             gint64       order_id,
                             gboolean     skip,
                             gint64       staff_id,
                             gint64       contact_id,
                             ZgClock     *clock,
                             int         *step_out,
                             GError     **error);
gboolean zg_chase_desk_unmark (ZgDatabase  *db,
                               gint64       order_id,
                               int          step,
                               GError     **error);
gboolean zg_chase_desk_set_cause (ZgDatabase    *db,
                                  gint64         order_id,
                                  ZgChaseCause   cause,
                                  ZgChaseCause  *before_out,
                                  GError       **error);
gboolean zg_chase_desk_set_stopped (ZgDatabase  *db,
                                    gint64       order_id,
                                    gboolean     stopped,
                                    ZgClock     *clock,
                                    GError     **error);
GPtrArray *zg_chase_desk_list (ZgDatabase  *db,
                               ZgTime       until,
                               ZgClock     *clock,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_chase_entry_free (ZgChaseEntry *entry);
ZgChaseBoard *zg_chase_desk_load_board (ZgDatabase  *db,
                                        ZgTime       from,
                                        ZgTime       until,
                                        ZgClock     *clock,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_chase_board_free (ZgChaseBoard *board);
char *zg_chase_desk_describe_next (const ZgChasePlan *plan,
                                   ZgClock           *clock) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgChaseEntry, zg_chase_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgChaseBoard, zg_chase_board_free)

G_END_DECLS
