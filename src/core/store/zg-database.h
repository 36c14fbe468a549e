/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-store-error.h"

G_BEGIN_DECLS

/**
 * ZgDatabase:
 *
 * One connection to the shop file, with its prepared statements. Used by one thread at a time.
 */
typedef struct _ZgDatabase ZgDatabase;

/**
 * ZgDatabaseMode:
 * @ZG_DATABASE_WRITER: reads and writes; creates the file (0600) when there is none
 * @ZG_DATABASE_READER: only reads; the file has to exist
 */
typedef enum {
  ZG_DATABASE_WRITER,
  ZG_DATABASE_READER,
} ZgDatabaseMode;

ZgDatabase *zg_database_open (const char      *path,
                              ZgDatabaseMode   mode,
                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_database_close (ZgDatabase *db);
const char *zg_database_get_path (ZgDatabase *db);
gboolean zg_database_exec (ZgDatabase  *db,
                           const char  *sql,
                           GError     **error);
gboolean zg_database_query_int64 (ZgDatabase  *db,
                                  const char  *sql,
                                  gint64      *value_out,
                                  GError     **error);
gboolean zg_database_begin (ZgDatabase  *db,
                            GError     **error);
gboolean zg_database_commit (ZgDatabase  *db,
                             GError     **error);
void zg_database_rollback (ZgDatabase *db);
gboolean zg_database_in_transaction (ZgDatabase *db);
gint64 zg_database_last_id (ZgDatabase *db);
int zg_database_changes (ZgDatabase *db);
void zg_database_interrupt (ZgDatabase *db);
gboolean zg_database_set_max_pages (ZgDatabase  *db,
                                    gint64       n_pages,
                                    GError     **error);
void zg_database_set_bulk (ZgDatabase *db,
                           gboolean    bulk,
                           gboolean    lazy);
void zg_database_set_keeps_journal (ZgDatabase *db,
                                    gboolean    keeps);
int zg_database_get_journal_pages (ZgDatabase *db);
gint64 zg_database_get_data_version (ZgDatabase *db);

/* Changed rows, for whoever shows them: noted by the table files, handed out by the store after COMMIT. */
typedef enum {
  ZG_TABLE_SETTING = 1 << 0,
  ZG_TABLE_STAFF = 1 << 1,
  ZG_TABLE_CUSTOMER = 1 << 2,
  ZG_TABLE_ORDER = 1 << 3,
  ZG_TABLE_REPLY = 1 << 4,
  ZG_TABLE_FOLLOW_UP = 1 << 5,
  ZG_TABLE_CONTACT = 1 << 6,
  ZG_TABLE_IMPORT = 1 << 7,
  ZG_TABLE_RECENT = 1 << 8,
  ZG_TABLE_WORDING = 1 << 9,
  ZG_TABLE_WAITING = 1 << 10,
  ZG_TABLE_SEGMENT = 1 << 11,
  ZG_TABLE_ROUND = 1 << 12,
  ZG_TABLE_LEVEL = 1 << 13,
  ZG_TABLE_TAG = 1 << 14,
  ZG_TABLE_CASE = 1 << 15,
  ZG_TABLE_PROMISE = 1 << 16,
  ZG_TABLE_CHASE = 1 << 17,
  ZG_TABLE_CHECK_ROW = 1 << 18,
  ZG_TABLE_PRODUCT = 1 << 19,
  ZG_TABLE_PROMOTION = 1 << 20,
  ZG_TABLE_COURIER = 1 << 21,
  ZG_TABLE_DAY_OFF = 1 << 22,
  ZG_TABLE_PARCEL = 1 << 23,
} ZgTables;

#define ZG_TABLES_ALL ((ZgTables) 0xffffff)

void zg_database_note_change (ZgDatabase *db,
                              ZgTables    table,
                              gint64      id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgDatabase, zg_database_close)

G_END_DECLS
