/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-chip"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-customer-chip.h"
#include "zg-pill.h"

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

  /* template */
  AdwAvatar *avatar;
  GtkMenuButton *button;
  GtkWidget *clear_button;
  GtkLabel *name_label;
  GtkWidget *nobody;
  GtkLabel *order_label;
  GtkWidget *person;
  ZgPill *state_pill;
};

G_DEFINE_FINAL_TYPE (ZgCustomerChip, zg_customer_chip, GTK_TYPE_WIDGET)

static void
update_person (ZgCustomerChip *self)
{
  const ZgCustomer *customer = zg_session_get_customer (self->session);

  gtk_widget_set_visible (self->nobody, customer == NULL);
  gtk_widget_set_visible (self->person, customer != NULL);
  gtk_widget_set_visible (self->clear_button, customer != NULL);
}

static void
update_idle (ZgCustomerChip *self)
{
  gboolean idle;

  g_object_get (self->session, "idle", &idle, NULL);
  if (idle)
    gtk_widget_add_css_class (GTK_WIDGET (self), "idle");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "idle");
}

static void
zg_customer_chip_dispose (GObject *object)
{
  ZgCustomerChip *self = ZG_CUSTOMER_CHIP (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_CUSTOMER_CHIP);

  G_OBJECT_CLASS (zg_customer_chip_parent_class)->dispose (object);
}

static void
zg_customer_chip_class_init (ZgCustomerChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_chip_dispose;

  g_type_ensure (ZG_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/zg-customer-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, avatar);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, button);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, name_label);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, nobody);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, order_label);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, person);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerChip, state_pill);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customerchip");
}

static void
zg_customer_chip_init (ZgCustomerChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  g_signal_connect_object (session, "person-changed", G_CALLBACK (update_person), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::idle", G_CALLBACK (update_idle), self, G_CONNECT_SWAPPED);
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
