/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-form"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-change.h"
#include "zg-customer-desk.h"
#include "zg-customer-fields.h"
#include "zg-customer-form.h"
#include "zg-customer-job.h"
#include "zg-error.h"
#include "zg-part-list.h"

/**
 * ZgCustomerForm:
 *
 * All that is kept of a customer, to be edited. What is wrong stands beside the field; when the shop file has something
 * newer, a banner says so and nothing that was typed is lost.
 */
struct _ZgCustomerForm
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgCustomer *original;
  gboolean saving;

  /* template */
  GtkWidget *banner;
  GtkLabel *banner_label;
  GtkWidget *overwrite;
  GtkEditable *name;
  GtkLabel *name_error;
  GtkEditable *call_name;
  GtkEditable *level;
  GtkEditable *caution;
  GtkEditable *tags;
  GtkTextView *note;
  ZgPartList *phones;
  ZgPartList *accounts;
  ZgPartList *addresses;
};

enum {
  SAVED,
  CANCEL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgCustomerForm, zg_customer_form, GTK_TYPE_WIDGET)

static char *
dup_stripped (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
store_parts (ZgPartList  *list,
             void       (*store) (GtkWidget *fields, ZgCustomer *customer),
             ZgCustomer  *customer)
{
  g_autoptr (GPtrArray) parts = zg_part_list_get_fields (list);

  for (guint i = 0; i < parts->len; i++)
    store (g_ptr_array_index (parts, i), customer);
}

/* The customer as the form has it, with the version that was loaded. */
static ZgCustomer *
build (ZgCustomerForm *self)
{
  ZgCustomer *customer;
  g_autofree char *name = NULL;
  g_autofree char *caution = NULL;
  GtkTextBuffer *note;
  GtkTextIter start, end;

  customer = zg_customer_copy (self->original);
  name = dup_stripped (self->name);
  if (g_strcmp0 (name, self->original->name.text != NULL ? self->original->name.text : "") != 0)
    zg_personal_set (&customer->name, name);
  g_free (customer->call_name);
  customer->call_name = dup_stripped (self->call_name);
  g_free (customer->level);
  customer->level = dup_stripped (self->level);
  caution = dup_stripped (self->caution);
  g_free (customer->caution);
  customer->caution = *caution != '\0' ? g_steal_pointer (&caution) : NULL;
  zg_customer_desk_set_tags (customer, gtk_editable_get_text (self->tags));

  note = gtk_text_view_get_buffer (self->note);
  gtk_text_buffer_get_bounds (note, &start, &end);
  g_free (customer->note);
  customer->note = g_strstrip (gtk_text_buffer_get_text (note, &start, &end, FALSE));

  g_ptr_array_set_size (customer->phones, 0);
  g_ptr_array_set_size (customer->accounts, 0);
  g_ptr_array_set_size (customer->addresses, 0);
  store_parts (self->phones, zg_phone_fields_store, customer);
  store_parts (self->accounts, zg_account_fields_store, customer);
  store_parts (self->addresses, zg_address_fields_store, customer);
  return customer;
}

/* Says what is wrong; what was typed stays. */
static void
tell (ZgCustomerForm *self,
      const GError   *error)
{
  if (g_error_matches (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID))
    {
      gtk_label_set_text (self->name_error, error->message);
      gtk_widget_show (GTK_WIDGET (self->name_error));
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }

  gtk_widget_set_visible (self->overwrite, g_error_matches (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED));
  gtk_label_set_text (self->banner_label, error->message);
  gtk_widget_show (self->banner);
}

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ZgCustomerForm) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgCustomerJob *job = zg_customer_job_run_finish (result, &error);

  self->saving = FALSE;
  if (job != NULL)
    g_signal_emit (self, signals[SAVED], 0, job);
  else
    tell (self, error);
}

static void
save (ZgCustomerForm *self,
      gboolean        even_if_changed)
{
  g_autoptr (ZgCustomer) customer = build (self);
  g_autoptr (GError) error = NULL;
  ZgCustomerJob *job;

  if (self->saving)
    return;
  if (!zg_customer_validate (customer, &error))
    {
      tell (self, error);
      return;
    }

  self->saving = TRUE;
  job = zg_customer_job_new (ZG_CUSTOMER_JOB_CHANGE, self->session, customer->id);
  job->before = zg_customer_copy (self->original);
  job->even_if_changed = even_if_changed;
  job->customer = g_steal_pointer (&customer);
  zg_customer_job_run_async (job, saved_cb, g_object_ref (self));
}

static void
save_cb (ZgCustomerForm *self)
{
  save (self, FALSE);
}

