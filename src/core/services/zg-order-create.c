/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-create.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-customer-desk.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-money.h"
#include "zg-order-gate.h"
#include "zg-order-items.h"
#include "zg-order-sums.h"
#include "zg-order-table.h"
#include "zg-same-customer.h"

/* Orders that come by chat: written by the desk, with a number of the shop's own. */

/**
 * zg_new_order_new:
 *
 * Returns: (transfer full): an order without anything
 */
ZgNewOrder *
zg_new_order_new (void)
{
  ZgNewOrder *self = g_new0 (ZgNewOrder, 1);

  self->order = zg_order_new ();
  return self;
}

/**
 * zg_new_order_free:
 * @self: (transfer full) (nullable): an order that the desk writes
 */
void
zg_new_order_free (ZgNewOrder *self)
{
  if (self == NULL)
    return;

  zg_order_free (self->order);
  g_free (self);
}

/* From a chat ******************************************************************************************************/

static void
add_item (ZgOrder            *order,
          const ZgPastedItem *pasted)
{
  ZgOrderItem *item = zg_order_item_new ();

  item->title = g_strdup (pasted->title);
  item->colour = g_strdup (pasted->colour);
  item->size = g_strdup (pasted->size);
  item->quantity = pasted->quantity;
  item->price = MAX (pasted->price, 0);
  g_ptr_array_add (order->items, item);
}

static void
set_place (ZgOrder       *order,
           const ZgPaste *person)
{
  ZgAddress *address = zg_address_new ();

  address->province = g_strdup (person->fields[ZG_PASTE_PROVINCE]);
  address->city = g_strdup (person->fields[ZG_PASTE_CITY]);
  address->district = g_strdup (person->fields[ZG_PASTE_DISTRICT]);
  address->detail = g_strdup (person->fields[ZG_PASTE_DETAIL]);
  address->postcode = g_strdup (person->fields[ZG_PASTE_POSTCODE]);
  if (address->province != NULL || address->city != NULL || address->detail != NULL)
    address->disclosure = ZG_DISCLOSURE_PLAIN;
  zg_address_free (order->address);
  order->address = address;
}

/**
 * zg_new_order_from_paste:
 * @paste: what was understood of a chat
 * @platform: where it was talked, a word of zg-platform.h
 *
 * Returns: (transfer full): the order that the chat speaks of, for somebody to look at. Where goods and total do not come to the
 *   same, the total is what the goods come to
 */
ZgNewOrder *
zg_new_order_from_paste (const ZgOrderPaste *paste,
                         const char         *platform)
{
  ZgNewOrder *self = zg_new_order_new ();
  ZgOrder *order = self->order;

  g_free (order->platform);
  order->platform = g_strdup (platform);
  for (guint i = 0; i < paste->items->len; i++)
    add_item (order, g_ptr_array_index (paste->items, i));
  zg_personal_set (&order->recipient, paste->person->fields[ZG_PASTE_NAME]);
  zg_personal_set (&order->phone, paste->person->fields[ZG_PASTE_PHONE]);
  set_place (order, paste->person);
  order->buyer_note = g_strdup (paste->note);
  order->postage = MAX (paste->postage, 0);
  order->discount = paste->discount;
  order->deposit = paste->deposit;
  self->is_paid = paste->is_paid;
  if (!zg_order_sums_update (order, NULL))
    {
      order->discount = 0;
      zg_order_sums_update (order, NULL);
    }
  /* Two people agreed on it in words. */
  if (paste->total >= 0 && paste->total < order->total && paste->discount == 0)
    zg_order_sums_set_total (order, paste->total, NULL);
  return self;
}

/**
 * zg_new_order_repeat:
 * @order: an earlier order
 *
 * Returns: (transfer full): the same goods for the same people once more, at the prices they had
 */
