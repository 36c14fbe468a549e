/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

typedef enum {
  ZG_DUE_PAYMENT,       /* ordered and not paid: remind */
  ZG_DUE_CONFIRM,       /* paid and not confirmed */
  ZG_DUE_SHIP,          /* paid and not shipped: the platform's or the house's deadline */
  ZG_DUE_STUCK,         /* shipped and not received for too long */
  ZG_DUE_FOLLOW_UP,
  ZG_DUE_CONFLICT,      /* the platform and the desk disagree */
  ZG_DUE_WAITING,       /* was told to wait a moment, and the moment is over */
  ZG_DUE_CASE,          /* a step of an open case */
  ZG_DUE_PROMISE,       /* said to a buyer and not kept yet */
} ZgDueKind;

/**
 * ZgDue:
 * @at: when it is due; in the past it is late
 *
 * Something that somebody has to do.
 */
typedef struct {
  ZgDueKind kind;
  ZgTime at;
  gint64 customer_id;
  gint64 order_id;
  gint64 follow_up_id;
  gint64 case_id;
  gint64 promise_id;
  char *customer;
  char *number;
  char *text;
} ZgDue;

void zg_due_free (ZgDue *due);
const char *zg_due_kind_to_word (ZgDueKind kind);
const char *zg_due_kind_to_label (ZgDueKind kind);
GPtrArray *zg_due_list (ZgDatabase  *db,
                        ZgTime       until,
                        ZgClock     *clock,
                        GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgDue, zg_due_free)

G_END_DECLS
