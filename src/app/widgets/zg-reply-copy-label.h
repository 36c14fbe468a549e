/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-draft.h"

G_BEGIN_DECLS

char *zg_reply_copy_label (const ZgReplyDraft *draft,
                           const char         *addressee) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
