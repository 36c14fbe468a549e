/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-record-json.h"

#include "zg-case-json.h"
#include "zg-chase-json.h"
#include "zg-money.h"
#include "zg-order-state-table.h"
#include "zg-parcel-json.h"
#include "zg-payment.h"
#include "zg-timeline.h"
#include "zg-slip-mark.h"

/* Absent is null, never an empty text: a reader can tell "nothing known" from "empty". */

/**
 * zg_json_set_text:
 * @object: an object
 * @key: a key
 * @text: (nullable): a text; %NULL and the empty text become null
 */
void
zg_json_set_text (JsonObject *object,
                  const char *key,
                  const char *text)
{
  if (text != NULL && text[0] != '\0')
    json_object_set_string_member (object, key, text);
  else
    json_object_set_null_member (object, key);
}

/**
 * zg_json_set_id:
 * @object: an object
 * @key: a key
 * @id: a row id; 0 becomes null. Ids are text: no reader may round them
 */
void
zg_json_set_id (JsonObject *object,
                const char *key,
                gint64      id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  zg_json_set_text (object, key, text);
}

/**
 * zg_json_set_time:
 * @object: an object
 * @key: a key
 * @time: a time; %ZG_TIME_NONE becomes null
 * @zone: the zone to write it in
 */
void
zg_json_set_time (JsonObject *object,
                  const char *key,
                  ZgTime      time,
                  GTimeZone  *zone)
{
  g_autofree char *text = time != ZG_TIME_NONE ? zg_time_to_iso (time, zone) : NULL;

  zg_json_set_text (object, key, text);
}

/**
 * zg_json_set_money:
 * @object: an object
 * @key: a key
 * @minor: minor units
 * @currency: ISO 4217 code
 */
void
zg_json_set_money (JsonObject *object,
                   const char *key,
                   gint64      minor,
                   const char *currency)
{
  g_autofree char *text = zg_money_to_decimal (minor, currency);

  zg_json_set_text (object, key, text);
}

/**
 * zg_json_take_object:
 * @object: (transfer full): an object
 *
 * Returns: (transfer full): it as a document
 */
JsonNode *
zg_json_take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

/**
 * zg_json_new_strings:
 * @strings: (element-type utf8): texts
 *
 * Returns: (transfer full): an array of them
 */
JsonArray *
zg_json_new_strings (GPtrArray *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < strings->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (strings, i));
  return array;
}

/**
 * zg_json_new_address:
 * @address: an address
 *
 * Returns: (transfer full): the address, as text and by its parts
 */
JsonObject *
zg_json_new_address (const ZgAddress *address)
{
  JsonObject *object = json_object_new ();
  g_autofree char *text = zg_address_to_text (address);

  zg_json_set_text (object, "text", text);
  zg_json_set_text (object, "province", address->province);
  zg_json_set_text (object, "city", address->city);
  zg_json_set_text (object, "district", address->district);
  zg_json_set_text (object, "detail", address->detail);
  zg_json_set_text (object, "postcode", address->postcode);
  return object;
}

static void
add_order_money (JsonObject    *object,
                 const ZgOrder *order)
{
  zg_json_set_text (object, "currency", order->currency);
  zg_json_set_money (object, "goods", order->goods, order->currency);
  zg_json_set_money (object, "postage", order->postage, order->currency);
  zg_json_set_money (object, "total", order->total, order->currency);
  zg_json_set_money (object, "paid", order->paid, order->currency);
}

static void
add_order_times (JsonObject    *object,
                 const ZgOrder *order,
                 GTimeZone     *zone)
{
  zg_json_set_time (object, "ordered_at", order->ordered_at, zone);
  zg_json_set_time (object, "paid_at", order->paid_at, zone);
  zg_json_set_time (object, "packed_at", order->packed_at, zone);
  zg_json_set_time (object, "shipped_at", order->shipped_at, zone);
  zg_json_set_time (object, "received_at", order->received_at, zone);
  zg_json_set_time (object, "completed_at", order->completed_at, zone);
  zg_json_set_time (object, "closed_at", order->closed_at, zone);
  zg_json_set_time (object, "ship_by", order->ship_by, zone);
}

