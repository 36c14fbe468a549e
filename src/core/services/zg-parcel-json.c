/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-parcel-json.h"

#include "zg-parcel-difference.h"
#include "zg-record-json.h"
#include "zg-shipment.h"

/* Parcels and shipments as the command line prints them. */

/**
 * zg_parcel_json_new:
 * @parcel: a parcel
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): it, with the numbers of its orders
 */
JsonObject *
zg_parcel_json_new (const ZgParcel *parcel,
                    GTimeZone      *zone)
{
  JsonObject *object = json_object_new ();

  zg_json_set_id (object, "id", parcel->id);
  json_object_set_array_member (object, "orders", zg_json_new_strings (parcel->numbers));
  zg_json_set_money (object, "saved_postage", parcel->saved_postage, parcel->currency);
  zg_json_set_text (object, "currency", parcel->currency);
  zg_json_set_time (object, "shipped_at", parcel->shipped_at, zone);
  return object;
}

/**
 * zg_parcel_json_differences:
 * @orders: (element-type ZgOrder): orders of one parcel
 * @zone: the zone to tell times in
 *
 * Returns: (transfer full): in what they differ
 */
JsonArray *
zg_parcel_json_differences (GPtrArray *orders,
                            GTimeZone *zone)
{
  g_autoptr(GPtrArray) differences = zg_parcel_list_differences (orders, zone);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < differences->len; i++)
    {
      const ZgParcelDifference *difference = g_ptr_array_index (differences, i);
      JsonObject *object = json_object_new ();
      JsonArray *values = json_array_new ();

      for (guint j = 0; j < difference->values->len; j++)
        {
          const char *value = g_ptr_array_index (difference->values, j);

          if (value[0] != '\0')
            json_array_add_string_element (values, value);
          else
            json_array_add_null_element (values);
        }
      zg_json_set_text (object, "field", zg_parcel_field_to_word (difference->field));
      json_object_set_boolean_member (object, "warning", difference->is_warning);
      json_object_set_array_member (object, "values", values);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * zg_parcel_json_suggestion:
 * @orders: (element-type ZgOrder): orders that may go in one parcel
 * @parcel_id: the parcel in which some of them are already, or 0
 * @zone: the zone to tell times in
 *
 * Returns: (transfer full): a suggestion of the radar
 */
JsonObject *
zg_parcel_json_suggestion (GPtrArray *orders,
                           gint64     parcel_id,
                           GTimeZone *zone)
{
  const ZgOrder *first = g_ptr_array_index (orders, 0);
  g_autofree char *address = first->address != NULL ? zg_address_to_text (first->address) : NULL;
  JsonObject *object = json_object_new ();
  JsonArray *numbers = json_array_new ();

  for (guint i = 0; i < orders->len; i++)
    json_array_add_string_element (numbers, ((const ZgOrder *) g_ptr_array_index (orders, i))->number);
  zg_json_set_text (object, "recipient", first->recipient.text);
  zg_json_set_text (object, "phone", first->phone.text);
  zg_json_set_text (object, "address", address);
  json_object_set_array_member (object, "orders", numbers);
  zg_json_set_id (object, "parcel", parcel_id);
  zg_json_set_money (object, "saved_postage", zg_parcel_get_saved_postage (orders), first->currency);
  zg_json_set_text (object, "currency", first->currency);
  json_object_set_array_member (object, "differences", zg_parcel_json_differences (orders, zone));
  return object;
}

/* Which line of the order it is, from 1. */
static gint64
find_line (const ZgOrder *order,
           gint64         item_id)
{
  for (guint i = 0; i < order->items->len; i++)
    {
      if (((const ZgOrderItem *) g_ptr_array_index (order->items, i))->id == item_id)
        return i + 1;
    }
  return 0;
}

/**
 * zg_parcel_json_shipments:
 * @order: an order
 * @shipments: (element-type ZgShipment): what left of it
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): them; items by the line of the order, from 1
 */
JsonArray *
zg_parcel_json_shipments (const ZgOrder *order,
                          GPtrArray     *shipments,
                          GTimeZone     *zone)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < shipments->len; i++)
    {
      const ZgShipment *shipment = g_ptr_array_index (shipments, i);
      JsonObject *object = json_object_new ();
      JsonArray *items = json_array_new ();

      for (guint j = 0; j < shipment->pieces->len; j++)
        {
          const ZgShipPiece *piece = &g_array_index (shipment->pieces, ZgShipPiece, j);
          JsonObject *item = json_object_new ();

          json_object_set_int_member (item, "line", find_line (order, piece->item_id));
          json_object_set_int_member (item, "quantity", piece->quantity);
          json_array_add_object_element (items, item);
        }
      zg_json_set_time (object, "at", shipment->at, zone);
      zg_json_set_text (object, "courier", shipment->courier);
      zg_json_set_text (object, "tracking", shipment->tracking);
      zg_json_set_text (object, "by", shipment->staff_name);
      zg_json_set_text (object, "note", shipment->note);
      json_object_set_array_member (object, "items", items);
      json_array_add_object_element (array, object);
    }
  return array;
}
