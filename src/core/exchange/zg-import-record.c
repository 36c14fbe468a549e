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
