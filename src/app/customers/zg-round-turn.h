/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-draft.h"
#include "zg-round-job.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   changed ()       the text says something else
 *   answered ()      the last thing that was missing is there
 */
#define ZG_TYPE_ROUND_TURN (zg_round_turn_get_type ())
G_DECLARE_FINAL_TYPE (ZgRoundTurn, zg_round_turn, ZG, ROUND_TURN, GtkWidget)

void zg_round_turn_set_session (ZgRoundTurn *self,
                                ZgSession   *session);
void zg_round_turn_show (ZgRoundTurn      *self,
                         const ZgRoundJob *job,
                         gboolean          is_other);
void zg_round_turn_refresh (ZgRoundTurn *self);
ZgReplyDraft *zg_round_turn_get_draft (ZgRoundTurn *self);
gboolean zg_round_turn_is_between_messages (ZgRoundTurn *self);
gboolean zg_round_turn_focus_missing (ZgRoundTurn *self);

G_END_DECLS
