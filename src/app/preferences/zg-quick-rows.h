/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *zg_quick_rows_new (GtkWidget *shortcut_row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
