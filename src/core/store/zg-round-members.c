/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-round-table.h"

#include <glib/gi18n.h>

#include "zg-birthday.h"
#include "zg-customer-filter-sql.h"

/* Who is in a round, in which order, and what was done about them. */

#define MEMBER_COLUMNS "round_id, position, customer_id, order_id, state, reason, at, staff_id, contact_id"

/* The order that a customer waits for longest. */
#define WAITING_ORDER " FROM shop_order AS o WHERE o.customer_id = customer.id AND o.state < 4 AND o.state BETWEEN 1 AND 2 "

typedef struct {
  gint64 customer_id;
  gint64 order_id;
  int days;                     /* until the birthday */
} Place;

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const Place *first = a, *second = b;

  return first->days != second->days ? first->days - second->days
                                     : (first->customer_id > second->customer_id) - (first->customer_id < second->customer_id);
}

/* Whose birthday comes next is first; who had theirs this month already is last. */
static int
days_until (const char *text,
            GDate      *today)
{
  ZgBirthday birthday;
  ZgBirthdayNext next;

  if (!zg_birthday_from_text (text, &birthday, NULL) || !zg_birthday_get_next (&birthday, today, &next))
    return G_MAXINT;
  return next.days;
}

static ZgStatement *
select_members (ZgFilterSql             *conditions,
                ZgDatabase              *db,
                const ZgCustomerFilter  *filter,
                GError                 **error)
{
  if (filter->unshipped)
    return zg_filter_sql_prepare_list (conditions, db,
                                       "id, (SELECT o.id" WAITING_ORDER "ORDER BY o.ordered_at, o.id LIMIT 1), birthday",
                                       "(SELECT min(o.ordered_at)" WAITING_ORDER "), id", error);
  if (filter->asked == ZG_ASKED_TERM_DUE)
    return zg_filter_sql_prepare_list (conditions, db, "id, NULL, birthday",
                                       "(SELECT min(i.ask_again_at) FROM interest AS i WHERE i.customer_id = customer.id "
                                       "AND i.state = 0), id", error);
  return zg_filter_sql_prepare_list (conditions, db, "id, NULL, birthday", "+spent DESC, id", error);
}

static GArray *
find_members (ZgDatabase              *db,
              const ZgCustomerFilter  *filter,
              ZgClock                 *clock,
              GError                 **error)
{
  g_autoptr(ZgFilterSql) conditions = zg_filter_sql_new (filter, clock);
  g_autoptr(ZgStatement) statement = select_members (conditions, db, filter, error);
  g_autoptr(GDateTime) now = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GDate today;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));

  while (zg_statement_step (statement, &has_row, error))
    {
      Place place = { 0 };

      if (!has_row)
        {
          if (filter->birthday != 0 && !filter->unshipped)
            g_array_sort (places, compare_days);
          return g_steal_pointer (&places);
        }
      place.customer_id = zg_statement_get_int64 (statement, 0);
      place.order_id = zg_statement_get_int64 (statement, 1);
      if (filter->birthday != 0)
        place.days = days_until (zg_statement_get_text (statement, 2), &today);
      g_array_append_val (places, place);
    }
  return NULL;
}

/**
 * zg_round_table_add_members:
 * @db: a writing connection in a transaction
 * @round_id: a new round
 * @filter: who is in it
 * @clock: what time it is and where
 * @n_members_out: (out): how many they are
 * @error: return location for an error
 *
 * Gives the round its members once and for all: whoever waits longest for a parcel first, with that order; whose birthday
 * or time to be asked again comes first; else whoever spent most.
 *
 * Returns: whether they are written
 */
gboolean
zg_round_table_add_members (ZgDatabase              *db,
                            gint64                   round_id,
                            const ZgCustomerFilter  *filter,
                            ZgClock                 *clock,
                            gint64                  *n_members_out,
                            GError                 **error)
{
  g_autoptr(GArray) places = find_members (db, filter, clock, error);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO round_member (round_id, position, customer_id, order_id) VALUES (?, ?, ?, ?)", error);

  if (places == NULL || statement == NULL)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      zg_statement_bind_int64 (statement, 0, round_id);
      zg_statement_bind_int64 (statement, 1, i + 1);
      zg_statement_bind_int64 (statement, 2, place->customer_id);
      zg_statement_bind_id (statement, 3, place->order_id);
      if (!zg_statement_run (statement, error))
        return FALSE;
    }
  *n_members_out = places->len;
  return TRUE;
}