static JsonObject *
make_recipient (const ZgOrder *order)
{
  JsonObject *object = json_object_new ();
  JsonArray *hidden = json_array_new ();
  g_autofree char *address = order->address != NULL ? zg_address_to_text (order->address) : NULL;

  zg_json_set_text (object, "name", order->recipient.text);
  zg_json_set_text (object, "phone", order->phone.text);
  zg_json_set_text (object, "address", address);
  if (zg_disclosure_is_hidden (order->recipient.disclosure))
    json_array_add_string_element (hidden, "name");
  if (zg_disclosure_is_hidden (order->phone.disclosure))
    json_array_add_string_element (hidden, "phone");
  if (order->address != NULL && zg_disclosure_is_hidden (order->address->disclosure))
    json_array_add_string_element (hidden, "address");
  json_object_set_array_member (object, "hidden", hidden);
  return object;
}

static JsonArray *
make_items (const ZgOrder *order)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);
      JsonObject *object = json_object_new ();

      zg_json_set_text (object, "title", item->title);
      zg_json_set_text (object, "colour", item->colour);
      zg_json_set_text (object, "size", item->size);
      zg_json_set_text (object, "sku", item->sku);
      json_object_set_int_member (object, "quantity", item->quantity);
      zg_json_set_money (object, "price", item->price, order->currency);
      json_array_add_object_element (items, object);
    }
  return items;
}

/* When it was printed, and whether it would say something else now. */
static JsonObject *
make_slip (const ZgOrder *order,
           GTimeZone     *zone)
{
  JsonObject *object = json_object_new ();

  zg_json_set_time (object, "printed_at", order->slip_printed_at, zone);
  json_object_set_boolean_member (object, "outdated", zg_slip_is_outdated (order));
  return object;
}

static JsonArray *
make_payments (GPtrArray  *payments,
               const char *currency,
               GTimeZone  *zone)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < payments->len; i++)
    {
      const ZgPayment *payment = g_ptr_array_index (payments, i);
      JsonObject *object = json_object_new ();

      zg_json_set_time (object, "at", payment->at, zone);
      zg_json_set_text (object, "kind", zg_payment_kind_to_word (payment->kind));
      zg_json_set_money (object, "amount", payment->amount, currency);
      zg_json_set_text (object, "method", payment->method);
      zg_json_set_text (object, "by", payment->staff_name);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
make_checklist (GPtrArray *rows,
                GTimeZone *zone)
{
  JsonArray *checklist = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const ZgCheckRow *row = g_ptr_array_index (rows, i);
      JsonObject *object = json_object_new ();

      zg_json_set_text (object, "key", zg_check_to_key (row->check));
      zg_json_set_text (object, "label", row->label);
      zg_json_set_text (object, "kind", zg_check_is_human (row->check) ? "human" : "computed");
      zg_json_set_text (object, "state", zg_check_state_to_word (row->state));
      zg_json_set_text (object, "value", row->value);
      zg_json_set_text (object, "by", row->by);
      zg_json_set_time (object, "at", row->at, zone);
      zg_json_set_text (object, "note", row->note);
      json_array_add_object_element (checklist, object);
    }
  return checklist;
}

static JsonArray *
make_history (GPtrArray *moves,
              GTimeZone *zone)
{
  JsonArray *history = json_array_new ();

  for (guint i = 0; i < moves->len; i++)
    {
      const ZgOrderMove *move = g_ptr_array_index (moves, i);
      JsonObject *object = json_object_new ();

      zg_json_set_time (object, "at", move->at, zone);
      zg_json_set_text (object, "from", zg_order_state_to_word (move->from));
      zg_json_set_text (object, "to", zg_order_state_to_word (move->to));
      zg_json_set_text (object, "actor", move->actor == ZG_ACTOR_PLATFORM ? "platform" : "desk");
      zg_json_set_text (object, "by", move->staff_name);
      zg_json_set_text (object, "reason", move->reason);
      json_object_set_boolean_member (object, "undone", move->undone);
      json_array_add_object_element (history, object);
    }
  return history;
}

static JsonArray *
make_holds (ZgHold holds)
{
  JsonArray *array = json_array_new ();

  for (int bit = 1; bit < 1 << ZG_N_HOLDS; bit <<= 1)
    {
      if (holds & bit)
        json_array_add_string_element (array, zg_hold_to_word (bit));
    }
  return array;
}

/**
 * zg_record_json_order:
 * @file: an order with what belongs to it
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): the order as `order show` prints it
 */
