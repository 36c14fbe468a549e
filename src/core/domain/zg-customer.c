/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer"

#include "config.h"

#include "zg-customer.h"

#include "zg-customer-field.h"
#include "zg-error.h"

#include <glib/gi18n.h>
#include <string.h>

static void
customer_phone_free (gpointer data)
{
  ZgCustomerPhone *phone = data;

  g_free (phone->label);
  zg_phone_free (phone->phone);
  g_free (phone);
}

static void
customer_account_free (gpointer data)
{
  ZgCustomerAccount *account = data;

  g_free (account->platform);
  zg_personal_clear (&account->account);
  g_free (account);
}

static void
customer_address_free (gpointer data)
{
  ZgCustomerAddress *address = data;

  g_free (address->label);
  zg_personal_clear (&address->recipient);
  zg_personal_clear (&address->phone);
  zg_address_free (address->address);
  g_free (address);
}

/**
 * zg_customer_new:
 *
 * Returns: (transfer full): a customer of whom nothing is known; money in CNY
 */
ZgCustomer *
zg_customer_new (void)
{
  ZgCustomer *customer = g_new0 (ZgCustomer, 1);

  customer->phones = g_ptr_array_new_with_free_func (customer_phone_free);
  customer->accounts = g_ptr_array_new_with_free_func (customer_account_free);
  customer->addresses = g_ptr_array_new_with_free_func (customer_address_free);
  customer->tags = g_ptr_array_new_with_free_func (g_free);
  customer->currency = g_strdup ("CNY");
  return customer;
}

/**
 * zg_customer_copy:
 * @customer: a customer
 *
 * Returns: (transfer full): a customer with the same content
 */
ZgCustomer *
zg_customer_copy (const ZgCustomer *customer)
{
  ZgCustomer *copy = zg_customer_new ();

  copy->id = customer->id;
  copy->uid = g_strdup (customer->uid);
  copy->version = customer->version;
  copy->created_at = customer->created_at;
  copy->updated_at = customer->updated_at;
  for (ZgCustomerField field = 0; field < ZG_CUSTOMER_N_FIELDS; field++)
    zg_customer_field_copy (copy, customer, field);
  copy->n_orders = customer->n_orders;
  copy->spent = customer->spent;
  g_free (copy->currency);
  copy->currency = g_strdup (customer->currency);
  copy->last_order_at = customer->last_order_at;
  copy->last_contact_at = customer->last_contact_at;
  copy->suggested_level = g_strdup (customer->suggested_level);
  return copy;
}

/**
 * zg_customer_free:
 * @customer: (transfer full) (nullable): a customer
 */
void
zg_customer_free (ZgCustomer *customer)
{
  if (customer == NULL)
    return;

  g_free (customer->uid);
  zg_personal_clear (&customer->name);
  g_free (customer->call_name);
  g_free (customer->level);
  g_free (customer->note);
  g_free (customer->caution);
  g_free (customer->source);
  g_free (customer->type);
  zg_body_size_clear (&customer->size);
  g_clear_pointer (&customer->phones, g_ptr_array_unref);
  g_clear_pointer (&customer->accounts, g_ptr_array_unref);
  g_clear_pointer (&customer->addresses, g_ptr_array_unref);
  g_clear_pointer (&customer->tags, g_ptr_array_unref);
  g_free (customer->currency);
  g_free (customer->suggested_level);
  g_free (customer);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * zg_customer_get_call_name:
 * @customer: a customer
 *
 * What to show this person as: what we call them, else the name, else the name on a platform, else the phone as it
 * came. It may be hidden by the platform; a message to the customer asks zg_personal_identifies() first.
 *
 * Returns: (transfer none): the name; empty when nothing at all is known
 */
const char *
zg_customer_get_call_name (const ZgCustomer *customer)
{
  const char *hidden = customer->name.text;

  if (!is_blank (customer->call_name))
    return customer->call_name;
  if (zg_personal_identifies (&customer->name))
    return customer->name.text;

  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *account = customer->accounts->pdata[i];

      if (zg_personal_identifies (&account->account))
        return account->account.text;
      if (hidden == NULL)
        hidden = account->account.text;
    }
  for (guint i = 0; i < customer->phones->len && hidden == NULL; i++)
    hidden = ((const ZgCustomerPhone *) customer->phones->pdata[i])->phone->text;

  return hidden != NULL ? hidden : "";
}

static gboolean
same_phone (const ZgPhone *a,
            const ZgPhone *b)
{
  if (a->digits != NULL && b->digits != NULL)
    return strcmp (a->digits, b->digits) == 0 && g_strcmp0 (a->extension, b->extension) == 0;

  return a->disclosure == b->disclosure && g_strcmp0 (a->text, b->text) == 0;
}

