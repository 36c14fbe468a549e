/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-import-customer.h"

#include <string.h>

/* What a file says of an order's buyer, as pure functions over the two. */

/**
 * zg_import_record_is_somebody:
 * @record: what a file says of an order
 *
 * Returns: whether the buyer can be told from others: hidden data makes nobody
 */
gboolean
zg_import_record_is_somebody (const ZgImportRecord *record)
{
  return zg_personal_identifies (&record->account)
         || (zg_personal_identifies (&record->order->recipient) && zg_personal_identifies (&record->order->phone));
}

static gboolean
has_phone (const ZgCustomer *customer,
           const ZgPersonal *phone)
{
  g_autoptr(ZgPhone) said = NULL;

  if (customer->phones->len == 0)
    return FALSE;
  said = zg_phone_parse (phone->text);
  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (said->digits != NULL ? g_strcmp0 (part->phone->digits, said->digits) == 0
                               : g_strcmp0 (part->phone->text, said->text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_account (const ZgCustomer     *customer,
             const ZgImportRecord *record)
{
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (strcmp (part->platform, record->order->platform) == 0
          && zg_personal_equal (&part->account, &record->account))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_address (const ZgCustomer *customer,
             const ZgAddress  *address)
{
  g_autofree char *key = NULL;

  if (customer->addresses->len == 0)
    return FALSE;
  key = zg_address_to_key (address);
  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, i);
      g_autofree char *known = zg_address_to_key (part->address);

      if (g_strcmp0 (key, known) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * zg_import_customer_complete:
 * @customer: (inout): the buyer as the shop knows them
 * @record: what a file says of one of their orders
 *
 * Adds what the file knows and the shop does not.
 *
 * Returns: whether there was anything
 */
gboolean
zg_import_customer_complete (ZgCustomer           *customer,
                             const ZgImportRecord *record)
{
  const ZgOrder *order = record->order;
  gboolean is_self;
  gboolean changed = FALSE;

  if (order->recipient.disclosure > customer->name.disclosure)
    {
      zg_personal_copy (&customer->name, &order->recipient);
      changed = TRUE;
    }
  if (zg_personal_identifies (&record->account) && !has_account (customer, record))
    {
      zg_customer_add_account (customer, order->platform, record->account.text);
      changed = TRUE;
    }

  /* What goes to somebody else has that person's phone: it stays with the address. */
  is_self = zg_personal_equal (&customer->name, &order->recipient);
  if (is_self && zg_personal_identifies (&order->phone) && !has_phone (customer, &order->phone))
    {
      zg_customer_add_phone (customer, order->phone.text, NULL);
      changed = TRUE;
    }
  if (order->address != NULL && order->address->disclosure == ZG_DISCLOSURE_PLAIN
      && !has_address (customer, order->address))
    {
      zg_customer_add_address (customer, order->recipient.text, order->phone.text, order->address, NULL);
      changed = TRUE;
    }
  return changed;
}

/**
 * zg_import_customer_new:
 * @record: what a file says of the first order of somebody
 *
 * Returns: (transfer full): the buyer, with all that the file says
 */
ZgCustomer *
zg_import_customer_new (const ZgImportRecord *record)
{
  ZgCustomer *customer = zg_customer_new ();

  g_free (customer->source);
  customer->source = g_strdup (record->order->platform);
  zg_import_customer_complete (customer, record);
  if (customer->phones->len == 0 && record->order->phone.disclosure > ZG_DISCLOSURE_CIPHER)
    zg_customer_add_phone (customer, record->order->phone.text, NULL);
  return customer;
}
