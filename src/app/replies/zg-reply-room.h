/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zg_reply_room_give (GtkTextView       *view,
                         GtkScrolledWindow *frame);

G_END_DECLS
