/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-merge-table.h"

#include <glib/gi18n.h>

#include "zg-row-json.h"
#include "zg-statement.h"
#include "zg-uid.h"

/* Merges of customers: what is remembered of each. What a merge does to rows is zg-merge-rows.c's. */

/**
 * zg_customer_merge_free:
 * @merge: (transfer full) (nullable): a merge
 */
void
zg_customer_merge_free (ZgCustomerMerge *merge)
{
  if (merge == NULL)
    return;

  g_free (merge->other_name);
  g_free (merge->other_rows);
  g_free (merge->kept_rows);
  g_free (merge->merged_rows);
  g_free (merge);
}

/* As zg_merge_plan_propose() compares them. The preferred phone, account and address are read with the customer. */
static const struct {
  ZgMergeField field;
  int column;
} side_columns[] = {
  { ZG_MERGE_CALL_NAME, 3 }, { ZG_MERGE_BIRTHDAY, 4 }, { ZG_MERGE_HEIGHT, 5 }, { ZG_MERGE_WEIGHT, 6 },
  { ZG_MERGE_SHOE_SIZE, 7 }, { ZG_MERGE_USUAL_SIZE, 8 }, { ZG_MERGE_TYPE, 9 }, { ZG_MERGE_LEVEL, 10 },
  { ZG_MERGE_SOURCE, 11 }, { ZG_MERGE_CONSENT, 12 }, { ZG_MERGE_CAUTION, 13 }, { ZG_MERGE_NOTE, 14 },
};

/**
 * zg_merge_table_load_side:
 * @db: a connection
 * @side: (inout): with the id of a customer; gets what stands in the customer's row
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_NOT_FOUND when there is no such customer
 */
gboolean
zg_merge_table_load_side (ZgDatabase   *db,
                          ZgMergeSide  *side,
                          GError      **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT version, name, name_disclosure, call_name, birthday, nullif(height, 0), nullif(weight, 0), shoe_size, "
    "usual_size, type, level, source, nullif(consent, 0), caution, note FROM customer WHERE id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, side->id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such customer."));
      return FALSE;
    }

  side->version = zg_statement_get_int64 (statement, 0);
  zg_personal_set_full (&side->values[ZG_MERGE_NAME], zg_statement_get_text (statement, 1),
                        zg_statement_get_int64 (statement, 2));
  for (gsize i = 0; i < G_N_ELEMENTS (side_columns); i++)
    zg_personal_set_full (&side->values[side_columns[i].field], zg_statement_get_text (statement, side_columns[i].column),
                          ZG_DISCLOSURE_PLAIN);
  return TRUE;
}

/**
 * zg_merge_table_count_moves:
 * @db: a connection
 * @customer_id: a customer
 * @moves_out: (out): what a merge would give to the other one
 * @error: return location for an error
 *
 * Returns: whether it was counted
 */
gboolean
zg_merge_table_count_moves (ZgDatabase    *db,
                            gint64         customer_id,
                            ZgMergeMoves  *moves_out,
                            GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT (SELECT count(*) FROM shop_order WHERE customer_id = ?1), "
    "(SELECT count(*) FROM follow_up WHERE customer_id = ?1), "
    "(SELECT count(*) FROM contact WHERE customer_id = ?1)", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  moves_out->n_orders = zg_statement_get_int64 (statement, 0);
  moves_out->n_follow_ups = zg_statement_get_int64 (statement, 1);
  moves_out->n_contacts = zg_statement_get_int64 (statement, 2);
  return TRUE;
}

/* A customer's rows that a merge does not simply give to somebody else, and the last row of each table: what came later
 * is told by it. */
static const char *
make_snapshot_sql (ZgDatabase  *db,
                   GError     **error)
{
  static const char * const tables[] = {
    "customer_phone", "customer_account", "customer_address", "customer_tag", "recent_customer", "waiting",
  };
  g_autoptr(GString) members = g_string_new (NULL);
  g_autofree char *sql = NULL;

  if (!zg_row_json_append_select (db, "customer", "id = ?1", members, error)
      || !zg_row_json_append_select (db, "not_same_person", "?1 IN (a_id, b_id)", members, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (!zg_row_json_append_select (db, tables[i], "customer_id = ?1", members, error))
        return NULL;
    }
  sql = g_strdup_printf ("SELECT json_object(%s, 'last', json_object("
                         "'shop_order', (SELECT coalesce(max(id), 0) FROM shop_order), "
                         "'contact', (SELECT coalesce(max(id), 0) FROM contact), "
                         "'follow_up', (SELECT coalesce(max(id), 0) FROM follow_up), "
                         "'attachment', (SELECT coalesce(max(id), 0) FROM attachment)))", members->str);
  return g_intern_string (sql);
}

/* (transfer full) (nullable): the customer's rows as JSON. */
static char *
snapshot (ZgDatabase  *db,
          gint64       customer_id,
          GError     **error)
{
  /* Made once: every shop file that is written has the newest form. */
  static const char *known;
  g_autoptr(ZgStatement) statement = NULL;
  gboolean has_row;

  if (g_atomic_pointer_get (&known) == NULL)
    {
      const char *sql = make_snapshot_sql (db, error);

      if (sql == NULL)
        return NULL;
      g_atomic_pointer_set (&known, sql);
    }
  statement = zg_statement_new (db, g_atomic_pointer_get (&known), error);
  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, customer_id);
  return zg_statement_step (statement, &has_row, error) ? zg_statement_dup_text (statement, 0) : NULL;
}

