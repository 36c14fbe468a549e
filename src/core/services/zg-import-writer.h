/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-import-record.h"

G_BEGIN_DECLS

/**
 * ZgImportCounts:
 *
 * What an import did.
 */
typedef struct {
  gint64 customers_new;
  gint64 customers_updated;
  gint64 customers_unchanged;
  gint64 orders_new;
  gint64 orders_updated;
  gint64 orders_unchanged;
  gint64 items;
} ZgImportCounts;

gboolean zg_import_writer_apply (ZgDatabase            *db,
                                 const ZgImportRecord  *record,
                                 gint64                 import_id,
                                 ZgClock               *clock,
                                 ZgImportCounts        *counts,
                                 GError               **error);

G_END_DECLS