/**
 * zg_round_table_add_customers:
 * @db: a writing connection in a transaction
 * @round_id: a new round
 * @customer_ids: (element-type gint64): who is in it
 * @with_orders: whether to take the order with them that they wait for
 * @n_members_out: (out): how many they are; who was erased in the meantime is left out
 * @error: return location for an error
 *
 * Gives the round its members once and for all, in this order.
 *
 * Returns: whether they are written
 */
gboolean
zg_round_table_add_customers (ZgDatabase  *db,
                              gint64       round_id,
                              GArray      *customer_ids,
                              gboolean     with_orders,
                              gint64      *n_members_out,
                              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO round_member (round_id, position, customer_id, order_id) "
    "SELECT ?, ?, id, CASE WHEN ? THEN (SELECT o.id" WAITING_ORDER "ORDER BY o.ordered_at, o.id LIMIT 1) END "
    "FROM customer WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  *n_members_out = 0;
  for (guint i = 0; i < customer_ids->len; i++)
    {
      zg_statement_bind_int64 (statement, 0, round_id);
      zg_statement_bind_int64 (statement, 1, *n_members_out + 1);
      zg_statement_bind_int64 (statement, 2, with_orders ? 1 : 0);
      zg_statement_bind_int64 (statement, 3, g_array_index (customer_ids, gint64, i));
      if (!zg_statement_run (statement, error))
        return FALSE;
      *n_members_out += zg_database_changes (db);
    }
  return TRUE;
}

static ZgRoundMember *
read_member (ZgStatement *statement)
{
  ZgRoundMember *member = g_new0 (ZgRoundMember, 1);

  member->round_id = zg_statement_get_int64 (statement, 0);
  member->position = zg_statement_get_int64 (statement, 1);
  member->customer_id = zg_statement_get_int64 (statement, 2);
  member->order_id = zg_statement_get_int64 (statement, 3);
  member->state = (ZgRoundState) zg_statement_get_int64 (statement, 4);
  member->reason = zg_statement_dup_text (statement, 5);
  member->at = zg_statement_get_time (statement, 6);
  member->staff_id = zg_statement_get_int64 (statement, 7);
  member->contact_id = zg_statement_get_int64 (statement, 8);
  return member;
}

static gboolean
find_member (ZgDatabase     *db,
             const char     *sql,
             gint64          round_id,
             ZgRoundMember **member_out,
             GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, round_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *member_out = has_row ? read_member (statement) : NULL;
  return TRUE;
}

/**
 * zg_round_table_find_next:
 * @db: a connection
 * @round_id: a round
 * @member_out: (out) (transfer full) (nullable): the first member that something is to be done about, %NULL at the end
 * @error: return location for an error
 *
 * Returns: whether the members could be read
 */
gboolean
zg_round_table_find_next (ZgDatabase     *db,
                          gint64          round_id,
                          ZgRoundMember **member_out,
                          GError        **error)
{
  return find_member (db, "SELECT " MEMBER_COLUMNS " FROM round_member WHERE round_id = ? AND state = 0 "
                          "AND customer_id IS NOT NULL ORDER BY position LIMIT 1", round_id, member_out, error);
}

/**
 * zg_round_table_find_last_step:
 * @db: a connection
 * @round_id: a round
 * @member_out: (out) (transfer full) (nullable): who was copied for or skipped last, %NULL when nobody was
 * @error: return location for an error
 *
 * Returns: whether the members could be read
 */
gboolean
zg_round_table_find_last_step (ZgDatabase     *db,
                               gint64          round_id,
                               ZgRoundMember **member_out,
                               GError        **error)
{
  return find_member (db, "SELECT " MEMBER_COLUMNS " FROM round_member WHERE round_id = ? AND state IN (1, 2) "
                          "ORDER BY at DESC, position DESC LIMIT 1", round_id, member_out, error);
}

