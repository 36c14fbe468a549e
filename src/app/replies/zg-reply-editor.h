/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-adaptive-bin.h"
#include "zg-reply-body.h"
#include "zg-reply-job.h"

G_BEGIN_DECLS

/*
 * ZgReplyEditor edits a reply, and shows it as a customer would read it.
 *
 * Signals:
 *   opened ()                   what is edited is shown
 *   saved (ZgReplyJob *)        it is saved; the job is the receiver's
 *   cancel ()                   the person wants to leave it
 */
#define ZG_TYPE_REPLY_EDITOR (zg_reply_editor_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyEditor, zg_reply_editor, ZG, REPLY_EDITOR, GtkWidget)

void zg_reply_editor_set_session (ZgReplyEditor *self,
                                  ZgSession     *session);
void zg_reply_editor_set_column_mode (ZgReplyEditor *self,
                                      ZgColumnMode   mode);
void zg_reply_editor_set_checker (ZgReplyEditor  *self,
                                  ZgReplyChecker  checker,
                                  gpointer        user_data,
                                  GDestroyNotify  destroy);
void zg_reply_editor_open (ZgReplyEditor *self,
                           gint64         id,
                           gint64         group_id);
gint64 zg_reply_editor_get_id (ZgReplyEditor *self);
void zg_reply_editor_focus (ZgReplyEditor *self);
gboolean zg_reply_editor_keep (ZgReplyEditor *self);
void zg_reply_editor_refresh_person (ZgReplyEditor *self);

G_END_DECLS
