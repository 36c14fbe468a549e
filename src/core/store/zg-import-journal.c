/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-contact.h"
#include "zg-customer-table.h"
#include "zg-import-table.h"
#include "zg-row-json.h"
#include "zg-search-index.h"
#include "zg-shipment-table.h"
#include "zg-statement.h"

/*
 * What an import changed, so that it can be taken back. Rows that it made carry its id. Of a row that was there before,
 * and of all that belongs to it, the state before the import is kept as JSON: it is put back as it was, unless somebody
 * built on it since, which its version tells.
 */

/* A table whose rows belong to a journalled row, and the column that says to which. The first is the row itself. */
typedef struct {
  const char *table;
  const char *key;
} Part;

static const Part order_parts[] = {
  { "shop_order", "id" }, { "order_item", "order_id" }, { "order_tick", "order_id" }, { NULL, NULL },
};

static const Part customer_parts[] = {
  { "customer", "id" }, { "customer_phone", "customer_id" }, { "customer_account", "customer_id" },
  { "customer_address", "customer_id" }, { "customer_tag", "customer_id" }, { NULL, NULL },
};

static const struct {
  const char *word;
  const Part *parts;
  ZgTables table;
} kinds[] = {
  [ZG_JOURNAL_ORDER] = { "order", order_parts, ZG_TABLE_ORDER },
  [ZG_JOURNAL_CUSTOMER] = { "customer", customer_parts, ZG_TABLE_CUSTOMER },
};

/* SQL made of the schema's own names; interned, because statements are kept by their text. */
static const char *
make_snapshot_sql (ZgDatabase   *db,
                   const Part   *parts,
                   GError      **error)
{
  g_autoptr(GString) members = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (const Part *part = parts; part->table != NULL; part++)
    {
      g_autofree char *condition = g_strdup_printf ("%s = ?1", part->key);

      if (!zg_row_json_append_select (db, part->table, condition, members, error))
        return NULL;
    }
  /* What the timeline says of the order's changes is not the order's own: later entries are the import's. */
  if (parts == order_parts)
    g_string_append (members, ", 'last_contact', (SELECT coalesce(max(id), 0) FROM contact WHERE order_id = ?1)");
  sql = g_strdup_printf ("SELECT json_object(%s)", members->str);
  return g_intern_string (sql);
}

/* Made once: every shop file that is written has the newest form. The snapshot of a row that is to be kept. */
static const char *
get_snapshot_sql (ZgDatabase     *db,
                  ZgJournalKind   kind,
                  GError        **error)
{
  static const char *known[G_N_ELEMENTS (kinds)];
  const char *snapshot_sql;
  g_autofree char *sql = NULL;

  if (g_atomic_pointer_get (&known[kind]) != NULL)
    return g_atomic_pointer_get (&known[kind]);

  snapshot_sql = make_snapshot_sql (db, kinds[kind].parts, error);
  if (snapshot_sql == NULL)
    return NULL;
  sql = g_strdup_printf ("SELECT (%s) FROM %s WHERE id = ?1 AND import_id IS NOT ?2 AND NOT EXISTS "
                         "(SELECT 1 FROM import_change WHERE kind = ?3 AND row_id = ?1 AND import_id = ?2)",
                         snapshot_sql, kinds[kind].parts[0].table);
  g_atomic_pointer_set (&known[kind], g_intern_string (sql));
  return g_atomic_pointer_get (&known[kind]);
}

/*
 * The part of @snapshot that belongs to one table, as rows to insert. They get their own ids again, unless the last rows of
 * the table were among them and others have got one of these ids since.
 */
static const char *
make_restore_sql (ZgDatabase  *db,
                  const Part  *part,
                  GError     **error)
{
  g_autofree char *id = g_strdup_printf ("iif(EXISTS (SELECT 1 FROM json_each(?1, '$.%s') AS k JOIN %s AS t "
                                         "ON t.id = json_extract(k.value, '$.id')), NULL, json_extract(j.value, '$.id'))",
                                         part->table, part->table);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) values = g_string_new (NULL);
  g_autofree char *sql = NULL;

  if (!zg_row_json_append_insert (db, part->table, id, names, values, error))
    return NULL;
  sql = g_strdup_printf ("INSERT INTO %s (%s) SELECT %s FROM json_each(?1, '$.%s') AS j", part->table, names->str,
                         values->str, part->table);
  return g_intern_string (sql);
}

