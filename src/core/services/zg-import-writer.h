/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-new-rows.h"
#include "zg-ready-record.h"

G_BEGIN_DECLS

/**
 * ZgImportCounts:
 * @anonymous: orders among these that came in without their buyer, who was erased
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
  gint64 anonymous;
  gint64 items;
} ZgImportCounts;

/**
 * ZgImportWriter:
 *
 * Writes records in one transaction.
 */
typedef struct _ZgImportWriter ZgImportWriter;

ZgImportWriter *zg_import_writer_begin (ZgDatabase      *db,
                                        gint64           import_id,
                                        ZgClock         *clock,
                                        ZgImportCounts  *counts,
                                        GHashTable      *seen,
                                        ZgNewRowsGoOn    go_on,
                                        gpointer         data,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_import_writer_free (ZgImportWriter *writer);
gboolean zg_import_writer_apply (ZgImportWriter  *writer,
                                 ZgReadyRecord   *ready,
                                 GError         **error);
gboolean zg_import_writer_flush (ZgImportWriter  *writer,
                                 GError         **error);
gboolean zg_import_writer_end (ZgImportWriter  *writer,
                               GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgImportWriter, zg_import_writer_free)

G_END_DECLS
