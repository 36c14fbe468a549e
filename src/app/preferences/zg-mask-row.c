/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-mask-row"

#include "config.h"

#include "zg-mask-row.h"

#include <glib/gi18n.h>

#include "zg-markup.h"
#include "zg-session-write.h"

/* Whether lists show 138****8000, in the preferences: a switch that follows the shop file. */

static gboolean
write_setting (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return zg_shop_table_set_setting (db, ZG_SETTING_MASK_PHONES, *(gboolean *) data ? "1" : "0", error);
}

static void
switched_cb (ZgSession  *session,
             GParamSpec *pspec,
             GtkSwitch  *toggle)
{
  gboolean is_on = gtk_switch_get_active (toggle);

  zg_session_write (session, write_setting, g_memdup2 (&is_on, sizeof is_on), g_free);
}

static void
load (GtkSwitch *toggle,
      ZgStore   *store)
{
  ZgDatabase *db = zg_store_get_list_reader (store, NULL);
  g_autofree char *value = db != NULL ? zg_shop_table_get_setting (db, ZG_SETTING_MASK_PHONES, "", NULL) : NULL;
  ZgSession *session = g_object_get_data (G_OBJECT (toggle), "zg-session");

  g_signal_handlers_block_by_func (toggle, switched_cb, session);
  gtk_switch_set_active (toggle, g_strcmp0 (value, "1") == 0);
  g_signal_handlers_unblock_by_func (toggle, switched_cb, session);
}

static void
store_changed_cb (GtkSwitch *toggle,
                  guint      tables,
                  GArray    *customer_ids,
                  GArray    *order_ids,
                  ZgStore   *store)
{
  if ((tables & ZG_TABLE_SETTING) != 0)
    load (toggle, store);
}

/**
 * zg_mask_row_new:
 * @session: whose shop it is
 *
 * Returns: (transfer floating): a row with the switch
 */
GtkWidget *
zg_mask_row_new (ZgSession *session)
{
  ZgStore *store = zg_session_get_store (session);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), _("Hide the middle of phone numbers in lists"));
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (row), _("138****8000; a customer's own page shows all of it"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_object_set_data (G_OBJECT (toggle), "zg-session", session);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), toggle, G_CONNECT_SWAPPED);
  load (GTK_SWITCH (toggle), store);
  return row;
}
