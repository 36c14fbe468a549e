/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "contact-words.h"

/**
 * describe_contact:
 * @record: somebody from a file
 *
 * Returns: (transfer full): all of the record in one line
 */
char *
describe_contact (const ZgContactRecord *record)
{
  const ZgCustomer *customer = record->customer;
  GString *text = g_string_new (customer->name.text);

  if (customer->call_name != NULL)
    g_string_append_printf (text, "/%s", customer->call_name);
  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      g_string_append_printf (text, " [%s%s%s%s]", part->label != NULL ? part->label : "",
                              part->phone->digits != NULL ? part->phone->digits : part->phone->text,
                              part->phone->extension != NULL ? "-" : "",
                              part->phone->extension != NULL ? part->phone->extension : "");
    }
  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, i);
      const ZgAddress *address = part->address;

      g_string_append_printf (text, " <%s%s|%s|%s|%s|%s>", part->label != NULL ? part->label : "",
                              address->province != NULL ? address->province : "", address->city != NULL ? address->city : "",
                              address->district != NULL ? address->district : "", address->detail != NULL ? address->detail : "",
                              address->postcode != NULL ? address->postcode : "");
    }
  for (guint i = 0; i < customer->tags->len; i++)
    g_string_append_printf (text, " #%s", (char *) g_ptr_array_index (customer->tags, i));
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      g_string_append_printf (text, " @%s:%s", part->platform, part->account.text);
    }
  if (zg_birthday_is_known (&customer->birthday))
    {
      g_autofree char *birthday = zg_birthday_to_text (&customer->birthday);

      g_string_append_printf (text, " *%s", birthday);
    }
  if (customer->note != NULL && *customer->note != '\0')
    g_string_append_printf (text, " “%s”", customer->note);
  for (guint i = 0; i < record->left_out->len; i++)
    g_string_append_printf (text, " -%s", ((ZgContactLeftOut *) g_ptr_array_index (record->left_out, i))->field);
  if (record->refusal != NULL)
    g_string_append_printf (text, " !%s", record->refusal);
  return g_string_free (text, FALSE);
}
