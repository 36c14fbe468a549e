/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-import-record.h"

G_BEGIN_DECLS

gboolean zg_import_merge (ZgOrder              *known,
                          const ZgImportRecord *record);
void zg_import_merge_new (ZgOrder              *order,
                          const ZgImportRecord *record);
gboolean zg_import_items_are_lines (const ZgOrder *order);

G_END_DECLS
