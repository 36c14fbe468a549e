/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-order-state-table.h"

#include <glib/gi18n.h>

#include "zg-checklist.h"
#include "zg-radar-table.h"
#include "zg-statement.h"

/* The one file that writes where an order stands: its state, the times of it, its history and its ticks. */

/* The column that keeps when a state was reached, and the statement that sets it. */
static const char * const move_sql[ZG_N_ORDER_STATES] = {
  [ZG_ORDER_UNPAID] = "UPDATE shop_order SET state = ?1, version = version + 1 WHERE id = ?3 AND version = ?4",
  [ZG_ORDER_PAID] = "UPDATE shop_order SET state = ?1, paid_at = coalesce(paid_at, ?2), "
                    "paid = CASE WHEN paid = 0 THEN total ELSE paid END, "
                    "version = version + 1 WHERE id = ?3 AND version = ?4",
  [ZG_ORDER_PACKED] = "UPDATE shop_order SET state = ?1, packed_at = ?2, version = version + 1 "
                     "WHERE id = ?3 AND version = ?4",
  [ZG_ORDER_SHIPPED] = "UPDATE shop_order SET state = ?1, shipped_at = coalesce(shipped_at, ?2), version = version + 1 "
                      "WHERE id = ?3 AND version = ?4",
  [ZG_ORDER_RECEIVED] = "UPDATE shop_order SET state = ?1, received_at = coalesce(received_at, ?2), "
                       "version = version + 1 WHERE id = ?3 AND version = ?4",
  [ZG_ORDER_COMPLETED] = "UPDATE shop_order SET state = ?1, completed_at = coalesce(completed_at, ?2), "
                        "version = version + 1 WHERE id = ?3 AND version = ?4",
  [ZG_ORDER_CLOSED] = "UPDATE shop_order SET state = ?1, closed_at = ?2, version = version + 1 "
                     "WHERE id = ?3 AND version = ?4",
};

/* Going back takes the time of the state that was left, and the money that came with it, unless they were known before
 * the step: then the step did not set them. */
static const char * const leave_sql[ZG_N_ORDER_STATES] = {
  [ZG_ORDER_PAID] = "UPDATE shop_order SET state = ?1, paid = CASE WHEN paid = total AND paid_at = ?4 AND NOT EXISTS "
                    "(SELECT 1 FROM payment WHERE order_id = ?2 AND undone_at IS NULL) THEN 0 ELSE paid END, "
                    "paid_at = nullif(paid_at, ?4), "
                    "version = version + 1 WHERE id = ?2 AND version = ?3",
  [ZG_ORDER_PACKED] = "UPDATE shop_order SET state = ?1, packed_at = nullif(packed_at, ?4), "
                      "version = version + 1 WHERE id = ?2 AND version = ?3",
  [ZG_ORDER_SHIPPED] = "UPDATE shop_order SET state = ?1, shipped_at = nullif(shipped_at, ?4), "
                       "version = version + 1 WHERE id = ?2 AND version = ?3",
  [ZG_ORDER_RECEIVED] = "UPDATE shop_order SET state = ?1, received_at = nullif(received_at, ?4), "
                        "version = version + 1 WHERE id = ?2 AND version = ?3",
  [ZG_ORDER_COMPLETED] = "UPDATE shop_order SET state = ?1, completed_at = nullif(completed_at, ?4), "
                         "version = version + 1 WHERE id = ?2 AND version = ?3",
  [ZG_ORDER_CLOSED] = "UPDATE shop_order SET state = ?1, closed_at = nullif(closed_at, ?4), "
                      "version = version + 1 WHERE id = ?2 AND version = ?3",
};

/**
 * zg_order_move_free:
 * @move: (transfer full): a line of history
 */
void
zg_order_move_free (ZgOrderMove *move)
{
  g_free (move->staff_name);
  g_free (move->reason);
  g_free (move);
}