/* Whoever the row belonged to may be merged into somebody else by now. */
#define HOME_OF(path) \
  "(WITH RECURSIVE home (id) AS (SELECT json_extract(?1, " path ") UNION ALL " \
  "SELECT m.kept_id FROM home JOIN customer_merge AS m ON m.other_id = home.id AND m.undone_at IS NULL) " \
  "SELECT c.id FROM home JOIN customer AS c ON c.id = home.id)"

/* What follows from other tables, or was done with an order beside its fields. No import changes these. */
static const char * const untouched[] = {
  "parcel_id", "n_open_cases", "partly_shipped", "slip_printed_at", "slip_mark", "chase_cause", "chase_stopped_at", NULL,
};

/* The row itself is updated in place: what points at it stays. A column that came after the snapshot keeps what it has. */
static const char *
make_update_sql (ZgDatabase  *db,
                 const Part  *part,
                 GError     **error)
{
  g_autoptr(GPtrArray) columns = zg_row_json_list_columns (db, part->table, error);
  g_autoptr(GString) sql = NULL;

  if (columns == NULL)
    return NULL;
  sql = g_string_new (NULL);
  g_string_append_printf (sql, "UPDATE %s SET ", part->table);
  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = g_ptr_array_index (columns, i);

      if (g_strv_contains (untouched, column))
        continue;
      g_string_append (sql, i > 0 ? ", " : "");
      if (strcmp (column, "customer_id") == 0)
        g_string_append_printf (sql, "%s = " HOME_OF ("'$.%s[0].%s'"), column, part->table, column);
      else
        g_string_append_printf (sql, "%s = iif(json_type(?1, '$.%s[0].%s') IS NULL, %s, json_extract(?1, '$.%s[0].%s'))",
                                column, part->table, column, column, part->table, column);
    }
  g_string_append_printf (sql, " WHERE %s = ?2", part->key);
  return g_intern_string (sql->str);
}

/**
 * zg_import_journal_note:
 * @db: a writing connection in a transaction
 * @import_id: an import, 0 for one that is only tried and rolled back, which keeps nothing
 * @kind: what is about to change
 * @row_id: which
 * @error: return location for an error
 *
 * Keeps a row as it is now, with all that belongs to it, unless this import made it or has kept it already. To be
 * called before the import changes it, and followed by zg_import_journal_seal().
 *
 * Returns: whether it is kept
 */
