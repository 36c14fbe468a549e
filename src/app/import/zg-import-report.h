/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-import-task.h"
#include "zg-reply-import.h"

G_BEGIN_DECLS

#define ZG_TYPE_IMPORT_REPORT (zg_import_report_get_type ())
G_DECLARE_FINAL_TYPE (ZgImportReport, zg_import_report, ZG, IMPORT_REPORT, GtkWidget)

void zg_import_report_set_can_save (ZgImportReport *self,
                                    gboolean        can_save);
void zg_import_report_show (ZgImportReport       *self,
                            const ZgImportResult *result);
void zg_import_report_show_replies (ZgImportReport    *self,
                                    const ZgReplyPlan *plan);
void zg_import_report_show_contacts (ZgImportReport              *self,
                                     const ZgContactImportResult *result,
                                     const gint64                *counts);

G_END_DECLS
