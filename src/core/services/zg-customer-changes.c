/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-changes.h"

#include <glib/gi18n.h>

#include "zg-change.h"
#include "zg-platform.h"

/* Telling what an edit did to a customer, for the timeline. */

static char *
join (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **) texts->pdata);
}

static char *
name_to_text (const ZgCustomer *customer)
{
  return g_strdup (customer->name.text);
}

static char *
call_name_to_text (const ZgCustomer *customer)
{
  return g_strdup (customer->call_name);
}

static char *
level_to_text (const ZgCustomer *customer)
{
  return g_strdup (customer->level);
}

static char *
caution_to_text (const ZgCustomer *customer)
{
  return g_strdup (customer->caution);
}

static char *
note_to_text (const ZgCustomer *customer)
{
  return g_strdup (customer->note);
}

static char *
tags_to_text (const ZgCustomer *customer)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < customer->tags->len; i++)
    g_ptr_array_add (texts, g_strdup (g_ptr_array_index (customer->tags, i)));
  return join (texts);
}

static char *
with_label (const char *label,
            const char *text)
{
  return label != NULL && *label != '\0' ? g_strdup_printf ("%s %s", label, text) : g_strdup (text);
}

static char *
phones_to_text (const ZgCustomer *customer)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *phone = g_ptr_array_index (customer->phones, i);
      g_autofree char *number = zg_phone_to_text (phone->phone);

      g_ptr_array_add (texts, with_label (phone->label, number));
    }
  return join (texts);
}

static char *
accounts_to_text (const ZgCustomer *customer)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *account = g_ptr_array_index (customer->accounts, i);

      g_ptr_array_add (texts, with_label (zg_platform_to_label (account->platform), account->account.text));
    }
  return join (texts);
}

static char *
addresses_to_text (const ZgCustomer *customer)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *address = g_ptr_array_index (customer->addresses, i);
      g_autofree char *place = zg_address_to_text (address->address);
      g_autofree char *whole = g_strjoin (" ", place, address->recipient.text != NULL ? address->recipient.text : "",
                                          address->phone.text, NULL);

      g_ptr_array_add (texts, with_label (address->label, g_strchomp (whole)));
    }
  return join (texts);
}

static const struct {
  const char *label;
  char *(*to_text) (const ZgCustomer *customer);
} fields[] = {
  { N_("name"), name_to_text },
  { N_("how to call them"), call_name_to_text },
  { N_("level"), level_to_text },
  { N_("caution"), caution_to_text },
  { N_("phone"), phones_to_text },
  { N_("account"), accounts_to_text },
  { N_("address"), addresses_to_text },
  { N_("tags"), tags_to_text },
  { N_("note"), note_to_text },
};

static char *
describe_one (const char *from,
              const char *to)
{
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  zg_change_shorten (from, to, &was, &is);
  return g_strdup_printf ("%s → %s", *was != '\0' ? was : "—", *is != '\0' ? is : "—");
}

/**
 * zg_customer_changes_describe:
 * @before: a customer
 * @after: the same customer later
 * @title_out: (out): what was changed, `Changed: address`
 * @text_out: (out): from what to what, shortened to where they differ
 *
 * Returns: whether anything was changed that a person would notice
 */
gboolean
zg_customer_changes_describe (const ZgCustomer  *before,
                              const ZgCustomer  *after,
                              char             **title_out,
                              char             **text_out)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all_labels = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *from = fields[i].to_text (before);
      g_autofree char *to = fields[i].to_text (after);
      const char *was = from != NULL ? from : "";
      const char *is = to != NULL ? to : "";

      if (g_str_equal (was, is))
        continue;
      g_ptr_array_add (labels, g_strdup (_(fields[i].label)));
      g_ptr_array_add (texts, describe_one (was, is));
    }
  if (labels->len == 0)
    return FALSE;

  g_ptr_array_add (texts, NULL);
  all_labels = join (labels);
  /* TRANSLATORS: a line of a customer's timeline; %s is a list such as "phone, address" */
  *title_out = g_strdup_printf (_("Changed: %s"), all_labels);
  *text_out = g_strjoinv (" · ", (char **) texts->pdata);
  return TRUE;
}
