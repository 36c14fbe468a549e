/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-erase-task"

#include "config.h"

#include "zg-erase-task.h"

/* Erasing somebody, and making a copy of the shop file anew, each on a thread of its own: a window goes on. */

typedef struct {
  ZgStore *store;
  ZgClock *clock;
  gint64 customer_id;
  char *confirmation;
  gboolean keep_orders;
  ZgShopCopy *copy;
  gboolean was_changed;
} Job;

static Job *
job_new (ZgSession *session)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (zg_session_get_store (session));
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  zg_clock_unref (job->clock);
  g_free (job->confirmation);
  g_clear_pointer (&job->copy, zg_shop_copy_free);
  g_free (job);
}

static void
erase_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  ZgErased *erased = zg_customer_erase (job->store, job->customer_id, job->confirmation, job->keep_orders, job->clock,
                                        NULL, &error);

  if (erased != NULL)
    g_task_return_pointer (task, erased, (GDestroyNotify) zg_erased_free);
  else
    g_task_return_error (task, error);
}

/**
 * zg_erase_task_run_async:
 * @session: the shop
 * @customer_id: a customer
 * @confirmation: what was typed by somebody who means it
 * @keep_orders: whether the orders stay, without anything about who bought them
 *
 * Erases a customer for good.
 */
void
zg_erase_task_run_async (ZgSession           *session,
                         gint64               customer_id,
                         const char          *confirmation,
                         gboolean             keep_orders,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = job_new (session);

  job->customer_id = customer_id;
  job->confirmation = g_strdup (confirmation);
  job->keep_orders = keep_orders;
  g_task_set_source_tag (task, zg_erase_task_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, erase_thread);
}

/**
 * zg_erase_task_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what it came to; %NULL with an error as of zg_customer_erase()
 */
ZgErased *
zg_erase_task_run_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
rewrite_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (zg_shop_copies_rewrite (job->store, job->copy, job->clock, cancellable, &job->was_changed, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * zg_erase_task_rewrite_async:
 * @session: the shop
 * @copy: one of its copies
 * @cancellable: (nullable): to give up; the copy stays as it was
 *
 * Makes a copy of the shop file anew without the people who were erased.
 */
void
zg_erase_task_rewrite_async (ZgSession           *session,
                             const ZgShopCopy    *copy,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = job_new (session);

  job->copy = g_memdup2 (copy, sizeof *copy);
  job->copy->path = g_strdup (copy->path);
  g_task_set_source_tag (task, zg_erase_task_rewrite_async);
  g_task_set_task_data (task, job, job_free);
  /* What was done was done, also when somebody wanted to stop it a moment before. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, rewrite_thread);
}

/**
 * zg_erase_task_rewrite_finish:
 * @was_changed_out: (out): whether the copy held anybody who was erased
 * @error: return location for an error
 *
 * Returns: whether the copy holds nobody who was erased; else it is as it was
 */
gboolean
zg_erase_task_rewrite_finish (GAsyncResult  *result,
                              gboolean      *was_changed_out,
                              GError       **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *was_changed_out = job->was_changed;
  return g_task_propagate_boolean (G_TASK (result), error);
}