ZgNewOrder *
zg_new_order_repeat (const ZgOrder *order)
{
  ZgNewOrder *self = zg_new_order_new ();
  ZgOrder *again = self->order;

  zg_order_free (again);
  again = self->order = zg_order_new ();
  g_free (again->platform);
  again->platform = g_strdup (order->platform);
  g_free (again->shop);
  again->shop = g_strdup (order->shop);
  g_free (again->currency);
  again->currency = g_strdup (order->currency);
  again->customer_id = order->customer_id;
  again->buyer_account = g_strdup (order->buyer_account);
  zg_personal_copy (&again->recipient, &order->recipient);
  zg_personal_copy (&again->phone, &order->phone);
  zg_address_free (again->address);
  again->address = zg_address_copy (order->address);
  again->courier = g_strdup (order->courier);
  again->cash_on_delivery = order->cash_on_delivery;
  again->postage = order->postage;
  for (guint i = 0; i < order->items->len; i++)
    {
      ZgOrderItem *item = zg_order_item_copy (g_ptr_array_index (order->items, i));

      item->id = 0;
      g_clear_pointer (&item->line_number, g_free);
      g_ptr_array_add (again->items, item);
    }
  zg_order_sums_update (again, NULL);
  /* A list of orders tells no price of a line, only what all of it cost. */
  if (again->total == 0 && order->total > 0 && again->items->len == 1)
    {
      ZgOrderItem *item = g_ptr_array_index (again->items, 0);
      gint64 goods = order->total - order->postage;

      if (item->quantity > 0 && goods > 0 && goods % item->quantity == 0)
        item->price = goods / item->quantity;
      zg_order_sums_update (again, NULL);
    }
  return self;
}

/**
 * zg_new_order_describe_sum:
 * @self: an order whose sums follow its goods
 *
 * Returns: (transfer full): what is to be paid, and what was taken off it, in the user's language
 */
char *
zg_new_order_describe_sum (const ZgNewOrder *self)
{
  const ZgOrder *order = self->order;
  g_autofree char *total = zg_money_to_text (order->total, order->currency);
  g_autofree char *discount = zg_money_to_text (order->discount, order->currency);

  if (order->discount == 0)
    return g_strdup_printf (_("To pay %s"), total);
  /* TRANSLATORS: what is to be paid, and what was taken off it */
  return g_strdup_printf (_("To pay %1$s, discount %2$s"), total, discount);
}

/**
 * zg_new_order_describe_mismatch:
 * @self: the order that @paste became
 * @paste: what was understood of a chat
 *
 * Returns: (transfer full) (nullable): that the chat says another sum than its goods come to, in the user's language; %NULL when
 *   it does not
 */
char *
zg_new_order_describe_mismatch (const ZgNewOrder   *self,
                                const ZgOrderPaste *paste)
{
  const ZgOrder *order = self->order;
  g_autofree char *said = zg_money_to_text (paste->total, order->currency);
  g_autofree char *sum = zg_money_to_text (order->goods + order->postage - paste->discount, order->currency);

  if (paste->sum_fits)
    return NULL;
  /* TRANSLATORS: two amounts: what the customer wrote, and what it comes to */
  return g_strdup_printf (_("The chat says %1$s, but goods and postage come to %2$s. Please look at it."), said, sum);
}

/**
 * zg_order_create_load_titles:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): what the shop's goods are called: its products, and what was
 *   ordered of late
 */
char **
zg_order_create_load_titles (ZgDatabase  *db,
                             GError     **error)
{
  return zg_order_items_list_titles (db, error);
}

/* Writing **********************************************************************************************************/

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check (const ZgOrder  *order,
       GError        **error)
{
  if (order->items->len == 0)
    return refuse (error, _("An order needs goods."));
  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);

      if (item->title == NULL || *item->title == '\0')
        return refuse (error, _("Say what the goods are called."));
      if (item->quantity < 1)
        return refuse (error, _("A quantity is a number from 1."));
      if (item->price < 0)
        return refuse (error, _("A price is not below zero."));
    }
  if (order->postage < 0 || order->discount < 0 || order->deposit < 0)
    return refuse (error, _("An amount is not below zero."));
  return TRUE;
}

/* (transfer full) (nullable): a number of the shop's own: the day, and how many of the day. */
static char *
make_number (ZgDatabase     *db,
             const ZgOrder  *order,
             ZgClock        *clock,
             GError        **error)
{
  g_autoptr(GDateTime) now = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));

  for (int i = 1;; i++)
    {
      g_autofree char *number = g_strdup_printf ("%04d%02d%02d-%03d", g_date_time_get_year (now), g_date_time_get_month (now),
                                                 g_date_time_get_day_of_month (now), i);
      gint64 id;

      if (!zg_order_table_find_in_any_shop (db, order->platform, number, &id, error))
        return NULL;
      if (id == 0)
        return g_steal_pointer (&number);
    }
}

