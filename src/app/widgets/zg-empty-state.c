/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-empty-state"

#include "config.h"

#include <adwaita.h>

#include "zg-empty-state.h"
#include "zg-markup.h"

/**
 * ZgEmptyState:
 *
 * What stands where nothing is: one sentence, the next thing that will come, and at most two buttons. All texts are
 * plain text.
 */
struct _ZgEmptyState
{
  GtkWidget parent_instance;

  AdwStatusPage *page;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (ZgEmptyState, zg_empty_state, GTK_TYPE_WIDGET)

static void
zg_empty_state_dispose (GObject *object)
{
  ZgEmptyState *self = ZG_EMPTY_STATE (object);

  if (self->page != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->page)));

  G_OBJECT_CLASS (zg_empty_state_parent_class)->dispose (object);
}

static void
zg_empty_state_class_init (ZgEmptyStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_empty_state_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_empty_state_init (ZgEmptyState *self)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_CENTER);
  gtk_widget_hide (self->buttons);

  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->page), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  adw_status_page_set_child (self->page, self->buttons);
  gtk_widget_set_parent (GTK_WIDGET (self->page), GTK_WIDGET (self));
}

/**
 * zg_empty_state_new:
 * @icon_name: (nullable):
 * @title: one sentence
 * @description: (nullable): the next thing that will come
 *
 * Returns: (transfer floating): a new empty state
 */
GtkWidget *
zg_empty_state_new (const char *icon_name,
                    const char *title,
                    const char *description)
{
  ZgEmptyState *self = g_object_new (ZG_TYPE_EMPTY_STATE, NULL);

  adw_status_page_set_icon_name (self->page, icon_name);
  zg_empty_state_set_title (self, title);
  zg_empty_state_set_description (self, description);

  return GTK_WIDGET (self);
}

/**
 * zg_empty_state_set_title:
 * @title: one sentence, plain text
 */
void
zg_empty_state_set_title (ZgEmptyState *self,
                          const char   *title)
{
  g_return_if_fail (ZG_IS_EMPTY_STATE (self));

  /* The title is plain text in every release of libadwaita; only the description is markup. */
  adw_status_page_set_title (self->page, title);
}

/**
 * zg_empty_state_set_description:
 * @description: (nullable): plain text
 */
void
zg_empty_state_set_description (ZgEmptyState *self,
                                const char   *description)
{
  g_return_if_fail (ZG_IS_EMPTY_STATE (self));

  zg_markup_status_page_set_description (self->page, description);
}

/**
 * zg_empty_state_add_button:
 * @action_name: (nullable): the action it activates
 * @suggested: whether it is the screen's one blue button
 *
 * Returns: (transfer none): the new button
 */
GtkWidget *
zg_empty_state_add_button (ZgEmptyState *self,
                           const char   *label,
                           const char   *action_name,
                           gboolean      suggested)
{
  GtkWidget *button;

  g_return_val_if_fail (ZG_IS_EMPTY_STATE (self), NULL);

  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_box_append (GTK_BOX (self->buttons), button);
  gtk_widget_show (self->buttons);

  return button;
}
