/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-customer-filter-sql.h"

#include <string.h>

#include "zg-address-region.h"
#include "zg-birthday-sql.h"

/*
 * A customer filter becomes plain SQL with bound parameters. Each term is either about the customer's own row or a set of
 * customers that another table knows.
 *
 * There are no statistics that a planner could go by, and with an index for one of several terms it looks up a million
 * rows one by one, eight times as slow as reading them all (measured in tests/bench). So an index over a column of the
 * customer is only left to a term that stands alone, or that is true of few: birthdays. Everywhere else a + before the
 * column hides it.
 */

/* Stands before each column in a condition: becomes a + or nothing. */
#define MARK "@"

typedef struct {
  char *text;                   /* nullable: then @number is bound */
  gint64 number;
} Value;

typedef struct {
  char *condition;              /* of the row, nullable */
  char *source;                 /* "table WHERE …" of a set with customer_id, nullable */
  gboolean is_narrow;           /* true of few customers, who an index knows */
  gboolean is_unique;           /* the set has each customer once */
  GArray *values;               /* Value */
} Piece;

struct _ZgFilterSql {
  GPtrArray *pieces;            /* Piece */
  int n_rows;
};

static void
value_clear (gpointer data)
{
  g_free (((Value *) data)->text);
}

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->condition);
  g_free (piece->source);
  g_array_unref (piece->values);
  g_free (piece);
}

static Piece *
add_piece (ZgFilterSql *self,
           const char  *condition,
           const char  *source)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->condition = g_strdup (condition);
  piece->source = g_strdup (source);
  piece->values = g_array_new (FALSE, TRUE, sizeof (Value));
  g_array_set_clear_func (piece->values, value_clear);
  g_ptr_array_add (self->pieces, piece);
  if (condition != NULL)
    self->n_rows++;
  return piece;
}

static void
add_number (Piece  *piece,
            gint64  number)
{
  Value value = { NULL, number };

  g_array_append_val (piece->values, value);
}

static void
add_text (Piece      *piece,
          const char *text)
{
  Value value = { g_strdup (text), 0 };

  g_array_append_val (piece->values, value);
}

static void
add_row (ZgFilterSql *self,
         const char  *condition,
         gint64       number)
{
  add_number (add_piece (self, condition, NULL), number);
}

static void
add_tags (ZgFilterSql            *self,
          const ZgCustomerFilter *filter)
{
  g_autoptr(GString) any = g_string_new ("customer_tag WHERE tag_id IN (SELECT id FROM tag WHERE name IN (?");
  Piece *piece;

  for (guint i = 0; i < filter->all_tags->len; i++)
    {
      piece = add_piece (self, NULL, "customer_tag WHERE tag_id = (SELECT id FROM tag WHERE name = ?)");
      piece->is_unique = TRUE;
      add_text (piece, filter->all_tags->pdata[i]);
    }
  if (filter->any_tags->len == 0)
    return;

  for (guint i = 1; i < filter->any_tags->len; i++)
    g_string_append (any, ", ?");
  g_string_append (any, "))");
  piece = add_piece (self, NULL, any->str);
  piece->is_unique = filter->any_tags->len == 1;
  for (guint i = 0; i < filter->any_tags->len; i++)
    add_text (piece, filter->any_tags->pdata[i]);
}

static void
add_word (ZgFilterSql *self,
          const char  *column,
          const char  *word)
{
  g_autoptr(GString) condition = g_string_new (NULL);

  if (word == NULL)
    return;
  g_string_append_printf (condition, MARK "%s = ?", column);
  /* The indexes have only customers of whom it is known. */
  if (*word != '\0')
    g_string_append_printf (condition, " AND " MARK "%s <> ''", column);
  add_text (add_piece (self, condition->str, NULL), word);
}

/* 杭州 is also 杭州市, 恩施 is 恩施土家族苗族自治州: what begins with the short form. */
static void
add_region (ZgFilterSql            *self,
            const ZgCustomerFilter *filter)
{
  static const char end_of_range[] = "\xf4\x8f\xbf\xbf";
  const struct {
    const char *name;
    const char *condition;
  } parts[] = {
    { filter->city, "city >= ? AND city < ?" },
    { filter->province, "province >= ? AND province < ?" },
  };
  g_autoptr(GString) source = g_string_new ("customer_address WHERE ");
  Piece *piece;

  if (filter->city == NULL && filter->province == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].name != NULL)
      g_string_append_printf (source, "%s%s", i > 0 && filter->city != NULL ? " AND " : "", parts[i].condition);

  piece = add_piece (self, NULL, source->str);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].name != NULL)
      {
        g_autofree char *from = zg_region_to_short (parts[i].name);
        g_autofree char *to = g_strconcat (from, end_of_range, NULL);

        add_text (piece, from);
        add_text (piece, to);
      }
}

