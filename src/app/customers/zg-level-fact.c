/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-level-fact"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-job.h"
#include "zg-fact-label.h"
#include "zg-fact-row.h"
#include "zg-level-fact.h"
#include "zg-record-screen.h"

/* The member level of a customer, and the one that the shop's rules suggest, which a person takes or leaves. */

static gboolean
is_shown (const ZgCustomer *customer)
{
  return customer->suggested_level != NULL;
}

static void
taken_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;
  ZgCustomerJob *job = zg_customer_job_run_finish (result, &error);
  GtkWidget *toasts = gtk_widget_get_ancestor (row, ZG_TYPE_TOAST_AREA);
  GtkWidget *screen = gtk_widget_get_ancestor (row, ZG_TYPE_RECORD_SCREEN);

  /* The window may have been closed meanwhile. */
  if (toasts == NULL || screen == NULL)
    {
      zg_customer_job_free (job);
      return;
    }
  if (job != NULL)
    zg_customer_job_offer_undo (job, ZG_TOAST_AREA (toasts), _("Saved"));
  else
    zg_session_fail (zg_record_screen_get_session (ZG_RECORD_SCREEN (screen)), error);
}

static void
take_cb (GtkWidget *button)
{
  const ZgCustomer *before = g_object_get_data (G_OBJECT (button), "customer");
  GtkWidget *row = gtk_widget_get_ancestor (button, ZG_TYPE_FACT_ROW);
  GtkWidget *screen = gtk_widget_get_ancestor (button, ZG_TYPE_RECORD_SCREEN);
  g_autoptr (ZgCustomer) after = zg_customer_copy (before);

  g_free (after->level);
  after->level = g_strdup (before->suggested_level);
  /* The button goes with the suggestion. */
  gtk_widget_grab_focus (row);
  gtk_widget_set_sensitive (button, FALSE);
  zg_customer_job_run_async (zg_customer_job_new_change (zg_record_screen_get_session (ZG_RECORD_SCREEN (screen)), before, after,
                                                         FALSE),
                             taken_cb, g_object_ref (row));
}

static GtkWidget *
create_view (const ZgFactKind *kind,
             const ZgCustomer *customer,
             guint             index,
             ZgClock          *clock)
{
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button;
  g_autofree char *why = NULL;
  g_autofree char *take = NULL;

  if (customer->level != NULL && *customer->level != '\0')
    gtk_box_append (GTK_BOX (view), zg_fact_label_new (customer->level));
  if (customer->suggested_level == NULL)
    return view;

  /* TRANSLATORS: the shop has rules for member levels; %s is the level that a customer has come to by them */
  why = g_strdup_printf (_("By your rules: %s"), customer->suggested_level);
  /* TRANSLATORS: a button that gives a customer another member level; %s is the level */
  take = g_strdup_printf (_("Make it %s"), customer->suggested_level);
  gtk_box_append (GTK_BOX (view), zg_fact_label_new_dim (why));
  button = gtk_button_new_with_label (take);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "segment");
  g_object_set_data_full (G_OBJECT (button), "customer", zg_customer_copy (customer), (GDestroyNotify) zg_customer_free);
  g_signal_connect (button, "clicked", G_CALLBACK (take_cb), NULL);
  gtk_box_append (GTK_BOX (view), button);
  return view;
}

static GtkWidget *
create_editor (const ZgFactKind *kind,
               const ZgCustomer *customer,
               guint             index,
               ZgClock          *clock)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), customer->level != NULL ? customer->level : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->add_label), -1);
  return entry;
}

static gboolean
store_level (const ZgFactKind  *kind,
             GtkWidget         *editor,
             ZgCustomer        *customer,
             guint              index,
             GError           **error)
{
  return zg_customer_field_set_text (customer, kind->field, gtk_editable_get_text (GTK_EDITABLE (editor)), error);
}

const ZgFactKind zg_level_fact = {
  .field = ZG_CUSTOMER_FIELD_LEVEL,
  .caption = N_("Level"),
  .add_label = N_("Level"),
  .is_shown = is_shown,
  .create_view = create_view,
  .create_editor = create_editor,
  .store = store_level,
};