/* Whose it is: as was said, else who has the same phone or account, else somebody new. Nobody, when nothing names them. */
static gboolean
find_customer (ZgDatabase  *db,
               ZgNewOrder  *self,
               ZgClock     *clock,
               GError     **error)
{
  const ZgOrder *order = self->order;
  g_autoptr(ZgCustomer) customer = NULL;
  g_auto(ZgSameCustomer) same = { 0 };

  if (order->customer_id != 0)
    {
      self->customer_id = order->customer_id;
      return TRUE;
    }

  customer = zg_customer_desk_sketch (order->recipient.text, order->platform, NULL);
  if (zg_personal_identifies (&order->phone))
    zg_customer_add_phone (customer, order->phone.text, NULL);
  if (order->buyer_account != NULL)
    zg_customer_add_account (customer, order->platform, order->buyer_account);
  if (!zg_same_customer_find (db, customer, &same, error))
    return FALSE;
  self->customer_id = same.id;
  if (same.id != 0 || !zg_customer_validate (customer, NULL))
    return TRUE;

  if (!zg_address_is_empty (order->address))
    zg_customer_add_address (customer, order->recipient.text, order->phone.text, order->address, NULL);
  if (!zg_customer_desk_create (db, customer, clock, error))
    return FALSE;
  self->customer_id = customer->id;
  self->is_new_customer = TRUE;
  return TRUE;
}

static gboolean
mark_paid (ZgDatabase  *db,
           ZgOrder     *order,
           gint64       staff_id,
           ZgTime       now,
           GError     **error)
{
  ZgOrderMoveRequest request = { .to = ZG_ORDER_PAID, .at = now, .actor = ZG_ACTOR_DESK, .staff_id = staff_id };

  return zg_order_gate_move (db, order, &request, error);
}

/**
 * zg_order_create:
 * @db: a writing connection in a transaction
 * @self: the order; gets number, id, customer and sums
 * @staff_id: who writes it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Writes an order of the desk. Without a number it gets one, without a customer the one who has the same phone or account, or a
 * new one.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when something is missing, with %ZG_STORE_ERROR_DUPLICATE when there is an order
 *   with this number
 */
gboolean
zg_order_create (ZgDatabase  *db,
                 ZgNewOrder  *self,
                 gint64       staff_id,
                 ZgClock     *clock,
                 GError     **error)
{
  ZgOrder *order = self->order;
  gint64 id;

  if (!check (order, error) || !zg_order_sums_update (order, error) || !find_customer (db, self, clock, error))
    return FALSE;

  if (order->number == NULL || *order->number == '\0')
    {
      g_free (order->number);
      order->number = make_number (db, order, clock, error);
      if (order->number == NULL)
        return FALSE;
    }
  if (!zg_order_table_find_in_any_shop (db, order->platform, order->number, &id, error))
    return FALSE;
  if (id != 0)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE, _("There is an order %s already."), order->number);
      return FALSE;
    }

  order->customer_id = self->customer_id;
  if (order->ordered_at == ZG_TIME_NONE)
    order->ordered_at = zg_clock_now (clock);
  return zg_order_table_insert (db, order, 0, error)
         && (!self->is_paid || order->total == 0 || mark_paid (db, order, staff_id, zg_clock_now (clock), error))
         && zg_customer_table_refresh_totals (db, order->customer_id, error);
}

/**
 * zg_order_create_undo:
 * @db: a writing connection in a transaction
 * @self: an order that was written
 * @clock: what time it is
 * @error: return location for an error
 *
 * Takes an order back, with the customer who was made for it.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody worked on it since
 */
gboolean
zg_order_create_undo (ZgDatabase        *db,
                      const ZgNewOrder  *self,
                      ZgClock           *clock,
                      GError           **error)
{
  g_autoptr(ZgOrder) now = zg_order_table_load (db, self->order->id, error);

  if (now == NULL)
    return FALSE;
  if (now->version != self->order->version)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody worked on this order since. Close it instead."));
      return FALSE;
    }
  if (!zg_order_table_delete (db, self->order->id, error))
    return FALSE;
  if (self->is_new_customer)
    return zg_customer_table_delete (db, self->customer_id, error);
  return zg_customer_table_refresh_totals (db, self->customer_id, error);
}
