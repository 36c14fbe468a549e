/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-filters"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-filters.h"

/**
 * ZgCustomerFilters:
 *
 * Which customers the list shows, one of a row of buttons with their counts.
 */
struct _ZgCustomerFilters
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[ZG_N_CUSTOMER_FILTERS];
  GtkLabel *counts[ZG_N_CUSTOMER_FILTERS];
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgCustomerFilters, zg_customer_filters, GTK_TYPE_WIDGET)

static const char * const labels[ZG_N_CUSTOMER_FILTERS] = {
  [ZG_CUSTOMER_FILTER_ALL] = N_("All"),
  [ZG_CUSTOMER_FILTER_REGULAR] = N_("Regulars"),
  [ZG_CUSTOMER_FILTER_QUIET] = N_("Silent for 30 days"),
  [ZG_CUSTOMER_FILTER_FOLLOW_UP] = N_("To follow up"),
  [ZG_CUSTOMER_FILTER_CAUTION] = N_("Take care"),
};

static void
clicked_cb (ZgCustomerFilters *self,
            GtkToggleButton   *button)
{
  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    {
      if (self->buttons[i] == button)
        g_signal_emit (self, signals[CHOSEN], 0, i);
    }
}

static void
zg_customer_filters_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_customer_filters_parent_class)->dispose (object);
}

static void
zg_customer_filters_class_init (ZgCustomerFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_filters_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", ZG_TYPE_CUSTOMER_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customerfilters");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
zg_customer_filters_init (ZgCustomerFilters *self)
{
  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *count = gtk_label_new (NULL);
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_add_css_class (count, "caption");
      gtk_widget_add_css_class (count, "numeric");
      gtk_widget_add_css_class (count, "dim-label");
      gtk_box_append (GTK_BOX (box), gtk_label_new (_(labels[i])));
      gtk_box_append (GTK_BOX (box), count);
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(labels[i]), -1);
      gtk_widget_add_css_class (button, "segment");
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      self->counts[i] = GTK_LABEL (count);
      if (i > 0)
        gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
    }

  gtk_toggle_button_set_active (self->buttons[ZG_CUSTOMER_FILTER_ALL], TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which customers"), -1);
}

/**
 * zg_customer_filters_show:
 * @filter: what the list shows
 */
void
zg_customer_filters_show (ZgCustomerFilters *self,
                          ZgCustomerFilter   filter)
{
  g_return_if_fail (ZG_IS_CUSTOMER_FILTERS (self));

  gtk_toggle_button_set_active (self->buttons[filter], TRUE);
}

/**
 * zg_customer_filters_show_counts:
 * @counts: (array fixed-size=5): how many customers each filter lets through
 */
void
zg_customer_filters_show_counts (ZgCustomerFilters *self,
                                 const gint64      *counts)
{
  g_return_if_fail (ZG_IS_CUSTOMER_FILTERS (self));

  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, counts[i]);

      gtk_label_set_text (self->counts[i], text);
    }
}
