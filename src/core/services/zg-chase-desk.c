/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-chase-desk.h"

#include <glib/gi18n.h>

#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-order-table.h"

/* The chase over the shop file: the rule is zg_chase_plan() of domain/, this file gives it the facts and writes what was done. */

/**
 * zg_chase_entry_free:
 * @entry: (transfer full) (nullable): a line of the board
 */
void
zg_chase_entry_free (ZgChaseEntry *entry)
{
  if (entry == NULL)
    return;

  zg_order_free (entry->order);
  g_free (entry->customer);
  zg_chase_plan_free (entry->plan);
  g_free (entry);
}

/**
 * zg_chase_board_free:
 * @board: (transfer full) (nullable): a board
 */
void
zg_chase_board_free (ZgChaseBoard *board)
{
  if (board == NULL)
    return;

  g_clear_pointer (&board->due, g_ptr_array_unref);
  g_clear_pointer (&board->next, g_ptr_array_unref);
  g_clear_pointer (&board->recovered, g_ptr_array_unref);
  g_free (board);
}

static ZgChasePlan *
make_plan (ZgDatabase           *db,
           const ZgOrder        *order,
           const ZgChaseLadder  *ladder,
           ZgClock              *clock,
           GError              **error)
{
  ZgTime now = zg_clock_now (clock);
  g_autoptr(GPtrArray) done = zg_chase_table_load_done (db, order->id, error);
  g_autoptr(GArray) reminded = NULL;
  ZgChaseFacts facts = { .order = order, .done = done, .now = now, .zone = zg_clock_get_zone (clock) };

  if (done == NULL)
    return NULL;
  if (order->customer_id != 0)
    {
      reminded = zg_chase_table_load_reminded (db, order->customer_id, now - 24 * ZG_TIME_HOUR, error);
      if (reminded == NULL)
        return NULL;
    }
  facts.reminded = reminded;
  return zg_chase_plan (ladder, &facts);
}

/**
 * zg_chase_desk_plan:
 * @db: a connection
 * @order: an order
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its reminders, and which one comes next
 */
ZgChasePlan *
zg_chase_desk_plan (ZgDatabase     *db,
                    const ZgOrder  *order,
                    ZgClock        *clock,
                    GError        **error)
{
  g_autoptr(ZgChaseLadder) ladder = zg_chase_table_load_ladder (db, order->platform, error);

  return ladder != NULL ? make_plan (db, order, ladder, clock, error) : NULL;
}

static gboolean
refuse_capped (const ZgChasePlan  *plan,
               ZgClock            *clock,
               GError            **error)
{
  g_autofree char *until = zg_time_to_text (plan->next->at, zg_clock_now (clock), zg_clock_get_zone (clock));

  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
               /* TRANSLATORS: %d is 3, %s is a time */
               _("This customer was reminded %d times in 24 hours. Next time: %s."), ZG_CHASE_CAP, until);
  return FALSE;
}

/**
 * zg_chase_desk_mark:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @skip: whether the next reminder is left out instead of done
 * @staff_id: who does it, or 0
 * @contact_id: the reminder that was copied, or 0
 * @clock: what time it is
 * @step_out: (out) (optional): which step it was, for zg_chase_desk_unmark()
 * @error: return location for an error
 *
 * The next reminder is done, also before its time: somebody talks to the buyer anyway.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when there is no next one, or the customer was reminded too often
 */
gboolean
zg_chase_desk_mark (ZgDatabase  *db,
                    gint64       order_id,
                    gboolean     skip,
                    gint64       staff_id,
                    gint64       contact_id,
                    ZgClock     *clock,
                    int         *step_out,
                    GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);
  g_autoptr(ZgChasePlan) plan = order != NULL ? zg_chase_desk_plan (db, order, clock, error) : NULL;
  g_autoptr(ZgChaseDone) done = NULL;

  if (plan == NULL)
    return FALSE;
  if (plan->next == NULL)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, zg_chase_stop_to_label (plan->stop));
      return FALSE;
    }
  if (plan->capped && !skip)
    return refuse_capped (plan, clock, error);

  done = zg_chase_done_new (plan->next->number, zg_clock_now (clock));
  done->skipped = skip;
  if (step_out != NULL)
    *step_out = done->step;
  return zg_chase_table_insert_step (db, order_id, done, staff_id, contact_id, error);
}

/**
 * zg_chase_desk_unmark:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @step: a step that was done or left out
 * @error: return location for an error
 *
 * Returns: whether it is as if nobody had done it
 */
gboolean
zg_chase_desk_unmark (ZgDatabase  *db,
                      gint64       order_id,
                      int          step,
                      GError     **error)
{
  return zg_chase_table_delete_step (db, order_id, step, error);
}

/**
 * zg_chase_desk_set_cause:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @cause: why it was not paid yet
 * @before_out: (out) (optional): what was said before, to take it back
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_chase_desk_set_cause (ZgDatabase    *db,
                         gint64         order_id,
                         ZgChaseCause   cause,
                         ZgChaseCause  *before_out,
                         GError       **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);

  if (order == NULL)
    return FALSE;
  if (before_out != NULL)
    zg_chase_cause_from_word (order->chase_cause, before_out);
  return zg_chase_table_set_cause (db, order_id, cause, error);
}

/**
 * zg_chase_desk_set_stopped:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @stopped: whether its buyer is left alone
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_chase_desk_set_stopped (ZgDatabase  *db,
                           gint64       order_id,
                           gboolean     stopped,
                           ZgClock     *clock,
                           GError     **error)
{
  return zg_chase_table_set_stopped (db, order_id, stopped ? zg_clock_now (clock) : ZG_TIME_NONE, error);
}

/* The board ********************************************************************************************************/

