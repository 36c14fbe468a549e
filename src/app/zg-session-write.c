/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-session-write"

#include "config.h"

#include "zg-session-write.h"

/* Writes that nobody waits for. */

typedef struct {
  ZgSession *session;
  GDestroyNotify destroy;
} Writing;

static void
written_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Writing *writing = user_data;
  g_autoptr (ZgSession) session = writing->session;
  g_autoptr (GError) error = NULL;
  gpointer data = zg_store_finish (ZG_STORE (store), result, &error);

  if (data == NULL)
    zg_session_fail (session, error);
  else
    writing->destroy (data);
}

/**
 * zg_session_write:
 * @session: the shop
 * @func: what to do, on the store's writing thread
 * @data: (transfer full): what to do it with
 * @destroy: frees @data
 *
 * Writes something whose outcome is seen by itself. When it fails nothing was written, and the window says so.
 */
void
zg_session_write (ZgSession      *session,
                  ZgStoreFunc     func,
                  gpointer        data,
                  GDestroyNotify  destroy)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->session = g_object_ref (session);
  writing->destroy = destroy;
  zg_store_write_async (zg_session_get_store (session), func, data, destroy, NULL, written_cb, writing);
}
