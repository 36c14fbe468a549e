/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

typedef struct _ZgNoteJob ZgNoteJob;

void zg_note_job_run_async (ZgSession           *session,
                            const ZgContact     *before,
                            const char          *text,
                            gboolean             even_if_changed,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
ZgNoteJob *zg_note_job_run_finish (GAsyncResult  *result,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_note_job_free (ZgNoteJob *job);
void zg_note_job_offer_undo (ZgNoteJob   *job,
                             ZgToastArea *toasts);

G_END_DECLS
