/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zg_reply_sheet_place (GtkWidget         *preview,
                           GtkScrolledWindow *pane,
                           GtkBox            *sheet,
                           gboolean           below);

G_END_DECLS
