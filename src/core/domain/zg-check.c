/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-checklist"

#include "config.h"

#include "zg-checklist.h"

#include "zg-integer.h"
#include "zg-money.h"
#include "zg-phone.h"

#include <glib/gi18n.h>
#include <string.h>

/* The one table of the standard list. @read_back: whether "the customer confirmed" ticks the row. */
static const struct {
  const char *key;
  const char *label;
  gboolean read_back;
} checks[ZG_N_CHECKS] = {
  [ZG_CHECK_RECIPIENT] = { "recipient", N_("Recipient and phone"), TRUE },
  [ZG_CHECK_ADDRESS] = { "address", N_("Delivery address"), TRUE },
  [ZG_CHECK_COLOUR] = { "colour", N_("Colour"), TRUE },
  [ZG_CHECK_SIZE] = { "size", N_("Size"), TRUE },
  [ZG_CHECK_QUANTITY] = { "quantity", N_("Quantity"), TRUE },
  [ZG_CHECK_COURIER] = { "courier", N_("The courier delivers there"), TRUE },
  [ZG_CHECK_SHIP_TIME] = { "ship-time", N_("Shipping time was told"), TRUE },
  [ZG_CHECK_BUYER_NOTE] = { "buyer-note", N_("The buyer's note was read"), FALSE },
  [ZG_CHECK_PHONE_VALID] = { "phone-valid", N_("Phone number"), FALSE },
  [ZG_CHECK_ADDRESS_COMPLETE] = { "address-complete", N_("Complete address"), FALSE },
  [ZG_CHECK_AMOUNT] = { "amount", N_("Amount"), FALSE },
  [ZG_CHECK_ITEMS] = { "items", N_("Goods"), FALSE },
  [ZG_CHECK_HISTORY] = { "history", N_("Customer's history"), FALSE },
  [ZG_CHECK_DUPLICATE_PARCEL] = { "duplicate-parcel", N_("Other unshipped orders"), FALSE },
  [ZG_CHECK_CAUTION] = { "caution", N_("Caution"), FALSE },
  [ZG_CHECK_STOCK] = { "stock", N_("Stock"), FALSE },
  [ZG_CHECK_REFUND] = { "refund", N_("No open refund"), FALSE },
};

static const char * const state_words[] = {
  [ZG_CHECK_OPEN] = "open",
  [ZG_CHECK_OK] = "ok",
  [ZG_CHECK_WARN] = "warn",
  [ZG_CHECK_HIDDEN] = "hidden",
  [ZG_CHECK_DROPPED] = "dropped",
};

static const ZgChecklistContext no_context;

#define OWN_KEY "own-"
/* No shop adds so many rows in its life. */
#define MAX_OWN 100000

static gboolean
is_standard (ZgCheck check)
{
  return (int) check >= 0 && (int) check < ZG_N_CHECKS;
}

static gboolean
is_check (ZgCheck check)
{
  return is_standard (check) || zg_check_is_own (check);
}

/**
 * zg_check_is_own:
 * @check: a row
 *
 * Returns: whether it is one that the shop has added
 */
gboolean
zg_check_is_own (ZgCheck check)
{
  return (int) check > (int) ZG_CHECK_OWN && (int) check <= (int) ZG_CHECK_OWN + MAX_OWN;
}

/**
 * zg_check_from_own:
 * @number: from 1
 *
 * Returns: the row of the shop's own with that number
 */
ZgCheck
zg_check_from_own (int number)
{
  g_return_val_if_fail (number > 0 && number <= MAX_OWN, ZG_CHECK_OWN);

  return ZG_CHECK_OWN + number;
}

/**
 * zg_check_to_key:
 * @check: a row
 *
 * Returns: (transfer none): the word of files and of the command line, not translated
 */
const char *
zg_check_to_key (ZgCheck check)
{
  char own[32];

  g_return_val_if_fail (is_check (check), NULL);

  if (is_standard (check))
    return checks[check].key;
  g_snprintf (own, sizeof own, OWN_KEY "%d", (int) check - (int) ZG_CHECK_OWN);
  return g_intern_string (own);
}

/**
 * zg_check_from_key:
 * @key: (nullable): a word as zg_check_to_key() gives it
 * @check_out: (out) (optional): the row
 *
 * Returns: whether @key is a row
 */
