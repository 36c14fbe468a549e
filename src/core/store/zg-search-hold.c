/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include <string.h>

#include "zg-database-private.h"
#include "zg-pinyin.h"
#include "zg-search-index.h"
#include "zg-search-write.h"

/*
 * While an import runs the search index waits: a row that changes is noted with the words it had, and before COMMIT each
 * is looked at once, in the order of the ids. Most changes of an order, like that it was shipped, are no change of its
 * words; and SQLite gathers new words in memory only as long as the ids rise.
 */

/* One kind of document. */
typedef struct {
  const char *read_sql;
  const char *forget_sql;
  const char *add_sql;
  int n_texts;
} Kind;

static const Kind customer_kind = {
  "SELECT name, phone, address, note, tag FROM customer_document WHERE id = ?",
  "INSERT INTO customer_index (customer_index, rowid, name, phone, address, note, tag) "
  "VALUES ('delete', ?, ?, ?, ?, ?, ?)",
  "INSERT INTO customer_index (rowid, name, phone, address, note, tag) VALUES (?, ?, ?, ?, ?, ?)",
  5,
};

static const Kind name_kind = {
  NULL,
  "INSERT INTO customer_name_index (customer_name_index, rowid, name) VALUES ('delete', ?, ?)",
  "INSERT INTO customer_name_index (rowid, name) VALUES (?, ?)",
  1,
};

static const Kind order_kind = {
  "SELECT item, recipient, tracking, note FROM order_document WHERE id = ?",
  "INSERT INTO order_index (order_index, rowid, item, recipient, tracking, note) VALUES ('delete', ?, ?, ?, ?, ?)",
  "INSERT INTO order_index (rowid, item, recipient, tracking, note) VALUES (?, ?, ?, ?, ?)",
  4,
};

/* (transfer full) (nullable): the texts of a document; %NULL with *@found_out false for a row that is not there. */
static gboolean
read_document (ZgDatabase   *db,
               const Kind   *kind,
               gint64        id,
               char       ***texts_out,
               GError      **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, kind->read_sql, error);
  gboolean has_row;

  *texts_out = NULL;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  *texts_out = g_new0 (char *, kind->n_texts + 1);
  for (int i = 0; i < kind->n_texts; i++)
    (*texts_out)[i] = zg_statement_dup_text (statement, i);
  return TRUE;
}

/* One row a statement: what SQLite takes for many rows makes it write the index's words out first. */
static gboolean
write_document (ZgDatabase  *db,
                const Kind  *kind,
                gint64       id,
                char       **texts,
                gboolean     add,
                GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, add ? kind->add_sql : kind->forget_sql, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  for (int i = 0; i < kind->n_texts; i++)
    zg_statement_bind_text (statement, i + 1, texts[i]);
  return zg_statement_run (statement, error);
}

/* Adds or removes the pinyin keys of all names of a customer: name, what to call them, accounts. */
static gboolean
write_keys (ZgDatabase  *db,
            gint64       customer_id,
            const char  *names,
            gboolean     add,
            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, add
    ? "INSERT OR IGNORE INTO customer_key (key, customer_id) VALUES (?, ?)"
    : "DELETE FROM customer_key WHERE key = ? AND customer_id = ?", error);
  g_autoptr(GPtrArray) keys = zg_search_index_list_keys (names, !add);

  return statement != NULL && zg_search_index_write_keys (statement, customer_id, keys, error);
}

static gboolean
write_customer (ZgDatabase  *db,
                gint64       id,
                char       **texts,
                gboolean     with_names,
                gboolean     add,
                GError     **error)
{
  return (!with_names || (write_keys (db, id, texts[0], add, error)
                          && write_document (db, &name_kind, id, texts, add, error)))
         && write_document (db, &customer_kind, id, texts, add, error);
}

/* The index of a customer at once. */
gboolean
zg_search_index_put_customer (ZgDatabase  *db,
                              gint64       id,
                              gboolean     add,
                              GError     **error)
{
  g_auto(GStrv) texts = NULL;

  return read_document (db, &customer_kind, id, &texts, error)
         && (texts == NULL || write_customer (db, id, texts, TRUE, add, error));
}

