/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-quick-actions"

#include "config.h"

#include "zg-quick-panel.h"
#include "zg-talk-search.h"

/* Those of the main window's actions that the search for people asks for, and the keys that mean the same in both. */

static ZgSession *
get_session (gpointer user_data)
{
  return zg_quick_panel_get_session (user_data);
}

static void
talk_to_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  gint64 customer_id;
  gint64 order_id;

  g_variant_get (parameter, "(xx)", &customer_id, &order_id);
  if (customer_id != 0 && order_id == 0)
    order_id = zg_talk_find_only_open_order (get_session (user_data), customer_id);
  zg_session_talk_to (get_session (user_data), customer_id, order_id);
}

static void
recent_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  const ZgRecent *recent = zg_session_get_recent (get_session (user_data), g_variant_get_int32 (parameter) - 1);

  if (recent != NULL)
    zg_session_talk_to (get_session (user_data), recent->customer_id, recent->order_id);
}

static void
no_customer_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  zg_session_talk_to (get_session (user_data), 0, 0);
}

static void
switch_customer_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  zg_quick_panel_switch_customer (user_data);
}

static void
focus_screen_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  zg_quick_panel_focus (user_data);
}

/* The search for people finds replies, too. */
static void
open_reply_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  zg_quick_panel_open_reply (user_data, g_variant_get_int64 (parameter));
}

static void
new_customer_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  zg_quick_panel_leave (user_data, g_action_get_name (G_ACTION (action)), parameter);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  zg_quick_panel_undo (user_data);
}

static const GActionEntry entries[] = {
  { "talk-to", talk_to_cb, "(xx)" },
  { "recent", recent_cb, "i" },
  { "no-customer", no_customer_cb },
  { "switch-customer", switch_customer_cb },
  { "focus-screen", focus_screen_cb },
  { "open-reply", open_reply_cb, "x" },
  { "new-customer", new_customer_cb, "s" },
  { "undo", undo_cb },
};

static void
escape_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  zg_quick_panel_escape (ZG_QUICK_PANEL (widget));
}

static void
next_wording_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  zg_quick_panel_next_wording (ZG_QUICK_PANEL (widget));
}

/**
 * zg_quick_panel_install_actions:
 * @self: the panel
 *
 * Adds the actions.
 */
void
zg_quick_panel_install_actions (ZgQuickPanel *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (actions));
}

/**
 * zg_quick_panel_class_bind_keys:
 * @widget_class: the class of #ZgQuickPanel
 *
 * Binds the keys that the search field has no use for.
 */
void
zg_quick_panel_class_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "quick.escape", NULL, escape_cb);
  gtk_widget_class_install_action (widget_class, "quick.next-wording", NULL, next_wording_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "quick.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_ALT_MASK, "quick.next-wording", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.switch-customer", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  for (int i = 0; i < ZG_N_RECENTS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.recent", "i", i + 1);
}