/**
 * zg_merge_table_begin:
 * @db: a writing connection in a transaction
 * @kept_id: who stays
 * @other_id: whose entry goes
 * @staff_id: who does it, or 0
 * @at: when
 * @error: return location for an error
 *
 * Keeps both as they are. To be called before anything is changed, and followed by zg_merge_table_seal().
 *
 * Returns: the merge's id, or 0
 */
gint64
zg_merge_table_begin (ZgDatabase  *db,
                      gint64       kept_id,
                      gint64       other_id,
                      gint64       staff_id,
                      ZgTime       at,
                      GError     **error)
{
  g_autofree char *kept_rows = snapshot (db, kept_id, error);
  g_autofree char *other_rows = kept_rows != NULL ? snapshot (db, other_id, error) : NULL;
  g_autofree char *uid = zg_uid_new ();
  g_autoptr(ZgStatement) statement = NULL;

  if (other_rows == NULL)
    return 0;
  statement = zg_statement_new (db, "INSERT INTO customer_merge (uid, at, staff_id, kept_id, other_id, kept_rows, "
                                    "other_rows) VALUES (?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return 0;
  zg_statement_bind_text (statement, 0, uid);
  zg_statement_bind_time (statement, 1, at);
  zg_statement_bind_id (statement, 2, staff_id);
  zg_statement_bind_int64 (statement, 3, kept_id);
  zg_statement_bind_int64 (statement, 4, other_id);
  zg_statement_bind_text (statement, 5, kept_rows);
  zg_statement_bind_text (statement, 6, other_rows);
  return zg_statement_run (statement, error) ? zg_database_last_id (db) : 0;
}

/**
 * zg_merge_table_seal:
 * @db: a writing connection in a transaction
 * @merge_id: what zg_merge_table_begin() gave
 * @error: return location for an error
 *
 * Notes how the merge left the kept customer: what is different later was edited since.
 *
 * Returns: whether it is noted
 */
gboolean
zg_merge_table_seal (ZgDatabase  *db,
                     gint64       merge_id,
                     GError     **error)
{
  g_autoptr(ZgStatement) read = zg_statement_new (db, "SELECT kept_id FROM customer_merge WHERE id = ?", error);
  g_autoptr(ZgStatement) write = NULL;
  g_autofree char *rows = NULL;
  gboolean has_row;

  if (read == NULL)
    return FALSE;
  zg_statement_bind_int64 (read, 0, merge_id);
  if (!zg_statement_step (read, &has_row, error))
    return FALSE;
  rows = snapshot (db, zg_statement_get_int64 (read, 0), error);
  write = rows != NULL ? zg_statement_new (db, "UPDATE customer_merge SET merged_rows = ? WHERE id = ?", error) : NULL;
  if (write == NULL)
    return FALSE;
  zg_statement_bind_text (write, 0, rows);
  zg_statement_bind_int64 (write, 1, merge_id);
  return zg_statement_run (write, error);
}

/**
 * zg_merge_table_note_line:
 * @db: a writing connection in a transaction
 * @merge_id: what zg_merge_table_begin() gave
 * @contact_uid: the line of the timeline that tells of it
 * @error: return location for an error
 *
 * Returns: whether zg_merge_table_delete_line() will find it
 */
gboolean
zg_merge_table_note_line (ZgDatabase  *db,
                          gint64       merge_id,
                          const char  *contact_uid,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO customer_merge_row (merge_id, kind, row) VALUES (?, 'line', ?)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, merge_id);
  zg_statement_bind_text (statement, 1, contact_uid);
  return zg_statement_run (statement, error);
}

/**
 * zg_merge_table_delete_line:
 * @db: a writing connection in a transaction
 * @merge_id: a merge that is taken back
 * @error: return location for an error
 *
 * Returns: whether the timeline tells of it no more
 */
gboolean
zg_merge_table_delete_line (ZgDatabase  *db,
                            gint64       merge_id,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "DELETE FROM contact WHERE uid IN (SELECT row FROM customer_merge_row WHERE merge_id = ? AND kind = 'line')", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, merge_id);
  zg_database_note_change (db, ZG_TABLE_CONTACT, 0);
  return zg_statement_run (statement, error);
}

/**
 * zg_merge_table_finish_undo:
 * @db: a writing connection in a transaction
 * @merge_id: a merge that was taken back
 * @at: when
 * @error: return location for an error
 *
 * Marks it and forgets what it kept: personal data is not kept twice.
 *
 * Returns: whether it is marked
 */
