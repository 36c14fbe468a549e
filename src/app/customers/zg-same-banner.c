/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-same-banner"

#include "config.h"

#include "zg-same-banner.h"

#include <glib/gi18n.h>

#include "zg-same-customer.h"

/**
 * ZgSameBanner:
 *
 * Says that somebody else has the same phone or account, and offers to open them; hidden while there is nobody. It looks anew
 * with each key and is told by what was typed last.
 */
struct _ZgSameBanner
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GCancellable *cancellable;
  gint64 id;
};

typedef struct {
  ZgCustomer *customer;
  ZgSameCustomer same;
} FindJob;

enum {
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgSameBanner, zg_same_banner, GTK_TYPE_WIDGET)

static void
find_job_free (gpointer data)
{
  FindJob *job = data;

  zg_customer_free (job->customer);
  zg_same_customer_clear (&job->same);
  g_free (job);
}

static gboolean
find_same (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  FindJob *job = data;

  return zg_same_customer_find (db, job->customer, &job->same, error);
}

static void
found_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ZgSameBanner) self = user_data;
  FindJob *job = zg_store_finish (ZG_STORE (store), result, NULL);

  /* Cancelled by the next keystroke, or the window is gone. Without an answer there is only no warning. */
  if (job == NULL)
    return;

  self->id = job->same.id;
  if (self->id != 0)
    {
      /* TRANSLATORS: a customer's name, then the phone number or account that they have */
      g_autofree char *text = g_strdup_printf (_("%s has %s already."), job->same.call_name, job->same.value);

      gtk_label_set_text (self->label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->id != 0);
  find_job_free (job);
}

static void
clicked_cb (ZgSameBanner *self)
{
  g_signal_emit (self, signals[OPEN], 0, self->id);
}

static void
zg_same_banner_dispose (GObject *object)
{
  ZgSameBanner *self = ZG_SAME_BANNER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_same_banner_parent_class)->dispose (object);
}

static void
zg_same_banner_class_init (ZgSameBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_same_banner_dispose;

  signals[OPEN] = g_signal_new ("open", ZG_TYPE_SAME_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_same_banner_init (ZgSameBanner *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Open them"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_add_css_class (self->box, "banner");
  gtk_widget_add_css_class (self->box, "warning");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * zg_same_banner_look:
 * @session: the shop
 * @customer: a customer as they are being typed
 *
 * Looks for somebody else who has the same phone or account.
 */
void
zg_same_banner_look (ZgSameBanner     *self,
                     ZgSession        *session,
                     const ZgCustomer *customer)
{
  FindJob *job;

  g_return_if_fail (ZG_IS_SAME_BANNER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  job = g_new0 (FindJob, 1);
  job->customer = zg_customer_copy (customer);
  zg_store_read_async (zg_session_get_store (session), find_same, job, find_job_free, self->cancellable, found_cb,
                       g_object_ref (self));
}
