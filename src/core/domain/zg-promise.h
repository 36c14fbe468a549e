/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

/* What became of a promise. The numbers are kept in the shop file. */
typedef enum {
  ZG_PROMISE_OPEN = 0,
  ZG_PROMISE_KEPT = 1,
  ZG_PROMISE_WITHDRAWN = 2,
} ZgPromiseState;

#define ZG_N_PROMISE_STATES 3

/**
 * ZgPromise:
 * @text: what was said
 * @amount: minor units of the order's currency; 0 for none
 * @due_at: when it has to be kept
 * @staff_id: who said it, or 0
 * @done_at: when it was kept or withdrawn, or %ZG_TIME_NONE
 * @staff_name: (nullable): only read, as all below
 * @number: (nullable): the order's number
 * @currency: (nullable): the order's currency
 * @customer_id: the order's customer, or 0
 * @customer: (nullable): what they are called
 *
 * Something said to a buyer, until it is kept: the difference back, it leaves today.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  gint64 order_id;
  char *text;
  gint64 amount;
  ZgTime made_at;
  ZgTime due_at;
  gint64 staff_id;
  ZgPromiseState state;
  ZgTime done_at;
  char *staff_name;
  char *number;
  char *currency;
  gint64 customer_id;
  char *customer;
} ZgPromise;

ZgPromise *zg_promise_new (const char *text,
                           gint64      amount,
                           ZgTime      due_at) G_GNUC_WARN_UNUSED_RESULT;
ZgPromise *zg_promise_copy (const ZgPromise *promise) G_GNUC_WARN_UNUSED_RESULT;
void zg_promise_free (ZgPromise *promise);
gboolean zg_promise_check (const ZgPromise  *promise,
                           GError          **error);
gboolean zg_promise_end (ZgPromise       *promise,
                         ZgPromiseState   state,
                         ZgTime           at,
                         GError         **error);
const char *zg_promise_state_to_word (ZgPromiseState state);
const char *zg_promise_state_to_label (ZgPromiseState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPromise, zg_promise_free)

G_END_DECLS
