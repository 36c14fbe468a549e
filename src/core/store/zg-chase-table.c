/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-chase-table.h"

#include <stdio.h>

#include "zg-shop-table.h"
#include "zg-statement.h"

/* The payment chase: ladders of the shop, what was done of them, what came of it. */

/**
 * zg_chase_recovery_free:
 * @recovery: (transfer full) (nullable): an order that was paid after a reminder
 */
void
zg_chase_recovery_free (ZgChaseRecovery *recovery)
{
  if (recovery == NULL)
    return;

  g_free (recovery->number);
  g_free (recovery->customer);
  g_free (recovery->currency);
  g_free (recovery);
}

/* Ladders **********************************************************************************************************/

static gboolean
load_quiet (ZgDatabase     *db,
            ZgChaseLadder  *ladder,
            GError        **error)
{
  g_autofree char *text = zg_shop_table_get_setting (db, ZG_SETTING_CHASE_QUIET, "", error);
  int from_hour, from_minute, to_hour, to_minute;

  if (text == NULL)
    return FALSE;
  if (sscanf (text, "%2d:%2d-%2d:%2d", &from_hour, &from_minute, &to_hour, &to_minute) == 4
      && from_hour >= 0 && from_hour < 24 && to_hour >= 0 && to_hour < 24
      && from_minute >= 0 && from_minute < 60 && to_minute >= 0 && to_minute < 60)
    {
      ladder->quiet_from = from_hour * 60 + from_minute;
      ladder->quiet_to = to_hour * 60 + to_minute;
    }
  return TRUE;
}

/**
 * zg_chase_table_load_ladder:
 * @db: a connection
 * @platform: a word of zg-platform.h; empty for the ladder of all platforms that have none of their own
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the platform's ladder, else the shop's, else the standard one
 */
ZgChaseLadder *
zg_chase_table_load_ladder (ZgDatabase  *db,
                            const char  *platform,
                            GError     **error)
{
  g_autoptr(ZgChaseLadder) ladder = zg_chase_ladder_new ();
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT after_minutes, before_close_minutes FROM chase_rule WHERE platform = "
    "(SELECT max(platform) FROM chase_rule WHERE platform IN ('', ?)) ORDER BY position", error);
  gboolean has_row;

  if (statement == NULL || !load_quiet (db, ladder, error))
    return NULL;
  zg_statement_bind_text (statement, 0, platform);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (has_row)
        {
          zg_chase_ladder_add (ladder, (int) zg_statement_get_int64 (statement, 0), (int) zg_statement_get_int64 (statement, 1));
          continue;
        }
      if (ladder->rules->len == 0)
        {
          g_autoptr(ZgChaseLadder) standard = zg_chase_ladder_new_standard ();

          g_array_append_vals (ladder->rules, standard->rules->data, standard->rules->len);
        }
      return g_steal_pointer (&ladder);
    }
  return NULL;
}

static gboolean
insert_rule (ZgDatabase         *db,
             const char         *platform,
             guint               position,
             const ZgChaseRule  *rule,
             GError            **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO chase_rule (platform, position, after_minutes, before_close_minutes) VALUES (?, ?, nullif(?, 0), nullif(?, 0))",
    error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, platform);
  zg_statement_bind_int64 (statement, 1, position);
  zg_statement_bind_int64 (statement, 2, rule->after);
  zg_statement_bind_int64 (statement, 3, rule->before_close);
  return zg_statement_run (statement, error);
}

/**
 * zg_chase_table_save_ladder:
 * @db: a writing connection in a transaction
 * @platform: a word of zg-platform.h, or empty for all platforms that have no ladder of their own
 * @ladder: (nullable): its steps; %NULL to have none of its own any more
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_chase_table_save_ladder (ZgDatabase           *db,
                            const char           *platform,
                            const ZgChaseLadder  *ladder,
                            GError              **error)
{
  g_autoptr(ZgStatement) clear = zg_statement_new (db, "DELETE FROM chase_rule WHERE platform = ?", error);

  if (clear == NULL)
    return FALSE;
  zg_statement_bind_text (clear, 0, platform);
  if (!zg_statement_run (clear, error))
    return FALSE;
  for (guint i = 0; ladder != NULL && i < ladder->rules->len; i++)
    if (!insert_rule (db, platform, i, &g_array_index (ladder->rules, ZgChaseRule, i), error))
      return FALSE;
  zg_database_note_change (db, ZG_TABLE_SETTING, 0);
  return TRUE;
}

/* Steps ************************************************************************************************************/

/**
 * zg_chase_table_load_done:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgChaseDone): what was done of its ladder
 */
GPtrArray *
zg_chase_table_load_done (ZgDatabase  *db,
                          gint64       order_id,
                          GError     **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_chase_done_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.step, c.at, c.skipped, s.name FROM chase_step AS c LEFT JOIN staff AS s ON s.id = c.staff_id "
    "WHERE c.order_id = ? ORDER BY c.step", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgChaseDone *done;

      if (!has_row)
        return g_steal_pointer (&list);
      done = zg_chase_done_new ((int) zg_statement_get_int64 (statement, 0), zg_statement_get_time (statement, 1));
      done->skipped = zg_statement_get_int64 (statement, 2) != 0;
      done->by = zg_statement_dup_text (statement, 3);
      g_ptr_array_add (list, done);
    }
  return NULL;
}

/**
 * zg_chase_table_load_reminded:
 * @db: a connection
 * @customer_id: a customer
 * @since: from when
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): when they were reminded, of any of their orders
 */
