/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-preferences-window"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-rows.h"
#include "zg-entry-row.h"
#include "zg-markup.h"
#include "zg-new-clerk-window.h"
#include "zg-preferences-window.h"
#include "zg-quick-rows.h"
#include "zg-shortcut-row.h"
#include "zg-starter-row.h"
#include "zg-wording-window.h"

/**
 * ZgPreferencesWindow:
 *
 * The shop's name, who works here, and what the window shows.
 */
struct _ZgPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  ZgShopProfile *profile;
  GPtrArray *clerk_rows;
  GtkWidget *starter_row;
  GtkWidget *wait_row;
  GPtrArray *customer_rows;
  GtkWidget *quick_group;
  GtkWidget *shortcut_row;      /* or NULL */
  ZgSession *session;

  /* template */
  AdwPreferencesGroup *clerks_group;
  AdwPreferencesGroup *customers_group;
  GtkSwitch *hints_switch;
  AdwEntryRow *name_row;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *shop_group;
  GtkWidget *wording_row;
};

G_DEFINE_FINAL_TYPE (ZgPreferencesWindow, zg_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
name_applied_cb (ZgPreferencesWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  zg_shop_profile_set_shop_name (self->profile, name);
}

static void
new_clerk_cb (ZgPreferencesWindow *self)
{
  gtk_window_present (GTK_WINDOW (zg_new_clerk_window_new (GTK_WINDOW (self), self->profile)));
}

static void
wording_cb (ZgPreferencesWindow *self)
{
  gtk_window_present (GTK_WINDOW (zg_wording_window_new (GTK_WINDOW (self), self->session)));
}

static void
clerk_toggled_cb (ZgPreferencesWindow *self,
                  GtkCheckButton      *check)
{
  gint64 *id = g_object_get_data (G_OBJECT (check), "zg-clerk-id");

  if (gtk_check_button_get_active (check) && *id != zg_shop_profile_get_clerk_id (self->profile))
    zg_shop_profile_set_clerk (self->profile, *id);
}

static GtkWidget *
create_clerk_row (ZgPreferencesWindow *self,
                  const ZgStaff       *person,
                  GtkCheckButton      *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               person->id == zg_shop_profile_get_clerk_id (self->profile));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "zg-clerk-id", g_memdup2 (&person->id, sizeof person->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (clerk_toggled_cb), self, G_CONNECT_SWAPPED);

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  if (*person->number != '\0')
    zg_markup_row_set_subtitle (ADW_ACTION_ROW (row), person->number);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

static void
update_clerks (ZgPreferencesWindow *self)
{
  GPtrArray *staff = zg_shop_profile_get_staff (self->profile);
  GtkCheckButton *group = NULL;

  for (guint i = 0; i < self->clerk_rows->len; i++)
    adw_preferences_group_remove (self->clerks_group, g_ptr_array_index (self->clerk_rows, i));
  g_ptr_array_set_size (self->clerk_rows, 0);

  for (guint i = 0; i < staff->len; i++)
    {
      GtkWidget *row = create_clerk_row (self, g_ptr_array_index (staff, i), group);

      group = GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
      adw_preferences_group_add (self->clerks_group, row);
      g_ptr_array_add (self->clerk_rows, row);
    }
}

/* A name or number that was typed and not applied is meant all the same. */
static gboolean
zg_preferences_window_close_request (GtkWindow *window)
{
  ZgPreferencesWindow *self = ZG_PREFERENCES_WINDOW (window);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  gtk_window_set_focus (window, NULL);
  if (*name != '\0' && !g_str_equal (name, zg_shop_profile_get_shop_name (self->profile)))
    zg_shop_profile_set_shop_name (self->profile, name);

  return GTK_WINDOW_CLASS (zg_preferences_window_parent_class)->close_request (window);
}

static void
zg_preferences_window_dispose (GObject *object)
{
  ZgPreferencesWindow *self = ZG_PREFERENCES_WINDOW (object);

  /* What was added does not go with the template, and holds the session and the shortcut. */
  if (self->starter_row != NULL)
    adw_preferences_group_remove (self->shop_group, g_steal_pointer (&self->starter_row));
  if (self->wait_row != NULL)
    adw_preferences_group_remove (self->shop_group, g_steal_pointer (&self->wait_row));
  for (guint i = 0; self->customer_rows != NULL && i < self->customer_rows->len; i++)
    adw_preferences_group_remove (self->customers_group, self->customer_rows->pdata[i]);
  g_clear_pointer (&self->customer_rows, g_ptr_array_unref);
  if (self->shortcut_row != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->quick_group), g_steal_pointer (&self->shortcut_row));
  g_clear_object (&self->profile);
  g_clear_object (&self->session);
  g_clear_pointer (&self->clerk_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (zg_preferences_window_parent_class)->dispose (object);
}

static void
zg_preferences_window_class_init (ZgPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = zg_preferences_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/preferences/zg-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgPreferencesWindow, clerks_group);
  gtk_widget_class_bind_template_child (widget_class, ZgPreferencesWindow, customers_group);
  gtk_widget_class_bind_template_child (widget_class, ZgPreferencesWindow, hints_switch);
  gtk_widget_class_bind_template_child (widget_class, ZgPreferencesWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, ZgPreferencesWindow, page);
  gtk_widget_class_bind_template_child (widget_class, ZgPreferencesWindow, shop_group);
  gtk_widget_class_bind_template_child (widget_class, ZgPreferencesWindow, wording_row);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clerk_cb);
  gtk_widget_class_bind_template_callback (widget_class, wording_cb);
}

static void
zg_preferences_window_init (ZgPreferencesWindow *self)
{
  self->clerk_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_preferences_window_new:
 * @session: whose shop is shown and changed
 * @shortcut: (nullable): the quick panel's key, if there is a program that keeps it
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgPreferencesWindow *
zg_preferences_window_new (GtkWindow        *parent,
                           ZgSession        *session,
                           ZgGlobalShortcut *shortcut)
{
  ZgShopProfile *profile = zg_session_get_profile (session);
  ZgPreferencesWindow *self = g_object_new (ZG_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  self->profile = g_object_ref (profile);
  self->session = g_object_ref (session);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), zg_shop_profile_get_shop_name (profile));
  zg_entry_row_name_apply (self->name_row);
  g_object_bind_property (profile, "show-hints", self->hints_switch, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (profile, "notify::clerk-id", G_CALLBACK (update_clerks), self, G_CONNECT_SWAPPED);
  update_clerks (self);
  self->starter_row = zg_starter_row_new (session);
  adw_preferences_group_add (self->shop_group, self->starter_row);
  self->wait_row = zg_customer_rows_new_wait (session);
  adw_preferences_group_add (self->shop_group, self->wait_row);
  self->customer_rows = zg_customer_rows_new (session);
  for (guint i = 0; i < self->customer_rows->len; i++)
    adw_preferences_group_add (self->customers_group, self->customer_rows->pdata[i]);
  if (shortcut != NULL)
    self->shortcut_row = zg_shortcut_row_new (shortcut);
  self->quick_group = zg_quick_rows_new (self->shortcut_row);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->quick_group));
  /* Not the name, which is first: the next key would replace it. */
  gtk_widget_grab_focus (self->wording_row);

  return self;
}
