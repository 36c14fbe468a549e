/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-fields"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-fields.h"
#include "zg-platform.h"

typedef struct {
  gint64 id;
  GtkWidget *number;
  GtkWidget *label;
  GtkWidget *doubt;
} PhoneFields;

typedef struct {
  gint64 id;
  GtkWidget *platform;
  GtkWidget *account;
} AccountFields;

typedef struct {
  gint64 id;
  char *known_detail;           /* as it was, with how much of it is real: a hidden one stays so while it is the same */
  ZgDisclosure disclosure;
  char *postcode;
  GtkWidget *province;
  GtkWidget *city;
  GtkWidget *district;
  GtkWidget *detail;
  GtkWidget *recipient;
  GtkWidget *phone;
  GtkWidget *label;
} AddressFields;

static GtkWidget *
create_entry (const char *name,
              const char *text,
              int         width_chars)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_widget_set_tooltip_text (entry, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return entry;
}

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* Phones ***********************************************************************************************************/

/* Only a doubt: foreign and internal numbers come in every form, so any text is kept. */
static void
number_changed_cb (GtkWidget   *number,
                   PhoneFields *self)
{
  g_autoptr (ZgPhone) phone = zg_phone_parse (get_text (number));

  gtk_widget_set_visible (self->doubt, phone->kind != ZG_PHONE_NONE && !zg_phone_is_plausible (phone));
}

/**
 * zg_phone_fields_new:
 * @phone: (nullable): what to edit
 *
 * Returns: (transfer floating): fields for a phone
 */
GtkWidget *
zg_phone_fields_new (const ZgCustomerPhone *phone)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  PhoneFields *self = g_new0 (PhoneFields, 1);

  self->id = phone != NULL ? phone->id : 0;
  self->number = create_entry (_("Phone number"), phone != NULL ? phone->phone->text : NULL, 12);
  self->label = create_entry (_("What for"), phone != NULL ? phone->label : NULL, 8);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->number), GTK_INPUT_PURPOSE_PHONE);
  gtk_widget_set_hexpand (self->number, TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->doubt = gtk_label_new (_("This does not look like a phone number."));
  gtk_label_set_xalign (GTK_LABEL (self->doubt), 0);
  gtk_label_set_wrap (GTK_LABEL (self->doubt), TRUE);
  gtk_widget_add_css_class (self->doubt, "warning");
  gtk_widget_add_css_class (self->doubt, "secondary");
  gtk_widget_hide (self->doubt);

  gtk_box_append (GTK_BOX (row), self->number);
  gtk_box_append (GTK_BOX (row), self->label);
  gtk_box_append (GTK_BOX (column), row);
  gtk_box_append (GTK_BOX (column), self->doubt);
  g_object_set_data_full (G_OBJECT (column), "fields", self, g_free);
  g_signal_connect (self->number, "changed", G_CALLBACK (number_changed_cb), self);
  number_changed_cb (self->number, self);
  return column;
}

/**
 * zg_phone_fields_store:
 * @fields: from zg_phone_fields_new()
 * @customer: gets the phone, unless the fields are empty
 */
void
zg_phone_fields_store (GtkWidget  *fields,
                       ZgCustomer *customer)
{
  PhoneFields *self = g_object_get_data (G_OBJECT (fields), "fields");
  ZgCustomerPhone *phone = zg_customer_add_phone (customer, get_text (self->number), get_text (self->label));

  if (phone != NULL && phone->id == 0)
    phone->id = self->id;
}

/* Accounts *********************************************************************************************************/

static GtkWidget *
create_platform_choice (const char *word)
{
  const char * const *words = zg_platform_list ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *choice;
  guint chosen = 0;

  if (word == NULL)
    word = zg_platform_get_usual ();
  for (guint i = 0; words[i] != NULL; i++)
    {
      gtk_string_list_append (labels, zg_platform_to_label (words[i]));
      if (g_strcmp0 (words[i], word) == 0)
        chosen = i;
    }

  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Platform"), -1);
  return choice;
}

/**
 * zg_account_fields_new:
 * @account: (nullable): what to edit
 *
 * Returns: (transfer floating): fields for a name on a platform
 */
