/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-window-actions"

#include "config.h"

#include <glib/gi18n.h>

#include "preferences/zg-new-clerk-window.h"
#include "preferences/zg-preferences-window.h"
#include "zg-application.h"
#include "zg-backup-task.h"
#include "zg-mask-action.h"
#include "zg-message.h"
#include "zg-restore-window.h"
#include "zg-shortcuts-window.h"
#include "zg-talk-search.h"
#include "customers/zg-customer-export.h"
#include "import/zg-contact-import-window.h"
#include "import/zg-import-toast.h"
#include "import/zg-reply-export-choice.h"
#include "import/zg-reply-import-window.h"
#include "replies/zg-reply-help-window.h"
#include "zg-window.h"

/*
 * What can be asked of the window. Screens and popovers ask with gtk_widget_activate_action(); they never hold a
 * pointer to the window or to each other.
 *
 *   action              parameter   keys          what
 *   win.show-screen     s           Ctrl+1…3      `replies`, `customers` or `orders`
 *   win.open-customer   x                         that customer's page
 *   win.open-order      x                         that order's page
 *   win.open-reply      x                         that reply, chosen in its list
 *   win.talk-to         (xx)                      talk to that customer (0: nobody) about that order (0: the only one
 *                                                 that is open, or none), and stay on the screen
 *   win.recent          i           Alt+1…8       talk to the customer at that place, from 1, beside the chip
 *   win.new-customer    s                         a new customer, the text is what was searched for in vain
 *   win.no-customer                               talk to nobody
 *   win.switch-customer             Ctrl+K        open the search for customers, orders and replies
 *   win.focus-screen                              the focus goes to where work on the visible screen begins
 *   win.toast           s                         a short message over the visible screen's list, plain text
 *   win.import                      Ctrl+I        import an order export
 *   win.imported    (xxb)                         say that the import of that id brought so many orders, and offer to
 *                                                 take it back; whether to show the orders
 *   win.import-contacts                           import a file of contacts
 *   win.contacts-imported (xx)                    say that the import of that id brought so many customers, and offer to
 *                                                 take it back
 *   win.export-customers                          write all customers to a file
 *   win.import-replies                            import a file of replies
 *   win.replies-imported (xx)                     say that the import of that id brought so many replies, and offer to
 *                                                 take it back
 *   win.export-replies                            write the replies to a file
 *   win.export-replies-for-qianniu                write the table of them that 千牛 reads
 *   win.reply-help                  F1            what can be written in the braces of a reply
 *   win.back-up                                   make a backup now
 *   win.restore                                   choose a backup to go back to
 *   win.mask-phones                 Ctrl+H        lists hide the middle of phones, or show it; the state is which
 *   win.preferences                 Ctrl+,        the shop's name, who works here, what the window shows
 *   win.clerk           x                         that person sits at the desk now; the state is who does
 *   win.new-clerk                                 somebody new works here
 *   win.new                         Ctrl+N        `screen.new` of the visible screen
 *   win.undo                        Ctrl+Z        `screen.undo`, or else the undo of the screen's last message
 *   win.edit                        F2            `screen.edit`
 *   win.find                        Ctrl+F        `screen.find`
 *   win.back                        Alt+←         `screen.back`
 *   win.escape                      Esc           `screen.escape`
 *   win.shortcuts                   Ctrl+?        the list of all keys
 *
 * While the questions of the first start are asked there is no shop to do these in: only what @without_shop lists can be
 * done then.
 */

static void
show_screen_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  zg_window_show_screen (user_data, g_variant_get_string (parameter, NULL));
}

static void
open_page (ZgWindow   *self,
           const char *screen_name,
           GVariant   *id)
{
  if (zg_window_show_screen (self, screen_name))
    zg_screen_open (zg_window_get_screen (self, screen_name), g_variant_get_int64 (id));
}

static void
open_customer_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  open_page (user_data, "customers", parameter);
}

static void
open_order_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  open_page (user_data, "orders", parameter);
}

static void
open_reply_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  open_page (user_data, "replies", parameter);
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
    order_id = zg_talk_find_only_open_order (zg_window_get_session (user_data), customer_id);
  zg_session_talk_to (zg_window_get_session (user_data), customer_id, order_id);
}

