/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-erase-table.h"

#include "zg-customer-table.h"
#include "zg-erased-table.h"
#include "zg-merge-table.h"
#include "zg-order-table.h"
#include "zg-parcel-table.h"
#include "zg-search-index.h"
#include "zg-statement.h"

/*
 * Erases a customer: every row that holds something of theirs. What has a foreign key to the customer goes with the row;
 * here is the rest. That the bytes leave the file too is zg-store-wipe.c's.
 */

/* The customer and all whom they were merged from. */
#define MERGED "WITH RECURSIVE person (id) AS (VALUES (?1) UNION SELECT other_id FROM customer_merge JOIN person " \
  "ON kept_id = person.id WHERE undone_at IS NULL) "

#define ORDERS "(SELECT id FROM shop_order WHERE customer_id = ?1)"

/* Where the customer stands in rows that do not refer to them, or only by way of an order. */
static const char * const traces[] = {
  /* What imports would put back. An order may have been theirs and be somebody else's now. */
  MERGED "DELETE FROM import_change WHERE kind = 'customer' AND row_id IN (SELECT id FROM person)",
  "DELETE FROM import_change WHERE kind = 'order' AND row_id IN " ORDERS,
  MERGED "DELETE FROM import_change WHERE kind = 'order' "
         "AND json_extract(before, '$.shop_order[0].customer_id') IN (SELECT id FROM person)",
  "DELETE FROM contact WHERE order_id IN " ORDERS,
  "DELETE FROM follow_up WHERE order_id IN " ORDERS,
  /* The round keeps its place, and not what somebody wrote about them. */
  "UPDATE round_member SET reason = '' WHERE customer_id = ?1 AND state = 2",
};

/* An order that is kept for the books: what was bought, when and for how much, and not by whom. */
static const char * const anonymous[] = {
  "DELETE FROM order_tick WHERE order_id = ?1",
  "UPDATE order_history SET reason = '' WHERE order_id = ?1",
  "UPDATE payment SET method = '', note = '' WHERE order_id = ?1",
  "UPDATE shipment SET tracking = '', note = '' WHERE order_id = ?1",
  "DELETE FROM order_case WHERE order_id = ?1",
  "DELETE FROM promise WHERE order_id = ?1",
  "DELETE FROM not_one_parcel WHERE a_id = ?1 OR b_id = ?1",
  "UPDATE shop_order SET customer_id = NULL, recipient = '', recipient_disclosure = 0, phone = '', phone_disclosure = 0, "
  "province = '', city = '', district = '', detail = '', postcode = '', address_disclosure = 0, tracking = '', "
  "buyer_account = '', buyer_note = '', seller_note = '', platform_marks = '', n_ticked = 0, n_open_cases = 0, holds = holds & ~8, "
  "radar_key = NULL, slip_mark = '', version = version + 1 WHERE id = ?1",
};

static gboolean
run_all (ZgDatabase          *db,
         const char * const  *sql,
         gsize                n_sql,
         gint64               id,
         GError             **error)
{
  for (gsize i = 0; i < n_sql; i++)
    {
      g_autoptr(ZgStatement) statement = zg_statement_new (db, sql[i], error);

      if (statement == NULL)
        return FALSE;
      zg_statement_bind_int64 (statement, 0, id);
      if (!zg_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_anonymous (ZgDatabase  *db,
                gint64       order_id,
                GError     **error)
{
  zg_database_note_change (db, ZG_TABLE_ORDER, order_id);
  return zg_parcel_table_release_order (db, order_id, error) && zg_search_index_forget_order (db, order_id, error)
         && run_all (db, anonymous, G_N_ELEMENTS (anonymous), order_id, error)
         && zg_search_index_add_order (db, order_id, error);
}

static gboolean
mark (ZgDatabase  *db,
      gint64       customer_id,
      ZgTime       at,
      GError     **error)
{
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, customer_id, error);

  return customer != NULL && zg_erased_table_add_customer (db, customer, at, error);
}

/**
 * zg_erase_table_erase:
 * @db: a writing connection in a transaction
 * @customer_id: a customer
 * @keep_orders: whether the orders stay, without anything about who bought them
 * @at: what time it is
 * @n_orders_out: (out): how many orders there were
 * @error: return location for an error
 *
 * Erases a customer's rows and leaves marks of phones, accounts and orders (zg-erased-table.c). There is no way back.
 *
 * Returns: whether no row has anything of the customer; %FALSE with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
gboolean
zg_erase_table_erase (ZgDatabase  *db,
                      gint64       customer_id,
                      gboolean     keep_orders,
                      ZgTime       at,
                      gint64      *n_orders_out,
                      GError     **error)
{
  g_autoptr(GArray) order_ids = NULL;

  if (!mark (db, customer_id, at, error))
    return FALSE;
  order_ids = zg_order_table_list_for_customer (db, customer_id, G_MAXINT, error);
  if (order_ids == NULL || !run_all (db, traces, G_N_ELEMENTS (traces), customer_id, error)
      || !zg_merge_table_forget_customer (db, customer_id, error))
    return FALSE;

  *n_orders_out = order_ids->len;
  for (guint i = 0; i < order_ids->len; i++)
    {
      gint64 order_id = g_array_index (order_ids, gint64, i);

      if (!(keep_orders ? make_anonymous (db, order_id, error) : zg_order_table_delete (db, order_id, error)))
        return FALSE;
    }
  zg_database_note_change (db, ZG_TABLE_CONTACT | ZG_TABLE_FOLLOW_UP | ZG_TABLE_RECENT | ZG_TABLE_WAITING, 0);
  return zg_customer_table_delete (db, customer_id, error);
}
