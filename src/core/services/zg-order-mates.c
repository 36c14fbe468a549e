/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-mates.h"

#include "zg-contact-table.h"
#include "zg-merge-radar.h"
#include "zg-order-table.h"
#include "zg-parcel.h"
#include "zg-parcel-table.h"
#include "zg-radar-table.h"
#include "zg-reply.h"

/* What left longer ago has been asked for, or has arrived. */
#define ANNOUNCE_DAYS 7

/**
 * zg_order_mates_free:
 * @mates: (transfer full): what zg_order_mates_load() gave
 */
void
zg_order_mates_free (ZgOrderMates *mates)
{
  g_ptr_array_unref (mates->parcel);
  g_ptr_array_unref (mates->ready);
  g_ptr_array_unref (mates->unpaid);
  g_free (mates);
}

static gboolean
add_order (ZgDatabase  *db,
           GPtrArray   *orders,
           gint64       id,
           GError     **error)
{
  ZgOrder *order = zg_order_table_load (db, id, error);

  if (order == NULL)
    return FALSE;
  g_ptr_array_add (orders, order);
  return TRUE;
}

static gboolean
load_parcel (ZgDatabase     *db,
             const ZgOrder  *order,
             GPtrArray      *others,
             GError        **error)
{
  g_autoptr(GPtrArray) orders = NULL;

  if (order->parcel_id == 0)
    return TRUE;
  orders = zg_parcel_table_load_orders (db, order->parcel_id, error);
  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      const ZgOrder *other = g_ptr_array_index (orders, i);

      if (other->id != order->id)
        g_ptr_array_add (others, zg_order_copy (other));
    }
  return orders != NULL;
}

static gboolean
load_ready (ZgDatabase     *db,
            const ZgOrder  *order,
            GPtrArray      *ready,
            GError        **error)
{
  g_autoptr(GArray) ids = zg_merge_radar_find (db, order->id, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (!add_order (db, ready, g_array_index (ids, gint64, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_unpaid (ZgDatabase     *db,
             const ZgOrder  *order,
             GPtrArray      *unpaid,
             GError        **error)
{
  gboolean at_door = zg_parcel_is_paid_at_door (order);
  g_autoptr(GArray) rows = zg_radar_table_list_unpaid (db, order->id, error);
  g_autoptr(GHashTable) apart = rows != NULL ? zg_radar_table_load_apart_of (db, order->id, error) : NULL;

  if (apart == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ZgRadarRow *row = &g_array_index (rows, ZgRadarRow, i);

      if (row->is_paid_at_door == at_door && !zg_radar_is_apart (apart, order->id, row->order_id)
          && !add_order (db, unpaid, row->order_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
look_for_notice (ZgDatabase     *db,
                 const ZgOrder  *order,
                 ZgTime          now,
                 gboolean       *is_unannounced_out,
                 GError        **error)
{
  gboolean is_told;

  *is_unannounced_out = FALSE;
  if (order->state != ZG_ORDER_SHIPPED || order->shipped_at == ZG_TIME_NONE
      || now - order->shipped_at > ANNOUNCE_DAYS * ZG_TIME_DAY)
    return TRUE;
  if (!zg_contact_table_find_copy (db, order->id, 1u << ZG_STAGE_SHIPPING, order->tracking, order->shipped_at, &is_told, error))
    return FALSE;
  *is_unannounced_out = !is_told;
  return TRUE;
}

/**
 * zg_order_mates_load:
 * @db: a connection
 * @order: an order
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is beside it
 */
ZgOrderMates *
zg_order_mates_load (ZgDatabase     *db,
                     const ZgOrder  *order,
                     ZgTime          now,
                     GError        **error)
{
  g_autoptr(ZgOrderMates) mates = g_new0 (ZgOrderMates, 1);

  mates->parcel = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  mates->ready = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  mates->unpaid = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  if (!load_parcel (db, order, mates->parcel, error)
      || !load_ready (db, order, mates->ready, error)
      || !load_unpaid (db, order, mates->unpaid, error)
      || !look_for_notice (db, order, now, &mates->is_unannounced, error))
    return NULL;
  return g_steal_pointer (&mates);
}
