/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-list-table.h"

#include "zg-check-table.h"

#include "zg-address.h"
#include "zg-customer-sort-sql.h"
#include "zg-order-state-table.h"
#include "zg-statement.h"

/*
 * What long lists are made of: all ids in the order of the list, from an index alone, and a few rows by id. A snapshot
 * of a million ids takes less than a page at the end by OFFSET would (measured in tests/bench).
 */

/* A customer who was bought from and not heard of for so long is quiet. */
#define QUIET_DAYS 30

/* The condition of each filter; ?1 is the time that it looks at. */
static const char * const customer_conditions[ZG_N_CUSTOMER_FILTERS] = {
  [ZG_CUSTOMER_FILTER_ALL] = "?1 IS NOT NULL",
  [ZG_CUSTOMER_FILTER_REGULAR] = "?1 IS NOT NULL AND n_orders >= 2",
  [ZG_CUSTOMER_FILTER_QUIET] = "n_orders > 0 AND max(coalesce(last_contact_at, 0), coalesce(last_order_at, 0)) < ?1",
  [ZG_CUSTOMER_FILTER_FOLLOW_UP] = "id IN (SELECT customer_id FROM follow_up WHERE state = 0 AND due_at <= ?1)",
  [ZG_CUSTOMER_FILTER_CAUTION] = "?1 IS NOT NULL AND caution IS NOT NULL",
};

const char * const zg_list_table_customer_texts[ZG_N_CUSTOMER_FILTERS] = {
  [ZG_CUSTOMER_FILTER_ALL] = "",
  [ZG_CUSTOMER_FILTER_REGULAR] = "orders:2..",
  [ZG_CUSTOMER_FILTER_QUIET] = "orders:1.. no-contact:" G_STRINGIFY (QUIET_DAYS) "d",
  [ZG_CUSTOMER_FILTER_FOLLOW_UP] = "follow-up",
  [ZG_CUSTOMER_FILTER_CAUTION] = "caution",
};

static const char * const customer_orders[][2] = {
  [ZG_CUSTOMER_SORT_LAST_ORDER] = { "last_order_at, id", "last_order_at DESC, id DESC" },
  [ZG_CUSTOMER_SORT_SPENT] = { "spent, id", "spent DESC, id DESC" },
  [ZG_CUSTOMER_SORT_LAST_CONTACT] = { "last_contact_at, id", "last_contact_at DESC, id DESC" },
  [ZG_CUSTOMER_SORT_NAME] = { "name_key, id", "name_key DESC, id DESC" },
  [ZG_CUSTOMER_SORT_ORDERS] = { "n_orders, id", "n_orders DESC, id DESC" },
  [ZG_CUSTOMER_SORT_LEVEL] = { ZG_SORT_LEVEL_SQL ", level, id", ZG_SORT_LEVEL_SQL " DESC, level DESC, id DESC" },
  [ZG_CUSTOMER_SORT_CITY] = { ZG_SORT_CITY_SQL ", id", ZG_SORT_CITY_SQL " DESC, id DESC" },
};

static const char * const order_conditions[ZG_N_ORDER_FILTERS] = {
  [ZG_ORDER_FILTER_ALL] = "1",
  [ZG_ORDER_FILTER_UNPAID] = "state < 4 AND state = 0",
  [ZG_ORDER_FILTER_UNCONFIRMED] = "state < 4 AND state = 1 AND confirmed_at IS NULL",
  [ZG_ORDER_FILTER_TO_SHIP] = "state < 4 AND state BETWEEN 1 AND 2",
  /* No condition of a row: zg_merge_radar_list() knows which. */
  [ZG_ORDER_FILTER_MERGEABLE] = "0",
  [ZG_ORDER_FILTER_SHIPPED] = "state < 4 AND state = 3",
  [ZG_ORDER_FILTER_CASE] = "n_open_cases > 0",
  [ZG_ORDER_FILTER_CONFLICT] = "state < 4 AND " ZG_ORDER_CONFLICT_SQL,
};

static const char * const order_orders[][2] = {
  [ZG_ORDER_SORT_ORDERED] = { "ordered_at, id", "ordered_at DESC, id DESC" },
  [ZG_ORDER_SORT_TOTAL] = { "total, id", "total DESC, id DESC" },
  [ZG_ORDER_SORT_DEADLINE] = { "state NOT IN (1, 2), coalesce(ship_by, paid_at, ordered_at), id",
                               "state NOT IN (1, 2), coalesce(ship_by, paid_at, ordered_at) DESC, id DESC" },
  [ZG_ORDER_SORT_STATE] = { "state, ordered_at DESC, id DESC", "state DESC, ordered_at DESC, id DESC" },
  [ZG_ORDER_SORT_COURIER] = { "courier = '', courier, ordered_at DESC, id DESC",
                              "courier = '', courier DESC, ordered_at DESC, id DESC" },
  [ZG_ORDER_SORT_PLATFORM] = { "platform, ordered_at DESC, id DESC", "platform DESC, ordered_at DESC, id DESC" },
};