JsonNode *
zg_record_json_order (const ZgOrderFile *file,
                      GTimeZone         *zone)
{
  const ZgOrder *order = file->order;
  JsonObject *object = json_object_new ();

  zg_json_set_id (object, "id", order->id);
  zg_json_set_text (object, "uid", order->uid);
  zg_json_set_text (object, "number", order->number);
  zg_json_set_text (object, "platform", order->platform);
  zg_json_set_text (object, "shop", order->shop);
  zg_json_set_text (object, "status", zg_order_state_to_word (order->state));
  zg_json_set_text (object, "platform_status",
                    order->facts != NULL && order->facts->state != ZG_ORDER_STATE_UNKNOWN
                    ? zg_order_state_to_word (order->facts->state) : NULL);
  zg_json_set_text (object, "platform_text", order->facts != NULL ? order->facts->state_text : NULL);
  zg_json_set_time (object, "evidence_at", order->facts != NULL ? order->facts->evidence_at : ZG_TIME_NONE, zone);
  zg_json_set_text (object, "refund", order->facts != NULL ? order->facts->refund_state : NULL);
  zg_json_set_time (object, "confirmed", order->confirmed_at, zone);
  json_object_set_array_member (object, "hold", make_holds (order->holds));
  zg_json_set_id (object, "customer", order->customer_id);
  zg_json_set_text (object, "customer_name", file->customer != NULL ? zg_customer_get_call_name (file->customer) : NULL);
  add_order_money (object, order);
  add_order_times (object, order, zone);
  json_object_set_object_member (object, "recipient", make_recipient (order));
  zg_json_set_text (object, "courier", order->courier);
  zg_json_set_text (object, "tracking", order->tracking);
  zg_json_set_text (object, "buyer_note", order->buyer_note);
  zg_json_set_text (object, "seller_note", order->seller_note);
  json_object_set_int_member (object, "flag", order->flag);
  json_object_set_array_member (object, "items", make_items (order));
  json_object_set_array_member (object, "payments", make_payments (file->payments, order->currency, zone));
  json_object_set_object_member (object, "chase", zg_chase_json_new (file->chase, zone));
  json_object_set_array_member (object, "cases", zg_case_json_new_list (file->cases, zone));
  json_object_set_array_member (object, "promises", zg_promise_json_new_list (file->promises, zone));
  json_object_set_array_member (object, "shipments", zg_parcel_json_shipments (order, file->shipments, zone));
  json_object_set_boolean_member (object, "partly_shipped", order->partly_shipped);
  if (file->parcel != NULL)
    json_object_set_object_member (object, "parcel", zg_parcel_json_new (file->parcel, zone));
  else
    json_object_set_null_member (object, "parcel");
  json_object_set_object_member (object, "slip", make_slip (order, zone));
  json_object_set_array_member (object, "checklist", make_checklist (file->rows, zone));
  json_object_set_array_member (object, "history", make_history (file->history, zone));
  return zg_json_take_object (object);
}

/**
 * zg_record_json_reply:
 * @reply: a reply
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): the reply as `reply show` prints it
 */
JsonNode *
zg_record_json_reply (const ZgReply *reply,
                      GTimeZone     *zone)
{
  JsonObject *object = json_object_new ();
  JsonArray *stages = json_array_new ();

  for (int stage = 0; stage < ZG_N_STAGES; stage++)
    {
      if (reply->stages & (1u << stage))
        json_array_add_string_element (stages, zg_stage_to_word (stage));
    }

  zg_json_set_id (object, "id", reply->id);
  zg_json_set_text (object, "uid", reply->uid);
  zg_json_set_text (object, "title", reply->title);
  zg_json_set_text (object, "group", reply->group_name);
  json_object_set_array_member (object, "stages", stages);
  zg_json_set_text (object, "shortcode", reply->shortcode);
  json_object_set_string_member (object, "body", reply->body);
  json_object_set_array_member (object, "variants", zg_json_new_strings (reply->variants));
  json_object_set_array_member (object, "keywords", zg_json_new_strings (reply->keywords));
  json_object_set_boolean_member (object, "favourite", reply->favourite);
  json_object_set_int_member (object, "uses", reply->use_count);
  zg_json_set_time (object, "last_used_at", reply->last_used_at, zone);
  return zg_json_take_object (object);
}

/**
 * zg_record_json_due:
 * @due: something due
 * @now: what time it is
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): it, as `due` prints it
 */
JsonNode *
zg_record_json_due (const ZgDue *due,
                    ZgTime       now,
                    GTimeZone   *zone)
{
  JsonObject *object = json_object_new ();

  zg_json_set_text (object, "kind", zg_due_kind_to_word (due->kind));
  zg_json_set_time (object, "at", due->at, zone);
  zg_json_set_id (object, "customer", due->customer_id);
  zg_json_set_text (object, "customer_name", due->customer);
  zg_json_set_text (object, "order", due->number);
  zg_json_set_text (object, "text", due->text);
  zg_json_set_text (object, "state", due->at <= now ? "due" : "later");
  return zg_json_take_object (object);
}
