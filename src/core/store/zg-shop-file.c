/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-shop-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "zg-database-private.h"
#include "zg-schema.h"
#include "zg-search-rebuild.h"

/* The shop file as a file: where it may lie, how it comes to its newest form, how a copy of it is made and trusted. */

/* How much a copy takes between two looks at the cancellable. */
#define PAGES_PER_STEP 4096

/* Locks do not work on these (linux/magic.h), and two computers would write into one another. */
static const guint32 network_file_systems[] = {
  0x6969,       /* NFS */
  0x517b,       /* SMB */
  0xff534d42,   /* CIFS */
  0xfe534d42,   /* SMB2 */
  0x01021997,   /* 9P */
  0x5346414f,   /* AFS */
};

static gboolean
refuse_network_drive (const char  *folder,
                      GError     **error)
{
  struct statfs info;

  if (statfs (folder, &info) != 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (network_file_systems); i++)
    {
      if ((guint32) info.f_type == network_file_systems[i])
        {
          g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NETWORK_DRIVE,
                               _("The shop file lies on a network drive, where two computers could damage it. "
                                 "Move it to a disk of this computer."));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
prepare_folder (const char  *path,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_CANT_OPEN,
                   _("“%s” is a folder, not a shop file."), path);
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      gboolean no_right = errno == EACCES || errno == EROFS || errno == EPERM;

      return zg_store_error_set (error, NULL, no_right ? SQLITE_READONLY : errno == ENOSPC ? SQLITE_FULL
                                                                                          : SQLITE_CANTOPEN);
    }
  return refuse_network_drive (folder, error);
}

/**
 * zg_shop_file_open_writer:
 * @path: the shop file; made, with its folder, when there is none
 * @error: return location for an error
 *
 * Opens the shop file for writing and brings it to the newest form. Before an older form is changed, a verified copy
 * is put beside it. A search index by other rules is emptied; zg_search_rebuild_start() fills it.
 *
 * Returns: (transfer full) (nullable): the connection
 */