gboolean
zg_import_journal_note (ZgDatabase     *db,
                        gint64          import_id,
                        ZgJournalKind   kind,
                        gint64          row_id,
                        GError        **error)
{
  const char *snapshot_sql;
  g_autoptr(ZgStatement) read = NULL;
  g_autoptr(ZgStatement) write = NULL;
  gboolean has_row;

  if (import_id == 0)
    return TRUE;
  snapshot_sql = get_snapshot_sql (db, kind, error);
  read = snapshot_sql != NULL ? zg_statement_new (db, snapshot_sql, error) : NULL;
  if (read == NULL)
    return FALSE;
  zg_statement_bind_int64 (read, 0, row_id);
  zg_statement_bind_int64 (read, 1, import_id);
  zg_statement_bind_text (read, 2, kinds[kind].word);
  if (!zg_statement_step (read, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  write = zg_statement_new (db, "INSERT INTO import_change (import_id, kind, row_id, version_after, before) "
                                "VALUES (?, ?, ?, 0, ?)", error);
  if (write == NULL)
    return FALSE;
  zg_statement_bind_int64 (write, 0, import_id);
  zg_statement_bind_text (write, 1, kinds[kind].word);
  zg_statement_bind_int64 (write, 2, row_id);
  zg_statement_bind_text (write, 3, zg_statement_get_text (read, 0));
  return zg_statement_run (write, error);
}

/**
 * zg_import_journal_seal:
 * @db: a writing connection in a transaction
 * @import_id: an import
 * @kind: what was changed
 * @row_id: which
 * @version: its version now
 * @error: return location for an error
 *
 * Notes how the import left a row. One that the import itself has made stays as good as new.
 *
 * Returns: whether it is noted
 */
gboolean
zg_import_journal_seal (ZgDatabase     *db,
                        gint64          import_id,
                        ZgJournalKind   kind,
                        gint64          row_id,
                        gint64          version,
                        GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET version = 1 WHERE id = ?1 AND import_id = ?2 AND version = ?3",
                                          kinds[kind].parts[0].table);
  g_autoptr(ZgStatement) renew = zg_statement_new (db, g_intern_string (sql), error);
  g_autoptr(ZgStatement) statement = NULL;

  if (renew == NULL)
    return FALSE;
  zg_statement_bind_int64 (renew, 0, row_id);
  zg_statement_bind_int64 (renew, 1, import_id);
  zg_statement_bind_int64 (renew, 2, version);
  if (!zg_statement_run (renew, error))
    return FALSE;
  if (zg_database_changes (db) > 0)
    return TRUE;

  statement = zg_statement_new (db,
    "UPDATE import_change SET version_after = ?1 WHERE kind = ?2 AND row_id = ?3 AND import_id = ?4", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, version);
  zg_statement_bind_text (statement, 1, kinds[kind].word);
  zg_statement_bind_int64 (statement, 2, row_id);
  zg_statement_bind_int64 (statement, 3, import_id);
  return zg_statement_run (statement, error);
}

static gboolean
run_with_snapshot (ZgDatabase  *db,
                   const char  *sql,
                   const char  *snapshot,
                   gint64       row_id,
                   GError     **error)
{
  g_autoptr(ZgStatement) statement = sql != NULL ? zg_statement_new (db, sql, error) : NULL;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, snapshot);
  if (row_id != 0)
    zg_statement_bind_int64 (statement, 1, row_id);
  return zg_statement_run (statement, error);
}

static gboolean
delete_part (ZgDatabase  *db,
             const Part  *part,
             gint64       row_id,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s = ?", part->table, part->key);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, row_id);
  return zg_statement_run (statement, error);
}

static gboolean
restore_rows (ZgDatabase     *db,
              ZgJournalKind   kind,
              gint64          row_id,
              const char     *snapshot,
              GError        **error)
{
  const Part *parts = kinds[kind].parts;
  g_autofree char *pieces = NULL;

  /* What left of an order hangs on its lines. */
  if (kind == ZG_JOURNAL_ORDER && !zg_shipment_table_keep_pieces (db, row_id, &pieces, error))
    return FALSE;
  for (const Part *part = parts + 1; part->table != NULL; part++)
    {
      if (!delete_part (db, part, row_id, error)
          || !run_with_snapshot (db, make_restore_sql (db, part, error), snapshot, 0, error))
        return FALSE;
    }
  if (pieces != NULL && !zg_shipment_table_put_pieces (db, pieces, error))
    return FALSE;
  zg_database_note_change (db, kinds[kind].table, row_id);
  return run_with_snapshot (db, make_update_sql (db, parts, error), snapshot, row_id, error);
}

/* The moves that the import made; those of an order that stays as it is stay too. */
static gboolean
delete_moves (ZgDatabase  *db,
              gint64       import_id,
              gint64       order_id,
              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "DELETE FROM order_history WHERE order_id = ? AND import_id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  zg_statement_bind_int64 (statement, 1, import_id);
  return zg_statement_run (statement, error);
}

/* The lines that the timeline got for the ticks that the import has dropped; what a clerk wrote there since stays. */
static gboolean
delete_change_log (ZgDatabase  *db,
                   gint64       order_id,
                   const char  *snapshot,
                   GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "DELETE FROM contact WHERE order_id = ?1 AND kind = ?2 AND id > json_extract(?3, '$.last_contact')", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  zg_statement_bind_int64 (statement, 1, ZG_CONTACT_CHANGE);
  zg_statement_bind_text (statement, 2, snapshot);
  zg_database_note_change (db, ZG_TABLE_CONTACT, 0);
  return zg_statement_run (statement, error);
}

