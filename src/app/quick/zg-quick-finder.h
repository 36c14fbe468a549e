/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-draft.h"
#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   copy ()      the draft should be copied
 *   edited ()    something else is searched for, or somebody else is talked to
 *   loaded ()    the replies are there for whom the clerk talks to
 */
#define ZG_TYPE_QUICK_FINDER (zg_quick_finder_get_type ())
G_DECLARE_FINAL_TYPE (ZgQuickFinder, zg_quick_finder, ZG, QUICK_FINDER, GtkWidget)

void zg_quick_finder_set_session (ZgQuickFinder *self,
                                  ZgSession     *session);
void zg_quick_finder_search (ZgQuickFinder *self,
                             const char    *query);
void zg_quick_finder_pin (ZgQuickFinder *self,
                          gint64         reply_id);
gboolean zg_quick_finder_is_loaded (ZgQuickFinder *self);
gboolean zg_quick_finder_is_composing (ZgQuickFinder *self);
ZgReplyDraft *zg_quick_finder_get_draft (ZgQuickFinder *self);
gboolean zg_quick_finder_ask (ZgQuickFinder *self);
gboolean zg_quick_finder_choose (ZgQuickFinder *self,
                                 guint          number);
gboolean zg_quick_finder_stop_asking (ZgQuickFinder *self);
void zg_quick_finder_next_wording (ZgQuickFinder *self);
void zg_quick_finder_focus (ZgQuickFinder *self);
void zg_quick_finder_switch_customer (ZgQuickFinder *self);

G_END_DECLS
