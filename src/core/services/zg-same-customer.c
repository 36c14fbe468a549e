/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-same-customer.h"

#include <glib/gi18n.h>

#include "zg-customer-find.h"

/* Finding somebody who may be the same person, before there are two entries of one. */

/**
 * zg_same_customer_clear:
 * @same: what zg_same_customer_find() has found
 */
void
zg_same_customer_clear (ZgSameCustomer *same)
{
  g_clear_pointer (&same->call_name, g_free);
  g_clear_pointer (&same->value, g_free);
  same->id = 0;
}

/* An account is one person's for certain, and the shop file keeps it only once. */
static gboolean
find_same_account (ZgDatabase        *db,
                   const ZgCustomer  *customer,
                   ZgSameCustomer    *same,
                   GError           **error)
{
  for (guint i = 0; i < customer->accounts->len && same->id == 0; i++)
    {
      const ZgCustomerAccount *account = g_ptr_array_index (customer->accounts, i);

      if (account->account.disclosure != ZG_DISCLOSURE_PLAIN)
        continue;
      if (!zg_customer_find_other_with_account (db, customer->id, account->platform, account->account.text, &same->id,
                                                &same->call_name, error))
        return FALSE;
      if (same->id != 0)
        same->value = g_strdup (account->account.text);
    }
  return TRUE;
}

static gboolean
find_same_phone (ZgDatabase        *db,
                 const ZgCustomer  *customer,
                 ZgSameCustomer    *same,
                 GError           **error)
{
  for (guint i = 0; i < customer->phones->len && same->id == 0; i++)
    {
      const ZgPhone *phone = ((ZgCustomerPhone *) g_ptr_array_index (customer->phones, i))->phone;

      if (phone->disclosure != ZG_DISCLOSURE_PLAIN || phone->digits == NULL)
        continue;
      if (!zg_customer_find_other_with_phone (db, customer->id, phone->digits, &same->id, &same->call_name, error))
        return FALSE;
      if (same->id != 0)
        same->value = zg_phone_to_text (phone);
    }
  return TRUE;
}

/**
 * zg_same_customer_find:
 * @db: a connection
 * @customer: a customer as a form holds it
 * @same_out: (out): somebody else with the same account or phone; its id is 0 when there is nobody
 * @error: return location for an error
 *
 * Looks for somebody who may be the same person, to warn before a second entry is made. Hidden values match nobody.
 * A phone alone is no proof: families share them.
 *
 * Returns: whether the search ran
 */
gboolean
zg_same_customer_find (ZgDatabase        *db,
                       const ZgCustomer  *customer,
                       ZgSameCustomer    *same_out,
                       GError           **error)
{
  *same_out = (ZgSameCustomer) { 0 };

  return find_same_account (db, customer, same_out, error) && find_same_phone (db, customer, same_out, error);
}

/**
 * zg_same_customer_refuse:
 * @db: a connection
 * @customer: a customer who is to be written
 * @error: return location for an error
 *
 * The shop file refuses a second owner of an account too, but can't say whose it is.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when an account is somebody else's
 */
gboolean
zg_same_customer_refuse (ZgDatabase        *db,
                         const ZgCustomer  *customer,
                         GError           **error)
{
  g_auto(ZgSameCustomer) same = { 0 };

  if (!find_same_account (db, customer, &same, error))
    return FALSE;
  if (same.id == 0)
    return TRUE;

  g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE,
               _("The account “%s” belongs to %s already. Open them instead."), same.value, same.call_name);
  return FALSE;
}