gboolean
zg_check_from_key (const char *key,
                   ZgCheck    *check_out)
{
  gint64 number;

  if (key != NULL && g_str_has_prefix (key, OWN_KEY)
      && zg_integer_parse (key + strlen (OWN_KEY), 1, MAX_OWN, &number))
    {
      if (check_out != NULL)
        *check_out = zg_check_from_own (number);
      return TRUE;
    }

  for (int i = 0; i < ZG_N_CHECKS; i++)
    if (g_strcmp0 (checks[i].key, key) == 0)
      {
        if (check_out != NULL)
          *check_out = (ZgCheck) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * zg_check_to_label:
 * @check: a row of the standard list
 *
 * Returns: what a row of the standard list is about, in the user's language; zg_check_form_get_label() knows the shop's
 *   own words and rows
 */
const char *
zg_check_to_label (ZgCheck check)
{
  g_return_val_if_fail (is_standard (check), NULL);

  return _(checks[check].label);
}

/**
 * zg_check_state_to_word:
 * @state: a state
 *
 * Returns: the word of the command line, not translated
 */
const char *
zg_check_state_to_word (ZgCheckState state)
{
  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (state_words), NULL);

  return state_words[state];
}

/**
 * zg_check_is_human:
 * @check: a row
 *
 * Returns: whether a person ticks it; the others are computed
 */
gboolean
zg_check_is_human (ZgCheck check)
{
  return is_check (check) && ((int) check < ZG_N_HUMAN_CHECKS || zg_check_is_own (check));
}

/**
 * zg_check_is_read_back:
 * @check: a row
 *
 * Returns: whether a row of the standard list is in the text that is read back to the customer, so that their yes ticks
 *   it, unless the shop wants it otherwise
 */
gboolean
zg_check_is_read_back (ZgCheck check)
{
  return is_standard (check) && checks[check].read_back;
}

/* Joins two facts, either of which may be missing. */
static char *
join_facts (const char *first,
            const char *second,
            const char *separator)
{
  gboolean has_first = first != NULL && *first != '\0';
  gboolean has_second = second != NULL && *second != '\0';

  return g_strconcat (has_first ? first : "", has_first && has_second ? separator : "",
                      has_second ? second : "", NULL);
}

static char *
phone_value (const ZgOrder *order)
{
  g_autoptr (ZgPhone) phone = zg_phone_parse (order->phone.text);

  return zg_phone_to_text (phone);
}

static char *
recipient_value (const ZgOrder *order)
{
  g_autofree char *number = phone_value (order);

  return join_facts (order->recipient.text, number, " ");
}

/* Which courier brings it how far: the tick is void when either changes, but not when only the street does. */
static char *
courier_value (const ZgOrder *order)
{
  g_autofree char *region = NULL;
  ZgAddress place;

  if (order->courier == NULL || *order->courier == '\0')
    return NULL;
  if (order->address == NULL)
    return g_strdup (order->courier);

  /* The same parts, but for the street. */
  place = *order->address;
  place.detail = NULL;
  region = zg_address_to_text (&place);
  return join_facts (order->courier, region, " · ");
}

/* How many pieces of what: 云朵针织开衫 ×1，帆布托特包 ×1. So a tick is void as well when another product takes a place. */
static char *
quantity_value (const ZgOrder *order)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = order->items->pdata[i];

      g_string_append_printf (text, "%s%s ×%" G_GINT64_FORMAT, i > 0 ? "，" : "",
                              item->title != NULL ? item->title : "", item->quantity);
    }

  return g_string_free (text, FALSE);
}

static char *
get_value_or_empty (ZgCheck                   check,
                    const ZgOrder            *order,
                    const ZgChecklistContext *context)
{
  switch (check)
    {
    case ZG_CHECK_RECIPIENT:
      return recipient_value (order);

    case ZG_CHECK_ADDRESS:
    case ZG_CHECK_ADDRESS_COMPLETE:
      return order->address != NULL ? zg_address_to_text (order->address) : NULL;

    case ZG_CHECK_COLOUR:
      return zg_order_colours_to_text (order);

    case ZG_CHECK_SIZE:
      return zg_order_sizes_to_text (order);

    case ZG_CHECK_QUANTITY:
      return quantity_value (order);

    case ZG_CHECK_COURIER:
      return courier_value (order);

    case ZG_CHECK_SHIP_TIME:
      return g_strdup (context->ship_time);

    case ZG_CHECK_BUYER_NOTE:
      return g_strdup (order->buyer_note);

    case ZG_CHECK_PHONE_VALID:
      return phone_value (order);

    case ZG_CHECK_AMOUNT:
      return zg_money_to_text (order->total, order->currency);

    case ZG_CHECK_ITEMS:
      return zg_order_items_to_text (order);

    case ZG_CHECK_DUPLICATE_PARCEL:
      return zg_order_number_tail (context->other_unshipped);

    default:
      return NULL;
    }
}

/**
 * zg_check_get_value:
 * @check: a row
 * @order: the order
 * @context: (nullable): what is known beside it; %NULL when nothing is
 *
 * What a row is about. A tick holds as long as this stays the same, so the value does not depend on the user's language
 * or on the day. Only the shipping time does, and its tick holds whatever becomes of the words.
 *
 * Returns: (transfer full) (nullable): the value, %NULL when there is none
 */
char *
zg_check_get_value (ZgCheck                   check,
                    const ZgOrder            *order,
                    const ZgChecklistContext *context)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (is_check (check), NULL);

  value = get_value_or_empty (check, order, context != NULL ? context : &no_context);
  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : NULL;
}