/**
 * zg_customer_row_free:
 * @row: (transfer full) (nullable): a row; %NULL stands in the lists for a customer who is gone
 */
void
zg_customer_row_free (ZgCustomerRow *row)
{
  if (row == NULL)
    return;

  zg_personal_clear (&row->name);
  zg_personal_clear (&row->phone);
  g_free (row->call_name);
  g_free (row->city);
  g_free (row->level);
  g_free (row->tags);
  g_free (row->currency);
  g_free (row->source);
  g_free (row->birthday);
  g_free (row);
}

/**
 * zg_order_row_free:
 * @row: (transfer full) (nullable): a row; %NULL stands in the lists for an order that is gone
 */
void
zg_order_row_free (ZgOrderRow *row)
{
  if (row == NULL)
    return;

  g_free (row->number);
  g_free (row->call_name);
  g_free (row->first_item);
  g_free (row->currency);
  g_free (row->tracking);
  g_free (row->platform);
  g_free (row->courier);
  g_free (row->buyer_note);
  g_free (row->seller_note);
  g_free (row->refund_state);
  g_free (row);
}

static ZgTime
filter_time (ZgCustomerListFilter filter,
             ZgTime               now)
{
  return filter == ZG_CUSTOMER_FILTER_QUIET ? now - QUIET_DAYS * ZG_TIME_DAY : now;
}

static GArray *
read_ids (ZgStatement  *statement,
          GError      **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

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
 * zg_list_table_customer_ids:
 * @db: a connection
 * @filter: which customers
 * @sort: in which order
 * @descending: the largest or newest first
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): all ids of the list
 */
GArray *
zg_list_table_customer_ids (ZgDatabase            *db,
                            ZgCustomerListFilter   filter,
                            ZgCustomerSort         sort,
                            gboolean               descending,
                            ZgTime                 now,
                            GError               **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM customer WHERE %s ORDER BY %s",
                                          customer_conditions[filter], customer_orders[sort][descending ? 1 : 0]);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, filter_time (filter, now));
  return read_ids (statement, error);
}

/**
 * zg_list_table_get_order_sql:
 * @sort: an order of the list of orders
 * @descending: the largest or newest first
 *
 * Returns: what stands behind ORDER BY
 */
const char *
zg_list_table_get_order_sql (ZgOrderSort sort,
                             gboolean    descending)
{
  return order_orders[sort][descending ? 1 : 0];
}

/**
 * zg_list_table_order_ids:
 * @db: a connection
 * @filter: which orders
 * @sort: in which order
 * @descending: the largest or newest first
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): all ids of the list
 */
GArray *
zg_list_table_order_ids (ZgDatabase         *db,
                         ZgOrderListFilter   filter,
                         ZgOrderSort         sort,
                         gboolean            descending,
                         GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM shop_order WHERE %s ORDER BY %s",
                                          order_conditions[filter], order_orders[sort][descending ? 1 : 0]);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);

  if (statement == NULL)
    return NULL;
  return read_ids (statement, error);
}

/**
 * zg_list_table_sort_orders:
 * @db: a connection
 * @ids: (element-type gint64): orders
 * @sort: in which order
 * @descending: the largest or newest first
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): those of them that are there, in the order of the list
 */
GArray *
zg_list_table_sort_orders (ZgDatabase   *db,
                           GArray       *ids,
                           ZgOrderSort   sort,
                           gboolean      descending,
                           GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM shop_order WHERE id IN (SELECT value FROM json_each (?)) ORDER BY %s",
                                          order_orders[sort][descending ? 1 : 0]);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);
  g_autoptr(GString) list = g_string_new ("[");

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (list, ']');
  zg_statement_bind_text (statement, 0, list->str);
  return read_ids (statement, error);
}

