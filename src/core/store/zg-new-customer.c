/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-new-customer.h"

#include "zg-pinyin.h"
#include "zg-search-write.h"
#include "zg-uid.h"

/*
 * The words of a new customer, made from the values at hand instead of by the views of search-index.sql: an import adds
 * hundreds of thousands. They have to be the same to the letter, which zg_search_index_check() compares.
 */

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line != NULL ? line : "");
}

static const char *
readable (const ZgPersonal *personal)
{
  return personal->disclosure >= ZG_DISCLOSURE_MASKED && personal->text != NULL ? personal->text : "";
}

/* customer_name_document */
static char *
make_name_document (const ZgCustomer *customer)
{
  GString *text = g_string_new (readable (&customer->name));
  gboolean is_first = TRUE;

  g_string_append_printf (text, "\n%s\n", customer->call_name != NULL ? customer->call_name : "");
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (part->account.disclosure < ZG_DISCLOSURE_MASKED)
        continue;
      if (!is_first)
        g_string_append_c (text, '\n');
      g_string_append (text, part->account.text);
      is_first = FALSE;
    }
  return g_string_free (text, FALSE);
}

static char *
make_phone_document (const ZgCustomer *customer)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (part->phone->disclosure == ZG_DISCLOSURE_PLAIN && part->phone->digits != NULL)
        append_line (text, part->phone->digits);
    }
  return g_string_free (text, FALSE);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
make_address_document (const ZgCustomer *customer)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, i);
      const ZgAddress *address = part->address;

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "%s\n%s%s%s%s", or_empty (part->recipient.text), or_empty (address->province),
                              or_empty (address->city), or_empty (address->district), or_empty (address->detail));
    }
  return g_string_free (text, FALSE);
}

/**
 * zg_customer_sort_key:
 * @name: (nullable): a customer's name
 * @call_name: (nullable): what the desk calls them: who has no name in the list stands under it
 *
 * Returns: (transfer full): what customers are sorted by
 */
char *
zg_customer_sort_key (const char *name,
                      const char *call_name)
{
  return zg_name_sort_key (name != NULL && *name != '\0' ? name : call_name);
}

static void
clear_words (ZgNewCustomer *self)
{
  g_clear_pointer (&self->sort_key, g_free);
  g_clear_pointer (&self->names, g_free);
  g_clear_pointer (&self->phones, g_free);
  g_clear_pointer (&self->addresses, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
}

static void
make_words (ZgNewCustomer *self)
{
  const ZgCustomer *customer = self->customer;

  self->sort_key = zg_customer_sort_key (customer->name.text, customer->call_name);
  self->names = make_name_document (customer);
  self->phones = make_phone_document (customer);
  self->addresses = make_address_document (customer);
  self->note = g_strconcat (or_empty (customer->note), "\n", or_empty (customer->caution), NULL);
  self->keys = zg_search_index_list_keys (self->names, FALSE);
}

/**
 * zg_new_customer_new:
 * @customer: (transfer full): somebody who is not in the shop file; gets a uid
 *
 * From any thread.
 *
 * Returns: (transfer full): the customer, ready to be written
 */
ZgNewCustomer *
zg_new_customer_new (ZgCustomer *customer)
{
  ZgNewCustomer *self = g_new0 (ZgNewCustomer, 1);

  g_free (customer->uid);
  customer->uid = zg_uid_new ();
  self->customer = customer;
  make_words (self);
  return self;
}

/**
 * zg_new_customer_free:
 * @fresh: (transfer full): a new customer
 */
void
zg_new_customer_free (ZgNewCustomer *fresh)
{
  clear_words (fresh);
  zg_customer_free (fresh->customer);
  g_free (fresh);
}

/**
 * zg_new_customer_refresh:
 * @fresh: a new customer
 *
 * To be called when the customer in it was changed.
 */
void
zg_new_customer_refresh (ZgNewCustomer *fresh)
{
  clear_words (fresh);
  make_words (fresh);
}
