/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-remark.h"

#include "zg-contact-table.h"
#include "zg-order-table.h"

/* Lines in a customer's timeline of what happened to an order beside its own steps: cases, promises. */

/**
 * zg_order_remark_add:
 * @db: a writing connection in a transaction
 * @order_id: an order; nobody's timeline gets a line where its customer is not known
 * @title: what it is, in the user's language
 * @text: what happened to it, in the user's language
 * @staff_id: who did it, or 0
 * @at: when
 * @error: return location for an error
 *
 * Returns: whether it stands in the timeline
 */
gboolean
zg_order_remark_add (ZgDatabase  *db,
                     gint64       order_id,
                     const char  *title,
                     const char  *text,
                     gint64       staff_id,
                     ZgTime       at,
                     GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);
  g_autoptr(ZgContact) contact = zg_contact_new ();

  if (order == NULL)
    return FALSE;
  if (order->customer_id == 0)
    return TRUE;
  contact->at = at;
  contact->kind = ZG_CONTACT_CHANGE;
  contact->customer_id = order->customer_id;
  contact->order_id = order_id;
  contact->staff_id = staff_id;
  contact->title = g_strdup (title);
  contact->text = g_strdup (text);
  return zg_contact_table_insert (db, contact, error);
}

/**
 * zg_order_remark_remove:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @title: what it was called when the line was added
 * @at: when that was
 * @error: return location for an error
 *
 * What was taken back did not happen. A line that is not there any more is none to remove.
 *
 * Returns: whether there is no such line
 */
gboolean
zg_order_remark_remove (ZgDatabase  *db,
                        gint64       order_id,
                        const char  *title,
                        ZgTime       at,
                        GError     **error)
{
  gint64 id;

  return zg_contact_table_find_change (db, order_id, title, at, &id, error)
         && (id == 0 || zg_contact_table_delete (db, id, error));
}
