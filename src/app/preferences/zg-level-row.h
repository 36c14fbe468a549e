/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-level-table.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   move (int)     one place up for -1, down for 1, away for 0
 */
#define ZG_TYPE_LEVEL_ROW (zg_level_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgLevelRow, zg_level_row, ZG, LEVEL_ROW, AdwExpanderRow)

GtkWidget *zg_level_row_new (const ZgMemberLevel *level);
void zg_level_row_focus (ZgLevelRow *self);
ZgMemberLevel *zg_level_row_get_level (ZgLevelRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