/* When a day YYYYMMDD begins, @days later. */
static ZgTime
day_begin (gint64     date,
           int        days,
           GTimeZone *zone)
{
  g_autoptr(GTimeZone) local = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  GDate day;
  g_autoptr(GDateTime) begin = NULL;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) (date % 100), (GDateMonth) (date / 100 % 100), (GDateYear) (date / 10000));
  g_date_add_days (&day, (guint) days);
  begin = g_date_time_new (local, g_date_get_year (&day), (int) g_date_get_month (&day), g_date_get_day (&day), 0, 0, 0);
  return begin != NULL ? g_date_time_to_unix (begin) * ZG_TIME_SECOND : G_MAXINT64;
}

static void
add_orders (ZgFilterSql            *self,
            const ZgCustomerFilter *filter,
            ZgTime                  now,
            GTimeZone              *zone)
{
  const ZgFilterRange *last = &filter->last_order;

  if (last->from >= 0)
    add_row (self, MARK "last_order_at >= ?", day_begin (last->from, 0, zone));
  if (last->to >= 0)
    add_row (self, MARK "last_order_at < ?", day_begin (last->to, 1, zone));
  if (filter->no_order_days > 0)
    add_row (self, MARK "last_order_at < ?", now - filter->no_order_days * ZG_TIME_DAY);
  if (filter->ordered_days > 0)
    add_row (self, MARK "last_order_at >= ?", now - filter->ordered_days * ZG_TIME_DAY);
  if (filter->orders.from >= 0)
    add_row (self, MARK "n_orders >= ?", filter->orders.from);
  if (filter->orders.to >= 0)
    add_row (self, MARK "n_orders <= ?", filter->orders.to);
}

/* One index knows both ends of it. */
static void
add_spent (ZgFilterSql            *self,
           const ZgCustomerFilter *filter)
{
  const ZgFilterRange *spent = &filter->spent;
  Piece *piece;

  if (spent->from < 0 && spent->to < 0)
    return;
  piece = add_piece (self, spent->to < 0 ? MARK "spent >= ?" : spent->from < 0 ? MARK "spent <= ?"
                                         : MARK "spent >= ? AND " MARK "spent <= ?", NULL);
  if (spent->from >= 0)
    add_number (piece, spent->from);
  if (spent->to >= 0)
    add_number (piece, spent->to);
}

static void
add_birthday (ZgFilterSql            *self,
              const ZgCustomerFilter *filter,
              ZgTime                  now,
              GTimeZone              *zone)
{
  g_autofree char *condition = zg_birthday_sql_of_month (filter->birthday, now, zone);

  if (condition != NULL)
    add_piece (self, condition, NULL)->is_narrow = TRUE;
}

static void
add_contact (ZgFilterSql            *self,
             const ZgCustomerFilter *filter,
             ZgTime                  now)
{
  /* An order is a contact too. */
  if (filter->no_contact_days > 0)
    {
      Piece *piece = add_piece (self, "coalesce(last_order_at, 0) < ? AND coalesce(last_contact_at, 0) < ?", NULL);

      add_number (piece, now - filter->no_contact_days * ZG_TIME_DAY);
      add_number (piece, now - filter->no_contact_days * ZG_TIME_DAY);
    }
  if (filter->never_contacted)
    add_piece (self, MARK "last_contact_at IS NULL", NULL);
  if (filter->consent == ZG_CONSENT_TERM_NOT_ASKED)
    add_piece (self, MARK "consent = 0", NULL);
  else if (filter->consent != ZG_CONSENT_TERM_NONE)
    add_row (self, MARK "consent = ? AND " MARK "consent <> 0", filter->consent - 1);
  if (filter->caution)
    add_piece (self, MARK "caution IS NOT NULL", NULL);
}

static void
add_due (ZgFilterSql            *self,
         const ZgCustomerFilter *filter,
         ZgTime                  now)
{
  if (filter->asked == ZG_ASKED_TERM_OPEN)
    add_piece (self, NULL, "interest WHERE state = 0");
  else if (filter->asked == ZG_ASKED_TERM_DUE)
    add_number (add_piece (self, NULL, "interest WHERE state = 0 AND ask_again_at <= ?"), now);
  if (filter->unshipped)
    add_piece (self, NULL, "shop_order WHERE state < 4 AND state BETWEEN 1 AND 2 AND customer_id IS NOT NULL");
  if (filter->follow_up)
    add_number (add_piece (self, NULL, "follow_up WHERE state = 0 AND due_at <= ? AND customer_id IS NOT NULL"), now);
}

/**
 * zg_filter_sql_new:
 * @filter: which customers
 * @clock: what time it is and where
 *
 * Returns: (transfer full): the conditions, which have to outlive the statements that are prepared with them
 */
