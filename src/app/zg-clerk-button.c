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

  ZgShopProfile *profile;

  /* template */
  AdwAvatar *avatar;
  GtkMenuButton *button;
  GtkLabel *detail_label;
  GtkLabel *name_label;
};

G_DEFINE_FINAL_TYPE (ZgClerkButton, zg_clerk_button, GTK_TYPE_WIDGET)

static void
update_menu (ZgClerkButton *self)
{
  GPtrArray *staff = zg_shop_profile_get_staff (self->profile);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) people = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  for (guint i = 0; i < staff->len; i++)
    {
      const ZgStaff *person = g_ptr_array_index (staff, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      /* A name may hold an underscore, which a label would take for its key. */
      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", person->name);
      g_menu_item_set_action_and_target (item, "win.clerk", "x", person->id);
      g_menu_append_item (people, item);
    }
  g_menu_append (more, _("New person…"), "win.new-clerk");
  g_menu_append_section (menu, _("Who works here now"), G_MENU_MODEL (people));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
}

static void
update (ZgClerkButton *self)
{
  const char *name = zg_shop_profile_get_clerk_name (self->profile);
  const char *number = zg_shop_profile_get_clerk_number (self->profile);

  adw_avatar_set_text (self->avatar, name);
  if (*number != '\0' && !g_str_equal (name, number))
    {
      /* Translators: a clerk's name and the number customers know them by */
      g_autofree char *text = g_strdup_printf (_("%s · no. %s"), name, number);

      gtk_label_set_text (self->name_label, text);
    }
  else
    {
      gtk_label_set_text (self->name_label, name);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->name_label),
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), *name != '\0');
  update_menu (self);
}

static void
zg_clerk_button_dispose (GObject *object)
{
  ZgClerkButton *self = ZG_CLERK_BUTTON (object);

  g_clear_object (&self->profile);
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
 * zg_clerk_button_set_profile:
 * @profile: whose clerk is shown
 */
void
zg_clerk_button_set_profile (ZgClerkButton *self,
                             ZgShopProfile *profile)
{
  g_return_if_fail (ZG_IS_CLERK_BUTTON (self));
  g_return_if_fail (self->profile == NULL);

  self->profile = g_object_ref (profile);
  g_signal_connect_object (profile, "notify::clerk-id", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
