/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-chip"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-customer-chip.h"
#include "zg-fit-layout.h"
#include "zg-order-tone.h"
#include "zg-pill.h"
#include "zg-talk-popover.h"
#include "zg-waiting-clock.h"

/**
 * ZgCustomerChip:
 *
 * Whom the clerk is talking to, and about which order. It is the only coloured avatar on most screens, so that a
 * change of person is seen at the edge of the eye; after three idle minutes it goes dim.
 */
struct _ZgCustomerChip
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgTalkPopover *popover;
  gboolean slim;
  ZgWaitingClock *waiting;

  /* template */
  AdwAvatar *avatar;
  GtkMenuButton *button;
  GtkWidget *clear_button;
  GtkBox *content;
  GtkLabel *name_label;
  GtkWidget *nobody;
  GtkLabel *order_label;
  GtkBox *person;
  ZgPill *state_pill;
  GtkLabel *wait_label;         /* the longest wait, where there is no room for the last customers */
};

G_DEFINE_FINAL_TYPE (ZgCustomerChip, zg_customer_chip, GTK_TYPE_WIDGET)

static void
show_order (ZgCustomerChip *self,
            const ZgOrder  *order)
{
  gtk_widget_set_visible (GTK_WIDGET (self->order_label), order != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->state_pill), order != NULL);
  if (order == NULL)
    return;

  if (self->slim)
    {
      g_autofree char *tail = zg_order_number_tail (order->number);

      gtk_label_set_text (self->order_label, tail);
    }
  else
    {
      g_autofree char *tail = zg_order_number_tail (order->number);
      /* Translators: %s is the tail of an order number */
      g_autofree char *text = g_strdup_printf (_("order %s"), tail);

      gtk_label_set_text (self->order_label, text);
    }
  zg_pill_set_label (self->state_pill, zg_order_state_to_label (order->state));
  zg_pill_set_tone (self->state_pill, zg_order_tone (order->state));
}

/* A short name is never cut, whatever else has to go. */
static void
show_name (ZgCustomerChip *self)
{
  const ZgCustomer *customer = zg_session_get_customer (self->session);
  const char *name = customer != NULL ? zg_customer_get_call_name (customer) : "";
  glong limit = self->slim ? 6 : 12;
  gboolean is_long = g_utf8_strlen (name, -1) > limit;

  gtk_label_set_text (self->name_label, name);
  gtk_label_set_ellipsize (self->name_label, is_long ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (self->name_label, is_long ? limit : -1);
  gtk_label_set_max_width_chars (self->name_label, is_long ? limit + 2 : -1);
}

static void
update_person (ZgCustomerChip *self)
{
  const ZgCustomer *customer = zg_session_get_customer (self->session);
  gboolean nobody = customer == NULL;

  gtk_widget_set_visible (self->nobody, nobody);
  gtk_widget_set_visible (GTK_WIDGET (self->person), !nobody);
  gtk_widget_set_visible (self->clear_button, !nobody);
  if (nobody)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "nobody");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _("No customer"), -1);
    }
  else
    {
      const char *name = zg_customer_get_call_name (customer);
      /* Translators: %s is a customer's name */
      g_autofree char *label = g_strdup_printf (_("Talking to %s"), name);

      gtk_widget_remove_css_class (GTK_WIDGET (self), "nobody");
      adw_avatar_set_text (self->avatar, name);
      show_name (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  show_order (self, zg_session_get_order (self->session));
}

static void
update_wait (ZgCustomerChip *self)
{
  const ZgWaiting *waiting = self->slim ? zg_waiting_clock_get_longest (self->waiting) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->wait_label), waiting != NULL);
  zg_waiting_clock_show (self->waiting, waiting, GTK_WIDGET (self->wait_label), self->wait_label);
}

static void
update_idle (ZgCustomerChip *self)
{
  if (zg_idle_watch_get_idle (zg_session_get_idle_watch (self->session)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "idle");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "idle");
}

static void
zg_customer_chip_dispose (GObject *object)
{
  ZgCustomerChip *self = ZG_CUSTOMER_CHIP (object);

  g_clear_object (&self->waiting);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_CUSTOMER_CHIP);

  G_OBJECT_CLASS (zg_customer_chip_parent_class)->dispose (object);
}

static void
zg_customer_chip_class_init (ZgCustomerChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_chip_dispose;

  g_type_ensure (ZG_TYPE_FIT_LAYOUT);
  g_type_ensure (ZG_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/zg-customer-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, avatar);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, button);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, content);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, name_label);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, nobody);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, order_label);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, person);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, state_pill);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, wait_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customerchip");
}

static void
zg_customer_chip_init (ZgCustomerChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * zg_customer_chip_set_session:
 * @session: whose customer is shown and changed
 */
void
zg_customer_chip_set_session (ZgCustomerChip *self,
                              ZgSession      *session)
{
  g_return_if_fail (ZG_IS_CUSTOMER_CHIP (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->popover = ZG_TALK_POPOVER (zg_talk_popover_new (session));
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  g_signal_connect_object (session, "person-changed", G_CALLBACK (update_person), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zg_session_get_idle_watch (session), "notify::idle", G_CALLBACK (update_idle), self,
                           G_CONNECT_SWAPPED);
  self->waiting = zg_waiting_clock_new (session);
  g_signal_connect_object (self->waiting, "changed", G_CALLBACK (update_wait), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->waiting, "tick", G_CALLBACK (update_wait), self, G_CONNECT_SWAPPED);
  update_person (self);
}

/**
 * zg_customer_chip_popup:
 *
 * Opens the search for whom to talk to.
 */
void
zg_customer_chip_popup (ZgCustomerChip *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_CHIP (self));

  gtk_menu_button_popup (self->button);
}

/**
 * zg_customer_chip_set_slim:
 * @slim: whether there is room for the tail of the order's number only
 */
void
zg_customer_chip_set_slim (ZgCustomerChip *self,
                           gboolean        slim)
{
  g_return_if_fail (ZG_IS_CUSTOMER_CHIP (self));

  self->slim = slim;
  gtk_box_set_spacing (self->person, slim ? 6 : 8);
  gtk_box_set_spacing (self->content, slim ? 6 : 8);
  show_name (self);
  zg_talk_popover_set_slim (self->popover, slim);
  show_order (self, zg_session_get_order (self->session));
  update_wait (self);
}
