/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include "zg-order-sums.h"

#include <glib/gi18n.h>

#include "zg-error.h"

/**
 * zg_order_sums_are_ours:
 * @order: an order
 *
 * Returns: whether its sums follow from its goods: the desk wrote it, not a platform
 */
gboolean
zg_order_sums_are_ours (const ZgOrder *order)
{
  return order->facts == NULL;
}

/* FALSE when the goods come to more than any shop counts. */
static gboolean
sum_goods (const ZgOrder *order,
           gint64        *sum_out)
{
  gint64 sum = 0;

  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);
      gint64 line;

      if (item->gift)
        continue;
      if (__builtin_mul_overflow (item->price, item->quantity, &line) || __builtin_add_overflow (sum, line, &sum))
        return FALSE;
    }
  *sum_out = sum;
  return TRUE;
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, message);
  return FALSE;
}

/**
 * zg_order_sums_update:
 * @order: an order of the desk
 * @error: return location for an error
 *
 * Works out what the goods come to and what is to be paid: goods and postage without the discount. Gifts cost nothing.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when the discount is more than all of it, or a sum too large to count
 */
gboolean
zg_order_sums_update (ZgOrder  *order,
                      GError  **error)
{
  gint64 goods, total;

  if (!sum_goods (order, &goods) || __builtin_add_overflow (goods, order->postage, &total))
    return refuse (error, _("This comes to more than can be counted. Look at prices and quantities."));
  if (order->discount > total)
    return refuse (error, _("The discount is more than goods and postage together."));

  order->goods = goods;
  order->total = total - order->discount;
  return TRUE;
}

/**
 * zg_order_sums_set_total:
 * @order: an order of the desk
 * @total: what is to be paid in all, minor units
 * @error: return location for an error
 *
 * Two people agreed on a sum: what it is less than goods and postage is the discount.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when it is more than these
 */
gboolean
zg_order_sums_set_total (ZgOrder  *order,
                         gint64    total,
                         GError  **error)
{
  gint64 before = order->discount;

  order->discount = 0;
  if (!zg_order_sums_update (order, error) || total > order->total)
    {
      order->discount = before;
      if (error != NULL && *error == NULL)
        return refuse (error, _("Goods and postage come to less than this total. Correct a price, or add what is missing."));
      return FALSE;
    }
  order->discount = order->total - total;
  order->total = total;
  return TRUE;
}
