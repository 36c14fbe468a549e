/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-import-record.h"

/**
 * zg_import_record_new:
 *
 * Returns: (transfer full): a record that says nothing yet
 */
ZgImportRecord *
zg_import_record_new (void)
{
  ZgImportRecord *record = g_new0 (ZgImportRecord, 1);

  record->order = zg_order_new ();
  record->order->facts = zg_platform_facts_new ();
  record->order->facts->state = ZG_ORDER_STATE_UNKNOWN;
  return record;
}

/**
 * zg_import_record_free:
 * @record: (transfer full): what a file says of an order
 */
void
zg_import_record_free (ZgImportRecord *record)
{
  zg_order_free (record->order);
  zg_personal_clear (&record->account);
  g_free (record);
}

/* An order is where the line stands that is furthest behind; a line that is closed holds nothing up. */
static gboolean
is_behind (const ZgPlatformFacts *line,
           const ZgPlatformFacts *order)
{
  if (line->state == ZG_ORDER_STATE_UNKNOWN || line->state == ZG_ORDER_CLOSED)
    return FALSE;
  return order->state == ZG_ORDER_STATE_UNKNOWN || order->state == ZG_ORDER_CLOSED || line->state < order->state;
}

/**
 * zg_import_record_join:
 * @record: one or more lines of an order
 * @line: (transfer full): another line of the same order
 *
 * Makes one record of what a file says of an order line by line.
 */
void
zg_import_record_join (ZgImportRecord *record,
                       ZgImportRecord *line)
{
  ZgOrder *order = record->order;
  ZgPlatformFacts *facts = order->facts;
  ZgPlatformFacts *line_facts = line->order->facts;

  if (is_behind (line_facts, facts))
    {
      facts->state = line_facts->state;
      g_free (facts->state_text);
      facts->state_text = g_steal_pointer (&line_facts->state_text);
    }
  if (facts->refund_state == NULL || facts->refund_state[0] == '\0' || (line->order->holds & ZG_HOLD_REFUND) != 0)
    {
      g_free (facts->refund_state);
      facts->refund_state = g_steal_pointer (&line_facts->refund_state);
    }
  facts->refund += line_facts->refund;
  order->holds |= line->order->holds;
  record->known_holds |= line->known_holds;
  record->fields |= line->fields;
  record->last_line = line->last_line;

  g_ptr_array_extend_and_steal (order->items, g_steal_pointer (&line->order->items));
  line->order->items = g_ptr_array_new ();
  zg_import_record_free (line);
}
