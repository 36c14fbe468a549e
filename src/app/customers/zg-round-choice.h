/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-book.h"
#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   changed ()      another reply is chosen, or none
 */
#define ZG_TYPE_ROUND_CHOICE (zg_round_choice_get_type ())
G_DECLARE_FINAL_TYPE (ZgRoundChoice, zg_round_choice, ZG, ROUND_CHOICE, GtkBox)

void zg_round_choice_set_session (ZgRoundChoice *self,
                                  ZgSession     *session);
void zg_round_choice_set_stage (ZgRoundChoice *self,
                                ZgStage        stage);
const ZgReply *zg_round_choice_get_reply (ZgRoundChoice *self);

G_END_DECLS
