/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-record-fault.h"

#include <glib/gi18n.h>

/**
 * zg_record_fault_describe:
 * @fault: what is wrong with a record
 *
 * Returns: (transfer full) (nullable): it in words, translated; %NULL when nothing is
 */
char *
zg_record_fault_describe (ZgRecordFault fault)
{
  switch (fault)
    {
    case ZG_RECORD_TOO_LONG:
      return g_strdup (_("the row is too long to be an order"));
    case ZG_RECORD_UNCLOSED_QUOTE:
      return g_strdup (_("a quotation mark is not closed"));
    case ZG_RECORD_NUL:
      return g_strdup (_("the row holds a NUL byte; the file is damaged there"));
    case ZG_RECORD_BAD_TEXT:
      return g_strdup (_("the row holds bytes that are no text; the file is damaged or in another encoding"));
    case ZG_RECORD_SOUND:
    default:
      return NULL;
    }
}