GtkWidget *
zg_account_fields_new (const ZgCustomerAccount *account)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  AccountFields *self = g_new0 (AccountFields, 1);

  self->id = account != NULL ? account->id : 0;
  self->platform = create_platform_choice (account != NULL ? account->platform : NULL);
  self->account = create_entry (_("Name there"), account != NULL ? account->account.text : NULL, 10);
  gtk_widget_set_hexpand (self->account, TRUE);
  gtk_box_append (GTK_BOX (row), self->platform);
  gtk_box_append (GTK_BOX (row), self->account);
  g_object_set_data_full (G_OBJECT (row), "fields", self, g_free);
  return row;
}

/**
 * zg_account_fields_store:
 * @fields: from zg_account_fields_new()
 * @customer: gets the account, unless the fields are empty
 */
void
zg_account_fields_store (GtkWidget  *fields,
                         ZgCustomer *customer)
{
  AccountFields *self = g_object_get_data (G_OBJECT (fields), "fields");
  const char *platform = zg_platform_list ()[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->platform))];
  ZgCustomerAccount *account = zg_customer_add_account (customer, platform, get_text (self->account));

  if (account != NULL && account->id == 0)
    account->id = self->id;
}

/* Addresses ********************************************************************************************************/

static void
address_fields_free (gpointer data)
{
  AddressFields *self = data;

  g_free (self->known_detail);
  g_free (self->postcode);
  g_free (self);
}

/**
 * zg_address_fields_new:
 * @address: (nullable): what to edit
 *
 * Returns: (transfer floating): fields for an address and who receives there
 */
GtkWidget *
zg_address_fields_new (const ZgCustomerAddress *address)
{
  GtkWidget *grid = gtk_grid_new ();
  AddressFields *self = g_new0 (AddressFields, 1);
  const ZgAddress *place = address != NULL ? address->address : NULL;

  if (address != NULL)
    {
      self->id = address->id;
      self->known_detail = g_strdup (place->detail);
      self->disclosure = place->disclosure;
      self->postcode = g_strdup (place->postcode);
    }
  self->recipient = create_entry (_("Recipient"), address != NULL ? address->recipient.text : NULL, 6);
  self->phone = create_entry (_("Phone there"), address != NULL ? address->phone.text : NULL, 6);
  self->label = create_entry (_("What it is"), address != NULL ? address->label : NULL, 6);
  self->province = create_entry (_("Province"), place != NULL ? place->province : NULL, 6);
  self->city = create_entry (_("City"), place != NULL ? place->city : NULL, 6);
  self->district = create_entry (_("District"), place != NULL ? place->district : NULL, 6);
  self->detail = create_entry (_("Street, number, building, room"), place != NULL ? place->detail : NULL, 18);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_attach (GTK_GRID (grid), self->recipient, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->phone, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->label, 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->province, 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->city, 1, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->district, 2, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->detail, 0, 2, 3, 1);
  g_object_set_data_full (G_OBJECT (grid), "fields", self, address_fields_free);
  return grid;
}

/**
 * zg_address_fields_store:
 * @fields: from zg_address_fields_new()
 * @customer: gets the address, unless the fields are empty
 */
void
zg_address_fields_store (GtkWidget  *fields,
                         ZgCustomer *customer)
{
  AddressFields *self = g_object_get_data (G_OBJECT (fields), "fields");
  g_autoptr (ZgAddress) place = zg_address_new ();
  ZgCustomerAddress *address;

  place->province = g_strdup (get_text (self->province));
  place->city = g_strdup (get_text (self->city));
  place->district = g_strdup (get_text (self->district));
  place->detail = g_strdup (get_text (self->detail));
  place->postcode = g_strdup (self->postcode);
  place->disclosure = g_strcmp0 (place->detail, self->known_detail) == 0 ? self->disclosure
                                                                        : zg_disclosure_of_text (place->detail);

  address = zg_customer_add_address (customer, get_text (self->recipient), get_text (self->phone), place,
                                     get_text (self->label));
  if (address != NULL && address->id == 0)
    address->id = self->id;
}
