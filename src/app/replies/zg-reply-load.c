/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-load"

#include "config.h"

#include "zg-reply-load.h"

#include "zg-reply-table.h"
#include "zg-reply-unsaved.h"

/* What the editor shows is read in one go on the store's reading thread. */

/**
 * zg_reply_load_free:
 * @load: (transfer full) (nullable): what was read
 */
void
zg_reply_load_free (ZgReplyLoad *load)
{
  if (load == NULL)
    return;

  zg_clock_unref (load->clock);
  zg_reply_free (load->reply);
  zg_reply_free (load->unsaved);
  g_clear_pointer (&load->groups, g_ptr_array_unref);
  g_clear_pointer (&load->staff, g_ptr_array_unref);
  g_clear_pointer (&load->person, zg_fill_context_free);
  g_clear_pointer (&load->sample, zg_fill_context_free);
  g_free (load);
}

static gboolean
load_person (ZgDatabase   *db,
             ZgReplyLoad  *load,
             GError      **error)
{
  if (load->customer_id == 0)
    return TRUE;

  load->person = zg_fill_context_load (db, load->customer_id, load->order_id, load->staff_id, load->clock, error);
  return load->person != NULL;
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgReplyLoad *load = data;

  load->reply = load->id != 0 ? zg_reply_table_load (db, load->id, error) : zg_reply_new ();
  if (load->reply == NULL || !zg_reply_unsaved_load (db, load->id, &load->unsaved, error))
    return FALSE;
  load->groups = zg_reply_table_load_groups (db, error);
  if (load->groups == NULL)
    return FALSE;
  load->staff = zg_shop_table_load_staff (db, error);
  if (load->staff == NULL)
    return FALSE;
  load->sample = zg_fill_context_load_sample (db, load->staff_id, load->clock, error);
  return load->sample != NULL && load_person (db, load, error);
}

/**
 * zg_reply_load_run_async:
 * @session: the shop, and whom the clerk talks to
 * @id: the reply to edit, 0 for a new one
 * @cancellable: (nullable): stops it
 *
 * Reads it.
 */
void
zg_reply_load_run_async (ZgSession           *session,
                         gint64               id,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  ZgReplyLoad *load = g_new0 (ZgReplyLoad, 1);

  load->id = id;
  load->customer_id = zg_session_get_customer_id (session);
  load->order_id = zg_session_get_order_id (session);
  load->staff_id = zg_session_get_clerk_id (session);
  load->clock = zg_clock_ref (zg_session_get_clock (session));
  zg_store_read_async (zg_session_get_store (session), run, load, (GDestroyNotify) zg_reply_load_free, cancellable,
                       callback, user_data);
}

/**
 * zg_reply_load_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was read
 */
ZgReplyLoad *
zg_reply_load_run_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}
