/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgCellKind:
 * @ZG_CELL_TEXT: a text
 * @ZG_CELL_PILL: a word on a tint, as #ZgPill
 * @ZG_CELL_ICON: a symbolic icon
 */
typedef enum {
  ZG_CELL_TEXT,
  ZG_CELL_PILL,
  ZG_CELL_ICON,
} ZgCellKind;

#define ZG_TYPE_CELL_STYLES (zg_cell_styles_get_type ())
G_DECLARE_FINAL_TYPE (ZgCellStyles, zg_cell_styles, ZG, CELL_STYLES, GtkWidget)

GtkWidget *zg_cell_styles_new (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *zg_cell_styles_get (ZgCellStyles *self,
                               ZgCellKind    kind,
                               const char   *classes);
GtkWidget *zg_cell_styles_get_row (ZgCellStyles  *self,
                                   gboolean       current,
                                   GtkStateFlags  state);
GdkPaintable *zg_cell_styles_get_icon (ZgCellStyles *self,
                                       const char   *icon_name,
                                       int           size);

G_END_DECLS
