/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paste-window"

#include "config.h"

#include "zg-paste-window.h"

#include <glib/gi18n.h>

#include "zg-customer-job.h"
#include "zg-paste-form.h"
#include "zg-same-banner.h"

/**
 * ZgPasteWindow:
 *
 * What a customer sent becomes part of what is known of them: pasted, looked at beside what is there, saved in one step.
 */
struct _ZgPasteWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  ZgCustomer *customer;

  /* template */
  GtkWidget *error;
  ZgPasteForm *form;
  ZgSameBanner *same;
  GtkWidget *save;
};

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgPasteWindow, zg_paste_window, ADW_TYPE_WINDOW)

static void
form_changed_cb (ZgPasteWindow *self)
{
  g_autoptr (ZgCustomer) after = zg_customer_copy (self->customer);
  g_autoptr (ZgCustomer) pasted = zg_customer_new ();

  gtk_widget_hide (self->error);
  gtk_widget_set_sensitive (self->save, zg_paste_form_apply (self->form, after));
  /* What a family is known to share is no news. */
  pasted->id = self->customer->id;
  zg_paste_form_apply (self->form, pasted);
  zg_same_banner_look (self->same, self->session, pasted);
}

static void
open_same_cb (ZgPasteWindow *self,
              gint64         id)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-customer", "x", id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
settled_cb (ZgPasteWindow *self)
{
  gtk_widget_grab_focus (self->save);
}

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ZgPasteWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgCustomerJob *job = zg_customer_job_run_finish (result, &error);

  if (job == NULL)
    {
      gtk_widget_set_sensitive (self->save, TRUE);
      gtk_label_set_text (GTK_LABEL (self->error), error->message);
      gtk_widget_show (self->error);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, job);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (ZgPasteWindow *self)
{
  g_autoptr (ZgCustomer) after = zg_customer_copy (self->customer);

  if (!gtk_widget_get_sensitive (self->save) || !zg_paste_form_apply (self->form, after))
    return;
  gtk_widget_set_sensitive (self->save, FALSE);
  zg_customer_job_run_async (zg_customer_job_new_change (self->session, self->customer, after, FALSE), saved_cb,
                             g_object_ref (self));
}

static void
cancel_cb (ZgPasteWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
zg_paste_window_dispose (GObject *object)
{
  ZgPasteWindow *self = ZG_PASTE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->customer, zg_customer_free);

  G_OBJECT_CLASS (zg_paste_window_parent_class)->dispose (object);
}

static void
zg_paste_window_class_init (ZgPasteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_paste_window_dispose;

  signals[SAVED] = g_signal_new ("saved", ZG_TYPE_PASTE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_POINTER);

  g_type_ensure (ZG_TYPE_PASTE_FORM);
  g_type_ensure (ZG_TYPE_SAME_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-paste-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgPasteWindow, error);
  gtk_widget_class_bind_template_child (widget_class, ZgPasteWindow, form);
  gtk_widget_class_bind_template_child (widget_class, ZgPasteWindow, same);
  gtk_widget_class_bind_template_child (widget_class, ZgPasteWindow, save);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_same_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_paste_window_init (ZgPasteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_paste_window_new:
 * @parent: the window it belongs to
 * @session: the shop
 * @customer: whom it is about; copied
 * @text: (nullable): what was pasted already
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
GtkWindow *
zg_paste_window_new (GtkWindow        *parent,
                     ZgSession        *session,
                     const ZgCustomer *customer,
                     const char       *text)
{
  ZgPasteWindow *self = g_object_new (ZG_TYPE_PASTE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->customer = zg_customer_copy (customer);
  zg_paste_form_set_customer (self->form, customer);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  if (text != NULL)
    zg_paste_form_paste (self->form, text);
  return GTK_WINDOW (self);
}
