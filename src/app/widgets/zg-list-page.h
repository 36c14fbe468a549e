/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-list-bar.h"
#include "zg-list-kind.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   choice-changed ()    several rows are chosen, or others, or none any more
 */
#define ZG_TYPE_LIST_PAGE (zg_list_page_get_type ())
G_DECLARE_FINAL_TYPE (ZgListPage, zg_list_page, ZG, LIST_PAGE, GtkWidget)

GtkWidget *zg_list_page_new (const ZgListKind *kind,
                             ZgSession        *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_list_page_set_column_mode (ZgListPage   *self,
                                   ZgColumnMode  mode);
gint64 zg_list_page_get_selected (ZgListPage *self);
void zg_list_page_select (ZgListPage *self,
                          gint64      id);
void zg_list_page_focus (ZgListPage *self);
void zg_list_page_find (ZgListPage *self);
guint zg_list_page_get_n_chosen (ZgListPage *self);
GArray *zg_list_page_list_chosen (ZgListPage *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_list_page_clear_choice (ZgListPage *self);
ZgListBar *zg_list_page_get_bar (ZgListPage *self);
gint64 zg_list_page_get_neighbour (ZgListPage *self,
                                   gint64      id,
                                   int         step);
ZgRow *zg_list_page_dup_row (ZgListPage *self,
                             gint64      id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
