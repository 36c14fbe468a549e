/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/*
 * ZgReplyBin lists the replies that were deleted, each with a button that brings it back.
 */
#define ZG_TYPE_REPLY_BIN (zg_reply_bin_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyBin, zg_reply_bin, ZG, REPLY_BIN, GtkWidget)

GtkWidget *zg_reply_bin_new (ZgSession   *session,
                             ZgToastArea *toasts) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_bin_reload (ZgReplyBin *self);

G_END_DECLS
