/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-none"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-none.h"
#include "zg-empty-state.h"

/**
 * ZgCustomerNone:
 *
 * What stands in place of an empty list: no customers at all, nobody found, or nobody in a group; and what to do then.
 */
struct _ZgCustomerNone
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *nobody;
  GtkWidget *nothing_found;
  GtkWidget *new_found_button;
  GtkWidget *nothing_here;
};

enum {
  CLEAR,
  SHOW_ALL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgCustomerNone, zg_customer_none, GTK_TYPE_WIDGET)

static void
clear_cb (ZgCustomerNone *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
}

static void
show_all_cb (ZgCustomerNone *self)
{
  g_signal_emit (self, signals[SHOW_ALL], 0);
}

static void
zg_customer_none_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &ZG_CUSTOMER_NONE (object)->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_customer_none_parent_class)->dispose (object);
}

static void
zg_customer_none_class_init (ZgCustomerNoneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_customer_none_dispose;

  signals[CLEAR] = g_signal_new ("clear", ZG_TYPE_CUSTOMER_NONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SHOW_ALL] = g_signal_new ("show-all", ZG_TYPE_CUSTOMER_NONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_customer_none_init (ZgCustomerNone *self)
{
  GtkWidget *button;

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));

  self->nobody = zg_empty_state_new ("system-users-symbolic", _("No customers yet"),
                                     _("They come with the first order export that you import."));
  zg_empty_state_add_button (ZG_EMPTY_STATE (self->nobody), _("Import orders…"), "win.import", TRUE);
  button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nobody), _("New customer"), "customers.new", FALSE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_stack_add_child (self->stack, self->nobody);

  self->nothing_found = zg_empty_state_new ("edit-find-symbolic", "",
                                            _("Names, nicks, phone numbers, addresses, notes and tags were searched."));
  self->new_found_button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nothing_found), "", "customers.new", TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_found_button), "s", "");
  button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nothing_found), _("Clear"), NULL, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_cb), self);
  gtk_stack_add_child (self->stack, self->nothing_found);

  self->nothing_here = zg_empty_state_new ("object-select-symbolic", _("Nobody here"),
                                           _("No customer is in this group at the moment."));
  button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nothing_here), _("Show all"), NULL, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_stack_add_child (self->stack, self->nothing_here);
}

/**
 * zg_customer_none_show:
 * @text: what was searched for, empty for the whole list
 * @filter: which customers were asked for
 *
 * Says why there is nobody. The words of a search stay, and can become somebody new.
 */
void
zg_customer_none_show (ZgCustomerNone   *self,
                       const char       *text,
                       ZgCustomerFilter  filter)
{
  g_return_if_fail (ZG_IS_CUSTOMER_NONE (self));

  if (*text != '\0')
    {
      g_autofree char *title = g_strdup_printf (_("Nobody found for “%s”"), text);
      g_autofree char *button = g_strdup_printf (_("New customer “%s”"), text);

      zg_empty_state_set_title (ZG_EMPTY_STATE (self->nothing_found), title);
      gtk_button_set_label (GTK_BUTTON (self->new_found_button), button);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_found_button), "s", text);
      gtk_stack_set_visible_child (self->stack, self->nothing_found);
    }
  else
    {
      gtk_stack_set_visible_child (self->stack,
                                   filter == ZG_CUSTOMER_FILTER_ALL ? self->nobody : self->nothing_here);
    }
}