GArray *
zg_chase_table_load_reminded (ZgDatabase  *db,
                              gint64       customer_id,
                              ZgTime       since,
                              GError     **error)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (ZgTime));
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.at FROM chase_step AS c CROSS JOIN shop_order AS o ON o.id = c.order_id "
    "WHERE c.at > ? AND c.skipped = 0 AND o.customer_id = ? ORDER BY c.at", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, since);
  zg_statement_bind_int64 (statement, 1, customer_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgTime at;

      if (!has_row)
        return g_steal_pointer (&times);
      at = zg_statement_get_time (statement, 0);
      g_array_append_val (times, at);
    }
  return NULL;
}

/**
 * zg_chase_table_insert_step:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @done: what was done
 * @staff_id: who did it, or 0
 * @contact_id: the reminder that was copied, or 0
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_chase_table_insert_step (ZgDatabase         *db,
                            gint64              order_id,
                            const ZgChaseDone  *done,
                            gint64              staff_id,
                            gint64              contact_id,
                            GError            **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT OR REPLACE INTO chase_step (order_id, step, at, skipped, staff_id, contact_id) VALUES (?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  zg_statement_bind_int64 (statement, 1, done->step);
  zg_statement_bind_time (statement, 2, done->at);
  zg_statement_bind_int64 (statement, 3, done->skipped);
  zg_statement_bind_id (statement, 4, staff_id);
  zg_statement_bind_id (statement, 5, contact_id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  zg_database_note_change (db, ZG_TABLE_ORDER, order_id);
  return TRUE;
}

/**
 * zg_chase_table_delete_step:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @step: which step, from 0
 * @error: return location for an error
 *
 * Returns: whether it is as if nobody had done it
 */
gboolean
zg_chase_table_delete_step (ZgDatabase  *db,
                            gint64       order_id,
                            int          step,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM chase_step WHERE order_id = ? AND step = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  zg_statement_bind_int64 (statement, 1, step);
  if (!zg_statement_run (statement, error))
    return FALSE;
  zg_database_note_change (db, ZG_TABLE_ORDER, order_id);
  return TRUE;
}

/**
 * zg_chase_table_set_cause:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @cause: why it was not paid yet
 * @error: return location for an error
 *
 * Leaves the order's version alone: it is no edit of the order.
 *
 * Returns: whether it is written
 */
gboolean
zg_chase_table_set_cause (ZgDatabase    *db,
                          gint64         order_id,
                          ZgChaseCause   cause,
                          GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE shop_order SET chase_cause = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, zg_chase_cause_to_word (cause));
  zg_statement_bind_int64 (statement, 1, order_id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  zg_database_note_change (db, ZG_TABLE_ORDER, order_id);
  return TRUE;
}

/**
 * zg_chase_table_set_stopped:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @at: since when its buyer is left alone, or %ZG_TIME_NONE
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_chase_table_set_stopped (ZgDatabase  *db,
                            gint64       order_id,
                            ZgTime       at,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE shop_order SET chase_stopped_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, at);
  zg_statement_bind_int64 (statement, 1, order_id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  zg_database_note_change (db, ZG_TABLE_ORDER, order_id);
  return TRUE;
}

/* The board ********************************************************************************************************/

/**
 * zg_chase_table_list_unpaid:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the orders that are not paid, nor paid at the door
 */
GArray *
zg_chase_table_list_unpaid (ZgDatabase  *db,
                            GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM shop_order WHERE state < 4 AND state = 0 AND NOT cash_on_delivery AND chase_stopped_at IS NULL "
    "ORDER BY ordered_at", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
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

/**
 * zg_chase_table_list_recovered:
 * @db: a connection
 * @from: from when
 * @until: up to when, not included
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgChaseRecovery): the orders that were paid in that time, soon after a
 *   reminder; the newest first
 */
GPtrArray *
zg_chase_table_list_recovered (ZgDatabase  *db,
                               ZgTime       from,
                               ZgTime       until,
                               GError     **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_chase_recovery_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT o.id, o.number, o.customer_id, coalesce(nullif(u.call_name, ''), nullif(u.name, ''), o.recipient), o.total, o.currency, "
    "o.chase_cause, c.step, max(c.at), o.paid_at FROM chase_step AS c CROSS JOIN shop_order AS o ON o.id = c.order_id "
    "LEFT JOIN customer AS u ON u.id = o.customer_id "
    "WHERE c.at > ?3 AND c.at < ?2 AND c.skipped = 0 AND o.state BETWEEN 1 AND 5 AND o.paid_at >= ?1 AND o.paid_at < ?2 "
    "AND o.paid_at >= c.at AND o.paid_at < c.at + ?4 GROUP BY o.id ORDER BY o.paid_at DESC", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, from);
  zg_statement_bind_int64 (statement, 1, until);
  zg_statement_bind_int64 (statement, 2, from - ZG_CHASE_RECOVERY);
  zg_statement_bind_int64 (statement, 3, ZG_CHASE_RECOVERY);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgChaseRecovery *recovery;

      if (!has_row)
        return g_steal_pointer (&list);
      recovery = g_new0 (ZgChaseRecovery, 1);
      recovery->order_id = zg_statement_get_int64 (statement, 0);
      recovery->number = zg_statement_dup_text (statement, 1);
      recovery->customer_id = zg_statement_get_int64 (statement, 2);
      recovery->customer = zg_statement_dup_text (statement, 3);
      recovery->amount = zg_statement_get_int64 (statement, 4);
      recovery->currency = zg_statement_dup_text (statement, 5);
      zg_chase_cause_from_word (zg_statement_get_text (statement, 6), &recovery->cause);
      recovery->step = (int) zg_statement_get_int64 (statement, 7);
      recovery->reminded_at = zg_statement_get_time (statement, 8);
      recovery->paid_at = zg_statement_get_time (statement, 9);
      g_ptr_array_add (list, recovery);
    }
  return NULL;
}
