/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

void zg_merge_menu_fill (GMenu     *menu,
                         ZgSession *session,
                         gint64     customer_id);
void zg_merge_menu_undo (GtkWidget *widget,
                         ZgSession *session,
                         gint64     merge_id);

G_END_DECLS
