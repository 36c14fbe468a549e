/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-reason"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-reason.h"

/**
 * ZgOrderReason:
 *
 * Asks in place why an order is shipped although its confirmation list is not complete. Not shown while there is
 * nothing to ask.
 *
 * CSS node: `orderreason`
 */
struct _ZgOrderReason
{
  GtkWidget parent_instance;

  ZgOrderState to;

  /* template */
  GtkLabel *title;
  GtkEditable *entry;
  GtkButton *button;
};

enum {
  GIVEN,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderReason, zg_order_reason, GTK_TYPE_WIDGET)

static char *
get_text (ZgOrderReason *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
changed_cb (ZgOrderReason *self)
{
  g_autofree char *text = get_text (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->button), *text != '\0');
}

static void
give_cb (ZgOrderReason *self)
{
  g_autofree char *text = get_text (self);

  if (*text != '\0')
    g_signal_emit (self, signals[GIVEN], 0, text);
}

static void
drop_cb (ZgOrderReason *self)
{
  g_signal_emit (self, signals[DROPPED], 0);
}

static void
zg_order_reason_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_order_reason_parent_class)->dispose (object);
}

static void
zg_order_reason_class_init (ZgOrderReasonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_reason_dispose;

  signals[GIVEN] = g_signal_new ("given", ZG_TYPE_ORDER_REASON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
  signals[DROPPED] = g_signal_new ("dropped", ZG_TYPE_ORDER_REASON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "orderreason");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/orders/zg-order-reason.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgOrderReason, button);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderReason, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderReason, title);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_cb);
}

static void
zg_order_reason_init (ZgOrderReason *self)
{
  self->to = ZG_ORDER_STATE_UNKNOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_order_reason_ask:
 * @to: where the order is to move
 * @n_open: how many rows of its confirmation list are open
 *
 * Asks, and puts the focus in the answer.
 */
void
zg_order_reason_ask (ZgOrderReason *self,
                     ZgOrderState   to,
                     int            n_open)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ZG_IS_ORDER_REASON (self));

  text = g_strdup_printf (ngettext ("%d row of the confirmation list is still open. "
                                    "Why is the order shipped all the same?",
                                    "%d rows of the confirmation list are still open. "
                                    "Why is the order shipped all the same?", n_open), n_open);
  self->to = to;
  gtk_label_set_text (self->title, text);
  gtk_button_set_label (self->button, zg_order_state_next_label (to));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * zg_order_reason_is_asking:
 *
 * Returns: whether a reason is awaited
 */
gboolean
zg_order_reason_is_asking (ZgOrderReason *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_REASON (self), FALSE);

  return self->to != ZG_ORDER_STATE_UNKNOWN;
}

/**
 * zg_order_reason_get_state:
 *
 * Returns: where the order is to move, %ZG_ORDER_STATE_UNKNOWN while nothing is asked
 */
ZgOrderState
zg_order_reason_get_state (ZgOrderReason *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_REASON (self), ZG_ORDER_STATE_UNKNOWN);

  return self->to;
}

/**
 * zg_order_reason_close:
 *
 * Asks no longer.
 */
void
zg_order_reason_close (ZgOrderReason *self)
{
  g_return_if_fail (ZG_IS_ORDER_REASON (self));

  self->to = ZG_ORDER_STATE_UNKNOWN;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_editable_set_text (self->entry, "");
}
