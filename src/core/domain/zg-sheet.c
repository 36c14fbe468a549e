/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-sheet"

#include "config.h"

#include "zg-sheet.h"

/**
 * zg_sheet_free:
 * @sheet: (transfer full) (nullable): a sheet
 */
void
zg_sheet_free (ZgSheet *sheet)
{
  if (sheet == NULL)
    return;
  zg_order_free (sheet->order);
  g_free (sheet->customer);
  g_free (sheet->caution);
  g_clear_pointer (&sheet->rows, g_ptr_array_unref);
  g_clear_pointer (&sheet->history, g_ptr_array_unref);
  g_free (sheet);
}
