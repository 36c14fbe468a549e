/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-due-table.h"

#include "zg-order-state-table.h"
#include "zg-statement.h"

/* What the due list is computed from. Only open orders are read, through the index that holds them alone. */

static void
read_open_order (ZgStatement *statement,
                 ZgOpenOrder *order)
{
  *order = (ZgOpenOrder) {
    .id = zg_statement_get_int64 (statement, 0),
    .number = zg_statement_get_text (statement, 1),
    .customer_id = zg_statement_get_int64 (statement, 2),
    .customer = zg_statement_get_text (statement, 3),
    .state = zg_statement_get_int64 (statement, 4),
    .ordered_at = zg_statement_get_time (statement, 5),
    .paid_at = zg_statement_get_time (statement, 6),
    .shipped_at = zg_statement_get_time (statement, 7),
    .ship_by = zg_statement_get_time (statement, 8),
    .confirmed_at = zg_statement_get_time (statement, 9),
    .cash_on_delivery = zg_statement_get_int64 (statement, 10) != 0,
    .platform_state = zg_statement_get_int64 (statement, 11),
    .evidence_at = zg_statement_get_time (statement, 12),
    .is_held = zg_statement_get_int64 (statement, 13) != 0,
    .tracking = zg_statement_get_text (statement, 14),
    .in_conflict = zg_statement_get_int64 (statement, 15) != 0,
  };
}

/**
 * zg_due_table_foreach_open_order:
 * @db: a connection
 * @func: (scope call): is called for each order that is not received yet, in no order
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: whether all could be read
 */
gboolean
zg_due_table_foreach_open_order (ZgDatabase       *db,
                                 ZgOpenOrderFunc   func,
                                 gpointer          data,
                                 GError          **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT o.id, o.number, o.customer_id, coalesce(nullif(c.call_name, ''), nullif(c.name, ''), o.recipient), o.state, "
    "o.ordered_at, o.paid_at, o.shipped_at, o.ship_by, o.confirmed_at, o.cash_on_delivery, o.platform_state, "
    "o.evidence_at, o.holds, o.tracking, " ZG_ORDER_CONFLICT_SQL " "
    "FROM shop_order AS o LEFT JOIN customer AS c ON c.id = o.customer_id WHERE o.state < 4", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgOpenOrder order;

      if (!has_row)
        return TRUE;
      read_open_order (statement, &order);
      func (&order, data);
    }
  return FALSE;
}

/**
 * zg_due_table_foreach_follow_up:
 * @db: a connection
 * @until: up to when they are due
 * @func: (scope call): is called for each open follow-up that is due by then, in no order
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: whether all could be read
 */
gboolean
zg_due_table_foreach_follow_up (ZgDatabase         *db,
                                ZgTime              until,
                                ZgDueFollowUpFunc   func,
                                gpointer            data,
                                GError            **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT f.id, f.due_at, f.customer_id, f.order_id, f.text, coalesce(nullif(c.call_name, ''), c.name), o.number "
    "FROM follow_up AS f LEFT JOIN customer AS c ON c.id = f.customer_id LEFT JOIN shop_order AS o ON o.id = f.order_id "
    "WHERE f.state = 0 AND f.due_at <= ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, until);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgDueFollowUp follow_up;

      if (!has_row)
        return TRUE;
      follow_up = (ZgDueFollowUp) {
        .id = zg_statement_get_int64 (statement, 0),
        .due_at = zg_statement_get_time (statement, 1),
        .customer_id = zg_statement_get_int64 (statement, 2),
        .order_id = zg_statement_get_int64 (statement, 3),
        .text = zg_statement_get_text (statement, 4),
        .customer = zg_statement_get_text (statement, 5),
        .number = zg_statement_get_text (statement, 6),
      };
      func (&follow_up, data);
    }
  return FALSE;
}
