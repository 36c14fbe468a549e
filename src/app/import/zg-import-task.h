/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-contact-importer.h"
#include "zg-importer.h"

G_BEGIN_DECLS

/**
 * ZgImportTaskError:
 * @ZG_IMPORT_TASK_ERROR_CONTACTS: the file has contacts, not orders
 */
typedef enum {
  ZG_IMPORT_TASK_ERROR_CONTACTS,
} ZgImportTaskError;

#define ZG_IMPORT_TASK_ERROR (zg_import_task_error_quark ())
GQuark zg_import_task_error_quark (void);

/**
 * ZgImportProgress:
 * @part: how far it is, from 0 to 1
 * @n_rows: rows read so far
 *
 * Told in the main context of whoever started the task.
 */
typedef void (*ZgImportProgress) (double   part,
                                  gint64   n_rows,
                                  gpointer user_data);

void zg_import_task_run_async (ZgStore             *store,
                               ZgClock             *clock,
                               gint64               staff_id,
                               const char          *path,
                               gboolean             dry_run,
                               ZgImportProgress     progress,
                               gpointer             progress_data,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
ZgImportResult *zg_import_task_run_finish (GAsyncResult  *result,
                                           GError       **error);
void zg_import_task_run_contacts_async (ZgStore             *store,
                                        ZgClock             *clock,
                                        gint64               staff_id,
                                        const char          *path,
                                        ZgDuplicatePolicy    policy,
                                        GHashTable          *answers,
                                        gboolean             dry_run,
                                        ZgImportProgress     progress,
                                        gpointer             progress_data,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
ZgContactImportResult *zg_import_task_run_contacts_finish (GAsyncResult  *result,
                                                           GError       **error);
void zg_import_task_undo_async (ZgStore             *store,
                                ZgClock             *clock,
                                gint64               import_id,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
ZgImportUndo *zg_import_task_undo_finish (GAsyncResult  *result,
                                          GError       **error);
char *zg_import_task_undo_to_text (const ZgImportUndo *undo) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
