/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "zg-database-private.h"
#include "zg-file-locks.h"
#include "zg-row-feed.h"
#include "zg-schema.h"

/* Above this many rows a change is told as "many": whoever shows them reads anew. */
#define MAX_NAMED_CHANGES 512

/* How long to wait for another program that makes the same shop, and how long between two tries, in milliseconds. */
#define BUSY_TIMEOUT 5000
#define BUSY_STEP 20

static const char connection_pragmas[] =
  "PRAGMA foreign_keys = ON;"
  "PRAGMA trusted_schema = OFF;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA temp_store = MEMORY;";

static const char writer_pragmas[] =
  /* An acknowledged edit survives a power cut. */
  "PRAGMA synchronous = FULL;"
  "PRAGMA journal_size_limit = " ZG_JOURNAL_SIZE_LIMIT ";"
  "PRAGMA cache_size = -65536;";

static const char reader_pragmas[] =
  "PRAGMA query_only = ON;"
  "PRAGMA cache_size = -8192;";

static void
free_idle_queue (gpointer data)
{
  g_queue_free_full (data, (GDestroyNotify) sqlite3_finalize);
}

static void
configure_library (void)
{
  static gsize configured;

  if (g_once_init_enter (&configured))
    {
      /* SQLite's own count of its memory takes a lock at every allocation, and nobody asks for it. */
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      zg_file_locks_install ();
      g_once_init_leave (&configured, 1);
    }
}

/* SQLite would make the file with the umask's mode; a shop file is the owner's alone (0600, and so its -wal, -shm). */
static gboolean
create_private_file (const char  *path,
                     GError     **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      if (errno == EEXIST)
        return TRUE;
      return zg_store_error_set (error, NULL,
                                 errno == EROFS || errno == EACCES || errno == EPERM ? SQLITE_READONLY
                                 : errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN);
    }

  close (fd);
  return TRUE;
}

/* SQLite does not wait where two programs give a new file its journal: neither could go on with what it has read. */
static gboolean
begin_journal (ZgDatabase  *self,
               GError     **error)
{
  int code = SQLITE_BUSY;

  for (int waited = 0; code == SQLITE_BUSY && waited < BUSY_TIMEOUT; waited += BUSY_STEP)
    {
      if (waited > 0)
        sqlite3_sleep (BUSY_STEP);
      code = sqlite3_exec (self->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) & 0xff;
    }
  return code == SQLITE_OK || zg_store_error_set (error, self->handle, code);
}

static gboolean
configure (ZgDatabase  *self,
           GError     **error)
{
  int version;

  zg_journal_set_up (self);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);

  if (!zg_fts_register_tokenizer (self->handle, error))
    return FALSE;
  if (zg_row_feed_register (self->handle) != SQLITE_OK)
    return zg_store_error_set (error, self->handle, SQLITE_NOMEM);
  if (!zg_database_exec (self, connection_pragmas, error))
    return FALSE;
  /* Before the first pragma that writes: somebody else's file stays as it is. */
  if (!zg_schema_check (self, self->mode, &version, error))
    return FALSE;
  if (self->mode == ZG_DATABASE_READER)
    return zg_database_exec (self, reader_pragmas, error);
  return begin_journal (self, error) && zg_database_exec (self, writer_pragmas, error);
}

/**
 * zg_database_open:
 * @path: a file
 * @mode: for reading alone or for writing too
 * @error: return location for an error
 *
 * Opens a connection with the house's settings. It has to be a shop file of a known form, or an empty one.
 *
 * Returns: (transfer full) (nullable): the connection
 */
