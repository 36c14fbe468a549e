/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-import-writer.h"
#include "zg-store.h"

G_BEGIN_DECLS

/**
 * ZgImportRefused:
 * @ready: a record that the shop file refuses
 * @reason: why, translated
 */
typedef void (*ZgImportRefused) (const ZgReadyRecord *ready,
                                 const char          *reason,
                                 gpointer             data);

/**
 * ZgImportJobs:
 *
 * Cuts what an import writes into jobs.
 */
typedef struct _ZgImportJobs ZgImportJobs;

ZgImportJobs *zg_import_jobs_new (ZgStore         *store,
                                  gint64           import_id,
                                  gboolean         dry_run,
                                  gboolean         at_desk,
                                  ZgClock         *clock,
                                  ZgImportCounts  *counts) G_GNUC_WARN_UNUSED_RESULT;
void zg_import_jobs_free (ZgImportJobs *jobs);
guint zg_import_jobs_get_limit (ZgImportJobs *jobs);
gboolean zg_import_jobs_write (ZgImportJobs     *jobs,
                               GPtrArray        *records,
                               gboolean          all,
                               guint            *n_written_out,
                               ZgImportRefused   refused,
                               gpointer          data,
                               GCancellable     *cancellable,
                               GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgImportJobs, zg_import_jobs_free)

G_END_DECLS
