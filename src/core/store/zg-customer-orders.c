/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-customer-orders.h"

#include "zg-statement.h"

/* The orders of one customer, counted. */

/**
 * zg_customer_orders_count:
 * @db: a connection
 * @customer_id: a customer
 * @n_unfinished_out: (out): how many of their orders are not shipped yet
 * @n_paid_out: (out): how many are paid and not closed
 * @error: return location for an error
 *
 * Returns: whether they are counted
 */
gboolean
zg_customer_orders_count (ZgDatabase  *db,
                          gint64       customer_id,
                          gint64      *n_unfinished_out,
                          gint64      *n_paid_out,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT count(*) FILTER (WHERE state < 3), count(*) FILTER (WHERE state BETWEEN 1 AND 5) "
    "FROM shop_order WHERE customer_id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;

  *n_unfinished_out = zg_statement_get_int64 (statement, 0);
  *n_paid_out = zg_statement_get_int64 (statement, 1);
  return TRUE;
}

/* Without a customer there is none. */
static gboolean
load_caution (ZgDatabase  *db,
              gint64       customer_id,
              char       **caution_out,
              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT caution FROM customer WHERE id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *caution_out = zg_statement_dup_text (statement, 0);
  return TRUE;
}

/* Another order that waits, unless a person has decided already: it is in the same parcel, or goes apart. */
#define STILL_TO_DECIDE \
  "o.state BETWEEN 1 AND 2 AND o.platform = ?4 AND o.shop = ?5 AND (o.parcel_id IS NULL OR o.parcel_id <> ?6) " \
  "AND NOT EXISTS (SELECT 1 FROM not_one_parcel AS n WHERE n.a_id = min(o.id, ?2) AND n.b_id = max(o.id, ?2))"

/**
 * zg_other_orders_load:
 * @db: a connection
 * @order: an order
 * @others_out: (out): what is known of its customer
 * @error: return location for an error
 *
 * Returns: whether the shop file could be read
 */
gboolean
zg_other_orders_load (ZgDatabase     *db,
                      const ZgOrder  *order,
                      ZgOtherOrders  *others_out,
                      GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT count(*) FILTER (WHERE o.ordered_at < ?3 AND o.state <> 6), "
    "count(*) FILTER (WHERE " STILL_TO_DECIDE "), "
    "(SELECT o.number FROM shop_order AS o WHERE o.customer_id = ?1 AND o.id <> ?2 AND " STILL_TO_DECIDE
    " ORDER BY o.ordered_at DESC LIMIT 1) "
    "FROM shop_order AS o WHERE o.customer_id = ?1 AND o.id <> ?2", error);
  gboolean has_row;

  *others_out = (ZgOtherOrders) { 0 };
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order->customer_id);
  zg_statement_bind_int64 (statement, 1, order->id);
  zg_statement_bind_int64 (statement, 2, order->ordered_at);
  zg_statement_bind_text (statement, 3, order->platform);
  zg_statement_bind_text (statement, 4, order->shop);
  zg_statement_bind_int64 (statement, 5, order->parcel_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;

  others_out->n_earlier = zg_statement_get_int64 (statement, 0);
  others_out->n_unshipped = zg_statement_get_int64 (statement, 1);
  others_out->unshipped = zg_statement_dup_text (statement, 2);
  return load_caution (db, order->customer_id, &others_out->caution, error);
}

/**
 * zg_other_orders_clear:
 * @others: what is known of a customer
 */
void
zg_other_orders_clear (ZgOtherOrders *others)
{
  g_clear_pointer (&others->unshipped, g_free);
  g_clear_pointer (&others->caution, g_free);
}

/**
 * zg_order_name_free:
 * @name: (transfer full) (nullable): what an order is called
 */
void
zg_order_name_free (ZgOrderName *name)
{
  if (name == NULL)
    return;

  g_free (name->number);
  g_free (name);
}

/**
 * zg_customer_orders_list_names:
 * @db: a connection
 * @customer_id: a customer
 * @limit: how many at the most
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgOrderName): their orders, the newest first
 */
GPtrArray *
zg_customer_orders_list_names (ZgDatabase  *db,
                               gint64       customer_id,
                               int          limit,
                               GError     **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_name_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, number FROM shop_order WHERE customer_id = ? ORDER BY ordered_at DESC, id DESC LIMIT ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, limit);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgOrderName *name;

      if (!has_row)
        return g_steal_pointer (&names);
      name = g_new0 (ZgOrderName, 1);
      name->id = zg_statement_get_int64 (statement, 0);
      name->number = zg_statement_dup_text (statement, 1);
      g_ptr_array_add (names, name);
    }
  return NULL;
}
