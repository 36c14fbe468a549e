/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-due.h"

#include <glib/gi18n.h>

#include "zg-order-state-table.h"
#include "zg-shop-table.h"
#include "zg-statement.h"
#include "zg-waiting-table.h"

/*
 * What is due, computed from where the orders and customers stand. Nothing is stored for it, so it can't be out of date. Only open
 * orders are read, through the index that holds them alone.
 */

/* The first reminder of an unpaid order. */
#define PAYMENT_AFTER (20 * ZG_TIME_MINUTE)
#define DEFAULT_STUCK_DAYS 7
#define DEFAULT_SHIP_HOURS 48

static const struct {
  const char *word;
  const char *label;
} kinds[] = {
  [ZG_DUE_PAYMENT] = { "payment", N_("Payment reminder") },
  [ZG_DUE_CONFIRM] = { "confirm", N_("Confirm the order") },
  [ZG_DUE_SHIP] = { "ship", N_("Ship") },
  [ZG_DUE_STUCK] = { "stuck", N_("Parcel is stuck") },
  [ZG_DUE_FOLLOW_UP] = { "follow-up", N_("Follow-up") },
  [ZG_DUE_CONFLICT] = { "conflict", N_("Platform and desk disagree") },
  [ZG_DUE_WAITING] = { "waiting", N_("Waiting for an answer") },
};

/* The house's numbers that the due list needs. */
typedef struct {
  ZgTime stuck_after;
  ZgTime ship_within;
} Rules;

/**
 * zg_due_free:
 * @due: (transfer full): something due
 */
void
zg_due_free (ZgDue *due)
{
  g_free (due->customer);
  g_free (due->number);
  g_free (due->text);
  g_free (due);
}

/**
 * zg_due_kind_to_word:
 * @kind: a kind
 *
 * Returns: (transfer none): the word of the command line
 */
const char *
zg_due_kind_to_word (ZgDueKind kind)
{
  return kinds[kind].word;
}

/**
 * zg_due_kind_to_label:
 * @kind: a kind
 *
 * Returns: (transfer none): the translated label
 */
const char *
zg_due_kind_to_label (ZgDueKind kind)
{
  return _(kinds[kind].label);
}

static gboolean
read_number (ZgDatabase  *db,
             const char  *key,
             gint64       fallback,
             gint64      *number_out,
             GError     **error)
{
  g_autofree char *value = zg_shop_table_get_setting (db, key, "", error);

  if (value == NULL)
    return FALSE;
  if (!g_ascii_string_to_signed (value, 10, 1, 10000, number_out, NULL))
    *number_out = fallback;
  return TRUE;
}

static gboolean
read_rules (ZgDatabase  *db,
            Rules       *rules,
            GError     **error)
{
  gint64 days, hours;

  if (!read_number (db, ZG_SETTING_STUCK_DAYS, DEFAULT_STUCK_DAYS, &days, error)
      || !read_number (db, ZG_SETTING_SHIP_HOURS, DEFAULT_SHIP_HOURS, &hours, error))
    return FALSE;
  rules->stuck_after = days * ZG_TIME_DAY;
  rules->ship_within = hours * ZG_TIME_HOUR;
  return TRUE;
}

static void
add_order (GPtrArray   *list,
           ZgStatement *statement,
           ZgDueKind    kind,
           ZgTime       at,
           ZgTime       until,
           char        *text)
{
  ZgDue *due;

  if (at == ZG_TIME_NONE || at > until)
    {
      g_free (text);
      return;
    }

  due = g_new0 (ZgDue, 1);
  due->kind = kind;
  due->at = at;
  due->order_id = zg_statement_get_int64 (statement, 0);
  due->number = zg_statement_dup_text (statement, 1);
  due->customer_id = zg_statement_get_int64 (statement, 2);
  due->customer = zg_statement_dup_text (statement, 3);
  due->text = text;
  g_ptr_array_add (list, due);
}

