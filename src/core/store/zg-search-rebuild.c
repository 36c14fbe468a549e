/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-search-rebuild.h"

#include "zg-customer-table.h"
#include "zg-readings.h"
#include "zg-schema.h"
#include "zg-search-index.h"
#include "zg-statement.h"

/*
 * Making the search index anew. It is made of the tables by rules that change: how text is cut into tokens and folded,
 * which documents there are, how characters are read. The file knows by which rules its index was made, and what other rules
 * made could not even be deleted word by word.
 *
 * A file that comes with other rules gets an empty index when it is opened, which takes a second or two where there are a
 * million customers. The rows are then added, the newest first, in write jobs short enough for an edit to pass between
 * two of them. Until then older rows are not found; lists, pages and everything else are there from the start.
 */

/* To be raised with every change of search-index.sql, of zg_tokenize(), zg_fold_char(), zg_name_keys() or what a document is
 * made of. What characters are read as has a version of its own. */
#define INDEX_FORM 3

/* A search or a copy never waits for longer than an import makes it wait. */
#define STEP_TIME (30 * G_TIME_SPAN_MILLISECOND)
#define ROWS_AT_ONCE 64

/* All that search-index.sql of this and of earlier forms makes. */
static const char drop_sql[] =
  "DROP TABLE IF EXISTS customer_name_index; DROP TABLE IF EXISTS customer_index; DROP TABLE IF EXISTS order_index;"
  "DROP TABLE IF EXISTS customer_key; DROP TABLE IF EXISTS search_state;"
  "DROP VIEW IF EXISTS customer_document; DROP VIEW IF EXISTS customer_name_document; DROP VIEW IF EXISTS order_document;";

/* What is indexed, and how. */
typedef struct {
  const char *read_left;
  const char *read_ids;
  const char *write_left;
  gboolean (*write_row) (ZgDatabase *db, gint64 id, GError **error);
} Subject;

static gboolean
write_customer (ZgDatabase  *db,
                gint64       id,
                GError     **error)
{
  return zg_search_index_write_customer (db, id, error) && zg_customer_table_refresh_sort_key (db, id, error);
}

static const Subject subjects[] = {
  { "SELECT customers_left FROM search_state", "SELECT id FROM customer WHERE id <= ? ORDER BY id DESC LIMIT ?",
    "UPDATE search_state SET customers_left = ?", write_customer },
  { "SELECT orders_left FROM search_state", "SELECT id FROM shop_order WHERE id <= ? ORDER BY id DESC LIMIT ?",
    "UPDATE search_state SET orders_left = ?", zg_search_index_write_order },
};

static char *
make_version (void)
{
  g_autofree char *readings = zg_readings_make_version ();

  return g_strdup_printf ("%d-%s", INDEX_FORM, readings);
}

/**
 * zg_search_rebuild_create:
 * @db: a writing connection in a transaction
 * @error: return location for an error
 *
 * Makes the index of a new file, or an empty one whose rows are still to come.
 *
 * Returns: whether it is there
 */
gboolean
zg_search_rebuild_create (ZgDatabase  *db,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = NULL;
  g_autofree char *sql = zg_schema_load_sql ("search-index.sql");
  g_autofree char *version = make_version ();

  if (!zg_database_exec (db, sql, error))
    return FALSE;

  statement = zg_statement_new (db,
    "INSERT INTO search_state (version, customers_left, orders_left) SELECT ?, "
    "(SELECT coalesce(max(id), 0) FROM customer), (SELECT coalesce(max(id), 0) FROM shop_order)", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, version);
  return zg_statement_run (statement, error);
}

/**
 * zg_search_rebuild_begin:
 * @db: a writing connection in a transaction
 * @error: return location for an error
 *
 * Throws the index away for an empty one. zg_search_rebuild_start() or zg_search_rebuild_finish() fill it.
 *
 * Returns: whether it is there
 */
gboolean
zg_search_rebuild_begin (ZgDatabase  *db,
                         GError     **error)
{
  return zg_database_exec (db, drop_sql, error) && zg_search_rebuild_create (db, error);
}

