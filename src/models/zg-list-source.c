/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-models"

#include "config.h"

#include "zg-list-source.h"

#include "zg-filtered-customers.h"
#include "zg-filtered-orders.h"
#include "zg-find-table.h"
#include "zg-list-table.h"
#include "zg-masked-phones.h"
#include "zg-merge-radar.h"
#include "zg-order-lines.h"

/* What the lists of customers and of orders are made of. */

G_STATIC_ASSERT (ZG_N_CUSTOMER_FILTERS <= ZG_LIST_MAX_FILTERS && ZG_N_ORDER_FILTERS <= ZG_LIST_MAX_FILTERS);

/* So many hits of a search are looked at by a filter. */
#define MAX_FILTERED_HITS 2000

static GArray *
load_segment_ids (ZgDatabase         *db,
                  const ZgListQuery  *query,
                  ZgClock            *clock,
                  GError            **error)
{
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (query->segment, error);

  if (filter == NULL)
    return NULL;
  if (*query->text != '\0')
    return zg_find_table_customers_among (db, query->text, filter, clock, ZG_LIST_MAX_HITS, error);
  return zg_filtered_customers_list (db, filter, query->sort, query->descending, clock, error);
}

static GArray *
load_customer_ids (ZgDatabase         *db,
                   const ZgListQuery  *query,
                   ZgClock            *clock,
                   GError            **error)
{
  if (query->segment != NULL)
    return load_segment_ids (db, query, clock, error);
  if (*query->text != '\0')
    return zg_find_table_customers (db, query->text, ZG_LIST_MAX_HITS, error);
  return zg_list_table_customer_ids (db, query->filter, query->sort, query->descending, zg_clock_now (clock), error);
}

static GPtrArray *
load_customer_rows (ZgDatabase    *db,
                    const gint64  *ids,
                    guint          n_ids,
                    gpointer       data,
                    GError       **error)
{
  g_autoptr(GPtrArray) rows = zg_list_table_customer_rows (db, ids, n_ids, zg_clock_now (data), error);

  return rows != NULL && zg_masked_phones_apply (db, rows, error) ? g_steal_pointer (&rows) : NULL;
}

static gboolean
count_customers (ZgDatabase  *db,
                 ZgClock     *clock,
                 gint64       counts[ZG_LIST_MAX_FILTERS],
                 GError     **error)
{
  return zg_list_table_count_customers (db, zg_clock_now (clock), counts, error);
}

/* Of a search, the best hits are looked at one by one: nobody reads so many that the others would be missed. */
static GArray *
load_filtered_order_ids (ZgDatabase         *db,
                         const ZgListQuery  *query,
                         ZgClock            *clock,
                         GError            **error)
{
  g_autoptr(ZgOrderFilter) filter = zg_order_filter_parse (query->segment, error);
  g_autoptr(GArray) hits = NULL;

  if (filter == NULL)
    return NULL;
  if (*query->text == '\0')
    return zg_filtered_orders_list (db, filter, query->sort, query->descending, clock, error);
  hits = zg_find_table_orders (db, query->text, MAX_FILTERED_HITS, error);
  if (hits == NULL || !zg_filtered_orders_keep (db, filter, clock, ZG_LIST_MAX_HITS, hits, error))
    return NULL;
  return g_steal_pointer (&hits);
}

/* What the merge radar suggests: all orders of all groups. */
static GArray *
load_mergeable_ids (ZgDatabase         *db,
                    const ZgListQuery  *query,
                    GError            **error)
{
  g_autoptr(GPtrArray) groups = zg_merge_radar_list (db, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (groups == NULL)
    return NULL;
  for (guint i = 0; i < groups->len; i++)
    {
      const ZgMergeGroup *group = g_ptr_array_index (groups, i);

      g_array_append_vals (ids, group->order_ids->data, group->order_ids->len);
    }
  return zg_list_table_sort_orders (db, ids, query->sort, query->descending, error);
}

static GArray *
load_order_ids (ZgDatabase         *db,
                const ZgListQuery  *query,
                ZgClock            *clock,
                GError            **error)
{
  if (query->segment != NULL)
    return load_filtered_order_ids (db, query, clock, error);
  if (*query->text != '\0')
    return zg_find_table_orders (db, query->text, ZG_LIST_MAX_HITS, error);
  if (query->filter == ZG_ORDER_FILTER_MERGEABLE)
    return load_mergeable_ids (db, query, error);
  return zg_list_table_order_ids (db, query->filter, query->sort, query->descending, error);
}

static GPtrArray *
load_order_rows (ZgDatabase    *db,
                 const gint64  *ids,
                 guint          n_ids,
                 gpointer       data,
                 GError       **error)
{
  return zg_order_lines_load (db, ids, n_ids, data, error);
}

static gboolean
count_orders (ZgDatabase  *db,
              ZgClock     *clock,
              gint64       counts[ZG_LIST_MAX_FILTERS],
              GError     **error)
{
  g_autoptr(GPtrArray) groups = zg_merge_radar_list (db, error);

  if (groups == NULL || !zg_list_table_count_orders (db, counts, error))
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    counts[ZG_ORDER_FILTER_MERGEABLE] += ((const ZgMergeGroup *) g_ptr_array_index (groups, i))->order_ids->len;
  return TRUE;
}

/**
 * zg_list_source_customers:
 *
 * Returns: (transfer none): a list of customers: filters are #ZgCustomerListFilter, sorts #ZgCustomerSort, rows #ZgCustomerRow
 */
const ZgListSource *
zg_list_source_customers (void)
{
  static const ZgListSource source = {
    .tables = ZG_TABLE_CUSTOMER | ZG_TABLE_ORDER | ZG_TABLE_FOLLOW_UP | ZG_TABLE_CONTACT | ZG_TABLE_SETTING,
    /* A follow-up or an order does not say whose it is, and a setting masks the phones of all. */
    .vague_tables = ZG_TABLE_ORDER | ZG_TABLE_FOLLOW_UP | ZG_TABLE_SETTING,
    .load_ids = load_customer_ids,
    .load_rows = load_customer_rows,
    .free_row = (GDestroyNotify) zg_customer_row_free,
    .count = count_customers,
  };

  return &source;
}

/**
 * zg_list_source_orders:
 *
 * Returns: (transfer none): a list of orders: filters are #ZgOrderListFilter, sorts #ZgOrderSort, rows #ZgOrderLine
 */
const ZgListSource *
zg_list_source_orders (void)
{
  static const ZgListSource source = {
    .tables = ZG_TABLE_CUSTOMER | ZG_TABLE_ORDER | ZG_TABLE_SETTING | ZG_TABLE_PARCEL,
    /* A customer does not say which orders are theirs, and a setting may change what all of them promise. */
    .vague_tables = ZG_TABLE_CUSTOMER | ZG_TABLE_SETTING,
    .is_orders = TRUE,
    .load_ids = load_order_ids,
    .load_rows = load_order_rows,
    .free_row = (GDestroyNotify) zg_order_line_free,
    .count = count_orders,
  };

  return &source;
}
