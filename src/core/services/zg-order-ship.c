/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-ship.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-sent.h"
#include "zg-order-table.h"
#include "zg-parcel-table.h"
#include "zg-shipment-table.h"

/*
 * Sends an order, a part of it, or all orders of a parcel: through the gate, all of them or none. What is said of courier and
 * number is written to the orders first, as an edit, so that a tick on the courier drops before the gate looks at the list.
 */

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return stripped[0] == '\0';
}

/* The order, and what waits in one parcel with it. */
static GPtrArray *
load_orders (ZgDatabase           *db,
             const ZgShipRequest  *request,
             GError              **error)
{
  g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  ZgOrder *order = zg_order_table_load (db, request->order_id, error);
  g_autoptr(GPtrArray) mates = NULL;

  if (order == NULL)
    return NULL;
  g_ptr_array_add (orders, order);
  if (request->version != 0)
    order->version = request->version;
  if (order->parcel_id == 0)
    return g_steal_pointer (&orders);
  mates = zg_parcel_table_load_orders (db, order->parcel_id, error);
  for (guint i = 0; mates != NULL && i < mates->len; i++)
    {
      const ZgOrder *mate = g_ptr_array_index (mates, i);

      if (mate->id != order->id && !zg_parcel_has_left (mate))
        g_ptr_array_add (orders, zg_order_copy (mate));
    }
  return mates != NULL ? g_steal_pointer (&orders) : NULL;
}

/* A parcel goes to one address. Whoever sends two there knows why, and says so. */
static gboolean
check_addresses (GPtrArray   *orders,
                 const char  *reason,
                 GError     **error)
{
  const ZgOrder *first = g_ptr_array_index (orders, 0);

  for (guint i = 1; is_blank (reason) && i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);

      if (!zg_parcel_address_differs (first, order))
        continue;
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                   /* TRANSLATORS: both %s are numbers of orders */
                   _("Orders %s and %s of this parcel have different addresses. Say why they go together all the same."),
                   first->number, order->number);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_news (const char *known,
         const char *said)
{
  return said != NULL && g_strcmp0 (known != NULL ? known : "", said) != 0;
}

static gboolean
write_carrier (ZgDatabase           *db,
               ZgOrder              *order,
               const ZgShipRequest  *request,
               ZgClock              *clock,
               GError              **error)
{
  gboolean has_courier = is_news (order->courier, request->courier);
  gboolean has_tracking = is_news (order->tracking, request->tracking);

  if (has_courier)
    {
      g_free (order->courier);
      order->courier = g_strdup (request->courier);
    }
  if (has_tracking)
    {
      g_free (order->tracking);
      order->tracking = g_strdup (request->tracking);
    }
  return (!has_courier && !has_tracking) || zg_order_desk_save (db, order, request->staff_id, clock, error);
}

/* Asks the gate for all of them, and names each that it refuses, a line each. */
static gboolean
check_all (ZgDatabase                *db,
           GPtrArray                 *orders,
           const ZgOrderMoveRequest  *move,
           GError                   **error)
{
  g_autoptr(GString) refusals = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      g_autoptr(GError) why = NULL;
      g_autofree char *line = NULL;

      if (zg_order_gate_check (db, order, move, &why))
        continue;
      if (orders->len == 1 || why->domain != ZG_DOMAIN_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return FALSE;
        }
      line = g_strdup_printf (_("Order %s: %s"), order->number, why->message);
      g_string_append_printf (refusals, "%s%s", refusals->len > 0 ? "\n" : "", line);
    }
  return refusals->len == 0 || refuse (error, refusals->str);
}

static gboolean
ship_part (ZgDatabase           *db,
           ZgOrder              *order,
           const ZgShipRequest  *request,
           GError              **error)
{
  g_autoptr(ZgShipment) shipment = zg_shipment_new ();

  g_array_append_vals (shipment->pieces, request->pieces->data, request->pieces->len);
  shipment->at = request->at;
  shipment->staff_id = request->staff_id;
  shipment->note = g_strdup (request->reason);
  return zg_order_sent_note (db, order, shipment, error);
}

/* Whether what is asked for is a part of the only order. */
static gboolean
is_part (ZgDatabase           *db,
         GPtrArray            *orders,
         const ZgShipRequest  *request,
         gboolean             *is_part_out,
         GError              **error)
{
  const ZgOrder *order = g_ptr_array_index (orders, 0);
  g_autoptr(GPtrArray) shipments = NULL;
  gboolean is_rest;

  *is_part_out = FALSE;
  if (request->pieces == NULL)
    return TRUE;
  if (orders->len > 1)
    return refuse (error, _("The order is in a parcel with others. Send the whole parcel, or take it apart first."));
  shipments = zg_shipment_table_list (db, order->id, error);
  if (shipments == NULL || !zg_shipment_check (order, shipments, request->pieces, &is_rest, error))
    return FALSE;
  *is_part_out = !is_rest;
  return TRUE;
}

/**
 * zg_order_ship:
 * @db: a writing connection in a transaction
 * @request: what is wished
 * @clock: what time it is
 * @error: return location for an error
 *
 * Sends an order with all that shares its parcel, or a part of an order that goes alone. The order is shipped when all of its
 * pieces have left.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED and a line for each order that may not leave, with %ZG_STORE_ERROR_STALE when
 *   somebody else changed the order since it was read; the transaction has to be taken back then
 */
gboolean
zg_order_ship (ZgDatabase           *db,
               const ZgShipRequest  *request,
               ZgClock              *clock,
               GError              **error)
{
  g_autoptr(GPtrArray) orders = load_orders (db, request, error);
  ZgOrderMoveRequest move = {
    .to = ZG_ORDER_SHIPPED, .at = request->at, .actor = ZG_ACTOR_DESK, .staff_id = request->staff_id,
    .reason = request->reason, .with_parcel = TRUE,
  };
  gboolean only_part;

  if (orders == NULL || !is_part (db, orders, request, &only_part, error)
      || !check_addresses (orders, request->reason, error))
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    {
      if (!write_carrier (db, g_ptr_array_index (orders, i), request, clock, error))
        return FALSE;
    }
  if (!check_all (db, orders, &move, error))
    return FALSE;
  if (only_part)
    return ship_part (db, g_ptr_array_index (orders, 0), request, error);
  for (guint i = 0; i < orders->len; i++)
    {
      if (!zg_order_gate_move (db, g_ptr_array_index (orders, i), &move, error))
        return FALSE;
    }
  return TRUE;
}
