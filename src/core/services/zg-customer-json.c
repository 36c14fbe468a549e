/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-record-json.h"

/* A customer as JSON. */

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
      JsonObject *address = zg_json_new_address (part->address);

      zg_json_set_text (address, "label", part->label);
      zg_json_set_text (address, "recipient", part->recipient.text);
      zg_json_set_text (address, "phone", part->phone.text);
      json_object_set_boolean_member (address, "hidden", zg_disclosure_is_hidden (part->address->disclosure));
      json_array_add_object_element (addresses, address);
    }

  json_object_set_array_member (object, "phones", phones);
  json_object_set_array_member (object, "accounts", accounts);
  json_object_set_array_member (object, "addresses", addresses);
  json_object_set_array_member (object, "tags", zg_json_new_strings (customer->tags));
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

  json_object_set_array_member (object, "timeline", make_timeline (file->timeline->entries, zone));
  return zg_json_take_object (object);
}
