/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-conflict"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-conflict.h"
#include "zg-order-gate.h"

/**
 * ZgOrderConflict:
 *
 * Says that the platform has an order elsewhere than the desk, and offers to believe it where the gate lets the desk go
 * there. Not shown while they agree.
 *
 * CSS node: `orderconflict`
 */
struct _ZgOrderConflict
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *button;
};

enum {
  TAKE_OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderConflict, zg_order_conflict, GTK_TYPE_WIDGET)

static void
clicked_cb (ZgOrderConflict *self)
{
  g_signal_emit (self, signals[TAKE_OVER], 0);
}

static void
zg_order_conflict_dispose (GObject *object)
{
  ZgOrderConflict *self = ZG_ORDER_CONFLICT (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_order_conflict_parent_class)->dispose (object);
}

static void
zg_order_conflict_class_init (ZgOrderConflictClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_conflict_dispose;

  signals[TAKE_OVER] = g_signal_new ("take-over", ZG_TYPE_ORDER_CONFLICT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderconflict");
}

static void
zg_order_conflict_init (ZgOrderConflict *self)
{
  self->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  self->label = gtk_label_new (NULL);
  self->button = gtk_button_new ();

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "banner");
  gtk_widget_add_css_class (GTK_WIDGET (self), "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self), "order-banner");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * zg_order_conflict_show:
 * @order: an order
 */
void
zg_order_conflict_show (ZgOrderConflict *self,
                        const ZgOrder   *order)
{
  gboolean differs = zg_order_platform_differs (order);

  g_return_if_fail (ZG_IS_ORDER_CONFLICT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), differs);
  if (differs)
    {
      const char *theirs = zg_order_state_to_label (order->facts->state);
      g_autofree char *text = g_strdup_printf (_("The platform says “%s”, here it is “%s”."), theirs,
                                               zg_order_state_to_label (order->state));
      /* TRANSLATORS: %s is where the platform says that an order stands, "Shipped" */
      g_autofree char *label = g_strdup_printf (_("Take over “%s”"), theirs);

      gtk_label_set_text (GTK_LABEL (self->label), text);
      gtk_button_set_label (GTK_BUTTON (self->button), label);
      gtk_widget_set_visible (self->button, zg_order_gate_offers (order, order->facts->state));
    }
}
