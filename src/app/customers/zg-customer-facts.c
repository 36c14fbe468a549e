/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-facts"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-clipboard.h"
#include "zg-customer-facts.h"
#include "zg-customer-job.h"
#include "zg-hidden-label.h"
#include "zg-pill.h"
#include "zg-platform.h"

/* A long address asks for no more, or the side would take the timeline's room. */
#define NARROW_ENOUGH 18

/**
 * ZgCustomerFacts:
 *
 * The side of a customer's page: what is open with them, and what gets copied from here: phones, addresses, names on
 * platforms. What the platform hides has a lock and no copy button: nobody could use it.
 */
struct _ZgCustomerFacts
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgClock *clock;
  gint64 customer_id;
};

G_DEFINE_FINAL_TYPE (ZgCustomerFacts, zg_customer_facts, GTK_TYPE_WIDGET)

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NARROW_ENOUGH);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_dim_label (const char *text,
                  const char *css_class)
{
  GtkWidget *label = create_label (text, css_class);

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
add_section (ZgCustomerFacts *self,
             const char      *title)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = create_label (title, "section");
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_add_css_class (edit, "row-button");
  gtk_widget_set_tooltip_text (edit, _("Edit (F2)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Edit"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "screen.edit");
  gtk_box_append (GTK_BOX (header), label);
  gtk_box_append (GTK_BOX (header), edit);
  gtk_widget_add_css_class (header, "facts-header");

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (header, GTK_WIDGET (self));
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  return list;
}

static GtkWidget *
create_row_button (const char *icon_name,
                   const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/* A row: what it is at the left, what one reads in the middle, a button at the right. */
static void
add_row (GtkWidget  *list,
         const char *caption,
         GtkWidget  *content,
         GtkWidget  *button)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (caption != NULL)
    {
      GtkWidget *label = create_dim_label (caption, "secondary");

      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 7);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 7);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "fact-caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_valign (content, GTK_ALIGN_START);
  gtk_widget_add_css_class (content, "fact");
  gtk_box_append (GTK_BOX (box), content);
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "facts-row");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
copied_cb (GObject      *window,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (GError) error = NULL;
  gboolean copied = zg_clipboard_copy_finish (GTK_WINDOW (window), result, &error);

  if (!copied && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_activate_action (button, "win.toast", "s", copied ? _("Copied") : error->message);
}

static void
copy_cb (GtkWidget *button)
{
  const char *text = g_object_get_data (G_OBJECT (button), "text");

  zg_clipboard_copy_async (GTK_WINDOW (gtk_widget_get_root (button)), text, NULL, copied_cb, g_object_ref (button));
}

static GtkWidget *
create_copy_button (const char *text,
                    const char *label)
{
  GtkWidget *button = create_row_button ("edit-copy-symbolic", label);

  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);
  return button;
}

/* Follow-ups *******************************************************************************************************/

static void
finished_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ZgCustomerFacts) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgCustomerJob *job = zg_customer_job_run_finish (result, &error);

  if (job != NULL)
    zg_customer_job_offer_undo (job, ZG_TOAST_AREA (gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA)),
                                _("Done"));
  else
    zg_session_fail (self->session, error);
}

static void
done_cb (ZgCustomerFacts *self,
         GtkWidget       *button)
{
  ZgCustomerJob *job = zg_customer_job_new (ZG_CUSTOMER_JOB_FINISH_FOLLOW_UP, self->session, self->customer_id);
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  job->follow_up_id = *id;
  job->text = g_strdup (g_object_get_data (G_OBJECT (button), "text"));
  gtk_widget_set_sensitive (button, FALSE);
  zg_customer_job_run_async (job, finished_cb, g_object_ref (self));
}

