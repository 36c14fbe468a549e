/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-book.h"

G_BEGIN_DECLS

#define ZG_TYPE_REPLY_ROW (zg_reply_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyRow, zg_reply_row, ZG, REPLY_ROW, GtkWidget)

GtkWidget *zg_reply_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_row_show (ZgReplyRow  *self,
                        ZgReplyItem *item,
                        const char  *query,
                        ZgClock     *clock);
ZgReplyItem *zg_reply_row_get_item (ZgReplyRow *self);

G_END_DECLS
