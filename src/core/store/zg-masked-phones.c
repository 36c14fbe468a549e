/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-masked-phones.h"

#include <string.h>

#include "zg-list-table.h"
#include "zg-shop-table.h"

/*
 * Phones in lists, where somebody may look over the clerk's shoulder: 138****8000 if the owner wants that. The customer's page
 * still has the number.
 */

static gboolean
get_wanted (ZgDatabase  *db,
            gboolean    *wanted_out,
            GError     **error)
{
  g_autofree char *value = zg_shop_table_get_setting (db, ZG_SETTING_MASK_PHONES, "", error);

  if (value == NULL)
    return FALSE;
  *wanted_out = strcmp (value, "1") == 0;
  return TRUE;
}

/**
 * zg_masked_phones_apply:
 * @db: a connection
 * @rows: (element-type ZgCustomerRow): rows of a list of customers; %NULL among them is left alone
 * @error: return location for an error
 *
 * Hides the middle of their phones, if the shop wants that. For every list that people see.
 *
 * Returns: whether the setting could be read
 */
gboolean
zg_masked_phones_apply (ZgDatabase  *db,
                        GPtrArray   *rows,
                        GError     **error)
{
  gboolean wanted;

  if (!get_wanted (db, &wanted, error))
    return FALSE;
  for (guint i = 0; i < rows->len && wanted; i++)
    {
      ZgCustomerRow *row = g_ptr_array_index (rows, i);
      g_autoptr(ZgPhone) phone = row != NULL ? zg_phone_parse (row->phone.text) : NULL;
      g_autofree char *masked = phone != NULL ? zg_phone_mask (phone) : NULL;

      if (masked != NULL && masked[0] != '\0')
        zg_personal_set_full (&row->phone, masked, ZG_DISCLOSURE_MASKED);
    }
  return TRUE;
}

/**
 * zg_masked_phones_to_text:
 * @db: a connection
 * @phone: a phone
 *
 * Returns: (transfer full): it as a list shows it; masked too when the setting can't be read
 */
char *
zg_masked_phones_to_text (ZgDatabase    *db,
                          const ZgPhone *phone)
{
  gboolean wanted;

  return get_wanted (db, &wanted, NULL) && !wanted ? zg_phone_to_text (phone) : zg_phone_mask (phone);
}
