/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-list-columns"

#include "config.h"

#include "zg-list-columns.h"
#include "zg-session-write.h"

/* Which columns of a table people have chosen is kept in the shop file, for it goes with what the shop sells to whom. */

typedef struct {
  ZgSession *session;
  const char *setting;
} Keeper;

typedef struct {
  const char *setting;
  char *text;
} Change;

static void
keeper_free (gpointer  data,
             GClosure *closure)
{
  Keeper *keeper = data;

  g_object_unref (keeper->session);
  g_free (keeper);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->text);
  g_free (change);
}

static gboolean
write_change (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Change *change = data;

  return zg_shop_table_set_setting (db, change->setting, change->text, error);
}

static void
columns_chosen_cb (ZgTable  *table,
                   gpointer  data)
{
  Keeper *keeper = data;
  Change *change = g_new0 (Change, 1);

  change->setting = keeper->setting;
  change->text = zg_table_dup_hidden (table);
  zg_session_write (keeper->session, write_change, change, change_free);
}

/**
 * zg_list_columns_keep:
 * @table: a table that has its columns
 * @session: the shop
 * @setting: (transfer none): which of its settings; a constant
 *
 * Shows the columns that were chosen once, and remembers what is chosen from now on.
 */
void
zg_list_columns_keep (ZgTable    *table,
                      ZgSession  *session,
                      const char *setting)
{
  Keeper *keeper = g_new0 (Keeper, 1);
  /* One row, which takes less than a hand-over to another thread. */
  ZgDatabase *db = zg_store_get_list_reader (zg_session_get_store (session), NULL);
  g_autofree char *text = db != NULL ? zg_shop_table_get_setting (db, setting, "", NULL) : NULL;

  if (text != NULL)
    zg_table_set_hidden (table, text);
  keeper->session = g_object_ref (session);
  keeper->setting = setting;
  g_signal_connect_data (table, "columns-chosen", G_CALLBACK (columns_chosen_cb), keeper, keeper_free, 0);
}
