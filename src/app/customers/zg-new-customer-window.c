/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-new-customer-window"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-job.h"
#include "zg-new-customer-window.h"
#include "zg-paste-form.h"
#include "zg-platform.h"
#include "zg-same-banner.h"

/**
 * ZgNewCustomerWindow:
 *
 * Asks for as little as is needed to find somebody again: a name, a phone number or a name on a platform; what they sent of
 * themselves can be pasted. Somebody who has the same phone or account already is offered instead, while it is typed.
 */
struct _ZgNewCustomerWindow
{
  AdwWindow parent_instance;

  ZgSession *session;

  /* template */
  ZgPasteForm *form;
  GtkEditable *name;
  GtkLabel *name_mark;
  GtkWidget *offer;
  GtkDropDown *platform;
  GtkEditable *contact;
  GtkLabel *contact_mark;
  GtkWidget *error;
  ZgSameBanner *same;
  GtkWidget *add;
};

enum {
  CREATED,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgNewCustomerWindow, zg_new_customer_window, ADW_TYPE_WINDOW)

static ZgCustomer *
build_customer (ZgNewCustomerWindow *self)
{
  return zg_customer_desk_sketch (gtk_editable_get_text (self->name),
                                  zg_platform_list ()[gtk_drop_down_get_selected (self->platform)],
                                  gtk_editable_get_text (self->contact));
}

/* Somebody with all that was typed and pasted. */
static ZgCustomer *
build_whole_customer (ZgNewCustomerWindow *self)
{
  ZgCustomer *customer = build_customer (self);

  zg_paste_form_apply (self->form, customer);
  return customer;
}

static void
changed_cb (ZgNewCustomerWindow *self)
{
  g_autoptr (ZgCustomer) customer = build_customer (self);

  gtk_widget_hide (self->error);
  gtk_widget_set_sensitive (self->add, zg_customer_validate (customer, NULL));
  if (self->session != NULL)
    zg_same_banner_look (self->same, self->session, customer);
}

/* Pasting ************************************************************************************************************/

/* Whether a text says more of somebody than their name. */
static gboolean
is_more_than_name (const char *text)
{
  g_autofree char *start = zg_paste_cut (text);
  g_autoptr (ZgPaste) paste = zg_paste_parse (start);

  return paste->fields[ZG_PASTE_NAME] != NULL
         && (paste->fields[ZG_PASTE_PHONE] != NULL || paste->fields[ZG_PASTE_DISTRICT] != NULL
             || paste->fields[ZG_PASTE_DETAIL] != NULL);
}

static void
name_changed_cb (ZgNewCustomerWindow *self)
{
  gtk_widget_set_visible (self->offer, is_more_than_name (gtk_editable_get_text (self->name)));
  changed_cb (self);
}

static void
fill_cb (ZgNewCustomerWindow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->name));

  gtk_editable_set_text (self->name, "");
  zg_paste_form_paste (self->form, text);
}

/* Nothing has to be asked any more: Enter adds them, unless nobody knows who it is. */
static void
settled_cb (ZgNewCustomerWindow *self)
{
  gtk_widget_grab_focus (*gtk_editable_get_text (self->name) != '\0' ? self->add : GTK_WIDGET (self->name));
}

/* Adding *************************************************************************************************************/

static void
created_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgNewCustomerWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgCustomerJob *job = zg_customer_job_run_finish (result, &error);

  gtk_widget_set_sensitive (self->add, TRUE);
  if (job == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->error), error->message);
      gtk_widget_show (self->error);
      return;
    }

  g_signal_emit (self, signals[CREATED], 0, job);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_cb (ZgNewCustomerWindow *self)
{
  ZgCustomerJob *job;

  if (!gtk_widget_get_sensitive (self->add))
    return;

  job = zg_customer_job_new (ZG_CUSTOMER_JOB_CREATE, self->session, 0);
  job->customer = build_whole_customer (self);
  gtk_widget_set_sensitive (self->add, FALSE);
  zg_customer_job_run_async (job, created_cb, g_object_ref (self));
}

/* Who pasted all of it into the name wants it in its fields. */
static void
name_activate_cb (ZgNewCustomerWindow *self)
{
  if (gtk_widget_get_visible (self->offer))
    fill_cb (self);
  else
    add_cb (self);
}

static void
open_same_cb (ZgNewCustomerWindow *self,
              gint64               id)
{
  g_signal_emit (self, signals[OPEN], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (ZgNewCustomerWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
zg_new_customer_window_dispose (GObject *object)
{
  ZgNewCustomerWindow *self = ZG_NEW_CUSTOMER_WINDOW (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_new_customer_window_parent_class)->dispose (object);
}

static void
zg_new_customer_window_class_init (ZgNewCustomerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_new_customer_window_dispose;

  signals[CREATED] = g_signal_new ("created", ZG_TYPE_NEW_CUSTOMER_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OPEN] = g_signal_new ("open", ZG_TYPE_NEW_CUSTOMER_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (ZG_TYPE_PASTE_FORM);
  g_type_ensure (ZG_TYPE_SAME_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-new-customer-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, add);
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, contact);
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, contact_mark);
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, error);
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, form);
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, name);
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, name_mark);
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, offer);
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, platform);
  gtk_widget_class_bind_template_child (widget_class, ZgNewCustomerWindow, same);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_same_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_new_customer_window_init (ZgNewCustomerWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char * const *words = zg_platform_list ();
  guint usual = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; words[i] != NULL; i++)
    {
      gtk_string_list_append (labels, zg_platform_to_label (words[i]));
      if (g_str_equal (words[i], zg_platform_get_usual ()))
        usual = i;
    }
  gtk_drop_down_set_model (self->platform, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->platform, usual);
  zg_paste_form_adopt (self->form, ZG_PASTE_NAME, self->name, self->name_mark);
  zg_paste_form_adopt (self->form, ZG_PASTE_PHONE, self->contact, self->contact_mark);
}

/**
 * zg_new_customer_window_new:
 * @parent: the window it belongs to
 * @session: the shop
 * @query: (nullable): what was searched for: a name, or the digits of a phone number
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
GtkWindow *
zg_new_customer_window_new (GtkWindow  *parent,
                            ZgSession  *session,
                            const char *query)
{
  ZgNewCustomerWindow *self = g_object_new (ZG_TYPE_NEW_CUSTOMER_WINDOW, "transient-for", parent, NULL);
  g_autoptr (ZgPhone) phone = zg_phone_parse (query);
  gboolean is_phone = phone->digits != NULL;

  self->session = g_object_ref (session);
  gtk_editable_set_text (is_phone ? self->contact : self->name, query != NULL ? query : "");
  gtk_widget_grab_focus (GTK_WIDGET (query != NULL && *query != '\0' && !is_phone ? self->contact : self->name));
  return GTK_WINDOW (self);
}
