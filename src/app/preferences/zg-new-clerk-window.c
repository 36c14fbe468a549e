/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-new-clerk-window"

#include "config.h"

#include "zg-new-clerk-window.h"

/**
 * ZgNewClerkWindow:
 *
 * Asks for the name of somebody new, who then sits at the desk.
 */
struct _ZgNewClerkWindow
{
  AdwWindow parent_instance;

  ZgShopProfile *profile;

  /* template */
  GtkWidget *add_button;
  GtkEditable *name_row;
  GtkEditable *number_row;
};

G_DEFINE_FINAL_TYPE (ZgNewClerkWindow, zg_new_clerk_window, ADW_TYPE_WINDOW)

static char *
get_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static void
name_changed_cb (ZgNewClerkWindow *self)
{
  g_autofree char *name = get_text (self->name_row);

  gtk_widget_set_sensitive (self->add_button, *name != '\0');
}

static void
add_cb (ZgNewClerkWindow *self)
{
  g_autofree char *name = get_text (self->name_row);
  g_autofree char *number = get_text (self->number_row);

  if (*name == '\0')
    return;
  zg_shop_profile_add_clerk (self->profile, name, number);
  gtk_window_close (GTK_WINDOW (self));
}

static void
zg_new_clerk_window_dispose (GObject *object)
{
  g_clear_object (&ZG_NEW_CLERK_WINDOW (object)->profile);
  gtk_widget_dispose_template (GTK_WIDGET (object), ZG_TYPE_NEW_CLERK_WINDOW);

  G_OBJECT_CLASS (zg_new_clerk_window_parent_class)->dispose (object);
}

static void
zg_new_clerk_window_class_init (ZgNewClerkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_new_clerk_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/preferences/zg-new-clerk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgNewClerkWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, ZgNewClerkWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, ZgNewClerkWindow, number_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_new_clerk_window_init (ZgNewClerkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_new_clerk_window_new:
 * @profile: the shop they work in
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgNewClerkWindow *
zg_new_clerk_window_new (GtkWindow     *parent,
                         ZgShopProfile *profile)
{
  ZgNewClerkWindow *self = g_object_new (ZG_TYPE_NEW_CLERK_WINDOW, "transient-for", parent, NULL);

  self->profile = g_object_ref (profile);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));

  return self;
}
