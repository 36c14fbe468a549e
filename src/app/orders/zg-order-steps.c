/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-steps"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-steps.h"
#include "zg-order-tone.h"

#define N_STEPS (ZG_ORDER_COMPLETED + 1)

/**
 * ZgOrderSteps:
 *
 * Where an order stands on its way from unpaid to completed, and what keeps it there. A closed order has left the way.
 *
 * CSS node: `ordersteps`
 */
struct _ZgOrderSteps
{
  GtkWidget parent_instance;

  GtkWidget *steps[N_STEPS];
  GtkWidget *arrows[N_STEPS];
  GtkWidget *closed;
  GtkWidget *holds[ZG_N_HOLDS];
};

G_DEFINE_FINAL_TYPE (ZgOrderSteps, zg_order_steps, GTK_TYPE_WIDGET)

static const ZgHold all_holds[ZG_N_HOLDS] = { ZG_HOLD_REFUND, ZG_HOLD_PLATFORM, ZG_HOLD_PRESALE, ZG_HOLD_CASE };

static void
zg_order_steps_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_order_steps_parent_class)->dispose (object);
}

static void
zg_order_steps_class_init (ZgOrderStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_steps_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ordersteps");
}

static GtkWidget *
add_pill (ZgOrderSteps *self,
          const char   *label,
          ZgTone        tone)
{
  GtkWidget *pill = zg_pill_new (label, tone);

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (pill, GTK_WIDGET (self));
  return pill;
}

static void
zg_order_steps_init (ZgOrderSteps *self)
{
  for (int i = 0; i < N_STEPS; i++)
    {
      if (i > 0)
        {
          self->arrows[i] = gtk_image_new_from_icon_name ("go-next-symbolic");
          gtk_widget_add_css_class (self->arrows[i], "arrow");
          gtk_widget_set_parent (self->arrows[i], GTK_WIDGET (self));
        }
      self->steps[i] = add_pill (self, zg_order_state_to_label (i), ZG_TONE_NEUTRAL);
    }
  self->closed = add_pill (self, zg_order_state_to_label (ZG_ORDER_CLOSED), ZG_TONE_NEUTRAL);
  gtk_widget_add_css_class (self->closed, "here");
  for (gsize i = 0; i < G_N_ELEMENTS (all_holds); i++)
    self->holds[i] = add_pill (self, zg_hold_to_label (all_holds[i]), ZG_TONE_WARNING);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/**
 * zg_order_steps_show:
 * @order: an order
 */
void
zg_order_steps_show (ZgOrderSteps  *self,
                     const ZgOrder *order)
{
  gboolean closed = order->state == ZG_ORDER_CLOSED;

  g_return_if_fail (ZG_IS_ORDER_STEPS (self));

  for (int i = 0; i < N_STEPS; i++)
    {
      gboolean here = (int) order->state == i;

      gtk_widget_set_visible (self->steps[i], !closed);
      if (self->arrows[i] != NULL)
        gtk_widget_set_visible (self->arrows[i], !closed);
      zg_pill_set_tone (ZG_PILL (self->steps[i]), here ? zg_order_tone (order->state) : ZG_TONE_NEUTRAL);
      set_class (self->steps[i], "here", here);
      set_class (self->steps[i], "past", (int) order->state > i);
    }
  gtk_widget_set_visible (self->closed, closed);
  for (gsize i = 0; i < G_N_ELEMENTS (all_holds); i++)
    gtk_widget_set_visible (self->holds[i], (order->holds & all_holds[i]) != 0);
}
