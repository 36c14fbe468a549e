/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-product-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-integer.h"
#include "zg-money.h"
#include "zg-product-find.h"

/* Fields of products and promotions from what somebody wrote: on the command line, in a file. */

static const char fields[] = "title, short, code, link, currency, price, points, reason, cautions, attributes, stock, "
                             "return-policy, sizes, related, variant.N.colour, variant.N.size, variant.N.sku, variant.N.price, "
                             "variant.N.stock";

#define MAX_COUNT 1000000000

/**
 * zg_product_read_count:
 * @value: how many, or empty for not counted
 * @count_out: (out): the number, or %ZG_PRODUCT_NONE
 * @error: return location for %ZG_DOMAIN_ERROR_INVALID
 *
 * Returns: whether @value is one
 */
gboolean
zg_product_read_count (const char  *value,
                       gint64      *count_out,
                       GError     **error)
{
  *count_out = ZG_PRODUCT_NONE;
  if (*value == '\0' || zg_integer_parse (value, 0, MAX_COUNT, count_out))
    return TRUE;
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("“%s” is no stock; write a whole number, or nothing."), value);
  return FALSE;
}

static gboolean
read_price (const char  *value,
            const char  *currency,
            gint64       nothing,
            gint64      *price_out,
            GError     **error)
{
  *price_out = nothing;
  return *value == '\0' || zg_money_parse (value, currency, price_out, error);
}

static gboolean
refuse_field (const char  *field,
              const char  *known,
              GError     **error)
{
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
               /* TRANSLATORS: the first %s is what was given, the second the words that are known */
               _("“%s” is no field; say one of: %s."), field, known);
  return FALSE;
}

/* (nullable): where a field of text is. */
static char **
find_text (ZgProduct  *product,
           const char *field)
{
  const struct {
    const char *field;
    char **text;
  } texts[] = {
    { "title", &product->title }, { "short", &product->short_title }, { "code", &product->code }, { "link", &product->link },
    { "currency", &product->currency }, { "points", &product->points }, { "reason", &product->reason },
    { "cautions", &product->cautions }, { "attributes", &product->attributes }, { "return-policy", &product->return_policy },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].field, field) == 0)
      return texts[i].text;
  return NULL;
}

/* "variant.2.stock"; the one behind the last is a new one, and "variant.2" with nothing takes it out. */
static gboolean
set_variant (ZgProduct   *product,
             const char  *field,
             const char  *value,
             GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (field, ".", 3);
  ZgVariant *variant;
  char **text;
  gint64 n;

  if (parts[1] == NULL || !zg_integer_parse (parts[1], 1, product->variants->len + 1, &n))
    return refuse_field (field, fields, error);
  if (parts[2] == NULL && *value == '\0' && n <= product->variants->len)
    {
      g_ptr_array_remove_index (product->variants, (guint) n - 1);
      return TRUE;
    }
  if (parts[2] == NULL)
    return refuse_field (field, fields, error);
  if (n > product->variants->len)
    g_ptr_array_add (product->variants, zg_variant_new ());
  variant = g_ptr_array_index (product->variants, (guint) n - 1);
  if (strcmp (parts[2], "price") == 0)
    return read_price (value, product->currency, ZG_PRODUCT_NONE, &variant->price, error);
  if (strcmp (parts[2], "stock") == 0)
    return zg_product_read_count (value, &variant->stock, error);
  text = strcmp (parts[2], "colour") == 0 ? &variant->colour : strcmp (parts[2], "size") == 0 ? &variant->size
         : strcmp (parts[2], "sku") == 0 ? &variant->sku : NULL;
  if (text == NULL)
    return refuse_field (field, fields, error);
  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

/* "A-1: goes with it; B-2": products by code, each with why. */
static gboolean
set_related (ZgDatabase  *db,
             ZgProduct   *product,
             const char  *value,
             GError     **error)
{
  g_auto(GStrv) entries = g_strsplit_set (value, ";\n", -1);

  g_ptr_array_set_size (product->related, 0);
  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (entries[i], ":", 2);
      g_autoptr(ZgProduct) other = NULL;

      if (*g_strstrip (entries[i]) == '\0')
        continue;
      other = zg_product_find_one (db, g_strstrip (parts[0]), FALSE, error);
      if (other == NULL)
        return FALSE;
      g_ptr_array_add (product->related, zg_related_product_new (other->id, parts[1] != NULL ? g_strstrip (parts[1]) : ""));
    }
  return TRUE;
}