/* The index of an order at once. */
gboolean
zg_search_index_put_order (ZgDatabase  *db,
                           gint64       id,
                           gboolean     add,
                           GError     **error)
{
  g_auto(GStrv) texts = NULL;

  return read_document (db, &order_kind, id, &texts, error)
         && (texts == NULL || write_document (db, &order_kind, id, texts, add, error));
}

static gboolean
equal_texts (char **a,
             char **b)
{
  return a != NULL && b != NULL && g_strv_equal ((const char * const *) a, (const char * const *) b);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* The ids that are held, in their order. */
static GArray *
list_held (GHashTable *held)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, held);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);
  return ids;
}

static gboolean
release_customer (ZgDatabase  *db,
                  gint64       id,
                  char       **old,
                  GError     **error)
{
  g_auto(GStrv) fresh = NULL;
  gboolean other_names;

  if (!read_document (db, &customer_kind, id, &fresh, error))
    return FALSE;
  if (equal_texts (old, fresh))
    return TRUE;
  other_names = fresh == NULL || strcmp (old[0], fresh[0]) != 0;
  return write_customer (db, id, old, other_names, FALSE, error)
         && (fresh == NULL || write_customer (db, id, fresh, other_names, TRUE, error));
}

static gboolean
release_order (ZgDatabase  *db,
               gint64       id,
               char       **old,
               GError     **error)
{
  g_auto(GStrv) fresh = NULL;

  if (!read_document (db, &order_kind, id, &fresh, error))
    return FALSE;
  if (equal_texts (old, fresh))
    return TRUE;
  return write_document (db, &order_kind, id, old, FALSE, error)
         && (fresh == NULL || write_document (db, &order_kind, id, fresh, TRUE, error));
}

/* Notes the words that a row has now. */
static gboolean
hold (ZgDatabase  *db,
      GHashTable  *held,
      const Kind  *kind,
      gint64       id,
      GError     **error)
{
  char **texts;

  if (g_hash_table_contains (held, &id))
    return TRUE;
  if (!read_document (db, kind, id, &texts, error))
    return FALSE;
  if (texts != NULL)
    g_hash_table_insert (held, g_memdup2 (&id, sizeof id), texts);
  return TRUE;
}

gboolean
zg_search_index_hold_customer (ZgDatabase  *db,
                               gint64       id,
                               GError     **error)
{
  return hold (db, db->held_customers, &customer_kind, id, error);
}

gboolean
zg_search_index_hold_order (ZgDatabase  *db,
                            gint64       id,
                            GError     **error)
{
  return hold (db, db->held_orders, &order_kind, id, error);
}

static GHashTable *
make_held (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_strfreev);
}

/**
 * zg_search_index_hold:
 * @db: a writing connection in a transaction
 *
 * From now on changed rows are only noted: zg_search_index_release() has to be called before COMMIT. New rows are
 * indexed at once.
 */
void
zg_search_index_hold (ZgDatabase *db)
{
  if (db->held_customers == NULL)
    db->held_customers = make_held ();
  if (db->held_orders == NULL)
    db->held_orders = make_held ();
}

/**
 * zg_search_index_release:
 * @db: a writing connection in a transaction, after zg_search_index_hold()
 * @error: return location for an error
 *
 * Brings the index up to date with the rows that changed.
 *
 * Returns: whether it is
 */
gboolean
zg_search_index_release (ZgDatabase  *db,
                         GError     **error)
{
  g_autoptr(GHashTable) customers = g_steal_pointer (&db->held_customers);
  g_autoptr(GHashTable) orders = g_steal_pointer (&db->held_orders);
  g_autoptr(GArray) customer_ids = list_held (customers);
  g_autoptr(GArray) order_ids = list_held (orders);

  for (guint i = 0; i < customer_ids->len; i++)
    {
      gint64 id = g_array_index (customer_ids, gint64, i);

      if (!release_customer (db, id, g_hash_table_lookup (customers, &id), error))
        return FALSE;
    }
  for (guint i = 0; i < order_ids->len; i++)
    {
      gint64 id = g_array_index (order_ids, gint64, i);

      if (!release_order (db, id, g_hash_table_lookup (orders, &id), error))
        return FALSE;
    }
  return TRUE;
}
