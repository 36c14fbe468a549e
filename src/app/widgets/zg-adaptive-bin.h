/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgColumnMode:
 * @ZG_COLUMN_MODE_SLIM: below 640 px: one column, two-line rows, no hint bar
 * @ZG_COLUMN_MODE_NARROW: 640 to 1000 px: the sidebar folds, side columns go below the main one
 * @ZG_COLUMN_MODE_MEDIUM: 1000 to 1200 px: sidebar, narrower side columns
 * @ZG_COLUMN_MODE_WIDE: from 1200 px: everything side by side
 *
 * How much room the window has. The order matters: `mode >= ZG_COLUMN_MODE_MEDIUM` means "has a sidebar".
 */
typedef enum {
  ZG_COLUMN_MODE_SLIM,
  ZG_COLUMN_MODE_NARROW,
  ZG_COLUMN_MODE_MEDIUM,
  ZG_COLUMN_MODE_WIDE,
} ZgColumnMode;

#define ZG_TYPE_COLUMN_MODE (zg_column_mode_get_type ())
GType zg_column_mode_get_type (void);

#define ZG_TYPE_ADAPTIVE_BIN (zg_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (ZgAdaptiveBin, zg_adaptive_bin, ZG, ADAPTIVE_BIN, GtkWidget)

void zg_adaptive_bin_set_child (ZgAdaptiveBin *self,
                                GtkWidget     *child);
ZgColumnMode zg_adaptive_bin_get_column_mode (ZgAdaptiveBin *self);
ZgColumnMode zg_column_mode_for_width (int width);

G_END_DECLS
