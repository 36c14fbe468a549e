/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-clerk-button"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-clerk-button.h"

/**
 * ZgClerkButton:
 *
 * Who works here now, at the foot of the sidebar, with a menu to change that.
 */
struct _ZgClerkButton
{
  GtkWidget parent_instance;

  ZgSession *session;

  /* template */
  AdwAvatar *avatar;
  GtkMenuButton *button;
  GtkLabel *detail_label;
  GtkLabel *name_label;
};

G_DEFINE_FINAL_TYPE (ZgClerkButton, zg_clerk_button, GTK_TYPE_WIDGET)

static void
update (ZgClerkButton *self)
{
  const char *name = zg_session_get_clerk_name (self->session);

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_visible (GTK_WIDGET (self), *name != '\0');
}

static void
zg_clerk_button_dispose (GObject *object)
{
  ZgClerkButton *self = ZG_CLERK_BUTTON (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_CLERK_BUTTON);

  G_OBJECT_CLASS (zg_clerk_button_parent_class)->dispose (object);
}

static void
zg_clerk_button_class_init (ZgClerkButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_clerk_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/zg-clerk-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgClerkButton, avatar);
  gtk_widget_class_bind_template_child (widget_class, ZgClerkButton, button);
  gtk_widget_class_bind_template_child (widget_class, ZgClerkButton, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ZgClerkButton, name_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zg_clerk_button_init (ZgClerkButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_clerk_button_set_session:
 * @session: whose clerk is shown
 */
void
zg_clerk_button_set_session (ZgClerkButton *self,
                             ZgSession     *session)
{
  g_return_if_fail (ZG_IS_CLERK_BUTTON (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::clerk-name", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
