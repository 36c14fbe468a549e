/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-store.h"

G_BEGIN_DECLS

/* A thread that does jobs one after the other, strictly in the order they came in. */
typedef struct _ZgJobQueue ZgJobQueue;

/**
 * ZgJobRunner:
 * @func: the job
 * @data: what it works on
 * @cancellable: (nullable):
 * @owner: what zg_job_queue_new() was given
 * @error: return location for an error
 *
 * Runs a job on the queue's thread.
 */
typedef gboolean (*ZgJobRunner) (ZgStoreFunc    func,
                                 gpointer       data,
                                 GCancellable  *cancellable,
                                 gpointer       owner,
                                 GError       **error);

ZgJobQueue *zg_job_queue_new (const char  *name,
                              ZgJobRunner  runner,
                              gpointer     owner) G_GNUC_WARN_UNUSED_RESULT;
void zg_job_queue_free (ZgJobQueue *queue);
gboolean zg_job_queue_has_waiting (ZgJobQueue *queue);
gboolean zg_job_queue_run (ZgJobQueue   *queue,
                           ZgStoreFunc   func,
                           gpointer      data,
                           GError      **error);
void zg_job_queue_run_async (ZgJobQueue          *queue,
                             GObject             *source,
                             ZgStoreFunc          func,
                             gpointer             data,
                             GDestroyNotify       destroy,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);

G_END_DECLS
