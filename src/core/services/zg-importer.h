/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-import-writer.h"
#include "zg-store.h"

G_BEGIN_DECLS

/**
 * ZgImportReject:
 * @line: the line of the file
 * @last_line: for an order that was understood, and that the shop file does not take: the line of its last row
 * @reason: why, translated
 * @raw: (nullable): the row as it stands in the file
 * @more: (nullable) (element-type utf8): the other rows of the order
 */
typedef struct {
  guint64 line;
  guint64 last_line;
  char *reason;
  char *raw;
  GPtrArray *more;
} ZgImportReject;

/**
 * ZgImportSample:
 * @outcome: what becomes of it in the shop
 * @order: the order as the file has it
 * @account: the buyer's name on the platform
 *
 * One of the first orders of a file, to be looked at before anything is written.
 */
typedef struct {
  ZgImportOutcome outcome;
  ZgOrder *order;
  ZgPersonal account;
} ZgImportSample;

/**
 * ZgImportOptions:
 * @format: (nullable): what the file has to be, as zg_taobao_profile_get_format() says it
 * @platform: (nullable): overrides what the profile says
 * @shop: (nullable): for files that do not name the shop
 * @dry_run: whether nothing is written
 * @at_desk: whether somebody works with the shop meanwhile: it takes longer then, and keeps nobody waiting
 * @staff_id: who imports, or 0
 * @clock: what time it is
 * @progress: (nullable): told from the calling thread how far it is, from 0 to 1
 */
typedef struct {
  const char *format;
  const char *platform;
  const char *shop;
  gboolean dry_run;
  gboolean at_desk;
  gint64 staff_id;
  ZgClock *clock;
  void (*progress) (double   part,
                    gint64   n_rows,
                    gpointer data);
  gpointer progress_data;
} ZgImportOptions;

/**
 * ZgImportResult:
 * @import_id: for zg_importer_undo(); 0 after a dry run
 * @rejects: (element-type ZgImportReject): the first rows that were refused
 * @n_rejected: how many were refused in all
 * @columns: (element-type utf8): the columns that are read, as the file calls them
 * @left_out: (element-type utf8): the other columns
 * @samples: (element-type ZgImportSample): the first orders, after a dry run only
 */
typedef struct {
  gint64 import_id;
  char *format;
  char *encoding;
  char *header;
  GPtrArray *columns;
  GPtrArray *left_out;
  GPtrArray *samples;
  gint64 n_rows;
  gint64 n_rejected;
  GPtrArray *rejects;
  ZgImportCounts counts;
} ZgImportResult;

/**
 * ZgImportUndo:
 * @kept: (element-type utf8): what stays because somebody built on it
 */
typedef struct {
  gint64 orders_removed;
  gint64 customers_removed;
  gint64 replies_removed;
  gint64 replies_restored;
  GPtrArray *kept;
} ZgImportUndo;

ZgImportResult *zg_importer_run (ZgStore                *store,
                                 const char             *path,
                                 const ZgImportOptions  *options,
                                 GCancellable           *cancellable,
                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;
ZgImportUndo *zg_importer_undo (ZgStore  *store,
                                gint64    import_id,
                                ZgClock  *clock,
                                GError  **error) G_GNUC_WARN_UNUSED_RESULT;
ZgTime zg_importer_find_evidence_time (const char *path,
                                       ZgTime      now);
char *zg_importer_make_rejects (const ZgImportResult *result) G_GNUC_WARN_UNUSED_RESULT;
void zg_import_reject_free (ZgImportReject *reject);
void zg_import_result_free (ZgImportResult *result);
void zg_import_undo_free (ZgImportUndo *undo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgImportResult, zg_import_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgImportUndo, zg_import_undo_free)

G_END_DECLS
