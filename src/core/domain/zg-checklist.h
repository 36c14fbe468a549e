/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgCheck:
 *
 * A row of the confirmation list. The first %ZG_N_HUMAN_CHECKS of the standard ones are ticked by a person, the others
 * computed. Rows of the shop's own, which people tick, begin behind %ZG_CHECK_OWN.
 */
typedef enum {
  ZG_CHECK_RECIPIENT,
  ZG_CHECK_ADDRESS,
  ZG_CHECK_COLOUR,
  ZG_CHECK_SIZE,
  ZG_CHECK_QUANTITY,
  ZG_CHECK_COURIER,
  ZG_CHECK_SHIP_TIME,
  ZG_CHECK_BUYER_NOTE,
  ZG_CHECK_PHONE_VALID,
  ZG_CHECK_ADDRESS_COMPLETE,
  ZG_CHECK_AMOUNT,
  ZG_CHECK_ITEMS,
  ZG_CHECK_HISTORY,
  ZG_CHECK_DUPLICATE_PARCEL,
  ZG_CHECK_CAUTION,
  ZG_CHECK_STOCK,
  ZG_CHECK_REFUND,
} ZgCheck;

/* The shop's row 1 is this and one. */
#define ZG_CHECK_OWN ((ZgCheck) 1000)

#define ZG_N_CHECKS 17
#define ZG_N_HUMAN_CHECKS 8

typedef enum {
  ZG_CHECK_OPEN,
  ZG_CHECK_OK,
  ZG_CHECK_WARN,
  ZG_CHECK_HIDDEN,
  ZG_CHECK_DROPPED,
} ZgCheckState;

/**
 * ZgTick:
 * @value: what the row said when it was ticked
 * @dropped_at: when a change made the tick void, or %ZG_TIME_NONE while it holds
 * @dropped_to: (nullable): what the row said after that change
 *
 * A person's tick on a row of the list.
 */
typedef struct {
  ZgCheck check;
  ZgTime at;
  gint64 staff_id;
  char *staff_name;
  char *value;
  ZgTime dropped_at;
  char *dropped_to;
} ZgTick;

/**
 * ZgCheckRow:
 * @label: what it is, in the shop's words or in the user's language
 * @value: (nullable): what the row is about, as shown beside its label
 * @note: (nullable): what is wrong, or from what to what it changed
 */
typedef struct {
  ZgCheck check;
  ZgCheckState state;
  char *label;
  char *value;
  char *note;
  char *by;
  ZgTime at;
} ZgCheckRow;

typedef struct _ZgCheckForm ZgCheckForm;

/**
 * ZgChecklistContext:
 * @form: (nullable): the list as the shop wants it; %NULL for the standard one
 * @n_earlier_orders: other orders of this customer
 * @n_other_unshipped: unshipped, paid orders of the same buyer beside this one
 * @other_unshipped: (nullable): number of the newest of these
 * @caution: (nullable): the customer's caution, %NULL without
 * @ship_time: (nullable): what the desk tells about the shipping time
 * @stock_note: (nullable): what there is to say of the stock
 * @is_short: whether there is too little of something
 *
 * What the computed rows need beside the order.
 */
typedef struct {
  const ZgCheckForm *form;
  gint64 n_earlier_orders;
  gint64 n_other_unshipped;
  const char *other_unshipped;
  const char *caution;
  const char *ship_time;
  const char *stock_note;
  gboolean is_short;
} ZgChecklistContext;

const char *zg_check_to_key (ZgCheck check);
gboolean zg_check_from_key (const char *key,
                            ZgCheck    *check_out);
const char *zg_check_to_label (ZgCheck check);
gboolean zg_check_is_own (ZgCheck check);
ZgCheck zg_check_from_own (int number);
const char *zg_check_state_to_word (ZgCheckState state);
gboolean zg_check_is_human (ZgCheck check);
gboolean zg_check_is_read_back (ZgCheck check);
char *zg_check_get_value (ZgCheck                   check,
                          const ZgOrder            *order,
                          const ZgChecklistContext *context);

GPtrArray *zg_checklist_evaluate (const ZgOrder            *order,
                                  const ZgChecklistContext *context,
                                  GPtrArray                *ticks);
GPtrArray *zg_checklist_drop_changed (const ZgOrder            *order,
                                      const ZgChecklistContext *context,
                                      GPtrArray                *ticks,
                                      ZgTime                    now);
gboolean zg_checklist_is_complete (GPtrArray *rows);
void zg_checklist_count (GPtrArray *rows,
                         int       *done_out,
                         int       *total_out);

ZgTick *zg_tick_new (ZgCheck     check,
                     ZgTime      at,
                     gint64      staff_id,
                     const char *value) G_GNUC_WARN_UNUSED_RESULT;
void zg_tick_free (ZgTick *tick);
void zg_check_row_free (ZgCheckRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgTick, zg_tick_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCheckRow, zg_check_row_free)

G_END_DECLS
