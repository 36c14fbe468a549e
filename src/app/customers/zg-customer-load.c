/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-load"

#include "config.h"

#include "zg-customer-load.h"

/* Reading all about a customer on the store's reading thread. */

typedef struct {
  gint64 customer_id;
  ZgCustomerFile *file;
} LoadJob;

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  zg_customer_file_free (job->file);
  g_free (job);
}

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  LoadJob *job = data;

  ZgTimelineSpan span = { .kinds = ZG_TIMELINE_ALL, .limit = 200 };

  job->file = zg_customer_desk_open (db, job->customer_id, &span, error);
  return job->file != NULL;
}

/**
 * zg_customer_load_async:
 * @session: the shop
 * @customer_id: a customer
 *
 * Asks for a customer with all that belongs to them.
 */
void
zg_customer_load_async (ZgSession           *session,
                        gint64               customer_id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  LoadJob *job = g_new0 (LoadJob, 1);

  job->customer_id = customer_id;
  zg_store_read_async (zg_session_get_store (session), load, job, load_job_free, cancellable, callback, user_data);
}

/**
 * zg_customer_load_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the customer with all that belongs to them
 */
ZgCustomerFile *
zg_customer_load_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  LoadJob *job = zg_store_finish (ZG_STORE (store), result, error);
  ZgCustomerFile *file;

  if (job == NULL)
    return NULL;

  file = g_steal_pointer (&job->file);
  load_job_free (job);
  return file;
}
