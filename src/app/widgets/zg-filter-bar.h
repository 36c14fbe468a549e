/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Signals:
 *   chosen (filter)   the person has chosen that one, also when it was shown as chosen
 */
#define ZG_TYPE_FILTER_BAR (zg_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (ZgFilterBar, zg_filter_bar, ZG, FILTER_BAR, GtkWidget)

void zg_filter_bar_set_labels (ZgFilterBar        *self,
                               const char * const *labels,
                               guint               n_filters);
void zg_filter_bar_show (ZgFilterBar *self,
                         guint        filter);
void zg_filter_bar_show_none (ZgFilterBar *self);
void zg_filter_bar_show_counts (ZgFilterBar  *self,
                                const gint64 *counts);

G_END_DECLS
