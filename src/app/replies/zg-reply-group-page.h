/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/*
 * ZgReplyGroupPage lists the groups of the replies: each can be renamed, moved and deleted, and new ones made.
 */
#define ZG_TYPE_REPLY_GROUP_PAGE (zg_reply_group_page_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyGroupPage, zg_reply_group_page, ZG, REPLY_GROUP_PAGE, GtkWidget)

GtkWidget *zg_reply_group_page_new (ZgSession   *session,
                                    ZgToastArea *toasts) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_group_page_show (ZgReplyGroupPage *self,
                               GPtrArray        *groups);
void zg_reply_group_page_focus (ZgReplyGroupPage *self);

G_END_DECLS
