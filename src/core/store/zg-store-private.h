/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database-private.h"
#include "zg-job-queue.h"
#include "zg-store.h"

G_BEGIN_DECLS

struct _ZgStore {
  GObject parent_instance;

  char *path;
  GError *read_only_reason;
  GMainContext *context;
  ZgDatabase *writer;
  ZgDatabase *reader;
  ZgDatabase *list_reader;
  ZgJobQueue *write_queue;
  ZgJobQueue *read_queue;
  GFileMonitor *monitor;
  GRWLock lock;                 /* read by who uses the writer or a queue, written by who takes them away */
  gboolean is_closing;
  gint64 data_version;          /* of the writer: changes when another program has written */
};

/* What zg_store_write_bulk() puts into the queue. */
typedef struct {
  ZgStoreFunc func;
  gpointer data;
  gboolean lazy;
} ZgBulkJob;

gboolean zg_store_run_bulk (ZgDatabase    *db,
                            gpointer       data,
                            GCancellable  *cancellable,
                            GError       **error);
gboolean zg_store_run_wipe (ZgDatabase    *db,
                            gpointer       data,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
