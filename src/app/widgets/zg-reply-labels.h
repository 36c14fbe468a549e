/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zg_reply_labels_show (GtkLabel      *label,
                           const char    *text,
                           PangoAttrList *attributes);
void zg_reply_labels_show_title (GtkLabel   *label,
                                 const char *title,
                                 const char *query);

G_END_DECLS
