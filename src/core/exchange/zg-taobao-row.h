/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-header-map.h"
#include "zg-import-record.h"

G_BEGIN_DECLS

gboolean zg_taobao_row_read (const ZgHeaderMap  *map,
                             ZgDelimitedReader  *reader,
                             gboolean            is_line,
                             ZgImportRecord     *record,
                             char              **reason_out);

G_END_DECLS
