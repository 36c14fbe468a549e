/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "zg-database.h"

G_BEGIN_DECLS

/* A journal that was longer than so many bytes is cut to them when it begins anew. */
#define ZG_JOURNAL_SIZE_LIMIT "67108864"

/**
 * ZgDatabaseChanges:
 * @tables: tables that were touched
 * @customer_ids: (element-type gint64): touched customers, empty and @many set when they are too many to name
 *
 * What a transaction changed, gathered until COMMIT.
 */
typedef struct {
  ZgTables tables;
  GArray *customer_ids;
  GArray *order_ids;
  gboolean many;
} ZgDatabaseChanges;

struct _ZgDatabase {
  sqlite3 *handle;
  char *path;
  ZgDatabaseMode mode;
  GHashTable *idle;             /* SQL text → GQueue of sqlite3_stmt waiting for their next use */
  ZgDatabaseChanges changes;
  /* Changed rows that the search index does not know of yet, by id: the texts that it knows. NULL unless it waits. */
  GHashTable *held_customers;
  GHashTable *held_orders;
  /* Atomic. */
  int keeps_journal;
  int journal_pages;
};

gboolean zg_store_error_set (GError     **error,
                             sqlite3     *handle,
                             int          code);
sqlite3_stmt *zg_database_take_statement (ZgDatabase  *db,
                                          const char  *sql,
                                          GError     **error);
void zg_database_return_statement (ZgDatabase   *db,
                                   const char   *sql,
                                   sqlite3_stmt *handle);
void zg_database_changes_clear (ZgDatabaseChanges *changes);
void zg_database_take_changes (ZgDatabase        *db,
                               ZgDatabaseChanges *changes_out);
void zg_journal_set_up (ZgDatabase *db);
gboolean zg_fts_register_tokenizer (sqlite3  *handle,
                                    GError  **error);

G_END_DECLS
