/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-checklist"

#include "config.h"

#include "zg-checklist.h"

#include "zg-change.h"
#include "zg-check-form.h"
#include "zg-checklist-computed.h"

#include <glib/gi18n.h>
#include <string.h>

static const ZgChecklistContext no_context;

/**
 * zg_tick_new:
 * @check: a human row
 * @at: when it was ticked
 * @staff_id: who ticked it, 0 for nobody known
 * @value: (nullable): what the row said, from zg_check_get_value()
 *
 * Returns: (transfer full): a tick that holds
 */
ZgTick *
zg_tick_new (ZgCheck     check,
             ZgTime      at,
             gint64      staff_id,
             const char *value)
{
  ZgTick *tick;

  g_return_val_if_fail (zg_check_is_human (check), NULL);

  tick = g_new0 (ZgTick, 1);
  tick->check = check;
  tick->at = at;
  tick->staff_id = staff_id;
  tick->value = g_strdup (value != NULL ? value : "");
  return tick;
}

/**
 * zg_tick_free:
 * @tick: (transfer full) (nullable): a tick
 */
void
zg_tick_free (ZgTick *tick)
{
  if (tick == NULL)
    return;

  g_free (tick->staff_name);
  g_free (tick->value);
  g_free (tick->dropped_to);
  g_free (tick);
}

/**
 * zg_check_row_free:
 * @row: (transfer full) (nullable): a row
 */
void
zg_check_row_free (ZgCheckRow *row)
{
  if (row == NULL)
    return;

  g_free (row->label);
  g_free (row->value);
  g_free (row->note);
  g_free (row->by);
  g_free (row);
}

static ZgTick *
find_tick (GPtrArray *ticks,
           ZgCheck    check)
{
  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    if (((ZgTick *) ticks->pdata[i])->check == check)
      return ticks->pdata[i];

  return NULL;
}

