/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-filtered-orders.h"

#include "zg-day.h"
#include "zg-integer.h"
#include "zg-shop-table.h"
#include "zg-statement.h"

/* An order filter as conditions over the table. Numbers stand in the statement, texts are bound. */

#define DEFAULT_SHIP_HOURS 48

typedef struct {
  GString *sql;
  GPtrArray *texts;             /* (element-type utf8): bound in this order */
} Conditions;

static void
conditions_clear (Conditions *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Conditions, conditions_clear)

G_GNUC_PRINTF (2, 3)
static void
add (Conditions *self,
     const char *format,
     ...)
{
  va_list arguments;

  g_string_append (self->sql, self->sql->len > 0 ? " AND " : "");
  va_start (arguments, format);
  g_string_append_vprintf (self->sql, format, arguments);
  va_end (arguments);
}

static void
add_text (Conditions *self,
          const char *column,
          const char *text)
{
  if (text == NULL)
    return;
  add (self, "%s = ?", column);
  g_ptr_array_add (self->texts, (gpointer) text);
}

static void
add_bits (Conditions *self,
          const char *column,
          guint       bits)
{
  gboolean first = TRUE;

  if (bits == 0)
    return;
  add (self, "%s IN (", column);
  for (int i = 0; i < 16; i++)
    {
      if ((bits & ZG_ORDER_FILTER_BIT (i)) == 0)
        continue;
      g_string_append_printf (self->sql, "%s%d", first ? "" : ", ", i);
      first = FALSE;
    }
  g_string_append_c (self->sql, ')');
}

/* The index of open orders is read where nothing else is asked for. */
static void
add_states (Conditions *self,
            guint       states)
{
  const guint open = ZG_ORDER_FILTER_BIT (ZG_ORDER_RECEIVED) - 1;

  if (states != 0 && (states & ~open) == 0)
    add (self, "state < 4");
  add_bits (self, "state", states);
}

/* The first moment of a day, YYYYMMDD, so many days later. */
static ZgTime
start_of_day (gint64   day,
              int      days_later,
              ZgClock *clock)
{
  g_autoptr(GDateTime) start = g_date_time_new (zg_clock_get_zone (clock), (int) (day / 10000), (int) (day / 100 % 100),
                                                (int) (day % 100), 0, 0, 0);
  g_autoptr(GDateTime) moved = g_date_time_add_days (start, days_later);

  return g_date_time_to_unix (moved) * ZG_TIME_SECOND;
}

static ZgTime
end_of_today (ZgClock *clock,
              int      days_later)
{
  g_autoptr(GDateTime) now = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));
  gint64 today = g_date_time_get_year (now) * 10000 + g_date_time_get_month (now) * 100 + g_date_time_get_day_of_month (now);

  return start_of_day (today, days_later + 1, clock);
}

static void
add_dates (Conditions          *self,
           const ZgFilterRange *range,
           ZgClock             *clock)
{
  if (range->from >= 0)
    add (self, "ordered_at >= %" G_GINT64_FORMAT, start_of_day (range->from, 0, clock));
  if (range->to >= 0)
    add (self, "ordered_at < %" G_GINT64_FORMAT, start_of_day (range->to, 1, clock));
}

static gboolean
add_deadline (Conditions      *self,
              ZgDatabase      *db,
              ZgDeadlineTerm   deadline,
              ZgClock         *clock,
              GError         **error)
{
  g_autofree char *value = NULL;
  gint64 hours;
  ZgTime end;

  if (deadline == ZG_DEADLINE_ANY)
    return TRUE;
  value = zg_shop_table_get_setting (db, ZG_SETTING_SHIP_HOURS, "", error);
  if (value == NULL)
    return FALSE;
  if (!zg_integer_parse (value, 1, 10000, &hours))
    hours = DEFAULT_SHIP_HOURS;
  end = deadline == ZG_DEADLINE_LATE ? zg_clock_now (clock)
        : end_of_today (clock, deadline == ZG_DEADLINE_TODAY ? 0 : deadline == ZG_DEADLINE_TOMORROW ? 1 : 6);
  add (self, "state < 4 AND state BETWEEN 1 AND 2 AND coalesce(ship_by, coalesce(paid_at, ordered_at) + %" G_GINT64_FORMAT ") < %"
       G_GINT64_FORMAT, hours * ZG_TIME_HOUR, end);
  return TRUE;
}

