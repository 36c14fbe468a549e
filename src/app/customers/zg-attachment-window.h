/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-attachment.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_ATTACHMENT_WINDOW (zg_attachment_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgAttachmentWindow, zg_attachment_window, ZG, ATTACHMENT_WINDOW, AdwWindow)

GtkWindow *zg_attachment_window_new (GtkWindow          *parent,
                                     ZgSession          *session,
                                     const ZgAttachment *attachment) G_GNUC_WARN_UNUSED_RESULT;
void zg_attachment_save_copy_of (GtkWidget *widget,
                                 ZgSession *session,
                                 gint64     id);

G_END_DECLS
