/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-load"

#include "config.h"

#include "zg-order-load.h"

typedef struct {
  gint64 id;
  ZgClock *clock;
  ZgOrderFile *file;
} Load;

static void
load_free (gpointer data)
{
  Load *job = data;

  zg_clock_unref (job->clock);
  g_clear_pointer (&job->file, zg_order_file_free);
  g_free (job);
}

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Load *job = data;

  job->file = zg_order_desk_open (db, job->id, job->clock, error);
  return job->file != NULL;
}

/**
 * zg_order_load_async:
 * @session: the shop
 * @order_id: an order
 *
 * Reads an order with all that the desk looks at, on the store's reading thread.
 */
void
zg_order_load_async (ZgSession           *session,
                     gint64               order_id,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  Load *job = g_new0 (Load, 1);

  job->id = order_id;
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  zg_store_read_async (zg_session_get_store (session), load, job, load_free, cancellable, callback, user_data);
}

/**
 * zg_order_load_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the order
 */
ZgOrderFile *
zg_order_load_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  Load *job = zg_store_finish (ZG_STORE (store), result, error);
  ZgOrderFile *file;

  if (job == NULL)
    return NULL;

  file = g_steal_pointer (&job->file);
  load_free (job);
  return file;
}
