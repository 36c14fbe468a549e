/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-picture.h"
#include "zg-store.h"

G_BEGIN_DECLS

/*
 * ZgReplyPicture lets one choose the picture that a reply is copied with.
 *
 * Signals:
 *   changed ()      another picture, or none any more
 */
#define ZG_TYPE_REPLY_PICTURE (zg_reply_picture_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyPicture, zg_reply_picture, ZG, REPLY_PICTURE, GtkWidget)

void zg_reply_picture_load (ZgReplyPicture *self,
                            ZgStore        *store,
                            gint64          picture_id);
void zg_reply_picture_set_bytes (ZgReplyPicture *self,
                                 GBytes         *bytes);
gint64 zg_reply_picture_get_id (ZgReplyPicture *self);
ZgPicture *zg_reply_picture_make_new (ZgReplyPicture *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
