/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-draft.h"

G_BEGIN_DECLS

/* As many as there are digits. */
#define ZG_QUICK_N_ROWS 9

#define ZG_TYPE_QUICK_LIST (zg_quick_list_get_type ())
G_DECLARE_FINAL_TYPE (ZgQuickList, zg_quick_list, ZG, QUICK_LIST, GtkWidget)

void zg_quick_list_show (ZgQuickList *self,
                         GPtrArray   *items,
                         const char  *query,
                         ZgClock     *clock);
void zg_quick_list_set_words (ZgQuickList *self,
                              ZgWording   *words);
gboolean zg_quick_list_select (ZgQuickList *self,
                               int          position);
void zg_quick_list_move (ZgQuickList *self,
                         int          step);
ZgReplyDraft *zg_quick_list_get_draft (ZgQuickList *self);
gboolean zg_quick_list_ask (ZgQuickList *self);
gboolean zg_quick_list_choose (ZgQuickList *self,
                               guint        number);
gboolean zg_quick_list_stop_asking (ZgQuickList *self);
void zg_quick_list_next_wording (ZgQuickList *self);

G_END_DECLS
