/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-erased-table.h"
#include "zg-import-writer.h"
#include "zg-new-rows.h"

G_BEGIN_DECLS

/**
 * ZgImportBuyers:
 *
 * The buyers of the orders that are being written: those whom the shop knows, and new ones that wait to be written.
 */
typedef struct _ZgImportBuyers ZgImportBuyers;

ZgImportBuyers *zg_import_buyers_new (ZgDatabase     *db,
                                      ZgNewRows      *rows,
                                      gint64          import_id,
                                      ZgClock        *clock,
                                      ZgImportCounts *counts,
                                      GHashTable     *seen) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_import_seen_note (GHashTable *seen,
                              const char *first,
                              const char *second);
void zg_import_buyers_free (ZgImportBuyers *buyers);
gboolean zg_import_buyers_were_erased (ZgImportBuyers       *buyers,
                                       const ZgErasedMarks  *marks,
                                       const ZgReadyRecord  *ready,
                                       gboolean             *erased_out,
                                       GError              **error);
gboolean zg_import_buyers_settle (ZgImportBuyers        *buyers,
                                  const ZgReadyRecord   *ready,
                                  gint64                *id_out,
                                  ZgNewCustomer        **fresh_out,
                                  GError               **error);
GPtrArray *zg_import_buyers_get_fresh (ZgImportBuyers *buyers);
void zg_import_buyers_clear (ZgImportBuyers *buyers);

G_END_DECLS
