/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-bulk.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

void zg_bulk_job_run_async (ZgBulk              *bulk,
                            ZgSession           *session,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
ZgBulk *zg_bulk_job_run_finish (GAsyncResult  *result,
                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_bulk_job_offer_undo (ZgBulk      *bulk,
                             const char  *text,
                             ZgSession   *session,
                             ZgToastArea *toasts);

G_END_DECLS
