/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-sums"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-sums.h"
#include "zg-money.h"

/**
 * ZgCustomerSums:
 *
 * Six figures about a customer on one card: orders, spent, average, last order, last contact, and what is unfinished.
 */
struct _ZgCustomerSums
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *tiles[6];
  GtkLabel *figures[6];
};

G_DEFINE_FINAL_TYPE (ZgCustomerSums, zg_customer_sums, GTK_TYPE_WIDGET)

static const char * const captions[6] = {
  N_("Orders"),
  N_("Spent"),
  N_("Average order"),
  N_("Last order"),
  N_("Last contact"),
  N_("Unfinished orders"),
};

static void
zg_customer_sums_dispose (GObject *object)
{
  g_clear_pointer (&ZG_CUSTOMER_SUMS (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_customer_sums_parent_class)->dispose (object);
}

static void
zg_customer_sums_class_init (ZgCustomerSumsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_sums_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customersums");
}

static GtkWidget *
create_tile (ZgCustomerSums *self,
             int             i)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *figure = gtk_label_new (NULL);
  GtkWidget *caption = gtk_label_new (_(captions[i]));

  gtk_label_set_xalign (GTK_LABEL (figure), 0);
  gtk_label_set_ellipsize (GTK_LABEL (figure), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (figure, "figure");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (tile), figure);
  gtk_box_append (GTK_BOX (tile), caption);
  gtk_widget_add_css_class (tile, "tile");
  self->figures[i] = GTK_LABEL (figure);
  return tile;
}

static void
zg_customer_sums_init (ZgCustomerSums *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_add_css_class (self->grid, "card");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  for (int i = 0; i < 6; i++)
    {
      self->tiles[i] = create_tile (self, i);
      gtk_grid_attach (GTK_GRID (self->grid), self->tiles[i], i, 0, 1, 1);
    }
  zg_customer_sums_set_columns (self, 6);
}

/**
 * zg_customer_sums_set_columns:
 * @n_columns: 6, 3 or 2
 *
 * Sets how many figures stand side by side.
 */
void
zg_customer_sums_set_columns (ZgCustomerSums *self,
                              int             n_columns)
{
  GtkLayoutManager *layout;

  g_return_if_fail (ZG_IS_CUSTOMER_SUMS (self));
  g_return_if_fail (n_columns > 0);

  layout = gtk_widget_get_layout_manager (self->grid);
  for (int i = 0; i < 6; i++)
    {
      GtkGridLayoutChild *child =
        GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, self->tiles[i]));

      gtk_grid_layout_child_set_column (child, i % n_columns);
      gtk_grid_layout_child_set_row (child, i / n_columns);
      if (i % n_columns > 0)
        gtk_widget_add_css_class (self->tiles[i], "after");
      else
        gtk_widget_remove_css_class (self->tiles[i], "after");
      if (i >= n_columns)
        gtk_widget_add_css_class (self->tiles[i], "below");
      else
        gtk_widget_remove_css_class (self->tiles[i], "below");
    }
}

static void
set_figure (ZgCustomerSums *self,
            int             i,
            const char     *text)
{
  gtk_label_set_text (self->figures[i], text != NULL && *text != '\0' ? text : "—");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->figures[i]), text);
}

/**
 * zg_customer_sums_show:
 * @file: a customer with all that belongs to them
 * @clock: what time it is
 */
void
zg_customer_sums_show (ZgCustomerSums       *self,
                       const ZgCustomerFile *file,
                       ZgClock              *clock)
{
  const ZgCustomer *customer = file->customer;
  ZgTime now = zg_clock_now (clock);
  GTimeZone *zone = zg_clock_get_zone (clock);
  g_autofree char *orders = g_strdup_printf ("%" G_GINT64_FORMAT, customer->n_orders);
  g_autofree char *spent = zg_money_to_text (customer->spent, customer->currency);
  g_autofree char *average = file->average > 0 ? zg_money_to_text (file->average, customer->currency) : NULL;
  g_autofree char *last_order = zg_time_to_text (customer->last_order_at, now, zone);
  g_autofree char *last_contact = zg_time_to_text (customer->last_contact_at, now, zone);
  g_autofree char *unfinished = g_strdup_printf ("%" G_GINT64_FORMAT, file->n_unfinished);

  g_return_if_fail (ZG_IS_CUSTOMER_SUMS (self));

  set_figure (self, 0, orders);
  set_figure (self, 1, spent);
  set_figure (self, 2, average);
  set_figure (self, 3, last_order);
  set_figure (self, 4, last_contact);
  set_figure (self, 5, unfinished);
}
