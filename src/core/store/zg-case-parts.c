/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include <string.h>

#include "zg-case-table.h"
#include "zg-order-state.h"
#include "zg-statement.h"

/* What belongs to cases: what was offered, the log, the shop's deadlines, and what follows for the order. */

/**
 * zg_case_table_load_remedies:
 * @db: a connection
 * @self: a case; gets what was offered in it
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
zg_case_table_load_remedies (ZgDatabase  *db,
                             ZgCase      *self,
                             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, remedy, amount, offered_at, chosen_at, done_at FROM case_remedy WHERE case_id = ? ORDER BY position", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  g_ptr_array_set_size (self->remedies, 0);
  zg_statement_bind_int64 (statement, 0, self->id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgRemedy *remedy;

      if (!has_row)
        return TRUE;
      remedy = g_new0 (ZgRemedy, 1);
      remedy->id = zg_statement_get_int64 (statement, 0);
      remedy->remedy = zg_statement_dup_text (statement, 1);
      remedy->amount = zg_statement_get_int64 (statement, 2);
      remedy->offered_at = zg_statement_get_time (statement, 3);
      remedy->chosen_at = zg_statement_get_time (statement, 4);
      remedy->done_at = zg_statement_get_time (statement, 5);
      g_ptr_array_add (self->remedies, remedy);
    }
  return FALSE;
}

static gboolean
insert_remedy (ZgDatabase  *db,
               gint64       case_id,
               guint        position,
               ZgRemedy    *remedy,
               GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO case_remedy (id, case_id, position, remedy, amount, offered_at, chosen_at, done_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_id (statement, 0, remedy->id);
  zg_statement_bind_int64 (statement, 1, case_id);
  zg_statement_bind_int64 (statement, 2, position);
  zg_statement_bind_text (statement, 3, remedy->remedy);
  zg_statement_bind_int64 (statement, 4, remedy->amount);
  zg_statement_bind_int64 (statement, 5, remedy->offered_at);
  zg_statement_bind_time (statement, 6, remedy->chosen_at);
  zg_statement_bind_time (statement, 7, remedy->done_at);
  if (!zg_statement_run (statement, error))
    return FALSE;
  remedy->id = zg_database_last_id (db);
  return TRUE;
}

/**
 * zg_case_table_save_remedies:
 * @db: a writing connection in a transaction
 * @self: a case whose row is written
 * @error: return location for an error
 *
 * Returns: whether what was offered in it is written, in the place of what was there
 */
gboolean
zg_case_table_save_remedies (ZgDatabase    *db,
                             const ZgCase  *self,
                             GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM case_remedy WHERE case_id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, self->id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  for (guint i = 0; i < self->remedies->len; i++)
    if (!insert_remedy (db, self->id, i, g_ptr_array_index (self->remedies, i), error))
      return FALSE;
  return TRUE;
}

/**
 * zg_case_table_add_line:
 * @db: a writing connection in a transaction
 * @case_id: a case
 * @at: when it was
 * @staff_id: who did it, or 0
 * @type: what was done, see #ZgCaseLine
 * @text: (nullable): what it was about
 * @error: return location for an error
 *
 * Returns: whether it stands in the case's log
 */
gboolean
zg_case_table_add_line (ZgDatabase  *db,
                        gint64       case_id,
                        ZgTime       at,
                        gint64       staff_id,
                        const char  *type,
                        const char  *text,
                        GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO case_line (case_id, at, staff_id, type, text) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, case_id);
  zg_statement_bind_int64 (statement, 1, at);
  zg_statement_bind_id (statement, 2, staff_id);
  zg_statement_bind_text (statement, 3, type);
  zg_statement_bind_text (statement, 4, text);
  return zg_statement_run (statement, error);
}

/**
 * zg_case_table_load_lines:
 * @db: a connection
 * @case_id: a case
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgCaseLine): its log, the oldest line first
 */
GPtrArray *
zg_case_table_load_lines (ZgDatabase  *db,
                          gint64       case_id,
                          GError     **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_case_line_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT l.id, l.at, l.staff_id, s.name, l.type, l.text FROM case_line AS l LEFT JOIN staff AS s ON s.id = l.staff_id "
    "WHERE l.case_id = ? ORDER BY l.id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, case_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgCaseLine *line;

      if (!has_row)
        return g_steal_pointer (&lines);
      line = g_new0 (ZgCaseLine, 1);
      line->id = zg_statement_get_int64 (statement, 0);
      line->case_id = case_id;
      line->at = zg_statement_get_time (statement, 1);
      line->staff_id = zg_statement_get_int64 (statement, 2);
      line->staff_name = zg_statement_dup_text (statement, 3);
      line->type = zg_statement_dup_text (statement, 4);
      line->text = zg_statement_dup_text (statement, 5);
      g_ptr_array_add (lines, line);
    }
  return NULL;
}

