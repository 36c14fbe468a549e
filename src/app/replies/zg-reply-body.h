/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-advice.h"

G_BEGIN_DECLS

/*
 * ZgReplyBody edits one message of a reply: placeholders are offered, coloured, and marked where they can't be filled.
 *
 * Signals:
 *   changed ()      the text changed; whoever marks words asks for it with zg_reply_body_dup_text() and answers with
 *                   zg_reply_body_set_marks()
 *   focused ()      the cursor is in it now
 */
#define ZG_TYPE_REPLY_BODY (zg_reply_body_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyBody, zg_reply_body, ZG, REPLY_BODY, GtkWidget)

/**
 * ZgReplyChecker:
 * @body: a message that is edited
 * @text: what stands in it
 *
 * Looks at what is typed and answers with zg_reply_body_set_marks(), at once or later.
 */
typedef void (*ZgReplyChecker) (ZgReplyBody *body,
                                const char  *text,
                                gpointer     user_data);

GtkWidget *zg_reply_body_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *zg_reply_body_dup_text (ZgReplyBody *self) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_body_set_text (ZgReplyBody *self,
                             const char  *text);
void zg_reply_body_set_label (ZgReplyBody *self,
                              const char  *label);
void zg_reply_body_set_marks (ZgReplyBody       *self,
                              const ZgReplyMark *marks,
                              gsize              n_marks);
const char *zg_reply_body_get_fault (ZgReplyBody *self);
void zg_reply_body_insert (ZgReplyBody *self,
                           const char  *text);
void zg_reply_body_focus (ZgReplyBody *self);

G_END_DECLS
