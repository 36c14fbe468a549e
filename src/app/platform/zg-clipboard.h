/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-picture.h"

G_BEGIN_DECLS

/**
 * ZgClipboardError:
 * @ZG_CLIPBOARD_ERROR_NOT_FOCUSED: the window could not get the focus, without which nothing reaches the clipboard
 * @ZG_CLIPBOARD_ERROR_LOST: another program took the clipboard at the same moment
 * @ZG_CLIPBOARD_ERROR_REFUSED: the desktop wants it to be the answer to a key or a click
 */
typedef enum {
  ZG_CLIPBOARD_ERROR_NOT_FOCUSED,
  ZG_CLIPBOARD_ERROR_LOST,
  ZG_CLIPBOARD_ERROR_REFUSED,
} ZgClipboardError;

#define ZG_CLIPBOARD_ERROR (zg_clipboard_error_quark ())
GQuark zg_clipboard_error_quark (void);

void zg_clipboard_copy_async (GtkWindow           *window,
                              const char          *text,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void zg_clipboard_copy_picture_async (GtkWindow           *window,
                                      const ZgPicture     *picture,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
void zg_clipboard_copy_image_async (GtkWindow           *window,
                                    const char          *media_type,
                                    GBytes              *bytes,
                                    GBytes              *png,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean zg_clipboard_copy_finish (GtkWindow     *window,
                                   GAsyncResult  *result,
                                   GError       **error);
void zg_clipboard_prepare (GdkDisplay *display);
gboolean zg_clipboard_is_ours (GdkDisplay *display);

G_END_DECLS
