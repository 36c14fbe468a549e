/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-parcel.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-order-parcel-private.h"
#include "zg-parcel-table.h"
#include "zg-radar-table.h"

/*
 * Orders come into a parcel and out of it here, by hand, and in zg-order-parcel-settle.c. An order that may not ship any more (a hold, a refund, closed,
 * unpaid again) leaves its parcel by itself and its timeline says so; one whose address was changed stays, because only a person
 * knows which of the two addresses is wrong: the difference is shown, and shipping asks for a reason. A parcel has two orders at
 * least, or it is none.
 */

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
has_order (GPtrArray *orders,
           gint64     id)
{
  for (guint i = 0; i < orders->len; i++)
    {
      if (((const ZgOrder *) g_ptr_array_index (orders, i))->id == id)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_not_left (GPtrArray  *orders,
                GError    **error)
{
  for (guint i = 0; i < orders->len; i++)
    {
      if (zg_parcel_has_left (g_ptr_array_index (orders, i)))
        return refuse (error, _("The parcel has left already. Take the shipment back first."));
    }
  return TRUE;
}

/* The orders, each once, with all that is in a parcel with one of them. */
static GPtrArray *
gather (ZgDatabase  *db,
        GPtrArray   *orders,
        GError     **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);

  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);

      if (!has_order (all, order->id))
        g_ptr_array_add (all, zg_order_copy (order));
    }
  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      g_autoptr(GPtrArray) mates = NULL;

      if (order->parcel_id == 0)
        continue;
      mates = zg_parcel_table_load_orders (db, order->parcel_id, error);
      if (mates == NULL || !check_not_left (mates, error))
        return NULL;
      for (guint j = 0; j < mates->len; j++)
        {
          const ZgOrder *mate = g_ptr_array_index (mates, j);

          if (!has_order (all, mate->id))
            g_ptr_array_add (all, zg_order_copy (mate));
        }
    }
  return g_steal_pointer (&all);
}

static gboolean
check_all (GPtrArray  *orders,
           GError    **error)
{
  const ZgOrder *first = g_ptr_array_index (orders, 0);
  gboolean are_together = first->parcel_id != 0;

  if (orders->len < 2)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Say two different orders."));
      return FALSE;
    }
  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      g_autoptr(GError) why = NULL;

      if (!zg_parcel_check_order (order, &why) || !zg_parcel_check_pair (first, order, &why))
        {
          /* TRANSLATORS: the number of an order, and a whole sentence why not */
          g_set_error (error, why->domain, why->code, _("Order %s: %s"), order->number, why->message);
          return FALSE;
        }
      are_together = are_together && order->parcel_id == first->parcel_id;
    }
  return !are_together || refuse (error, _("These orders are in one parcel already."));
}

/* The oldest parcel that one of them is in, or 0. */
static gint64
find_parcel (GPtrArray *orders)
{
  gint64 id = 0;

  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);

      if (order->parcel_id != 0 && (id == 0 || order->parcel_id < id))
        id = order->parcel_id;
    }
  return id;
}

