/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-importer.h"

G_BEGIN_DECLS

#define ZG_TYPE_IMPORT_PREVIEW (zg_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (ZgImportPreview, zg_import_preview, ZG, IMPORT_PREVIEW, GtkWidget)

void zg_import_preview_show (ZgImportPreview      *self,
                             const ZgImportResult *result);

G_END_DECLS
