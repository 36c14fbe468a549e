/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-integer.h"
#include "zg-money.h"
#include "zg-order-desk.h"
#include "zg-order-sums.h"

/* The fields of an order that can be set by name, as `zhangguictl order set` does and the form of the window. */

static void
set_text (char       **destination,
          const char  *value)
{
  g_free (*destination);
  *destination = g_strdup (value);
}

static gboolean
parse_number (const char  *value,
              gint64       min,
              gint64       max,
              gint64      *number_out,
              GError     **error)
{
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (zg_integer_parse (value, min, max, number_out))
    return TRUE;

  /* A format with G_GINT64_FORMAT in it could not be translated. */
  lowest = g_strdup_printf ("%" G_GINT64_FORMAT, min);
  highest = g_strdup_printf ("%" G_GINT64_FORMAT, max);
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
               _("“%s” is not a number from %s to %s."), value, lowest, highest);
  return FALSE;
}

static gboolean
refuse_field (const char  *field,
              GError     **error)
{
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("An order has no field “%s”."), field);
  return FALSE;
}

static gboolean
refuse_value (const char  *field,
              const char  *value,
              GError     **error)
{
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
               /* TRANSLATORS: both %s are what was typed: a value, and the field it was for */
               _("“%s” does not fit “%s”."), value, field);
  return FALSE;
}

static gboolean
parse_switch (const char  *value,
              gboolean    *on_out,
              GError     **error)
{
  if (strcmp (value, "yes") != 0 && strcmp (value, "no") != 0)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("“%s” is neither yes nor no."), value);
      return FALSE;
    }
  *on_out = strcmp (value, "yes") == 0;
  return TRUE;
}

static gboolean
parse_amount (const char  *value,
              const char  *currency,
              gint64      *minor_out,
              GError     **error)
{
  gint64 minor;

  if (!zg_money_parse (value, currency, &minor, error))
    return FALSE;
  if (minor < 0)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("An amount is not below zero."));
      return FALSE;
    }
  *minor_out = minor;
  return TRUE;
}

/* What a platform says an order comes to is left alone. */
static gboolean
update_sums (ZgOrder  *order,
             GError  **error)
{
  return !zg_order_sums_are_ours (order) || zg_order_sums_update (order, error);
}

/* @field is "N.name". */
static gboolean
set_item_field (ZgOrder     *order,
                const char  *field,
                const char  *value,
                GError     **error)
{
  char *name = NULL;
  guint64 line = g_ascii_strtoull (field, &name, 10);
  ZgOrderItem *item;
  gint64 quantity;

  /* The line behind the last one is a new one, which begins with what it is called. */
  if (line == order->items->len + 1 && g_strcmp0 (name, ".title") == 0)
    {
      item = zg_order_item_new ();
      item->quantity = 1;
      g_ptr_array_add (order->items, item);
    }
  if (line < 1 || line > order->items->len || *name != '.')
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   ngettext ("This order has %u line.", "This order has %u lines.", order->items->len),
                   order->items->len);
      return FALSE;
    }

  item = g_ptr_array_index (order->items, line - 1);
  name++;
  if (strcmp (name, "title") == 0)
    set_text (&item->title, value);
  else if (strcmp (name, "colour") == 0)
    set_text (&item->colour, value);
  else if (strcmp (name, "size") == 0)
    set_text (&item->size, value);
  else if (strcmp (name, "gift") == 0)
    return parse_switch (value, &item->gift, error) && update_sums (order, error);
  else if (strcmp (name, "price") == 0)
    return parse_amount (value, order->currency, &item->price, error) && update_sums (order, error);
  else if (strcmp (name, "quantity") != 0)
    return refuse_field (name, error);
  else if (!parse_number (value, 1, 1000000, &quantity, error))
    return FALSE;
  else
    {
      item->quantity = quantity;
      return update_sums (order, error);
    }
  return TRUE;
}

/* Money, and what an order is. FALSE with no error when @field is none of it. */
static gboolean
set_more (ZgOrder     *order,
          const char  *field,
          const char  *value,
          GError     **error)
{
  gint64 total;

  if (strcmp (field, "postage") == 0)
    return parse_amount (value, order->currency, &order->postage, error) && update_sums (order, error);
  if (strcmp (field, "discount") == 0)
    return parse_amount (value, order->currency, &order->discount, error) && update_sums (order, error);
  if (strcmp (field, "deposit") == 0)
    return parse_amount (value, order->currency, &order->deposit, error);
  if (strcmp (field, "gift") == 0)
    return parse_switch (value, &order->gift, error);
  if (strcmp (field, "cash-on-delivery") == 0)
    return parse_switch (value, &order->cash_on_delivery, error);
  if (strcmp (field, "kind") == 0)
    return zg_order_kind_from_word (value, &order->kind) || refuse_value (field, value, error);
  if (strcmp (field, "total") != 0)
    return refuse_field (field, error);
  if (!zg_order_sums_are_ours (order))
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                           _("The platform says what this order comes to."));
      return FALSE;
    }
  return parse_amount (value, order->currency, &total, error) && zg_order_sums_set_total (order, total, error);
}

/**
 * zg_order_desk_set_field:
 * @order: an order to edit
 * @field: `recipient`, `phone`, `address`, `courier`, `tracking`, `buyer-note`, `seller-note`, `flag`, `postage`, `discount`,
 *   `deposit`, `total`, `gift`, `cash-on-delivery`, `kind`, or of the line N, from 1: `item.N.title`, `item.N.colour`,
 *   `item.N.size`, `item.N.quantity`, `item.N.price`, `item.N.gift`; the title of the line behind the last one makes a new line
 * @value: its new value as text
 * @error: return location for an error
 *
 * Changes one field of the value @order; zg_order_desk_save() writes it. The sums of an order of the desk follow.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when there is no such field or the value does not fit
 */
gboolean
zg_order_desk_set_field (ZgOrder     *order,
                         const char  *field,
                         const char  *value,
                         GError     **error)
{
  gint64 number;

  if (g_str_has_prefix (field, "item."))
    return set_item_field (order, field + strlen ("item."), value, error);

  if (strcmp (field, "recipient") == 0)
    zg_personal_set (&order->recipient, value);
  else if (strcmp (field, "phone") == 0)
    zg_personal_set (&order->phone, value);
  else if (strcmp (field, "courier") == 0)
    set_text (&order->courier, value);
  else if (strcmp (field, "tracking") == 0)
    set_text (&order->tracking, value);
  else if (strcmp (field, "buyer-note") == 0)
    set_text (&order->buyer_note, value);
  else if (strcmp (field, "seller-note") == 0)
    set_text (&order->seller_note, value);
  else if (strcmp (field, "address") == 0)
    {
      g_clear_pointer (&order->address, zg_address_free);
      order->address = zg_address_parse_export (value);
    }
  else if (strcmp (field, "flag") != 0)
    return set_more (order, field, value, error);
  else if (!parse_number (value, 0, 5, &number, error))
    return FALSE;
  else
    order->flag = (int) number;
  return TRUE;
}
