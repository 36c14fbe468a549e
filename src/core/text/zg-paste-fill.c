/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-fill.h"

#include <string.h>

/*
 * What a pasted text says of a customer beside what is known of them. Nothing that is known is replaced unless somebody
 * chooses so; only what a platform has hidden gives way by itself.
 */

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
item_free (gpointer data)
{
  ZgPasteItem *item = data;

  g_free (item->known);
  g_free (item->said);
  g_free (item);
}

static ZgPasteItem *
add_item (GPtrArray       *items,
          ZgCustomerField  field,
          const char      *known,
          const char      *said)
{
  ZgPasteItem *item = g_new0 (ZgPasteItem, 1);

  item->field = field;
  item->known = has_text (known) ? g_strdup (known) : NULL;
  item->said = g_strdup (said);
  item->choice = item->known != NULL ? ZG_PASTE_LEAVE : ZG_PASTE_ADD;
  g_ptr_array_add (items, item);
  return item;
}

static void
list_name (GPtrArray        *items,
           const char       *said,
           const ZgCustomer *customer)
{
  ZgPasteItem *item;

  if (!has_text (said))
    return;
  item = add_item (items, ZG_CUSTOMER_FIELD_NAME, customer->name.text, said);
  item->is_known = g_strcmp0 (said, customer->name.text) == 0 || g_strcmp0 (said, customer->call_name) == 0;
  item->can_replace = item->known != NULL;
  if (item->known != NULL && !zg_personal_identifies (&customer->name))
    item->choice = ZG_PASTE_REPLACE;
}

static gboolean
has_phone (const ZgCustomer *customer,
           const char       *text)
{
  g_autoptr(ZgPhone) phone = zg_phone_parse (text);

  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgPhone *known = ((ZgCustomerPhone *) g_ptr_array_index (customer->phones, i))->phone;

      if (g_strcmp0 (known->text, phone->text) == 0
          || (phone->digits != NULL && g_strcmp0 (known->digits, phone->digits) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
list_phone (GPtrArray        *items,
            const char       *said,
            const ZgCustomer *customer)
{
  const ZgPhone *known = customer->phones->len > 0 ? ((ZgCustomerPhone *) customer->phones->pdata[0])->phone : NULL;
  g_autoptr(ZgPhone) phone = zg_phone_parse (said);
  ZgPasteItem *item;

  if (phone->kind == ZG_PHONE_NONE)
    return;
  item = add_item (items, ZG_CUSTOMER_FIELD_PHONES, known != NULL ? known->text : NULL, phone->text);
  item->is_known = has_phone (customer, said);
  item->can_add = TRUE;
  item->can_replace = known != NULL;
  item->choice = known != NULL && known->disclosure != ZG_DISCLOSURE_PLAIN ? ZG_PASTE_REPLACE : ZG_PASTE_ADD;
}

static ZgAddress *
build_address (const ZgPasteValues *values)
{
  ZgAddress *address = zg_address_new ();

  address->province = g_strdup (values->fields[ZG_PASTE_PROVINCE]);
  address->city = g_strdup (values->fields[ZG_PASTE_CITY]);
  address->district = g_strdup (values->fields[ZG_PASTE_DISTRICT]);
  address->detail = g_strdup (values->fields[ZG_PASTE_DETAIL]);
  address->postcode = g_strdup (values->fields[ZG_PASTE_POSTCODE]);
  address->disclosure = zg_disclosure_of_text (address->detail);
  return address;
}

static gboolean
is_same_address (const ZgAddress *a,
                 const ZgAddress *b)
{
  g_autofree char *key = zg_address_to_key (a);
  g_autofree char *other = zg_address_to_key (b);

  return zg_address_equal (a, b) || (key != NULL && g_strcmp0 (key, other) == 0);
}

/* Beside which of the known addresses it is shown: the same one, one of which a platform has hidden a part, or the first. */
static guint
find_address (const ZgCustomer *customer,
              const ZgAddress  *said,
              gboolean         *is_same_out,
              gboolean         *is_hidden_out)
{
  guint hidden = customer->addresses->len;

  *is_same_out = FALSE;
  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgAddress *known = ((ZgCustomerAddress *) customer->addresses->pdata[i])->address;

      *is_same_out = is_same_address (known, said);
      if (*is_same_out)
        return i;
      if (hidden == customer->addresses->len && known->disclosure != ZG_DISCLOSURE_PLAIN && zg_address_improves (said, known)
          && g_strcmp0 (known->province, said->province) == 0 && g_strcmp0 (known->city, said->city) == 0)
        hidden = i;
    }
  *is_hidden_out = hidden < customer->addresses->len;
  return *is_hidden_out ? hidden : 0;
}

static void
list_address (GPtrArray           *items,
              const ZgPasteValues *values,
              const ZgCustomer    *customer)
{
  g_autoptr(ZgAddress) said = build_address (values);
  g_autofree char *text = zg_address_to_text (said);
  g_autofree char *known_text = NULL;
  gboolean is_same, is_hidden = FALSE;
  guint part;
  ZgPasteItem *item;

  if (*text == '\0')
    return;
  part = find_address (customer, said, &is_same, &is_hidden);
  if (part < customer->addresses->len)
    known_text = zg_address_to_text (((ZgCustomerAddress *) customer->addresses->pdata[part])->address);
  item = add_item (items, ZG_CUSTOMER_FIELD_ADDRESSES, known_text, text);
  item->part = part;
  item->is_known = is_same;
  item->can_add = TRUE;
  item->can_replace = item->known != NULL;
  item->choice = is_hidden ? ZG_PASTE_REPLACE : ZG_PASTE_ADD;
}

static void
list_note (GPtrArray        *items,
           const char       *said,
           const ZgCustomer *customer)
{
  ZgPasteItem *item;

  if (!has_text (said))
    return;
  item = add_item (items, ZG_CUSTOMER_FIELD_NOTE, customer->note, said);
  item->is_known = item->known != NULL && strstr (item->known, said) != NULL;
  item->can_add = TRUE;
  item->choice = ZG_PASTE_ADD;
}

/**
 * zg_paste_fill_list:
 * @values: what was pasted
 * @customer: whom it is about, with nothing known of somebody new
 *
 * Returns: (transfer full) (element-type ZgPasteItem): what it says of them, each with what is known there
 */
GPtrArray *
zg_paste_fill_list (const ZgPasteValues *values,
                    const ZgCustomer    *customer)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);

  list_name (items, values->fields[ZG_PASTE_NAME], customer);
  list_phone (items, values->fields[ZG_PASTE_PHONE], customer);
  for (guint i = 0; values->phones != NULL && i < values->phones->len; i++)
    list_phone (items, g_ptr_array_index (values->phones, i), customer);
  list_address (items, values, customer);
  list_note (items, values->fields[ZG_PASTE_NOTE], customer);
  return items;
}

