/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-template.h"

G_BEGIN_DECLS

#define ZG_TYPE_REPLY_ASK (zg_reply_ask_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyAsk, zg_reply_ask, ZG, REPLY_ASK, GtkWidget)

void zg_reply_ask_show (ZgReplyAsk *self,
                        GPtrArray  *missing,
                        guint       round);
gboolean zg_reply_ask_focus_first (ZgReplyAsk *self);
gboolean zg_reply_ask_choose (ZgReplyAsk *self,
                              guint       number);
void zg_reply_ask_set_offers (ZgReplyAsk *self,
                              GHashTable *offers);

G_END_DECLS
