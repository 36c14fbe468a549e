/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-wording-change"

#include "config.h"

#include "zg-wording-change.h"

#include <glib/gi18n.h>

#include "zg-markup.h"
#include "zg-wording-list.h"
#include "zg-wording-table.h"

/* A change of the word list on its way to the shop file. */

typedef struct {
  ZgWordingChangeKind kind;
  ZgWordingEntry *entry;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  zg_wording_entry_free (change->entry);
  g_free (change);
}

static gboolean
write_change (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Change *change = data;

  switch (change->kind)
    {
    case ZG_WORDING_CHANGE_SAVE:
      return zg_wording_list_save (db, change->entry, error);
    case ZG_WORDING_CHANGE_RESTORE:
      return zg_wording_list_restore (db, change->entry, error);
    case ZG_WORDING_CHANGE_RESTORE_ALL:
      return zg_wording_table_delete_shipped (db, change->entry->language, error);
    case ZG_WORDING_CHANGE_LANGUAGE:
    default:
      return zg_shop_table_set_setting (db, ZG_SETTING_WORDING_LANGUAGE, change->entry->language, error);
    }
}

/* Who asked, and how to tell them. */
typedef struct {
  ZgSession *session;
  ZgWordingChanged changed;
  GObject *object;
} Asker;

static void
written_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Asker *asker = user_data;
  g_autoptr (ZgSession) session = asker->session;
  g_autoptr (GObject) object = asker->object;
  g_autoptr (GError) error = NULL;
  Change *change = zg_store_finish (ZG_STORE (store), result, &error);

  if (change != NULL)
    change_free (change);
  if (asker->changed != NULL)
    asker->changed (error, object);
  else if (error != NULL)
    zg_session_fail (session, error);
}

/**
 * zg_wording_change_run:
 * @session: the shop
 * @kind: what to do
 * @entry: with which entry; it is copied
 * @changed: (nullable): told when it is done or not; without it the session says what went wrong
 * @object: (nullable): given to @changed, and held so long
 */
void
zg_wording_change_run (ZgSession            *session,
                       ZgWordingChangeKind   kind,
                       const ZgWordingEntry *entry,
                       ZgWordingChanged      changed,
                       GObject              *object)
{
  Change *change = g_new0 (Change, 1);
  Asker *asker = g_new0 (Asker, 1);

  change->kind = kind;
  change->entry = zg_wording_entry_copy (entry);
  asker->session = g_object_ref (session);
  asker->changed = changed;
  asker->object = object != NULL ? g_object_ref (object) : NULL;
  zg_store_write_async (zg_session_get_store (session), write_change, change, change_free, NULL, written_cb, asker);
}

typedef struct {
  ZgSession *session;
  GPtrArray *entries;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->session);
  g_ptr_array_unref (undo->entries);
  g_free (undo);
}

static void
undo (gpointer user_data)
{
  Undo *undo = user_data;

  for (guint i = 0; i < undo->entries->len; i++)
    zg_wording_change_run (undo->session, ZG_WORDING_CHANGE_SAVE, undo->entries->pdata[i], NULL, NULL);
}

/**
 * zg_wording_change_offer_undo:
 * @toasts: where to say so
 * @session: the shop
 * @entries: (element-type ZgWordingEntry): what the shop had changed or added and what is taken back now
 *
 * Says that it is done, with a button that puts @entries into the list again.
 */
void
zg_wording_change_offer_undo (ZgToastArea *toasts,
                              ZgSession   *session,
                              GPtrArray   *entries)
{
  Undo *data = g_new0 (Undo, 1);

  data->session = g_object_ref (session);
  data->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_wording_entry_free);
  for (guint i = 0; i < entries->len; i++)
    {
      ZgWordingEntry *entry = zg_wording_entry_copy (entries->pdata[i]);

      entry->id = 0;
      g_ptr_array_add (data->entries, entry);
    }
  zg_toast_area_show_undo (toasts, ngettext ("One word was taken back.", "Several words were taken back.", entries->len),
                           NULL, undo, data, undo_free);
}
