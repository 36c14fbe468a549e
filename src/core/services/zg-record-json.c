/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-record-json.h"

#include "zg-money.h"
#include "zg-order-state-table.h"
#include "zg-timeline.h"

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

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static JsonArray *
strings_to_array (GPtrArray *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < strings->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (strings, i));
  return array;
}

static JsonObject *
address_to_object (const ZgAddress *address)
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
add_customer_parts (JsonObject       *object,
                    const ZgCustomer *customer)
{
  JsonArray *phones = json_array_new ();
  JsonArray *accounts = json_array_new ();
  JsonArray *addresses = json_array_new ();

  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);
      JsonObject *phone = json_object_new ();

      zg_json_set_text (phone, "label", part->label);
      zg_json_set_text (phone, "number", part->phone->text);
      zg_json_set_text (phone, "extension", part->phone->extension);
      json_object_set_boolean_member (phone, "hidden", zg_disclosure_is_hidden (part->phone->disclosure));
      json_array_add_object_element (phones, phone);
    }
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);
      JsonObject *account = json_object_new ();

      zg_json_set_text (account, "platform", part->platform);
      zg_json_set_text (account, "account", part->account.text);
      json_array_add_object_element (accounts, account);
    }
  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, i);
      JsonObject *address = address_to_object (part->address);

      zg_json_set_text (address, "label", part->label);
      zg_json_set_text (address, "recipient", part->recipient.text);
      zg_json_set_text (address, "phone", part->phone.text);
      json_object_set_boolean_member (address, "hidden", zg_disclosure_is_hidden (part->address->disclosure));
      json_array_add_object_element (addresses, address);
    }

  json_object_set_array_member (object, "phones", phones);
  json_object_set_array_member (object, "accounts", accounts);
  json_object_set_array_member (object, "addresses", addresses);
  json_object_set_array_member (object, "tags", strings_to_array (customer->tags));
}

static JsonObject *
make_timeline_entry (const ZgTimelineEntry *event,
                     GTimeZone             *zone)
{
  const ZgContact *contact = event->contact;
  const ZgOrder *order = event->order;
  JsonObject *object = json_object_new ();
  g_autofree char *items = order != NULL ? zg_order_items_to_text (order) : NULL;

  zg_json_set_time (object, "at", event->at, zone);
  zg_json_set_text (object, "kind", order != NULL ? "order" : zg_contact_kind_to_word (contact->kind));
  if (order != NULL)
    {
      zg_json_set_text (object, "number", order->number);
      zg_json_set_text (object, "status", zg_order_state_to_word (order->state));
      zg_json_set_text (object, "text", items);
      zg_json_set_money (object, "total", order->total, order->currency);
    }
  else
    {
      zg_json_set_text (object, "title", contact->title);
      zg_json_set_text (object, "text", contact->text);
      zg_json_set_text (object, "by", contact->staff_name);
    }
  return object;
}

static JsonArray *
make_timeline (GPtrArray *events,
               GTimeZone *zone)
{
  JsonArray *timeline = json_array_new ();

  for (guint i = 0; i < events->len; i++)
    json_array_add_object_element (timeline, make_timeline_entry (g_ptr_array_index (events, i), zone));
  return timeline;
}

static void
set_measure (JsonObject *object,
             const char *key,
             int         measure,
             int         unit)
{
  if (measure > 0)
    json_object_set_double_member (object, key, (double) measure / unit);
  else
    json_object_set_null_member (object, key);
}

/* Lengths in centimetres and weights in kilograms, as people say them. */
static void
add_size (JsonObject       *object,
          const ZgBodySize *size)
{
  JsonObject *measures = json_object_new ();

  set_measure (measures, "height", size->height, 10);
  set_measure (measures, "weight", size->weight, 1000);
  zg_json_set_text (measures, "usual", size->usual);
  zg_json_set_text (measures, "shoe", size->shoe);
  json_object_set_object_member (object, "size", measures);
}

static void
add_knowledge (JsonObject       *object,
               const ZgCustomer *customer,
               GTimeZone        *zone)
{
  g_autofree char *birthday = zg_birthday_is_known (&customer->birthday) ? zg_birthday_to_text (&customer->birthday) : NULL;
  const char *consent = customer->consent != ZG_CONSENT_NOT_ASKED ? zg_consent_to_word (customer->consent) : NULL;

  zg_json_set_text (object, "type", customer->type);
  zg_json_set_text (object, "birthday", birthday);
  zg_json_set_text (object, "consent", consent);
  zg_json_set_time (object, "consent_at", customer->consent_at, zone);
  add_size (object, &customer->size);
}

/**
 * zg_record_json_customer:
 * @file: a customer with what belongs to them
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): the customer as `customer show` prints it
 */
JsonNode *
zg_record_json_customer (const ZgCustomerFile *file,
                         GTimeZone            *zone)
{
  const ZgCustomer *customer = file->customer;
  JsonObject *object = json_object_new ();
  JsonObject *totals = json_object_new ();

  zg_json_set_id (object, "id", customer->id);
  zg_json_set_text (object, "uid", customer->uid);
  zg_json_set_text (object, "name", customer->name.text);
  json_object_set_boolean_member (object, "name_hidden", zg_disclosure_is_hidden (customer->name.disclosure));
  zg_json_set_text (object, "call_name", customer->call_name);
  zg_json_set_text (object, "level", customer->level);
  zg_json_set_text (object, "note", customer->note);
  zg_json_set_text (object, "caution", customer->caution);
  zg_json_set_text (object, "source", customer->source);
  zg_json_set_time (object, "created_at", customer->created_at, zone);
  add_knowledge (object, customer, zone);
  add_customer_parts (object, customer);

  json_object_set_int_member (totals, "orders", customer->n_orders);
  zg_json_set_money (totals, "spent", customer->spent, customer->currency);
  zg_json_set_money (totals, "average", file->average, customer->currency);
  zg_json_set_text (totals, "currency", customer->currency);
  zg_json_set_time (totals, "last_order_at", customer->last_order_at, zone);
  zg_json_set_time (totals, "last_contact_at", customer->last_contact_at, zone);
  json_object_set_object_member (object, "totals", totals);

  json_object_set_array_member (object, "timeline", make_timeline (file->timeline, zone));
  return take_object (object);
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

  for (int bit = 1; bit <= ZG_HOLD_PRESALE; bit <<= 1)
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
  json_object_set_array_member (object, "checklist", make_checklist (file->rows, zone));
  json_object_set_array_member (object, "history", make_history (file->history, zone));
  return take_object (object);
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
  json_object_set_array_member (object, "variants", strings_to_array (reply->variants));
  json_object_set_array_member (object, "keywords", strings_to_array (reply->keywords));
  json_object_set_boolean_member (object, "favourite", reply->favourite);
  json_object_set_int_member (object, "uses", reply->use_count);
  zg_json_set_time (object, "last_used_at", reply->last_used_at, zone);
  return take_object (object);
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
  return take_object (object);
}
