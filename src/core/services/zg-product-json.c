/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-product-fields.h"

#include "zg-record-json.h"

static void
set_count (JsonObject *object,
           const char *key,
           gint64      value)
{
  if (value != ZG_PRODUCT_NONE)
    json_object_set_int_member (object, key, value);
  else
    json_object_set_null_member (object, key);
}

static void
set_bound (JsonObject *object,
           const char *key,
           int         value)
{
  set_count (object, key, value != 0 ? value : ZG_PRODUCT_NONE);
}

/* One text for each line. */
static void
set_lines (JsonObject *object,
           const char *key,
           const char *text)
{
  JsonArray *array = json_array_new ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      json_array_add_string_element (array, lines[i]);
  json_object_set_array_member (object, key, array);
}

static JsonArray *
list_variants (const ZgProduct *product)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < product->variants->len; i++)
    {
      const ZgVariant *variant = g_ptr_array_index (product->variants, i);
      JsonObject *object = json_object_new ();

      zg_json_set_text (object, "colour", variant->colour);
      zg_json_set_text (object, "size", variant->size);
      zg_json_set_text (object, "sku", variant->sku);
      if (variant->price != ZG_PRODUCT_NONE)
        zg_json_set_money (object, "price", variant->price, product->currency);
      else
        json_object_set_null_member (object, "price");
      set_count (object, "stock", variant->stock);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
list_related (const ZgProduct *product)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < product->related->len; i++)
    {
      const ZgRelatedProduct *related = g_ptr_array_index (product->related, i);
      JsonObject *object = json_object_new ();

      zg_json_set_id (object, "id", related->other_id);
      zg_json_set_text (object, "title", related->title);
      zg_json_set_text (object, "reason", related->reason);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
list_sizes (const ZgProduct *product)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < product->sizes->len; i++)
    {
      const ZgSizeRow *row = g_ptr_array_index (product->sizes, i);
      JsonObject *object = json_object_new ();

      zg_json_set_text (object, "size", row->size);
      set_bound (object, "height_from_mm", row->height_from);
      set_bound (object, "height_to_mm", row->height_to);
      set_bound (object, "weight_from_g", row->weight_from);
      set_bound (object, "weight_to_g", row->weight_to);
      zg_json_set_text (object, "note", row->note);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * zg_product_json_new_short:
 * @product: a product, with its variants
 *
 * Returns: (transfer full): it as in a list
 */
JsonObject *
zg_product_json_new_short (const ZgProduct *product)
{
  JsonObject *object = json_object_new ();

  zg_json_set_id (object, "id", product->id);
  zg_json_set_text (object, "title", product->title);
  zg_json_set_text (object, "short_title", product->short_title);
  zg_json_set_text (object, "code", product->code);
  zg_json_set_text (object, "link", product->link);
  zg_json_set_money (object, "price", product->price, product->currency);
  zg_json_set_text (object, "currency", product->currency);
  set_count (object, "stock", zg_product_get_stock (product));
  json_object_set_boolean_member (object, "sold_out", zg_product_is_sold_out (product));
  return object;
}

/**
 * zg_product_json_new:
 * @product: a whole product
 *
 * Returns: (transfer full): all of it
 */
JsonObject *
zg_product_json_new (const ZgProduct *product)
{
  JsonObject *object = zg_product_json_new_short (product);

  set_lines (object, "points", product->points);
  zg_json_set_text (object, "reason", product->reason);
  zg_json_set_text (object, "cautions", product->cautions);
  set_lines (object, "attributes", product->attributes);
  zg_json_set_text (object, "return_policy", product->return_policy[0] != '\0' ? product->return_policy : "seven-days");
  json_object_set_array_member (object, "variants", list_variants (product));
  json_object_set_array_member (object, "related", list_related (product));
  json_object_set_array_member (object, "sizes", list_sizes (product));
  json_object_set_boolean_member (object, "deleted", product->deleted_at != ZG_TIME_NONE);
  return object;
}

/**
 * zg_promotion_json_new:
 * @promotion: a promotion
 * @now: what time it is
 * @zone: (nullable): of its times
 *
 * Returns: (transfer full): all of it
 */
JsonObject *
zg_promotion_json_new (const ZgPromotion *promotion,
                       ZgTime             now,
                       GTimeZone         *zone)
{
  JsonObject *object = json_object_new ();
  JsonArray *products = json_array_new ();

  zg_json_set_id (object, "id", promotion->id);
  zg_json_set_text (object, "title", promotion->title);
  zg_json_set_text (object, "rule", promotion->rule);
  zg_json_set_text (object, "link", promotion->link);
  zg_json_set_text (object, "state", zg_promotion_state_to_word (zg_promotion_get_state (promotion, now)));
  zg_json_set_time (object, "from_at", promotion->from_at, zone);
  zg_json_set_time (object, "until_at", promotion->until_at, zone);
  for (guint i = 0; i < promotion->product_ids->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (promotion->product_ids, gint64, i));

      json_array_add_string_element (products, id);
    }
  json_object_set_array_member (object, "products", products);
  json_object_set_boolean_member (object, "deleted", promotion->deleted_at != ZG_TIME_NONE);
  return object;
}
