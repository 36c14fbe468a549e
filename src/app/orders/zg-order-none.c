/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-none"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-none.h"
#include "zg-empty-state.h"

/**
 * ZgOrderNone:
 *
 * What stands in place of an empty list: no orders at all, none found, or none in a group; and what to do then.
 */
struct _ZgOrderNone
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *no_orders;
  GtkWidget *nothing_found;
  GtkWidget *nothing_here;
};

enum {
  CLEAR,
  SHOW_ALL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderNone, zg_order_none, GTK_TYPE_WIDGET)

static void
clear_cb (ZgOrderNone *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
}

static void
show_all_cb (ZgOrderNone *self)
{
  g_signal_emit (self, signals[SHOW_ALL], 0);
}

static void
zg_order_none_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &ZG_ORDER_NONE (object)->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_order_none_parent_class)->dispose (object);
}

static void
zg_order_none_class_init (ZgOrderNoneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_order_none_dispose;

  signals[CLEAR] = g_signal_new ("clear", ZG_TYPE_ORDER_NONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SHOW_ALL] = g_signal_new ("show-all", ZG_TYPE_ORDER_NONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_order_none_init (ZgOrderNone *self)
{
  GtkWidget *button;

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));

  self->no_orders = zg_empty_state_new ("package-x-generic-symbolic", _("No orders yet"),
                                        _("Import an order export of your platform, and the orders are here."));
  zg_empty_state_add_button (ZG_EMPTY_STATE (self->no_orders), _("Import orders…"), "win.import", TRUE);
  gtk_stack_add_child (self->stack, self->no_orders);

  self->nothing_found = zg_empty_state_new ("edit-find-symbolic", "",
                                            _("Numbers, customers, goods, tracking numbers and notes were searched."));
  button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nothing_found), _("Clear"), NULL, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_cb), self);
  gtk_stack_add_child (self->stack, self->nothing_found);

  self->nothing_here = zg_empty_state_new ("object-select-symbolic", _("Nothing to do here"),
                                           _("No order is in this group at the moment."));
  button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nothing_here), _("Show all"), NULL, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_stack_add_child (self->stack, self->nothing_here);
}

/**
 * zg_order_none_show:
 * @text: what was searched for, empty for the whole list
 * @filter: which orders were asked for
 *
 * Says why there is nothing.
 */
void
zg_order_none_show (ZgOrderNone   *self,
                    const char    *text,
                    ZgOrderFilter  filter)
{
  g_return_if_fail (ZG_IS_ORDER_NONE (self));

  if (*text != '\0')
    {
      g_autofree char *title = g_strdup_printf (_("No order found for “%s”"), text);

      zg_empty_state_set_title (ZG_EMPTY_STATE (self->nothing_found), title);
      gtk_stack_set_visible_child (self->stack, self->nothing_found);
    }
  else
    {
      gtk_stack_set_visible_child (self->stack,
                                   filter == ZG_ORDER_FILTER_ALL ? self->no_orders : self->nothing_here);
    }
}
