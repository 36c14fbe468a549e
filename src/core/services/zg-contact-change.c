/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-contact-change.h"

#include <string.h>

#include "zg-customer-part.h"

/* What a file says of somebody and what the shop knows, as pure functions over the two. */

static const char * const outcome_words[ZG_N_CONTACT_OUTCOMES] = {
  [ZG_CONTACT_NEW] = "new", [ZG_CONTACT_UPDATED] = "updated", [ZG_CONTACT_SAME] = "unchanged",
  [ZG_CONTACT_SKIPPED] = "skipped", [ZG_CONTACT_ASKED] = "asked", [ZG_CONTACT_REFUSED] = "refused",
};

static const char * const policy_words[] = {
  [ZG_DUPLICATES_ASK] = "ask", [ZG_DUPLICATES_SKIP] = "skip", [ZG_DUPLICATES_UPDATE] = "update",
};

/**
 * zg_contact_outcome_to_word:
 * @outcome: what becomes of somebody
 *
 * Returns: the command line's word for it
 */
const char *
zg_contact_outcome_to_word (ZgContactOutcome outcome)
{
  return outcome_words[outcome];
}

/**
 * zg_duplicate_policy_to_word:
 * @policy: what to do with people who are there, but not one that is only an answer
 *
 * Returns: the command line's word for it
 */
const char *
zg_duplicate_policy_to_word (ZgDuplicatePolicy policy)
{
  return policy_words[policy];
}

/**
 * zg_duplicate_policy_from_word:
 * @word: a word as zg_duplicate_policy_to_word() gives it
 * @policy_out: (out): the policy
 *
 * Returns: whether @word is one
 */
gboolean
zg_duplicate_policy_from_word (const char        *word,
                               ZgDuplicatePolicy *policy_out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (policy_words); i++)
    if (strcmp (policy_words[i], word) == 0)
      {
        *policy_out = (ZgDuplicatePolicy) i;
        return TRUE;
      }
  return FALSE;
}

static void
difference_free (ZgContactDifference *difference)
{
  g_free (difference->field);
  g_free (difference->known);
  g_free (difference->said);
  g_free (difference);
}