ZgFilterSql *
zg_filter_sql_new (const ZgCustomerFilter *filter,
                   ZgClock                *clock)
{
  ZgFilterSql *self = g_new0 (ZgFilterSql, 1);
  ZgTime now = zg_clock_now (clock);
  GTimeZone *zone = zg_clock_get_zone (clock);

  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  add_birthday (self, filter, now, zone);
  add_tags (self, filter);
  add_due (self, filter, now);
  add_region (self, filter);
  add_word (self, "level", filter->level);
  add_word (self, "type", filter->type);
  add_orders (self, filter, now, zone);
  add_spent (self, filter);
  add_contact (self, filter, now);
  return self;
}

/**
 * zg_filter_sql_free:
 * @self: (transfer full) (nullable): conditions
 */
void
zg_filter_sql_free (ZgFilterSql *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

/**
 * zg_filter_sql_get_n_values:
 * @self: conditions
 *
 * Returns: how many parameters they have
 */
int
zg_filter_sql_get_n_values (ZgFilterSql *self)
{
  int n = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    n += (int) ((Piece *) self->pieces->pdata[i])->values->len;
  return n;
}

static void
append_condition (GString     *sql,
                  const Piece *piece,
                  gboolean     use_index)
{
  g_auto(GStrv) parts = g_strsplit (piece->condition, MARK, -1);
  g_autofree char *condition = g_strjoinv (use_index || piece->is_narrow ? "" : "+", parts);

  g_string_append (sql, condition);
}

static ZgStatement *
prepare (ZgFilterSql  *self,
         ZgDatabase   *db,
         GString      *sql,
         GError      **error)
{
  ZgStatement *statement = zg_statement_new_once (db, sql->str, error);
  int index = 0;

  for (guint i = 0; i < self->pieces->len && statement != NULL; i++)
    {
      const Piece *piece = self->pieces->pdata[i];

      for (guint j = 0; j < piece->values->len; j++, index++)
        {
          const Value *value = &g_array_index (piece->values, Value, j);

          if (value->text != NULL)
            zg_statement_bind_text (statement, index, value->text);
          else
            zg_statement_bind_int64 (statement, index, value->number);
        }
    }
  return statement;
}

/* Sets alone are counted without their customers' rows. */
static void
append_sets (GString     *sql,
             ZgFilterSql *self)
{
  const Piece *first = self->pieces->pdata[0];

  g_string_append_printf (sql, "SELECT count(%s) FROM %s", first->is_unique ? "*" : "DISTINCT customer_id", first->source);
  for (guint i = 1; i < self->pieces->len; i++)
    g_string_append_printf (sql, " AND customer_id IN (SELECT customer_id FROM %s)",
                            ((Piece *) self->pieces->pdata[i])->source);
}

static void
append_conditions (GString     *sql,
                   ZgFilterSql *self)
{
  gboolean is_alone = self->pieces->len == 1;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = self->pieces->pdata[i];

      g_string_append (sql, i > 0 ? " AND " : " WHERE ");
      if (piece->condition != NULL)
        append_condition (sql, piece, is_alone);
      else
        g_string_append_printf (sql, "id IN (SELECT customer_id FROM %s)", piece->source);
    }
}

/**
 * zg_filter_sql_prepare_count:
 * @self: conditions
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a statement with one row: how many customers
 */
ZgStatement *
zg_filter_sql_prepare_count (ZgFilterSql  *self,
                             ZgDatabase   *db,
                             GError      **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  if (self->pieces->len > 0 && self->n_rows == 0)
    {
      append_sets (sql, self);
    }
  else
    {
      g_string_append (sql, "SELECT count(*) FROM customer");
      append_conditions (sql, self);
    }
  return prepare (self, db, sql, error);
}

/**
 * zg_filter_sql_prepare_list:
 * @self: conditions
 * @db: a connection
 * @columns: literal columns of customer, of which the first is the id
 * @order_by: (nullable): a literal order, %NULL for any
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a statement with a row for each customer
 */
ZgStatement *
zg_filter_sql_prepare_list (ZgFilterSql  *self,
                            ZgDatabase   *db,
                            const char   *columns,
                            const char   *order_by,
                            GError      **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s FROM customer", columns);
  append_conditions (sql, self);
  if (order_by != NULL)
    g_string_append_printf (sql, " ORDER BY %s", order_by);
  return prepare (self, db, sql, error);
}

/**
 * zg_filter_sql_prepare_check:
 * @self: conditions
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a statement that has a row when the customer whose id is bound behind the values
 *   passes
 */
ZgStatement *
zg_filter_sql_prepare_check (ZgFilterSql  *self,
                             ZgDatabase   *db,
                             GError      **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT 1 FROM customer WHERE ");

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = self->pieces->pdata[i];

      if (piece->condition != NULL)
        append_condition (sql, piece, FALSE);
      else
        g_string_append_printf (sql, "EXISTS (SELECT 1 FROM %s AND customer_id = customer.id)", piece->source);
      g_string_append (sql, " AND ");
    }
  g_string_append (sql, "id = ?");
  return prepare (self, db, sql, error);
}
