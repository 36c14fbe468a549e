/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

typedef enum {
  ZG_EXPORT_CUSTOMERS,
  ZG_EXPORT_ORDERS,
  ZG_EXPORT_REPLIES,
  ZG_EXPORT_FOLLOW_UPS,
} ZgExportTable;

typedef enum {
  ZG_EXPORT_CSV,
  ZG_EXPORT_JSON,
  ZG_EXPORT_QIANNIU,
  ZG_EXPORT_ESPANSO,
  ZG_EXPORT_VCARD,
} ZgExportFormat;

gboolean zg_export_table_from_word (const char    *word,
                                    ZgExportTable *table_out);
gboolean zg_export_format_from_word (const char     *word,
                                     ZgExportFormat *format_out);
gboolean zg_export_can_write (ZgExportTable  table,
                              ZgExportFormat format);
gboolean zg_export_write (ZgDatabase      *db,
                          ZgExportTable    table,
                          ZgExportFormat   format,
                          gint64           staff_id,
                          const char      *path,
                          GTimeZone       *zone,
                          gint64          *n_rows_out,
                          GCancellable    *cancellable,
                          GError         **error);
gboolean zg_export_write_customers (ZgDatabase      *db,
                                    GArray          *ids,
                                    ZgExportFormat   format,
                                    const char      *path,
                                    GTimeZone       *zone,
                                    gint64          *n_rows_out,
                                    GCancellable    *cancellable,
                                    GError         **error);

G_END_DECLS
