/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-attachment.h"

G_BEGIN_DECLS

#define ZG_TYPE_ATTACHMENT_EDITOR (zg_attachment_editor_get_type ())
G_DECLARE_FINAL_TYPE (ZgAttachmentEditor, zg_attachment_editor, ZG, ATTACHMENT_EDITOR, GtkWidget)

GtkWidget *zg_attachment_editor_new (const ZgAttachment *before,
                                     GPtrArray          *order_names) G_GNUC_WARN_UNUSED_RESULT;
const ZgAttachment *zg_attachment_editor_get_before (ZgAttachmentEditor *self);
ZgAttachment *zg_attachment_editor_build (ZgAttachmentEditor *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_attachment_editor_is_changed (ZgAttachmentEditor *self);

G_END_DECLS
