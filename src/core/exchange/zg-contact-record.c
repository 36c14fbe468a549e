/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-contact-record.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  const char *word;
  const char *label;
} formats[ZG_N_CONTACT_FORMATS] = {
  [ZG_CONTACT_FORMAT_VCARD] = { "vcard", N_("Contacts (vCard)") },
  [ZG_CONTACT_FORMAT_GOOGLE] = { "google-contacts", N_("Contacts of Google (CSV)") },
  [ZG_CONTACT_FORMAT_OUTLOOK] = { "outlook-contacts", N_("Contacts of Outlook (CSV)") },
  [ZG_CONTACT_FORMAT_CSV] = { "customers-csv", N_("Customers of Zhanggui (CSV)") },
};

/**
 * zg_contact_format_to_word:
 * @format: a format
 *
 * Returns: the command line's word for it
 */
const char *
zg_contact_format_to_word (ZgContactFormat format)
{
  return formats[format].word;
}

/**
 * zg_contact_format_from_word:
 * @word: a word as zg_contact_format_to_word() gives it
 * @format_out: (out): the format
 *
 * Returns: whether @word is one
 */
gboolean
zg_contact_format_from_word (const char      *word,
                             ZgContactFormat *format_out)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].word, word) == 0)
      {
        *format_out = (ZgContactFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * zg_contact_format_to_label:
 * @format: a format
 *
 * Returns: its name in the user's language
 */
const char *
zg_contact_format_to_label (ZgContactFormat format)
{
  return _(formats[format].label);
}

static void
left_out_free (ZgContactLeftOut *left_out)
{
  g_free (left_out->field);
  g_free (left_out->reason);
  g_free (left_out);
}

/**
 * zg_contact_record_new:
 * @line: the line of the file that it begins on
 *
 * Returns: (transfer full): a record of nobody yet
 */
ZgContactRecord *
zg_contact_record_new (guint64 line)
{
  ZgContactRecord *record = g_new0 (ZgContactRecord, 1);

  record->line = line;
  record->customer = zg_customer_new ();
  record->left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) left_out_free);
  return record;
}

/**
 * zg_contact_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
zg_contact_record_free (ZgContactRecord *record)
{
  if (record == NULL)
    return;

  zg_customer_free (record->customer);
  g_ptr_array_unref (record->left_out);
  g_free (record->refusal);
  g_free (record->raw);
  g_free (record);
}

/**
 * zg_contact_record_leave_out:
 * @record: a record
 * @field: a field as the file calls it
 * @reason: why it is not taken, translated
 */
void
zg_contact_record_leave_out (ZgContactRecord *record,
                             const char      *field,
                             const char      *reason)
{
  ZgContactLeftOut *left_out = g_new (ZgContactLeftOut, 1);

  left_out->field = g_strdup (field);
  left_out->reason = g_strdup (reason);
  g_ptr_array_add (record->left_out, left_out);
}

/**
 * zg_contact_record_refuse:
 * @record: a record
 * @reason: why nothing of it can be taken, translated; the first one stays
 */
void
zg_contact_record_refuse (ZgContactRecord *record,
                          const char      *reason)
{
  if (record->refusal == NULL)
    record->refusal = g_strdup (reason);
}

/**
 * zg_contact_record_check:
 * @record: a record that was read
 *
 * Refuses what can't be a customer: nobody to be found again, or texts that are no names and no notes.
 */
void
zg_contact_record_check (ZgContactRecord *record)
{
  const ZgCustomer *customer = record->customer;
  glong length = customer->name.text != NULL ? g_utf8_strlen (customer->name.text, -1) : 0;
  g_autofree char *reason = NULL;
  g_autoptr(GError) error = NULL;

  if (customer->call_name != NULL)
    length = MAX (length, g_utf8_strlen (customer->call_name, -1));
  if (length > ZG_CONTACT_MAX_NAME)
    reason = g_strdup_printf (_("the name has %ld characters; more than %d is no name"), length, ZG_CONTACT_MAX_NAME);
  else if (customer->note != NULL && g_utf8_strlen (customer->note, -1) > ZG_CONTACT_MAX_NOTE)
    reason = g_strdup (_("the note is too long"));
  else if (!zg_customer_validate (customer, NULL))
    reason = g_strdup (_("there is no name, phone number or account"));
  else if (!zg_body_size_validate (&customer->size, &error))
    reason = g_strdup (error->message);
  if (reason != NULL)
    zg_contact_record_refuse (record, reason);
}
