/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-importer.h"

/* What becomes of the rows that an import refused. */

/**
 * zg_import_reject_free:
 * @reject: (transfer full): a row that was refused
 */
void
zg_import_reject_free (ZgImportReject *reject)
{
  g_free (reject->reason);
  g_free (reject->raw);
  g_free (reject);
}

/**
 * zg_importer_make_rejects:
 * @result: what an import did
 *
 * Returns: (transfer full): the refused rows under their header, to be mended and imported again
 */
char *
zg_importer_make_rejects (const ZgImportResult *result)
{
  GString *text = g_string_new ("\xef\xbb\xbf");

  g_string_append (text, result->header);
  for (guint i = 0; i < result->rejects->len; i++)
    {
      const ZgImportReject *reject = g_ptr_array_index (result->rejects, i);

      g_string_append (text, reject->raw != NULL ? reject->raw : "");
    }
  return g_string_free (text, FALSE);
}
