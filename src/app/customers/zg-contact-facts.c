/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-contact-facts"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-contact-facts.h"
#include "zg-customer-fields.h"
#include "zg-fact-label.h"
#include "zg-platform.h"

/* How a customer is reached: phones, names on platforms, addresses. What the platform hides has a lock and no copy button:
 * nobody could use it. */

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
can_be_used (ZgDisclosure disclosure)
{
  return disclosure == ZG_DISCLOSURE_PLAIN || disclosure == ZG_DISCLOSURE_VIRTUAL;
}

/* A caption, what it is, and what it is for below. */
static GtkWidget *
create_view (const char   *text,
             ZgDisclosure  disclosure,
             const char   *below)
{
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (view), zg_fact_label_new_hidden (text, disclosure));
  if (has_text (below))
    gtk_box_append (GTK_BOX (view), zg_fact_label_new_dim (below));
  return view;
}

/* What was typed stands last; it takes the place of what it was. */
static void
put_at (ZgCustomer      *customer,
        ZgCustomerField  field,
        guint            index,
        guint            n_before)
{
  guint n = zg_customer_get_parts (customer, field)->len;

  if (n > n_before && index < n)
    zg_customer_move_part (customer, field, n - 1, index);
}

/* Takes the part away that is edited, and returns how many are left. */
static guint
take_out (ZgCustomer      *customer,
          ZgCustomerField  field,
          guint            index)
{
  GPtrArray *parts = zg_customer_get_parts (customer, field);

  if (index < parts->len)
    g_ptr_array_remove_index (parts, index);
  return parts->len;
}

/* Phones ***************************************************************************************************************/

static const ZgCustomerPhone *
get_phone (const ZgCustomer *customer,
           guint             index)
{
  return index < customer->phones->len ? customer->phones->pdata[index] : NULL;
}

static GtkWidget *
create_phone_view (const ZgFactKind *kind,
                   const ZgCustomer *customer,
                   guint             index,
                   ZgClock          *clock)
{
  const ZgCustomerPhone *phone = get_phone (customer, index);
  g_autofree char *text = zg_phone_to_text (phone->phone);

  return create_view (text, phone->phone->disclosure, phone->label);
}

static char *
dup_phone (const ZgCustomer *customer,
           guint             index)
{
  const ZgPhone *phone = get_phone (customer, index)->phone;

  if (!can_be_used (phone->disclosure))
    return NULL;
  return g_strdup (phone->extension != NULL || phone->digits == NULL ? phone->text : phone->digits);
}

static GtkWidget *
create_phone_editor (const ZgFactKind *kind,
                     const ZgCustomer *customer,
                     guint             index,
                     ZgClock          *clock)
{
  return zg_phone_fields_new (get_phone (customer, index));
}

static gboolean
store_phone (const ZgFactKind  *kind,
             GtkWidget         *editor,
             ZgCustomer        *customer,
             guint              index,
             GError           **error)
{
  guint n = take_out (customer, kind->field, index);

  zg_phone_fields_store (editor, customer);
  put_at (customer, kind->field, index, n);
  return TRUE;
}

/* Accounts *************************************************************************************************************/

static const ZgCustomerAccount *
get_account (const ZgCustomer *customer,
             guint             index)
{
  return index < customer->accounts->len ? customer->accounts->pdata[index] : NULL;
}

static GtkWidget *
create_account_view (const ZgFactKind *kind,
                     const ZgCustomer *customer,
                     guint             index,
                     ZgClock          *clock)
{
  const ZgCustomerAccount *account = get_account (customer, index);

  return create_view (account->account.text, account->account.disclosure, NULL);
}

static const char *
get_platform (const ZgCustomer *customer,
              guint             index)
{
  return zg_platform_to_label (get_account (customer, index)->platform);
}

static char *
dup_account (const ZgCustomer *customer,
             guint             index)
{
  const ZgCustomerAccount *account = get_account (customer, index);

  return can_be_used (account->account.disclosure) ? g_strdup (account->account.text) : NULL;
}

static GtkWidget *
create_account_editor (const ZgFactKind *kind,
                       const ZgCustomer *customer,
                       guint             index,
                       ZgClock          *clock)
{
  return zg_account_fields_new (get_account (customer, index));
}

