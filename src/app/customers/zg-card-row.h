/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgCardIntent:
 * @ZG_CARD_BEGIN: change it
 * @ZG_CARD_COMMIT: save what was typed
 * @ZG_CARD_INSIST: save it also where somebody else changed the same thing
 * @ZG_CARD_CANCEL: stop changing it
 * @ZG_CARD_REMOVE: take it away
 * @ZG_CARD_OWN: the first of those that only one card knows
 *
 * What the person at a row wants, told by its signal `intent`.
 */
typedef enum {
  ZG_CARD_BEGIN,
  ZG_CARD_COMMIT,
  ZG_CARD_INSIST,
  ZG_CARD_CANCEL,
  ZG_CARD_REMOVE,
  ZG_CARD_OWN,
} ZgCardIntent;

#define ZG_TYPE_CARD_ROW (zg_card_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgCardRow, zg_card_row, ZG, CARD_ROW, GtkListBoxRow)

GtkWidget *zg_card_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_card_row_get_id (ZgCardRow *self);
void zg_card_row_show (ZgCardRow  *self,
                       gint64      id,
                       GtkWidget  *view,
                       const char *name);
void zg_card_row_begin (ZgCardRow *self,
                        GtkWidget *fields);
GtkWidget *zg_card_row_get_fields (ZgCardRow *self);
gboolean zg_card_row_tell (ZgCardRow    *self,
                           const GError *error);
void zg_card_row_end (ZgCardRow *self);
GtkWidget *zg_card_tool_new (const char *icon_name,
                             const char *label,
                             int         intent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
