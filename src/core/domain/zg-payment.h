/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

/* What a payment is for. The numbers are kept in the shop file. */
typedef enum {
  ZG_PAYMENT_WHOLE = 0,
  ZG_PAYMENT_DEPOSIT = 1,
  ZG_PAYMENT_BALANCE = 2,
  ZG_PAYMENT_PART = 3,
} ZgPaymentKind;

#define ZG_N_PAYMENT_KINDS 4

/**
 * ZgPayment:
 * @amount: minor units of the order's currency; below 0 for money that went back
 * @method: (nullable): how it was paid, in the shop's words
 * @staff_name: (nullable): who noted it; only read
 * @history_id: the step of the order that brought it and takes it back with itself, or 0
 * @undone_at: when it was taken back, or %ZG_TIME_NONE
 *
 * Money that came in for an order, or went back.
 */
typedef struct {
  gint64 id;
  gint64 order_id;
  ZgTime at;
  ZgPaymentKind kind;
  gint64 amount;
  char *method;
  char *note;
  gint64 staff_id;
  char *staff_name;
  gint64 history_id;
  ZgTime undone_at;
} ZgPayment;

ZgPayment *zg_payment_new (ZgPaymentKind kind,
                           gint64        amount) G_GNUC_WARN_UNUSED_RESULT;
void zg_payment_free (ZgPayment *payment);
const char *zg_payment_kind_to_word (ZgPaymentKind kind);
gboolean zg_payment_kind_from_word (const char    *word,
                                    ZgPaymentKind *kind_out);
const char *zg_payment_kind_to_label (ZgPaymentKind kind);
gboolean zg_payment_check (const ZgPayment  *payment,
                           gint64            total,
                           gint64            paid,
                           const char       *currency,
                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPayment, zg_payment_free)

G_END_DECLS
