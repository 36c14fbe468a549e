/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-quick-person"

#include "config.h"

#include "zg-quick-person.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-order-tone.h"
#include "zg-pill.h"
#include "zg-talk-popover.h"

/**
 * ZgQuickPerson:
 *
 * The quick panel's second line: for whom the replies below are filled in, so that a wrong name is seen before Enter.
 */
struct _ZgQuickPerson
{
  GtkWidget parent_instance;

  ZgSession *session;

  /* template */
  AdwAvatar *avatar;
  GtkWidget *box;
  GtkMenuButton *button;
  GtkLabel *name_label;
  GtkWidget *nobody;
  GtkLabel *order_label;
  ZgPill *state_pill;
};

G_DEFINE_FINAL_TYPE (ZgQuickPerson, zg_quick_person, GTK_TYPE_WIDGET)

static void
show_order (ZgQuickPerson *self,
            const ZgOrder *order)
{
  g_autofree char *tail = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->order_label), order != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->state_pill), order != NULL);
  if (order == NULL)
    return;

  tail = zg_order_number_tail (order->number);
  /* Translators: %s is the tail of an order number */
  text = g_strdup_printf (_("order %s"), tail);
  gtk_label_set_text (self->order_label, text);
  zg_pill_set_label (self->state_pill, zg_order_state_to_label (order->state));
  zg_pill_set_tone (self->state_pill, zg_order_tone (order->state));
}

static void
update (ZgQuickPerson *self)
{
  const ZgCustomer *customer = zg_session_get_customer (self->session);
  const char *name = customer != NULL ? zg_customer_get_call_name (customer) : NULL;
  /* Translators: whom the texts below are for; %s is a customer's name */
  g_autofree char *text = name != NULL ? g_strdup_printf (_("for %s"), name) : g_strdup (_("No customer"));

  gtk_widget_set_visible (GTK_WIDGET (self->avatar), name != NULL);
  gtk_widget_set_visible (self->nobody, name == NULL);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, text);
  if (name != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->name_label), "who");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_label), "who");
  show_order (self, zg_session_get_order (self->session));
}

static void
zg_quick_person_dispose (GObject *object)
{
  ZgQuickPerson *self = ZG_QUICK_PERSON (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_QUICK_PERSON);

  G_OBJECT_CLASS (zg_quick_person_parent_class)->dispose (object);
}

static void
zg_quick_person_class_init (ZgQuickPersonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_quick_person_dispose;

  g_type_ensure (ZG_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/quick/zg-quick-person.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPerson, avatar);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPerson, box);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPerson, button);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPerson, name_label);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPerson, nobody);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPerson, order_label);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickPerson, state_pill);
  gtk_widget_class_set_css_name (widget_class, "quickperson");
}

static void
zg_quick_person_init (ZgQuickPerson *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_quick_person_set_session:
 * @session: whose customer is shown and changed
 */
void
zg_quick_person_set_session (ZgQuickPerson *self,
                             ZgSession     *session)
{
  g_return_if_fail (ZG_IS_QUICK_PERSON (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  gtk_menu_button_set_popover (self->button, zg_talk_popover_new (session));
  g_signal_connect_object (session, "person-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * zg_quick_person_popup:
 *
 * Opens the search for whom to talk to.
 */
void
zg_quick_person_popup (ZgQuickPerson *self)
{
  g_return_if_fail (ZG_IS_QUICK_PERSON (self));

  gtk_menu_button_popup (self->button);
}
