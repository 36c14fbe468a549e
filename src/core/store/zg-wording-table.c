/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-wording-table.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-store-error.h"
#include "zg-uid.h"

/* What the shop changed in the shipped word list, and the words it added. An entry that is as it was shipped has no
 * row. */

#define ORIGIN_SHIPPED "shipped"
#define ORIGIN_OWN "own"

static ZgWordingEntry *
read_entry (ZgStatement *statement,
            const char  *language)
{
  g_auto(GStrv) exceptions = NULL;
  ZgWordingEntry *entry;
  ZgWordingKind kind;

  /* Of a newer program. */
  if (!zg_wording_kind_from_word (zg_statement_get_text (statement, 3), &kind))
    return NULL;

  exceptions = g_strsplit (zg_statement_get_text (statement, 6), "\n", -1);
  entry = zg_wording_entry_new (language, kind, zg_statement_get_text (statement, 4),
                                zg_statement_get_text (statement, 5), (const char * const *) exceptions);
  entry->id = zg_statement_get_int64 (statement, 0);
  zg_statement_copy_text (statement, 1, &entry->uid);
  entry->version = zg_statement_get_int64 (statement, 2);
  entry->enabled = zg_statement_get_int64 (statement, 7) != 0;
  entry->is_shipped = g_strcmp0 (zg_statement_get_text (statement, 8), ORIGIN_SHIPPED) == 0;
  return entry;
}

/**
 * zg_wording_table_load:
 * @db: a connection
 * @language: a word list
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgWordingEntry): what the shop changed and added, in the order in
 *   which it did so
 */
GPtrArray *
zg_wording_table_load (ZgDatabase  *db,
                       const char  *language,
                       GError     **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_wording_entry_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, uid, version, kind, word, advice, exceptions, enabled, origin FROM wording WHERE language = ? "
    "ORDER BY id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_text (statement, 0, language);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgWordingEntry *entry;

      if (!has_row)
        return g_steal_pointer (&entries);
      entry = read_entry (statement, language);
      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return NULL;
}

/* What is bound has to live until the statement has run. */
static void
bind_fields (ZgStatement          *statement,
             const ZgWordingEntry *entry,
             const char           *exceptions)
{
  zg_statement_bind_text (statement, 0, entry->language);
  zg_statement_bind_text (statement, 1, zg_wording_kind_to_word (entry->kind));
  zg_statement_bind_text (statement, 2, entry->word);
  zg_statement_bind_text (statement, 3, entry->advice);
  zg_statement_bind_text (statement, 4, exceptions);
  zg_statement_bind_int64 (statement, 5, entry->enabled ? 1 : 0);
  zg_statement_bind_text (statement, 6, entry->is_shipped ? ORIGIN_SHIPPED : ORIGIN_OWN);
}

static gboolean
run_unique (ZgStatement           *statement,
            const ZgWordingEntry  *entry,
            GError               **error)
{
  g_autoptr(GError) local_error = NULL;

  if (zg_statement_run (statement, &local_error))
    return TRUE;

  if (g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE))
    g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE, _("“%s” is in the word list already."), entry->word);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * zg_wording_table_insert:
 * @db: a writing connection in a transaction
 * @entry: what the shop changed or added; gets its id, uid and version
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when the word is there already
 */
gboolean
zg_wording_table_insert (ZgDatabase      *db,
                         ZgWordingEntry  *entry,
                         GError         **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO wording (language, kind, word, advice, exceptions, enabled, origin, uid) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", error);
  g_autofree char *exceptions = g_strjoinv ("\n", entry->exceptions);

  if (statement == NULL)
    return FALSE;

  g_free (entry->uid);
  entry->uid = zg_uid_new ();
  bind_fields (statement, entry, exceptions);
  zg_statement_bind_text (statement, 7, entry->uid);
  if (!run_unique (statement, entry, error))
    return FALSE;

  entry->id = zg_database_last_id (db);
  entry->version = 1;
  zg_database_note_change (db, ZG_TABLE_WORDING, entry->id);
  return TRUE;
}

static gboolean
check_stale (ZgDatabase  *db,
             GError     **error)
{
  if (zg_database_changes (db) > 0)
    return TRUE;

  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                       _("Somebody else changed this word in the meantime. Look at it again, then repeat your "
                         "change."));
  return FALSE;
}

/**
 * zg_wording_table_update:
 * @db: a writing connection in a transaction
 * @entry: an entry as it should be, with the version that was read; gets the new version
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the entry, %ZG_STORE_ERROR_DUPLICATE when the
 *   word is there already
 */
gboolean
zg_wording_table_update (ZgDatabase      *db,
                         ZgWordingEntry  *entry,
                         GError         **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE wording SET language = ?1, kind = ?2, word = ?3, advice = ?4, exceptions = ?5, enabled = ?6, origin = ?7, "
    "version = version + 1 WHERE id = ?8 AND version = ?9", error);
  g_autofree char *exceptions = g_strjoinv ("\n", entry->exceptions);

  if (statement == NULL)
    return FALSE;

  bind_fields (statement, entry, exceptions);
  zg_statement_bind_int64 (statement, 7, entry->id);
  zg_statement_bind_int64 (statement, 8, entry->version);
  if (!run_unique (statement, entry, error) || !check_stale (db, error))
    return FALSE;

  entry->version++;
  zg_database_note_change (db, ZG_TABLE_WORDING, entry->id);
  return TRUE;
}

/**
 * zg_wording_table_delete:
 * @db: a writing connection in a transaction
 * @entry: what the shop changed or added, with the version that was read
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the entry
 */
gboolean
zg_wording_table_delete (ZgDatabase            *db,
                         const ZgWordingEntry  *entry,
                         GError               **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM wording WHERE id = ? AND version = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, entry->id);
  zg_statement_bind_int64 (statement, 1, entry->version);
  zg_database_note_change (db, ZG_TABLE_WORDING, entry->id);
  return zg_statement_run (statement, error) && check_stale (db, error);
}

/**
 * zg_wording_table_delete_shipped:
 * @db: a writing connection in a transaction
 * @language: a word list
 * @error: return location for an error
 *
 * Takes back all that the shop changed in what was shipped. The words it added stay.
 *
 * Returns: whether it is done
 */
gboolean
zg_wording_table_delete_shipped (ZgDatabase  *db,
                                 const char  *language,
                                 GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "DELETE FROM wording WHERE language = ? AND origin = '" ORIGIN_SHIPPED "'", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, language);
  zg_database_note_change (db, ZG_TABLE_WORDING, 0);
  return zg_statement_run (statement, error);
}

/**
 * zg_wording_table_guess_language:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the language of most ready-made replies of the shop, "" when it has none, %NULL
 *   on an error
 */
char *
zg_wording_table_guess_language (ZgDatabase  *db,
                                 GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT substr(starter, 1, instr(starter, '/') - 1) FROM reply WHERE starter LIKE '%/%' AND deleted_at IS NULL "
    "GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL || !zg_statement_step (statement, &has_row, error))
    return NULL;
  return has_row ? zg_statement_dup_text (statement, 0) : g_strdup ("");
}
