/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-new-order-job"

#include "config.h"

#include "zg-new-order-job.h"

#include <glib/gi18n.h>

/* An order that was written by hand, and how it is taken back. */

typedef struct {
  ZgNewOrder *order;
  ZgSession *session;
  ZgClock *clock;
  gint64 staff_id;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->order, zg_new_order_free);
  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  g_free (job);
}

static Job *
job_new (ZgNewOrder *order,
         ZgSession  *session)
{
  Job *job = g_new0 (Job, 1);

  job->order = order;
  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->staff_id = zg_session_get_clerk_id (session);
  return job;
}

static gboolean
create (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Job *job = data;

  return zg_order_create (db, job->order, job->staff_id, job->clock, error);
}

/**
 * zg_new_order_job_run_async:
 * @order: (transfer full): an order to write
 * @session: the shop
 *
 * Writes it on the store's writing thread.
 */
void
zg_new_order_job_run_async (ZgNewOrder          *order,
                            ZgSession           *session,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (session), create, job_new (order, session), job_free, NULL, callback, user_data);
}

/**
 * zg_new_order_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the order that was written
 */
ZgNewOrder *
zg_new_order_job_run_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  Job *job = zg_store_finish (ZG_STORE (store), result, error);
  ZgNewOrder *order;

  if (job == NULL)
    return NULL;

  order = g_steal_pointer (&job->order);
  job_free (job);
  return order;
}

static gboolean
take_back (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Job *job = data;

  return zg_order_create_undo (db, job->order, job->clock, error);
}

static void
taken_back_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ZgSession) session = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = zg_store_finish (ZG_STORE (store), result, &error);

  if (job == NULL)
    zg_session_fail (session, error);
  else
    job_free (job);
}

static void
undo_cb (gpointer data)
{
  Job *job = data;
  ZgNewOrder *order = g_steal_pointer (&job->order);

  if (order != NULL)
    zg_store_write_async (zg_session_get_store (job->session), take_back, job_new (order, job->session), job_free, NULL,
                          taken_back_cb, g_object_ref (job->session));
}

/**
 * zg_new_order_job_offer_undo:
 * @order: (transfer full): an order that was written
 * @session: the shop
 * @toasts: where to say so
 *
 * Tells that it is there, and whose it is when somebody new was made for it.
 */
void
zg_new_order_job_offer_undo (ZgNewOrder  *order,
                             ZgSession   *session,
                             ZgToastArea *toasts)
{
  g_autofree char *text = order->is_new_customer ? g_strdup_printf (_("Order %s written, with a new customer"), order->order->number)
                                                 : g_strdup_printf (_("Order %s written"), order->order->number);

  zg_toast_area_show_undo (toasts, text, NULL, undo_cb, job_new (order, session), job_free);
}
