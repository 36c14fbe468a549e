/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-time.h"

G_BEGIN_DECLS

void zg_backup_task_run_async (const char          *shop_path,
                               ZgClock             *clock,
                               gboolean             only_if_due,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
gboolean zg_backup_task_run_finish (GAsyncResult  *result,
                                    GError       **error);

G_END_DECLS
