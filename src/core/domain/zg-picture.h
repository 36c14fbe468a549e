/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What chat programs take, and what a shop file can carry. */
#define ZG_PICTURE_MAX_BYTES (10 * 1024 * 1024)

/**
 * ZgPicture:
 * @media_type: "image/png" or "image/jpeg"
 * @width: in pixels
 * @height: in pixels
 * @bytes: the file as it was chosen
 *
 * A picture that replies are copied with.
 */
typedef struct {
  gint64 id;
  char *uid;
  char *media_type;
  int width;
  int height;
  GBytes *bytes;
} ZgPicture;

ZgPicture *zg_picture_new (GBytes  *bytes,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_picture_free (ZgPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPicture, zg_picture_free)

G_END_DECLS