/**
 * zg_product_set_field:
 * @db: a connection, for the products that go with it
 * @product: (inout): a product
 * @field: which field
 * @value: what it should be; empty for nothing. Prices are of the product's currency, which has to be set before
 * @error: return location for %ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * Returns: whether it is set; nothing is saved
 */
gboolean
zg_product_set_field (ZgDatabase  *db,
                      ZgProduct   *product,
                      const char  *field,
                      const char  *value,
                      GError     **error)
{
  char **text = find_text (product, field);

  if (text != NULL)
    {
      g_free (*text);
      *text = g_strdup (value);
      return TRUE;
    }
  if (strcmp (field, "price") == 0)
    return read_price (value, product->currency, 0, &product->price, error);
  if (strcmp (field, "stock") == 0)
    return zg_product_read_count (value, &product->stock, error);
  if (g_str_has_prefix (field, "variant."))
    return set_variant (product, field, value, error);
  if (strcmp (field, "related") == 0)
    return set_related (db, product, value, error);
  if (strcmp (field, "sizes") == 0)
    {
      GPtrArray *rows = zg_size_chart_parse (value, error);

      if (rows == NULL)
        return FALSE;
      g_ptr_array_unref (product->sizes);
      product->sizes = rows;
      return TRUE;
    }
  return refuse_field (field, fields, error);
}

static gboolean
set_products (ZgDatabase   *db,
              ZgPromotion  *promotion,
              const char   *value,
              GError      **error)
{
  g_auto(GStrv) words = g_strsplit_set (value, ";,\n", -1);

  g_array_set_size (promotion->product_ids, 0);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(ZgProduct) product = NULL;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      product = zg_product_find_one (db, words[i], FALSE, error);
      if (product == NULL)
        return FALSE;
      if (promotion->product_ids->len == 0 || !zg_promotion_has_product (promotion, product->id))
        g_array_append_val (promotion->product_ids, product->id);
    }
  return TRUE;
}

/**
 * zg_promotion_set_field:
 * @db: a connection, for the goods it is for
 * @promotion: (inout): a promotion
 * @field: which field
 * @value: what it should be; empty for nothing
 * @zone: (nullable): of times without one
 * @error: return location for %ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * Returns: whether it is set; nothing is saved
 */
gboolean
zg_promotion_set_field (ZgDatabase   *db,
                        ZgPromotion  *promotion,
                        const char   *field,
                        const char   *value,
                        GTimeZone    *zone,
                        GError      **error)
{
  char **text = strcmp (field, "title") == 0 ? &promotion->title : strcmp (field, "rule") == 0 ? &promotion->rule
                : strcmp (field, "link") == 0 ? &promotion->link : NULL;
  ZgTime *at = strcmp (field, "from") == 0 ? &promotion->from_at : strcmp (field, "until") == 0 ? &promotion->until_at : NULL;

  if (text != NULL)
    {
      g_free (*text);
      *text = g_strdup (value);
      return TRUE;
    }
  if (at != NULL && *value == '\0')
    {
      *at = ZG_TIME_NONE;
      return TRUE;
    }
  if (at != NULL)
    return zg_time_parse_iso (value, zone, at, error);
  if (strcmp (field, "products") == 0)
    return set_products (db, promotion, value, error);
  return refuse_field (field, "title, rule, link, from, until, products", error);
}
