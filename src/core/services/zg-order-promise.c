/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-promise.h"

#include <glib/gi18n.h>

#include "zg-order-remark.h"
#include "zg-order-table.h"
#include "zg-promise-table.h"

/* What was said to a buyer, until it is kept. */

/**
 * zg_order_promise_add:
 * @db: a writing connection in a transaction
 * @promise: a promise with its order and who said it; gets its id
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is noted; %FALSE with %ZG_DOMAIN_ERROR_INVALID when it says nothing; zg_order_promise_remove() takes it
 *   back
 */
gboolean
zg_order_promise_add (ZgDatabase  *db,
                      ZgPromise   *promise,
                      ZgClock     *clock,
                      GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, promise->order_id, error);

  if (order == NULL || !zg_promise_check (promise, error))
    return FALSE;
  promise->made_at = zg_clock_now (clock);
  return zg_promise_table_insert (db, promise, error)
         && zg_order_remark_add (db, promise->order_id, _("Promise"), promise->text, promise->staff_id, promise->made_at, error);
}

/**
 * zg_order_promise_change:
 * @db: a writing connection in a transaction
 * @promise: a promise as it should be: other words, another time; with the version that was read, gets the new one
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since it was read
 */
gboolean
zg_order_promise_change (ZgDatabase  *db,
                         ZgPromise   *promise,
                         GError     **error)
{
  return zg_promise_check (promise, error) && zg_promise_table_update (db, promise, error);
}

/**
 * zg_order_promise_end:
 * @db: a writing connection in a transaction
 * @promise: an open promise as it was read; gets the new version
 * @state: kept or withdrawn
 * @staff_id: who says so, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when it is not open, with %ZG_STORE_ERROR_STALE when somebody else changed it
 */
gboolean
zg_order_promise_end (ZgDatabase      *db,
                      ZgPromise       *promise,
                      ZgPromiseState   state,
                      gint64           staff_id,
                      ZgClock         *clock,
                      GError         **error)
{
  g_autofree char *text = NULL;

  if (!zg_promise_end (promise, state, zg_clock_now (clock), error) || !zg_promise_table_update (db, promise, error))
    return FALSE;
  text = g_strdup_printf (_("%s: %s"), zg_promise_state_to_label (state), promise->text);
  return zg_order_remark_add (db, promise->order_id, _("Promise"), text, staff_id, promise->done_at, error);
}

/**
 * zg_order_promise_take_back:
 * @db: a writing connection in a transaction
 * @before: a promise as it was before a change
 * @saved: as it was left after that
 * @error: return location for an error
 *
 * Returns: whether it is as it was before; %FALSE with %ZG_STORE_ERROR_STALE when it was changed since
 */
gboolean
zg_order_promise_take_back (ZgDatabase       *db,
                            const ZgPromise  *before,
                            const ZgPromise  *saved,
                            GError          **error)
{
  g_autoptr(ZgPromise) target = zg_promise_copy (before);

  target->version = saved->version;
  if (!zg_promise_table_update (db, target, error))
    return FALSE;
  return saved->done_at == before->done_at || saved->done_at == ZG_TIME_NONE
         || zg_order_remark_remove (db, saved->order_id, _("Promise"), saved->done_at, error);
}

/**
 * zg_order_promise_remove:
 * @db: a writing connection in a transaction
 * @saved: a promise as zg_order_promise_add() left it
 * @error: return location for an error
 *
 * Returns: whether it is gone; %FALSE with %ZG_STORE_ERROR_STALE when it was changed since
 */
gboolean
zg_order_promise_remove (ZgDatabase       *db,
                         const ZgPromise  *saved,
                         GError          **error)
{
  return zg_promise_table_delete (db, saved, error)
         && zg_order_remark_remove (db, saved->order_id, _("Promise"), saved->made_at, error);
}