static void
recent_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ZgSession *session = zg_window_get_session (user_data);
  const ZgRecent *recent = zg_session_get_recent (session, g_variant_get_int32 (parameter) - 1);

  if (recent != NULL)
    zg_session_talk_to (session, recent->customer_id, recent->order_id);
}

static void
new_customer_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  if (zg_window_show_screen (user_data, "customers"))
    gtk_widget_activate_action_variant (GTK_WIDGET (zg_window_get_visible_screen (user_data)), "customers.new",
                                        parameter);
}

static void
no_customer_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  zg_session_talk_to (zg_window_get_session (user_data), 0, 0);
}

static void
switch_customer_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  zg_window_switch_customer (user_data);
}

static void
focus_screen_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ZgScreen *screen = zg_window_get_visible_screen (user_data);

  if (screen != NULL && gtk_widget_get_mapped (GTK_WIDGET (screen)))
    zg_screen_focus (screen);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  zg_window_import (user_data);
}

static void
imported_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  gint64 import_id;
  gint64 n_orders;
  gboolean show;
  ZgScreen *screen;

  g_variant_get (parameter, "(xxb)", &import_id, &n_orders, &show);
  if (show)
    zg_window_show_screen (user_data, "orders");
  screen = zg_window_get_visible_screen (user_data);
  if (screen != NULL)
    zg_import_toast_show (zg_screen_get_toast_area (screen), zg_window_get_session (user_data), import_id, n_orders);
}

static void
import_contacts_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  zg_contact_import_window_choose (user_data, zg_window_get_session (user_data));
}

static void
contacts_imported_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ZgScreen *screen = zg_window_get_visible_screen (user_data);
  gint64 import_id, n_people;

  g_variant_get (parameter, "(xx)", &import_id, &n_people);
  if (screen != NULL)
    zg_import_toast_show_contacts (zg_screen_get_toast_area (screen), zg_window_get_session (user_data), import_id, n_people);
}

static void
export_customers_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  /* Translators: the name of a file, without the folder; keep its ending */
  zg_customer_export_choose (user_data, zg_window_get_session (user_data), NULL, _("customers.csv"));
}

static void
import_replies_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  zg_reply_import_window_choose (user_data, zg_window_get_session (user_data));
}

static void
replies_imported_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ZgScreen *screen = zg_window_get_visible_screen (user_data);
  gint64 import_id, n_replies;

  g_variant_get (parameter, "(xx)", &import_id, &n_replies);
  if (screen != NULL)
    zg_import_toast_show_replies (zg_screen_get_toast_area (screen), zg_window_get_session (user_data), import_id,
                                  n_replies);
}

static void
export_replies_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  zg_reply_export_choose (user_data, zg_window_get_session (user_data), FALSE);
}

static void
export_qianniu_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  zg_reply_export_choose (user_data, zg_window_get_session (user_data), TRUE);
}

static void
reply_help_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (zg_reply_help_window_new (user_data, zg_window_get_session (user_data))));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (zg_shortcuts_window_new (user_data)));
}

static void
toast_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  zg_window_toast (user_data, g_variant_get_string (parameter, NULL));
}

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ZgWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (zg_backup_task_run_finish (result, &error))
    zg_window_toast (self, _("Backed up and verified"));
  else
    zg_message_show_error (GTK_WINDOW (self), error);
}

static void
back_up_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ZgSession *session = zg_window_get_session (user_data);

  zg_backup_task_run_async (zg_store_get_path (zg_session_get_store (session)), zg_session_get_clock (session), FALSE,
                            NULL, backed_up_cb, g_object_ref (user_data));
}

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ZgSession *session = zg_window_get_session (user_data);
  const char *path = zg_store_get_path (zg_session_get_store (session));

  gtk_window_present (GTK_WINDOW (zg_restore_window_new (user_data, path, zg_session_get_clock (session))));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkApplication *application = gtk_window_get_application (user_data);
  ZgGlobalShortcut *shortcut = application != NULL ? zg_application_get_shortcut (ZG_APPLICATION (application)) : NULL;

  gtk_window_present (GTK_WINDOW (zg_preferences_window_new (user_data, zg_window_get_session (user_data), shortcut)));
}

static void
change_clerk_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       user_data)
{
  zg_shop_profile_set_clerk (zg_session_get_profile (zg_window_get_session (user_data)), g_variant_get_int64 (value));
}

