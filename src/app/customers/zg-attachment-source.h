/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-attachment.h"
#include "zg-session.h"

G_BEGIN_DECLS

void zg_attachment_read_files_async (GListModel          *files,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean zg_attachment_clipboard_has_any (GdkClipboard *clipboard);
void zg_attachment_read_clipboard_async (GdkClipboard        *clipboard,
                                         const char          *name,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
GPtrArray *zg_attachment_read_finish (GAsyncResult  *result,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_attachment_load_async (ZgSession           *session,
                               gint64               id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
ZgAttachment *zg_attachment_load_finish (GAsyncResult  *result,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
