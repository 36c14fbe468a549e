/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-level-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* Member levels with their rules, and what customers are measured by. The level of a customer is a plain name: one whose
 * level has no rule any more keeps it. */

/**
 * zg_member_level_new:
 * @name: what it is called
 * @min_spent: minor units that are enough for it, 0 for no matter what
 * @min_orders: how many orders are enough for it, 0 for no matter how many
 *
 * Returns: (transfer full): the level
 */
ZgMemberLevel *
zg_member_level_new (const char *name,
                     gint64      min_spent,
                     gint64      min_orders)
{
  ZgMemberLevel *level = g_new0 (ZgMemberLevel, 1);

  level->name = g_strdup (name);
  level->min_spent = min_spent;
  level->min_orders = min_orders;
  return level;
}

/**
 * zg_member_level_free:
 * @level: (transfer full) (nullable): a level
 */
void
zg_member_level_free (ZgMemberLevel *level)
{
  if (level == NULL)
    return;

  g_free (level->uid);
  g_free (level->name);
  g_free (level);
}

/**
 * zg_level_table_load:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgMemberLevel): the levels, the lowest first
 */
GPtrArray *
zg_level_table_load (ZgDatabase  *db,
                     GError     **error)
{
  g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_member_level_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, uid, name, min_spent, min_orders FROM member_level ORDER BY position, id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgMemberLevel *level;

      if (!has_row)
        return g_steal_pointer (&levels);
      level = zg_member_level_new (zg_statement_get_text (statement, 2), zg_statement_get_int64 (statement, 3),
                                   zg_statement_get_int64 (statement, 4));
      level->id = zg_statement_get_int64 (statement, 0);
      level->uid = zg_statement_dup_text (statement, 1);
      g_ptr_array_add (levels, level);
    }
  return NULL;
}

/**
 * zg_level_table_replace:
 * @db: a writing connection in a transaction
 * @levels: (element-type ZgMemberLevel): all levels as they should be, the lowest first; those that were there before keep
 *   their uid
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when two have one name
 */
gboolean
zg_level_table_replace (ZgDatabase  *db,
                        GPtrArray   *levels,
                        GError     **error)
{
  if (!zg_database_exec (db, "DELETE FROM member_level", error))
    return FALSE;

  for (guint i = 0; i < levels->len; i++)
    {
      ZgMemberLevel *level = levels->pdata[i];
      g_autoptr(ZgStatement) statement = zg_statement_new (db,
        "INSERT INTO member_level (uid, position, name, min_spent, min_orders) VALUES (?, ?, ?, ?, ?)", error);

      if (statement == NULL)
        return FALSE;
      if (level->uid == NULL)
        level->uid = zg_uid_new ();
      zg_statement_bind_text (statement, 0, level->uid);
      zg_statement_bind_int64 (statement, 1, i + 1);
      zg_statement_bind_text (statement, 2, level->name);
      zg_statement_bind_int64 (statement, 3, level->min_spent);
      zg_statement_bind_int64 (statement, 4, level->min_orders);
      if (!zg_statement_run (statement, error))
        return FALSE;
      level->id = zg_database_last_id (db);
      zg_database_note_change (db, ZG_TABLE_LEVEL, level->id);
    }
  zg_database_note_change (db, ZG_TABLE_LEVEL, 0);
  return TRUE;
}

/**
 * zg_level_table_list_used:
 * @db: a connection
 * @error: return location for an error
 *
 * Steps from one name to the next along the index: a million customers with three levels take four steps.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the levels that customers have
 */
GPtrArray *
zg_level_table_list_used (ZgDatabase  *db,
                          GError     **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT level FROM customer WHERE level <> '' AND level > ? ORDER BY level LIMIT 1", error);
  const char *last = "";
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  do
    {
      zg_statement_reset (statement);
      zg_statement_bind_text (statement, 0, last);
      if (!zg_statement_step (statement, &has_row, error))
        return NULL;
      if (has_row)
        {
          g_ptr_array_add (names, zg_statement_dup_text (statement, 0));
          last = names->pdata[names->len - 1];
        }
    }
  while (has_row);
  return g_steal_pointer (&names);
}

/**
 * zg_level_candidate_free:
 * @candidate: (transfer full) (nullable): a customer's level and what it is suggested by
 */
void
zg_level_candidate_free (ZgLevelCandidate *candidate)
{
  if (candidate == NULL)
    return;

  g_free (candidate->level);
  g_free (candidate);
}

static ZgLevelCandidate *
read_candidate (ZgStatement *statement)
{
  ZgLevelCandidate *candidate = g_new0 (ZgLevelCandidate, 1);

  candidate->customer_id = zg_statement_get_int64 (statement, 0);
  candidate->level = zg_statement_dup_text (statement, 1);
  candidate->spent = zg_statement_get_int64 (statement, 2);
  candidate->n_orders = zg_statement_get_int64 (statement, 3);
  return candidate;
}

/**
 * zg_level_table_load_candidate:
 * @db: a connection
 * @customer_id: a customer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): their level and what it is suggested by; %NULL with %ZG_STORE_ERROR_NOT_FOUND when
 *   there is no such customer
 */
ZgLevelCandidate *
zg_level_table_load_candidate (ZgDatabase  *db,
                               gint64       customer_id,
                               GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, level, spent, n_orders FROM customer WHERE id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, customer_id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_candidate (statement);

  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such customer."));
  return NULL;
}

/**
 * zg_level_table_load_candidates:
 * @db: a connection
 * @min_spent: what the lowest level asks for, 0 for nothing
 * @min_orders: how many orders the lowest level asks for, 0 for nothing
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgLevelCandidate): whoever may be in a level by one of both, whoever
 *   spent most first
 */
GPtrArray *
zg_level_table_load_candidates (ZgDatabase  *db,
                                gint64       min_spent,
                                gint64       min_orders,
                                GError     **error)
{
  g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_level_candidate_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, level, spent, n_orders FROM customer WHERE (?1 > 0 AND spent >= ?1) OR (?2 > 0 AND n_orders >= ?2) "
    "ORDER BY +spent DESC, id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, min_spent);
  zg_statement_bind_int64 (statement, 1, min_orders);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&candidates);
      g_ptr_array_add (candidates, read_candidate (statement));
    }
  return NULL;
}
