/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-copy.h"
#include "zg-reply-preview.h"

G_BEGIN_DECLS

ZgCopyVerdict zg_reply_preview_copy (ZgReplyPreview *preview,
                                     ZgSession      *session,
                                     ZgToastArea    *toasts);

G_END_DECLS