static gint
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const ZgChaseEntry *first = *(const ZgChaseEntry * const *) a;
  const ZgChaseEntry *second = *(const ZgChaseEntry * const *) b;

  if (first->plan->next->at != second->plan->next->at)
    return first->plan->next->at < second->plan->next->at ? -1 : 1;
  return (first->order->id > second->order->id) - (first->order->id < second->order->id);
}

/* A shop has few platforms, and a ladder for each is read once. */
static const ZgChaseLadder *
find_ladder (ZgDatabase  *db,
             GHashTable  *ladders,
             const char  *platform,
             GError     **error)
{
  ZgChaseLadder *ladder = g_hash_table_lookup (ladders, platform);

  if (ladder == NULL)
    {
      ladder = zg_chase_table_load_ladder (db, platform, error);
      if (ladder != NULL)
        g_hash_table_insert (ladders, g_strdup (platform), ladder);
    }
  return ladder;
}

static gboolean
load_customer_name (ZgDatabase    *db,
                    ZgChaseEntry  *entry,
                    GError       **error)
{
  g_autoptr(ZgCustomer) customer = NULL;

  if (entry->order->customer_id == 0)
    {
      entry->customer = g_strdup (entry->order->recipient.text);
      return TRUE;
    }
  customer = zg_customer_table_load (db, entry->order->customer_id, error);
  entry->customer = customer != NULL ? g_strdup (zg_customer_get_call_name (customer)) : NULL;
  return customer != NULL;
}

/**
 * zg_chase_desk_list:
 * @db: a connection
 * @until: up to when; %G_MAXINT64 for all
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgChaseEntry): whose buyers are to be reminded by @until, the soonest first
 */
GPtrArray *
zg_chase_desk_list (ZgDatabase  *db,
                    ZgTime       until,
                    ZgClock     *clock,
                    GError     **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_chase_entry_free);
  g_autoptr(GHashTable) ladders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) zg_chase_ladder_free);
  g_autoptr(GArray) ids = zg_chase_table_list_unpaid (db, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr(ZgChaseEntry) entry = g_new0 (ZgChaseEntry, 1);
      const ZgChaseLadder *ladder;

      entry->order = zg_order_table_load (db, g_array_index (ids, gint64, i), error);
      ladder = entry->order != NULL ? find_ladder (db, ladders, entry->order->platform, error) : NULL;
      entry->plan = ladder != NULL ? make_plan (db, entry->order, ladder, clock, error) : NULL;
      if (entry->plan == NULL)
        return NULL;
      if (entry->plan->next == NULL || entry->plan->next->at > until)
        continue;
      if (!load_customer_name (db, entry, error))
        return NULL;
      g_ptr_array_add (list, g_steal_pointer (&entry));
    }
  if (ids == NULL)
    return NULL;
  g_ptr_array_sort (list, compare_entries);
  return g_steal_pointer (&list);
}

/**
 * zg_chase_desk_load_board:
 * @db: a connection
 * @from: from when recovered orders are shown
 * @until: up to when, not included
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): who is to be reminded now and later, and who paid after a reminder
 */
ZgChaseBoard *
zg_chase_desk_load_board (ZgDatabase  *db,
                          ZgTime       from,
                          ZgTime       until,
                          ZgClock     *clock,
                          GError     **error)
{
  g_autoptr(ZgChaseBoard) board = g_new0 (ZgChaseBoard, 1);
  ZgTime now = zg_clock_now (clock);

  board->due = zg_chase_desk_list (db, G_MAXINT64, clock, error);
  board->next = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_chase_entry_free);
  board->recovered = board->due != NULL ? zg_chase_table_list_recovered (db, from, until, error) : NULL;
  if (board->recovered == NULL)
    return NULL;

  for (guint i = 0; i < board->due->len; i++)
    {
      ZgChaseEntry *entry = g_ptr_array_index (board->due, i);

      if (zg_chase_plan_is_due (entry->plan, now))
        continue;
      /* They are sorted: the rest comes later, too. */
      while (board->due->len > i)
        g_ptr_array_add (board->next, g_ptr_array_steal_index (board->due, i));
    }
  return g_steal_pointer (&board);
}

/**
 * zg_chase_desk_describe_next:
 * @plan: a plan
 * @clock: what time it is
 *
 * Returns: (transfer full): which reminder comes when, or why there is none, in the user's language
 */
char *
zg_chase_desk_describe_next (const ZgChasePlan *plan,
                             ZgClock           *clock)
{
  g_autofree char *at = NULL;

  if (plan->next == NULL)
    return g_strdup (zg_chase_stop_to_label (plan->stop));
  if (zg_chase_plan_is_due (plan, zg_clock_now (clock)))
    return g_strdup_printf (_("Reminder %d is due"), plan->next->number + 1);
  at = zg_time_to_text (plan->next->at, zg_clock_now (clock), zg_clock_get_zone (clock));
  /* TRANSLATORS: the number of a reminder, and a time */
  return g_strdup_printf (_("Reminder %1$d: %2$s"), plan->next->number + 1, at);
}
