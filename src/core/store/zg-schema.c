/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-schema.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "zg-radar-table.h"
#include "zg-search-rebuild.h"
#include "zg-store-resources.h"

/* "ZGSH": what tells a shop file from any other SQLite file. */
#define SHOP_FILE_ID 0x5a475348

/* The form in which orders got a key for the merge radar. */
#define RADAR_VERSION 5

/*
 * Every form that the shop file ever had, and why it came:
 *   1  the first one
 *   2  validity, owner, picture and waiting clock of replies; the word list; who is waiting
 *   3  all that is known of customers; merges, saved filters, rounds, levels, erased people
 *   4  timelines read kind by kind
 *   5  orders complete: payments, parts, parcels, cases, promises, chase; products; couriers and days off
 * A form that was released is never edited again: a change is a new file.
 */
static const char * const migrations[] = {
  "0001.sql",
  "0002.sql",
  "0003.sql",
  "0004.sql",
  "0005.sql",
};

/* With a static library nobody but we registers it; several stores may be opened, from several threads. */
static void
register_resource (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      zg_store_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

/**
 * zg_schema_load_sql:
 * @name: a script of the store's resources
 *
 * Returns: (transfer full): the script
 */
char *
zg_schema_load_sql (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_BASE "/store/", name, NULL);
  g_autoptr(GBytes) bytes = NULL;

  register_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * zg_schema_get_newest_version:
 *
 * Returns: the number of the form that this program writes
 */
int
zg_schema_get_newest_version (void)
{
  return G_N_ELEMENTS (migrations);
}

/**
 * zg_schema_check:
 * @db: a connection that has not written yet
 * @mode: what the connection is for
 * @version_out: (out): the form of the file, 0 for a new one
 * @error: return location for an error
 *
 * Looks whether the file is a shop file of a form that we know, before anything in it is touched.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_FOREIGN_FILE for somebody else's file, with %ZG_STORE_ERROR_NEWER_SCHEMA for a
 *   writer on a file of a newer release; that may still be read
 */
gboolean
zg_schema_check (ZgDatabase      *db,
                 ZgDatabaseMode   mode,
                 int             *version_out,
                 GError         **error)
{
  gint64 id, version, n_tables;
  gboolean ok;

  /* One look at all three: another program may be making the shop right now. */
  if (!zg_database_exec (db, "BEGIN", error))
    return FALSE;
  ok = zg_database_query_int64 (db, "PRAGMA application_id", &id, error)
       && zg_database_query_int64 (db, "PRAGMA user_version", &version, error)
       && zg_database_query_int64 (db, "SELECT count(*) FROM sqlite_schema", &n_tables, error);
  zg_database_rollback (db);
  if (!ok)
    return FALSE;

  *version_out = (int) version;

  if (id != SHOP_FILE_ID && (n_tables > 0 || version != 0))
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_FOREIGN_FILE,
                           _("This file is not a shop file of Zhanggui."));
      return FALSE;
    }

  if (mode == ZG_DATABASE_WRITER && version > zg_schema_get_newest_version ())
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NEWER_SCHEMA,
                           _("A newer release of Zhanggui wrote this shop file. It can be read here but not changed; "
                             "install the newer release."));
      return FALSE;
    }

  return TRUE;
}

/**
 * zg_schema_migrate:
 * @db: a writing connection
 * @from_version: the form of the file, 0 for a new one
 * @error: return location for an error
 *
 * Brings the file to the newest form, in one transaction: it either has all of it or is as it was. A new file goes
 * the same way as an old one, so there is one description of the schema.
 *
 * Returns: whether the file has the newest form now
 */
gboolean
zg_schema_migrate (ZgDatabase  *db,
                   int          from_version,
                   GError     **error)
{
  g_autofree char *pragmas = NULL;
  gint64 version_now;
  int found;

  if (from_version == zg_schema_get_newest_version ())
    return TRUE;

  if (!zg_database_begin (db, error))
    return FALSE;

  /* Another program may have brought the file further while this one waited for its turn. */
  if (!zg_database_query_int64 (db, "PRAGMA user_version", &version_now, error))
    {
      zg_database_rollback (db);
      return FALSE;
    }
  if (version_now != from_version)
    {
      zg_database_rollback (db);
      return zg_schema_check (db, ZG_DATABASE_WRITER, &found, error) && zg_schema_migrate (db, found, error);
    }

  for (int version = from_version + 1; version <= zg_schema_get_newest_version (); version++)
    {
      g_autofree char *name = g_strconcat ("migrations/", migrations[version - 1], NULL);
      g_autofree char *sql = zg_schema_load_sql (name);

      if (!zg_database_exec (db, sql, error))
        {
          zg_database_rollback (db);
          return FALSE;
        }
    }

  pragmas = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                             SHOP_FILE_ID, zg_schema_get_newest_version ());
  /* An older file has its index; whether that is still by our rules is looked at next. */
  if ((from_version == 0 && !zg_search_rebuild_create (db, error))
      || (from_version > 0 && from_version < RADAR_VERSION && !zg_radar_table_fill (db, error))
      || !zg_database_exec (db, pragmas, error))
    {
      zg_database_rollback (db);
      return FALSE;
    }

  return zg_database_commit (db, error);
}
