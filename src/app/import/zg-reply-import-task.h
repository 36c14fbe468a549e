/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-reply-importer.h"

G_BEGIN_DECLS

/**
 * ZgReplyImport:
 * @plan: what the import would do
 * @import_id: for zg_importer_undo() once it is done, 0 before
 *
 * A file of replies on its way into the shop.
 */
typedef struct {
  ZgReplyFile *file;
  ZgReplyPlan *plan;
  gint64 import_id;
} ZgReplyImport;

void zg_reply_import_free (ZgReplyImport *import);
void zg_reply_import_task_plan_async (ZgStore             *store,
                                      ZgClock             *clock,
                                      const char          *path,
                                      gboolean             convert,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
void zg_reply_import_task_apply_async (ZgStore             *store,
                                       ZgClock             *clock,
                                       gint64               staff_id,
                                       const char          *path,
                                       ZgReplyImport       *import,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
ZgReplyImport *zg_reply_import_task_finish (GAsyncResult  *result,
                                            GError       **error);
void zg_reply_import_task_export_async (ZgStore             *store,
                                        ZgClock             *clock,
                                        const char          *path,
                                        gboolean             qianniu,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gint64 zg_reply_import_task_export_finish (GAsyncResult  *result,
                                           gint64        *n_without_gbk_out,
                                           GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyImport, zg_reply_import_free)

G_END_DECLS
