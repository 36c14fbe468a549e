/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-body.h"
#include "zg-reply.h"

G_BEGIN_DECLS

/*
 * ZgReplyWordings edits all that a reply says: one wording or several that are taken in turn, each of one message or
 * several that are copied one after the other.
 *
 * Signals:
 *   changed ()                  something was typed, added or taken away, or another wording has the cursor
 */
#define ZG_TYPE_REPLY_WORDINGS (zg_reply_wordings_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyWordings, zg_reply_wordings, ZG, REPLY_WORDINGS, GtkWidget)

void zg_reply_wordings_load (ZgReplyWordings *self,
                             const ZgReply   *reply);
void zg_reply_wordings_store (ZgReplyWordings *self,
                              ZgReply         *reply);
char *zg_reply_wordings_dup_current (ZgReplyWordings *self) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_wordings_set_checker (ZgReplyWordings *self,
                                    ZgReplyChecker   checker,
                                    gpointer         user_data,
                                    GDestroyNotify   destroy);
gboolean zg_reply_wordings_focus_fault (ZgReplyWordings *self);
void zg_reply_wordings_focus (ZgReplyWordings *self);
void zg_reply_wordings_insert (ZgReplyWordings *self,
                               const char      *text);

G_END_DECLS