static gboolean
same_text (const char *a,
           const char *b)
{
  return strcmp (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/*
 * Whether a tick still stands for what the row says. The shipping time is in no field of the order: the tick records
 * that it was told, and the words for it ("today", "tomorrow if paid after 16:00") move with the clock and with the
 * payment, after which the list has to stay confirmed.
 */
static gboolean
tick_holds (const ZgTick *tick,
            const char   *value)
{
  if (tick->dropped_at != ZG_TIME_NONE)
    return FALSE;
  if (tick->check == ZG_CHECK_SHIP_TIME)
    return TRUE;

  return same_text (tick->value, value);
}

static const char *
or_nothing (const char *text)
{
  return text != NULL && *text != '\0' ? text : _("nothing");
}

/* From what to what. A value that is back where it was shows what had happened in between. */
static char *
describe_drop (const ZgTick *tick,
               const char   *value)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *became = same_text (tick->value, value) ? tick->dropped_to : value;

  zg_change_shorten (tick->value != NULL ? tick->value : "", became != NULL ? became : "", &from, &to);
  /* TRANSLATORS: why a tick of the confirmation list does not hold any more: from what to what the row changed */
  return g_strdup_printf (_("Ticked for “%s”, then changed to “%s”. Please confirm it again."),
                          or_nothing (from), or_nothing (to));
}

/* Colour and size of goods that have none, and a note that nobody wrote, need no tick: it would be a useless one. */
static gboolean
is_applicable (ZgCheck     check,
               const char *value)
{
  return value != NULL || (check != ZG_CHECK_COLOUR && check != ZG_CHECK_SIZE && check != ZG_CHECK_BUYER_NOTE);
}

static ZgCheckRow *
add_row (GPtrArray                *rows,
         ZgCheck                   check,
         const ZgCheckForm        *form,
         const ZgOrder            *order,
         const ZgChecklistContext *context)
{
  ZgCheckRow *row = g_new0 (ZgCheckRow, 1);

  row->check = check;
  row->label = g_strdup (zg_check_form_get_label (form, check));
  row->value = zg_check_get_value (check, order, context);
  g_ptr_array_add (rows, row);
  return row;
}

static void
evaluate_human (ZgCheckRow    *row,
                const ZgTick  *tick,
                const ZgOrder *order)
{
  row->state = ZG_CHECK_OPEN;

  if (tick != NULL)
    {
      row->by = g_strdup (tick->staff_name);
      row->at = tick->at;
      if (tick_holds (tick, row->value))
        {
          row->state = ZG_CHECK_OK;
        }
      else
        {
          row->state = ZG_CHECK_DROPPED;
          row->note = describe_drop (tick, row->value);
        }
    }
  else if (!is_applicable (row->check, row->value))
    {
      row->state = ZG_CHECK_OK;
      row->note = g_strdup (_("None"));
    }

  /* People are told how many; that a piece became another product is in the value that the tick keeps. */
  if (row->check == ZG_CHECK_QUANTITY && row->value != NULL)
    {
      glong quantity = (glong) zg_order_get_quantity (order);

      g_free (row->value);
      row->value = g_strdup_printf (ngettext ("%ld piece", "%ld pieces", (gulong) quantity), quantity);
    }
}

/**
 * zg_checklist_evaluate:
 * @order: the order
 * @context: (nullable): what is known beside it; %NULL when nothing is
 * @ticks: (nullable) (element-type ZgTick): the ticks that the order has
 *
 * Where every row of the list stands. A human row is open, ok, or dropped when what it stood for has changed, also when
 * zg_checklist_drop_changed() has not seen the change yet. Rows without an object (goods without colours or sizes, no
 * note of the buyer) are ok with the note "None" as long as nobody ticked them. Hidden data does not fail a row: a
 * person can still tick it, and what is computed says hidden.
 *
 * Returns: (transfer full) (element-type ZgCheckRow): the rows that people tick, in the order of the shop's list, and
 *   behind them all computed ones
 */
GPtrArray *
zg_checklist_evaluate (const ZgOrder            *order,
                       const ZgChecklistContext *context,
                       GPtrArray                *ticks)
{
  g_autoptr (ZgCheckForm) standard = NULL;
  GPtrArray *rows = g_ptr_array_new_full (ZG_N_CHECKS, (GDestroyNotify) zg_check_row_free);
  const ZgCheckForm *form;

  if (context == NULL)
    context = &no_context;
  if (context->form == NULL)
    standard = zg_check_form_new ();
  form = context->form != NULL ? context->form : standard;

  for (guint i = 0; i < form->rows->len; i++)
    {
      const ZgCheckFormRow *wanted = form->rows->pdata[i];

      if (wanted->active)
        evaluate_human (add_row (rows, wanted->check, form, order, context), find_tick (ticks, wanted->check), order);
    }
  for (int i = ZG_N_HUMAN_CHECKS; i < ZG_N_CHECKS; i++)
    zg_checklist_compute (add_row (rows, i, form, order, context), order, context);

  return rows;
}

/**
 * zg_checklist_drop_changed:
 * @order: the order after a change
 * @context: (nullable): what is known beside it
 * @ticks: (nullable) (element-type ZgTick): the ticks that the order has; those that do not hold any more are marked
 * @now: what time it is
 *
 * To be called in the transaction of every change of an order. A dropped tick stays dropped when the change is taken
 * back, because nobody can know whether the customer was told in between; ticking the row again replaces it.
 *
 * Returns: (transfer container) (element-type ZgTick): the ticks of @ticks that were dropped just now, to be stored
 */
GPtrArray *
zg_checklist_drop_changed (const ZgOrder            *order,
                           const ZgChecklistContext *context,
                           GPtrArray                *ticks,
                           ZgTime                    now)
{
  GPtrArray *dropped = g_ptr_array_new ();

  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    {
      ZgTick *tick = ticks->pdata[i];
      g_autofree char *value = NULL;

      if (tick->dropped_at != ZG_TIME_NONE)
        continue;

      value = zg_check_get_value (tick->check, order, context);
      if (tick_holds (tick, value))
        continue;

      tick->dropped_at = now;
      g_free (tick->dropped_to);
      tick->dropped_to = value != NULL ? g_steal_pointer (&value) : g_strdup ("");
      g_ptr_array_add (dropped, tick);
    }

  return dropped;
}

/**
 * zg_checklist_is_complete:
 * @rows: (element-type ZgCheckRow): rows from zg_checklist_evaluate()
 *
 * Whether the order is confirmed and may ship without a reason: every human row is ok, and no refund is open. Other
 * warnings are for people to weigh and do not count.
 *
 * Returns: whether the list is complete
 */
gboolean
zg_checklist_is_complete (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const ZgCheckRow *row = rows->pdata[i];

      if ((zg_check_is_human (row->check) || row->check == ZG_CHECK_REFUND) && row->state != ZG_CHECK_OK)
        return FALSE;
    }

  return TRUE;
}

/**
 * zg_checklist_count:
 * @rows: (element-type ZgCheckRow): rows from zg_checklist_evaluate()
 * @done_out: (out) (optional): how many human rows are ok
 * @total_out: (out) (optional): how many human rows there are
 */
void
zg_checklist_count (GPtrArray *rows,
                    int       *done_out,
                    int       *total_out)
{
  int done = 0;
  int total = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const ZgCheckRow *row = rows->pdata[i];

      if (!zg_check_is_human (row->check))
        continue;
      total++;
      done += row->state == ZG_CHECK_OK ? 1 : 0;
    }

  if (done_out != NULL)
    *done_out = done;
  if (total_out != NULL)
    *total_out = total;
}
