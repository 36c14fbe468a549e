/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-draft.h"

G_BEGIN_DECLS

#define ZG_TYPE_REPLY_PREVIEW (zg_reply_preview_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyPreview, zg_reply_preview, ZG, REPLY_PREVIEW, GtkWidget)

void zg_reply_preview_show (ZgReplyPreview *self,
                            ZgReplyItem    *item);
void zg_reply_preview_show_soon (ZgReplyPreview *self,
                                 ZgReplyItem    *item);
void zg_reply_preview_set_words (ZgReplyPreview *self,
                                 ZgWording      *words);
void zg_reply_preview_set_addressee (ZgReplyPreview *self,
                                     const char     *name,
                                     gint64          customer_id,
                                     gint64          order_id);
void zg_reply_preview_refresh (ZgReplyPreview *self);
ZgReplyDraft *zg_reply_preview_get_draft (ZgReplyPreview *self);
gboolean zg_reply_preview_is_complete (ZgReplyPreview *self);
gboolean zg_reply_preview_focus_missing (ZgReplyPreview *self);
gboolean zg_reply_preview_choose (ZgReplyPreview *self,
                                  guint           number);
gboolean zg_reply_preview_forget_answers (ZgReplyPreview *self);
void zg_reply_preview_next_wording (ZgReplyPreview *self);
void zg_reply_preview_show_doubt (ZgReplyPreview *self,
                                  gboolean        doubt);
void zg_reply_preview_set_menu (ZgReplyPreview *self,
                                GMenuModel     *menu);
void zg_reply_preview_set_compact (ZgReplyPreview *self,
                                   gboolean        compact);

G_END_DECLS