/**
 * zg_round_table_load_member:
 * @db: a connection
 * @round_id: a round
 * @position: a place in it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the member; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgRoundMember *
zg_round_table_load_member (ZgDatabase  *db,
                            gint64       round_id,
                            gint64       position,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT " MEMBER_COLUMNS " FROM round_member WHERE round_id = ? AND position = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, round_id);
  zg_statement_bind_int64 (statement, 1, position);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_member (statement);

  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("This customer is not in the round."));
  return NULL;
}

/**
 * zg_round_table_update_member:
 * @db: a writing connection in a transaction
 * @member: a member with what was done about them
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_round_table_update_member (ZgDatabase           *db,
                              const ZgRoundMember  *member,
                              GError              **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE round_member SET state = ?, reason = ?, at = ?, staff_id = ?, contact_id = ? WHERE round_id = ? "
    "AND position = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, member->state);
  zg_statement_bind_text (statement, 1, member->reason != NULL ? member->reason : "");
  zg_statement_bind_time (statement, 2, member->at);
  zg_statement_bind_id (statement, 3, member->staff_id);
  zg_statement_bind_id (statement, 4, member->contact_id);
  zg_statement_bind_int64 (statement, 5, member->round_id);
  zg_statement_bind_int64 (statement, 6, member->position);
  zg_database_note_change (db, ZG_TABLE_ROUND, member->round_id);
  return zg_statement_run (statement, error);
}

/**
 * zg_round_table_reopen_behind:
 * @db: a writing connection in a transaction
 * @round_id: a round
 * @position: a place in it
 * @error: return location for an error
 *
 * Those behind that place who were passed over because it was not allowed are looked at again.
 *
 * Returns: whether it is so
 */
gboolean
zg_round_table_reopen_behind (ZgDatabase  *db,
                              gint64       round_id,
                              gint64       position,
                              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE round_member SET state = 0, reason = '', at = NULL, staff_id = NULL WHERE round_id = ? AND position > ? "
    "AND state = 3", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, round_id);
  zg_statement_bind_int64 (statement, 1, position);
  zg_database_note_change (db, ZG_TABLE_ROUND, round_id);
  return zg_statement_run (statement, error);
}

/**
 * zg_round_table_has_copy:
 * @db: a connection
 * @round_id: a round
 * @customer_id: a customer
 * @has_copy_out: (out): whether the round's reply was copied for them
 * @error: return location for an error
 *
 * A merge makes one customer of two members.
 *
 * Returns: whether the members could be read
 */
gboolean
zg_round_table_has_copy (ZgDatabase  *db,
                         gint64       round_id,
                         gint64       customer_id,
                         gboolean    *has_copy_out,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT 1 FROM round_member WHERE customer_id = ? AND round_id = ? AND state = 1 LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, round_id);
  return zg_statement_step (statement, has_copy_out, error);
}

/**
 * zg_round_table_count:
 * @db: a connection
 * @round_id: a round
 * @counts: (out): how many members are in each #ZgRoundState
 * @n_gone_out: (out): how many were erased before their turn; they are in none of @counts
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
zg_round_table_count (ZgDatabase  *db,
                      gint64       round_id,
                      gint64       counts[ZG_N_ROUND_STATES],
                      gint64      *n_gone_out,
                      GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT state, count(*), count(customer_id) FROM round_member WHERE round_id = ? GROUP BY state", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < ZG_N_ROUND_STATES; i++)
    counts[i] = 0;
  *n_gone_out = 0;
  zg_statement_bind_int64 (statement, 0, round_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 state = has_row ? zg_statement_get_int64 (statement, 0) : 0;

      if (!has_row)
        return TRUE;
      counts[state] = zg_statement_get_int64 (statement, state == ZG_ROUND_TO_DO ? 2 : 1);
      if (state == ZG_ROUND_TO_DO)
        *n_gone_out = zg_statement_get_int64 (statement, 1) - counts[state];
    }
  return FALSE;
}

/**
 * zg_round_table_load_reasons:
 * @db: a connection
 * @round_id: a round
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgRoundReason): why members were skipped or not allowed, the most
 *   frequent reason first
 */
GPtrArray *
zg_round_table_load_reasons (ZgDatabase  *db,
                             gint64       round_id,
                             GError     **error)
{
  g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_round_reason_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT state, reason, count(*) AS n FROM round_member WHERE round_id = ? AND state IN (2, 3) GROUP BY state, reason "
    "ORDER BY n DESC, state, reason", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, round_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgRoundReason *reason;

      if (!has_row)
        return g_steal_pointer (&reasons);
      reason = g_new0 (ZgRoundReason, 1);
      reason->state = (ZgRoundState) zg_statement_get_int64 (statement, 0);
      reason->reason = zg_statement_dup_text (statement, 1);
      reason->count = zg_statement_get_int64 (statement, 2);
      g_ptr_array_add (reasons, reason);
    }
  return NULL;
}