/**
 * zg_customer_add_phone:
 * @customer: a customer
 * @text: (nullable): a phone number in any form
 * @label: (nullable): what it is for
 *
 * Adds a number behind those that are known. A number that is there already is not added twice.
 *
 * Returns: (transfer none) (nullable): the number with its label, or %NULL when @text is nothing
 */
ZgCustomerPhone *
zg_customer_add_phone (ZgCustomer *customer,
                       const char *text,
                       const char *label)
{
  g_autoptr (ZgPhone) phone = zg_phone_parse (text);
  ZgCustomerPhone *added;

  if (phone->kind == ZG_PHONE_NONE)
    return NULL;
  for (guint i = 0; i < customer->phones->len; i++)
    if (same_phone (((ZgCustomerPhone *) customer->phones->pdata[i])->phone, phone))
      return customer->phones->pdata[i];

  added = g_new0 (ZgCustomerPhone, 1);
  added->label = g_strdup (label);
  added->phone = g_steal_pointer (&phone);
  g_ptr_array_add (customer->phones, added);
  return added;
}

/**
 * zg_customer_add_account:
 * @customer: a customer
 * @platform: a word of zg-platform.h
 * @account: (nullable): the name there
 *
 * Adds a name on a platform behind those that are known, once.
 *
 * Returns: (transfer none) (nullable): the account, or %NULL when @account is nothing
 */
ZgCustomerAccount *
zg_customer_add_account (ZgCustomer *customer,
                         const char *platform,
                         const char *account)
{
  g_auto (ZgPersonal) personal = ZG_PERSONAL_INIT;
  ZgCustomerAccount *added;

  g_return_val_if_fail (platform != NULL, NULL);

  zg_personal_set (&personal, account);
  if (personal.disclosure == ZG_DISCLOSURE_ABSENT)
    return NULL;
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      ZgCustomerAccount *known = customer->accounts->pdata[i];

      if (strcmp (known->platform, platform) == 0 && zg_personal_equal (&known->account, &personal))
        return known;
    }

  added = g_new0 (ZgCustomerAccount, 1);
  added->platform = g_strdup (platform);
  zg_personal_copy (&added->account, &personal);
  g_ptr_array_add (customer->accounts, added);
  return added;
}

/**
 * zg_customer_add_address:
 * @customer: a customer
 * @recipient: (nullable): who receives there
 * @phone: (nullable): the phone there
 * @address: the address; copied
 * @label: (nullable): what it is
 *
 * Adds an address behind those that are known. The same address for the same recipient and phone is not added twice.
 *
 * Returns: (transfer none) (nullable): the address, or %NULL when @address is empty
 */
ZgCustomerAddress *
zg_customer_add_address (ZgCustomer      *customer,
                         const char      *recipient,
                         const char      *phone,
                         const ZgAddress *address,
                         const char      *label)
{
  g_auto (ZgPersonal) name = ZG_PERSONAL_INIT;
  g_auto (ZgPersonal) number = ZG_PERSONAL_INIT;
  g_autoptr (ZgPhone) parsed = zg_phone_parse (phone);
  ZgCustomerAddress *added;

  if (zg_address_is_empty (address))
    return NULL;

  zg_personal_set (&name, recipient);
  zg_personal_set_full (&number, parsed->text, parsed->disclosure);
  for (guint i = 0; i < customer->addresses->len; i++)
    {
      ZgCustomerAddress *known = customer->addresses->pdata[i];

      if (zg_address_equal (known->address, address) && zg_personal_equal (&known->recipient, &name) &&
          zg_personal_equal (&known->phone, &number))
        return known;
    }

  added = g_new0 (ZgCustomerAddress, 1);
  added->label = g_strdup (label);
  added->address = zg_address_copy (address);
  zg_personal_copy (&added->recipient, &name);
  zg_personal_copy (&added->phone, &number);
  g_ptr_array_add (customer->addresses, added);
  return added;
}

/**
 * zg_customer_validate:
 * @customer: a customer as a form holds it
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID
 *
 * Whether there is anything by which to find this person again. Hidden values are enough: the platform may give no
 * more.
 *
 * Returns: whether the customer can be kept
 */
gboolean
zg_customer_validate (const ZgCustomer  *customer,
                      GError           **error)
{
  if (*zg_customer_get_call_name (customer) != '\0')
    return TRUE;

  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       _("Give the customer a name, a phone number or a name on a platform."));
  return FALSE;
}
