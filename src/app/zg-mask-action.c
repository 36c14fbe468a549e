/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-mask-action"

#include "config.h"

#include "zg-mask-action.h"

#include "zg-session-write.h"

/* Whether lists show 138****8000, as an action of the window: somebody comes to the desk, and a key hides the numbers. Its state
 * is what the shop file says, as that of the switch in the preferences is. */

#define NAME "mask-phones"

static gboolean
write_setting (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return zg_shop_table_set_setting (db, ZG_SETTING_MASK_PHONES, *(gboolean *) data ? "1" : "0", error);
}

static void
change_state_cb (ZgSession     *session,
                 GVariant      *state,
                 GSimpleAction *action)
{
  gboolean is_on = g_variant_get_boolean (state);

  zg_session_write (session, write_setting, g_memdup2 (&is_on, sizeof is_on), g_free);
}

static void
load (GSimpleAction *action,
      ZgStore       *store)
{
  ZgDatabase *db = zg_store_get_list_reader (store, NULL);
  g_autofree char *value = db != NULL ? zg_shop_table_get_setting (db, ZG_SETTING_MASK_PHONES, "", NULL) : NULL;

  g_simple_action_set_state (action, g_variant_new_boolean (g_strcmp0 (value, "1") == 0));
}

static void
store_changed_cb (GSimpleAction *action,
                  guint          tables,
                  GArray        *customer_ids,
                  GArray        *order_ids,
                  ZgStore       *store)
{
  if ((tables & ZG_TABLE_SETTING) != 0)
    load (action, store);
}

/**
 * zg_mask_action_new:
 * @session: whose shop it is
 *
 * Returns: (transfer full): the action `mask-phones`, which goes on and off
 */
GAction *
zg_mask_action_new (ZgSession *session)
{
  ZgStore *store = zg_session_get_store (session);
  GSimpleAction *action = g_simple_action_new_stateful (NAME, NULL, g_variant_new_boolean (FALSE));

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), action, G_CONNECT_SWAPPED);
  load (action, store);
  return G_ACTION (action);
}