static gboolean
read_version (ZgDatabase  *db,
              char       **version_out,
              GError     **error)
{
  g_autoptr(ZgStatement) statement = NULL;
  gboolean has_row;
  gint64 has_state;

  *version_out = NULL;
  if (!zg_database_query_int64 (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'search_state'", &has_state, error))
    return FALSE;
  if (has_state == 0)
    return TRUE;

  statement = zg_statement_new (db, "SELECT version FROM search_state", error);
  if (statement == NULL || !zg_statement_step (statement, &has_row, error))
    return FALSE;
  *version_out = has_row ? zg_statement_dup_text (statement, 0) : NULL;
  return TRUE;
}

/**
 * zg_search_rebuild_begin_if_outdated:
 * @db: a writing connection, not in a transaction
 * @error: return location for an error
 *
 * Looks whether the index was made by the rules of this program, and begins it anew if not.
 *
 * Returns: whether the index is usable
 */
gboolean
zg_search_rebuild_begin_if_outdated (ZgDatabase  *db,
                                     GError     **error)
{
  g_autofree char *wanted = make_version ();
  g_autofree char *version = NULL;

  if (!read_version (db, &version, error))
    return FALSE;
  if (g_strcmp0 (version, wanted) == 0)
    return TRUE;

  g_debug ("search index %s becomes %s", version != NULL ? version : "without version", wanted);
  if (!zg_database_begin (db, error))
    return FALSE;
  if (!zg_search_rebuild_begin (db, error))
    {
      zg_database_rollback (db);
      return FALSE;
    }
  return zg_database_commit (db, error);
}

static gboolean
read_left (ZgDatabase     *db,
           const Subject  *subject,
           gint64         *left_out,
           GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, subject->read_left, error);
  gboolean has_row;

  if (statement == NULL || !zg_statement_step (statement, &has_row, error))
    return FALSE;
  *left_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

static GArray *
read_ids (ZgDatabase     *db,
          const Subject  *subject,
          gint64          left,
          GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, subject->read_ids, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, left);
  zg_statement_bind_int64 (statement, 1, ROWS_AT_ONCE);
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = zg_statement_get_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

/* Adds some rows of a subject; *@left is the highest id that is still to come, and becomes 0 with the last. */
static gboolean
write_rows (ZgDatabase     *db,
            const Subject  *subject,
            gint64         *left,
            GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, subject->write_left, error);
  g_autoptr(GArray) ids = read_ids (db, subject, *left, error);

  if (statement == NULL || ids == NULL)
    return FALSE;

  /* Upwards: whenever FTS5 gets a smaller id than before it has to put away what it gathered. */
  for (guint i = ids->len; i > 0; i--)
    {
      if (!subject->write_row (db, g_array_index (ids, gint64, i - 1), error))
        return FALSE;
    }

  *left = ids->len < ROWS_AT_ONCE ? 0 : g_array_index (ids, gint64, ids->len - 1) - 1;
  zg_statement_bind_int64 (statement, 0, *left);
  return zg_statement_run (statement, error);
}

/**
 * zg_search_rebuild_step:
 * @db: a writing connection in a transaction
 * @is_complete_out: (type gboolean*): set when nothing is left to do
 * @cancellable: (nullable): not looked at, a step is short
 * @error: return location for an error
 *
 * A write job that adds what can be added in some thirty milliseconds.
 *
 * Returns: whether the rows are in the index
 */
gboolean
zg_search_rebuild_step (ZgDatabase    *db,
                        gpointer       is_complete_out,
                        GCancellable  *cancellable,
                        GError       **error)
{
  gint64 end = g_get_monotonic_time () + STEP_TIME;

  *(gboolean *) is_complete_out = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      gint64 left;

      if (!read_left (db, &subjects[i], &left, error))
        return FALSE;
      while (left > 0)
        {
          if (g_get_monotonic_time () >= end)
            return TRUE;
          if (!write_rows (db, &subjects[i], &left, error))
            return FALSE;
        }
    }
  *(gboolean *) is_complete_out = TRUE;
  return TRUE;
}

static void
step_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree gboolean *is_complete = zg_store_finish (ZG_STORE (source), result, &error);

  /* Closed, full or read-only: the next start goes on where this one stopped. */
  if (is_complete == NULL)
    g_debug ("search index: %s", error->message);
  else if (!*is_complete)
    zg_search_rebuild_start (ZG_STORE (source));
}

/**
 * zg_search_rebuild_start:
 * @store: a store
 *
 * Completes the index in the background, step by step, if there is anything to complete. Needs a running main loop.
 */
void
zg_search_rebuild_start (ZgStore *store)
{
  if (!zg_store_is_read_only (store))
    zg_store_write_async (store, zg_search_rebuild_step, g_new0 (gboolean, 1), g_free, NULL, step_done_cb, NULL);
}

static gboolean
look_whether_complete (ZgDatabase    *db,
                       gpointer       is_complete_out,
                       GCancellable  *cancellable,
                       GError       **error)
{
  gint64 left = 0;

  *(gboolean *) is_complete_out = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (!read_left (db, &subjects[i], &left, error))
        return FALSE;
      if (left > 0)
        *(gboolean *) is_complete_out = FALSE;
    }
  return TRUE;
}

/**
 * zg_search_rebuild_finish:
 * @store: a store
 * @error: return location for an error
 *
 * Completes the index and waits for it. Not for the thread of a window.
 *
 * Returns: whether it is complete; a shop that can only be read is left as it is
 */
gboolean
zg_search_rebuild_finish (ZgStore  *store,
                          GError  **error)
{
  gboolean is_complete;

  if (zg_store_is_read_only (store))
    return TRUE;
  if (!zg_store_read (store, look_whether_complete, &is_complete, error))
    return FALSE;
  while (!is_complete)
    {
      if (!zg_store_write (store, zg_search_rebuild_step, &is_complete, error))
        return FALSE;
    }
  return TRUE;
}
