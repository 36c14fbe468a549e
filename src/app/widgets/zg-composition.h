/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean zg_composition_is_under_way (GtkWidget *field);
void zg_composition_guard (GtkWidget *widget);

G_END_DECLS