static void
apply_phone (const ZgPasteItem *item,
             ZgCustomer        *customer)
{
  if (item->choice == ZG_PASTE_REPLACE && item->part < customer->phones->len)
    {
      ZgCustomerPhone *part = customer->phones->pdata[item->part];

      zg_phone_free (part->phone);
      part->phone = zg_phone_parse (item->said);
    }
  else
    {
      zg_customer_add_phone (customer, item->said, NULL);
    }
}

static void
apply_address (const ZgPasteItem   *item,
               const ZgPasteValues *values,
               ZgCustomer          *customer)
{
  g_autoptr(ZgAddress) address = build_address (values);

  if (item->choice == ZG_PASTE_REPLACE && item->part < customer->addresses->len)
    {
      ZgCustomerAddress *part = customer->addresses->pdata[item->part];
      g_autoptr(ZgPhone) phone = zg_phone_parse (values->fields[ZG_PASTE_PHONE]);

      zg_address_free (part->address);
      part->address = g_steal_pointer (&address);
      if (has_text (values->fields[ZG_PASTE_NAME]))
        zg_personal_set (&part->recipient, values->fields[ZG_PASTE_NAME]);
      if (phone->kind != ZG_PHONE_NONE)
        zg_personal_set_full (&part->phone, phone->text, phone->disclosure);
    }
  else
    {
      zg_customer_add_address (customer, values->fields[ZG_PASTE_NAME], values->fields[ZG_PASTE_PHONE], address, NULL);
    }
}

static void
apply_note (const ZgPasteItem *item,
            ZgCustomer        *customer)
{
  g_autofree char *known = g_steal_pointer (&customer->note);

  customer->note = has_text (known) ? g_strconcat (known, "\n", item->said, NULL) : g_strdup (item->said);
}

/**
 * zg_paste_fill_apply:
 * @values: what was pasted
 * @items: (element-type ZgPasteItem): from zg_paste_fill_list(), with what somebody chose
 * @customer: (inout): gets what is not left
 *
 * Returns: whether anything was taken
 */
gboolean
zg_paste_fill_apply (const ZgPasteValues *values,
                     const GPtrArray     *items,
                     ZgCustomer          *customer)
{
  gboolean is_changed = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const ZgPasteItem *item = g_ptr_array_index (items, i);

      if (item->is_known || item->choice == ZG_PASTE_LEAVE)
        continue;
      is_changed = TRUE;
      if (item->field == ZG_CUSTOMER_FIELD_NAME)
        zg_personal_set (&customer->name, item->said);
      else if (item->field == ZG_CUSTOMER_FIELD_PHONES)
        apply_phone (item, customer);
      else if (item->field == ZG_CUSTOMER_FIELD_ADDRESSES)
        apply_address (item, values, customer);
      else
        apply_note (item, customer);
    }
  return is_changed;
}
