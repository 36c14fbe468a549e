/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-book.h"

G_BEGIN_DECLS

#define ZG_TYPE_REPLY_LIST (zg_reply_list_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyList, zg_reply_list, ZG, REPLY_LIST, GtkWidget)

void zg_reply_list_set_book (ZgReplyList *self,
                             ZgReplyBook *book,
                             ZgClock     *clock);
ZgReplyItem *zg_reply_list_get_selected (ZgReplyList *self);
void zg_reply_list_select (ZgReplyList *self,
                           guint        position);
gboolean zg_reply_list_select_reply (ZgReplyList *self,
                                   gint64       id);
gboolean zg_reply_list_keep_reply (ZgReplyList *self,
                                   gint64       id);
void zg_reply_list_focus (ZgReplyList *self);
gboolean zg_reply_list_clear_query (ZgReplyList *self);
void zg_reply_list_show_caption (ZgReplyList   *self,
                                 const ZgOrder *order);
void zg_reply_list_set_group_menu (ZgReplyList *self,
                                   GMenuModel  *menu,
                                   const char  *label);
void zg_reply_list_refresh_rows (ZgReplyList *self);

G_END_DECLS
