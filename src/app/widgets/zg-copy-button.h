/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *zg_copy_button_new (const char *text,
                               const char *label);

G_END_DECLS
