/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-case-json.h"

#include "zg-record-json.h"
#include "zg-return-window.h"

static void
set_amount (JsonObject *object,
            gint64      amount,
            const char *currency)
{
  if (amount != 0)
    zg_json_set_money (object, "amount", amount, currency);
  else
    json_object_set_null_member (object, "amount");
}

/**
 * zg_case_json_new:
 * @self: a case
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): the case in short, as `case list` and `order show` print it
 */
JsonObject *
zg_case_json_new (const ZgCase *self,
                  GTimeZone    *zone)
{
  JsonObject *object = json_object_new ();

  zg_json_set_id (object, "id", self->id);
  zg_json_set_text (object, "order", self->number);
  zg_json_set_text (object, "type", self->type);
  zg_json_set_text (object, "state", zg_case_is_open (self) ? "open" : "closed");
  zg_json_set_text (object, "step", self->step);
  zg_json_set_time (object, "due_at", zg_case_is_open (self) ? self->due_at : ZG_TIME_NONE, zone);
  zg_json_set_time (object, "opened_at", self->opened_at, zone);
  zg_json_set_time (object, "closed_at", self->closed_at, zone);
  zg_json_set_text (object, "reason", self->reason);
  set_amount (object, self->amount, self->currency);
  zg_json_set_text (object, "currency", self->currency);
  zg_json_set_text (object, "who", self->staff_name);
  zg_json_set_id (object, "customer", self->customer_id);
  zg_json_set_text (object, "customer_name", self->customer);
  zg_json_set_text (object, "new_order", self->new_number);
  return object;
}

/**
 * zg_case_json_new_list:
 * @cases: (element-type ZgCase): cases
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): them in short
 */
JsonArray *
zg_case_json_new_list (GPtrArray *cases,
                       GTimeZone *zone)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < cases->len; i++)
    json_array_add_object_element (array, zg_case_json_new (g_ptr_array_index (cases, i), zone));
  return array;
}

static JsonArray *
make_remedies (const ZgCase *self,
               GTimeZone    *zone)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->remedies->len; i++)
    {
      const ZgRemedy *remedy = g_ptr_array_index (self->remedies, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "n", i + 1);
      zg_json_set_text (object, "remedy", remedy->remedy);
      set_amount (object, remedy->amount, self->currency);
      zg_json_set_time (object, "offered_at", remedy->offered_at, zone);
      zg_json_set_time (object, "chosen_at", remedy->chosen_at, zone);
      zg_json_set_time (object, "done_at", remedy->done_at, zone);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* What is usually offered in such a case. */
static JsonArray *
make_usual_remedies (const ZgCase *self)
{
  const ZgCaseType *type = zg_case_type_find (self->type);
  JsonArray *array = json_array_new ();

  for (int i = 0; type != NULL && type->remedies[i] != NULL; i++)
    json_array_add_string_element (array, type->remedies[i]);
  return array;
}

static JsonArray *
make_lines (GPtrArray *lines,
            GTimeZone *zone)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const ZgCaseLine *line = g_ptr_array_index (lines, i);
      JsonObject *object = json_object_new ();

      zg_json_set_time (object, "at", line->at, zone);
      zg_json_set_text (object, "by", line->staff_name);
      zg_json_set_text (object, "type", line->type);
      zg_json_set_text (object, "text", line->text);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
make_attachments (GPtrArray *attachments)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < attachments->len; i++)
    {
      const ZgAttachment *attachment = g_ptr_array_index (attachments, i);
      JsonObject *object = json_object_new ();

      zg_json_set_id (object, "id", attachment->id);
      zg_json_set_text (object, "name", attachment->name);
      json_object_set_int_member (object, "size", attachment->size);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
make_windows (const ZgCaseFile *file,
              GTimeZone        *zone)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < file->windows->len && i < file->order->items->len; i++)
    {
      const ZgReturnWindow *window = g_ptr_array_index (file->windows, i);
      const ZgOrderItem *item = g_ptr_array_index (file->order->items, i);
      JsonObject *object = json_object_new ();

      zg_json_set_text (object, "title", item->title);
      zg_json_set_text (object, "state", zg_return_state_to_word (window->state));
      zg_json_set_time (object, "until", window->until, zone);
      zg_json_set_text (object, "text", window->text);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * zg_case_json_new_file:
 * @file: a case with what belongs to it
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): the case as `case show` prints it
 */
JsonObject *
zg_case_json_new_file (const ZgCaseFile *file,
                       GTimeZone        *zone)
{
  const ZgCase *self = file->self;
  JsonObject *object = zg_case_json_new (self, zone);
  JsonArray *next = json_array_new ();
  g_auto(GStrv) steps = zg_case_get_next_steps (self);

  for (int i = 0; steps[i] != NULL; i++)
    json_array_add_string_element (next, steps[i]);
  zg_json_set_text (object, "uid", self->uid);
  zg_json_set_time (object, "step_at", self->step_at, zone);
  json_object_set_boolean_member (object, "due_set", self->due_set);
  json_object_set_array_member (object, "next", next);
  json_object_set_array_member (object, "usual_remedies", make_usual_remedies (self));
  zg_json_set_text (object, "outcome", self->outcome);
  zg_json_set_text (object, "satisfaction", zg_satisfaction_to_word (self->satisfaction));
  zg_json_set_text (object, "courier", self->courier);
  zg_json_set_text (object, "tracking", self->tracking);
  zg_json_set_text (object, "platform_number", self->platform_number);
  zg_json_set_text (object, "note", self->note);
  zg_json_set_text (object, "warning", zg_case_get_warning (self));
  json_object_set_array_member (object, "remedies", make_remedies (self, zone));
  json_object_set_array_member (object, "return_windows", make_windows (file, zone));
  json_object_set_array_member (object, "attachments", make_attachments (file->attachments));
  json_object_set_array_member (object, "lines", make_lines (file->lines, zone));
  return object;
}

/**
 * zg_promise_json_new:
 * @promise: a promise
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): the promise as `promise list` and `order show` print it
 */
JsonObject *
zg_promise_json_new (const ZgPromise *promise,
                     GTimeZone       *zone)
{
  JsonObject *object = json_object_new ();

  zg_json_set_id (object, "id", promise->id);
  zg_json_set_text (object, "order", promise->number);
  zg_json_set_text (object, "text", promise->text);
  set_amount (object, promise->amount, promise->currency);
  zg_json_set_text (object, "currency", promise->currency);
  zg_json_set_time (object, "made_at", promise->made_at, zone);
  zg_json_set_time (object, "due_at", promise->due_at, zone);
  zg_json_set_text (object, "state", zg_promise_state_to_word (promise->state));
  zg_json_set_time (object, "done_at", promise->done_at, zone);
  zg_json_set_text (object, "by", promise->staff_name);
  zg_json_set_id (object, "customer", promise->customer_id);
  zg_json_set_text (object, "customer_name", promise->customer);
  return object;
}

/**
 * zg_promise_json_new_list:
 * @promises: (element-type ZgPromise): promises
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): them
 */
JsonArray *
zg_promise_json_new_list (GPtrArray *promises,
                          GTimeZone *zone)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < promises->len; i++)
    json_array_add_object_element (array, zg_promise_json_new (g_ptr_array_index (promises, i), zone));
  return array;
}
