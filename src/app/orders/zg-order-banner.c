/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-banner"

#include "config.h"

#include "zg-order-banner.h"

#include <glib/gi18n.h>

#include "zg-money.h"
#include "zg-order.h"
#include "zg-parcel-difference.h"
#include "zg-side-layout.h"
#include "zg-wrap-layout.h"

/* Of more orders the list is the place to look at. */
#define MAX_LOOK_BUTTONS 3
#define MAX_COLUMNS 4
#define COLUMN_CHARS 16

/**
 * ZgOrderBanner:
 *
 * What there is to decide about an order beside its steps: a sentence with buttons, and under it, where orders are about to
 * share a parcel, in what they differ.
 *
 * CSS node: `orderbanner`
 */
struct _ZgOrderBanner
{
  GtkWidget parent_instance;

  GtkImage *icon;
  char *icon_name;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *buttons;
  GtkWidget *unfold;
  GtkWidget *differences;       /* NULL while the orders say the same */
};

G_DEFINE_FINAL_TYPE (ZgOrderBanner, zg_order_banner, GTK_TYPE_WIDGET)

/* Differences ******************************************************************************************************/

static void
show_folding (ZgOrderBanner *self)
{
  gboolean is_open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unfold));

  if (self->differences != NULL)
    gtk_widget_set_visible (self->differences, is_open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->unfold), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
}

static void
attach (GtkWidget  *grid,
        const char *text,
        int         column,
        int         row,
        const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), column == 0 ? -1 : 4);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_widget_set_hexpand (label, column > 0);
  gtk_widget_add_css_class (label, css_class);
  /* All of a row stand on one line. */
  if (row > 0)
    gtk_widget_add_css_class (label, "list-text");
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static GtkWidget *
create_table (GPtrArray *orders,
              GPtrArray *differences)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n_columns = MIN (orders->len, MAX_COLUMNS);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "differences");
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *tail = zg_order_number_tail (((const ZgOrder *) g_ptr_array_index (orders, i))->number);

      attach (grid, tail, (int) i + 1, 0, "caption-heading");
    }
  for (guint row = 0; row < differences->len; row++)
    {
      const ZgParcelDifference *difference = g_ptr_array_index (differences, row);

      attach (grid, zg_parcel_field_to_label (difference->field), 0, (int) row + 1, "dim-label");
      for (guint i = 0; i < n_columns; i++)
        {
          const char *value = g_ptr_array_index (difference->values, i);

          attach (grid, *value != '\0' ? value : "—", (int) i + 1, (int) row + 1, difference->is_warning ? "warning" : "value");
        }
    }
  return grid;
}

/**
 * zg_order_banner_set_orders:
 * @orders: (element-type ZgOrder): orders that share a parcel, or may
 * @zone: the zone to tell times in
 *
 * Offers to look at what they do not agree about. It stays unfolded while the orders change.
 */
void
zg_order_banner_set_orders (ZgOrderBanner *self,
                            GPtrArray     *orders,
                            GTimeZone     *zone)
{
  g_autoptr (GPtrArray) differences = zg_parcel_list_differences (orders, zone);

  g_return_if_fail (ZG_IS_ORDER_BANNER (self));

  g_clear_pointer (&self->differences, gtk_widget_unparent);
  gtk_widget_set_visible (self->unfold, differences->len > 0);
  if (differences->len == 0)
    return;
  self->differences = create_table (orders, differences);
  gtk_widget_set_parent (self->differences, GTK_WIDGET (self));
  show_folding (self);
}

/**
 * zg_order_banner_fold:
 *
 * Returns: whether there was anything unfolded, which is folded now
 */
gboolean
zg_order_banner_fold (ZgOrderBanner *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_BANNER (self), FALSE);

  if (self->differences == NULL || !gtk_widget_get_visible (GTK_WIDGET (self))
      || !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unfold)))
    return FALSE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unfold), FALSE);
  gtk_widget_grab_focus (self->unfold);
  return TRUE;
}

/* Sentence and buttons *********************************************************************************************/

/**
 * zg_order_banner_name_orders:
 * @orders: (element-type ZgOrder): orders
 *
 * Returns: (transfer full): how a sentence names them: the end of each number and its sum
 */
