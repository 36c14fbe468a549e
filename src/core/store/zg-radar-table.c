/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-radar-table.h"

#include "zg-order-table.h"
#include "zg-radar-key.h"
#include "zg-statement.h"

/* By which key the merge radar finds orders that may go in one parcel. Whoever writes an order writes its key, until it is
 * done. */

/**
 * zg_radar_table_write_key:
 * @db: a writing connection in a transaction
 * @id: an order that waits again
 * @error: return location for an error
 *
 * Returns: whether the radar can find it
 */
gboolean
zg_radar_table_write_key (ZgDatabase  *db,
                          gint64       id,
                          GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, id, error);
  g_autoptr(ZgStatement) statement = NULL;

  if (order == NULL)
    return FALSE;
  statement = zg_statement_new (db, "UPDATE shop_order SET radar_key = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_id (statement, 0, zg_radar_key (order));
  zg_statement_bind_int64 (statement, 1, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_radar_table_fill:
 * @db: a writing connection in a transaction
 * @error: return location for an error
 *
 * Gives the orders that are not shipped their keys, in a file that is older than these.
 *
 * Returns: whether they have them
 */
gboolean
zg_radar_table_fill (ZgDatabase  *db,
                     GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT id FROM shop_order WHERE state < 3", error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      gint64 id;

      if (!zg_statement_step (statement, &has_row, error))
        return FALSE;
      id = has_row ? zg_statement_get_int64 (statement, 0) : 0;
      if (has_row)
        g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      if (!zg_radar_table_write_key (db, g_array_index (ids, gint64, i), error))
        return FALSE;
    }
  return TRUE;
}

/* What the index shop_order_radar has: an order that waits for its parcel. */
#define WAITS(o) #o ".radar_key IS NOT NULL AND " #o ".state IN (1, 2) AND " #o ".holds = 0 AND " #o ".kind = 0"

/* Of a parcel that has left in part nothing can be added to the rest. */
#define SELECT_ROWS \
  "SELECT o.radar_key, o.id, coalesce(o.parcel_id, 0), o.cash_on_delivery <> 0 AND o.paid < o.total "
#define WHOLE_PARCEL \
  "(o.parcel_id IS NULL OR NOT EXISTS (SELECT 1 FROM shop_order AS s WHERE s.parcel_id = o.parcel_id AND s.state >= 3)) "

static GArray *
read_rows (ZgStatement  *statement,
           GError      **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (ZgRadarRow));
  gboolean has_row;

  while (zg_statement_step (statement, &has_row, error))
    {
      ZgRadarRow row;

      if (!has_row)
        return g_steal_pointer (&rows);
      row.key = zg_statement_get_int64 (statement, 0);
      row.order_id = zg_statement_get_int64 (statement, 1);
      row.parcel_id = zg_statement_get_int64 (statement, 2);
      row.is_paid_at_door = zg_statement_get_int64 (statement, 3) != 0;
      g_array_append_val (rows, row);
    }
  return NULL;
}

/**
 * zg_radar_table_list:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgRadarRow): the orders that wait and do not all go together yet with
 *   others of their key: key by key, the oldest first
 */
GArray *
zg_radar_table_list (ZgDatabase  *db,
                     GError     **error)
{
  /* The inner question is answered from the index alone; only what it finds is read from the orders. */
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    SELECT_ROWS "FROM (SELECT w.radar_key AS key FROM shop_order AS w WHERE " WAITS (w) " GROUP BY w.radar_key "
    "HAVING min(coalesce(w.parcel_id, -w.id)) < max(coalesce(w.parcel_id, -w.id))) AS g "
    "CROSS JOIN shop_order AS o ON o.radar_key = g.key WHERE " WAITS (o) " AND " WHOLE_PARCEL
    "ORDER BY o.radar_key, o.ordered_at, o.id", error);

  return statement != NULL ? read_rows (statement, error) : NULL;
}

/**
 * zg_radar_table_list_like:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgRadarRow): the orders that wait with the key of @order_id, itself among
 *   them, the oldest first; none when it does not wait
 */
GArray *
zg_radar_table_list_like (ZgDatabase  *db,
                          gint64       order_id,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    SELECT_ROWS "FROM shop_order AS w CROSS JOIN shop_order AS o ON o.radar_key = w.radar_key "
    "WHERE w.id = ? AND " WAITS (w) " AND " WAITS (o) " AND " WHOLE_PARCEL "ORDER BY o.ordered_at, o.id", error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  return read_rows (statement, error);
}

/* What is missing of waiting is the payment alone. */
#define UNPAID(o) #o ".radar_key IS NOT NULL AND " #o ".state = 0 AND " #o ".holds = 0 AND " #o ".kind = 0"
#define N_UNPAID "20"

/**
 * zg_radar_table_list_unpaid:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * What could go together but for a payment that is not there: for an unpaid order all others of its key, for one that waits
 * the unpaid ones. Unpaid orders are looked for among those of the same customer, because the radar's index has none.
 *
 * Returns: (transfer full) (nullable) (element-type ZgRadarRow): the oldest first; the order itself is not among them
 */
