/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgImportState:
 * @ZG_IMPORT_INTERRUPTED: it was running, and nobody runs it any more; never written, see zg-import-lock.c
 */
typedef enum {
  ZG_IMPORT_RUNNING = 0,
  ZG_IMPORT_FINISHED = 1,
  ZG_IMPORT_UNDONE = 2,
  ZG_IMPORT_INTERRUPTED = 3,
} ZgImportState;

/**
 * ZgImportLog:
 * @n_new: of a list: how many orders of the shop it has made
 * @n_changed: of a list: how many others it has changed
 *
 * What is remembered of an import.
 */
typedef struct {
  gint64 id;
  ZgTime started_at;
  ZgTime finished_at;
  ZgImportState state;
  char *file_name;
  char *format;
  char *encoding;
  ZgTime evidence_at;
  gint64 staff_id;
  gint64 n_rows;
  gint64 n_rejected;
  gint64 n_new;
  gint64 n_changed;
} ZgImportLog;

void zg_import_log_free (ZgImportLog *log);
gint64 zg_import_table_begin (ZgDatabase         *db,
                              const ZgImportLog  *log,
                              GError            **error);
gboolean zg_import_table_finish (ZgDatabase     *db,
                                 gint64          import_id,
                                 ZgImportState   state,
                                 ZgTime          at,
                                 gint64          n_rows,
                                 gint64          n_rejected,
                                 GError        **error);
gboolean zg_import_table_forget (ZgDatabase  *db,
                                 gint64       import_id,
                                 GError     **error);
ZgImportLog *zg_import_table_load (ZgDatabase  *db,
                                   gint64       import_id,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *zg_import_table_list (ZgDatabase  *db,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_import_table_list_unfinished (ZgDatabase  *db,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* What an import may change and has to be able to put back. */
typedef enum {
  ZG_JOURNAL_ORDER,
  ZG_JOURNAL_CUSTOMER,
} ZgJournalKind;

gboolean zg_import_journal_note (ZgDatabase     *db,
                                 gint64          import_id,
                                 ZgJournalKind   kind,
                                 gint64          row_id,
                                 GError        **error);
gboolean zg_import_journal_seal (ZgDatabase     *db,
                                 gint64          import_id,
                                 ZgJournalKind   kind,
                                 gint64          row_id,
                                 gint64          version,
                                 GError        **error);
gboolean zg_import_journal_put_back (ZgDatabase  *db,
                                     gint64       import_id,
                                     int          limit,
                                     gboolean    *more_out,
                                     GPtrArray   *kept,
                                     GError     **error);
gint64 zg_import_journal_find_customer (ZgDatabase *db,
                                        gint64      order_id);
gboolean zg_import_journal_remove_new (ZgDatabase  *db,
                                       gint64       import_id,
                                       int          limit,
                                       gint64      *after_order,
                                       gint64      *after_customer,
                                       gboolean    *more_out,
                                       gint64      *n_orders,
                                       gint64      *n_customers,
                                       GPtrArray   *kept,
                                       GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgImportLog, zg_import_log_free)

G_END_DECLS