/* What somebody is known by besides their name: the first of each. */
static char *
summarise (const ZgCustomer *customer)
{
  static const ZgCustomerField fields[] = { ZG_CUSTOMER_FIELD_PHONES, ZG_CUSTOMER_FIELD_ACCOUNTS, ZG_CUSTOMER_FIELD_ADDRESSES };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const GPtrArray *parts = zg_customer_get_parts (customer, fields[i]);
      g_autofree char *part = parts->len > 0 ? zg_customer_part_to_text (fields[i], parts->pdata[0]) : NULL;

      if (part != NULL && *part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * zg_contact_change_new:
 * @record: somebody from a file
 *
 * Returns: (transfer full): a change of which only whom it is about is known
 */
ZgContactChange *
zg_contact_change_new (const ZgContactRecord *record)
{
  ZgContactChange *change = g_new0 (ZgContactChange, 1);

  change->line = record->line;
  change->name = g_strdup (zg_customer_get_call_name (record->customer));
  change->summary = summarise (record->customer);
  change->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  change->filled = g_ptr_array_new_with_free_func (g_free);
  change->left_out = g_ptr_array_ref (record->left_out);
  change->reason = g_strdup (record->refusal);
  change->raw = g_strdup (record->raw);
  return change;
}

/**
 * zg_contact_change_free:
 * @change: (transfer full) (nullable): a change
 */
void
zg_contact_change_free (ZgContactChange *change)
{
  if (change == NULL)
    return;

  g_free (change->name);
  g_free (change->summary);
  g_free (change->known_name);
  g_free (change->value);
  g_ptr_array_unref (change->differences);
  g_ptr_array_unref (change->filled);
  g_ptr_array_unref (change->left_out);
  g_free (change->reason);
  g_free (change->raw);
  g_free (change);
}

static void
note_difference (ZgContactChange *change,
                 const char      *field,
                 const char      *known,
                 const char      *said)
{
  ZgContactDifference *difference = g_new (ZgContactDifference, 1);

  difference->field = g_strdup (field);
  difference->known = g_strdup (known);
  difference->said = g_strdup (said);
  g_ptr_array_add (change->differences, difference);
}

static void
note_filled (ZgContactChange *change,
             const char      *field)
{
  g_ptr_array_add (change->filled, g_strdup (field));
}

static gboolean
has_address (const ZgCustomer *customer,
             const ZgAddress  *address)
{
  g_autofree char *key = zg_address_to_key (address);

  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, i);
      g_autofree char *known = zg_address_to_key (part->address);

      if (g_strcmp0 (key, known) == 0 || zg_address_equal (part->address, address))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_tag (const ZgCustomer *customer,
         const char       *tag)
{
  return g_ptr_array_find_with_equal_func (customer->tags, tag, g_str_equal, NULL);
}

/* Adds what the customer does not have. What they have stays as it is, with its label. */
static void
add_parts (ZgCustomer       *known,
           const ZgCustomer *said,
           ZgCustomerField   field)
{
  for (guint i = 0; field == ZG_CUSTOMER_FIELD_PHONES && i < said->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (said->phones, i);

      zg_customer_add_phone (known, part->phone->text, part->label);
    }
  for (guint i = 0; field == ZG_CUSTOMER_FIELD_ACCOUNTS && i < said->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (said->accounts, i);

      zg_customer_add_account (known, part->platform, part->account.text);
    }
  for (guint i = 0; field == ZG_CUSTOMER_FIELD_ADDRESSES && i < said->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (said->addresses, i);

      if (!has_address (known, part->address))
        zg_customer_add_address (known, part->recipient.text, part->phone.text, part->address, part->label);
    }
  for (guint i = 0; field == ZG_CUSTOMER_FIELD_TAGS && i < said->tags->len; i++)
    {
      const char *tag = g_ptr_array_index (said->tags, i);

      if (!has_tag (known, tag))
        g_ptr_array_add (known->tags, g_strdup (tag));
    }
}

/* Where somebody was known from first stays true, and what they are called here is no other name. */
static gboolean
may_differ (const ZgCustomer *known,
            ZgCustomerField   field,
            const char       *said,
            const char       *text)
{
  if (field == ZG_CUSTOMER_FIELD_SOURCE)
    return TRUE;
  if (field == ZG_CUSTOMER_FIELD_NAME)
    return g_strcmp0 (known->call_name, said) == 0;
  return field == ZG_CUSTOMER_FIELD_NOTE && strstr (text, said) != NULL;
}

static gboolean
differs (const char *known,
         const char *said)
{
  return known != NULL && said != NULL && g_strcmp0 (known, said) != 0;
}

/* Measures are each a field of their own. */
static gboolean
complete_size (ZgContactChange  *change,
               ZgBodySize       *known,
               const ZgBodySize *said)
{
  g_auto(ZgBodySize) merged = { 0 };
  gboolean changed;

  zg_body_size_copy (known, &merged);
  merged.height = known->height != 0 ? known->height : said->height;
  merged.weight = known->weight != 0 ? known->weight : said->weight;
  if (known->shoe == NULL)
    merged.shoe = g_strdup (said->shoe);
  if (known->usual == NULL)
    merged.usual = g_strdup (said->usual);
  if ((known->height != 0 && said->height != 0 && known->height != said->height)
      || (known->weight != 0 && said->weight != 0 && known->weight != said->weight)
      || differs (known->shoe, said->shoe) || differs (known->usual, said->usual))
    {
      g_autofree char *text = zg_body_size_format (known);
      g_autofree char *other = zg_body_size_format (said);

      note_difference (change, zg_customer_field_to_label (ZG_CUSTOMER_FIELD_SIZE), text, other);
    }
  changed = !zg_body_size_equal (&merged, known);
  if (changed)
    note_filled (change, zg_customer_field_to_label (ZG_CUSTOMER_FIELD_SIZE));
  zg_body_size_clear (known);
  zg_body_size_copy (&merged, known);
  return changed;
}

static gboolean
complete_text (ZgContactChange       *change,
               ZgCustomer            *known,
               const ZgContactRecord *record,
               ZgCustomerField        field)
{
  g_autofree char *text = zg_customer_field_to_text (known, field);
  g_autofree char *said = zg_customer_field_to_text (record->customer, field);
  gboolean is_gap = field == ZG_CUSTOMER_FIELD_NAME ? known->name.disclosure < record->customer->name.disclosure
                                                    : *text == '\0';

  if (*said == '\0' || zg_customer_field_equal (known, record->customer, field))
    return FALSE;
  if (is_gap)
    {
      zg_customer_field_copy (known, record->customer, field);
      note_filled (change, zg_customer_field_to_label (field));
      return TRUE;
    }
  if (field == ZG_CUSTOMER_FIELD_NAME && record->customer->name.disclosure < known->name.disclosure)
    return FALSE;
  if (!may_differ (known, field, said, text))
    note_difference (change, zg_customer_field_to_label (field), text, said);
  return FALSE;
}

/**
 * zg_contact_change_complete:
 * @change: (inout): gets what differs and what is filled in
 * @known: (inout): the customer as the shop knows them
 * @record: what a file says of them
 *
 * Fills in what is not known. What is known is never overwritten; where the file says something else, it is noted.
 *
 * Returns: whether anything was filled in
 */
gboolean
zg_contact_change_complete (ZgContactChange       *change,
                            ZgCustomer            *known,
                            const ZgContactRecord *record)
{
  gboolean changed = FALSE;

  for (ZgCustomerField field = 0; field < ZG_CUSTOMER_N_FIELDS; field++)
    {
      guint n_before;

      if (field == ZG_CUSTOMER_FIELD_SIZE)
        {
          changed = complete_size (change, &known->size, &record->customer->size) || changed;
          continue;
        }
      if (!zg_customer_field_has_parts (field))
        {
          changed = complete_text (change, known, record, field) || changed;
          continue;
        }
      n_before = zg_customer_get_parts (known, field)->len;
      add_parts (known, record->customer, field);
      if (zg_customer_get_parts (known, field)->len == n_before)
        continue;
      note_filled (change, zg_customer_field_to_label (field));
      changed = TRUE;
    }
  return changed;
}
