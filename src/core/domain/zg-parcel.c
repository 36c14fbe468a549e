/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-parcel"

#include "config.h"

#include "zg-parcel.h"

#include <glib/gi18n.h>

#include "zg-error.h"

/*
 * Which orders may leave in one box. What the radar suggests is narrower: there the buyer and the address are the same
 * (zg-radar-key.h). These rules bind whoever merges by hand as well.
 *
 * Cash on delivery counts as payable at the door: such an order waits for its parcel though it is not paid, but only with
 * others that are paid there. Beside one that is paid already, a buyer who refuses the parcel would refuse goods that are
 * theirs.
 */

/**
 * zg_parcel_new:
 *
 * Returns: (transfer full): a parcel without orders
 */
ZgParcel *
zg_parcel_new (void)
{
  ZgParcel *parcel = g_new0 (ZgParcel, 1);

  parcel->order_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  parcel->numbers = g_ptr_array_new_with_free_func (g_free);
  return parcel;
}

/**
 * zg_parcel_free:
 * @parcel: (transfer full) (nullable): a parcel
 */
void
zg_parcel_free (ZgParcel *parcel)
{
  if (parcel == NULL)
    return;

  g_free (parcel->uid);
  g_free (parcel->currency);
  g_array_unref (parcel->order_ids);
  g_ptr_array_unref (parcel->numbers);
  g_free (parcel);
}

/**
 * zg_parcel_is_paid_at_door:
 * @order: an order
 *
 * Returns: whether the courier has to collect money for it
 */
gboolean
zg_parcel_is_paid_at_door (const ZgOrder *order)
{
  return order->cash_on_delivery && order->paid < order->total;
}

/**
 * zg_parcel_has_left:
 * @order: an order
 *
 * Returns: whether all of it is on its way, or with its buyer
 */
gboolean
zg_parcel_has_left (const ZgOrder *order)
{
  return order->state >= ZG_ORDER_SHIPPED && order->state <= ZG_ORDER_COMPLETED;
}

static const char *
find_refusal (const ZgOrder *order)
{
  if (order->kind == ZG_ORDER_SURCHARGE)
    return _("A surcharge never ships, so it goes in no parcel.");
  if (!zg_order_kind_needs_parcel (order->kind))
    return _("There is nothing to ship in this order, so it goes in no parcel.");
  if (order->state == ZG_ORDER_CLOSED)
    return _("The order is closed and ships no more.");
  if (order->state >= ZG_ORDER_SHIPPED)
    return _("The order has left already.");
  if (order->holds & ZG_HOLD_REFUND)
    return _("A refund of this order is open. Settle it before it goes in a parcel with others.");
  if (order->holds & ZG_HOLD_PLATFORM)
    return _("The platform says not to ship this order yet. Wait until it releases the order.");
  if (order->holds & ZG_HOLD_PRESALE || (order->presale && order->paid < order->total))
    return _("The balance of this pre-sale order is not paid. It goes in no parcel before.");
  if (order->holds != ZG_HOLD_NONE)
    return _("A case of this order is open in which nothing may be sent. Settle it before it goes in a parcel with others.");
  if (order->state == ZG_ORDER_UNPAID && !order->cash_on_delivery)
    return _("The order is not paid. Only paid orders are sent together.");
  return NULL;
}

/**
 * zg_parcel_check_order:
 * @order: an order
 * @error: return location for an error
 *
 * Returns: whether it may go in a parcel with others; else %FALSE with %ZG_DOMAIN_ERROR_REFUSED and a sentence why not
 */
gboolean
zg_parcel_check_order (const ZgOrder  *order,
                       GError        **error)
{
  const char *refusal = find_refusal (order);

  if (refusal == NULL)
    return TRUE;
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, refusal);
  return FALSE;
}

/**
 * zg_parcel_check_pair:
 * @a: an order that may go in a parcel
 * @b: another one
 * @error: return location for an error
 *
 * Buyers and addresses may differ: a person who merges by hand knows why. zg_parcel_list_differences() shows it.
 *
 * Returns: whether the two may share one; else %FALSE with %ZG_DOMAIN_ERROR_REFUSED and a sentence why not
 */
gboolean
zg_parcel_check_pair (const ZgOrder  *a,
                      const ZgOrder  *b,
                      GError        **error)
{
  if (zg_parcel_is_paid_at_door (a) == zg_parcel_is_paid_at_door (b))
    return TRUE;
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                       _("One of the orders is paid at the door and the other is paid already. Send them apart: whoever "
                         "refuses the parcel would refuse both."));
  return FALSE;
}

/**
 * zg_parcel_keeps:
 * @order: an order in a parcel
 *
 * What may not ship any more leaves its parcel. What has left stays in it, as it was in the box.
 *
 * Returns: whether it stays
 */
gboolean
zg_parcel_keeps (const ZgOrder *order)
{
  return zg_parcel_has_left (order) || zg_parcel_check_order (order, NULL);
}

/**
 * zg_parcel_address_differs:
 * @a: an order
 * @b: another one
 *
 * Returns: whether the two go to different places, as far as their addresses are known; how they are written does not matter,
 *   and a hidden one differs from none
 */
gboolean
zg_parcel_address_differs (const ZgOrder *a,
                           const ZgOrder *b)
{
  g_autofree char *key_a = a->address != NULL ? zg_address_to_key (a->address) : NULL;
  g_autofree char *key_b = b->address != NULL ? zg_address_to_key (b->address) : NULL;

  return key_a != NULL && key_b != NULL && g_strcmp0 (key_a, key_b) != 0;
}

/**
 * zg_parcel_get_saved_postage:
 * @orders: (element-type ZgOrder): orders of one parcel
 *
 * What the buyers paid for postage but for the dearest, which pays for the parcel. What is in several currencies has no sum.
 *
 * Returns: the amount in minor units of the orders' currency; 0 where they have several
 */
gint64
zg_parcel_get_saved_postage (GPtrArray *orders)
{
  gint64 sum = 0, largest = 0;

  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      const ZgOrder *first = g_ptr_array_index (orders, 0);

      if (g_strcmp0 (order->currency, first->currency) != 0)
        return 0;
      sum += MAX (order->postage, 0);
      largest = MAX (largest, order->postage);
    }
  return sum - largest;
}