/* Somebody else changed the customer in the meantime, the person knows, and wants it so. */
static void
overwrite_cb (ZgCustomerForm *self)
{
  save (self, TRUE);
}

static void
cancel_cb (ZgCustomerForm *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

static void
name_changed_cb (ZgCustomerForm *self)
{
  gtk_widget_hide (GTK_WIDGET (self->name_error));
  gtk_widget_remove_css_class (GTK_WIDGET (self->name), "error");
}

static void
add_phone_cb (ZgCustomerForm *self)
{
  zg_part_list_append (self->phones, zg_phone_fields_new (NULL));
}

static void
add_account_cb (ZgCustomerForm *self)
{
  zg_part_list_append (self->accounts, zg_account_fields_new (NULL));
}

static void
add_address_cb (ZgCustomerForm *self)
{
  zg_part_list_append (self->addresses, zg_address_fields_new (NULL));
}

static gboolean
key_pressed_cb (ZgCustomerForm  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_Escape && modifiers == 0)
    cancel_cb (self);
  else if ((keyval == GDK_KEY_s && modifiers == GDK_CONTROL_MASK)
           || (keyval == GDK_KEY_Return && modifiers == GDK_CONTROL_MASK))
    save_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
zg_customer_form_dispose (GObject *object)
{
  ZgCustomerForm *self = ZG_CUSTOMER_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->original, zg_customer_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customer_form_parent_class)->dispose (object);
}

static void
zg_customer_form_class_init (ZgCustomerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_form_dispose;

  signals[SAVED] = g_signal_new ("saved", ZG_TYPE_CUSTOMER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CANCEL] = g_signal_new ("cancel", ZG_TYPE_CUSTOMER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_PART_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-customer-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, accounts);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, addresses);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, banner);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, banner_label);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, call_name);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, caution);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, level);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, name);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, name_error);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, note);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, overwrite);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, phones);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerForm, tags);
  gtk_widget_class_bind_template_callback (widget_class, add_account_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_address_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_phone_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, overwrite_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
zg_customer_form_init (ZgCustomerForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

/**
 * zg_customer_form_set_session:
 * @session: the shop
 */
void
zg_customer_form_set_session (ZgCustomerForm *self,
                              ZgSession      *session)
{
  g_return_if_fail (ZG_IS_CUSTOMER_FORM (self));

  g_set_object (&self->session, session);
}

/**
 * zg_customer_form_load:
 * @customer: what to edit; copied
 *
 * Fills the form.
 */
void
zg_customer_form_load (ZgCustomerForm   *self,
                       const ZgCustomer *customer)
{
  g_autofree char *tags = zg_customer_desk_tags_to_text (customer);

  g_return_if_fail (ZG_IS_CUSTOMER_FORM (self));

  g_clear_pointer (&self->original, zg_customer_free);
  self->original = zg_customer_copy (customer);
  gtk_widget_hide (self->banner);
  set_text (self->name, customer->name.text);
  set_text (self->call_name, customer->call_name);
  set_text (self->level, customer->level);
  set_text (self->caution, customer->caution);
  set_text (self->tags, tags);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), customer->note != NULL ? customer->note : "", -1);
  name_changed_cb (self);

  zg_part_list_clear (self->phones);
  zg_part_list_clear (self->accounts);
  zg_part_list_clear (self->addresses);
  for (guint i = 0; i < customer->phones->len; i++)
    zg_part_list_append (self->phones, zg_phone_fields_new (g_ptr_array_index (customer->phones, i)));
  for (guint i = 0; i < customer->accounts->len; i++)
    zg_part_list_append (self->accounts, zg_account_fields_new (g_ptr_array_index (customer->accounts, i)));
  for (guint i = 0; i < customer->addresses->len; i++)
    zg_part_list_append (self->addresses, zg_address_fields_new (g_ptr_array_index (customer->addresses, i)));
}

/**
 * zg_customer_form_get_id:
 *
 * Returns: who is edited, or 0
 */
gint64
zg_customer_form_get_id (ZgCustomerForm *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_FORM (self), 0);

  return self->original != NULL ? self->original->id : 0;
}

/**
 * zg_customer_form_is_changed:
 *
 * Returns: whether anything was typed that would be lost
 */
gboolean
zg_customer_form_is_changed (ZgCustomerForm *self)
{
  g_autoptr (ZgCustomer) customer = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ZG_IS_CUSTOMER_FORM (self), FALSE);

  customer = build (self);
  return zg_customer_change_describe (self->original, customer, &title, &text);
}

/**
 * zg_customer_form_focus:
 *
 * Puts the focus in the first field.
 */
void
zg_customer_form_focus (ZgCustomerForm *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
