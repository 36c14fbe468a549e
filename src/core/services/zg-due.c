/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-due.h"

#include <glib/gi18n.h>

#include "zg-case-table.h"
#include "zg-chase-desk.h"
#include "zg-due-table.h"
#include "zg-integer.h"
#include "zg-promise-table.h"
#include "zg-shop-table.h"
#include "zg-waiting-table.h"

/*
 * What is due, computed from where the orders and customers stand. Nothing is stored for it, so it can't be out of date.
 */

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
  [ZG_DUE_CASE] = { "case", N_("Case") },
  [ZG_DUE_PROMISE] = { "promise", N_("Promise") },
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
  if (!zg_integer_parse (value, 1, 10000, number_out))
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

typedef struct {
  GPtrArray *list;
  const Rules *rules;
  ZgTime until;
} Listing;

static void
add_order (Listing           *self,
           const ZgOpenOrder *order,
           ZgDueKind          kind,
           ZgTime             at,
           char              *text)
{
  ZgDue *due;

  if (at == ZG_TIME_NONE || at > self->until)
    {
      g_free (text);
      return;
    }

  due = g_new0 (ZgDue, 1);
  due->kind = kind;
  due->at = at;
  due->order_id = order->id;
  due->number = g_strdup (order->number);
  due->customer_id = order->customer_id;
  due->customer = g_strdup (order->customer);
  due->text = text;
  g_ptr_array_add (self->list, due);
}

static void
add_open_order (const ZgOpenOrder *order,
                gpointer           data)
{
  Listing *self = data;
  ZgTime from = order->paid_at != ZG_TIME_NONE ? order->paid_at : order->ordered_at;

  if (order->state == ZG_ORDER_PAID && order->confirmed_at == ZG_TIME_NONE && !order->is_held)
    add_order (self, order, ZG_DUE_CONFIRM, from, g_strdup (_("the checklist is not complete")));
  if ((order->state == ZG_ORDER_PAID || order->state == ZG_ORDER_PACKED) && !order->is_held && from != ZG_TIME_NONE)
    add_order (self, order, ZG_DUE_SHIP, order->ship_by != ZG_TIME_NONE ? order->ship_by : from + self->rules->ship_within,
               g_strdup (_("to be shipped")));
  if (order->state == ZG_ORDER_SHIPPED && order->shipped_at != ZG_TIME_NONE)
    add_order (self, order, ZG_DUE_STUCK, order->shipped_at + self->rules->stuck_after, g_strdup (order->tracking));
  if (order->in_conflict)
    {
      add_order (self, order, ZG_DUE_CONFLICT, order->evidence_at,
                 g_strdup_printf (_("here: %s, platform: %s"), zg_order_state_to_label (order->state),
                                  zg_order_state_to_label (order->platform_state)));
    }
}

static void
add_follow_up (const ZgDueFollowUp *follow_up,
               gpointer             data)
{
  Listing *self = data;
  ZgDue *due = g_new0 (ZgDue, 1);

  due->kind = ZG_DUE_FOLLOW_UP;
  due->follow_up_id = follow_up->id;
  due->at = follow_up->due_at;
  due->customer_id = follow_up->customer_id;
  due->order_id = follow_up->order_id;
  due->text = g_strdup (follow_up->text);
  due->customer = g_strdup (follow_up->customer);
  due->number = g_strdup (follow_up->number);
  g_ptr_array_add (self->list, due);
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

static gboolean
list_payments (ZgDatabase  *db,
               ZgTime       until,
               ZgClock     *clock,
               GPtrArray   *list,
               GError     **error)
{
  g_autoptr(GPtrArray) entries = zg_chase_desk_list (db, until, clock, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const ZgChaseEntry *entry = g_ptr_array_index (entries, i);
      ZgDue *due = g_new0 (ZgDue, 1);

      due->kind = ZG_DUE_PAYMENT;
      due->at = entry->plan->next->at;
      due->order_id = entry->order->id;
      due->number = g_strdup (entry->order->number);
      due->customer_id = entry->order->customer_id;
      due->customer = g_strdup (entry->customer);
      due->text = g_strdup_printf (_("not paid yet, reminder %d"), entry->plan->next->number + 1);
      g_ptr_array_add (list, due);
    }
  return entries != NULL;
}

static gboolean
list_cases (ZgDatabase  *db,
            ZgTime       until,
            GPtrArray   *list,
            GError     **error)
{
  g_autoptr(GPtrArray) cases = zg_case_table_list_due (db, until, error);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      const ZgCase *self = g_ptr_array_index (cases, i);
      ZgDue *due = g_new0 (ZgDue, 1);

      due->kind = ZG_DUE_CASE;
      due->case_id = self->id;
      due->at = self->due_at;
      due->order_id = self->order_id;
      due->number = g_strdup (self->number);
      due->customer_id = self->customer_id;
      due->customer = g_strdup (self->customer);
      /* TRANSLATORS: the first %s is a kind of case, “Return”, the second the step it stands at, “Sent back” */
      due->text = g_strdup_printf (_("%s: %s"), zg_case_type_to_label (self->type), zg_case_step_to_label (self->step));
      g_ptr_array_add (list, due);
    }
  return cases != NULL;
}

static gboolean
list_promises (ZgDatabase  *db,
               ZgTime       until,
               GPtrArray   *list,
               GError     **error)
{
  g_autoptr(GPtrArray) promises = zg_promise_table_list_open (db, until, error);

  for (guint i = 0; promises != NULL && i < promises->len; i++)
    {
      const ZgPromise *promise = g_ptr_array_index (promises, i);
      ZgDue *due = g_new0 (ZgDue, 1);

      due->kind = ZG_DUE_PROMISE;
      due->promise_id = promise->id;
      due->at = promise->due_at;
      due->order_id = promise->order_id;
      due->number = g_strdup (promise->number);
      due->customer_id = promise->customer_id;
      due->customer = g_strdup (promise->customer);
      due->text = g_strdup (promise->text);
      g_ptr_array_add (list, due);
    }
  return promises != NULL;
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
  Listing listing = { .list = list, .rules = &rules };

  if (until == ZG_TIME_NONE)
    until = zg_clock_now (clock);
  listing.until = until;
  if (!read_rules (db, &rules, error)
      || !zg_due_table_foreach_open_order (db, add_open_order, &listing, error)
      || !zg_due_table_foreach_follow_up (db, until, add_follow_up, &listing, error)
      || !list_waiting (db, until, list, error)
      || !list_payments (db, until, clock, list, error)
      || !list_cases (db, until, list, error)
      || !list_promises (db, until, list, error))
    return NULL;

  g_ptr_array_sort (list, compare_due);
  return g_steal_pointer (&list);
}