static void
new_clerk_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ZgShopProfile *profile = zg_session_get_profile (zg_window_get_session (user_data));

  gtk_window_present (GTK_WINDOW (zg_new_clerk_window_new (user_data, profile)));
}

static void
clerk_notify_cb (ZgWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "clerk");
  ZgShopProfile *profile = zg_session_get_profile (zg_window_get_session (self));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int64 (zg_shop_profile_get_clerk_id (profile)));
}

static gboolean
ask_screen (ZgWindow   *self,
            const char *action_name)
{
  ZgScreen *screen = zg_window_get_visible_screen (self);

  return screen != NULL && gtk_widget_activate_action (GTK_WIDGET (screen), action_name, NULL);
}

static void
screen_command_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autofree char *name = g_strconcat ("screen.", g_action_get_name (G_ACTION (action)), NULL);

  ask_screen (user_data, name);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ZgScreen *screen = zg_window_get_visible_screen (user_data);

  if (screen != NULL && !ask_screen (user_data, "screen.undo"))
    zg_toast_area_undo (zg_screen_get_toast_area (screen));
}

static const GActionEntry entries[] = {
  { "show-screen", show_screen_cb, "s" },
  { "open-customer", open_customer_cb, "x" },
  { "open-order", open_order_cb, "x" },
  { "open-reply", open_reply_cb, "x" },
  { "talk-to", talk_to_cb, "(xx)" },
  { "recent", recent_cb, "i" },
  { "new-customer", new_customer_cb, "s" },
  { "no-customer", no_customer_cb },
  { "switch-customer", switch_customer_cb },
  { "focus-screen", focus_screen_cb },
  { "toast", toast_cb, "s" },
  { "back-up", back_up_cb },
  { "restore", restore_cb },
  { "preferences", preferences_cb },
  { "clerk", NULL, "x", "int64 0", change_clerk_cb },
  { "new-clerk", new_clerk_cb },
  { "import", import_cb },
  { "imported", imported_cb, "(xxb)" },
  { "import-contacts", import_contacts_cb },
  { "contacts-imported", contacts_imported_cb, "(xx)" },
  { "export-customers", export_customers_cb },
  { "import-replies", import_replies_cb },
  { "replies-imported", replies_imported_cb, "(xx)" },
  { "export-replies", export_replies_cb },
  { "export-replies-for-qianniu", export_qianniu_cb },
  { "reply-help", reply_help_cb },
  { "shortcuts", shortcuts_cb },
  { "new", screen_command_cb },
  { "undo", undo_cb },
  { "edit", screen_command_cb },
  { "find", screen_command_cb },
  { "back", screen_command_cb },
  { "escape", screen_command_cb },
};

/* What makes sense before there is a shop. */
static const char * const without_shop[] = { "import", "restore", "shortcuts", NULL };

/**
 * zg_window_install_actions:
 *
 * Adds the actions of the table above.
 */
void
zg_window_install_actions (ZgWindow *self)
{
  ZgShopProfile *profile = zg_session_get_profile (zg_window_get_session (self));
  g_autoptr (GAction) mask = zg_mask_action_new (zg_window_get_session (self));

  g_action_map_add_action (G_ACTION_MAP (self), mask);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (profile, "notify::clerk-id", G_CALLBACK (clerk_notify_cb), self, G_CONNECT_SWAPPED);
  clerk_notify_cb (self);
}

/**
 * zg_window_enable_actions:
 * @has_shop: whether the shop is shown, and not the questions of the first start
 *
 * Lets only those actions be done that make sense now. A key that asks for another does nothing.
 */
void
zg_window_enable_actions (ZgWindow *self,
                          gboolean  has_shop)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   has_shop || g_strv_contains (without_shop, entries[i].name));
    }
}

/**
 * zg_window_class_bind_keys:
 * @widget_class: the class of #ZgWindow
 *
 * Binds the keys that no menu shows. These reach the window only when nothing inside wanted them, unlike the
 * application's accelerators: Ctrl+Z in a text field belongs to the field.
 */
void
zg_window_class_bind_keys (GtkWidgetClass *widget_class)
{
  static const char * const names[] = { "replies", "customers", "orders" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK,
                                         "win.show-screen", "s", names[i]);
  for (int i = 0; i < ZG_N_RECENTS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.recent", "i", i + 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.switch-customer", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "win.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.escape", NULL);
}
