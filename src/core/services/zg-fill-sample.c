/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-fill-sample.h"

#include <glib/gi18n.h>

#include "zg-platform.h"

/* Somebody who does not exist, so that a reply can be read as a customer would before there is one. */

static ZgCustomer *
make_customer (void)
{
  ZgCustomer *customer = zg_customer_new ();

  /* Translators: an invented customer, their full name */
  zg_personal_set (&customer->name, _("Anna Sample"));
  g_free (customer->call_name);
  /* Translators: an invented customer, as one addresses them */
  customer->call_name = g_strdup (_("Ms Sample"));
  return customer;
}

static ZgOrder *
make_order (ZgTime now)
{
  ZgOrder *order = zg_order_new ();
  ZgOrderItem *item = zg_order_item_new ();
  /* Translators: an invented address */
  g_autoptr(ZgAddress) address = zg_address_parse_export (_("12 Sample Street, Sampletown"));

  g_free (order->platform);
  order->platform = g_strdup (zg_platform_get_usual ());
  order->number = g_strdup ("2026000012345678");
  order->state = ZG_ORDER_UNPAID;
  order->ordered_at = now;
  order->total = 19900;
  zg_personal_set (&order->recipient, _("Anna Sample"));
  zg_personal_set (&order->phone, "13800000000");
  zg_address_free (order->address);
  order->address = g_steal_pointer (&address);
  /* Translators: an invented courier */
  order->courier = g_strdup (_("Sample Express"));
  order->tracking = g_strdup ("SF0000000000000");
  /* Translators: invented goods, their colour and size */
  item->title = g_strdup (_("Wool cardigan"));
  item->colour = g_strdup (_("black"));
  item->size = g_strdup ("L");
  item->quantity = 1;
  g_ptr_array_add (order->items, item);
  return order;
}

/**
 * zg_fill_sample_load:
 * @db: a connection
 * @staff_id: who says it, 0 for the clerk on duty
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a context of this shop and clerk with an invented customer and order
 */
ZgFillContext *
zg_fill_sample_load (ZgDatabase  *db,
                     gint64       staff_id,
                     ZgClock     *clock,
                     GError     **error)
{
  g_autoptr(ZgFillContext) context = zg_fill_context_load (db, 0, 0, staff_id, clock, error);

  if (context == NULL)
    return NULL;
  context->customer = make_customer ();
  context->order = make_order (zg_clock_now (clock));
  return g_steal_pointer (&context);
}
