/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-follow-ups"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-follow-ups.h"
#include "zg-customer-job.h"
#include "zg-fact-label.h"

/**
 * ZgCustomerFollowUps:
 *
 * What is open with a customer, the most urgent first, each with a button that says it is done. Out of sight while there is
 * nothing.
 */
struct _ZgCustomerFollowUps
{
  GtkWidget parent_instance;

  ZgSession *session;
  gint64 customer_id;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (ZgCustomerFollowUps, zg_customer_follow_ups, GTK_TYPE_WIDGET)

static void
finished_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ZgCustomerFollowUps) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgCustomerJob *job = zg_customer_job_run_finish (result, &error);

  if (job != NULL)
    zg_customer_job_offer_undo (job, ZG_TOAST_AREA (gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA)),
                                _("Done"));
  else
    zg_session_fail (self->session, error);
}

static void
done_cb (ZgCustomerFollowUps *self,
         GtkWidget       *button)
{
  ZgCustomerJob *job = zg_customer_job_new (ZG_CUSTOMER_JOB_FINISH_FOLLOW_UP, self->session, self->customer_id);
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  job->follow_up_id = *id;
  job->text = g_strdup (g_object_get_data (G_OBJECT (button), "text"));
  gtk_widget_set_sensitive (button, FALSE);
  zg_customer_job_run_async (job, finished_cb, g_object_ref (self));
}

static GtkWidget *
create_done_button (ZgCustomerFollowUps *self,
                    const ZgFollowUp    *follow_up)
{
  GtkWidget *done = gtk_button_new_from_icon_name ("object-select-symbolic");

  gtk_widget_add_css_class (done, "flat");
  gtk_widget_add_css_class (done, "row-button");
  gtk_widget_set_valign (done, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (done, _("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (done), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Done"), -1);
  g_object_set_data_full (G_OBJECT (done), "id", g_memdup2 (&follow_up->id, sizeof follow_up->id), g_free);
  g_object_set_data_full (G_OBJECT (done), "text", g_strdup (follow_up->text), g_free);
  g_signal_connect_object (done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  return done;
}

static GtkWidget *
create_row (ZgCustomerFollowUps *self,
            const ZgFollowUp    *follow_up)
{
  ZgClock *clock = zg_session_get_clock (self->session);
  g_autofree char *when = zg_time_to_text (follow_up->due_at, zg_clock_now (clock), zg_clock_get_zone (clock));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = zg_fact_label_new_dim (when);

  if (follow_up->text != NULL && *follow_up->text != '\0')
    gtk_box_append (GTK_BOX (content), zg_fact_label_new (follow_up->text));
  gtk_widget_add_css_class (label, "numeric");
  /* Red is late: it was for another day. */
  if (zg_customer_desk_quiet_days (follow_up->due_at, ZG_TIME_NONE, clock) > 0)
    {
      gtk_widget_remove_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "error");
    }
  gtk_box_append (GTK_BOX (content), label);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_add_css_class (content, "fact");
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), create_done_button (self, follow_up));
  gtk_widget_add_css_class (box, "facts-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
zg_customer_follow_ups_dispose (GObject *object)
{
  ZgCustomerFollowUps *self = ZG_CUSTOMER_FOLLOW_UPS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customer_follow_ups_parent_class)->dispose (object);
}

static void
zg_customer_follow_ups_class_init (ZgCustomerFollowUpsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_follow_ups_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "factlist");
}

static void
zg_customer_follow_ups_init (ZgCustomerFollowUps *self)
{
  GtkWidget *header = gtk_label_new (_("To follow up"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "section");
  gtk_widget_add_css_class (header, "facts-header");
  gtk_widget_set_parent (header, GTK_WIDGET (self));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("To follow up"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/**
 * zg_customer_follow_ups_show:
 * @follow_ups: (element-type ZgFollowUp): what is open
 * @customer_id: with whom
 * @session: the shop
 */
void
zg_customer_follow_ups_show (ZgCustomerFollowUps *self,
                             GPtrArray           *follow_ups,
                             gint64               customer_id,
                             ZgSession           *session)
{
  GtkListBoxRow *row;

  g_return_if_fail (ZG_IS_CUSTOMER_FOLLOW_UPS (self));

  g_set_object (&self->session, session);
  self->customer_id = customer_id;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < follow_ups->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, follow_ups->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), follow_ups->len > 0);
}
