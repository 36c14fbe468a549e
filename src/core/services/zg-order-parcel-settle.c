/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-contact-table.h"
#include "zg-order-parcel-private.h"
#include "zg-order-parcel.h"
#include "zg-order-table.h"
#include "zg-parcel-table.h"

/* What follows for a parcel when one of its orders moves, is held, or leaves it. */

/**
 * zg_parcel_join_numbers:
 * @orders: (element-type ZgOrder): orders
 * @but: one of them, in whose timeline it is going to stand
 *
 * Returns: (transfer full): the numbers of the others, for a sentence; what is another customer's is not named
 */
char *
zg_parcel_join_numbers (GPtrArray     *orders,
                        const ZgOrder *but)
{
  g_autoptr(GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);

      if (order->id == but->id)
        continue;
      /* Nobody's number stands in somebody else's timeline, where it would outlast them. */
      g_ptr_array_add (numbers, order->customer_id == but->customer_id ? order->number : _("another customer's order"));
    }
  g_ptr_array_add (numbers, NULL);
  /* TRANSLATORS: between the numbers of orders in a sentence */
  return g_strjoinv (_(", "), (char **) numbers->pdata);
}

/**
 * zg_parcel_log_change:
 * @db: a writing connection in a transaction
 * @order: an order
 * @text: (transfer full): what became of it
 * @staff_id: who did it, or 0
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: whether the timeline of the order's customer says it
 */
gboolean
zg_parcel_log_change (ZgDatabase     *db,
                      const ZgOrder  *order,
                      char           *text,
                      gint64          staff_id,
                      ZgTime          now,
                      GError        **error)
{
  g_autoptr(ZgContact) contact = zg_contact_new ();

  contact->at = now;
  contact->kind = ZG_CONTACT_CHANGE;
  contact->customer_id = order->customer_id;
  contact->order_id = order->id;
  contact->staff_id = staff_id;
  contact->title = g_strdup (_("Parcel"));
  contact->text = text;
  return zg_contact_table_insert (db, contact, error);
}

/**
 * zg_parcel_take_out:
 * @db: a writing connection in a transaction
 * @orders: (element-type ZgOrder): those of a parcel
 * @order: one of them
 * @why: (nullable): a sentence
 * @staff_id: who does it, or 0
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is out; followed by zg_parcel_write()
 */
gboolean
zg_parcel_take_out (ZgDatabase  *db,
                    GPtrArray   *orders,
                    ZgOrder     *order,
                    const char  *why,
                    gint64       staff_id,
                    ZgTime       now,
                    GError     **error)
{
  g_autofree char *others = zg_parcel_join_numbers (orders, order);
  g_autofree char *text = g_strdup_printf (_("No more in one parcel with %s"), others);

  return zg_parcel_table_put (db, order, 0, error)
         && zg_parcel_log_change (db, order, why != NULL ? g_strjoin ("   ", text, why, NULL) : g_strdup (text), staff_id, now, error);
}

static gboolean
is_over (GPtrArray *orders)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);

      if (!zg_parcel_has_left (order) && order->state != ZG_ORDER_CLOSED)
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_parcel_write:
 * @db: a writing connection in a transaction
 * @parcel_id: a parcel of which orders were taken out, or have moved
 * @has_lost: whether orders were taken out
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is right what the parcel saves and when it left, and that it has two orders at least
 */
gboolean
zg_parcel_write (ZgDatabase  *db,
                 gint64       parcel_id,
                 gboolean     has_lost,
                 ZgTime       now,
                 GError     **error)
{
  g_autoptr(ZgParcel) parcel = zg_parcel_table_load (db, parcel_id, error);
  g_autoptr(GPtrArray) orders = parcel != NULL ? zg_parcel_table_load_orders (db, parcel_id, error) : NULL;
  gboolean has_left;

  if (orders == NULL)
    return FALSE;
  if (orders->len < 2)
    return zg_parcel_table_delete (db, parcel_id, error);
  has_left = is_over (orders);
  if (!has_lost && has_left == (parcel->shipped_at != ZG_TIME_NONE))
    return TRUE;
  if (has_lost)
    parcel->saved_postage = zg_parcel_get_saved_postage (orders);
  parcel->shipped_at = !has_left ? ZG_TIME_NONE : parcel->shipped_at != ZG_TIME_NONE ? parcel->shipped_at : now;
  return zg_parcel_table_update (db, parcel, error) && (!has_lost || zg_parcel_table_forget_slips (db, parcel_id, error));
}

/* The order as a caller has it goes where the row went. */
static gboolean
follow_row (ZgDatabase  *db,
            ZgOrder     *order,
            GError     **error)
{
  g_autoptr(ZgOrder) row = zg_order_table_load (db, order->id, error);

  if (row == NULL)
    return FALSE;
  order->parcel_id = row->parcel_id;
  return TRUE;
}

/**
 * zg_order_parcel_settle:
 * @db: a writing connection in a transaction
 * @order: an order that was just moved, paid, held or edited, and written; gets its parcel
 * @now: what time it is
 * @error: return location for an error
 *
 * Whatever changes where an order stands or what holds it ends with this: orders that may not ship leave the parcel, and the
 * parcel has left when the last of them has.
 *
 * Returns: whether the parcel is right
 */
gboolean
zg_order_parcel_settle (ZgDatabase  *db,
                        ZgOrder     *order,
                        ZgTime       now,
                        GError     **error)
{
  gint64 parcel_id = order->parcel_id;
  g_autoptr(ZgParcel) parcel = NULL;
  g_autoptr(GPtrArray) orders = NULL;
  gboolean has_lost = FALSE;

  if (parcel_id == 0)
    return TRUE;
  parcel = zg_parcel_table_load (db, parcel_id, error);
  orders = parcel != NULL ? zg_parcel_table_load_orders (db, parcel_id, error) : NULL;
  if (orders == NULL)
    return FALSE;
  /* What is closed after it left was in the box all the same. */
  if (parcel->shipped_at != ZG_TIME_NONE && is_over (orders))
    return TRUE;

  for (guint i = 0; i < orders->len; i++)
    {
      ZgOrder *mate = g_ptr_array_index (orders, i);
      g_autoptr(GError) why = NULL;

      if (zg_parcel_keeps (mate))
        continue;
      zg_parcel_check_order (mate, &why);
      has_lost = TRUE;
      if (!zg_parcel_take_out (db, orders, mate, why->message, 0, now, error))
        return FALSE;
    }
  return zg_parcel_write (db, parcel_id, has_lost, now, error) && follow_row (db, order, error);
}

/**
 * zg_order_parcel_settle_id:
 * @db: a writing connection in a transaction
 * @order_id: an order that something else than an edit has held or let go
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: whether its parcel is right, if it is in one
 */
gboolean
zg_order_parcel_settle_id (ZgDatabase  *db,
                           gint64       order_id,
                           ZgTime       now,
                           GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);

  return order != NULL && zg_order_parcel_settle (db, order, now, error);
}

/**
 * zg_order_parcel_sweep:
 * @db: a writing connection in a transaction
 * @now: what time it is
 * @error: return location for an error
 *
 * For what writes many orders at once and not one by one: settles all parcels that have not left.
 *
 * Returns: whether all parcels are right
 */
gboolean
zg_order_parcel_sweep (ZgDatabase  *db,
                       ZgTime       now,
                       GError     **error)
{
  g_autoptr(GArray) ids = zg_parcel_table_list_doubtful (db, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (!zg_order_parcel_settle_id (db, g_array_index (ids, gint64, i), now, error))
        return FALSE;
    }
  return ids != NULL;
}
