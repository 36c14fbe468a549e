/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zg_scroll_to_widget_later (GtkWidget *widget);
void zg_scroll_add_page_keys (GtkWidget         *page,
                              GtkScrolledWindow *scroller);

G_END_DECLS