ZgDatabase *
zg_shop_file_open_writer (const char  *path,
                          GError     **error)
{
  g_autoptr(ZgDatabase) db = NULL;
  int version;

  if (!prepare_folder (path, error))
    return NULL;

  db = zg_database_open (path, ZG_DATABASE_WRITER, error);
  if (db == NULL || !zg_schema_check (db, ZG_DATABASE_WRITER, &version, error))
    return NULL;

  if (version > 0 && version < zg_schema_get_newest_version ())
    {
      g_autofree char *copy = g_strdup_printf ("%s.before-form-%d", path, version + 1);

      if (!zg_shop_file_copy (db, copy, NULL, error))
        return NULL;
    }

  if (!zg_schema_migrate (db, version, error) || !zg_search_rebuild_begin_if_outdated (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* fsync, so that a copy that was announced survives a power cut. */
static gboolean
flush_path (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

static gboolean
copy_pages (ZgDatabase    *source,
            sqlite3       *destination,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (destination, "main", source->handle, "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    return zg_store_error_set (error, destination, sqlite3_errcode (destination));

  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_backup_finish (backup);
          return FALSE;
        }
      code = sqlite3_backup_step (backup, PAGES_PER_STEP);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        sqlite3_sleep (20);
    }

  sqlite3_backup_finish (backup);
  if (code != SQLITE_DONE)
    return zg_store_error_set (error, destination, code);
  return TRUE;
}

/* Makes an empty file of mode 0600 from a template as for mkstemp(). */
static gboolean
make_unfinished (char    *template,
                 GError **error)
{
  int fd = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    return zg_store_error_set (error, NULL, errno == ENOSPC ? SQLITE_FULL : errno == EROFS || errno == EACCES
                                                                            ? SQLITE_READONLY : SQLITE_CANTOPEN);
  close (fd);
  return TRUE;
}

/* Writes a copy to @path, an empty file, as a plain file without a journal of its own. */
static gboolean
write_copy (ZgDatabase    *source,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3 *destination = NULL;
  gboolean ok;
  int code;

  code = sqlite3_open_v2 (path, &destination, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK)
    {
      ok = copy_pages (source, destination, cancellable, error);
      /* The copy came with the mark of a journalled file: take it off, a backup is one file. */
      if (ok && sqlite3_exec (destination, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK)
        ok = zg_store_error_set (error, destination, sqlite3_errcode (destination));
    }
  else
    {
      ok = zg_store_error_set (error, destination, code);
    }

  sqlite3_close (destination);
  return ok;
}

/* SQLite begins a copy anew whenever somebody has written meanwhile, and beside an import it would never come to the end:
 * so @source goes on reading what was there at the beginning. */
static gboolean
write_copy_of_one_moment (ZgDatabase    *source,
                          const char    *path,
                          GCancellable  *cancellable,
                          GError       **error)
{
  gint64 n_tables;
  gboolean ok;

  if (!zg_database_exec (source, "BEGIN", error))
    return FALSE;
  /* Only who reads holds on to the moment. */
  ok = zg_database_query_int64 (source, "SELECT count(*) FROM sqlite_schema", &n_tables, error)
       && write_copy (source, path, cancellable, error);
  zg_database_rollback (source);
  return ok;
}

/**
 * zg_shop_file_copy:
 * @source: a connection to the shop file, not in a transaction
 * @path: where the copy goes; replaced as a whole or not at all
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Makes a verified copy (mode 0600) while others go on writing. It gets its name only when it is complete, checked and
 * on disk, so a file of that name can be trusted.
 *
 * Returns: whether the copy is there
 */
gboolean
zg_shop_file_copy (ZgDatabase    *source,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  /* A name of its own: two programs may make a backup in the same second. */
  g_autofree char *unfinished = g_strconcat (path, ZG_SHOP_FILE_UNFINISHED "XXXXXX", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!make_unfinished (unfinished, error))
    return FALSE;
  if (!write_copy_of_one_moment (source, unfinished, cancellable, error)
      || !zg_shop_file_verify (unfinished, error))
    {
      g_unlink (unfinished);
      return FALSE;
    }

  if (!flush_path (unfinished) || g_rename (unfinished, path) != 0)
    {
      zg_store_error_set (error, NULL, SQLITE_CANTOPEN);
      g_unlink (unfinished);
      return FALSE;
    }

  flush_path (folder);
  return TRUE;
}

/**
 * zg_shop_file_refuse_as_target:
 * @shop_path: the shop file
 * @path: where something is about to be written
 * @error: return location for an error
 *
 * Nothing but the store may write the shop file or its journal, whatever name leads there.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_CANT_OPEN when @path is one of them
 */
gboolean
zg_shop_file_refuse_as_target (const char  *shop_path,
                               const char  *path,
                               GError     **error)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  GStatBuf target, own;

  if (g_stat (path, &target) != 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (shop_path, endings[i], NULL);

      if (g_stat (file, &own) != 0 || own.st_dev != target.st_dev || own.st_ino != target.st_ino)
        continue;
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_CANT_OPEN,
                   _("“%s” is the shop file itself. Choose another file."), path);
      return FALSE;
    }
  return TRUE;
}

/**
 * zg_shop_file_release:
 * @path: the shop file
 * @error: return location for an error
 *
 * Moves the journal into the file and takes the journal's mark off, which SQLite only does for the last connection of
 * all: so it tells whether anybody has the file open. The next writer puts the mark on again.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_BUSY when somebody has the file open, with another error when it is damaged
 */
gboolean
zg_shop_file_release (const char  *path,
                      GError     **error)
{
  sqlite3 *handle = NULL;
  int code = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean ok = TRUE;

  if (code == SQLITE_OK)
    code = sqlite3_exec (handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    ok = zg_store_error_set (error, handle, code);
  sqlite3_close (handle);
  return ok;
}

/**
 * zg_shop_file_verify:
 * @path: a shop file that nobody writes to
 * @error: return location for an error
 *
 * Reads all of a file and looks whether it is a sound shop file of a form that we know.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_CORRUPT, %ZG_STORE_ERROR_FOREIGN_FILE or %ZG_STORE_ERROR_NEWER_SCHEMA
 */
gboolean
zg_shop_file_verify (const char  *path,
                     GError     **error)
{
  g_autoptr(ZgDatabase) db = zg_database_open (path, ZG_DATABASE_READER, error);
  sqlite3_stmt *statement = NULL;
  gboolean sound;
  int version;
  int code;

  if (db == NULL || !zg_schema_check (db, ZG_DATABASE_READER, &version, error))
    return FALSE;

  if (version == 0 || version > zg_schema_get_newest_version ())
    {
      if (version == 0)
        zg_store_error_set (error, NULL, SQLITE_NOTADB);
      else
        g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NEWER_SCHEMA,
                             _("A newer release of Zhanggui wrote this shop file. Install the newer release."));
      return FALSE;
    }

  code = sqlite3_prepare_v2 (db->handle, "PRAGMA integrity_check (1)", -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  sound = code == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);

  if (!sound)
    return zg_store_error_set (error, NULL, code == SQLITE_ROW ? SQLITE_CORRUPT : code);
  return TRUE;
}

/**
 * zg_shop_file_default_path:
 *
 * Returns: (transfer full): where the shop file is when nobody says otherwise
 */
char *
zg_shop_file_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "zhanggui", "shop.db", NULL);
}

/**
 * zg_shop_file_checkpoint:
 * @path: a shop file that is open
 *
 * Moves as much of the journal into the file as nobody reads any more, over a connection of its own: others read and
 * write meanwhile. Takes some tenths of a second for a long journal.
 */
void
zg_shop_file_checkpoint (const char *path)
{
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    {
      /* The function sqlite3_wal_checkpoint_v2() does nothing on a connection that has not read yet; the pragma reads. */
      sqlite3_exec (handle, "PRAGMA wal_checkpoint (PASSIVE)", NULL, NULL, NULL);
    }
  sqlite3_close (handle);
}

/**
 * zg_shop_file_sync_journal:
 * @path: a shop file that is open
 *
 * Waits until the disk has what stands in the journal. Others read and write meanwhile.
 */
void
zg_shop_file_sync_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  int fd = g_open (journal, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  /* Nobody relies on it: who has to know that something is on the disk waits for it himself. */
  if (fdatasync (fd) != 0)
    g_debug ("the journal was not synced: %s", g_strerror (errno));
  close (fd);
}
