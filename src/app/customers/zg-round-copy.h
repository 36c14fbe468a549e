/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-copy.h"
#include "zg-round-job.h"

G_BEGIN_DECLS

/**
 * ZgRoundCopied:
 * @job: (transfer full) (nullable): what logs the copy, to be run now; %NULL when nothing is on the clipboard
 */
typedef void (*ZgRoundCopied) (ZgRoundJob *job,
                               gpointer    user_data);

ZgCopyVerdict zg_round_copy (GtkWindow        *window,
                             ZgToastArea      *toasts,
                             const ZgRoundJob *turn,
                             ZgReplyDraft     *draft,
                             ZgRoundCopied     copied,
                             gpointer          user_data);

G_END_DECLS
