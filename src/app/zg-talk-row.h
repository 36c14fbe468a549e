/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-talk-search.h"

G_BEGIN_DECLS

#define ZG_TYPE_TALK_ROW (zg_talk_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgTalkRow, zg_talk_row, ZG, TALK_ROW, GtkListBoxRow)

GtkWidget *zg_talk_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_talk_row_show (ZgTalkRow    *self,
                       const ZgTalk *talk,
                       const char   *key);
gint64 zg_talk_row_get_customer_id (ZgTalkRow *self);
gint64 zg_talk_row_get_order_id (ZgTalkRow *self);
gint64 zg_talk_row_get_reply_id (ZgTalkRow *self);

G_END_DECLS
