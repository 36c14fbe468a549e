/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-list-feed.h"
#include "zg-list-kind.h"

G_BEGIN_DECLS

#define ZG_TYPE_LIST_BAR (zg_list_bar_get_type ())
G_DECLARE_FINAL_TYPE (ZgListBar, zg_list_bar, ZG, LIST_BAR, GtkWidget)

void zg_list_bar_set_kind (ZgListBar        *self,
                           const ZgListKind *kind);
void zg_list_bar_set_feed (ZgListBar  *self,
                           ZgListFeed *feed);
void zg_list_bar_set_column_mode (ZgListBar    *self,
                                  ZgColumnMode  mode);
void zg_list_bar_add_end (ZgListBar *self,
                          GtkWidget *widget);
GtkWidget *zg_list_bar_set_filter_popover (ZgListBar *self,
                                           GtkWidget *popover);
void zg_list_bar_set_segment (ZgListBar  *self,
                              const char *segment);
const char *zg_list_bar_get_own_segment (ZgListBar *self);
const char *zg_list_bar_get_segment (ZgListBar *self);
guint zg_list_bar_get_n_rows (ZgListBar *self);
GtkWidget *zg_list_bar_get_entry (ZgListBar *self);
gboolean zg_list_bar_has_query (ZgListBar *self);
gboolean zg_list_bar_clear_query (ZgListBar *self);
void zg_list_bar_show_all (ZgListBar *self);
void zg_list_bar_show_n_rows (ZgListBar *self,
                              guint      n_rows);

G_END_DECLS