/* How many cases are open, and whether one of them stops the order. */
static gboolean
count_open (ZgDatabase  *db,
            gint64       order_id,
            int         *n_open_out,
            gboolean    *is_stopped_out,
            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT type FROM order_case WHERE order_id = ? AND closed_at IS NULL", error);
  gboolean has_row;

  *n_open_out = 0;
  *is_stopped_out = FALSE;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      const ZgCaseType *type;

      if (!has_row)
        return TRUE;
      type = zg_case_type_find (zg_statement_get_text (statement, 0));
      *n_open_out += 1;
      if (type != NULL && type->stops_shipping)
        *is_stopped_out = TRUE;
    }
  return FALSE;
}

/**
 * zg_case_table_refresh_order:
 * @db: a writing connection in a transaction
 * @order_id: an order whose cases have changed
 * @error: return location for an error
 *
 * Derives what the order says of its cases. Where that stops it, or lets it go on, whoever edits the order has to look at it
 * again, as with every other hold.
 *
 * Returns: whether it is right
 */
gboolean
zg_case_table_refresh_order (ZgDatabase  *db,
                             gint64       order_id,
                             GError     **error)
{
  g_autoptr(ZgStatement) statement = NULL;
  gboolean is_stopped;
  int n_open;

  if (!count_open (db, order_id, &n_open, &is_stopped, error))
    return FALSE;
  statement = zg_statement_new (db,
    "UPDATE shop_order SET n_open_cases = ?1, holds = (holds & ~?2) | ?3, "
    "version = version + ((holds & ?2) <> ?3) WHERE id = ?4", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, n_open);
  zg_statement_bind_int64 (statement, 1, ZG_HOLD_CASE);
  zg_statement_bind_int64 (statement, 2, is_stopped ? ZG_HOLD_CASE : 0);
  zg_statement_bind_int64 (statement, 3, order_id);
  zg_database_note_change (db, ZG_TABLE_ORDER, order_id);
  return zg_statement_run (statement, error);
}

/**
 * zg_case_table_load_rules:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgCaseRule): where the shop's deadlines differ from data/cases
 */
GPtrArray *
zg_case_table_load_rules (ZgDatabase  *db,
                          GError     **error)
{
  g_autoptr(GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_case_rule_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT platform, type, step, hours FROM case_rule ORDER BY type, step, platform", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&rules);
      g_ptr_array_add (rules, zg_case_rule_new (zg_statement_get_text (statement, 0), zg_statement_get_text (statement, 1),
                                                zg_statement_get_text (statement, 2),
                                                (int) zg_statement_get_int64 (statement, 3)));
    }
  return NULL;
}

/**
 * zg_case_table_put_rule:
 * @db: a writing connection in a transaction
 * @rule: a deadline of the shop's; below 0 hours it is the program's again
 * @error: return location for an error
 *
 * Returns: whether it is written; deadlines of open cases are the caller's
 */
gboolean
zg_case_table_put_rule (ZgDatabase        *db,
                        const ZgCaseRule  *rule,
                        GError           **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, rule->hours < 0
    ? "DELETE FROM case_rule WHERE platform = ?1 AND type = ?2 AND step = ?3"
    : "INSERT INTO case_rule (platform, type, step, hours) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT (platform, type, step) DO UPDATE SET hours = excluded.hours", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, rule->platform);
  zg_statement_bind_text (statement, 1, rule->type);
  zg_statement_bind_text (statement, 2, rule->step);
  if (rule->hours >= 0)
    zg_statement_bind_int64 (statement, 3, rule->hours);
  return zg_statement_run (statement, error);
}

/**
 * zg_case_table_write_due:
 * @db: a writing connection in a transaction
 * @self: a case whose deadline follows a new rule; no edit of a person's, so the version stays
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_case_table_write_due (ZgDatabase    *db,
                         const ZgCase  *self,
                         GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE order_case SET due_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, self->due_at);
  zg_statement_bind_int64 (statement, 1, self->id);
  zg_database_note_change (db, ZG_TABLE_CASE, self->id);
  return zg_statement_run (statement, error);
}

/**
 * zg_case_table_load_policies:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): for each line of the order the key of its product's return policy,
 *   empty where the line is none of the shop's products
 */
GPtrArray *
zg_case_table_load_policies (ZgDatabase  *db,
                             gint64       order_id,
                             GError     **error)
{
  g_autoptr(GPtrArray) policies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT coalesce(p.return_policy, '') FROM order_item AS i LEFT JOIN product AS p ON p.id = i.product_id "
    "WHERE i.order_id = ? ORDER BY i.position", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      const char *policy;

      if (!has_row)
        return g_steal_pointer (&policies);
      policy = zg_statement_get_text (statement, 0);
      g_ptr_array_add (policies, g_strdup (policy != NULL ? policy : ""));
    }
  return NULL;
}

/**
 * zg_case_table_list_refunds:
 * @db: a connection
 * @since: orders that were placed before it are not looked at
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): orders that the platform says are in refund, without an open case,
 *   the newest first
 */
GArray *
zg_case_table_list_refunds (ZgDatabase  *db,
                            ZgTime       since,
                            GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM shop_order WHERE ordered_at >= ?1 AND (holds & ?2) <> 0 AND n_open_cases = 0 "
    "ORDER BY ordered_at DESC, id DESC", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, since);
  zg_statement_bind_int64 (statement, 1, ZG_HOLD_REFUND);
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