/* After the update: the row had the version that was read, or somebody else was faster. */
static gboolean
note_state (ZgDatabase    *db,
            ZgOrder       *order,
            ZgOrderState   state,
            GError       **error)
{
  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this order in the meantime. Look at it again, then repeat your "
                            "change."));
      return FALSE;
    }

  order->version++;
  order->state = state;
  zg_database_note_change (db, ZG_TABLE_ORDER, order->id);
  return TRUE;
}

static gboolean
write_state (ZgDatabase    *db,
             ZgOrder       *order,
             ZgOrderState   to,
             ZgTime         at,
             GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, move_sql[to], error);

  if (statement == NULL)
    return FALSE;

  zg_statement_bind_int64 (statement, 0, to);
  if (to != ZG_ORDER_UNPAID)
    zg_statement_bind_time (statement, 1, at);
  zg_statement_bind_int64 (statement, 2, order->id);
  zg_statement_bind_int64 (statement, 3, order->version);
  if (!zg_statement_run (statement, error))
    return FALSE;

  return note_state (db, order, to, error);
}

/* The other way: to @to, without the time of the state that is left, which the step set to @at. */
static gboolean
leave_state (ZgDatabase    *db,
             ZgOrder       *order,
             ZgOrderState   to,
             ZgTime         at,
             GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, leave_sql[order->state], error);

  if (statement == NULL)
    return FALSE;

  zg_statement_bind_int64 (statement, 0, to);
  zg_statement_bind_int64 (statement, 1, order->id);
  zg_statement_bind_int64 (statement, 2, order->version);
  zg_statement_bind_time (statement, 3, at);
  return zg_statement_run (statement, error) && note_state (db, order, to, error);
}

/**
 * zg_order_state_table_move:
 * @db: a writing connection in a transaction
 * @order: the order as it was read; gets the new state and version
 * @to: where it stands from now on
 * @at: when that happened
 * @actor: who moves it
 * @staff_id: the clerk, or 0
 * @reason: (nullable): why, where a rule was overridden
 * @import_id: the import that says so, or 0
 * @history_id_out: (out): the new line of its history
 * @error: return location for an error
 *
 * Writes a move that the order gate has allowed.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the order since it was read
 */
gboolean
zg_order_state_table_move (ZgDatabase    *db,
                           ZgOrder       *order,
                           ZgOrderState   to,
                           ZgTime         at,
                           ZgActor        actor,
                           gint64         staff_id,
                           const char    *reason,
                           gint64         import_id,
                           gint64        *history_id_out,
                           GError       **error)
{
  ZgOrderState from = order->state;
  g_autoptr(ZgStatement) statement = NULL;

  if (!write_state (db, order, to, at, error))
    return FALSE;

  statement = zg_statement_new (db,
    "INSERT INTO order_history (order_id, at, from_state, to_state, actor, staff_id, reason, import_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order->id);
  zg_statement_bind_time (statement, 1, at);
  zg_statement_bind_int64 (statement, 2, from);
  zg_statement_bind_int64 (statement, 3, to);
  zg_statement_bind_int64 (statement, 4, actor);
  zg_statement_bind_id (statement, 5, staff_id);
  zg_statement_bind_text (statement, 6, reason);
  zg_statement_bind_id (statement, 7, import_id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  *history_id_out = zg_database_last_id (db);
  return TRUE;
}

/**
 * zg_order_state_table_fill_times:
 * @db: a writing connection in a transaction
 * @known: an order whose times are known, as from a file
 * @order_id: the order to fill in; its version stays
 * @error: return location for an error
 *
 * Takes over when things happened, where that is not known yet. An order that was first heard of when it had shipped
 * gets its time of payment so.
 *
 * Returns: whether it is done
 */
gboolean
zg_order_state_table_fill_times (ZgDatabase     *db,
                                 const ZgOrder  *known,
                                 gint64          order_id,
                                 GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE shop_order SET paid_at = coalesce(paid_at, ?1), shipped_at = coalesce(shipped_at, ?2), "
    "received_at = coalesce(received_at, ?3), completed_at = coalesce(completed_at, ?4), "
    "closed_at = coalesce(closed_at, ?5) WHERE id = ?6", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, known->paid_at);
  zg_statement_bind_time (statement, 1, known->shipped_at);
  zg_statement_bind_time (statement, 2, known->received_at);
  zg_statement_bind_time (statement, 3, known->completed_at);
  zg_statement_bind_time (statement, 4, known->closed_at);
  zg_statement_bind_int64 (statement, 5, order_id);
  return zg_statement_run (statement, error);
}

/* The newest move that counts: 0 in @id_out without one. */
static gboolean
find_last_move (ZgDatabase    *db,
                gint64         order_id,
                gint64        *id_out,
                ZgOrderState  *from_out,
                ZgActor       *actor_out,
                ZgTime        *at_out,
                GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, from_state, actor, at FROM order_history WHERE order_id = ? AND undone = 0 ORDER BY id DESC LIMIT 1", error);
  gboolean has_row;

  *id_out = 0;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *id_out = zg_statement_get_int64 (statement, 0);
      *from_out = zg_statement_get_int64 (statement, 1);
      *actor_out = zg_statement_get_int64 (statement, 2);
      *at_out = zg_statement_get_time (statement, 3);
    }
  return TRUE;
}

