/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-import-report.h"

G_BEGIN_DECLS

#define ZG_TYPE_IMPORT_FRAME (zg_import_frame_get_type ())
G_DECLARE_FINAL_TYPE (ZgImportFrame, zg_import_frame, ZG, IMPORT_FRAME, GtkWidget)

ZgImportReport *zg_import_frame_get_report (ZgImportFrame *self);
void zg_import_frame_set_path (ZgImportFrame *self,
                               const char    *path);
void zg_import_frame_set_buttons (ZgImportFrame *self,
                                  const char    *cancel,
                                  const char    *go);
void zg_import_frame_set_rejects (ZgImportFrame *self,
                                  const char    *text);
void zg_import_frame_work (ZgImportFrame *self,
                           const char    *text);
void zg_import_frame_set_progress (ZgImportFrame *self,
                                   double         part,
                                   const char    *text);
void zg_import_frame_tell (ZgImportFrame *self,
                           const char    *text);
void zg_import_frame_fail (ZgImportFrame *self,
                           const char    *text);

G_END_DECLS
