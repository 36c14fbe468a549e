/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-book.h"

G_BEGIN_DECLS

typedef struct _ZgReplyGroups ZgReplyGroups;

ZgReplyGroups *zg_reply_groups_new (GtkListBox *list) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_groups_free (ZgReplyGroups *self);
void zg_reply_groups_update (ZgReplyGroups *self,
                             ZgReplyBook   *book);
gint64 zg_reply_groups_get_row_id (ZgReplyGroups *self,
                                   GtkListBoxRow *row);
GMenuModel *zg_reply_groups_get_menu (ZgReplyGroups *self);
const char *zg_reply_groups_get_label (ZgReplyGroups *self);

G_END_DECLS
