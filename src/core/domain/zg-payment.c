/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-payment"

#include "config.h"

#include "zg-payment.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-money.h"

static const struct {
  const char *word;
  const char *label;
} kinds[ZG_N_PAYMENT_KINDS] = {
  [ZG_PAYMENT_WHOLE] = { "whole", N_("Whole amount") },
  [ZG_PAYMENT_DEPOSIT] = { "deposit", N_("Deposit") },
  [ZG_PAYMENT_BALANCE] = { "balance", N_("Balance") },
  [ZG_PAYMENT_PART] = { "part", N_("Part payment") },
};

/**
 * zg_payment_new:
 * @kind: what it is for
 * @amount: minor units; below 0 for money that went back
 *
 * Returns: (transfer full): a payment
 */
ZgPayment *
zg_payment_new (ZgPaymentKind kind,
                gint64        amount)
{
  ZgPayment *payment = g_new0 (ZgPayment, 1);

  payment->kind = kind;
  payment->amount = amount;
  payment->at = ZG_TIME_NONE;
  payment->undone_at = ZG_TIME_NONE;
  return payment;
}

/**
 * zg_payment_free:
 * @payment: (transfer full) (nullable): a payment
 */
void
zg_payment_free (ZgPayment *payment)
{
  if (payment == NULL)
    return;
  g_free (payment->method);
  g_free (payment->note);
  g_free (payment->staff_name);
  g_free (payment);
}

/**
 * zg_payment_kind_to_word:
 * @kind: a kind
 *
 * Returns: (nullable): the word of files and of the command line, not translated
 */
const char *
zg_payment_kind_to_word (ZgPaymentKind kind)
{
  return (guint) kind < ZG_N_PAYMENT_KINDS ? kinds[kind].word : NULL;
}

/**
 * zg_payment_kind_from_word:
 * @word: (nullable): a word as zg_payment_kind_to_word() gives it
 * @kind_out: (out): the kind
 *
 * Returns: whether @word is a kind
 */
gboolean
zg_payment_kind_from_word (const char    *word,
                           ZgPaymentKind *kind_out)
{
  for (int i = 0; i < ZG_N_PAYMENT_KINDS; i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      {
        *kind_out = (ZgPaymentKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * zg_payment_kind_to_label:
 * @kind: a kind
 *
 * Returns: its name in the user's language
 */
const char *
zg_payment_kind_to_label (ZgPaymentKind kind)
{
  return (guint) kind < ZG_N_PAYMENT_KINDS ? _(kinds[kind].label) : _("Not known");
}

/**
 * zg_payment_check:
 * @payment: a payment that is to be noted
 * @total: what the order costs, minor units
 * @paid: what is paid of it so far
 * @currency: of all three
 * @error: return location for %ZG_DOMAIN_ERROR_INVALID with a sentence that says what the amount may be
 *
 * Nobody pays nothing, more than is left, or gets back more than was paid: each of these is a slip of the finger.
 *
 * Returns: whether the amount can be
 */
gboolean
zg_payment_check (const ZgPayment  *payment,
                  gint64            total,
                  gint64            paid,
                  const char       *currency,
                  GError          **error)
{
  g_autofree char *left = zg_money_to_text (MAX (total - paid, 0), currency);
  g_autofree char *there = zg_money_to_text (paid, currency);

  if (payment->amount == 0)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Say how much was paid."));
      return FALSE;
    }
  if (payment->amount > 0 && payment->amount > total - paid)
    {
      /* TRANSLATORS: %s is an amount of money */
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Only %s is still to be paid of this order."), left);
      return FALSE;
    }
  if (payment->amount < 0 && payment->amount < -paid)
    {
      /* TRANSLATORS: %s is an amount of money */
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Only %s was paid of this order; no more can go back."),
                   there);
      return FALSE;
    }
  return TRUE;
}