char *
zg_order_banner_name_orders (GPtrArray *orders)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      g_autofree char *tail = zg_order_number_tail (order->number);
      g_autofree char *sum = zg_money_to_text (order->total, order->currency);

      /* TRANSLATORS: between the things of a list in a sentence */
      g_string_append_printf (names, "%s%s %s", i > 0 ? _(", ") : "", tail, sum);
    }
  return g_string_free (names, FALSE);
}

/**
 * zg_order_banner_show:
 * @title: what it is about, translated
 * @detail: what there is to know of it, translated
 * @is_warning: whether somebody has to look at it
 *
 * Shows the banner, without buttons.
 */
void
zg_order_banner_show (ZgOrderBanner *self,
                      const char    *title,
                      const char    *detail,
                      gboolean       is_warning)
{
  GtkWidget *child = gtk_widget_get_first_child (self->buttons);

  g_return_if_fail (ZG_IS_ORDER_BANNER (self));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->unfold)
        gtk_box_remove (GTK_BOX (self->buttons), child);
      child = next;
    }
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  gtk_image_set_from_icon_name (self->icon, is_warning ? "dialog-warning-symbolic" : self->icon_name);
  gtk_widget_remove_css_class (GTK_WIDGET (self), is_warning ? "info" : "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self), is_warning ? "warning" : "info");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * zg_order_banner_add_button:
 * @label: what it does, translated
 * @is_flat: whether another button matters more
 *
 * Returns: (transfer none): a button at the end
 */
GtkWidget *
zg_order_banner_add_button (ZgOrderBanner *self,
                            const char    *label,
                            gboolean       is_flat)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  if (is_flat)
    gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

/**
 * zg_order_banner_add_look:
 * @orders: (element-type ZgOrder): other orders
 * @is_flat: whether another button matters more
 *
 * Adds buttons that open them.
 */
void
zg_order_banner_add_look (ZgOrderBanner *self,
                          GPtrArray     *orders,
                          gboolean       is_flat)
{
  for (guint i = 0; i < MIN (orders->len, MAX_LOOK_BUTTONS); i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      g_autofree char *tail = zg_order_number_tail (order->number);
      /* TRANSLATORS: a button; %s is the end of an order's number, …579 */
      g_autofree char *label = g_strdup_printf (_("See %s"), tail);
      GtkWidget *button = zg_order_banner_add_button (self, label, is_flat);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", order->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "orders.open");
    }
}

static void
zg_order_banner_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  ZG_ORDER_BANNER (object)->differences = NULL;
  g_clear_pointer (&ZG_ORDER_BANNER (object)->icon_name, g_free);

  G_OBJECT_CLASS (zg_order_banner_parent_class)->dispose (object);
}

static void
zg_order_banner_class_init (ZgOrderBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_banner_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderbanner");
}

static GtkLabel *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

/* The icon and the texts, which go into two lines where the width is short. */
static GtkWidget *
create_sentence (ZgOrderBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_CENTER);
  self->title = create_label ("who");
  self->detail = create_label ("secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "numeric");
  gtk_widget_set_layout_manager (texts, zg_wrap_layout_new (9));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), texts);
  return box;
}

static void
zg_order_banner_init (ZgOrderBanner *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "banner");
  gtk_widget_add_css_class (GTK_WIDGET (self), "order-banner");

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->buttons, zg_wrap_layout_new (6));
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  self->unfold = gtk_toggle_button_new_with_label (_("See the differences"));
  gtk_widget_add_css_class (self->unfold, "flat");
  gtk_widget_set_visible (self->unfold, FALSE);
  g_signal_connect_object (self->unfold, "toggled", G_CALLBACK (show_folding), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), self->unfold);

  gtk_widget_set_layout_manager (line, zg_side_layout_new (12));
  gtk_box_append (GTK_BOX (line), create_sentence (self));
  gtk_box_append (GTK_BOX (line), self->buttons);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

/**
 * zg_order_banner_new:
 * @icon_name: an icon, while nothing is wrong
 *
 * Returns: (transfer floating): a banner that is not shown yet
 */
GtkWidget *
zg_order_banner_new (const char *icon_name)
{
  ZgOrderBanner *self = g_object_new (ZG_TYPE_ORDER_BANNER, NULL);

  self->icon_name = g_strdup (icon_name);
  return GTK_WIDGET (self);
}
