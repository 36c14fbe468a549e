/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-job-queue.h"

typedef struct {
  ZgStoreFunc func;
  gpointer data;
  GDestroyNotify destroy;
  GCancellable *cancellable;
  GTask *task;                  /* NULL when somebody waits */
  GMutex mutex;
  GCond condition;
  gboolean done;
  gboolean ok;
  GError *error;
} Job;

struct _ZgJobQueue {
  GAsyncQueue *jobs;
  GThread *thread;
  ZgJobRunner runner;
  gpointer owner;
};

/* Pushed to end the thread. */
static Job quit_job;

static void
job_free (Job *job)
{
  if (job->destroy != NULL && job->data != NULL)
    job->destroy (job->data);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->task);
  g_free (job);
}

static void
finish_job (Job      *job,
            gboolean  ok,
            GError   *error)
{
  if (job->task != NULL)
    {
      if (ok)
        g_task_return_pointer (job->task, g_steal_pointer (&job->data), job->destroy);
      else
        g_task_return_error (job->task, error);
      job_free (job);
      return;
    }

  g_mutex_lock (&job->mutex);
  job->ok = ok;
  job->error = error;
  job->done = TRUE;
  g_cond_signal (&job->condition);
  g_mutex_unlock (&job->mutex);
}

static gpointer
work (gpointer data)
{
  ZgJobQueue *self = data;
  Job *job;

  while ((job = g_async_queue_pop (self->jobs)) != &quit_job)
    {
      GError *error = NULL;
      gboolean ok = self->runner (job->func, job->data, job->cancellable, self->owner, &error);

      finish_job (job, ok, error);
    }
  return NULL;
}

/**
 * zg_job_queue_new:
 * @name: the thread's name
 * @runner: runs a job
 * @owner: for @runner; has to live longer than the queue
 *
 * Returns: (transfer full): a queue whose thread waits for jobs
 */
ZgJobQueue *
zg_job_queue_new (const char  *name,
                  ZgJobRunner  runner,
                  gpointer     owner)
{
  ZgJobQueue *self = g_new0 (ZgJobQueue, 1);

  self->jobs = g_async_queue_new ();
  self->runner = runner;
  self->owner = owner;
  self->thread = g_thread_new (name, work, self);
  return self;
}

/**
 * zg_job_queue_free:
 * @queue: (transfer full): a queue
 *
 * Waits for the jobs that are in the queue, and ends it.
 */
void
zg_job_queue_free (ZgJobQueue *queue)
{
  g_async_queue_push (queue->jobs, &quit_job);
  g_thread_join (queue->thread);
  g_async_queue_unref (queue->jobs);
  g_free (queue);
}

/**
 * zg_job_queue_has_waiting:
 * @queue: a queue
 *
 * Returns: whether a job waits for the one that runs
 */
gboolean
zg_job_queue_has_waiting (ZgJobQueue *queue)
{
  return g_async_queue_length (queue->jobs) > 0;
}

/**
 * zg_job_queue_run:
 * @queue: a queue
 * @func: a job
 * @data: what it works on
 * @error: return location for an error
 *
 * Has a job done and waits for it. Not from within a job of this queue.
 *
 * Returns: what @func returned
 */
gboolean
zg_job_queue_run (ZgJobQueue   *queue,
                  ZgStoreFunc   func,
                  gpointer      data,
                  GError      **error)
{
  Job job = { .func = func, .data = data };

  g_return_val_if_fail (g_thread_self () != queue->thread, FALSE);

  g_mutex_init (&job.mutex);
  g_cond_init (&job.condition);
  g_async_queue_push (queue->jobs, &job);

  g_mutex_lock (&job.mutex);
  while (!job.done)
    g_cond_wait (&job.condition, &job.mutex);
  g_mutex_unlock (&job.mutex);

  g_mutex_clear (&job.mutex);
  g_cond_clear (&job.condition);
  if (!job.ok)
    g_propagate_error (error, job.error);
  return job.ok;
}

/**
 * zg_job_queue_run_async:
 * @queue: a queue
 * @source: the task's source object
 * @func: a job
 * @data: (transfer full): what it works on
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable):
 * @callback: (nullable): called in the caller's main context
 * @user_data: for @callback
 */
void
zg_job_queue_run_async (ZgJobQueue          *queue,
                        GObject             *source,
                        ZgStoreFunc          func,
                        gpointer             data,
                        GDestroyNotify       destroy,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->destroy = destroy;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->task = g_task_new (source, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, zg_job_queue_run_async);
  g_async_queue_push (queue->jobs, job);
}
