/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-bulk.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-ship.h"
#include "zg-order-table.h"
#include "zg-store-error.h"

/* What the desk does with many orders at once: each goes through the gate on its own. */

/* What is about one order concerns no other. */
static gboolean
pass_by (ZgBulk        *bulk,
         gint64         id,
         const GError  *problem)
{
  if (g_error_matches (problem, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (!g_error_matches (problem, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED))
    return FALSE;
  zg_bulk_note_refused (bulk, id, problem->message);
  return TRUE;
}

/* What came with its parcel counts as done, but there is nothing to do. */
static gboolean
came_along (ZgOrderBulk   *bulk,
            const ZgOrder *order)
{
  return order->parcel_id != 0 && g_hash_table_contains (bulk->parcels, &order->parcel_id);
}

/* In one box with others it leaves with them. */
static gboolean
ship_one (ZgDatabase     *db,
          ZgOrderBulk    *bulk,
          const ZgOrder  *order,
          GError        **error)
{
  ZgShipRequest request = { .order_id = order->id, .at = zg_clock_now (bulk->bulk.clock), .staff_id = bulk->bulk.staff_id,
                            .reason = bulk->reason };

  if (came_along (bulk, order))
    return TRUE;
  if (!zg_order_ship (db, &request, bulk->bulk.clock, error))
    return FALSE;
  if (order->parcel_id != 0)
    g_hash_table_add (bulk->parcels, g_memdup2 (&order->parcel_id, sizeof order->parcel_id));
  return TRUE;
}

static gboolean
move_one (ZgDatabase   *db,
          ZgOrderBulk  *bulk,
          ZgOrder      *order,
          GError      **error)
{
  ZgOrderMoveRequest request = { .to = bulk->to, .at = zg_clock_now (bulk->bulk.clock), .actor = ZG_ACTOR_DESK,
                                 .staff_id = bulk->bulk.staff_id, .reason = bulk->reason };

  return zg_order_gate_move (db, order, &request, error);
}

/* What came after the step is not to be taken back in its place. */
static gboolean
undo_one (ZgDatabase   *db,
          ZgOrderBulk  *bulk,
          ZgOrder      *order,
          GError      **error)
{
  if (came_along (bulk, order))
    return TRUE;
  if (order->state == bulk->to)
    {
      if (bulk->to == ZG_ORDER_SHIPPED && order->parcel_id != 0)
        g_hash_table_add (bulk->parcels, g_memdup2 (&order->parcel_id, sizeof order->parcel_id));
      return zg_order_gate_undo (db, order, zg_clock_now (bulk->bulk.clock), error);
    }

  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
               /* TRANSLATORS: %s is where an order stands, "Shipped" */
               _("The order stands at “%s” by now."), zg_order_state_to_label (order->state));
  return FALSE;
}

static gboolean
set_flag (ZgDatabase   *db,
          ZgOrderBulk  *bulk,
          ZgOrder      *order,
          int           flag,
          GError      **error)
{
  if (order->flag == flag)
    return TRUE;
  g_hash_table_insert (bulk->flags, g_memdup2 (&order->id, sizeof order->id), GINT_TO_POINTER (order->flag));
  order->flag = flag;
  return zg_order_desk_save (db, order, bulk->bulk.staff_id, bulk->bulk.clock, error);
}

static gboolean
change (ZgDatabase   *db,
        ZgOrderBulk  *bulk,
        ZgOrder      *order,
        GError      **error)
{
  switch (bulk->kind)
    {
    case ZG_ORDER_BULK_MOVE:
      return bulk->to == ZG_ORDER_SHIPPED ? ship_one (db, bulk, order, error) : move_one (db, bulk, order, error);
    case ZG_ORDER_BULK_UNDO_MOVE:
      return undo_one (db, bulk, order, error);
    case ZG_ORDER_BULK_SET_FLAG:
      return set_flag (db, bulk, order, bulk->flag, error);
    case ZG_ORDER_BULK_RESTORE_FLAG:
    default:
      return set_flag (db, bulk, order, GPOINTER_TO_INT (g_hash_table_lookup (bulk->flags, &order->id)), error);
    }
}

static gboolean
run_one (ZgDatabase  *db,
         ZgBulk      *parent,
         gint64       id,
         GError     **error)
{
  ZgOrderBulk *bulk = (ZgOrderBulk *) parent;
  g_autoptr(GError) problem = NULL;
  g_autoptr(ZgOrder) order = zg_order_table_load (db, id, &problem);
  gint64 version = order != NULL ? order->version : 0;

  if (order != NULL && change (db, bulk, order, &problem))
    {
      /* What was so already needs no undo. */
      if (order->version != version || (bulk->kind == ZG_ORDER_BULK_MOVE && bulk->to == ZG_ORDER_SHIPPED))
        zg_bulk_note_done (parent, id);
      return TRUE;
    }
  if (pass_by (parent, id, problem))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
clear (ZgBulk *parent)
{
  ZgOrderBulk *bulk = (ZgOrderBulk *) parent;

  g_free (bulk->reason);
  g_hash_table_unref (bulk->flags);
  g_hash_table_unref (bulk->parcels);
}

static ZgBulk *reverse (const ZgBulk *parent);

static ZgOrderBulk *
bulk_new (ZgOrderBulkKind  kind,
          GArray          *ids,
          GHashTable      *flags,
          ZgClock         *clock)
{
  static const ZgBulkClass klass = { .run_one = run_one, .reverse = reverse, .clear = clear };
  ZgOrderBulk *bulk = zg_bulk_new (&klass, sizeof (ZgOrderBulk), ids, clock);

  bulk->kind = kind;
  bulk->flags = flags != NULL ? g_hash_table_ref (flags)
                              : g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  bulk->parcels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return bulk;
}

static ZgBulk *
reverse (const ZgBulk *parent)
{
  const ZgOrderBulk *bulk = (const ZgOrderBulk *) parent;
  ZgOrderBulk *back;

  g_return_val_if_fail (bulk->kind == ZG_ORDER_BULK_MOVE || bulk->kind == ZG_ORDER_BULK_SET_FLAG, NULL);

  back = bulk_new (bulk->kind == ZG_ORDER_BULK_MOVE ? ZG_ORDER_BULK_UNDO_MOVE : ZG_ORDER_BULK_RESTORE_FLAG,
                   parent->done_ids, bulk->flags, parent->clock);
  back->to = bulk->to;
  back->bulk.staff_id = parent->staff_id;
  return &back->bulk;
}

/**
 * zg_order_bulk_new_move:
 * @ids: (element-type gint64): which orders; a reference is kept, so nobody may change it
 * @to: where they go to
 * @reason: (nullable): why a rule is overridden
 * @clock: what time it is
 *
 * Returns: (transfer full): a change that is not done yet
 */
ZgOrderBulk *
zg_order_bulk_new_move (GArray       *ids,
                        ZgOrderState  to,
                        const char   *reason,
                        ZgClock      *clock)
{
  ZgOrderBulk *bulk = bulk_new (ZG_ORDER_BULK_MOVE, ids, NULL, clock);

  bulk->to = to;
  bulk->reason = g_strdup (reason);
  return bulk;
}

/**
 * zg_order_bulk_new_flag:
 * @ids: (element-type gint64): which orders; a reference is kept, so nobody may change it
 * @flag: which flag they get, 0 to 5
 * @clock: what time it is
 *
 * Returns: (transfer full): a change that is not done yet
 */
ZgOrderBulk *
zg_order_bulk_new_flag (GArray  *ids,
                        int      flag,
                        ZgClock *clock)
{
  ZgOrderBulk *bulk = bulk_new (ZG_ORDER_BULK_SET_FLAG, ids, NULL, clock);

  bulk->flag = flag;
  return bulk;
}
