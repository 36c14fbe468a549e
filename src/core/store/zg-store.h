/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

#define ZG_TYPE_STORE (zg_store_get_type ())
G_DECLARE_FINAL_TYPE (ZgStore, zg_store, ZG, STORE, GObject)

/**
 * ZgStoreFunc:
 * @db: the connection, already inside a transaction for a write
 * @data: what the job works on: its arguments, and room for its result
 * @cancellable: (nullable):
 *
 * A job on the shop file. Runs on a thread of the store. A write that returns %FALSE is rolled back whole.
 */
typedef gboolean (*ZgStoreFunc) (ZgDatabase    *db,
                                 gpointer       data,
                                 GCancellable  *cancellable,
                                 GError       **error);

ZgStore *zg_store_open (const char  *path,
                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_store_close (ZgStore *store);
void zg_store_watch (ZgStore *store);
const char *zg_store_get_path (ZgStore *store);
gboolean zg_store_is_read_only (ZgStore *store);

gboolean zg_store_read (ZgStore      *store,
                        ZgStoreFunc   func,
                        gpointer      data,
                        GError      **error);
gboolean zg_store_write (ZgStore      *store,
                         ZgStoreFunc   func,
                         gpointer      data,
                         GError      **error);
gboolean zg_store_write_bulk (ZgStore      *store,
                              ZgStoreFunc   func,
                              gpointer      data,
                              gboolean      lazy,
                              GError      **error);
void zg_store_keep_journal (ZgStore  *store,
                            gboolean  keep);
int zg_store_get_journal_pages (ZgStore *store);
void zg_store_sync_journal (ZgStore *store);
void zg_store_trim_journal (ZgStore *store);
gboolean zg_store_has_waiting_writes (ZgStore *store);
void zg_store_read_async (ZgStore             *store,
                          ZgStoreFunc          func,
                          gpointer             data,
                          GDestroyNotify       destroy,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data);
void zg_store_write_async (ZgStore             *store,
                           ZgStoreFunc          func,
                           gpointer             data,
                           GDestroyNotify       destroy,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
gpointer zg_store_finish (ZgStore       *store,
                          GAsyncResult  *result,
                          GError       **error);
ZgDatabase *zg_store_get_list_reader (ZgStore  *store,
                                      GError  **error);
ZgDatabase *zg_store_open_reader (ZgStore  *store,
                                  GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
