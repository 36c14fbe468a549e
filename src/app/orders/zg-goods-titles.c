/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-goods-titles"

#include "config.h"

#include "zg-goods-titles.h"

#include "zg-order-create.h"

typedef struct {
  char **titles;
} Load;

static void
load_free (gpointer data)
{
  Load *job = data;

  g_strfreev (job->titles);
  g_free (job);
}

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Load *job = data;

  job->titles = zg_order_create_load_titles (db, error);
  return job->titles != NULL;
}

/**
 * zg_goods_titles_load_async:
 * @session: the shop
 *
 * Reads what the shop's goods are called, on the store's reading thread.
 */
void
zg_goods_titles_load_async (ZgSession           *session,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  zg_store_read_async (zg_session_get_store (session), load, g_new0 (Load, 1), load_free, NULL, callback, user_data);
}

/**
 * zg_goods_titles_load_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the titles
 */
char **
zg_goods_titles_load_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  Load *job = zg_store_finish (ZG_STORE (store), result, error);
  char **titles;

  if (job == NULL)
    return NULL;

  titles = g_steal_pointer (&job->titles);
  load_free (job);
  return titles;
}
