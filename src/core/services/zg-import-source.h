/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-importer.h"
#include "zg-ready-record.h"

G_BEGIN_DECLS

/**
 * ZgImportSource:
 *
 * A file that is read and understood on a thread of its own, some batches ahead of who writes it into the shop.
 */
typedef struct _ZgImportSource ZgImportSource;

/**
 * ZgImportBatch:
 * @records: (element-type ZgReadyRecord): what the rows say, in their order
 * @rejects: (element-type ZgImportReject): rows that were refused, as many as are remembered
 * @n_rows: how many rows were read, with the refused ones
 * @n_rejected: how many were refused
 * @progress: how much of the file was read, from 0 to 1
 * @is_last: whether the file ends here
 * @error: (nullable): why it could not be read further
 */
typedef struct {
  GPtrArray *records;
  GPtrArray *rejects;
  gint64 n_rows;
  gint64 n_rejected;
  double progress;
  gboolean is_last;
  GError *error;
} ZgImportBatch;

ZgImportSource *zg_import_source_open (const char             *path,
                                       const ZgImportOptions  *options,
                                       ZgTime                  evidence_at,
                                       GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_import_source_close (ZgImportSource *source);
const char *zg_import_source_get_format (ZgImportSource *source);
const char *zg_import_source_get_encoding (ZgImportSource *source);
const char *zg_import_source_get_header (ZgImportSource *source);
GPtrArray *zg_import_source_get_columns (ZgImportSource *source,
                                         gboolean        left_out);
ZgImportBatch *zg_import_source_next (ZgImportSource *source) G_GNUC_WARN_UNUSED_RESULT;
void zg_import_source_give_back (ZgImportSource *source,
                                 GPtrArray      *records);
void zg_import_batch_free (ZgImportBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgImportSource, zg_import_source_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgImportBatch, zg_import_batch_free)

G_END_DECLS
