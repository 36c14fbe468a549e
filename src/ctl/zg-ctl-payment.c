/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl.h"
#include "zg-money.h"
#include "zg-order-payment.h"
#include "zg-order-table.h"

/* `order pay`: money that came in for an order, or went back. */

typedef struct {
  ZgCtl *ctl;
  const char *number;
  const char *amount;
  const char *kind;
  const char *method;
  ZgTime at;
} PayJob;

/* What a payment is for, where nobody says it. */
static ZgPaymentKind
guess_kind (const ZgOrder *order,
            gint64         amount)
{
  if (order->paid + amount >= order->total)
    return order->paid == 0 ? ZG_PAYMENT_WHOLE : ZG_PAYMENT_BALANCE;
  return order->presale && order->paid == 0 ? ZG_PAYMENT_DEPOSIT : ZG_PAYMENT_PART;
}

static gboolean
pay (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  PayJob *job = data;
  gint64 id = zg_order_table_find_by_number (db, job->number, error);
  g_autoptr(ZgOrder) order = id != 0 ? zg_order_table_load (db, id, error) : NULL;
  g_autoptr(ZgPayment) payment = NULL;
  gint64 amount;

  if (order == NULL || !zg_money_parse (job->amount, order->currency, &amount, error))
    return FALSE;
  payment = zg_payment_new (guess_kind (order, amount), amount);
  if (job->kind != NULL)
    zg_payment_kind_from_word (job->kind, &payment->kind);
  payment->order_id = id;
  payment->at = job->at;
  payment->method = g_strdup (job->method);
  payment->staff_id = job->ctl->staff_id;
  return zg_order_payment_add (db, payment, error);
}

ZgCtlStatus
zg_ctl_order_pay (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  const char *at = zg_ctl_options_get (ctl->options, "--at");
  PayJob job = {
    .ctl = ctl,
    .number = arguments[0],
    .amount = arguments[1],
    .kind = zg_ctl_options_get (ctl->options, "--kind"),
    .method = zg_ctl_options_get (ctl->options, "--method"),
    .at = zg_clock_now (ctl->clock),
  };
  g_autoptr(GError) error = NULL;
  ZgPaymentKind kind;

  if (job.kind != NULL && !zg_payment_kind_from_word (job.kind, &kind))
    return zg_ctl_usage (_("“%s” is no payment; say whole, deposit, balance or part."), job.kind);
  if (at != NULL && !zg_ctl_parse_time (ctl, at, &job.at, &error))
    return zg_ctl_usage ("%s", error->message);
  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, pay, &job, &error))
    return zg_ctl_fail (error);
  return zg_ctl_order_show (ctl, 1, arguments);
}