static gboolean
count (ZgDatabase  *db,
       const char  *table,
       const char  *condition,
       ZgTime       time,
       gint64      *count_out,
       GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s", table, condition);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  if (time != ZG_TIME_NONE)
    zg_statement_bind_int64 (statement, 0, time);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *count_out = zg_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * zg_list_table_count_customers:
 * @db: a connection
 * @now: what time it is
 * @counts: (out): how many customers each filter lets through
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
zg_list_table_count_customers (ZgDatabase  *db,
                               ZgTime       now,
                               gint64       counts[ZG_N_CUSTOMER_FILTERS],
                               GError     **error)
{
  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    {
      if (!count (db, "customer", customer_conditions[i], filter_time (i, now), &counts[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_list_table_count_orders:
 * @db: a connection
 * @counts: (out): how many orders each filter lets through; 0 for %ZG_ORDER_FILTER_MERGEABLE
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
zg_list_table_count_orders (ZgDatabase  *db,
                            gint64       counts[ZG_N_ORDER_FILTERS],
                            GError     **error)
{
  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
    {
      if (!count (db, "shop_order", order_conditions[i], ZG_TIME_NONE, &counts[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_list_table_count_open_orders:
 * @db: a connection
 * @count_out: (out): how many orders want something of the shop: those to be paid and those to be shipped
 * @error: return location for an error
 *
 * Reads the index of open orders alone, so that it takes as long as there is work, however old the shop is.
 *
 * Returns: whether they were counted
 */
gboolean
zg_list_table_count_open_orders (ZgDatabase  *db,
                                 gint64      *count_out,
                                 GError     **error)
{
  return count (db, "shop_order", "state < 4 AND state <= 2", ZG_TIME_NONE, count_out, error);
}

/* The short form of province, city and district, one a line. */
static char *
read_region (const char *lines)
{
  g_auto(GStrv) parts = NULL;
  g_autoptr(ZgAddress) address = NULL;

  if (lines == NULL)
    return NULL;

  parts = g_strsplit (lines, "\n", 3);
  address = zg_address_new ();
  address->province = g_strdup (parts[0]);
  address->city = g_strdup (parts[1]);
  address->district = g_strdup (parts[1] != NULL ? parts[2] : NULL);
  return zg_address_to_region (address);
}

static ZgCustomerRow *
read_customer_row (ZgStatement *statement,
                   gint64       id)
{
  ZgCustomerRow *row = g_new0 (ZgCustomerRow, 1);

  row->id = id;
  zg_personal_set_full (&row->name, zg_statement_get_text (statement, 0), zg_statement_get_int64 (statement, 1));
  row->call_name = zg_statement_dup_text (statement, 2);
  row->level = zg_statement_dup_text (statement, 3);
  row->caution = zg_statement_get_int64 (statement, 4) != 0;
  row->n_orders = zg_statement_get_int64 (statement, 5);
  row->spent = zg_statement_get_int64 (statement, 6);
  row->last_order_at = zg_statement_get_time (statement, 7);
  row->last_contact_at = zg_statement_get_time (statement, 8);
  zg_personal_set_full (&row->phone, zg_statement_get_text (statement, 9), zg_statement_get_int64 (statement, 10));
  row->city = read_region (zg_statement_get_text (statement, 11));
  row->tags = zg_statement_dup_text (statement, 12);
  row->follow_up_due = zg_statement_get_int64 (statement, 13) != 0;
  row->unpaid = zg_statement_get_int64 (statement, 14) != 0;
  row->currency = zg_statement_dup_text (statement, 15);
  row->source = zg_statement_dup_text (statement, 16);
  row->birthday = zg_statement_dup_text (statement, 17);
  row->consent = zg_statement_get_int64 (statement, 18);
  return row;
}

/**
 * zg_list_table_customer_rows:
 * @db: a connection
 * @ids: customers
 * @n_ids: how many
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgCustomerRow): a row for each id, %NULL in the place of a customer
 *   who is gone
 */
GPtrArray *
zg_list_table_customer_rows (ZgDatabase    *db,
                             const gint64  *ids,
                             guint          n_ids,
                             ZgTime         now,
                             GError       **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_full (n_ids, (GDestroyNotify) zg_customer_row_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.name, c.name_disclosure, c.call_name, c.level, c.caution IS NOT NULL, c.n_orders, c.spent, "
    "c.last_order_at, c.last_contact_at, p.text, p.disclosure, "
    "(SELECT province || char(10) || city || char(10) || district FROM customer_address WHERE customer_id = c.id ORDER BY position LIMIT 1), "
    "(SELECT group_concat(t.name, char(10)) FROM customer_tag AS x JOIN tag AS t ON t.id = x.tag_id "
    " WHERE x.customer_id = c.id), "
    "EXISTS (SELECT 1 FROM follow_up WHERE customer_id = c.id AND state = 0 AND due_at <= ?2), "
    "EXISTS (SELECT 1 FROM shop_order WHERE customer_id = c.id AND state = 0), "
    "(SELECT currency FROM shop_order WHERE customer_id = c.id ORDER BY ordered_at DESC LIMIT 1), "
    "c.source, c.birthday, c.consent "
    "FROM customer AS c LEFT JOIN customer_phone AS p ON p.id = (SELECT id FROM customer_phone "
    " WHERE customer_id = c.id ORDER BY position LIMIT 1) WHERE c.id = ?1", error);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      gboolean has_row;

      zg_statement_bind_int64 (statement, 0, ids[i]);
      zg_statement_bind_int64 (statement, 1, now);
      if (!zg_statement_step (statement, &has_row, error))
        return NULL;
      g_ptr_array_add (rows, has_row ? read_customer_row (statement, ids[i]) : NULL);
      zg_statement_reset (statement);
    }
  return g_steal_pointer (&rows);
}

static ZgOrderRow *
read_order_row (ZgStatement *statement,
                gint64       id)
{
  ZgOrderRow *row = g_new0 (ZgOrderRow, 1);

  row->id = id;
  row->customer_id = zg_statement_get_int64 (statement, 0);
  row->number = zg_statement_dup_text (statement, 1);
  row->call_name = zg_statement_dup_text (statement, 2);
  row->first_item = zg_statement_dup_text (statement, 3);
  row->n_items = zg_statement_get_int64 (statement, 4);
  row->quantity = zg_statement_get_int64 (statement, 5);
  row->total = zg_statement_get_int64 (statement, 6);
  row->currency = zg_statement_dup_text (statement, 7);
  row->state = zg_statement_get_int64 (statement, 8);
  row->holds = zg_statement_get_int64 (statement, 9);
  row->confirmed_at = zg_statement_get_time (statement, 10);
  row->n_ticked = zg_statement_get_int64 (statement, 11);
  row->ordered_at = zg_statement_get_time (statement, 12);
  row->paid_at = zg_statement_get_time (statement, 13);
  row->shipped_at = zg_statement_get_time (statement, 14);
  row->ship_by = zg_statement_get_time (statement, 15);
  row->flag = zg_statement_get_int64 (statement, 16);
  row->tracking = zg_statement_dup_text (statement, 17);
  row->refund_state = zg_statement_dup_text (statement, 18);
  row->conflict = zg_statement_get_int64 (statement, 19) != 0;
  row->n_checks = zg_statement_get_int64 (statement, 20);
  row->platform = zg_statement_dup_text (statement, 21);
  row->courier = zg_statement_dup_text (statement, 22);
  row->buyer_note = zg_statement_dup_text (statement, 23);
  row->seller_note = zg_statement_dup_text (statement, 24);
  row->n_open_cases = zg_statement_get_int64 (statement, 25);
  return row;
}

/**
 * zg_list_table_order_rows:
 * @db: a connection
 * @ids: orders
 * @n_ids: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgOrderRow): a row for each id, %NULL in the place of an order that
 *   is gone
 */
GPtrArray *
zg_list_table_order_rows (ZgDatabase    *db,
                          const gint64  *ids,
                          guint          n_ids,
                          GError       **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_full (n_ids, (GDestroyNotify) zg_order_row_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT o.customer_id, o.number, coalesce(nullif(c.call_name, ''), nullif(c.name, ''), o.recipient), "
    "(SELECT rtrim(title || ' ' || rtrim(colour || ' ' || size)) FROM order_item WHERE order_id = o.id "
    " ORDER BY position LIMIT 1), "
    "(SELECT count(*) FROM order_item WHERE order_id = o.id), "
    "(SELECT coalesce(sum(quantity), 0) FROM order_item WHERE order_id = o.id), "
    "o.total, o.currency, o.state, o.holds, o.confirmed_at, o.n_ticked, o.ordered_at, o.paid_at, o.shipped_at, "
    "o.ship_by, o.flag, o.tracking, o.refund_state, " ZG_ORDER_CONFLICT_SQL ", " ZG_CHECK_TABLE_COUNT_SQL ", "
    "o.platform, o.courier, o.buyer_note, o.seller_note, o.n_open_cases "
    "FROM shop_order AS o LEFT JOIN customer AS c ON c.id = o.customer_id WHERE o.id = ?", error);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      gboolean has_row;

      zg_statement_bind_int64 (statement, 0, ids[i]);
      if (!zg_statement_step (statement, &has_row, error))
        return NULL;
      g_ptr_array_add (rows, has_row ? read_order_row (statement, ids[i]) : NULL);
      zg_statement_reset (statement);
    }
  return g_steal_pointer (&rows);
}
