/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-assign.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-customer-part.h"
#include "zg-customer-type.h"
#include "zg-error.h"
#include "zg-platform.h"

/* The fields of a customer that can be set by name, as `zhangguictl customer set` does. */

static gboolean
refuse_field (const char  *field,
              GError     **error)
{
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A customer has no field “%s”."), field);
  return FALSE;
}

static void
set_text (char       **destination,
          const char  *value)
{
  g_free (*destination);
  *destination = g_strdup (value);
}

/* Several of a kind ****************************************************************************************************/

static gboolean
set_phone (ZgCustomer  *customer,
           guint        index,
           const char  *what,
           const char  *value,
           GError     **error)
{
  ZgCustomerPhone *phone = index < customer->phones->len ? customer->phones->pdata[index] : NULL;

  if (phone == NULL)
    {
      zg_customer_add_phone (customer, value, NULL);
      return TRUE;
    }
  if (strcmp (what, "label") == 0)
    {
      set_text (&phone->label, value);
      return TRUE;
    }
  if (*what != '\0')
    return refuse_field (what, error);

  zg_phone_free (phone->phone);
  phone->phone = zg_phone_parse (value);
  return TRUE;
}

static gboolean
set_account (ZgCustomer  *customer,
             guint        index,
             const char  *what,
             const char  *value,
             GError     **error)
{
  ZgCustomerAccount *account = index < customer->accounts->len ? customer->accounts->pdata[index] : NULL;

  if (account == NULL)
    {
      zg_customer_add_account (customer, zg_platform_get_usual (), value);
      return TRUE;
    }
  if (*what == '\0')
    {
      zg_personal_set (&account->account, value);
      return TRUE;
    }
  if (strcmp (what, "platform") != 0)
    return refuse_field (what, error);
  if (!zg_platform_is_known (value))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("“%s” is no platform that is known here."), value);
      return FALSE;
    }
  set_text (&account->platform, value);
  return TRUE;
}

static gboolean
set_address (ZgCustomer  *customer,
             guint        index,
             const char  *what,
             const char  *value,
             GError     **error)
{
  ZgCustomerAddress *address = index < customer->addresses->len ? customer->addresses->pdata[index] : NULL;
  g_autoptr(ZgAddress) parsed = NULL;

  if (strcmp (what, "recipient") == 0 && address != NULL)
    zg_personal_set (&address->recipient, value);
  else if (strcmp (what, "phone") == 0 && address != NULL)
    zg_personal_set (&address->phone, value);
  else if (strcmp (what, "label") == 0 && address != NULL)
    set_text (&address->label, value);
  else if (*what != '\0')
    return refuse_field (what, error);
  else
    {
      parsed = zg_address_parse_export (value);
      if (address == NULL)
        {
          zg_customer_add_address (customer, NULL, NULL, parsed, NULL);
          return TRUE;
        }
      zg_address_free (address->address);
      address->address = g_steal_pointer (&parsed);
    }
  return TRUE;
}

/* @name is "N" or "N.what"; the one behind the last is a new one, and one that is made empty goes. */
static gboolean
set_part (ZgCustomer       *customer,
          ZgCustomerField   field,
          const char       *name,
          const char       *value,
          GError          **error)
{
  GPtrArray *parts = zg_customer_get_parts (customer, field);
  char *what = NULL;
  guint64 number = g_ascii_strtoull (name, &what, 10);

  if (what == name || number < 1 || number > parts->len + 1 || (*what != '\0' && *what != '.')
      || (*what == '.' && number > parts->len))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   ngettext ("There is %u of “%s”; the next is number %u.", "There are %u of “%s”; the next is number %u.",
                             parts->len), parts->len, zg_customer_field_to_word (field), parts->len + 1);
      return FALSE;
    }

  if (*what == '.')
    what++;
  else if (*value == '\0')
    {
      if (number <= parts->len)
        g_ptr_array_remove_index (parts, number - 1);
      return TRUE;
    }
  if (field == ZG_CUSTOMER_FIELD_PHONES)
    return set_phone (customer, number - 1, what, value, error);
  return (field == ZG_CUSTOMER_FIELD_ACCOUNTS ? set_account : set_address) (customer, number - 1, what, value, error);
}

/* The rest *************************************************************************************************************/

/* Returns whether @field is a measure; @ok_out says whether it fits. */
static gboolean
set_measure (ZgCustomer  *customer,
             const char  *field,
             const char  *value,
             gboolean    *ok_out,
             GError     **error)
{
  ZgBodySize *size = &customer->size;

  *ok_out = TRUE;
  if (strcmp (field, "shoe-size") == 0)
    {
      g_free (size->shoe);
      size->shoe = zg_body_size_normalise_shoe (value);
    }
  else if (strcmp (field, "usual-size") == 0)
    {
      g_free (size->usual);
      size->usual = zg_body_size_normalise_usual (value);
    }
  else if (strcmp (field, "height") == 0)
    {
      size->height = 0;
      *ok_out = *value == '\0' || zg_body_size_parse_height (value, &size->height, error);
    }
  else if (strcmp (field, "weight") == 0)
    {
      size->weight = 0;
      *ok_out = *value == '\0' || zg_body_size_parse_weight (value, &size->weight, error);
    }
  else
    return FALSE;

  *ok_out = *ok_out && zg_body_size_validate (size, error);
  return TRUE;
}

static gboolean
refuse_type (const char  *value,
             GError     **error)
{
  g_autofree char *words = g_strjoinv (", ", (char **) zg_customer_type_list ());

  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("“%s” is no kind of buyer; say one of %s."), value, words);
  return FALSE;
}

/**
 * zg_customer_assign:
 * @customer: a customer to edit
 * @field: `name`, `call-name`, `level`, `type`, `caution`, `tags`, `birthday`, `consent`, `source`, `note`, `height`, `weight`,
 *   `shoe-size`, `usual-size`; `phone.N`, `phone.N.label`, `account.N`, `account.N.platform`, `address.N`,
 *   `address.N.recipient`, `address.N.phone`, `address.N.label`, where N counts from 1 and the next one is new
 * @value: its new value as text; nothing takes it away
 * @error: return location for an error
 *
 * Changes one field of the value @customer; zg_customer_desk_change() writes it.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when there is no such field or the value does not fit
 */
gboolean
zg_customer_assign (ZgCustomer  *customer,
                    const char  *field,
                    const char  *value,
                    GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (field, ".", 2);
  ZgCustomerField which;
  gboolean ok;

  if (set_measure (customer, field, value, &ok, error))
    return ok;
  if (parts[0] == NULL || !zg_customer_field_from_word (parts[0], &which) || which == ZG_CUSTOMER_FIELD_SIZE)
    return refuse_field (field, error);
  if (zg_customer_field_has_parts (which) && which != ZG_CUSTOMER_FIELD_TAGS)
    return set_part (customer, which, parts[1] != NULL ? parts[1] : "", value, error);
  if (parts[1] != NULL)
    return refuse_field (field, error);
  if (which == ZG_CUSTOMER_FIELD_TYPE && *value != '\0' && !zg_customer_type_is_known (value))
    return refuse_type (value, error);
  return zg_customer_field_set_text (customer, which, value, error);
}
