/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-round.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   step (int ZgRoundStepKind, char *reason)     as those of the bar: to take back, or to leave
 */
#define ZG_TYPE_ROUND_END (zg_round_end_get_type ())
G_DECLARE_FINAL_TYPE (ZgRoundEnd, zg_round_end, ZG, ROUND_END, GtkWidget)

void zg_round_end_show (ZgRoundEnd       *self,
                        const ZgRoundSum *sum);

G_END_DECLS
