/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-member-level.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

void zg_level_job_save_async (ZgSession           *session,
                              GPtrArray           *levels,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
gboolean zg_level_job_save_finish (GAsyncResult  *result,
                                   GError       **error);
void zg_level_job_suggest_async (ZgSession           *session,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
GPtrArray *zg_level_job_suggest_finish (GAsyncResult  *result,
                                        GError       **error);
void zg_level_job_apply (ZgSession   *session,
                         GPtrArray   *suggestions,
                         ZgToastArea *toasts);

G_END_DECLS
