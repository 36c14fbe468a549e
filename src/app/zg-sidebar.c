/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-sidebar"

#include "config.h"

#include "zg-badge.h"
#include "zg-clerk-button.h"
#include "zg-sidebar.h"

/**
 * ZgSidebar:
 *
 * The shop's name and menu, a row for each screen, and who works here. It shows the pages of the same #AdwViewStack
 * as the bar at the foot of a narrow window.
 */
struct _ZgSidebar
{
  GtkWidget parent_instance;

  AdwViewStack *stack;
  GtkSelectionModel *pages;

  /* template */
  ZgClerkButton *clerk_button;
  GtkListBox *list;
  GMenuModel *main_menu;
  GtkMenuButton *menu_button;
  AdwWindowTitle *title;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (ZgSidebar, zg_sidebar, GTK_TYPE_WIDGET)

static void
update_badge_cb (ZgBadge          *badge,
                 GParamSpec       *pspec,
                 AdwViewStackPage *page)
{
  zg_badge_set_count (badge,
                      adw_view_stack_page_get_badge_number (page),
                      adw_view_stack_page_get_needs_attention (page));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  AdwViewStackPage *page = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *badge = zg_badge_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  g_object_bind_property (page, "icon-name", image, "icon-name", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "title", label, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (page, "notify::badge-number", G_CALLBACK (update_badge_cb), badge, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::needs-attention", G_CALLBACK (update_badge_cb), badge, G_CONNECT_SWAPPED);
  update_badge_cb (ZG_BADGE (badge), NULL, page);

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);

  return row;
}

static void
select_visible (ZgSidebar *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pages)); i++)
    if (gtk_selection_model_is_selected (self->pages, i))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
}

static void
row_activated_cb (ZgSidebar     *self,
                  GtkListBoxRow *row)
{
  g_autoptr (AdwViewStackPage) page =
    g_list_model_get_item (G_LIST_MODEL (self->pages), gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", adw_view_stack_page_get_name (page));
}

static void
zg_sidebar_dispose (GObject *object)
{
  ZgSidebar *self = ZG_SIDEBAR (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->pages);
  g_clear_object (&self->stack);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_SIDEBAR);

  G_OBJECT_CLASS (zg_sidebar_parent_class)->dispose (object);
}

static void
zg_sidebar_class_init (ZgSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_sidebar_dispose;

  g_type_ensure (ZG_TYPE_CLERK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/zg-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgSidebar, clerk_button);
  gtk_widget_class_bind_template_child (widget_class, ZgSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, ZgSidebar, main_menu);
  gtk_widget_class_bind_template_child (widget_class, ZgSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ZgSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, ZgSidebar, view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
}

static void
zg_sidebar_init (ZgSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_sidebar_set_stack:
 * @stack: whose pages are the rows; may grow and change later
 *
 * Called once, when the window is built.
 */
void
zg_sidebar_set_stack (ZgSidebar    *self,
                      AdwViewStack *stack)
{
  g_return_if_fail (ZG_IS_SIDEBAR (self));
  g_return_if_fail (ADW_IS_VIEW_STACK (stack));
  g_return_if_fail (self->stack == NULL);

  self->stack = g_object_ref (stack);
  self->pages = adw_view_stack_get_pages (stack);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->pages), create_row, NULL, NULL);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (select_visible), self, G_CONNECT_SWAPPED);
  select_visible (self);
}

/**
 * zg_sidebar_set_profile:
 * @profile: whose shop and clerk are shown
 */
void
zg_sidebar_set_profile (ZgSidebar     *self,
                        ZgShopProfile *profile)
{
  g_return_if_fail (ZG_IS_SIDEBAR (self));
  g_return_if_fail (ZG_IS_SHOP_PROFILE (profile));

  g_object_bind_property (profile, "shop-name", self->title, "title", G_BINDING_SYNC_CREATE);
  zg_clerk_button_set_profile (self->clerk_button, profile);
}

/**
 * zg_sidebar_get_menu:
 *
 * Returns: (transfer none): the main menu, for where the sidebar is folded away
 */
GMenuModel *
zg_sidebar_get_menu (ZgSidebar *self)
{
  g_return_val_if_fail (ZG_IS_SIDEBAR (self), NULL);

  return self->main_menu;
}

/**
 * zg_sidebar_get_menu_button:
 *
 * Returns: (transfer none): the button of the main menu, which has the key F10 while the sidebar is shown
 */
GtkMenuButton *
zg_sidebar_get_menu_button (ZgSidebar *self)
{
  g_return_val_if_fail (ZG_IS_SIDEBAR (self), NULL);

  return self->menu_button;
}