/* Whoever merges two orders by hand has changed their mind about sending them apart. */
static gboolean
forget_apart (ZgDatabase  *db,
              GPtrArray   *orders,
              GError     **error)
{
  for (guint i = 0; i < orders->len; i++)
    {
      for (guint j = i + 1; j < orders->len; j++)
        {
          const ZgOrder *a = g_ptr_array_index (orders, i);
          const ZgOrder *b = g_ptr_array_index (orders, j);

          if (!zg_radar_table_clear_apart (db, a->id, b->id, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Puts all of them in @parcel; parcels that are empty then are no more. */
static gboolean
put_all (ZgDatabase  *db,
         GPtrArray   *orders,
         ZgParcel    *parcel,
         gint64       staff_id,
         ZgTime       now,
         GError     **error)
{
  g_autoptr(GHashTable) empty = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < orders->len; i++)
    {
      ZgOrder *order = g_ptr_array_index (orders, i);
      g_autofree char *others = zg_parcel_join_numbers (orders, order);

      if (order->parcel_id == parcel->id)
        continue;
      if (order->parcel_id != 0)
        g_hash_table_add (empty, g_memdup2 (&order->parcel_id, sizeof order->parcel_id));
      /* TRANSLATORS: %s is the number of another order, or several */
      if (!zg_parcel_table_put (db, order, parcel->id, error)
          || !zg_parcel_log_change (db, order, g_strdup_printf (_("In one parcel with %s"), others), staff_id, now, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, empty);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!zg_parcel_table_delete (db, *(gint64 *) id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_order_parcel_merge:
 * @db: a writing connection in a transaction
 * @orders: (element-type ZgOrder): orders as they were read; what is in a parcel with one of them comes along
 * @saved_postage: what is saved by it in minor units, or %ZG_POSTAGE_COMPUTED
 * @staff_id: who does it, or 0
 * @now: what time it is
 * @error: return location for an error
 *
 * Puts orders in one parcel: a new one, or that in which some of them are.
 *
 * Returns: the parcel; 0 with %ZG_DOMAIN_ERROR_REFUSED and a sentence that names the order when one may not, with
 *   %ZG_STORE_ERROR_STALE when somebody else changed one since it was read
 */
gint64
zg_order_parcel_merge (ZgDatabase  *db,
                       GPtrArray   *orders,
                       gint64       saved_postage,
                       gint64       staff_id,
                       ZgTime       now,
                       GError     **error)
{
  g_autoptr(GPtrArray) all = gather (db, orders, error);
  g_autoptr(ZgParcel) parcel = NULL;
  gint64 known_id;

  if (all == NULL || !check_all (all, error))
    return 0;
  known_id = find_parcel (all);
  parcel = known_id != 0 ? zg_parcel_table_load (db, known_id, error) : zg_parcel_new ();
  if (parcel == NULL)
    return 0;
  parcel->created_at = now;
  parcel->staff_id = staff_id;
  parcel->saved_postage = saved_postage != ZG_POSTAGE_COMPUTED ? saved_postage : zg_parcel_get_saved_postage (all);
  if (!(known_id != 0 ? zg_parcel_table_update (db, parcel, error) && zg_parcel_table_forget_slips (db, known_id, error)
                      : zg_parcel_table_insert (db, parcel, error)))
    return 0;
  return put_all (db, all, parcel, staff_id, now, error) && forget_apart (db, all, error) ? parcel->id : 0;
}

/**
 * zg_order_parcel_unmerge:
 * @db: a writing connection in a transaction
 * @parcel_id: a parcel
 * @version: that was read, or 0 for whatever it is
 * @staff_id: who does it, or 0
 * @now: what time it is
 * @error: return location for an error
 *
 * Takes a parcel apart: its orders go each on their own again.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when it has left, or a part of it
 */
gboolean
zg_order_parcel_unmerge (ZgDatabase  *db,
                         gint64       parcel_id,
                         gint64       version,
                         gint64       staff_id,
                         ZgTime       now,
                         GError     **error)
{
  g_autoptr(ZgParcel) parcel = zg_parcel_table_load (db, parcel_id, error);
  g_autoptr(GPtrArray) orders = parcel != NULL ? zg_parcel_table_load_orders (db, parcel_id, error) : NULL;

  if (orders == NULL)
    return FALSE;
  if (parcel->shipped_at != ZG_TIME_NONE)
    return refuse (error, _("The parcel has left already. Take the shipment back first."));
  if (!check_not_left (orders, error))
    return FALSE;
  if (version != 0)
    parcel->version = version;
  if (!zg_parcel_table_update (db, parcel, error) || !zg_parcel_table_delete (db, parcel_id, error))
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      g_autofree char *others = zg_parcel_join_numbers (orders, order);

      /* TRANSLATORS: %s is the number of another order, or several */
      if (!zg_parcel_log_change (db, order, g_strdup_printf (_("No more in one parcel with %s"), others), staff_id, now, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_order_parcel_take_out:
 * @db: a writing connection in a transaction
 * @order: an order in a parcel, as it was read
 * @staff_id: who does it, or 0
 * @now: what time it is
 * @error: return location for an error
 *
 * Takes one order out by hand; the others stay together while they are two.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when the parcel has left, or a part of it
 */
gboolean
zg_order_parcel_take_out (ZgDatabase  *db,
                          ZgOrder     *order,
                          gint64       staff_id,
                          ZgTime       now,
                          GError     **error)
{
  gint64 parcel_id = order->parcel_id;
  g_autoptr(GPtrArray) orders = zg_parcel_table_load_orders (db, parcel_id, error);

  return orders != NULL && check_not_left (orders, error)
         && zg_parcel_take_out (db, orders, order, NULL, staff_id, now, error) && zg_parcel_write (db, parcel_id, TRUE, now, error);
}
