/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-ask.h"
#include "zg-reply-draft.h"
#include "zg-wording-hint.h"

G_BEGIN_DECLS

#define ZG_TYPE_QUICK_ROW (zg_quick_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgQuickRow, zg_quick_row, ZG, QUICK_ROW, GtkListBoxRow)

GtkWidget *zg_quick_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_quick_row_show (ZgQuickRow  *self,
                        ZgReplyItem *item,
                        guint        number,
                        const char  *query,
                        ZgClock     *clock);
void zg_quick_row_unfold (ZgQuickRow         *self,
                          const ZgReplyDraft *draft,
                          gboolean            ask);
void zg_quick_row_fold (ZgQuickRow *self);
ZgReplyItem *zg_quick_row_get_item (ZgQuickRow *self);
ZgReplyAsk *zg_quick_row_get_ask (ZgQuickRow *self);
ZgWordingHint *zg_quick_row_get_hint (ZgQuickRow *self);

G_END_DECLS