static void
add_follow_ups (ZgCustomerFacts *self,
                GPtrArray       *follow_ups)
{
  GtkWidget *list = follow_ups->len > 0 ? add_section (self, _("To follow up")) : NULL;
  ZgTime now = zg_clock_now (self->clock);

  for (guint i = 0; i < follow_ups->len; i++)
    {
      const ZgFollowUp *follow_up = g_ptr_array_index (follow_ups, i);
      g_autofree char *when = zg_time_to_text (follow_up->due_at, now, zg_clock_get_zone (self->clock));
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *label = create_label (when, "secondary");
      GtkWidget *done = create_row_button ("object-select-symbolic", _("Done"));

      if (has_text (follow_up->text))
        gtk_box_append (GTK_BOX (content), create_label (follow_up->text, "list-text"));
      gtk_widget_add_css_class (label, "numeric");
      /* Red is late: it was for another day. */
      gtk_widget_add_css_class (label, zg_customer_desk_quiet_days (follow_up->due_at, ZG_TIME_NONE, self->clock) > 0
                                         ? "error"
                                         : "dim-label");
      gtk_box_append (GTK_BOX (content), label);
      g_object_set_data_full (G_OBJECT (done), "id", g_memdup2 (&follow_up->id, sizeof follow_up->id), g_free);
      g_object_set_data_full (G_OBJECT (done), "text", g_strdup (follow_up->text), g_free);
      g_signal_connect_object (done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
      add_row (list, NULL, content, done);
    }
}

/* What is known *****************************************************************************************************/

static GtkWidget *
create_hidden_label (const char   *text,
                     ZgDisclosure  disclosure)
{
  GtkWidget *widget = zg_hidden_label_new ();
  GtkLabel *label = zg_hidden_label_get_label (ZG_HIDDEN_LABEL (widget));

  zg_hidden_label_set_text (ZG_HIDDEN_LABEL (widget), text, disclosure);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (label, NARROW_ENOUGH);
  gtk_widget_add_css_class (widget, "numeric");
  return widget;
}

static gboolean
can_be_used (ZgDisclosure disclosure)
{
  return disclosure == ZG_DISCLOSURE_PLAIN || disclosure == ZG_DISCLOSURE_VIRTUAL;
}

static void
add_phones (ZgCustomerFacts  *self,
            const ZgCustomer *customer)
{
  GtkWidget *list = add_section (self, _("Contact"));

  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *phone = g_ptr_array_index (customer->phones, i);
      g_autofree char *caption = i == 0 ? g_strdup (_("Phone")) : g_strdup_printf (_("Phone %u"), i + 1);
      g_autofree char *text = zg_phone_to_text (phone->phone);
      const char *plain = phone->phone->digits != NULL ? phone->phone->digits : phone->phone->text;
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      gtk_box_append (GTK_BOX (content), create_hidden_label (text, phone->phone->disclosure));
      if (has_text (phone->label))
        gtk_box_append (GTK_BOX (content), create_dim_label (phone->label, "secondary"));
      add_row (list, caption, content,
               can_be_used (phone->phone->disclosure)
                 ? create_copy_button (phone->phone->extension != NULL ? phone->phone->text : plain,
                                       _("Copy this number"))
                 : NULL);
    }

  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *account = g_ptr_array_index (customer->accounts, i);

      add_row (list, zg_platform_to_label (account->platform),
               create_hidden_label (account->account.text, account->account.disclosure),
               can_be_used (account->account.disclosure)
                 ? create_copy_button (account->account.text, _("Copy this name"))
                 : NULL);
    }

  if (customer->phones->len == 0 && customer->accounts->len == 0)
    add_row (list, NULL, create_dim_label (_("No number and no account yet"), "secondary"), NULL);
}

static char *
get_recipient_text (const ZgCustomerAddress *address)
{
  g_autoptr (ZgPhone) phone = zg_phone_parse (address->phone.text);
  g_autofree char *number = zg_phone_to_text (phone);

  if (has_text (address->recipient.text) && *number != '\0')
    return g_strdup_printf ("%s · %s", address->recipient.text, number);
  return g_strdup (has_text (address->recipient.text) ? address->recipient.text : number);
}

static void
add_addresses (ZgCustomerFacts  *self,
               const ZgCustomer *customer)
{
  GtkWidget *list = add_section (self, _("Addresses"));

  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *address = g_ptr_array_index (customer->addresses, i);
      g_autofree char *caption = i == 0 ? g_strdup (_("First")) : g_strdup_printf ("%u", i + 1);
      g_autofree char *text = zg_address_to_text (address->address);
      g_autofree char *recipient = get_recipient_text (address);
      g_autofree char *copy = g_strconcat (recipient, *recipient != '\0' ? "\n" : "", text, NULL);
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      gtk_box_append (GTK_BOX (content), create_hidden_label (text, address->address->disclosure));
      if (*recipient != '\0')
        gtk_box_append (GTK_BOX (content), create_dim_label (recipient, "secondary"));
      add_row (list, has_text (address->label) ? address->label : caption, content,
               can_be_used (address->address->disclosure) ? create_copy_button (copy, _("Copy this address")) : NULL);
    }

  if (customer->addresses->len == 0)
    add_row (list, NULL, create_dim_label (_("No address yet"), "secondary"), NULL);
}

static void
add_note (ZgCustomerFacts  *self,
          const ZgCustomer *customer)
{
  GtkWidget *list = add_section (self, _("Remember"));

  if (has_text (customer->caution))
    {
      GtkWidget *label = create_label (customer->caution, "warning");
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (icon, "warning");
      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_add_css_class (icon, "fact-caption");
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take care"), -1);
      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), label);
      add_row (list, NULL, box, NULL);
    }
  if (has_text (customer->note))
    {
      GtkWidget *label = create_label (customer->note, "list-text");

      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      add_row (list, NULL, label, NULL);
    }
  if (!has_text (customer->caution) && !has_text (customer->note))
    add_row (list, NULL, create_dim_label (_("Nothing special"), "secondary"), NULL);
}

static void
clear (ZgCustomerFacts *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
zg_customer_facts_dispose (GObject *object)
{
  ZgCustomerFacts *self = ZG_CUSTOMER_FACTS (object);

  clear (self);
  g_clear_pointer (&self->clock, zg_clock_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customer_facts_parent_class)->dispose (object);
}

static void
zg_customer_facts_class_init (ZgCustomerFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_facts_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customerfacts");
}

static void
zg_customer_facts_init (ZgCustomerFacts *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

/**
 * zg_customer_facts_show:
 * @file: a customer with all that belongs to them
 * @session: the shop
 */
void
zg_customer_facts_show (ZgCustomerFacts      *self,
                        const ZgCustomerFile *file,
                        ZgSession            *session)
{
  g_return_if_fail (ZG_IS_CUSTOMER_FACTS (self));

  clear (self);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->clock, zg_clock_unref);
  self->clock = zg_clock_ref (zg_session_get_clock (session));
  self->customer_id = file->customer->id;

  add_follow_ups (self, file->follow_ups);
  add_phones (self, file->customer);
  add_addresses (self, file->customer);
  add_note (self, file->customer);
}
