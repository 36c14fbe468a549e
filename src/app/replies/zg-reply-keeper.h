/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-form.h"
#include "zg-session.h"

G_BEGIN_DECLS

/**
 * ZgReplyKeeper:
 *
 * Keeps what was typed into a reply and is not saved, where neither a crash nor a closed window loses it.
 */
typedef struct _ZgReplyKeeper ZgReplyKeeper;

ZgReplyKeeper *zg_reply_keeper_new (ZgSession   *session,
                                    ZgReplyForm *form) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_keeper_free (ZgReplyKeeper *keeper);
void zg_reply_keeper_set_load (ZgReplyKeeper *keeper,
                               ZgReplyLoad   *load);
void zg_reply_keeper_keep_soon (ZgReplyKeeper *keeper);
void zg_reply_keeper_rest (ZgReplyKeeper *keeper);
gboolean zg_reply_keeper_keep (ZgReplyKeeper *keeper);

G_END_DECLS
