/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-filtered-customers.h"

#include "zg-customer-filter-sql.h"
#include "zg-customer-sort-sql.h"

/* So many are looked at one by one, 3 µs each, before all that pass are asked for, which takes as long as a count. */
#define MAX_MISSES 5000

struct _ZgCustomerCheck {
  ZgDatabase *db;
  ZgFilterSql *conditions;
  ZgStatement *statement;
  int id_index;
  guint n_misses;
  GByteArray *passing;          /* nullable: a bit for each id */
};

#define LEVEL_UP ZG_SORT_LEVEL_SQL ", level, id"
#define LEVEL_DOWN ZG_SORT_LEVEL_SQL " DESC, level DESC, id DESC"
#define CITY_UP ZG_SORT_CITY_SQL ", id"
#define CITY_DOWN ZG_SORT_CITY_SQL " DESC, id DESC"

/* The column has no plus where the one index that has its order is the one to walk along. */
static const struct {
  const char *sorted[2];
  const char *walked[2];
} orders[] = {
  [ZG_CUSTOMER_SORT_LAST_ORDER] = { { "+last_order_at, id", "+last_order_at DESC, id DESC" },
                                    { "last_order_at, id", "last_order_at DESC, id DESC" } },
  [ZG_CUSTOMER_SORT_SPENT] = { { "+spent, id", "+spent DESC, id DESC" }, { "spent, id", "spent DESC, id DESC" } },
  [ZG_CUSTOMER_SORT_LAST_CONTACT] = { { "+last_contact_at, id", "+last_contact_at DESC, id DESC" },
                                      { "last_contact_at, id", "last_contact_at DESC, id DESC" } },
  [ZG_CUSTOMER_SORT_NAME] = { { "+name_key, id", "+name_key DESC, id DESC" },
                              { "name_key, id", "name_key DESC, id DESC" } },
  [ZG_CUSTOMER_SORT_ORDERS] = { { "+n_orders, id", "+n_orders DESC, id DESC" },
                                { "n_orders, id", "n_orders DESC, id DESC" } },
  [ZG_CUSTOMER_SORT_LEVEL] = { { LEVEL_UP, LEVEL_DOWN }, { LEVEL_UP, LEVEL_DOWN } },
  [ZG_CUSTOMER_SORT_CITY] = { { CITY_UP, CITY_DOWN }, { CITY_UP, CITY_DOWN } },
};

/**
 * zg_filtered_customers_count:
 * @db: a connection
 * @filter: which customers
 * @clock: what time it is and where
 * @count_out: (out): how many there are
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
zg_filtered_customers_count (ZgDatabase              *db,
                             const ZgCustomerFilter  *filter,
                             ZgClock                 *clock,
                             gint64                  *count_out,
                             GError                 **error)
{
  g_autoptr(ZgFilterSql) conditions = zg_filter_sql_new (filter, clock);
  g_autoptr(ZgStatement) statement = zg_filter_sql_prepare_count (conditions, db, error);
  gboolean has_row;

  if (statement == NULL || !zg_statement_step (statement, &has_row, error))
    return FALSE;
  *count_out = zg_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * zg_filtered_customers_list:
 * @db: a connection
 * @filter: which customers
 * @sort: in which order
 * @descending: the largest or newest first
 * @clock: what time it is and where
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids
 */
GArray *
zg_filtered_customers_list (ZgDatabase              *db,
                            const ZgCustomerFilter  *filter,
                            ZgCustomerSort           sort,
                            gboolean                 descending,
                            ZgClock                 *clock,
                            GError                 **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgFilterSql) conditions = zg_filter_sql_new (filter, clock);
  gboolean is_all = zg_customer_filter_is_empty (filter);
  const char *order = is_all ? orders[sort].walked[descending ? 1 : 0] : orders[sort].sorted[descending ? 1 : 0];
  g_autoptr(ZgStatement) statement = zg_filter_sql_prepare_list (conditions, db, "id", order, error);
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
 * zg_customer_check_new:
 * @db: a connection, which must outlive the check
 * @filter: whom to let through
 * @clock: what time it is and where
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the check
 */
ZgCustomerCheck *
zg_customer_check_new (ZgDatabase              *db,
                       const ZgCustomerFilter  *filter,
                       ZgClock                 *clock,
                       GError                 **error)
{
  g_autoptr(ZgCustomerCheck) self = g_new0 (ZgCustomerCheck, 1);

  self->db = db;
  self->conditions = zg_filter_sql_new (filter, clock);
  self->id_index = zg_filter_sql_get_n_values (self->conditions);
  self->statement = zg_filter_sql_prepare_check (self->conditions, db, error);
  return self->statement != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * zg_customer_check_free:
 * @self: (transfer full) (nullable): a check
 */
void
zg_customer_check_free (ZgCustomerCheck *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statement, zg_statement_free);
  g_clear_pointer (&self->conditions, zg_filter_sql_free);
  g_clear_pointer (&self->passing, g_byte_array_unref);
  g_free (self);
}

static gboolean
load_passing (ZgCustomerCheck  *self,
              GError          **error)
{
  g_autoptr(ZgStatement) statement = zg_filter_sql_prepare_list (self->conditions, self->db, "id", NULL, error);
  g_autoptr(GByteArray) passing = g_byte_array_new ();
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (zg_statement_step (statement, &has_row, error))
    {
      guint byte;

      if (!has_row)
        {
          self->passing = g_steal_pointer (&passing);
          return TRUE;
        }
      byte = (guint) (zg_statement_get_int64 (statement, 0) / 8);
      if (byte >= passing->len)
        {
          guint n_before = passing->len;

          g_byte_array_set_size (passing, MAX (byte + 1, passing->len * 2));
          memset (passing->data + n_before, 0, passing->len - n_before);
        }
      passing->data[byte] |= (guint8) (1 << (zg_statement_get_int64 (statement, 0) % 8));
    }
  return FALSE;
}

/**
 * zg_customer_check_run:
 * @self: a check
 * @id: a customer
 * @passes_out: (out): whether the filter lets them through
 * @error: return location for an error
 *
 * Returns: whether it was looked at
 */
gboolean
zg_customer_check_run (ZgCustomerCheck  *self,
                       gint64            id,
                       gboolean         *passes_out,
                       GError          **error)
{
  if (self->passing == NULL && self->n_misses >= MAX_MISSES && !load_passing (self, error))
    return FALSE;
  if (self->passing != NULL)
    {
      *passes_out = id / 8 < self->passing->len && (self->passing->data[id / 8] & (1 << (id % 8))) != 0;
      return TRUE;
    }

  zg_statement_reset (self->statement);
  zg_statement_bind_int64 (self->statement, self->id_index, id);
  if (!zg_statement_step (self->statement, passes_out, error))
    return FALSE;
  if (!*passes_out)
    self->n_misses++;
  return TRUE;
}
