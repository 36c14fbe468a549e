/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-book.h"

G_BEGIN_DECLS

void zg_reply_drag_add_row (GtkWidget   *frame,
                            ZgReplyBook *book);
void zg_reply_drag_add_group (GtkWidget *row,
                              gint64     group_id);

G_END_DECLS
