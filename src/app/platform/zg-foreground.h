/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zg_foreground_present (GtkWindow *window,
                            guint32    timestamp);

G_END_DECLS
