/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-lines.h"

#include <glib/gi18n.h>

#include "zg-ship-promise.h"

/* What a list says of an order beside what it is: until when it ships, and what to do next. */

static gboolean
is_waiting (const ZgOrderRow *row)
{
  return row->state == ZG_ORDER_PAID || row->state == ZG_ORDER_PACKED;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/* The platform's own deadline is harder than the house's, so it is the one that is shown where it is known. */
static void
fill_promise (ZgOrderLine *line,
              const char  *cut_off,
              ZgClock     *clock)
{
  const ZgOrderRow *row = line->row;
  GTimeZone *zone = zg_clock_get_zone (clock);
  ZgTime now = zg_clock_now (clock);

  if (is_waiting (row) && row->ship_by != ZG_TIME_NONE)
    {
      line->promise = zg_time_to_text (row->ship_by, now, zone);
      line->promise_urgency = now > row->ship_by ? ZG_ORDER_URGENCY_LATE : ZG_ORDER_URGENCY_NORMAL;
    }
  else if (is_waiting (row))
    {
      g_autoptr (ZgShipPromise) promise = zg_ship_promise_compute (cut_off, row->paid_at, ZG_TIME_NONE, clock);

      /* What one says to a customer who waits too long is no deadline. */
      line->promise = promise->overdue ? zg_time_to_text (promise->by, now, zone) : g_strdup (promise->text);
      line->promise_urgency = promise->overdue ? ZG_ORDER_URGENCY_LATE : ZG_ORDER_URGENCY_NORMAL;
    }
  else if (row->state == ZG_ORDER_UNPAID)
    {
      g_autoptr (ZgShipPromise) promise = zg_ship_promise_compute (cut_off, ZG_TIME_NONE, ZG_TIME_NONE, clock);

      line->promise = g_strdup (promise->text);
    }
  else if (row->shipped_at != ZG_TIME_NONE && row->ship_by != ZG_TIME_NONE && row->shipped_at > row->ship_by)
    line->promise = g_strdup (_("shipped late"));
  else if (row->shipped_at != ZG_TIME_NONE && row->ship_by != ZG_TIME_NONE)
    line->promise = g_strdup (_("in time"));
  else
    line->promise = g_strdup ("");
}

static void
set_next (ZgOrderLine    *line,
          const char     *text,
          ZgOrderUrgency  urgency)
{
  line->next_step = g_strdup (text);
  line->next_urgency = urgency;
}

static const char *
first_hold (ZgHold holds)
{
  static const ZgHold all[ZG_N_HOLDS] = { ZG_HOLD_REFUND, ZG_HOLD_PLATFORM, ZG_HOLD_PRESALE, ZG_HOLD_CASE };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (holds & all[i])
      return zg_hold_to_label (all[i]);
  return NULL;
}

static void
fill_next_step (ZgOrderLine *line)
{
  const ZgOrderRow *row = line->row;
  gboolean late = line->promise_urgency == ZG_ORDER_URGENCY_LATE;

  if (row->conflict)
    set_next (line, _("The platform says otherwise"), ZG_ORDER_URGENCY_SOON);
  else if (row->state <= ZG_ORDER_PACKED && first_hold (row->holds) != NULL)
    set_next (line, first_hold (row->holds), ZG_ORDER_URGENCY_SOON);
  else if (row->state == ZG_ORDER_UNPAID && row->confirmed_at == ZG_TIME_NONE)
    set_next (line, _("Read it back"), ZG_ORDER_URGENCY_NORMAL);
  else if (row->state == ZG_ORDER_UNPAID)
    set_next (line, _("Waiting for the payment"), ZG_ORDER_URGENCY_NONE);
  else if (is_waiting (row) && row->confirmed_at == ZG_TIME_NONE)
    set_next (line, _("Confirm with the buyer"), late ? ZG_ORDER_URGENCY_LATE : ZG_ORDER_URGENCY_NORMAL);
  else if (row->state == ZG_ORDER_PAID)
    set_next (line, _("Pack"), late ? ZG_ORDER_URGENCY_LATE : ZG_ORDER_URGENCY_NORMAL);
  else if (row->state == ZG_ORDER_PACKED)
    set_next (line, _("Ship"), late ? ZG_ORDER_URGENCY_LATE : ZG_ORDER_URGENCY_NORMAL);
  else if (row->state == ZG_ORDER_SHIPPED && is_blank (row->tracking))
    set_next (line, _("No tracking number yet"), ZG_ORDER_URGENCY_SOON);
  else if (row->state == ZG_ORDER_SHIPPED)
    set_next (line, _("On its way"), ZG_ORDER_URGENCY_NONE);
  else
    set_next (line, "", ZG_ORDER_URGENCY_NONE);
}

/**
 * zg_order_line_new:
 * @row: (transfer full): an order
 * @cut_off: the house's cut-off, "HH:MM"
 * @clock: what time it is
 *
 * The order of what to do next: first what contradicts or forbids, then confirming, then packing and shipping. Where
 * the deadline has passed, the step is late.
 *
 * Returns: (transfer full): the line of the list
 */
ZgOrderLine *
zg_order_line_new (ZgOrderRow *row,
                   const char *cut_off,
                   ZgClock    *clock)
{
  ZgOrderLine *line = g_new0 (ZgOrderLine, 1);

  line->row = row;
  fill_promise (line, cut_off, clock);
  fill_next_step (line);
  return line;
}

/**
 * zg_order_line_free:
 * @line: (transfer full) (nullable): a line
 */
void
zg_order_line_free (ZgOrderLine *line)
{
  if (line == NULL)
    return;

  zg_order_row_free (line->row);
  g_free (line->promise);
  g_free (line->next_step);
  g_free (line);
}

/**
 * zg_order_lines_load:
 * @db: a connection
 * @ids: orders
 * @n_ids: how many
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgOrderLine): a line for each id, %NULL in the place of an order
 *   that is gone
 */
GPtrArray *
zg_order_lines_load (ZgDatabase    *db,
                     const gint64  *ids,
                     guint          n_ids,
                     ZgClock       *clock,
                     GError       **error)
{
  g_autofree char *cut_off = zg_ship_promise_load_cut_off (db, error);
  g_autoptr (GPtrArray) rows = cut_off != NULL ? zg_list_table_order_rows (db, ids, n_ids, error) : NULL;
  GPtrArray *lines;

  if (rows == NULL)
    return NULL;

  /* The rows move into the lines. */
  g_ptr_array_set_free_func (rows, NULL);
  lines = g_ptr_array_new_full (n_ids, (GDestroyNotify) zg_order_line_free);
  for (guint i = 0; i < n_ids; i++)
    {
      ZgOrderRow *row = g_ptr_array_index (rows, i);

      g_ptr_array_add (lines, row != NULL ? zg_order_line_new (row, cut_off, clock) : NULL);
    }
  return lines;
}
