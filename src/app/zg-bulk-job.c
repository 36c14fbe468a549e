/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-bulk-job"

#include "config.h"

#include "zg-bulk-job.h"

/* What is done with all rows that were chosen: one change that can be taken back. */

typedef struct {
  ZgBulk *bulk;
  ZgSession *session;
  GCancellable *cancellable;    /* nullable */
  GError *error;                /* why what was done is being taken back */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  zg_bulk_unref (job->bulk);
  g_object_unref (job->session);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  return zg_bulk_run (db, data, cancellable, error);
}

static void run_part (GTask *task);

static void
taken_back_cb (GObject      *session,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgBulk) reverse = zg_bulk_job_run_finish (result, &error);

  g_task_return_error (task, reverse != NULL ? g_steal_pointer (&job->error) : g_steal_pointer (&error));
}

static void
part_done_cb (GObject      *store,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (ZgBulk) bulk = zg_store_finish (ZG_STORE (store), result, &job->error);

  if (bulk == NULL && job->bulk->done_ids->len > 0)
    zg_bulk_job_run_async (zg_bulk_reverse (job->bulk), job->session, NULL, taken_back_cb,
                                    g_steal_pointer (&task));
  else if (bulk == NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else if (zg_bulk_is_done (bulk))
    g_task_return_pointer (task, g_steal_pointer (&bulk), zg_bulk_unref);
  else
    run_part (g_steal_pointer (&task));
}

static void
run_part (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  zg_store_write_async (zg_session_get_store (job->session), run, zg_bulk_ref (job->bulk),
                        zg_bulk_unref, job->cancellable, part_done_cb, task);
}

/**
 * zg_bulk_job_run_async:
 * @bulk: (transfer full): a change of many, whose n_done tells how far it is
 * @session: the shop
 * @cancellable: (nullable): to give up
 *
 * Runs it on the store's writing thread, part by part. When it fails or is given up, everything is as before.
 */
void
zg_bulk_job_run_async (ZgBulk      *bulk,
                                ZgSession           *session,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = g_task_new (session, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->bulk = bulk;
  job->session = g_object_ref (session);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_task_set_task_data (task, job, job_free);
  run_part (task);
}

/**
 * zg_bulk_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the change that was done
 */
ZgBulk *
zg_bulk_job_run_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  ZgBulk *bulk;
  ZgSession *session;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  zg_bulk_unref (undo->bulk);
  g_object_unref (undo->session);
  g_free (undo);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgSession) session = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgBulk) bulk = zg_bulk_job_run_finish (result, &error);

  if (bulk == NULL)
    zg_session_fail (session, error);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;

  zg_bulk_job_run_async (zg_bulk_reverse (undo->bulk), undo->session, NULL, undone_cb,
                                  g_object_ref (undo->session));
}

/**
 * zg_bulk_job_offer_undo:
 * @bulk: (transfer full): a change that was done
 * @text: what was done, translated
 * @session: the shop
 * @toasts: where to say so
 *
 * Tells what was done and offers to take all of it back.
 */
void
zg_bulk_job_offer_undo (ZgBulk      *bulk,
                        const char  *text,
                        ZgSession   *session,
                        ZgToastArea *toasts)
{
  Undo *undo;

  if (bulk->done_ids->len == 0)
    {
      zg_toast_area_show (toasts, text);
      zg_bulk_unref (bulk);
      return;
    }

  undo = g_new0 (Undo, 1);
  undo->bulk = bulk;
  undo->session = g_object_ref (session);
  zg_toast_area_show_undo (toasts, text, NULL, undo_cb, undo, undo_free);
}
