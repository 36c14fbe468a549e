/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * ZgThumbnails loads small pictures of attachments, one after the other.
 *
 * Signals:
 *   loaded (id)      the picture of that attachment is there now
 */
#define ZG_TYPE_THUMBNAILS (zg_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (ZgThumbnails, zg_thumbnails, ZG, THUMBNAILS, GObject)

ZgThumbnails *zg_thumbnails_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
GdkTexture *zg_thumbnails_get (ZgThumbnails *self,
                               gint64        id);
void zg_thumbnails_load (ZgThumbnails *self,
                         GPtrArray    *attachments);
void zg_thumbnails_clear (ZgThumbnails *self);

G_END_DECLS