/**
 * zg_order_state_table_undo:
 * @db: a writing connection in a transaction
 * @order: the order as it was read; gets the state it had before and the new version
 * @history_id_out: (out): the line of the history that is taken back
 * @error: return location for an error
 *
 * Takes the desk's last move back. The history keeps it, marked as undone. What the platform says is not the desk's
 * to take back.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_NOT_FOUND when the last move is not the desk's
 */
gboolean
zg_order_state_table_undo (ZgDatabase  *db,
                           ZgOrder     *order,
                           gint64      *history_id_out,
                           GError     **error)
{
  ZgOrderState left = order->state;
  ZgOrderState from;
  ZgActor actor;
  ZgTime at;
  gint64 id;
  g_autoptr(ZgStatement) statement = NULL;

  if (!find_last_move (db, order->id, &id, &from, &actor, &at, error))
    return FALSE;
  if (id == 0 || actor != ZG_ACTOR_DESK)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND,
                           _("There is no step of the desk's to take back."));
      return FALSE;
    }

  statement = zg_statement_new (db, "UPDATE order_history SET undone = 1 WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  *history_id_out = id;
  return zg_statement_run (statement, error) && leave_state (db, order, from, at, error)
         && (left < ZG_ORDER_COMPLETED || zg_radar_table_write_key (db, order->id, error));
}

/**
 * zg_order_state_table_load_history:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgOrderMove): its moves, oldest first
 */
GPtrArray *
zg_order_state_table_load_history (ZgDatabase  *db,
                                   gint64       order_id,
                                   GError     **error)
{
  g_autoptr(GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_move_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT h.id, h.at, h.from_state, h.to_state, h.actor, h.staff_id, s.name, h.reason, h.undone "
    "FROM order_history AS h LEFT JOIN staff AS s ON s.id = h.staff_id WHERE h.order_id = ? ORDER BY h.id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgOrderMove *move;

      if (!has_row)
        return g_steal_pointer (&moves);

      move = g_new0 (ZgOrderMove, 1);
      move->id = zg_statement_get_int64 (statement, 0);
      move->order_id = order_id;
      move->at = zg_statement_get_time (statement, 1);
      move->from = zg_statement_get_int64 (statement, 2);
      move->to = zg_statement_get_int64 (statement, 3);
      move->actor = zg_statement_get_int64 (statement, 4);
      move->staff_id = zg_statement_get_int64 (statement, 5);
      move->staff_name = zg_statement_dup_text (statement, 6);
      move->reason = zg_statement_dup_text (statement, 7);
      move->undone = zg_statement_get_int64 (statement, 8) != 0;
      g_ptr_array_add (moves, move);
    }
  return NULL;
}