gboolean
zg_merge_table_finish_undo (ZgDatabase  *db,
                            gint64       merge_id,
                            ZgTime       at,
                            GError     **error)
{
  g_autoptr(ZgStatement) mark = zg_statement_new (db,
    "UPDATE customer_merge SET undone_at = ?, other_rows = '', kept_rows = '', merged_rows = '' WHERE id = ?", error);
  g_autoptr(ZgStatement) erase = NULL;

  if (mark == NULL)
    return FALSE;
  zg_statement_bind_time (mark, 0, at);
  zg_statement_bind_int64 (mark, 1, merge_id);
  if (!zg_statement_run (mark, error))
    return FALSE;

  erase = zg_statement_new (db, "DELETE FROM customer_merge_row WHERE merge_id = ?", error);
  if (erase == NULL)
    return FALSE;
  zg_statement_bind_int64 (erase, 0, merge_id);
  return zg_statement_run (erase, error);
}

#define MERGE_COLUMNS \
  "id, at, staff_id, kept_id, other_id, undone_at, iif(other_rows = '', '', coalesce(" \
  "nullif(json_extract(other_rows, '$.customer[0].call_name'), ''), " \
  "nullif(json_extract(other_rows, '$.customer[0].name'), ''), " \
  "json_extract(other_rows, '$.customer_account[0].account'), json_extract(other_rows, '$.customer_phone[0].text'), ''))"

static ZgCustomerMerge *
read_merge (ZgStatement *statement)
{
  ZgCustomerMerge *merge = g_new0 (ZgCustomerMerge, 1);

  merge->id = zg_statement_get_int64 (statement, 0);
  merge->at = zg_statement_get_time (statement, 1);
  merge->staff_id = zg_statement_get_int64 (statement, 2);
  merge->kept_id = zg_statement_get_int64 (statement, 3);
  merge->other_id = zg_statement_get_int64 (statement, 4);
  merge->undone_at = zg_statement_get_time (statement, 5);
  merge->other_name = zg_statement_dup_text (statement, 6);
  return merge;
}

/**
 * zg_merge_table_load:
 * @db: a connection
 * @merge_id: a merge
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the merge with its rows; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgCustomerMerge *
zg_merge_table_load (ZgDatabase  *db,
                     gint64       merge_id,
                     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT " MERGE_COLUMNS ", other_rows, kept_rows, merged_rows FROM customer_merge WHERE id = ?", error);
  ZgCustomerMerge *merge;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, merge_id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such merge."));
      return NULL;
    }

  merge = read_merge (statement);
  merge->other_rows = zg_statement_dup_text (statement, 7);
  merge->kept_rows = zg_statement_dup_text (statement, 8);
  merge->merged_rows = zg_statement_dup_text (statement, 9);
  return merge;
}

/**
 * zg_merge_table_list:
 * @db: a connection
 * @kept_id: a customer, or 0 for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgCustomerMerge): the merges that made this customer and hold, the
 *   newest first: the one that may be taken back first
 */
GPtrArray *
zg_merge_table_list (ZgDatabase  *db,
                     gint64       kept_id,
                     GError     **error)
{
  g_autoptr(GPtrArray) merges = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_customer_merge_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT " MERGE_COLUMNS " FROM customer_merge WHERE (kept_id = ?1 OR ?1 = 0) AND undone_at IS NULL ORDER BY id DESC", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, kept_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&merges);
      g_ptr_array_add (merges, read_merge (statement));
    }
  return NULL;
}

/**
 * zg_merge_table_find_home:
 * @db: a connection
 * @customer_id: a customer who may have been merged into another one, and that one too
 * @home_id_out: (out): where they are found now, themselves when they are there; 0 when nobody knows
 * @error: return location for an error
 *
 * Returns: whether the search ran
 */
gboolean
zg_merge_table_find_home (ZgDatabase  *db,
                          gint64       customer_id,
                          gint64      *home_id_out,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "WITH RECURSIVE home (id) AS (SELECT ?1 UNION ALL SELECT m.kept_id FROM home JOIN customer_merge AS m "
    "ON m.other_id = home.id AND m.undone_at IS NULL) SELECT c.id FROM home JOIN customer AS c ON c.id = home.id", error);
  gboolean has_row;

  *home_id_out = 0;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *home_id_out = zg_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * zg_merge_table_forget_customer:
 * @db: a writing connection in a transaction
 * @customer_id: a customer who is erased for good
 * @error: return location for an error
 *
 * Forgets all merges that made this customer, with all that was kept of those who were merged into them.
 *
 * Returns: whether nothing of them is left here
 */
gboolean
zg_merge_table_forget_customer (ZgDatabase  *db,
                                gint64       customer_id,
                                GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "WITH RECURSIVE part (id) AS (SELECT ?1 UNION SELECT m.other_id FROM part JOIN customer_merge AS m "
    "ON m.kept_id = part.id AND m.undone_at IS NULL) "
    "DELETE FROM customer_merge WHERE kept_id IN (SELECT id FROM part) OR other_id IN (SELECT id FROM part)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  return zg_statement_run (statement, error);
}
