/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-draft.h"

G_BEGIN_DECLS

/**
 * ZgRoundStepKind:
 *
 * What a clerk does in a round.
 */
typedef enum {
  ZG_ROUND_STEP_COPY,
  ZG_ROUND_STEP_SKIP,
  ZG_ROUND_STEP_TAKE_BACK,
  ZG_ROUND_STEP_OPEN,
  ZG_ROUND_STEP_LEAVE,
} ZgRoundStepKind;

/*
 * Signals:
 *   step (int ZgRoundStepKind, char *reason)     a button was pressed; the reason is that of a skip, or %NULL
 */
#define ZG_TYPE_ROUND_BAR (zg_round_bar_get_type ())
G_DECLARE_FINAL_TYPE (ZgRoundBar, zg_round_bar, ZG, ROUND_BAR, GtkBox)

void zg_round_bar_show (ZgRoundBar         *self,
                        const ZgReplyDraft *draft,
                        const char         *addressee);
gboolean zg_round_bar_is_copy_button (ZgRoundBar *self,
                                      GtkWidget  *widget);

G_END_DECLS