ZgDatabase *
zg_database_open (const char      *path,
                  ZgDatabaseMode   mode,
                  GError         **error)
{
  g_autoptr(ZgDatabase) self = g_new0 (ZgDatabase, 1);
  int flags = SQLITE_OPEN_NOMUTEX | (mode == ZG_DATABASE_WRITER ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  int code;

  configure_library ();
  self->path = g_strdup (path);
  self->mode = mode;
  /* By the address of the SQL, which is a literal or interned: hashing a long statement costs more than many a query. */
  self->idle = g_hash_table_new_full (NULL, NULL, NULL, free_idle_queue);
  self->changes.customer_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->changes.order_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (mode == ZG_DATABASE_WRITER && !create_private_file (path, error))
    return NULL;

  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      zg_store_error_set (error, self->handle, code);
      return NULL;
    }

  /* A file that may not be written is opened for reading without a word; the first write would tell too late. */
  if (mode == ZG_DATABASE_WRITER && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      zg_store_error_set (error, NULL, SQLITE_READONLY);
      return NULL;
    }

  if (!configure (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * zg_database_close:
 * @db: (transfer full): a connection
 *
 * Finalises its statements, then closes it.
 */
void
zg_database_close (ZgDatabase *db)
{
  g_hash_table_unref (db->idle);
  if (sqlite3_close (db->handle) != SQLITE_OK)
    g_critical ("a statement outlived its connection");
  g_array_unref (db->changes.customer_ids);
  g_array_unref (db->changes.order_ids);
  g_free (db->path);
  g_free (db);
}

/**
 * zg_database_get_path:
 * @db: a connection
 *
 * Returns: (transfer none): the file
 */
const char *
zg_database_get_path (ZgDatabase *db)
{
  return db->path;
}

/**
 * zg_database_exec:
 * @db: a connection
 * @sql: statements without parameters; never text from outside
 * @error: return location for an error
 *
 * Runs a script. A script that fails half-way leaves an open transaction open.
 *
 * Returns: whether all of it was carried out
 */
gboolean
zg_database_exec (ZgDatabase  *db,
                  const char  *sql,
                  GError     **error)
{
  int code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    return zg_store_error_set (error, db->handle, code);
  return TRUE;
}

/**
 * zg_database_query_int64:
 * @db: a connection
 * @sql: a query for one number, a literal
 * @value_out: (out): the number; 0 without a row
 * @error: return location for an error
 *
 * Returns: whether the query ran
 */
gboolean
zg_database_query_int64 (ZgDatabase  *db,
                         const char  *sql,
                         gint64      *value_out,
                         GError     **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db->handle, sql, -1, &statement, NULL);

  *value_out = 0;
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *value_out = sqlite3_column_int64 (statement, 0);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      zg_store_error_set (error, db->handle, code);
      sqlite3_finalize (statement);
      return FALSE;
    }

  sqlite3_finalize (statement);
  return TRUE;
}

/**
 * zg_database_begin:
 * @db: a connection
 * @error: return location for an error
 *
 * Begins a transaction; for a writer one that holds the write lock from the start, so that it can't fail half-way
 * because another program writes.
 *
 * Returns: whether it began
 */
gboolean
zg_database_begin (ZgDatabase  *db,
                   GError     **error)
{
  zg_database_changes_clear (&db->changes);
  return zg_database_exec (db, db->mode == ZG_DATABASE_WRITER ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

/**
 * zg_database_commit:
 * @db: a connection in a transaction
 * @error: return location for an error
 *
 * Makes the transaction last. When that fails it is rolled back.
 *
 * Returns: whether it is on disk
 */
gboolean
zg_database_commit (ZgDatabase  *db,
                    GError     **error)
{
  /* An index that waits for changes to be told would never hear of them. */
  g_assert (db->held_customers == NULL && db->held_orders == NULL);

  if (zg_database_exec (db, "COMMIT", error))
    return TRUE;

  zg_database_rollback (db);
  return FALSE;
}

/**
 * zg_database_rollback:
 * @db: a connection
 *
 * Takes the transaction back, if one is open. SQLite may have done so already, as it does when the disk is full.
 */
void
zg_database_rollback (ZgDatabase *db)
{
  g_autoptr(GError) error = NULL;

  zg_database_changes_clear (&db->changes);
  g_clear_pointer (&db->held_customers, g_hash_table_unref);
  g_clear_pointer (&db->held_orders, g_hash_table_unref);
  if (zg_database_in_transaction (db) && !zg_database_exec (db, "ROLLBACK", &error))
    g_warning ("rollback: %s", error->message);
}

/**
 * zg_database_in_transaction:
 * @db: a connection
 *
 * Returns: whether a transaction is open
 */
gboolean
zg_database_in_transaction (ZgDatabase *db)
{
  return !sqlite3_get_autocommit (db->handle);
}

/**
 * zg_database_last_id:
 * @db: a connection
 *
 * Returns: the row id of the last insert
 */
gint64
zg_database_last_id (ZgDatabase *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

/**
 * zg_database_changes:
 * @db: a connection
 *
 * Returns: how many rows the last statement changed
 */
int
zg_database_changes (ZgDatabase *db)
{
  return sqlite3_changes (db->handle);
}

/**
 * zg_database_interrupt:
 * @db: a reading connection
 *
 * Makes the query that runs on another thread end with %G_IO_ERROR_CANCELLED. Never for a writer: SQLite would roll
 * its transaction back.
 */
void
zg_database_interrupt (ZgDatabase *db)
{
  g_return_if_fail (db->mode == ZG_DATABASE_READER);
  sqlite3_interrupt (db->handle);
}

/**
 * zg_database_set_max_pages:
 * @db: a connection
 * @n_pages: how many pages the file may have
 * @error: return location for an error
 *
 * Makes the file full at will, for tests of what happens then.
 *
 * Returns: whether the limit is set
 */
gboolean
zg_database_set_max_pages (ZgDatabase  *db,
                           gint64       n_pages,
                           GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, n_pages);

  return zg_database_exec (db, sql, error);
}

/**
 * zg_database_get_data_version:
 * @db: a connection
 *
 * A number that changes when another connection, of this or another program, has committed.
 *
 * Returns: the number, or -1 when it can't be read
 */
gint64
zg_database_get_data_version (ZgDatabase *db)
{
  gint64 version;

  return zg_database_query_int64 (db, "PRAGMA data_version", &version, NULL) ? version : -1;
}

/* (transfer full) (nullable): a prepared statement for @sql with nothing bound. */
sqlite3_stmt *
zg_database_take_statement (ZgDatabase  *db,
                            const char  *sql,
                            GError     **error)
{
  GQueue *queue = g_hash_table_lookup (db->idle, sql);
  sqlite3_stmt *handle = NULL;
  int code;

  if (queue != NULL && !g_queue_is_empty (queue))
    return g_queue_pop_head (queue);

  code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code == SQLITE_OK)
    return handle;

  g_debug ("prepare: %s: %s", sqlite3_errmsg (db->handle), sql);
  zg_store_error_set (error, db->handle, code);
  return NULL;
}

/* Takes @handle back, to be used again. */
void
zg_database_return_statement (ZgDatabase   *db,
                              const char   *sql,
                              sqlite3_stmt *handle)
{
  GQueue *queue = g_hash_table_lookup (db->idle, sql);

  sqlite3_reset (handle);
  sqlite3_clear_bindings (handle);

  if (queue == NULL)
    {
      queue = g_queue_new ();
      g_hash_table_insert (db->idle, (gpointer) sql, queue);
    }
  g_queue_push_head (queue, handle);
}

/**
 * zg_database_note_change:
 * @db: a writing connection in a transaction
 * @table: what sort of row was changed
 * @id: its id; looked at for customers and orders
 *
 * Notes a change, to be told by #ZgStore::changed after COMMIT.
 */
void
zg_database_note_change (ZgDatabase *db,
                         ZgTables    table,
                         gint64      id)
{
  GArray *ids = table == ZG_TABLE_CUSTOMER ? db->changes.customer_ids
                : table == ZG_TABLE_ORDER ? db->changes.order_ids : NULL;

  db->changes.tables |= table;
  if (ids == NULL || db->changes.many)
    return;

  if (ids->len >= MAX_NAMED_CHANGES)
    db->changes.many = TRUE;
  else if (ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) != id)
    g_array_append_val (ids, id);
}

/* Forgets what was gathered. */
void
zg_database_changes_clear (ZgDatabaseChanges *changes)
{
  changes->tables = 0;
  changes->many = FALSE;
  g_array_set_size (changes->customer_ids, 0);
  g_array_set_size (changes->order_ids, 0);
}

/* Hands out what the last transaction changed; the arrays are the caller's. */
void
zg_database_take_changes (ZgDatabase        *db,
                          ZgDatabaseChanges *changes_out)
{
  *changes_out = db->changes;
  db->changes = (ZgDatabaseChanges) {
    .customer_ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .order_ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
}
