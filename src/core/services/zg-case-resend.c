/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-case-desk.h"
#include "zg-case-table.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-order-table.h"

/* What is sent again, or in exchange: an order of its own that costs nothing and is packed, checked and shipped as any other. */

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
check (const ZgCase  *self,
       GError       **error)
{
  const ZgCaseType *type = zg_case_type_find (self->type);

  if (!zg_case_is_open (self))
    return refuse (error, _("The case is closed. Reopen it to go on with it."));
  if (self->new_order_id != 0)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   /* TRANSLATORS: %s is the number of an order */
                   _("It is sent again already, as order %s."), self->new_number != NULL ? self->new_number : "");
      return FALSE;
    }
  if (type == NULL || type->new_order || g_strv_contains ((const char * const *) type->remedies, "resend")
      || g_strv_contains ((const char * const *) type->remedies, "exchange"))
    return TRUE;
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
               /* TRANSLATORS: %s is a kind of case, “Cancellation” */
               _("Nothing is sent again in a case “%s”."), zg_case_type_to_label (self->type));
  return FALSE;
}

/* (transfer full): the first number that is free behind the order's own. */
static char *
make_number (ZgDatabase     *db,
             const ZgOrder  *first,
             GError        **error)
{
  for (int i = 1;; i++)
    {
      g_autofree char *number = g_strdup_printf ("%s-R%d", first->number, i);
      gint64 id;

      if (!zg_order_table_find_in_any_shop (db, first->platform, number, &id, error))
        return NULL;
      if (id == 0)
        return g_steal_pointer (&number);
    }
}

/* Sends @quantity of a line: 0 leaves it out. */
static gboolean
add_item (ZgOrder            *order,
          const ZgOrderItem  *item,
          gint64              quantity,
          GError            **error)
{
  ZgOrderItem *copy;

  if (quantity < 0 || quantity > item->quantity)
    {
      g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, item->quantity);

      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   /* TRANSLATORS: the first %s is a product, the second how many pieces */
                   _("Of “%s” from 0 to %s can be sent again."), item->title, most);
      return FALSE;
    }
  if (quantity == 0)
    return TRUE;
  copy = zg_order_item_copy (item);
  copy->id = 0;
  g_clear_pointer (&copy->line_number, g_free);
  copy->quantity = quantity;
  copy->price = 0;
  g_ptr_array_add (order->items, copy);
  return TRUE;
}

/* (transfer full): an order like the first, to the same person, without money. */
static ZgOrder *
make_order (const ZgOrder *first,
            ZgTime         now)
{
  ZgOrder *order = zg_order_new ();

  g_free (order->platform);
  order->platform = g_strdup (first->platform);
  g_free (order->shop);
  order->shop = g_strdup (first->shop);
  g_free (order->currency);
  order->currency = g_strdup (first->currency);
  order->customer_id = first->customer_id;
  order->buyer_account = g_strdup (first->buyer_account);
  order->kind = ZG_ORDER_RESEND;
  order->belongs_to = first->id;
  order->gift = first->gift;
  /* There is nothing to pay. */
  order->state = ZG_ORDER_PAID;
  order->ordered_at = now;
  order->paid_at = now;
  zg_personal_copy (&order->recipient, &first->recipient);
  zg_personal_copy (&order->phone, &first->phone);
  g_clear_pointer (&order->address, zg_address_free);
  order->address = first->address != NULL ? zg_address_copy (first->address) : zg_address_new ();
  order->courier = g_strdup (first->courier);
  return order;
}

/**
 * zg_case_desk_resend:
 * @db: a writing connection in a transaction
 * @self: an open case as it was read; gets the new order and version
 * @quantities: (nullable) (element-type gint64): how many of each line of the order; %NULL for all of them
 * @staff_id: who does it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Makes the order that is sent again. Its checklist is open: what went wrong once is looked at with care.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when it is sent again already, with %ZG_DOMAIN_ERROR_INVALID when nothing is
 *   left to send; zg_case_desk_take_back() takes it back
 */
gboolean
zg_case_desk_resend (ZgDatabase  *db,
                     ZgCase      *self,
                     GArray      *quantities,
                     gint64       staff_id,
                     ZgClock     *clock,
                     GError     **error)
{
  g_autoptr(ZgOrder) first = check (self, error) ? zg_order_table_load (db, self->order_id, error) : NULL;
  g_autoptr(ZgOrder) order = NULL;

  if (first == NULL)
    return FALSE;
  order = make_order (first, zg_clock_now (clock));
  for (guint i = 0; i < first->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (first->items, i);
      gint64 quantity = quantities != NULL ? g_array_index (quantities, gint64, i) : item->quantity;

      if (!add_item (order, item, quantity, error))
        return FALSE;
    }
  if (order->items->len == 0)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Say what is sent again."));
      return FALSE;
    }
  order->number = make_number (db, first, error);
  if (order->number == NULL || !zg_order_table_insert (db, order, 0, error)
      || !zg_customer_table_refresh_totals (db, order->customer_id, error))
    return FALSE;

  self->new_order_id = order->id;
  g_free (self->new_number);
  self->new_number = g_strdup (order->number);
  return zg_case_table_update (db, self, error)
         && zg_case_table_add_line (db, self->id, zg_clock_now (clock), staff_id, "sent", order->number, error);
}
