/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-check-desk.h"

#include "zg-check-table.h"
#include "zg-order-desk.h"

/**
 * zg_check_desk_save:
 * @db: a writing connection in a transaction
 * @form: the confirmation list as the shop wants it, with the version that was read; gets the new version
 * @clock: what time it is
 * @error: return location for an error
 *
 * Saves the list and asks of each order that is not shipped yet whether it is confirmed by the new one: a row that was
 * added holds up an order whose list was complete, and one that was switched off may be the last that was missing. Orders
 * that were shipped keep what they were. To take it back, save the former list with the new version.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when @form is no list, with %ZG_STORE_ERROR_STALE when somebody else
 *   saved it since it was read
 */
gboolean
zg_check_desk_save (ZgDatabase   *db,
                    ZgCheckForm  *form,
                    ZgClock      *clock,
                    GError      **error)
{
  g_autoptr(GArray) orders = NULL;

  if (!zg_check_form_validate (form, error) || !zg_check_table_save (db, form, error))
    return FALSE;
  orders = zg_check_table_list_open_orders (db, error);
  if (orders == NULL)
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    if (!zg_order_desk_reconsider (db, g_array_index (orders, gint64, i), clock, error))
      return FALSE;
  return TRUE;
}
