/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zg_picture_decode_async (GBytes              *bytes,
                              int                  max_side,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
GdkTexture *zg_picture_decode_finish (GAsyncResult  *result,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