static gboolean
store_account (const ZgFactKind  *kind,
               GtkWidget         *editor,
               ZgCustomer        *customer,
               guint              index,
               GError           **error)
{
  guint n = take_out (customer, kind->field, index);

  zg_account_fields_store (editor, customer);
  put_at (customer, kind->field, index, n);
  return TRUE;
}

/* Addresses ************************************************************************************************************/

static const ZgCustomerAddress *
get_address (const ZgCustomer *customer,
             guint             index)
{
  return index < customer->addresses->len ? customer->addresses->pdata[index] : NULL;
}

static char *
dup_recipient (const ZgCustomerAddress *address)
{
  g_autoptr (ZgPhone) phone = zg_phone_parse (address->phone.text);
  g_autofree char *number = zg_phone_to_text (phone);

  if (has_text (address->recipient.text) && *number != '\0')
    return g_strdup_printf ("%s · %s", address->recipient.text, number);
  return g_strdup (has_text (address->recipient.text) ? address->recipient.text : number);
}

static GtkWidget *
create_address_view (const ZgFactKind *kind,
                     const ZgCustomer *customer,
                     guint             index,
                     ZgClock          *clock)
{
  const ZgCustomerAddress *address = get_address (customer, index);
  g_autofree char *text = zg_address_to_text (address->address);
  g_autofree char *recipient = dup_recipient (address);
  g_autofree char *below = NULL;

  if (has_text (address->label) && *recipient != '\0')
    below = g_strdup_printf ("%s · %s", address->label, recipient);
  else
    below = g_strdup (has_text (address->label) ? address->label : recipient);
  return create_view (text, address->address->disclosure, below);
}

static char *
dup_address (const ZgCustomer *customer,
             guint             index)
{
  const ZgCustomerAddress *address = get_address (customer, index);
  g_autofree char *text = zg_address_to_text (address->address);
  g_autofree char *recipient = dup_recipient (address);

  if (!can_be_used (address->address->disclosure))
    return NULL;
  return g_strconcat (recipient, *recipient != '\0' ? "\n" : "", text, NULL);
}

static GtkWidget *
create_address_editor (const ZgFactKind *kind,
                       const ZgCustomer *customer,
                       guint             index,
                       ZgClock          *clock)
{
  return zg_address_fields_new (get_address (customer, index));
}

static gboolean
store_address (const ZgFactKind  *kind,
               GtkWidget         *editor,
               ZgCustomer        *customer,
               guint              index,
               GError           **error)
{
  guint n = take_out (customer, kind->field, index);

  zg_address_fields_store (editor, customer);
  put_at (customer, kind->field, index, n);
  return TRUE;
}

/* The kinds ************************************************************************************************************/

static const ZgFactKind phone = {
  .field = ZG_CUSTOMER_FIELD_PHONES,
  .caption = N_("Phone"),
  .add_label = N_("Phone number"),
  .copy_label = N_("Copy this number"),
  .create_view = create_phone_view,
  .dup_copy_text = dup_phone,
  .create_editor = create_phone_editor,
  .store = store_phone,
};

static const ZgFactKind account = {
  .field = ZG_CUSTOMER_FIELD_ACCOUNTS,
  .caption = N_("Account"),
  .get_caption = get_platform,
  .add_label = N_("Name on a platform"),
  .copy_label = N_("Copy this name"),
  .create_view = create_account_view,
  .dup_copy_text = dup_account,
  .create_editor = create_account_editor,
  .store = store_account,
};

static const ZgFactKind address = {
  .field = ZG_CUSTOMER_FIELD_ADDRESSES,
  .add_label = N_("Address"),
  .other_label = N_("Paste address…"),
  .other_action = "page.paste",
  .copy_label = N_("Copy this address"),
  .create_view = create_address_view,
  .dup_copy_text = dup_address,
  .create_editor = create_address_editor,
  .store = store_address,
};

/**
 * zg_contact_facts_get:
 *
 * Returns: (transfer none) (array zero-terminated=1): phones and names on platforms
 */
const ZgFactKind * const *
zg_contact_facts_get (void)
{
  static const ZgFactKind * const kinds[] = { &phone, &account, NULL };

  return kinds;
}

/**
 * zg_address_facts_get:
 *
 * Returns: (transfer none) (array zero-terminated=1): addresses
 */
const ZgFactKind * const *
zg_address_facts_get (void)
{
  static const ZgFactKind * const kinds[] = { &address, NULL };

  return kinds;
}
