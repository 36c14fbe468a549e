/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-filter-bar"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-filter-bar.h"

/* The most that a list has. */
#define MAX_FILTERS 8

/**
 * ZgFilterBar:
 *
 * Which rows a list shows, one of a row of buttons with their counts.
 */
struct _ZgFilterBar
{
  GtkWidget parent_instance;

  guint n_filters;
  GtkToggleButton *buttons[MAX_FILTERS];
  GtkLabel *counts[MAX_FILTERS];
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgFilterBar, zg_filter_bar, GTK_TYPE_WIDGET)

static void
clicked_cb (ZgFilterBar     *self,
            GtkToggleButton *button)
{
  for (guint i = 0; i < self->n_filters; i++)
    {
      if (self->buttons[i] == button)
        g_signal_emit (self, signals[CHOSEN], 0, (int) i);
    }
}

static void
zg_filter_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_filter_bar_parent_class)->dispose (object);
}

static void
zg_filter_bar_class_init (ZgFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_filter_bar_dispose;

  /**
   * ZgFilterBar::chosen:
   * @self: the bar
   * @filter: its place, from 0
   *
   * The person has chosen that one, also when it was shown as chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ZG_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
zg_filter_bar_init (ZgFilterBar *self)
{
}

/**
 * zg_filter_bar_set_labels:
 * @self: a bar without filters
 * @labels: (array length=n_filters): their names, not translated yet; the first is shown as chosen
 * @n_filters: how many filters there are, 8 at the most
 */
void
zg_filter_bar_set_labels (ZgFilterBar        *self,
                          const char * const *labels,
                          guint               n_filters)
{
  g_return_if_fail (ZG_IS_FILTER_BAR (self));
  g_return_if_fail (self->n_filters == 0);
  g_return_if_fail (n_filters > 0 && n_filters <= MAX_FILTERS);

  self->n_filters = n_filters;
  for (guint i = 0; i < n_filters; i++)
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
  gtk_toggle_button_set_active (self->buttons[0], TRUE);
}

/**
 * zg_filter_bar_show:
 * @self: the bar
 * @filter: the place of what the list shows, from 0
 */
void
zg_filter_bar_show (ZgFilterBar *self,
                    guint        filter)
{
  g_return_if_fail (ZG_IS_FILTER_BAR (self));
  g_return_if_fail (filter < self->n_filters);

  gtk_toggle_button_set_active (self->buttons[filter], TRUE);
}

/**
 * zg_filter_bar_show_none:
 * @self: the bar
 *
 * Shows none of the filters as chosen: the list shows something else.
 */
void
zg_filter_bar_show_none (ZgFilterBar *self)
{
  g_return_if_fail (ZG_IS_FILTER_BAR (self));

  for (guint i = 0; i < self->n_filters; i++)
    gtk_toggle_button_set_active (self->buttons[i], FALSE);
}

/**
 * zg_filter_bar_show_counts:
 * @self: the bar
 * @counts: (array): how many rows each filter lets through
 */
void
zg_filter_bar_show_counts (ZgFilterBar  *self,
                           const gint64 *counts)
{
  g_return_if_fail (ZG_IS_FILTER_BAR (self));

  for (guint i = 0; i < self->n_filters; i++)
    {
      g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, counts[i]);

      gtk_label_set_text (self->counts[i], text);
    }
}
