/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-pill.h"
#include "zg-table-layout.h"

G_BEGIN_DECLS

/**
 * ZgTablePlace:
 * @ZG_TABLE_FIRST: begins the first line, and takes what the end leaves
 * @ZG_TABLE_FIRST_END: ends the first line
 * @ZG_TABLE_SECOND: begins the second line
 * @ZG_TABLE_SECOND_END: ends the second line
 */
typedef enum {
  ZG_TABLE_FIRST,
  ZG_TABLE_FIRST_END,
  ZG_TABLE_SECOND,
  ZG_TABLE_SECOND_END,
} ZgTablePlace;

#define ZG_TYPE_TABLE_ROW (zg_table_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgTableRow, zg_table_row, ZG, TABLE_ROW, GtkWidget)

GtkWidget *zg_table_row_new (ZgCellStyles        *styles,
                             const ZgTableLayout *layout) G_GNUC_WARN_UNUSED_RESULT;
void zg_table_row_begin (ZgTableRow *self);
void zg_table_row_end (ZgTableRow *self);
void zg_table_row_add_text (ZgTableRow *self,
                            guint       column,
                            const char *classes,
                            const char *text);
void zg_table_row_add_pill (ZgTableRow *self,
                            guint       column,
                            ZgTone      tone,
                            const char *text);
void zg_table_row_add_icon (ZgTableRow *self,
                            guint       column,
                            const char *classes,
                            const char *icon_name,
                            int         size,
                            const char *says);
void zg_table_row_set_current (ZgTableRow *self,
                               gboolean    current);
void zg_table_row_set_state (ZgTableRow    *self,
                             GtkStateFlags  state);
const char *zg_table_row_get_tip (ZgTableRow *self,
                                  int         x);
gboolean zg_table_row_shows (ZgTableRow *self,
                             const char *text);

G_END_DECLS
