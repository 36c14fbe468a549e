/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zg_reply_stages_fill (GtkFlowBox *box,
                           GCallback   changed,
                           gpointer    user_data);
void zg_reply_stages_show (GtkFlowBox *box,
                           guint32     stages);
guint32 zg_reply_stages_get (GtkFlowBox *box);

G_END_DECLS