/**
 * zg_order_state_table_load_ticks:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgTick): the ticks of its checklist, dropped ones too
 */
GPtrArray *
zg_order_state_table_load_ticks (ZgDatabase  *db,
                                 gint64       order_id,
                                 GError     **error)
{
  g_autoptr(GPtrArray) ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_tick_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT t.check_key, t.at, t.staff_id, s.name, t.value, t.dropped_at, t.dropped_to "
    "FROM order_tick AS t LEFT JOIN staff AS s ON s.id = t.staff_id WHERE t.order_id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, order_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgCheck check;
      ZgTick *tick;

      if (!has_row)
        return g_steal_pointer (&ticks);
      if (!zg_check_from_key (zg_statement_get_text (statement, 0), &check))
        continue;

      tick = zg_tick_new (check, zg_statement_get_time (statement, 1), zg_statement_get_int64 (statement, 2),
                          zg_statement_get_text (statement, 4));
      tick->staff_name = zg_statement_dup_text (statement, 3);
      tick->dropped_at = zg_statement_get_time (statement, 5);
      zg_statement_copy_text (statement, 6, &tick->dropped_to);
      g_ptr_array_add (ticks, tick);
    }
  return NULL;
}

static gboolean
save_tick (ZgDatabase    *db,
           gint64         order_id,
           const ZgTick  *tick,
           GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO order_tick (order_id, check_key, at, staff_id, value, dropped_at, dropped_to) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  zg_statement_bind_text (statement, 1, zg_check_to_key (tick->check));
  zg_statement_bind_time (statement, 2, tick->at);
  zg_statement_bind_id (statement, 3, tick->staff_id);
  zg_statement_bind_text (statement, 4, tick->value);
  zg_statement_bind_time (statement, 5, tick->dropped_at);
  zg_statement_bind_text (statement, 6, tick->dropped_to);
  return zg_statement_run (statement, error);
}

/**
 * zg_order_state_table_save_ticks:
 * @db: a writing connection in a transaction
 * @order: an order; gets the new version
 * @ticks: (element-type ZgTick): all ticks it has from now on, dropped ones too
 * @n_done: how many rows of its checklist are done, for lists
 * @confirmed_at: since when the checklist is complete, or %ZG_TIME_NONE
 * @error: return location for an error
 *
 * Returns: whether they are written
 */
gboolean
zg_order_state_table_save_ticks (ZgDatabase  *db,
                                 ZgOrder     *order,
                                 GPtrArray   *ticks,
                                 int          n_done,
                                 ZgTime       confirmed_at,
                                 GError     **error)
{
  g_autoptr(ZgStatement) clear = zg_statement_new (db, "DELETE FROM order_tick WHERE order_id = ?", error);
  g_autoptr(ZgStatement) statement = NULL;

  if (clear == NULL)
    return FALSE;
  zg_statement_bind_int64 (clear, 0, order->id);
  if (!zg_statement_run (clear, error))
    return FALSE;

  for (guint i = 0; i < ticks->len; i++)
    {
      if (!save_tick (db, order->id, g_ptr_array_index (ticks, i), error))
        return FALSE;
    }

  statement = zg_statement_new (db, "UPDATE shop_order SET n_ticked = ?, confirmed_at = ?, version = version + 1 "
                                   "WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, n_done);
  zg_statement_bind_time (statement, 1, confirmed_at);
  zg_statement_bind_int64 (statement, 2, order->id);
  if (!zg_statement_run (statement, error))
    return FALSE;

  order->version++;
  order->confirmed_at = confirmed_at;
  zg_database_note_change (db, ZG_TABLE_ORDER, order->id);
  return TRUE;
}
