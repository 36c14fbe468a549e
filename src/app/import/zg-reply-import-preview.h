/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-import.h"

G_BEGIN_DECLS

#define ZG_TYPE_REPLY_IMPORT_PREVIEW (zg_reply_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyImportPreview, zg_reply_import_preview, ZG, REPLY_IMPORT_PREVIEW, GtkWidget)

void zg_reply_import_preview_show (ZgReplyImportPreview *self,
                                   const ZgReplyPlan    *plan);

G_END_DECLS