static gboolean
make_conditions (Conditions           *self,
                 ZgDatabase           *db,
                 const ZgOrderFilter  *filter,
                 ZgClock              *clock,
                 GError              **error)
{
  self->sql = g_string_new (NULL);
  self->texts = g_ptr_array_new ();

  add_states (self, filter->states);
  add_bits (self, "flag", filter->flags);
  if ((filter->holds & ZG_ORDER_FILTER_ANY_HOLD) != 0)
    add (self, "holds <> 0");
  else if (filter->holds != 0)
    add (self, "holds & %u <> 0", filter->holds);
  add_text (self, "courier", filter->courier);
  add_text (self, "platform", filter->platform);
  add_text (self, "shop", filter->shop);
  add_dates (self, &filter->ordered, clock);
  if (filter->confirmed != ZG_CONFIRMED_ANY)
    add (self, "confirmed_at IS %s", filter->confirmed == ZG_CONFIRMED_YES ? "NOT NULL" : "NULL");
  if (filter->in_case)
    add (self, "n_open_cases > 0");
  if (filter->partly)
    add (self, "(partly_shipped OR (paid > 0 AND paid < total AND state < 5))");
  if (filter->in_parcel)
    add (self, "parcel_id IS NOT NULL");
  if (filter->noted)
    add (self, "(buyer_note <> '' OR seller_note <> '')");
  return add_deadline (self, db, filter->deadline, clock, error);
}

static ZgStatement *
prepare (ZgDatabase        *db,
         const Conditions  *conditions,
         const char        *end,
         GError           **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM shop_order WHERE %s %s",
                                          conditions->sql->len > 0 ? conditions->sql->str : "1", end);
  ZgStatement *statement = zg_statement_new_once (db, sql, error);

  for (guint i = 0; statement != NULL && i < conditions->texts->len; i++)
    zg_statement_bind_text (statement, (int) i, g_ptr_array_index (conditions->texts, i));
  return statement;
}

/**
 * zg_filtered_orders_list:
 * @db: a connection
 * @filter: which orders
 * @sort: in which order
 * @descending: the largest or newest first
 * @clock: what time it is and where
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids
 */
GArray *
zg_filtered_orders_list (ZgDatabase           *db,
                         const ZgOrderFilter  *filter,
                         ZgOrderSort           sort,
                         gboolean              descending,
                         ZgClock              *clock,
                         GError              **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto(Conditions) conditions = { NULL };
  g_autofree char *order = g_strdup_printf ("ORDER BY %s", zg_list_table_get_order_sql (sort, descending));
  g_autoptr(ZgStatement) statement = NULL;
  gboolean has_row;

  if (!make_conditions (&conditions, db, filter, clock, error))
    return NULL;
  statement = prepare (db, &conditions, order, error);
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
 * zg_filtered_orders_keep:
 * @db: a connection
 * @filter: which orders
 * @clock: what time it is and where
 * @limit: how many at the most
 * @ids: (element-type gint64): orders; those that the filter does not let through are taken out
 * @error: return location for an error
 *
 * Returns: whether they were looked at
 */
gboolean
zg_filtered_orders_keep (ZgDatabase           *db,
                         const ZgOrderFilter  *filter,
                         ZgClock              *clock,
                         guint                 limit,
                         GArray               *ids,
                         GError              **error)
{
  g_auto(Conditions) conditions = { NULL };
  g_autoptr(ZgStatement) statement = NULL;
  guint n_kept = 0;

  if (!make_conditions (&conditions, db, filter, clock, error))
    return FALSE;
  statement = prepare (db, &conditions, "AND id = ?", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len && n_kept < limit; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      gboolean passes;

      zg_statement_bind_int64 (statement, (int) conditions.texts->len, id);
      if (!zg_statement_step (statement, &passes, error))
        return FALSE;
      zg_statement_reset (statement);
      if (passes)
        g_array_index (ids, gint64, n_kept++) = id;
    }
  g_array_set_size (ids, n_kept);
  return TRUE;
}

static GPtrArray *
list_texts (ZgDatabase  *db,
            const char  *sql,
            GError     **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&texts);
      g_ptr_array_add (texts, g_strdup (zg_statement_get_text (statement, 0)));
    }
  return NULL;
}

/**
 * zg_filtered_orders_list_couriers:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the couriers of the newest orders, those with most first
 */
GPtrArray *
zg_filtered_orders_list_couriers (ZgDatabase  *db,
                                  GError     **error)
{
  return list_texts (db, "SELECT courier FROM (SELECT courier FROM shop_order ORDER BY ordered_at DESC LIMIT 5000) "
                         "WHERE courier <> '' GROUP BY courier ORDER BY count(*) DESC, courier LIMIT 12", error);
}

/**
 * zg_filtered_orders_list_platforms:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the words of the platforms of the newest orders, those with most
 *   first
 */
GPtrArray *
zg_filtered_orders_list_platforms (ZgDatabase  *db,
                                   GError     **error)
{
  return list_texts (db, "SELECT platform FROM (SELECT platform FROM shop_order ORDER BY ordered_at DESC LIMIT 5000) "
                         "GROUP BY platform ORDER BY count(*) DESC, platform LIMIT 12", error);
}
