/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-checklist"

#include "config.h"

#include "zg-checklist-computed.h"

#include "zg-phone.h"

#include <glib/gi18n.h>

static void
set_row (ZgCheckRow   *row,
         ZgCheckState  state,
         const char   *note)
{
  row->state = state;
  row->note = g_strdup (note);
}

static void
compute_phone (ZgCheckRow    *row,
               const ZgOrder *order)
{
  g_autoptr (ZgPhone) phone = zg_phone_parse (order->phone.text);

  if (zg_disclosure_is_hidden (order->phone.disclosure) || zg_disclosure_is_hidden (phone->disclosure))
    {
      set_row (row, ZG_CHECK_HIDDEN, _("Hidden by the platform"));
    }
  else if (phone->kind == ZG_PHONE_NONE)
    {
      set_row (row, ZG_CHECK_WARN, _("There is no phone number."));
    }
  else if (!zg_phone_is_plausible (phone))
    {
      set_row (row, ZG_CHECK_WARN, _("This does not look like a phone number."));
    }
  else
    {
      int n_digits = 0;

      for (const char *at = phone->digits; *at != '\0'; at++)
        n_digits += g_ascii_isdigit (*at) ? 1 : 0;
      row->state = ZG_CHECK_OK;
      row->note = g_strdup_printf (ngettext ("%d digit", "%d digits", (gulong) n_digits), n_digits);
    }
}

static gboolean
is_missing (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
compute_address (ZgCheckRow    *row,
                 const ZgOrder *order)
{
  const ZgAddress *address = order->address;

  if (zg_address_is_empty (address))
    set_row (row, ZG_CHECK_WARN, _("There is no address."));
  else if (zg_disclosure_is_hidden (address->disclosure))
    set_row (row, ZG_CHECK_HIDDEN, _("Hidden by the platform"));
  else if (zg_address_is_complete (address))
    set_row (row, ZG_CHECK_OK, _("Province, city and district are there"));
  else if (is_missing (address->detail))
    set_row (row, ZG_CHECK_WARN, _("The street and number are missing."));
  else if (is_missing (address->province))
    set_row (row, ZG_CHECK_WARN, _("The province is missing."));
  else if (is_missing (address->city))
    set_row (row, ZG_CHECK_WARN, _("The city is missing."));
  else
    set_row (row, ZG_CHECK_WARN, _("The district is missing."));
}

/* A paid order of nothing is a gift or a replacement, and fine; before payment a zero is most likely a slip. */
static void
compute_amount (ZgCheckRow    *row,
                const ZgOrder *order)
{
  if (order->total < 0 || order->goods < 0 || order->postage < 0 || order->paid < 0)
    set_row (row, ZG_CHECK_WARN, _("An amount is below zero."));
  else if (order->total == 0 && order->state == ZG_ORDER_UNPAID)
    set_row (row, ZG_CHECK_WARN, _("The order is not paid and has no amount."));
  else
    set_row (row, ZG_CHECK_OK, NULL);
}

static void
compute_items (ZgCheckRow    *row,
               const ZgOrder *order)
{
  if (order->items->len == 0)
    {
      set_row (row, ZG_CHECK_WARN, _("The order has no goods."));
      return;
    }

  for (guint i = 0; i < order->items->len; i++)
    if (((const ZgOrderItem *) order->items->pdata[i])->quantity <= 0)
      {
        set_row (row, ZG_CHECK_WARN, _("The quantity of one of the goods is not known."));
        return;
      }

  set_row (row, ZG_CHECK_OK, NULL);
}

static void
compute_history (ZgCheckRow               *row,
                 const ZgChecklistContext *context)
{
  row->state = ZG_CHECK_OK;
  if (context->n_earlier_orders <= 0)
    row->note = g_strdup (_("First order"));
  else
    row->note = g_strdup_printf (ngettext ("%ld earlier order", "%ld earlier orders",
                                           (gulong) context->n_earlier_orders),
                                 (glong) context->n_earlier_orders);
}

static void
compute_duplicate (ZgCheckRow               *row,
                   const ZgChecklistContext *context)
{
  g_autofree char *tail = zg_order_number_tail (context->other_unshipped);

  if (context->n_other_unshipped <= 0)
    {
      set_row (row, ZG_CHECK_OK, NULL);
      return;
    }

  row->state = ZG_CHECK_WARN;
  if (*tail == '\0')
    row->note = g_strdup_printf (ngettext ("%ld other order is not shipped yet.",
                                           "%ld other orders are not shipped yet.",
                                           (gulong) context->n_other_unshipped),
                                 (glong) context->n_other_unshipped);
  else
    /* TRANSLATORS: %s is the end of the number of the newest one, …512 */
    row->note = g_strdup_printf (ngettext ("%ld other order is not shipped yet: %s",
                                           "%ld other orders are not shipped yet, the newest is %s",
                                           (gulong) context->n_other_unshipped),
                                 (glong) context->n_other_unshipped, tail);
}

static void
compute_refund (ZgCheckRow    *row,
                const ZgOrder *order)
{
  if (order->holds & ZG_HOLD_REFUND)
    set_row (row, ZG_CHECK_WARN, _("A refund is open."));
  else
    set_row (row, ZG_CHECK_OK, NULL);
}

/**
 * zg_checklist_compute:
 * @row: an empty row of a computed check; its state and note are filled in
 * @order: the order
 * @context: what is known beside it
 */
void
zg_checklist_compute (ZgCheckRow               *row,
                      const ZgOrder            *order,
                      const ZgChecklistContext *context)
{
  switch (row->check)
    {
    case ZG_CHECK_PHONE_VALID:
      compute_phone (row, order);
      break;

    case ZG_CHECK_ADDRESS_COMPLETE:
      compute_address (row, order);
      break;

    case ZG_CHECK_AMOUNT:
      compute_amount (row, order);
      break;

    case ZG_CHECK_ITEMS:
      compute_items (row, order);
      break;

    case ZG_CHECK_HISTORY:
      compute_history (row, context);
      break;

    case ZG_CHECK_DUPLICATE_PARCEL:
      compute_duplicate (row, context);
      break;

    case ZG_CHECK_CAUTION:
      if (!is_missing (context->caution))
        set_row (row, ZG_CHECK_WARN, context->caution);
      else
        set_row (row, ZG_CHECK_OK, NULL);
      break;

    case ZG_CHECK_STOCK:
      set_row (row, context->is_short ? ZG_CHECK_WARN : ZG_CHECK_OK, context->stock_note);
      break;

    case ZG_CHECK_REFUND:
      compute_refund (row, order);
      break;

    default:
      g_return_if_reached ();
    }
}