static void
add_open_order (GPtrArray    *list,
                ZgStatement  *statement,
                const Rules  *rules,
                ZgTime        until)
{
  ZgOrderState state = zg_statement_get_int64 (statement, 4);
  ZgTime ordered_at = zg_statement_get_time (statement, 5);
  ZgTime paid_at = zg_statement_get_time (statement, 6);
  ZgTime shipped_at = zg_statement_get_time (statement, 7);
  ZgTime ship_by = zg_statement_get_time (statement, 8);
  ZgTime confirmed_at = zg_statement_get_time (statement, 9);
  gboolean cash_on_delivery = zg_statement_get_int64 (statement, 10) != 0;
  ZgOrderState platform_state = zg_statement_get_int64 (statement, 11);
  ZgTime evidence_at = zg_statement_get_time (statement, 12);
  gboolean held = zg_statement_get_int64 (statement, 13) != 0;
  ZgTime from = paid_at != ZG_TIME_NONE ? paid_at : ordered_at;

  if (state == ZG_ORDER_UNPAID && !cash_on_delivery && ordered_at != ZG_TIME_NONE)
    add_order (list, statement, ZG_DUE_PAYMENT, ordered_at + PAYMENT_AFTER, until, g_strdup (_("not paid yet")));
  if (state == ZG_ORDER_PAID && confirmed_at == ZG_TIME_NONE && !held)
    add_order (list, statement, ZG_DUE_CONFIRM, from, until, g_strdup (_("the checklist is not complete")));
  if ((state == ZG_ORDER_PAID || state == ZG_ORDER_PACKED) && !held && from != ZG_TIME_NONE)
    add_order (list, statement, ZG_DUE_SHIP, ship_by != ZG_TIME_NONE ? ship_by : from + rules->ship_within, until,
               g_strdup (_("to be shipped")));
  if (state == ZG_ORDER_SHIPPED && shipped_at != ZG_TIME_NONE)
    add_order (list, statement, ZG_DUE_STUCK, shipped_at + rules->stuck_after, until, zg_statement_dup_text (statement, 14));
  if (zg_statement_get_int64 (statement, 15) != 0)
    {
      add_order (list, statement, ZG_DUE_CONFLICT, evidence_at, until,
                 g_strdup_printf (_("here: %s, platform: %s"), zg_order_state_to_label (state),
                                  zg_order_state_to_label (platform_state)));
    }
}

static gboolean
list_orders (ZgDatabase   *db,
             const Rules  *rules,
             ZgTime        until,
             GPtrArray    *list,
             GError      **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT o.id, o.number, o.customer_id, coalesce(nullif(c.call_name, ''), nullif(c.name, ''), o.recipient), o.state, "
    "o.ordered_at, o.paid_at, o.shipped_at, o.ship_by, o.confirmed_at, o.cash_on_delivery, o.platform_state, "
    "o.evidence_at, o.holds, o.tracking, " ZG_ORDER_CONFLICT_SQL " FROM shop_order AS o LEFT JOIN customer AS c ON c.id = o.customer_id "
    "WHERE o.state < 4", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      add_open_order (list, statement, rules, until);
    }
  return FALSE;
}

static gboolean
list_follow_ups (ZgDatabase  *db,
                 ZgTime       until,
                 GPtrArray   *list,
                 GError     **error)
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
      ZgDue *due;

      if (!has_row)
        return TRUE;

      due = g_new0 (ZgDue, 1);
      due->kind = ZG_DUE_FOLLOW_UP;
      due->follow_up_id = zg_statement_get_int64 (statement, 0);
      due->at = zg_statement_get_time (statement, 1);
      due->customer_id = zg_statement_get_int64 (statement, 2);
      due->order_id = zg_statement_get_int64 (statement, 3);
      due->text = zg_statement_dup_text (statement, 4);
      due->customer = zg_statement_dup_text (statement, 5);
      due->number = zg_statement_dup_text (statement, 6);
      g_ptr_array_add (list, due);
    }
  return FALSE;
}

static gboolean
list_waiting (ZgDatabase  *db,
              ZgTime       until,
              GPtrArray   *list,
              GError     **error)
{
  g_autoptr(GPtrArray) all = zg_waiting_table_load (db, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const ZgWaiting *waiting = g_ptr_array_index (all, i);
      ZgDue *due;

      if (waiting->due_at > until)
        break;
      due = g_new0 (ZgDue, 1);
      due->kind = ZG_DUE_WAITING;
      due->at = waiting->due_at;
      due->customer_id = waiting->customer_id;
      due->customer = g_strdup (waiting->call_name);
      due->text = g_strdup (_("was asked to wait a moment"));
      g_ptr_array_add (list, due);
    }
  return TRUE;
}

static gint
compare_due (gconstpointer a,
             gconstpointer b)
{
  const ZgDue *first = *(const ZgDue * const *) a;
  const ZgDue *second = *(const ZgDue * const *) b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return (first->order_id > second->order_id) - (first->order_id < second->order_id);
}

/**
 * zg_due_list:
 * @db: a connection
 * @until: up to when; %ZG_TIME_NONE for now
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgDue): what is due, the longest overdue first
 */
GPtrArray *
zg_due_list (ZgDatabase  *db,
             ZgTime       until,
             ZgClock     *clock,
             GError     **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_due_free);
  Rules rules;

  if (until == ZG_TIME_NONE)
    until = zg_clock_now (clock);
  if (!read_rules (db, &rules, error)
      || !list_orders (db, &rules, until, list, error)
      || !list_follow_ups (db, until, list, error)
      || !list_waiting (db, until, list, error))
    return NULL;

  g_ptr_array_sort (list, compare_due);
  return g_steal_pointer (&list);
}