GArray *
zg_radar_table_list_unpaid (ZgDatabase  *db,
                            gint64       order_id,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT * FROM ("
    SELECT_ROWS ", o.ordered_at AS at FROM shop_order AS w CROSS JOIN shop_order AS o ON o.radar_key = w.radar_key "
    "WHERE w.id = ?1 AND " UNPAID (w) " AND " WAITS (o) " AND " WHOLE_PARCEL
    "UNION ALL "
    SELECT_ROWS ", o.ordered_at FROM shop_order AS w CROSS JOIN shop_order AS o ON o.customer_id = w.customer_id "
    "WHERE w.id = ?1 AND o.id <> w.id AND o.radar_key = w.radar_key AND (" UNPAID (w) " OR " WAITS (w) ") AND " UNPAID (o)
    ") ORDER BY at, 2 LIMIT " N_UNPAID, error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  return read_rows (statement, error);
}

static ZgStatement *
prepare_pair (ZgDatabase  *db,
              const char  *sql,
              gint64       order_id,
              gint64       other_id,
              GError     **error)
{
  ZgStatement *statement = zg_statement_new (db, sql, error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, MIN (order_id, other_id));
  zg_statement_bind_int64 (statement, 1, MAX (order_id, other_id));
  zg_database_note_change (db, ZG_TABLE_PARCEL, 0);
  zg_database_note_change (db, ZG_TABLE_ORDER, order_id);
  zg_database_note_change (db, ZG_TABLE_ORDER, other_id);
  return statement;
}

/**
 * zg_radar_table_set_apart:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @other_id: another one
 * @staff_id: who says so, or 0
 * @at: when
 * @error: return location for an error
 *
 * Returns: whether it is remembered that the two go in two parcels
 */
gboolean
zg_radar_table_set_apart (ZgDatabase  *db,
                          gint64       order_id,
                          gint64       other_id,
                          gint64       staff_id,
                          ZgTime       at,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = prepare_pair (db,
    "INSERT OR IGNORE INTO not_one_parcel (a_id, b_id, at, staff_id) VALUES (?, ?, ?, ?)", order_id, other_id, error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 2, at);
  zg_statement_bind_id (statement, 3, staff_id);
  return zg_statement_run (statement, error);
}

/**
 * zg_radar_table_clear_apart:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @other_id: another one
 * @error: return location for an error
 *
 * Returns: whether nothing is remembered against one parcel for the two
 */
gboolean
zg_radar_table_clear_apart (ZgDatabase  *db,
                            gint64       order_id,
                            gint64       other_id,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = prepare_pair (db, "DELETE FROM not_one_parcel WHERE a_id = ? AND b_id = ?", order_id,
                                                   other_id, error);

  return statement != NULL && zg_statement_run (statement, error);
}

typedef struct {
  gint64 a_id;
  gint64 b_id;
} Pair;

static guint
hash_pair (gconstpointer data)
{
  const Pair *pair = data;

  return g_int64_hash (&pair->a_id) * 31 + g_int64_hash (&pair->b_id);
}

static gboolean
equal_pairs (gconstpointer a,
             gconstpointer b)
{
  const Pair *one = a, *other = b;

  return one->a_id == other->a_id && one->b_id == other->b_id;
}

static GHashTable *
read_pairs (ZgStatement  *statement,
            GError      **error)
{
  g_autoptr(GHashTable) pairs = g_hash_table_new_full (hash_pair, equal_pairs, g_free, NULL);
  gboolean has_row;

  while (zg_statement_step (statement, &has_row, error))
    {
      Pair pair;

      if (!has_row)
        return g_steal_pointer (&pairs);
      pair = (Pair) { zg_statement_get_int64 (statement, 0), zg_statement_get_int64 (statement, 1) };
      g_hash_table_add (pairs, g_memdup2 (&pair, sizeof pair));
    }
  return NULL;
}

/**
 * zg_radar_table_load_apart:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): which orders that wait go in two parcels, for zg_radar_is_apart()
 */
GHashTable *
zg_radar_table_load_apart (ZgDatabase  *db,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT n.a_id, n.b_id FROM not_one_parcel AS n JOIN shop_order AS o ON o.id = n.a_id WHERE o.state < 3", error);

  return statement != NULL ? read_pairs (statement, error) : NULL;
}

/**
 * zg_radar_table_load_apart_of:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): with which orders it does not go in one parcel, for zg_radar_is_apart()
 */
GHashTable *
zg_radar_table_load_apart_of (ZgDatabase  *db,
                              gint64       order_id,
                              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT a_id, b_id FROM not_one_parcel WHERE a_id = ?1 UNION ALL SELECT a_id, b_id FROM not_one_parcel WHERE b_id = ?1",
    error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  return read_pairs (statement, error);
}

/**
 * zg_radar_is_apart:
 * @apart: what zg_radar_table_load_apart() gave
 * @order_id: an order
 * @other_id: another one
 *
 * Returns: whether a person said that the two go in two parcels
 */
gboolean
zg_radar_is_apart (GHashTable *apart,
                   gint64      order_id,
                   gint64      other_id)
{
  Pair pair = { MIN (order_id, other_id), MAX (order_id, other_id) };

  return g_hash_table_contains (apart, &pair);
}