static gboolean
restore (ZgDatabase     *db,
         ZgJournalKind   kind,
         gint64          row_id,
         const char     *snapshot,
         GError        **error)
{
  if (kind == ZG_JOURNAL_ORDER)
    return zg_search_index_forget_order (db, row_id, error)
           && restore_rows (db, kind, row_id, snapshot, error)
           && delete_change_log (db, row_id, snapshot, error)
           && zg_search_index_add_order (db, row_id, error);
  return zg_search_index_forget_customer (db, row_id, error)
         && restore_rows (db, kind, row_id, snapshot, error)
         && zg_search_index_add_customer (db, row_id, error);
}

/* The version of a row, -1 when it is gone. */
static gboolean
read_version (ZgDatabase     *db,
              ZgJournalKind   kind,
              gint64          row_id,
              gint64         *version_out,
              GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT version FROM %s WHERE id = ?", kinds[kind].parts[0].table);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, row_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *version_out = has_row ? zg_statement_get_int64 (statement, 0) : -1;
  return TRUE;
}

static gboolean
delete_entry (ZgDatabase  *db,
              gint64       entry_id,
              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM import_change WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, entry_id);
  return zg_statement_run (statement, error);
}

/* The customer whose totals an order counts in; 0 without one. */
gint64
zg_import_journal_find_customer (ZgDatabase *db,
                                 gint64      order_id)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT customer_id FROM shop_order WHERE id = ?", NULL);
  gboolean has_row;

  if (statement == NULL)
    return 0;
  zg_statement_bind_int64 (statement, 0, order_id);
  return zg_statement_step (statement, &has_row, NULL) && has_row ? zg_statement_get_int64 (statement, 0) : 0;
}

/* Puts the newest entry of an import back. */
static gboolean
put_one_back (ZgDatabase  *db,
              gint64       import_id,
              gboolean    *found_out,
              GPtrArray   *kept,
              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, kind, row_id, version_after, before FROM import_change WHERE import_id = ? ORDER BY id DESC LIMIT 1",
    error);
  g_autofree char *snapshot = NULL;
  ZgJournalKind kind;
  gint64 entry_id, row_id, version_after, version, customer_before;
  gboolean has_row;

  *found_out = FALSE;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, import_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  *found_out = TRUE;
  entry_id = zg_statement_get_int64 (statement, 0);
  kind = strcmp (zg_statement_get_text (statement, 1), "order") == 0 ? ZG_JOURNAL_ORDER : ZG_JOURNAL_CUSTOMER;
  row_id = zg_statement_get_int64 (statement, 2);
  version_after = zg_statement_get_int64 (statement, 3);
  snapshot = zg_statement_dup_text (statement, 4);
  zg_statement_reset (statement);

  if (!read_version (db, kind, row_id, &version, error))
    return FALSE;
  if (version != version_after)
    {
      g_ptr_array_add (kept, g_strdup_printf ("%s %" G_GINT64_FORMAT, kinds[kind].word, row_id));
      return delete_entry (db, entry_id, error);
    }

  customer_before = kind == ZG_JOURNAL_ORDER ? zg_import_journal_find_customer (db, row_id) : row_id;
  return (kind != ZG_JOURNAL_ORDER || delete_moves (db, import_id, row_id, error))
         && restore (db, kind, row_id, snapshot, error)
         && delete_entry (db, entry_id, error)
         && zg_customer_table_refresh_totals (db, customer_before, error)
         && (kind != ZG_JOURNAL_ORDER || zg_customer_table_refresh_totals (db, zg_import_journal_find_customer (db, row_id), error));
}

/**
 * zg_import_journal_put_back:
 * @db: a writing connection in a transaction
 * @import_id: an import
 * @limit: how many rows at the most, so that others get their turn
 * @more_out: (out): whether there are more
 * @kept: (element-type utf8): gets the rows that somebody built on since; they stay as they are
 * @error: return location for an error
 *
 * Puts changed rows back as they were before the import, the last change first.
 *
 * Returns: whether that worked
 */
gboolean
zg_import_journal_put_back (ZgDatabase  *db,
                            gint64       import_id,
                            int          limit,
                            gboolean    *more_out,
                            GPtrArray   *kept,
                            GError     **error)
{
  *more_out = TRUE;
  for (int i = 0; i < limit && *more_out; i++)
    {
      if (!put_one_back (db, import_id, more_out, kept, error))
        return FALSE;
    }
  return TRUE;
}
