/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer"

#include "config.h"

#include "zg-customer-part.h"

#include <glib/gi18n.h>

#include "zg-platform.h"

/* What a customer has several of: phones, accounts, addresses, tags. */

static gboolean
same_text (const char *a,
           const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static char *
with_label (const char *label,
            const char *text)
{
  return label != NULL && *label != '\0' ? g_strdup_printf ("%s %s", label, text) : g_strdup (text);
}

static gpointer
copy_phone (gconstpointer part)
{
  const ZgCustomerPhone *phone = part;
  ZgCustomerPhone *copy = g_new0 (ZgCustomerPhone, 1);

  copy->id = phone->id;
  copy->label = g_strdup (phone->label);
  copy->phone = g_memdup2 (phone->phone, sizeof *phone->phone);
  copy->phone->text = g_strdup (phone->phone->text);
  copy->phone->digits = g_strdup (phone->phone->digits);
  copy->phone->extension = g_strdup (phone->phone->extension);
  return copy;
}

static gpointer
copy_account (gconstpointer part)
{
  const ZgCustomerAccount *account = part;
  ZgCustomerAccount *copy = g_new0 (ZgCustomerAccount, 1);

  copy->id = account->id;
  copy->platform = g_strdup (account->platform);
  zg_personal_copy (&copy->account, &account->account);
  return copy;
}

static gpointer
copy_address (gconstpointer part)
{
  const ZgCustomerAddress *address = part;
  ZgCustomerAddress *copy = g_new0 (ZgCustomerAddress, 1);

  copy->id = address->id;
  copy->label = g_strdup (address->label);
  zg_personal_copy (&copy->recipient, &address->recipient);
  zg_personal_copy (&copy->phone, &address->phone);
  copy->address = zg_address_copy (address->address);
  return copy;
}

static gpointer
copy_tag (gconstpointer tag)
{
  return g_strdup (tag);
}

static char *
phone_to_text (gconstpointer part)
{
  const ZgCustomerPhone *phone = part;
  g_autofree char *number = zg_phone_to_text (phone->phone);

  return with_label (phone->label, number);
}

static char *
account_to_text (gconstpointer part)
{
  const ZgCustomerAccount *account = part;

  return with_label (zg_platform_to_label (account->platform), account->account.text);
}

static char *
address_to_text (gconstpointer part)
{
  const ZgCustomerAddress *address = part;
  g_autofree char *place = zg_address_to_text (address->address);
  g_autofree char *whole = g_strjoin (" ", place, address->recipient.text != NULL ? address->recipient.text : "",
                                      address->phone.text, NULL);

  return with_label (address->label, g_strchomp (whole));
}

static char *
tag_to_text (gconstpointer part)
{
  return g_strdup (part);
}

static gboolean
phone_equal (gconstpointer a,
             gconstpointer b)
{
  const ZgCustomerPhone *one = a;
  const ZgCustomerPhone *other = b;

  return same_text (one->phone->text, other->phone->text) && one->phone->disclosure == other->phone->disclosure
         && same_text (one->label, other->label);
}

static gboolean
account_equal (gconstpointer a,
               gconstpointer b)
{
  const ZgCustomerAccount *one = a;
  const ZgCustomerAccount *other = b;

  return same_text (one->platform, other->platform) && zg_personal_equal (&one->account, &other->account);
}

static gboolean
place_equal (const ZgAddress *a,
             const ZgAddress *b)
{
  return same_text (a->province, b->province) && same_text (a->city, b->city) && same_text (a->district, b->district)
         && same_text (a->detail, b->detail) && same_text (a->postcode, b->postcode) && a->disclosure == b->disclosure;
}

static gboolean
address_equal (gconstpointer a,
               gconstpointer b)
{
  const ZgCustomerAddress *one = a;
  const ZgCustomerAddress *other = b;

  return place_equal (one->address, other->address) && zg_personal_equal (&one->recipient, &other->recipient)
         && zg_personal_equal (&one->phone, &other->phone) && same_text (one->label, other->label);
}

static gboolean
tag_equal (gconstpointer a,
           gconstpointer b)
{
  return g_str_equal (a, b);
}

/* The table ************************************************************************************************************/

/* Fields of which a customer has one are zero. */
static const struct {
  gsize offset;
  char *(*to_text) (gconstpointer part);
  gboolean (*equal) (gconstpointer a, gconstpointer b);
  gpointer (*copy) (gconstpointer part);
} parts[ZG_CUSTOMER_N_FIELDS] = {
  [ZG_CUSTOMER_FIELD_PHONES] = { G_STRUCT_OFFSET (ZgCustomer, phones), phone_to_text, phone_equal, copy_phone },
  [ZG_CUSTOMER_FIELD_ACCOUNTS] = { G_STRUCT_OFFSET (ZgCustomer, accounts), account_to_text, account_equal, copy_account },
  [ZG_CUSTOMER_FIELD_ADDRESSES] = { G_STRUCT_OFFSET (ZgCustomer, addresses), address_to_text, address_equal, copy_address },
  [ZG_CUSTOMER_FIELD_TAGS] = { G_STRUCT_OFFSET (ZgCustomer, tags), tag_to_text, tag_equal, copy_tag },
};

/**
 * zg_customer_field_has_parts:
 *
 * Returns: whether a customer can have several of it
 */
gboolean
zg_customer_field_has_parts (ZgCustomerField field)
{
  return parts[field].copy != NULL;
}

/**
 * zg_customer_get_parts:
 * @customer: a customer
 * @field: one of which a customer has several
 *
 * Returns: (transfer none): all of them, the preferred one first
 */
GPtrArray *
zg_customer_get_parts (const ZgCustomer *customer,
                       ZgCustomerField   field)
{
  g_return_val_if_fail (parts[field].copy != NULL, NULL);

  return G_STRUCT_MEMBER (GPtrArray *, customer, parts[field].offset);
}

/**
 * zg_customer_part_equal:
 * @field: one of which a customer has several
 * @a: a part
 * @b: another one
 *
 * Returns: whether they say the same; in which row of the shop file they stand does not count
 */
gboolean
zg_customer_part_equal (ZgCustomerField field,
                        gconstpointer   a,
                        gconstpointer   b)
{
  g_return_val_if_fail (parts[field].copy != NULL, FALSE);

  return parts[field].equal (a, b);
}

/**
 * zg_customer_part_copy:
 * @field: one of which a customer has several
 * @part: a part
 *
 * Returns: (transfer full): one that says the same in the same row
 */
gpointer
zg_customer_part_copy (ZgCustomerField field,
                       gconstpointer   part)
{
  g_return_val_if_fail (parts[field].copy != NULL, NULL);

  return parts[field].copy (part);
}

/**
 * zg_customer_part_to_text:
 * @field: one of which a customer has several
 * @part: a part
 *
 * Returns: (transfer full): the part as people read it, in one line
 */
char *
zg_customer_part_to_text (ZgCustomerField field,
                          gconstpointer   part)
{
  g_return_val_if_fail (parts[field].copy != NULL, NULL);

  return parts[field].to_text (part);
}

/**
 * zg_customer_move_part:
 * @customer: a customer
 * @field: one of which a customer has several
 * @from: a place in the list, from 0
 * @to: where the part is to stand
 *
 * Moves a part. The first is the preferred one.
 */
void
zg_customer_move_part (ZgCustomer      *customer,
                       ZgCustomerField  field,
                       guint            from,
                       guint            to)
{
  GPtrArray *all = zg_customer_get_parts (customer, field);

  g_return_if_fail (from < all->len && to < all->len);

  if (from != to)
    g_ptr_array_insert (all, to, g_ptr_array_steal_index (all, from));
}
