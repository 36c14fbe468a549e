/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ship-job"

#include "config.h"

#include "zg-ship-job.h"

#include <glib/gi18n.h>

#include "zg-order-gate.h"
#include "zg-order-ship.h"
#include "zg-order-table.h"
#include "zg-session-write.h"

/* What the ship window writes, on the store's writing thread. */

/**
 * zg_ship_job_new:
 * @session: the shop
 * @order_id: an order
 *
 * Returns: (transfer full): a job; fill in what is wished, then zg_ship_job_run_async()
 */
ZgShipJob *
zg_ship_job_new (ZgSession *session,
                 gint64     order_id)
{
  ZgShipJob *job = g_new0 (ZgShipJob, 1);

  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->staff_id = zg_session_get_clerk_id (session);
  job->order_id = order_id;
  job->n_orders = 1;
  return job;
}

/**
 * zg_ship_job_free:
 * @job: (transfer full): a job
 */
void
zg_ship_job_free (ZgShipJob *job)
{
  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  g_clear_pointer (&job->pieces, g_array_unref);
  g_free (job->courier);
  g_free (job->tracking);
  g_free (job->reason);
  g_free (job);
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgShipJob *job = data;
  ZgShipRequest request = {
    .order_id = job->order_id, .version = job->version, .courier = job->courier, .tracking = job->tracking,
    .pieces = job->pieces, .at = zg_clock_now (job->clock), .staff_id = job->staff_id, .reason = job->reason,
  };

  return zg_order_ship (db, &request, job->clock, error);
}

/**
 * zg_ship_job_run_async:
 * @job: (transfer full): a job
 *
 * Runs it on the store's writing thread. When it fails, nothing was written.
 */
void
zg_ship_job_run_async (ZgShipJob           *job,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_ship_job_free, NULL, callback,
                        user_data);
}

/**
 * zg_ship_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done
 */
ZgShipJob *
zg_ship_job_run_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

/* The parcel comes back with the order, and a part is a step as well. */
static gboolean
run_undo (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  ZgShipJob *job = data;
  g_autoptr (ZgOrder) order = zg_order_table_load (db, job->order_id, error);

  return order != NULL && zg_order_gate_undo (db, order, zg_clock_now (job->clock), error);
}

static void
undo (gpointer data)
{
  const ZgShipJob *job = data;

  zg_session_write (job->session, run_undo, zg_ship_job_new (job->session, job->order_id), (GDestroyNotify) zg_ship_job_free);
}

static char *
describe (const ZgShipJob *job)
{
  const char *shipped = zg_order_state_to_label (ZG_ORDER_SHIPPED);
  gint64 n_pieces = 0;

  for (guint i = 0; job->pieces != NULL && i < job->pieces->len; i++)
    n_pieces += g_array_index (job->pieces, ZgShipPiece, i).quantity;
  if (n_pieces > 0 && job->n_left > 0)
    /* TRANSLATORS: numbers of pieces of an order, both above 0 */
    return g_strdup_printf (_("Sent: %1$d, still here: %2$d"), (int) n_pieces, (int) job->n_left);
  if (job->n_orders > 1)
    return g_strdup_printf (ngettext ("%1$u order is now “%2$s”", "%1$u orders are now “%2$s”", job->n_orders), job->n_orders,
                            shipped);
  return g_strdup_printf (_("The order is now “%s”"), shipped);
}

/**
 * zg_ship_job_offer_undo:
 * @job: (transfer full): a job that was done
 * @toasts: where to say so
 *
 * Tells what left and offers to take it back.
 */
void
zg_ship_job_offer_undo (ZgShipJob   *job,
                        ZgToastArea *toasts)
{
  g_autofree char *text = describe (job);

  zg_toast_area_show_undo (toasts, text, NULL, undo, job, (GDestroyNotify) zg_ship_job_free);
}
