/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-picture.h"
#include "zg-reply-load.h"
#include "zg-reply-wordings.h"

G_BEGIN_DECLS

/*
 * ZgReplyForm has the fields of a reply.
 *
 * Signals:
 *   changed ()      something but the wordings was changed; those have a signal of their own
 */
#define ZG_TYPE_REPLY_FORM (zg_reply_form_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyForm, zg_reply_form, ZG, REPLY_FORM, GtkWidget)

void zg_reply_form_set_session (ZgReplyForm *self,
                                ZgSession   *session);
void zg_reply_form_fill (ZgReplyForm       *self,
                         const ZgReplyLoad *load,
                         const ZgReply     *reply,
                         ZgStore           *store);
ZgReply *zg_reply_form_make_reply (ZgReplyForm   *self,
                                   const ZgReply *before) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_reply_form_check (ZgReplyForm    *self,
                              const ZgReply  *reply,
                              GError        **error);
char *zg_reply_form_dup_new_group (ZgReplyForm *self) G_GNUC_WARN_UNUSED_RESULT;
ZgPicture *zg_reply_form_make_picture (ZgReplyForm *self) G_GNUC_WARN_UNUSED_RESULT;
ZgReplyWordings *zg_reply_form_get_wordings (ZgReplyForm *self);
void zg_reply_form_focus_shortcode (ZgReplyForm *self);
void zg_reply_form_focus (ZgReplyForm *self);

G_END_DECLS
