/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-editor.h"
#include "zg-reply-preview.h"
#include "zg-session.h"

G_BEGIN_DECLS

void zg_reply_words_watch (ZgSession      *session,
                           ZgReplyPreview *preview,
                           ZgReplyEditor  *editor);

G_END_DECLS
