/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-contact-importer.h"

G_BEGIN_DECLS

#define ZG_TYPE_CONTACT_IMPORT_LIST (zg_contact_import_list_get_type ())
G_DECLARE_FINAL_TYPE (ZgContactImportList, zg_contact_import_list, ZG, CONTACT_IMPORT_LIST, GtkWidget)

void zg_contact_import_list_show (ZgContactImportList         *self,
                                  const ZgContactImportResult *result,
                                  ZgDuplicatePolicy            policy);

G_END_DECLS
