/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-filters"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-filters.h"

/**
 * ZgOrderFilters:
 *
 * Which orders the list shows, one of a row of buttons with their counts.
 */
struct _ZgOrderFilters
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[ZG_N_ORDER_FILTERS];
  GtkLabel *counts[ZG_N_ORDER_FILTERS];
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderFilters, zg_order_filters, GTK_TYPE_WIDGET)

static const char * const labels[ZG_N_ORDER_FILTERS] = {
  [ZG_ORDER_FILTER_ALL] = N_("All"),
  [ZG_ORDER_FILTER_UNPAID] = N_("Unpaid"),
  [ZG_ORDER_FILTER_UNCONFIRMED] = N_("To confirm"),
  [ZG_ORDER_FILTER_TO_SHIP] = N_("To ship"),
  [ZG_ORDER_FILTER_SHIPPED] = N_("Shipped"),
  [ZG_ORDER_FILTER_CONFLICT] = N_("Platform differs"),
};

static void
clicked_cb (ZgOrderFilters  *self,
            GtkToggleButton *button)
{
  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
    {
      if (self->buttons[i] == button)
        g_signal_emit (self, signals[CHOSEN], 0, i);
    }
}

static void
zg_order_filters_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_order_filters_parent_class)->dispose (object);
}

static void
zg_order_filters_class_init (ZgOrderFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_filters_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", ZG_TYPE_ORDER_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderfilters");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
zg_order_filters_init (ZgOrderFilters *self)
{
  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
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

  gtk_toggle_button_set_active (self->buttons[ZG_ORDER_FILTER_ALL], TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which orders"), -1);
}

/**
 * zg_order_filters_show:
 * @filter: what the list shows
 */
void
zg_order_filters_show (ZgOrderFilters *self,
                       ZgOrderFilter   filter)
{
  g_return_if_fail (ZG_IS_ORDER_FILTERS (self));

  gtk_toggle_button_set_active (self->buttons[filter], TRUE);
}

/**
 * zg_order_filters_show_counts:
 * @counts: (array fixed-size=6): how many orders each filter lets through
 */
void
zg_order_filters_show_counts (ZgOrderFilters *self,
                              const gint64   *counts)
{
  g_return_if_fail (ZG_IS_ORDER_FILTERS (self));

  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, counts[i]);

      gtk_label_set_text (self->counts[i], text);
    }
}
